"""Checked copies as JSON: the one shape in which they leave the program, over HTTP and on the command line alike."""

from collections.abc import Callable

from typing_extensions import TypedDict

from gazetteer.model import Kind, Outcome, Relation
from gazetteer.payloads import EntityPayload, entity
from gazetteer.tagging.fixing import Row, fix, instead_of, summary, utf16_offsets
from gazetteer.tagging.model import Advice, Checked, Fix, Format, Mention


class _SpanPayload(TypedDict):
    start: int
    end: int
    start_utf16: int
    end_utf16: int
    surface: str
    kind: Kind | None
    decision: Outcome
    entity: EntityPayload | None


# A field whose name is a word of the language.
_AdvisedPayload = TypedDict("_AdvisedPayload", {"class": Advice | None})


class MentionPayload(_SpanPayload, _AdvisedPayload):
    """A span of the text that names an entity, or may.

    ``start`` and ``end`` count code points of the text as it was sent, ``start_utf16`` and ``end_utf16``
    UTF-16 units. ``class`` is what is advised, ``wrong`` or ``house_style``; it and ``replacement`` are null
    where the name is left alone. ``surface`` is what stands there, and ``replacement`` what to put there, as
    the format writes it (``&amp;`` in HTML), each with the markup that is inside. ``cluster`` is equal for mentions of
    one entity, or of one unknown name.
    """

    replacement: str | None
    alternatives: list[str]
    confidence: float
    relation: Relation | None
    why: str | None
    cluster: int


class SummaryPayload(TypedDict):
    """How often an entity is named, and how often that is wrong or not house style.

    ``replacement`` is the fullest form that is advised for it; null where all is right.
    """

    entity: EntityPayload
    mentions: int
    wrong: int
    house_style: int
    replacement: str | None


class GuessPayload(TypedDict):
    """The language a text seems to have been translated from, and how far that is to be trusted."""

    language: str
    confidence: float


class CheckedPayload(TypedDict):
    """The names found in a text, in order; the text put right as asked; and what it all comes to.

    ``language`` is the language it was checked in (``und`` where nobody said it, and it is plainly not that of the
    style), ``style`` the id of the house style. Where no style has a say, it is null, nothing is advised, and
    ``warning`` says why; else that is null.
    """

    mentions: list[MentionPayload]
    corrected: str
    summary: list[SummaryPayload]
    guessed_source_language: GuessPayload | None
    gazetteer_version: int
    language: str
    style: str | None
    warning: str | None


def checked(found: Checked, which: Fix) -> CheckedPayload:
    """What was found in a copy, with the text in which that much of it is put right."""
    in_utf16 = utf16_offsets(found.copy.text)
    return {
        "mentions": [mention(one, found.copy.format, in_utf16) for one in found.mentions],
        "corrected": fix(found, which),
        "summary": [row(one) for one in summary(found)],
        "guessed_source_language": guess(found),
        "gazetteer_version": found.gazetteer_version,
        "language": found.copy.language,
        "style": None if found.style is None else found.style.id,
        "warning": found.warning,
    }


def mention(one: Mention, markup: Format, in_utf16: Callable[[int], int]) -> MentionPayload:
    """A mention, with what to put there written as its copy writes it."""
    return {
        "start": one.start,
        "end": one.end,
        "start_utf16": in_utf16(one.start),
        "end_utf16": in_utf16(one.end),
        "surface": one.surface,
        "kind": one.kind,
        "decision": one.decision,
        "entity": None if one.entity is None else entity(one.entity),
        "class": one.advice,
        "replacement": None if one.replacement is None else instead_of(one, one.replacement, markup),
        "alternatives": [text for said in one.alternatives if (text := instead_of(one, said, markup)) is not None],
        "confidence": one.confidence,
        "relation": one.relation,
        "why": one.why,
        "cluster": one.cluster,
    }


def row(one: Row) -> SummaryPayload:
    """What was found of one entity."""
    return {
        "entity": entity(one.entity),
        "mentions": one.mentions,
        "wrong": one.wrong,
        "house_style": one.house_style,
        "replacement": one.replacement,
    }


def guess(found: Checked) -> GuessPayload | None:
    """The language a copy seems to have come through; None where nothing tells."""
    if found.guessed_language is None:
        return None
    return {"language": found.guessed_language, "confidence": found.guess_confidence}
