"""What an edit touches: the elements of the paragraphs it lies in, and from where to where in each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from gazetteer.docx.model import Edit, Paragraph, Piece
from gazetteer.docx.reading import separators
from gazetteer.errors import BadParameter
from gazetteer.package.markup import Element


@dataclass(frozen=True, slots=True)
class Touched:
    """The part of an element that an edit takes away: characters of a w:t, or all of a tab."""

    node: Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, and the part of it that an edit lies in."""

    paragraph: Paragraph
    start: int
    end: int


class Places:
    """Where the paragraphs of a document begin in its text."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.lengths = [len(paragraph.text) for paragraph in paragraphs]
        steps = (length + len(after) for length, after in zip(self.lengths, separators(paragraphs), strict=True))
        self.starts = list(accumulate(steps, initial=0))[:-1]

    def of(self, edit: Edit, name: str) -> list[Stretch]:
        """The stretches of paragraphs that an edit lies in: one, or several that run on in each other.

        Raises:
            BadParameter: it leaves its paragraph, or would replace what cannot be.
        """
        place = bisect_right(self.starts, edit.start) - 1
        found: list[Stretch] = []
        for number in range(max(place, 0), len(self.paragraphs)):
            begin, length = self.starts[number], self.lengths[number]
            if begin >= edit.end:
                break
            start, end = max(edit.start - begin, 0), min(edit.end - begin, length)
            if start < end:
                found.append(Stretch(self.paragraphs[number], start, end))
        if sum(stretch.end - stretch.start for stretch in found) != edit.end - edit.start:
            raise BadParameter(f"{name} goes from one paragraph to the next; an edit stays in its paragraph.")
        if any(piece.locked for stretch in found for piece in _pieces(stretch)):
            raise BadParameter(f"{name} would replace what a field or a symbol shows, and nobody wrote; leave it out.")
        return found


def versions(stretches: Sequence[Stretch]) -> Iterator[list[Touched]]:
    """What an edit touches, and what it touches in each of the twins."""
    for copies in zip(*([*_with_twins(stretch.paragraph)] for stretch in stretches), strict=False):
        yield [
            touched
            for paragraph, stretch in zip(copies, stretches, strict=True)
            for touched in _touched(Stretch(paragraph, stretch.start, stretch.end))
        ]


def _with_twins(paragraph: Paragraph) -> Iterator[Paragraph]:
    yield paragraph
    for twin in paragraph.twins:
        yield from _with_twins(twin)


def _pieces(stretch: Stretch) -> Iterator[Piece]:
    """The pieces of a stretch; what stands for no character only where it is inside."""
    pieces = stretch.paragraph.pieces
    first = bisect_right(pieces, stretch.start, key=lambda piece: piece.start) - 1
    for piece in islice(pieces, max(first, 0), None):
        if piece.start >= stretch.end:
            break
        if piece.end > stretch.start:
            yield piece


def _touched(stretch: Stretch) -> list[Touched]:
    found: list[Touched] = []
    for piece in _pieces(stretch):
        start = piece.at + max(stretch.start - piece.start, 0)
        end = piece.at + min(stretch.end, piece.end) - piece.start
        if found and found[-1].node is piece.node:
            found[-1] = Touched(piece.node, found[-1].start, end)
        else:
            found.append(Touched(piece.node, start, end))
    return found
