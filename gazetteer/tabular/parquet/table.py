"""Parquet files: read and written row group by row group, of which one at a time, or a part of a large one, is held.

Schema, metadata, compression and sizes of row groups stay; columns of ours are strings, or doubles where told so.
"""

from collections.abc import Iterator, Sequence
from io import SEEK_END
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from gazetteer.errors import BadTable
from gazetteer.tabular.added import check_added
from gazetteer.tabular.model import Reject, Row
from gazetteer.tabular.parquet.values import Unreadable, texts
from gazetteer.tabular.parquet.writing import ParquetWriter, Part

# A row group of more than this is read, and written, in parts of at most this size.
GROUP_MOST = 128_000_000  # bytes
ROWS_MOST = 1 << 20
READ_AT_ONCE = 1 << 16  # rows


class ParquetTable:
    """The rows of a Parquet file; the columns are those of its schema."""

    def __init__(self, file: BinaryIO) -> None:
        """In a file that can be read at any place.

        Raises:
            BadTable: it is no Parquet file that can be read.
        """
        self._size, self._read = file.seek(0, SEEK_END), 0
        if not self._size:
            raise BadTable("The file is empty; send a Parquet file.")
        try:
            self._file = pq.ParquetFile(file)
            self._schema = self._file.schema_arrow
        except (pa.ArrowException, OSError, ValueError) as wrong:
            raise _damaged(wrong) from wrong
        self.columns = tuple(self._schema.names)
        if len(set(self.columns)) < len(self.columns):
            raise BadTable("Two columns of the Parquet file have the same name; give each its own.")

    def rows(self, asked: Sequence[int]) -> Iterator[Row | Reject]:
        """All rows in order, with the text of the values in these columns."""
        names = [self.columns[place] for place in asked]
        number, metadata, first = 0, self._file.metadata, asked[0] if asked else None
        for group in range(metadata.num_row_groups):
            for batch in self._batches(group, names):
                columns = [texts(batch.column(name)) for name in names]
                for values in zip(*columns, strict=True) if columns else [()] * batch.num_rows:
                    number += 1
                    wrong = next((value for value in values if isinstance(value, Unreadable)), None)
                    if wrong is not None:
                        yield Reject(number, f"Row {number} {wrong.why}.", wrong.raw)
                    else:
                        yield Row(number, values, first)
            self._read += sum(
                metadata.row_group(group).column(place).total_compressed_size for place in range(metadata.num_columns)
            )
        self._read = self._size

    def position(self) -> int:
        """How many bytes of row groups have been gone through."""
        return self._read

    def writer(self, out: BinaryIO, added: Sequence[str], *, numbers: Sequence[str] = ()) -> ParquetWriter:
        """A writer of the same schema, with columns of ours at its end; empty cells of theirs are null.

        Raises:
            ColumnExists: there is a column of such a name.
        """
        check_added(self.columns, added)
        kinds = {name: name in numbers for name in added}
        return ParquetWriter(self._file, self._batches, self._parts(), out, kinds)

    def _parts(self) -> Iterator[Part]:
        """How the rows are held together."""
        for group in range(self._file.metadata.num_row_groups):
            known = self._file.metadata.row_group(group)
            most = min(ROWS_MOST, max(1, known.num_rows * GROUP_MOST // max(known.total_byte_size, GROUP_MOST)))
            for start in range(0, known.num_rows, most):
                yield Part(group, min(most, known.num_rows - start))

    def _batches(self, group: int, names: Sequence[str] | None = None) -> Iterator[Any]:
        """The rows of a row group, some at a time.

        Raises:
            BadTable: they are damaged.
        """
        try:
            yield from self._file.iter_batches(READ_AT_ONCE, row_groups=[group], columns=names)
        except (pa.ArrowException, OSError) as wrong:
            raise _damaged(wrong) from wrong


def _damaged(wrong: Exception) -> BadTable:
    said = str(wrong).partition("\n")[0].rstrip(".")
    if "ncrypt" in said or "ecrypt" in said:
        return BadTable("The Parquet file is encrypted; write it again without encryption.")
    return BadTable(f"The Parquet file is damaged, or none ({said}). Write it again, or copy it again, whole.")
