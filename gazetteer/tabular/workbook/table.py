"""Workbooks (.xlsx, .xlsm): the rows of one sheet, read and written as they stream by.

A row is one that has something in it; rows of formats alone pass through. Everything but cells of ours leaves as it
came: the sheet's other bytes, and all other parts of the workbook.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from gazetteer.errors import TableTooLarge
from gazetteer.package import open_archive
from gazetteer.tabular.added import check_added
from gazetteer.tabular.model import Reject, Row
from gazetteer.tabular.workbook.cells import Cell, Cells, UnreadableCell
from gazetteer.tabular.workbook.columns import COLUMNS_MOST
from gazetteer.tabular.workbook.cutting import Cutter
from gazetteer.tabular.workbook.parts import XLSX, Workbook, open_workbook
from gazetteer.tabular.workbook.shared_strings import SharedStrings
from gazetteer.tabular.workbook.shown_numbers import shows
from gazetteer.tabular.workbook.survey import Survey, survey
from gazetteer.tabular.workbook.writing import Head, RawRow, SheetWriter


def open_spreadsheet(
    file: BinaryIO, sheet: str | int | None = None, *, header: bool = True, header_row: int | None = None
) -> "SheetTable":
    """A sheet of the workbook in a file that can be read at any place; the first that can be seen, without a choice.

    Raises:
        BadTable: it is no workbook that can be read, or not safely.
        BadParameter: it has no such sheet.
    """
    return SheetTable(open_workbook(open_archive(file, XLSX), sheet), header=header, header_row=header_row)


@dataclass(frozen=True, slots=True)
class _Found:
    """A row as it was found: its number in the sheet, what stands before it, its bytes."""

    number: int
    before: bytes
    content: bytes


class SheetTable:
    """The rows of a sheet below its header, which is the first row with anything in it, or of this number or later."""

    def __init__(self, workbook: Workbook, *, header: bool = True, header_row: int | None = None) -> None:
        archive = workbook.archive
        self._workbook, self._read = workbook, 0
        strings = SharedStrings(archive, workbook.strings)
        styles = shows(archive, workbook.styles, from_1904=workbook.from_1904)
        self._cutter = Cutter(workbook.sheet, self._counted(), XLSX, of=("sheetData", "row"))
        self._cells = Cells(self._cutter.prefix, strings, styles)
        self._survey: Survey = survey(workbook, self._cells)
        self._found = self._with_values()
        self._left = b""  # what came after the last row that was given out
        titles = self._heading(header_row or 1) if header else None
        self._titles = titles
        self.columns = self._names(titles) if header else tuple(map(str, range(1, self._survey.width + 1)))

    def notes(self) -> tuple[str, ...]:
        """Which sheet is read, and which row of it names the columns."""
        header = "without a header" if self._titles is None else f"its header is row {self._titles.number:,}"
        return (f"The sheet {self._workbook.sheet_name!r} is read; {header}.",)

    def rows(self, asked: Sequence[int]) -> Iterator[Row | Reject]:
        """All rows in order, with what a person reads in the cells of these columns."""
        wanted = sorted(set(asked))
        for number, row in enumerate(self._found, start=1):
            cells = self._cells_at(row.content, wanted)
            try:
                read = {column: self._cells.value(cell) for column, cell in cells.items()}
            except UnreadableCell as why:
                self._left = row.before
                yield Reject(row.number, f"In row {row.number} {why}.", row.content)
                continue
            first = cells.get(asked[0]) if asked else None
            values = tuple(read.get(column, "") for column in asked)
            yield Row(number, values, RawRow(row.number, row.before, row.content, first))

    def position(self) -> int:
        """How much of the file has been read: its share of the file is the share of the sheet that has been."""
        whole = self._workbook.archive.entries[self._workbook.sheet].info.file_size
        return self._workbook.archive.size * self._read // max(whole, 1)

    def writer(self, out: BinaryIO, added: Sequence[str], *, numbers: Sequence[str] = ()) -> SheetWriter:
        """A writer of the whole workbook, with columns of ours right of all that is in the sheet.

        Those in `numbers` are written as numbers. Cells with formulas are never replaced.

        Raises:
            ColumnExists: the sheet has a column of such a name.
            TableTooLarge: there is no room for them.
        """
        check_added(self.columns, added)
        first = self._survey.width
        if first + len(added) > COLUMNS_MOST:
            raise TableTooLarge(
                f"The sheet is in use up to column {first:,} of {COLUMNS_MOST:,}, which leaves no room for "
                f"{len(added)} more; delete the empty columns at its right, or copy what matters to a new sheet."
            )
        titles = (
            None
            if self._titles is None
            else RawRow(self._titles.number, self._titles.before, self._titles.content, None)
        )
        head = Head(self._cutter.head, self._survey.height, titles)
        kinds = tuple(name in numbers for name in added)
        return SheetWriter(self._workbook, self._cells, head, self._rest, out, added, first, kinds)

    def _counted(self) -> Iterator[bytes]:
        for piece in self._workbook.archive.pieces(self._workbook.sheet):
            self._read += len(piece)
            yield piece

    def _with_values(self) -> Iterator[_Found]:
        """The rows that have anything in them; the others are what stands before the next."""
        last = 0
        for item in self._cutter.items():
            last = self._cells.number(item.content) or last + 1
            self._left += item.before
            if not self._cells.has_values(item.content):
                self._left += item.content
                continue
            before, self._left = self._left, b""
            yield _Found(last, before, item.content)

    def _heading(self, number: int) -> _Found | None:
        """The first row of this number or a later one; rows above it are what stands before it."""
        above = b""
        for row in self._found:
            if row.number >= number:
                return _Found(row.number, above + row.before, row.content)
            above += row.before + row.content
        self._left = above + self._left
        return None

    def _rest(self) -> Iterator[bytes]:
        """What stands behind the last row; rows that nobody asked for come first."""
        for row in self._found:
            yield row.before + row.content
        yield self._left
        yield from self._cutter.tail()

    def _cells_at(self, row: bytes, columns: Sequence[int]) -> dict[int, Cell]:
        if self._survey.usual:
            found = ((column, self._cells.find(row, column)) for column in columns)
            return {column: cell for column, cell in found if cell is not None}
        return {cell.column: cell for cell in self._cells.all(row) if cell.column in columns}

    def _names(self, titles: _Found | None) -> tuple[str, ...]:
        if titles is None:
            return ()
        cells = {cell.column: self._title(cell) for cell in self._cells.all(titles.content)}
        return tuple(cells.get(column, "") for column in range(max(cells, default=-1) + 1))

    def _title(self, cell: Cell) -> str:
        try:
            return self._cells.value(cell)
        except UnreadableCell:
            return ""  # a column without a name; its rows are read all the same
