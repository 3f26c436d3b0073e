"""The words of XLIFF files: the document, its segments, and the pieces of text that tags part a target into.

Offsets of a piece's characters count code points of the whole document; those of a segment, of its own text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gazetteer.model import Style
from gazetteer.tagging.model import Checked, Copy, Mention

# What stands in a segment's text for code, a placeholder or protected words: no name spans it.
BARRIER = "\ufffc"
# What stands between the segments that are checked together.
JOINT = "\n\n"


class Left(StrEnum):
    """Why advice that is sure is not carried out: what a fix would do to the markup."""

    TAGS = "tags"  # a pair of tags would be left with nothing between
    CDATA = "cdata"  # the encoding lacks a letter, and a CDATA section has no other way to write it


@dataclass(frozen=True, slots=True)
class Written:
    """A document's text, without the byte order mark, and how it was written."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Another text as this document writes its own."""
        return self.mark + text.encode(self.encoding)

    def writes(self, text: str) -> bool:
        """Whether the encoding has all the letters of a text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a segment that no tag, comment or edge of a CDATA section parts; from `start` in the segment's text.

    Its character at i is the document's from starts[i] to ends[i]. It is `wrapped` where the tag before it
    opens and the one after it closes: without it they would have nothing between.
    """

    start: int
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    cdata: bool = False
    wrapped: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Segment:
    """A translated segment: where it is, its text with barriers for code, and the pieces the text is made of.

    `segment` is None where a unit is not segmented, or has text between its segments.
    """

    file: str | None
    unit: str | None
    segment: str | None
    text: str
    pieces: Sequence[Piece]
    source: str
    source_language: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its version, and its translated segments in order; those not to be translated are left."""

    written: Written
    version: str
    segments: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class Part:
    """All segments of a document in one pair of languages, as one copy; the segment at i begins at starts[i] of it."""

    copy: Copy
    style: Style
    segments: Sequence[Segment]
    starts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of the document, from start to end, that give way to others."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its offsets in a segment's text, and the edits that carry its advice out, or why none do."""

    mention: Mention
    segment: Segment
    edits: Sequence[Edit] = ()
    left: Left | None = None


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A part with what was found in it: as a copy, and segment by segment."""

    part: Part
    checked: Checked
    found: Sequence[Found]


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document with all that was found in it."""

    document: Document
    parts: Sequence[CheckedPart]
