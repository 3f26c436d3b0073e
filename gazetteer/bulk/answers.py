"""Answers: what a row is told of its name, for the columns beside it and for who reviews it.

An answer is made once for each distinct name with its context, and travels as JSON between processes and to disk.
"""

from enum import StrEnum
from typing import NamedTuple

import orjson

from gazetteer.bulk.asking import Asked
from gazetteer.model import Decision, Match, Outcome

BEHIND = "what stands after the name"  # as a reason calls what is behind a comma


class Column(StrEnum):
    """The columns that are written beside a name, in this order."""

    CANONICAL = "canonical"
    ID = "id"
    CONFIDENCE = "confidence"
    DECISION = "decision"
    RELATION = "relation"
    WHY = "why"


class Choice(NamedTuple):
    """An entity that may be meant, as a review shows it."""

    id: str
    canonical: str
    description: str | None
    confidence: float
    name: str  # the name of it that was matched


class Answer(NamedTuple):
    """What is said of one distinct name."""

    decision: Outcome
    canonical: str | None
    id: str | None
    confidence: float
    relation: str | None
    why: str
    choices: tuple[Choice, ...] = ()
    unread: tuple[str, ...] = ()  # what of its context was not understood, by role

    def cells(self) -> tuple[str, ...]:
        """The text of our columns, in their order."""
        return _cells(self.decision, self.canonical, self.id, self.confidence, self.relation, self.why)

    def to_bytes(self) -> bytes:
        """The answer as JSON."""
        *told, choices, unread = self
        return orjson.dumps([*told, [[*one] for one in choices], unread])


def from_bytes(data: bytes) -> Answer:
    """The answer that was written so.

    >>> answer = Answer(Outcome.NIL, None, None, 0.1, None, "‘x’ is nobody.")
    >>> from_bytes(answer.to_bytes()) == answer
    True
    """
    decision, canonical, public_id, confidence, relation, why, choices, *more = orjson.loads(data)
    choices = tuple(Choice(*one) for one in choices)
    unread = tuple(more[0]) if more else ()  # which an answer of an earlier layout does not say
    return Answer(Outcome(decision), canonical, public_id, confidence, relation, why, choices, unread)


def cells_of(data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The text of our columns as an answer that was written so has them, and which roles were not understood."""
    told = orjson.loads(data)
    return _cells(*told[:6]), tuple(told[7]) if len(told) > 7 else ()


def _cells(
    decision: str, canonical: str | None, public_id: str | None, confidence: float, relation: str | None, why: str
) -> tuple[str, ...]:
    return canonical or "", public_id or "", f"{confidence:.2f}", decision, relation or "", why


def answer_of(decision: Decision, cell: str, asked: Asked) -> Answer:
    """What a row is told of the decision on its name's cell, and of its context that could not be read."""
    why = decision.why
    if asked.region is not None:
        # The reason is told of the name as it stands in its cell, which knows nothing of a comma.
        why = why.replace(f"‘{asked.query.name}’", f"‘{cell}’").replace(BEHIND, f"the region ‘{asked.region}’")
    if asked.unread:
        why = f"{why} Not understood: {'; '.join(map(str, asked.unread))}."
    return Answer(
        decision=decision.outcome,
        canonical=decision.canonical,
        id=decision.entity.id if decision.entity else None,
        confidence=round(decision.confidence, 4),
        relation=decision.relation,
        why=why,
        choices=tuple(map(choice_of, decision.matches)),
        unread=tuple(one.role for one in asked.unread),
    )


def choice_of(match: Match) -> Choice:
    """A match as a review shows it."""
    entity = match.entity
    return Choice(entity.id, entity.canonical, entity.description, round(match.confidence, 4), match.name.text)


def unanswered(why: str) -> Answer:
    """The answer to what is no name at all."""
    return Answer(Outcome.NIL, None, None, 0.0, None, why)
