"""Domain objects as JSON: the shapes of every answer, field by field in the order of the contract.

The shapes are also what ``/openapi.json`` describes, so that the two cannot disagree.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import orjson
from flask import Response
from typing_extensions import TypedDict

from gazetteer.model import Action, Decision, Style
from gazetteer.payloads import DecisionPayload, decision
from gazetteer.store import Recorded

__all__ = [
    "AlivePayload",
    "DecisionPayload",
    "JudgementPayload",
    "JudgementsPayload",
    "ReadyPayload",
    "ResultsPayload",
    "StylePayload",
    "StylesPayload",
    "UnderWayPayload",
    "answer",
    "decision",
    "judgement",
    "judgements",
    "results",
    "styles",
]

MEDIA_TYPE = "application/json"


class ResultsPayload(TypedDict):
    """The decisions of a batch, in the order of its names."""

    results: list[DecisionPayload]


class StylePayload(TypedDict):
    """A house style: the language it writes, the style it builds on, and where its word comes from, of which date."""

    id: str
    name: str
    language: str
    inherits: str | None
    source: str | None
    date: str | None


class StylesPayload(TypedDict):
    """The house styles one may ask for."""

    styles: list[StylePayload]


class AlivePayload(TypedDict):
    """The process answers."""

    status: Literal["alive"]


class UnderWayPayload(TypedDict):
    """Whether there is a process that works on jobs, and how many wait or are worked on."""

    worker: bool
    queued: int
    running: int


class ReadyPayload(TypedDict):
    """The gazetteer answers; its version, how much it holds, and how jobs go."""

    status: Literal["ready"]
    gazetteer_version: int
    counts: dict[str, int]
    jobs: UnderWayPayload


class JudgementPayload(TypedDict):
    """What an editor decided of a name: the entity by its id; when, by which version of the gazetteer; if undone."""

    id: int
    name: str
    action: Action
    entity: str | None
    reason: str | None
    at: str
    gazetteer_version: int
    undone: bool


class JudgementsPayload(TypedDict):
    """Judgements, the newest first; `before` is what to ask for next, null at the end."""

    judgements: list[JudgementPayload]
    before: int | None


def judgement(one: Recorded) -> JudgementPayload:
    """A judgement as it stands in the store."""
    return {
        "id": one.id,
        "name": one.judgement.name,
        "action": one.judgement.action,
        "entity": one.judgement.entity_id,
        "reason": one.reason,
        "at": one.at,
        "gazetteer_version": one.gazetteer_version,
        "undone": one.undone,
    }


def judgements(some: Sequence[Recorded], limit: int) -> JudgementsPayload:
    """Judgements in their order, of which there may be more where the limit was reached."""
    return {"judgements": [judgement(one) for one in some], "before": some[-1].id if len(some) == limit else None}


def styles(known: Mapping[str, Style]) -> StylesPayload:
    """The house styles, in their order."""
    return {"styles": [_style(one) for one in known.values()]}


def _style(style: Style) -> StylePayload:
    return {
        "id": style.id,
        "name": style.name,
        "language": style.language,
        "inherits": style.inherits,
        "source": style.source,
        "date": style.date,
    }


def results(decided: Sequence[Decision]) -> ResultsPayload:
    """The decisions of a batch."""
    return {"results": [decision(one) for one in decided]}


def answer(payload: Mapping[str, object], status: int = 200) -> Response:
    """A payload as an HTTP answer."""
    return Response(orjson.dumps(payload), status, content_type=MEDIA_TYPE)
