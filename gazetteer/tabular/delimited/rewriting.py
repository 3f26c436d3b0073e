"""Rewriting: rows of delimited text written again, every byte as it came, with cells of ours before the line end.

A row that has fewer cells than the file has columns gets the delimiters it lacks, so that our cells stand in their
columns; a blank line gets nothing. Each row keeps its own line end, and the last one its lack of one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import BinaryIO

from gazetteer.tabular.delimited.cells import Cells, Written
from gazetteer.tabular.delimited.splitting import Splitter
from gazetteer.tabular.model import Ours, Row, Writer


class DelimitedWriter(Writer):
    """Writes the rows of one table; `replaced` says how many of our cells the encoding could not hold as they are.

    `spaced` says in how many a space stands for what would part cells, as the file has no quotes.
    """

    def __init__(self, out: BinaryIO, splitter: Splitter, widen: Callable[[bytes], bytes] | None) -> None:
        self.first = 0  # the asked column that a name replaces
        self._put = out.write if widen is None else lambda narrow: out.write(widen(narrow))
        self._splitter = splitter
        self._cells = Cells(splitter)
        self.replaced = self.spaced = 0  # each time one was written

    def begin(self, before: bytes, header: bytes, missing: int, added: Sequence[str]) -> None:
        """What stands before the rows: the byte order mark and lines that are no rows, then the header, if any."""
        self._put(before)
        if header:
            body = header.rstrip(b"\r\n")
            lacked = self._splitter.delimiter * missing if added else b""
            self._put(body + lacked + self._counted(self._cells.row(added)) + header[len(body) :])

    def write(self, row: Row, cells: Sequence[str], name: str | None = None) -> None:
        """One row as it came, then our cells; with `name`, that stands in place of the first asked column's cell."""
        self._put(self._row(row, self._cells.row(cells), name))

    def prepared(self, cells: Sequence[str]) -> Written:
        """Our cells beside each other as they are written."""
        return self._cells.row(cells)

    def write_all(self, rows: Iterable[Row], ours: Mapping[tuple[str, ...], Ours]) -> None:
        """These rows in their order, each with what is ours for its values."""
        pieces: list[bytes] = []
        for row in rows:
            body, end, missing = row.raw
            one = ours[row.values]
            cells: Written = one.cells
            # Most rows are so; for them, nothing is called.
            if body and not missing and one.name is None and not cells.replaced and not cells.spaced:
                pieces += body, cells.said, end
            else:
                pieces.append(self._row(row, cells, one.name))
        self._put(b"".join(pieces))

    def refuses(self, name: str) -> str | None:
        """Why a name cannot stand in place of a cell; None if it can."""
        return self._cells.refuses(name)

    def end(self) -> None:
        """Nothing stands behind the last row."""

    def _row(self, row: Row, cells: Written, name: str | None) -> bytes:
        body, end, missing = row.raw
        if not body:
            return bytes(end)
        if name is not None and name != row.values[0]:
            body, missing = self._renamed(body, missing, name)
        if missing and cells.said:
            body += self._splitter.delimiter * missing
        return bytes(body + self._counted(cells) + end)

    def _counted(self, cells: Written) -> bytes:
        self.replaced += cells.replaced
        self.spaced += cells.spaced
        return cells.said

    def _renamed(self, body: bytes, missing: int, name: str) -> tuple[bytes, int]:
        """A row with another name in it, and how many cells it lacks then."""
        splitter = self._splitter
        cells = splitter.cells(body) or []
        lacking = max(0, self.first + 1 - len(cells))
        cells += [b""] * lacking
        quoted = splitter.quote is not None and cells[self.first].startswith(splitter.quote)
        cells[self.first] = self._counted(self._cells.one(name, quoted))
        return splitter.delimiter.join(cells), missing - lacking
