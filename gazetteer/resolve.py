"""The story: a written name comes in, and the program says which entity it means, or NIL, and why."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path

from gazetteer.index import Index, open_index
from gazetteer.keys import form
from gazetteer.matching.decision import Verdict, decide
from gazetteer.matching.explanation import Because, because, in_a_case, mixed, of_a_part, relation_of
from gazetteer.matching.native import telling_languages
from gazetteer.matching.score import Scored, score
from gazetteer.matching.weights import weights
from gazetteer.model import (
    Action,
    Decision,
    Entity,
    Judgement,
    Match,
    Name,
    Outcome,
    Query,
    Stage,
    Style,
)
from gazetteer.offering import OVERLAY, candidates, written_just_so
from gazetteer.romanization.readings import readings
from gazetteer.store import Engine, check_revision, check_schema, database_url, held, open_engine
from gazetteer.styles import spelling, style_of
from gazetteer.text.clean import fold

# Decisions of documents kept for the next document: some ten megabytes.
REMEMBERED = 2_048


class Gazetteer:
    """A gazetteer that is ready to be asked: its database and its index."""

    def __init__(self, engine: Engine, index: Index) -> None:
        self.engine = engine
        self.index = index
        self.counts: Mapping[str, int] = index.counts()
        self._remembered: OrderedDict[Hashable, Decision] = OrderedDict()

    def remember(self, key: Hashable, decide: Callable[[], Decision]) -> Decision:
        """The decision under this key, made if it is not remembered: news names the same people and places all day."""
        found = self._remembered.get(key)
        if found is None:
            found = self._remembered[key] = decide()
            if len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        else:
            self._remembered.move_to_end(key)
        return found

    @property
    def version(self) -> int:
        """The gazetteer version that answers are given from."""
        return self.index.version

    def refresh(self) -> None:
        """Take in edits made since the last question."""
        if self.index.refresh():
            self.counts = self.index.counts()
            self._remembered.clear()

    def held(self) -> Sequence[Judgement]:
        """What holds for the desk of everyone, as the database has it now."""
        with self.engine.connect() as connection:
            return held(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_gazetteer(home: Path, url: str | None = None) -> Gazetteer:
    """The gazetteer of this home folder.

    Raises:
        GazetteerNotReady: there is no database, or of another version.
        IndexMissing: the index is missing, damaged or stale.
    """
    engine = open_engine(database_url(home, url))
    check_schema(engine)
    check_revision(engine)
    return Gazetteer(engine, open_index(home, engine))


def resolve(
    gazetteer: Gazetteer,
    asked: Query,
    *,
    style: Style | None = None,
    judgements: Sequence[Judgement] = (),
    explain: bool = True,
    depth: Stage = Stage.LIKENESS,
) -> Decision:
    """Say which entity a written name means, or NIL, and why.

    Without `explain` the reason for a link is left out. `depth` says how far to look: for names that are written just
    so (EXACT), those that sound so too (READING), or those that are like it as well.
    """
    scored = score(asked, candidates(gazetteer.index, asked, depth), weights())
    judged = _judge(gazetteer, asked, scored, judgements)
    return _answer(gazetteer, asked, judged, style or style_of(asked.style), judgements, explain)


def _entity(gazetteer: Gazetteer, key: int) -> Entity:
    snapshots = gazetteer.index.snapshots()
    return snapshots[key // OVERLAY].entity(key % OVERLAY)


def names_of(gazetteer: Gazetteer, key: int) -> list[Name]:
    """All names of the entity that a match of this gazetteer is of, by the match's key."""
    return gazetteer.index.snapshots()[key // OVERLAY].names_of_entity(key % OVERLAY)


def is_written(gazetteer: Gazetteer, text: str, *, in_use: bool = False) -> bool:
    """Whether some name is written just so, but for case and marks: see gazetteer.offering."""
    return written_just_so(gazetteer.index, text, in_use=in_use)


def names_among(gazetteer: Gazetteer, texts: Iterable[str]) -> frozenset[str]:
    """Those of these texts that some name is written as."""
    return frozenset(text for text in texts if is_written(gazetteer, text))


def is_heard(gazetteer: Gazetteer, text: str, language: str | None) -> bool:
    """Whether some name sounds just as a text does, as somebody's orthography reads it."""
    forms = {form(reading.text) for reading in readings(text, language) if not reading.lossy}
    return any(snapshot.names_of_forms(list(forms)) for snapshot in gazetteer.index.snapshots())


def _judge(gazetteer: Gazetteer, asked: Query, scored: list[Scored], judgements: Sequence[Judgement]) -> list[Scored]:
    """Without the entities that a desk said this name does not mean."""
    if not judgements:
        return scored
    said = fold(asked.name)
    refused = {one.entity_id for one in judgements if one.action is Action.NOT_THIS and fold(one.name) == said}
    if not refused:
        return scored
    return [one for one in scored if _entity(gazetteer, one.candidate.key).id not in refused]


def _answer(
    gazetteer: Gazetteer,
    asked: Query,
    scored: list[Scored],
    style: Style,
    judgements: Sequence[Judgement],
    explain: bool,
) -> Decision:
    verdict = decide(asked, scored, weights())
    shown = scored[: asked.limit]
    entities = [_entity(gazetteer, one.candidate.key) for one in shown]
    accepted = _accepted(asked, entities, judgements)
    linked = verdict.outcome is Outcome.LINKED and accepted is None
    reason = _because(gazetteer, asked, shown[0], entities[0]) if linked and explain else None
    matches = tuple(
        Match(
            entity,
            confidence,
            reason.relation if reason and one is shown[0] else relation_of(one.candidate.written.text, one),
            one.candidate.name,
            one.evidence,
            one.candidate.stage,
            one.candidate.key,
            one.candidate.weight,
        )
        for one, entity, confidence in zip(shown, entities, verdict.confidences, strict=False)
    )
    if accepted is not None:
        first = matches[accepted]
        matches = (first, *(match for match in matches if match is not first))
        why = f"This desk decided that ‘{asked.name}’ means {first.entity.canonical}."
        return _decision(gazetteer, asked, Outcome.LINKED, 1.0, why, matches, style)
    confidence = verdict.confidences[0] if verdict.confidences else 0.0
    why = reason.why if reason else "" if linked else _why(asked, verdict, matches)
    return _decision(gazetteer, asked, verdict.outcome, confidence, why, matches, style)


def _accepted(asked: Query, entities: Sequence[Entity], judgements: Sequence[Judgement]) -> int | None:
    if not judgements:
        return None
    said = fold(asked.name)
    chosen = {one.entity_id for one in judgements if one.action is Action.ACCEPT and fold(one.name) == said}
    return next((place for place, entity in enumerate(entities) if entity.id in chosen), None)


def _because(gazetteer: Gazetteer, asked: Query, one: Scored, entity: Entity) -> Because:
    written, key = one.candidate.written.text, one.candidate.key
    names = gazetteer.index.snapshots()[key // OVERLAY].names_among(key % OVERLAY, telling_languages(entity), written)
    if one.candidate.written.is_base:
        return in_a_case(asked.name, one, entity, names)
    reason = because(written, asked.language, one, entity, names)
    if one.candidate.written.generic is not None:
        return of_a_part(asked.name, reason)
    return mixed(asked.name, reason, one.candidate.written) if one.candidate.written.mended else reason


def _why(asked: Query, verdict: Verdict, matches: Sequence[Match]) -> str:
    """Why nobody was linked."""
    quoted = f"‘{asked.name}’"
    if verdict.ground == "qualifier":
        return f"{quoted} may be {_described(matches[0].entity)}, but what stands after the name is no place we know."
    if verdict.ground == "initials":
        return f"{quoted} may be {_described(matches[0].entity)}, but others we do not know may have these initials."
    if verdict.ground == "away":
        return f"{quoted} may be {_described(matches[0].entity)}, but that is far from the position given."
    if verdict.ground == "sounds":
        return f"{quoted} sounds as a name of {_described(matches[0].entity)}, but so little of it may be anything."
    if verdict.ground == "threshold":
        sure = f"the confidence is {verdict.confidences[0]:.2f}, and a link was asked to have {asked.threshold}"
        return f"{quoted} may be {_described(matches[0].entity)}, but {sure}."
    if verdict.ground == "margin":
        lead = f"its lead over the second is less than the {asked.margin} asked for"
        return f"{quoted} may be {_described(matches[0].entity)}, but {lead}."
    if verdict.ground == "elsewhere":
        return f"{quoted} may be {_described(matches[0].entity)}, but what stands after the name does not fit it."
    if verdict.outcome is Outcome.AMBIGUOUS:
        several = ", ".join(_described(match.entity) for match in matches[:3])
        told = "is an ordinary word too, and could mean" if "ordinary" in verdict.ground else "could mean"
        return (
            f"{quoted} {told} {several}; nothing given tells them apart."
            if len(matches) > 1
            else f"{quoted} {told} {several}."
        )
    if "ordinary" in verdict.ground:
        return f"{quoted} is {verdict.ground}."
    if matches:
        return f"Nobody we know is called {quoted}; the nearest, {matches[0].entity.canonical}, is too unlike."
    return f"Nobody we know is called {quoted}."


def _described(entity: Entity) -> str:
    return f"{entity.canonical} ({entity.description})" if entity.description else entity.canonical


def _spelled(gazetteer: Gazetteer, style: Style, linked: Match, written: str) -> str:
    return spelling(style, linked.entity, lambda: names_of(gazetteer, linked.key), written)


def _decision(
    gazetteer: Gazetteer,
    asked: Query,
    outcome: Outcome,
    confidence: float,
    why: str,
    matches: tuple[Match, ...],
    style: Style,
) -> Decision:
    linked = matches[0] if outcome is Outcome.LINKED else None
    return Decision(
        query=asked.name,
        outcome=outcome,
        confidence=confidence,
        why=why,
        matches=matches,
        gazetteer_version=gazetteer.version,
        canonical=_spelled(gazetteer, style, linked, asked.name) if linked else None,
        entity=linked.entity if linked else None,
        relation=linked.relation if linked else None,
    )
