"""Streaming: a text of any length by one system, piece after piece, in constant memory; the same as all at once.

A piece ends where no rule looks across: at a line's end if there is one, else at a blank, never inside a tag. Only a
word or a tag longer than any there is may be cut.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gazetteer.languages import System
from gazetteer.romanization.running import LEFT, Writer

REMEMBERED = 131_072  # words; a whole book has fewer that differ
HELD_MOST = 1 << 20  # characters that may wait for a place to cut


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is whole lines."""

    text: str
    lines: bool


def write_pieces(chunks: Iterable[str], system: System, *, capitals: bool | None = None) -> Iterator[str]:
    """A text that comes in chunks, cut anywhere, in Latin letters as that system writes it."""
    writer = Writer(system, most=REMEMBERED)
    for piece in pieces(chunks):
        # Part of a line, so long that it was cut, is no name.
        yield writer.write(piece.text, capitals if piece.lines or capitals is not None else False)


def pieces(chunks: Iterable[str]) -> Iterator[Piece]:
    """A text that comes in chunks, cut again where it can be.

    >>> [piece.text for piece in pieces(["Ки", "їв і Ль", "вів\\nОде", "са"])]
    ['Київ і Львів\\n', 'Одеса']
    """
    waiting, at_start = "", True
    for chunk in chunks:
        waiting += chunk
        place = _place(waiting)
        if place:
            lines = at_start and waiting[place - 1] == "\n"
            yield Piece(waiting[:place], lines)
            at_start, waiting = waiting[place - 1] == "\n", waiting[place:]
    if waiting:
        yield Piece(waiting, at_start)


def _place(text: str) -> int:
    """Where to cut: behind the last line's end; of what waits too long, behind the last blank, or anywhere."""
    if line := text.rfind("\n") + 1:
        return _outside_tag(text, line)
    if len(text) < HELD_MOST:
        return 0
    blank = max(text.rfind(char) for char in " \t\u00a0") + 1
    return _outside_tag(text, blank) or len(text)


def _outside_tag(text: str, place: int) -> int:
    """The same place, or the one before a tag that is not closed there."""
    opened = text.rfind("<", 0, place)
    if opened < 0 or not LEFT.match(text[opened:place] + ">"):
        return place
    closed = text.find(">", opened, place) >= 0
    return place if closed or place - opened >= HELD_MOST else opened
