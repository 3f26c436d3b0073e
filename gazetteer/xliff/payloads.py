"""Checked XLIFF documents as JSON: the one shape in which they leave the program, over HTTP and the command line alike.

Mentions are those of a checked copy, and offsets those of a segment's text, in which U+FFFC stands for code.
"""

from collections.abc import Callable, Iterator
from itertools import groupby

from typing_extensions import TypedDict

from gazetteer.tagging.fixing import CARRIED_OUT, summary, utf16_offsets
from gazetteer.tagging.model import Fix, Format
from gazetteer.tagging.payloads import GuessPayload, MentionPayload, SummaryPayload, guess, mention, row
from gazetteer.xliff.model import CheckedDocument, CheckedPart, Found, Left


class XliffMentionPayload(MentionPayload):
    """A name in a target: the file, unit and segment it is in, by their ids, and its offsets in the segment's text.

    `fixed` says whether its replacement was put in; `left` why one that is sure is not: `tags` where a pair of
    tags would be left empty, `cdata` where the encoding has no way to write it.
    """

    file: str | None
    unit: str | None
    segment: str | None
    fixed: bool
    left: Left | None


class XliffPartPayload(TypedDict):
    """All targets in one pair of languages, which were checked as one copy, and the style they were checked in."""

    source_language: str | None
    language: str
    style: str
    segments: int
    summary: list[SummaryPayload]
    guessed_source_language: GuessPayload | None


class CheckedXliffPayload(TypedDict):
    """The names found in the targets of an XLIFF file, part by part, in order."""

    version: str
    mentions: list[XliffMentionPayload]
    parts: list[XliffPartPayload]
    gazetteer_version: int


def checked_xliff(found: CheckedDocument, which: Fix) -> CheckedXliffPayload:
    """What was found in a document of which that much is put right."""
    return {
        "version": found.document.version,
        "mentions": [one for part in found.parts for one in _mentions(part, which)],
        "parts": [_part(part) for part in found.parts],
        "gazetteer_version": max(part.checked.gazetteer_version for part in found.parts),
    }


def _mentions(part: CheckedPart, which: Fix) -> Iterator[XliffMentionPayload]:
    for _, some in groupby(part.found, key=lambda one: id(one.segment)):
        first, *others = some
        in_utf16 = utf16_offsets(first.segment.text)
        for one in (first, *others):
            yield _mention(one, which, in_utf16)


def _mention(one: Found, which: Fix, in_utf16: Callable[[int], int]) -> XliffMentionPayload:
    advised = one.mention.replacement is not None and one.mention.advice in CARRIED_OUT[which]
    return {
        "file": one.segment.file,
        "unit": one.segment.unit,
        "segment": one.segment.segment,
        "fixed": advised and one.left is None,
        "left": one.left,
        **mention(one.mention, Format.TEXT, in_utf16),
    }


def _part(part: CheckedPart) -> XliffPartPayload:
    return {
        "source_language": part.part.copy.source_language,
        "language": part.part.copy.language,
        "style": part.part.style.id,
        "segments": len(part.part.segments),
        "summary": [row(one) for one in summary(part.checked)],
        "guessed_source_language": guess(part.checked),
    }
