"""Several: a cell that holds more than one name is nobody's in particular; a person may choose. Where all of them are
one's, as in *Киев/Kyiv*, it is that one's.

Only names that the gazetteer links surely, each for itself, make a cell one of several: *Marks & Spencer* is one.
"""

from collections.abc import Sequence
from dataclasses import replace

from gazetteer.bulk.answers import Answer, choice_of
from gazetteer.bulk.asking import CANDIDATES
from gazetteer.bulk.contents import parts, parts_between_commas
from gazetteer.model import Decision, Match, Outcome, Query
from gazetteer.resolve import Gazetteer, resolve

SURELY = 0.85  # that each part of a cell is a name
BEHIND_COMMA = "qualified"  # the evidence of what stands there
FITS = 1.0
DECIDED = 1.0  # what a desk decided of the whole cell is as sure as this


class Several:
    """Sees cells of several names, by one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def answer(self, cell: str, asked: Query, decision: Decision) -> Answer | None:
        """What a row is told of a cell of several names; None if it holds one, as far as anybody can say."""
        linked = decision.outcome is Outcome.LINKED
        decisions = [] if linked else self._linked(parts(cell), asked)
        told = [one.matches[0] for one in decisions]
        if not told and not _fits(cell, decision):
            decisions = self._linked(parts_between_commas(cell), asked)
            told = [one.matches[0] for one in decisions]
            # One behind the other is how people say where a place is; two towns are two places.
            if any(one.entity.feature_type in ("country", "region") for one in told[1:]) or _inside_first(told):
                return None
        if not told:
            return None
        entities = {one.entity.id: one for one in told}
        if len(entities) == 1:
            return _of_one(cell, decisions)
        quoted = ", ".join(dict.fromkeys(f"‘{one.name.text}’" for one in told))
        why = f"‘{cell.strip()}’ seems to hold several names, {quoted}; nothing says which is meant."
        share = round(min(one.confidence for one in told) / len(entities), 4)
        choices = [choice_of(one)._replace(confidence=share) for one in list(entities.values())[:CANDIDATES]]
        return Answer(Outcome.AMBIGUOUS, None, None, share, None, why, tuple(choices))

    def _linked(self, names: Sequence[str], asked: Query) -> list[Decision]:
        """Whom each of these names means; nothing, unless each is surely somebody's."""
        found: list[Decision] = []
        for name in names:
            decision = resolve(self._gazetteer, replace(asked, name=name), explain=False)
            if decision.outcome is not Outcome.LINKED or decision.confidence < SURELY:
                return []
            found.append(decision)
        return found


def _of_one(cell: str, decisions: Sequence[Decision]) -> Answer:
    """What a row is told of a cell whose names are all one entity's: as sure as the least sure of them."""
    least = min(decisions, key=lambda one: one.confidence)
    entity, names = least.matches[0].entity, " and ".join(f"‘{one.query}’" for one in decisions)
    described = f"{entity.canonical} ({entity.description})" if entity.description else entity.canonical
    return Answer(
        decision=Outcome.LINKED,
        canonical=least.canonical,
        id=entity.id,
        confidence=round(least.confidence, 4),
        relation=least.relation,
        why=f"‘{cell.strip()}’ names {described} more than once, as {names}.",
        choices=(choice_of(least.matches[0]),),
    )


def _inside_first(told: Sequence[Match]) -> bool:
    """Whether the first is the country of all others: *Ukraine, Kyiv*."""
    return bool(told) and told[0].entity.feature_type == "country" and len({one.entity.country for one in told}) == 1


def _fits(cell: str, decision: Decision) -> bool:
    """Whether the whole cell is linked, or what stands behind its comma says where its name is."""
    if decision.outcome is not Outcome.LINKED:
        return False
    said = [score for name, score, _ in decision.matches[0].evidence if name == BEHIND_COMMA]
    return not said or said[0] >= FITS or decision.confidence >= DECIDED
