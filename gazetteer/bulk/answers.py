"""Answers: what a row is told of its name, for the columns beside it and for who reviews it.

An answer is made once for each distinct name with its context, and travels as JSON between processes and to disk.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import orjson

from gazetteer.model import Decision, Outcome


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

    def cells(self) -> tuple[str, ...]:
        """The text of our columns, in their order."""
        return _cells(self.decision, self.canonical, self.id, self.confidence, self.relation, self.why)

    def to_bytes(self) -> bytes:
        """The answer as JSON."""
        *told, choices = self
        return orjson.dumps([*told, [[*one] for one in choices]])


def from_bytes(data: bytes) -> Answer:
    """The answer that was written so.

    >>> answer = Answer(Outcome.NIL, None, None, 0.1, None, "‘x’ is nobody.")
    >>> from_bytes(answer.to_bytes()) == answer
    True
    """
    decision, canonical, public_id, confidence, relation, why, choices = orjson.loads(data)
    return Answer(
        Outcome(decision), canonical, public_id, confidence, relation, why, tuple(Choice(*one) for one in choices)
    )


def cells_of(data: bytes) -> tuple[str, ...]:
    """The text of our columns as an answer that was written so has them."""
    return _cells(*orjson.loads(data)[:6])


def _cells(
    decision: str, canonical: str | None, public_id: str | None, confidence: float, relation: str | None, why: str
) -> tuple[str, ...]:
    return canonical or "", public_id or "", f"{confidence:.2f}", decision, relation or "", why


def answer_of(decision: Decision, unread: Sequence[str]) -> Answer:
    """What a row is told of a decision, and of its context that could not be read."""
    why = f"{decision.why} Not understood: {'; '.join(unread)}." if unread else decision.why
    return Answer(
        decision=decision.outcome,
        canonical=decision.canonical,
        id=decision.entity.id if decision.entity else None,
        confidence=round(decision.confidence, 4),
        relation=decision.relation,
        why=why,
        choices=tuple(
            Choice(match.entity.id, match.entity.canonical, match.entity.description, round(match.confidence, 4),
                   match.name.text)
            for match in decision.matches
        ),
    )  # fmt: skip


def unanswered(why: str) -> Answer:
    """The answer to what is no name at all."""
    return Answer(Outcome.NIL, None, None, 0.0, None, why)
