"""What may be checked: a copy's fields, each refused with a text that says what would be right.

Nothing here looks for names; a copy that has none passes, and an empty one too.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TypedDict, TypeVar, Unpack

from gazetteer.errors import BadParameter, UnknownLanguage
from gazetteer.query import check as checked_fields
from gazetteer.query import shown
from gazetteer.styles import style_of
from gazetteer.tagging.model import Copy, Format
from gazetteer.tagging.prose import read_prose
from gazetteer.tagging.tongues import LOOKED_AT, language_of

TEXT_MOST = 200_000  # characters of a copy, and of the article it was made from
IGNORED_MOST = 1_000  # spans; nobody leaves more names alone in one text

Choice = TypeVar("Choice", bound=StrEnum)

# What no copy needs, and what would let a reader see another text than the one that was checked. Joiners stay.
REFUSED = re.compile("[\0\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Fields(TypedDict, total=False):
    """What a caller may say around a text, as it arrives; None is the same as not said."""

    format: str | None
    language: str | None
    source_language: str | None
    source_text: str | None
    style: str | None
    ignore: Sequence[Sequence[int]] | None
    quotations: bool | None


def make_copy(text: str, *, usual: str | None = None, **fields: Unpack[Fields]) -> Copy:
    """The copy that is to be checked; unless its language is said, it is the usual one or plainly another.

    The usual language is that of the style, if it is not given.

    Raises:
        BadParameter: a field is not what it may be; the text says what would be right.
    """
    style = checked_fields(style=fields.get("style"))["style"]
    quotations = fields.get("quotations")
    markup = one_of(Format, "format", fields.get("format")) or Format.TEXT
    language = _language("language", fields.get("language"))
    _text("text", text)
    if language is None:
        read = read_prose(text[:LOOKED_AT], markup).text
        language = language_of(read, usual or style_of(style).language)
    return Copy(
        text=text,
        format=markup,
        language=language,
        source_language=_language("source_language", fields.get("source_language")),
        source_text=_text("source_text", fields.get("source_text")),
        style=style,
        ignore=_spans(fields.get("ignore") or (), len(text)),
        quotations=True if quotations is None else quotations,
    )


def one_of(choices: type[Choice], field: str, said: str | None) -> Choice | None:
    """The one of these that is said; None for None.

    Raises:
        BadParameter: it is none of them.
    """
    if said is None:
        return None
    try:
        return choices(said)
    except ValueError:
        raise BadParameter(f"{field} is one of {', '.join(choices)}, not {shown(said)}.") from None


def too_long(field: str, text: str | None) -> str | None:
    """What to say of a text that is too long; None if it is not."""
    if text is None or len(text) <= TEXT_MOST:
        return None
    return f"{field} has {len(text):,} characters; at most {TEXT_MOST:,} are checked at once. Send it in parts."


Text = TypeVar("Text", str, str | None)


def _text(field: str, text: Text) -> Text:
    if text is None:
        return text
    if problem := too_long(field, text):
        raise BadParameter(problem)
    if found := REFUSED.search(text):
        raise BadParameter(f"{field} has {_named(found[0])} (U+{ord(found[0]):04X}) at {found.start()}; take it out.")
    return text


def _named(character: str) -> str:
    if character == "\0":
        return "a null character"
    return "half of a surrogate pair" if character >= "\ud800" else "a direction override"


def _language(field: str, tag: str | None) -> str | None:
    try:
        return checked_fields(language=tag)["language"]
    except UnknownLanguage as wrong:
        raise UnknownLanguage(f"{field}: {wrong}") from wrong


def _spans(ignored: Sequence[Sequence[int]], length: int) -> tuple[tuple[int, int], ...]:
    if len(ignored) > IGNORED_MOST:
        raise BadParameter(f"ignore has {len(ignored):,} spans; at most {IGNORED_MOST:,} may be left alone.")
    spans = []
    for place, span in enumerate(ignored):
        if len(span) != 2:
            raise BadParameter(f"ignore[{place}] has {len(span)} numbers; a span is two, start and end.")
        start, end = span
        if not 0 <= start < end <= length:
            raise BadParameter(
                f"ignore[{place}] is [{start}, {end}]; a span starts at 0 or later, ends after its start, "
                f"and ends by {length}, where the text does."
            )
        spans.append((start, end))
    return tuple(spans)
