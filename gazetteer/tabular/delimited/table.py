"""Delimited text as a table: rows in order, in constant memory, from a stream that is read once and never sought.

A row with fewer cells than there are columns is read as if the rest were empty; one with more is a reject, for nobody
knows which of its cells is which. A blank line is a row without values.
"""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from gazetteer.errors import BadTable, ColumnExists
from gazetteer.tabular.delimited.blocks import BLOCK, Blocks, Units
from gazetteer.tabular.delimited.encodings import WIDE
from gazetteer.tabular.delimited.records import Damage, Records, Split
from gazetteer.tabular.delimited.rewriting import DelimitedWriter
from gazetteer.tabular.delimited.splitting import HINT, LINE_ENDS, Splitter
from gazetteer.tabular.model import Dialect, Reject, Row

# Rows that say how wide a table is.
_LOOKED_AT = 1000


def open_delimited(stream: BinaryIO, dialect: Dialect, *, block: int = BLOCK) -> "DelimitedTable":
    """A table of delimited text, its header read, so many bytes at a time.

    Raises:
        BadTable: the header cannot be read.
    """
    return DelimitedTable(Blocks(stream, dialect.encoding, block), dialect)


class DelimitedTable:
    """An opened file of delimited text."""

    def __init__(self, blocks: Blocks, dialect: Dialect) -> None:
        self._blocks = blocks
        self._splitter = Splitter(dialect)
        self._units = Units(dialect.encoding) if dialect.encoding in WIDE else None
        self._records = Records(blocks, self._splitter)
        self._found = iter(self._records)
        self._writers: list[DelimitedWriter] = []
        self._before = b""
        self._header_row = dialect.header_row
        first = blocks.peek()
        self._header = self._read_header(hinted=bool(HINT.match(first)), named=dialect.header)
        cells = self._splitter.cells(self._header.rstrip(LINE_ENDS)) if self._header else None
        names = tuple(map(self._splitter.text, cells or ()))
        self._missing_names = _width(first[len(self._before + self._header) :], self._splitter, len(names)) - len(names)
        self.columns = names + tuple(str(len(names) + at + 1) for at in range(self._missing_names))

    def rows(self, asked: Sequence[int]) -> Iterator[Row | Reject]:
        """All rows in order, with the text of the columns at these places (from 0); once only."""
        for writer in self._writers:
            writer.first = asked[0] if asked else 0
        last, delimiter, plain_values = len(self.columns) - 1, self._splitter.delimiter, self._plain_values(asked)
        for number, found in enumerate(self._found, start=1):
            if isinstance(found, bytes):
                body = found.rstrip(LINE_ENDS)
                missing = last - body.count(delimiter)
                if body and missing >= 0:
                    yield Row(number, plain_values(body), (body, found[len(body) :], missing))
                    continue
                found = Split(found, body.split(delimiter) if body else [])
            yield self._row(number, found, asked)

    def position(self) -> int:
        """How many bytes of the stream have been read."""
        return self._blocks.read

    def writer(self, out: BinaryIO, added: Sequence[str], *, numbers: Sequence[str] = ()) -> DelimitedWriter:
        """A writer of the same dialect that has written the header; before `rows`. All it writes is text.

        Raises:
            ColumnExists: the file has a column of one of these names; nothing has been written.
        """
        if self._header and (twice := [name for name in added if name in self.columns]):
            raise ColumnExists(
                f'The file has a column "{twice[0]}" already; choose another prefix for the columns that are added.'
            )
        out.write(self._blocks.mark)
        writer = DelimitedWriter(out, self._splitter, self._units.widen if self._units else None)
        writer.begin(self._before, self._header, self._missing_names, added)
        self._writers.append(writer)
        return writer

    def _read_header(self, hinted: bool, named: bool) -> bytes:
        """The header's record; what stands before it is kept. None, where there is none, or nothing but blank lines."""
        above = self._header_row - 1 if named else 0
        for found in self._found if hinted or named else ():
            if above > 0 and not (hinted and not self._before):
                above -= 1
                self._before += found if isinstance(found, bytes) else found.record
                continue
            if isinstance(found, Damage):
                raise BadTable(f"The header on line {self._records.line} cannot be read: {found.reason}.")
            record = found.record if isinstance(found, Split) else found
            if record.strip(LINE_ENDS) and not (hinted and not self._before):
                return record
            self._before += record
            if not named:
                break
        return b""

    def _row(self, number: int, found: Split | Damage, asked: Sequence[int]) -> Row | Reject:
        """A row that is not plain: quoted, blank, or none that can be read."""
        if isinstance(found, Damage):
            return self._reject(found.record, found.reason)
        body, cells = found.record.rstrip(LINE_ENDS), found.cells
        end = found.record[len(body) :]
        if not body:
            return Row(number, (), (body, end, 0))
        missing = len(self.columns) - len(cells)
        if missing < 0:
            return self._reject(
                found.record, f"it has {len(cells):,} cells, and there are {len(self.columns):,} columns"
            )
        text = self._splitter.text
        return Row(number, tuple(text(cells[at]) if at < len(cells) else "" for at in asked), (body, end, missing))

    def _plain_values(self, asked: Sequence[int]) -> Callable[[bytes], tuple[str, ...]]:
        """Reads the asked cells of a row without quotes."""
        encoding, delimiter = self._splitter.encoding, self._splitter.delimiter

        def of_one(body: bytes) -> tuple[str, ...]:
            cells = body.split(delimiter, at + 1)
            return (cells[at].decode(encoding),) if at < len(cells) else ("",)

        def of_several(body: bytes) -> tuple[str, ...]:
            cells = body.split(delimiter)
            return tuple([cells[at].decode(encoding) if at < len(cells) else "" for at in asked])

        at = asked[0] if asked else 0
        return of_one if len(asked) == 1 else of_several

    def _reject(self, record: bytes, reason: str) -> Reject:
        return Reject(self._records.line, reason, self._units.widen(record) if self._units else record)


def _width(rows: bytes, splitter: Splitter, named: int) -> int:
    """How many columns there are: as many as the header names, or as many as most rows have where there is none.

    Where most rows end in a delimiter more than the header, that is a column too, without a name.
    """
    widths: Counter[int] = Counter()
    for found in islice(Records(Blocks(io.BytesIO(rows), splitter.encoding), splitter), _LOOKED_AT):
        body = (found if isinstance(found, bytes) else found.record).rstrip(LINE_ENDS)
        cells = splitter.cells(body) if body and not isinstance(found, Damage) else None
        if cells and not (named and any(cells[named:])):
            widths[len(cells)] += 1
    if not widths:
        return named
    width, usual = max(widths.items(), key=lambda one: (one[1], one[0]))
    return max(width, named) if not named or usual * 2 > widths.total() else named
