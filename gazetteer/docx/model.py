"""The words of Word documents: the document that was read, its paragraphs and their pieces, and edits.

Offsets count code points of the document's text, from 0; an end is the offset after the last.
"""

from dataclasses import dataclass, field

from gazetteer.package.archive import Archive
from gazetteer.package.markup import Element, Markup


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it came, and the text that is checked: its paragraphs, with an empty line between each two.

    The locked spans of the text are what fields compute, and symbols: edits leave them alone.
    """

    archive: Archive
    text: str
    locked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand in a span of the text, and the sentence of why."""

    start: int
    end: int
    replacement: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a paragraph that come from one element: the text of a w:t from an offset, or all that a tab is.

    A locked one can be read but not replaced.
    """

    node: Element
    start: int
    text: str
    at: int = 0
    locked: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Paragraph:
    """The pieces of a paragraph, with offsets from its start.

    One that is joined runs on in the next, because somebody deleted the mark between them. Twins are the same
    paragraph written again, for programs that cannot show the first.
    """

    commentable: bool
    joined: bool = False
    pieces: list[Piece] = field(default_factory=list)
    twins: list["Paragraph"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Part:
    """A part with prose: its name, its XML, the namespace of Word's elements in it, its paragraphs."""

    name: str
    markup: Markup
    namespace: str
    paragraphs: list[Paragraph]
