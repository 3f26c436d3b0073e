"""Placing a replacement in the pieces that a name stands in, so that tags stay where they are, in their order.

What a pair of tags has alone between is never left empty: it keeps a letter at least, or nothing is done.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from gazetteer.tagging.sharing import share_out
from gazetteer.xliff.model import Edit, Left, Piece, Segment, Written


def place(written: Written, segment: Segment, start: int, end: int, replacement: str) -> Sequence[Edit] | Left:
    """The edits that put a replacement where start:end of a segment's text is, or why there are none."""
    name = segment.text[start:end]
    first = max(bisect_right(segment.pieces, start, key=_start) - 1, 0)
    spans = [
        (piece, max(start - piece.start, 0), min(end, piece.end) - piece.start)
        for piece in takewhile(lambda piece: piece.start < end, islice(segment.pieces, first, None))
        if start < piece.end
    ]
    lengths = [stop - begin for _, begin, stop in spans]
    if sum(lengths) != len(name):
        return Left.TAGS  # something stands in the name that is no text
    needed = [piece.wrapped and stop - begin == len(piece.text) for piece, begin, stop in spans]
    shares = share_out(name, lengths, needed, replacement)
    if shares is None:
        return Left.TAGS
    edits: list[Edit] = []
    for (piece, begin, stop), share in zip(spans, shares, strict=True):
        edit = _edit(piece, begin, stop, share)
        if edit is None:
            continue
        if piece.cdata and (">" in edit.text or not written.writes(edit.text)):
            return Left.CDATA
        edits.append(edit if piece.cdata else Edit(edit.start, edit.end, escape(edit.text, written)))
    return edits


def escape(text: str, written: Written) -> str:
    """A text as the document writes it outside of CDATA: what is markup, or not in its encoding, as a reference."""
    return "".join(_escaped(character, written) for character in text)


def _start(piece: Piece) -> int:
    return piece.start


def _escaped(character: str, written: Written) -> str:
    known = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(character)
    return known or (character if written.writes(character) else f"&#x{ord(character):X};")


def _edit(piece: Piece, begin: int, stop: int, share: str) -> Edit | None:
    """The edit that makes begin:stop of a piece read otherwise, its text as it reads; None if it does already."""
    old = piece.text[begin:stop]
    if old == share:
        return None
    first = _alike(zip(old, share, strict=False))
    last = _alike(zip(reversed(old[first:]), reversed(share[first:]), strict=False))
    text = share[first : len(share) - last]
    begin, stop = begin + first, stop - last
    if begin == stop:  # only letters more: they go between two that stay
        at = piece.starts[begin] if begin < len(piece.text) else piece.ends[-1]
        return Edit(at, at, text)
    return Edit(piece.starts[begin], piece.ends[stop - 1], text)


def _alike(pairs: Iterator[tuple[str, str]]) -> int:
    """How many pairs at the beginning are of one letter."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
