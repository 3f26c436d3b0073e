"""Domain objects as JSON: the shapes of every answer, field by field in the order of the contract.

The shapes are also what ``/openapi.json`` describes, so that the two cannot disagree.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import orjson
from flask import Response
from typing_extensions import TypedDict

from gazetteer.model import Decision, Style
from gazetteer.payloads import DecisionPayload, decision

__all__ = [
    "AlivePayload",
    "DecisionPayload",
    "ReadyPayload",
    "ResultsPayload",
    "StylePayload",
    "StylesPayload",
    "answer",
    "decision",
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


class ReadyPayload(TypedDict):
    """The gazetteer answers; its version, and how much it holds."""

    status: Literal["ready"]
    gazetteer_version: int
    counts: dict[str, int]


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


def answer(payload: Mapping[str, object]) -> Response:
    """A payload as an HTTP answer."""
    return Response(orjson.dumps(payload), content_type=MEDIA_TYPE)
