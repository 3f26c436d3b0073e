"""A part of XML cut at the elements of a list, as it streams by: rows of a sheet, strings of a workbook.

Every piece keeps its bytes, so that all of them together are the part again. That the XML is sound, has no document
type and is UTF-8 is seen to by a real parser that reads along; cutting relies on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from gazetteer.package.sort import Sort

# What may stand between two elements without meaning anything.
NOTHING = rb"(?:\s++|<!--(?:[^-]|-(?!->))*+-->|<\?(?:[^?]|\?(?!>))*+\?>)*+"
ATTRIBUTES = rb"""(?:\s++[^\s=<>"'/]++\s*+=\s*+(?:"[^"]*+"|'[^']*+'))*+"""
HEAD_MOST = 16_000_000  # bytes before the list: columns' widths and the like
ITEM_MOST = 64_000_000  # bytes of one element, with what stands before it
SHEETS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_SKIPPED = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}


@dataclass(frozen=True, slots=True)
class Item:
    """An element of the list, and the bytes between the one before and it."""

    before: bytes
    content: bytes


class Cutter:
    """Cuts one part: its head, which ends with the start of the list; the list's items; its tail, piece by piece.

    Raises:
        GazetteerError: the sort's own: the part is not what it should be.
    """

    def __init__(self, name: str, pieces: Iterator[bytes], sort: Sort, *, of: tuple[str, str]) -> None:
        self._name, self._sort = name, sort
        self._pieces = _read_along(name, pieces, sort)
        self._buffer, self._at, self.read = b"", 0, 0
        self.head, self.prefix, self.empty = self._take_head(of[0])
        container, item = (self.prefix + one.encode() for one in of)
        self._start = re.compile(b"(" + NOTHING + b")<" + item + ATTRIBUTES + rb"\s*+(/?)>", re.DOTALL)
        self._closing = b"</" + item
        self._close = re.compile(b"</" + item + rb"\s*+>|<!--|<!\[CDATA\[|<\?")
        self._end = re.compile(b"(" + NOTHING + b")(?=</" + container + rb"\s*+>)", re.DOTALL)

    def items(self) -> Iterator[Item]:
        """The items of the list, one after another; what stands after the last is left for the tail."""
        while not self.empty:
            started = self._start.match(self._buffer, self._at)
            if started is None:
                if self._end.match(self._buffer, self._at):
                    return
                self._need_more("has something among its rows that is none")
                continue
            end = started.end() if started[2] else self._find_close(started.end())
            if end is None:
                continue  # from the start, in what is now a longer buffer
            yield Item(started[1], self._buffer[started.end(1) : end])
            self._at = end

    def tail(self) -> Iterator[bytes]:
        """Whatever the items left."""
        yield self._buffer[self._at :]
        yield from self._pieces

    def _find_close(self, place: int) -> int | None:
        """Where the item ends; None if more had to be read to find out."""
        at = self._buffer.find(self._closing, place)
        if at > 0 and not any(self._buffer.find(mark, place, at) > 0 for mark in (b"<!", b"<?")):
            place = at  # as almost always: nothing on the way that could only look like the end
        while (found := self._close.search(self._buffer, place)) is not None:
            if found[0] not in _SKIPPED:
                return found.end()
            place = self._buffer.find(_SKIPPED[found[0]], found.end())
            if place < 0:
                break
        self._need_more("has a row that does not end")
        return None

    def _need_more(self, otherwise: str) -> None:
        """Read on, in steps that grow with what is held, so that a long item is not looked through too often."""
        self._buffer, self._at = self._buffer[self._at :], 0
        if len(self._buffer) > ITEM_MOST:
            raise self._sort.too_large(
                f"{self._name} in the {self._sort.noun} has a row of more than {ITEM_MOST // 1_000_000} MB, "
                "which is not read; take it out."
            )
        more, wanted = [], max(1, len(self._buffer))
        while wanted > 0 and (piece := next(self._pieces, b"")):
            more.append(piece)
            wanted -= len(piece)
        if not more:
            raise self._sort.damaged(f"{self._name} {otherwise}")
        self._buffer += b"".join(more)

    def _take_head(self, container: str) -> tuple[bytes, bytes, bool]:
        """What stands before the first item, the prefix of the elements' names, and whether the list is empty."""
        start = re.compile(
            rb"<!--(?:[^-]|-(?!->))*+-->|<\?(?:[^?]|\?(?!>))*+\?>|<!\[CDATA\[(?:[^\]]|\](?!\]>))*+\]\]>"
            rb"|<((?:[^\s<>/:!?\"']++:)?)" + container.encode() + b"(" + ATTRIBUTES + rb")\s*+(/?)>",
            re.DOTALL,
        )
        for piece in self._pieces:
            self._buffer += piece
            found = next((one for one in start.finditer(self._buffer) if one[1] is not None), None)
            if found is not None:
                self._at = found.end()
                return self._buffer[: found.end()], found[1], bool(found[3])
            if len(self._buffer) > HEAD_MOST:
                break
        raise self._sort.damaged(f"{self._name} has no {container}")


def _read_along(name: str, pieces: Iterator[bytes], sort: Sort) -> Iterator[bytes]:
    """The pieces, none of which is given out before a parser found it sound."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def declared(_: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            raise sort.bad(
                f"{name} in the {sort.noun} is in {encoding}, not in UTF-8; save it again from {sort.program}."
            )

    def typed(*_: object) -> None:
        raise sort.bad(
            f"{name} in the {sort.noun} has a document type (DOCTYPE), which {sort.program} never writes and which "
            f"is not read; save it again from {sort.program}."
        )

    def began(element: str, _: object) -> None:
        parser.StartElementHandler = None
        if element.partition(" ")[0] not in SHEETS:
            raise sort.bad(
                f"{name} in the {sort.noun} is not a sheet's XML; save it again from {sort.program} as .xlsx."
            )

    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler, parser.StartElementHandler = declared, typed, began
    first = True
    try:
        for piece in pieces:
            if first and piece.startswith((b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")):
                declared("", "UTF-16", 0)
            first = False
            parser.Parse(piece, False)
            yield piece
        parser.Parse(b"", True)
    except expat.ExpatError as wrong:
        raise sort.damaged(f"{name} is not sound XML ({wrong})") from wrong
