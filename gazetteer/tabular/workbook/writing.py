"""Writing a sheet again: its rows as they came, each with cells of ours at its end, then the workbook around it.

A cell of ours is text by its type, so that nothing in it can be a formula; an empty one is no cell at all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

from gazetteer.package import Packer, repack
from gazetteer.tabular.added import is_number
from gazetteer.tabular.model import Row, Writer
from gazetteer.tabular.workbook.cell_text import needs_preserving, written
from gazetteer.tabular.workbook.cells import Cell, Cells
from gazetteer.tabular.workbook.columns import column_of, letters_of
from gazetteer.tabular.workbook.parts import XLSX, Workbook

LEVEL = 4  # of packing: more takes twice the time for a file a tenth smaller
WRITTEN_AT_ONCE = 1 << 18
TEXTS_KEPT = 4096  # as they are written, because cells of ours repeat
_SPANS = re.compile(rb"""(?<=\s)spans(\s*=\s*["'](?:[0-9]+:[0-9]+\s+)*[0-9]+:)([0-9]+)""")
# A cell's type, and what else says of what sort its old value was.
_TYPE = re.compile(rb"""\s(?:t|vm)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it came: its number in the sheet, what stands before it, its bytes, the first of the asked cells."""

    number: int
    before: bytes
    content: bytes
    first: Cell | None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the first row; the number of the last row; and the header, if the sheet has one."""

    content: bytes
    height: int
    titles: RawRow | None


class SheetWriter(Writer):
    """Writes the workbook of one sheet; how many cells kept their formulas is counted in `formulas_left`."""

    def __init__(
        self,
        workbook: Workbook,
        cells: Cells,
        head: Head,
        rest: Callable[[], Iterator[bytes]],
        out: BinaryIO,
        added: Sequence[str],
        first: int,
        numbers: Sequence[bool],
    ) -> None:
        self._workbook, self._cells, self._rest, self._out = workbook, cells, rest, out
        self._packer, self._waiting = Packer(XLSX, LEVEL), bytearray()
        self._letters = tuple(letters_of(first + place) for place in range(len(added)))
        self._last, self._numbers, self.formulas_left = first + len(added), numbers, 0
        prefix = cells.prefix
        self._text = lru_cache(TEXTS_KEPT)(_text)
        self._end = re.compile(b"(?:<" + prefix + rb"extLst[\s>].*)?</" + prefix + rb"row\s*+>\Z", re.DOTALL)
        self._open = b"<" + prefix + b'c r="%b%d" t="inlineStr"><' + prefix + b"is><" + prefix + b"t"
        self._close = b"</" + prefix + b"t></" + prefix + b"is></" + prefix + b"c>"
        self._number = b"<" + prefix + b'c r="%b%d"><' + prefix + b"v>%b</" + prefix + b"v></" + prefix + b"c>"
        self._put(self._with_dimension(head) if added else head.content)
        if head.titles is not None:
            texts = (False,) * len(added)
            self._put(head.titles.before + self._extended(head.titles.content, head.titles.number, added, texts))

    def write(self, row: Row, cells: Sequence[str], name: str | None = None) -> None:
        """One row as it came, then our cells; with `name`, that is in the first asked cell, unless that is computed."""
        raw: RawRow = row.raw
        content = raw.content
        if name is not None and raw.first is not None and name != row.values[0]:
            if self._cells.is_formula(raw.first):
                self.formulas_left += 1
            else:
                content = content[: raw.first.start] + self._replaced(raw.first, name) + content[raw.first.end :]
        self._put(raw.before + self._extended(content, raw.number, cells, self._numbers))

    def end(self) -> None:
        """The rest of the sheet, and the workbook."""
        for piece in self._rest():
            self._put(piece)
        self._packer.write(bytes(self._waiting))
        repack(self._workbook.archive, {self._workbook.sheet: self._packer}, self._out)

    def _put(self, piece: bytes) -> None:
        self._waiting += piece
        if len(self._waiting) > WRITTEN_AT_ONCE:
            self._packer.write(bytes(self._waiting))
            self._waiting.clear()

    def _extended(self, row: bytes, number: int, texts: Sequence[str], numbers: Sequence[bool]) -> bytes:
        """A row with cells of ours behind its own."""
        ours = b"".join(
            self._cell(letters, number, text, as_number=as_number)
            for letters, text, as_number in zip(self._letters, texts, numbers, strict=True)
            if text
        )
        end = self._end.search(row, max(0, row.rfind(b"</"))) if b"extLst" not in row else self._end.search(row)
        if not ours or end is None:
            return row
        begun = self._cells.begun(row)
        return self._spanned(row[:begun]) + row[begun : end.start()] + ours + row[end.start() :]

    def _cell(self, letters: bytes, number: int, text: str, *, as_number: bool) -> bytes:
        if as_number and is_number(text):
            return self._number % (letters, number, text.encode())
        return self._open % (letters, number) + self._text(text) + self._close

    def _replaced(self, cell: Cell, text: str) -> bytes:
        prefix = self._cells.prefix
        attributes = _TYPE.sub(b"", cell.attributes)
        begin = b"<" + prefix + b"c" + attributes + b' t="inlineStr"><' + prefix + b"is><" + prefix + b"t"
        return begin + self._text(text) + self._close

    def _spanned(self, start: bytes) -> bytes:
        """The start of a row, with the columns that it says it spans."""
        return _SPANS.sub(lambda said: b"spans" + said[1] + b"%d" % max(int(said[2]), self._last), start, count=1)

    def _with_dimension(self, head: Head) -> bytes:
        """What stands before the first row, with the size that the sheet says it has."""
        pattern = (
            b"(<"
            + self._cells.prefix
            + rb"""dimension\b[^>]*?\sref\s*=\s*["'])([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?"""
        )

        def grown(said: re.Match[bytes]) -> bytes:
            right = max(column_of(said[4] or said[2]) + 1, self._last)
            bottom = max(int(said[5] or said[3]), head.height)
            return said[1] + said[2] + said[3] + b":" + letters_of(right - 1) + b"%d" % bottom

        return re.sub(pattern, grown, head.content, count=1) if head.titles is not None or head.height else head.content


def _text(text: str) -> bytes:
    return (b' xml:space="preserve">' if needs_preserving(text) else b">") + written(text)
