"""Writing a Parquet file again: each row group as it was, with columns of ours beside its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from gazetteer.errors import BadParameter
from gazetteer.tabular.added import is_number
from gazetteer.tabular.model import Row, Writer

STORED_SCHEMA = b"ARROW:schema"
OLD_VERSION, VERSION = "1.0", "2.6"
DICTIONARIES = {"RLE_DICTIONARY", "PLAIN_DICTIONARY"}

Batches = Callable[[int], Iterator[Any]]  # of a row group, all columns


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a row group that are held and written together: all of them, but of a large group."""

    group: int
    rows: int


class ParquetWriter(Writer):
    """Gathers the cells of ours for the rows that are held together, then writes these with all their columns.

    A row that was not written is left out: it has gone to the rejects.
    """

    def __init__(
        self, file: Any, batches: Batches, parts: Iterator[Part], out: BinaryIO, added: dict[str, bool]
    ) -> None:
        """Of an opened file; `added` says of each column of ours whether it holds numbers."""
        schema = file.schema_arrow
        self._types = [pa.float64() if number else pa.string() for number in added.values()]
        for name, kind in zip(added, self._types, strict=True):
            schema = schema.append(pa.field(name, kind))
        self._schema, self._parts = schema, parts
        self._writer = pq.ParquetWriter(out, schema, **_as_it_was(file, list(added)))
        self._rows = _Rows(batches)
        self._part, self._start = next(parts, None), 0  # the number of the row before the part
        self._numbers = list(added.values())
        self._clear()

    def write(self, row: Row, cells: Sequence[str], name: str | None = None) -> None:
        """One row as it came, then our cells; with `name`, that stands in place of the first asked column's value.

        Raises:
            BadParameter: that column holds no text.
        """
        while self._part is not None and row.number > self._start + self._part.rows:
            self._write_part(self._part)
        place = row.number - self._start - 1
        self._kept.append(place)
        for kept, cell, number in zip(self._cells, cells, self._numbers, strict=True):
            kept.append((float(cell) if is_number(cell) else None) if number else cell or None)
        if name is not None and name != row.values[0]:
            self._names.setdefault(self._column_of_text(row.raw), {})[place] = name

    def end(self) -> None:
        """What was gathered last, and the file's own end."""
        while self._part is not None:
            self._write_part(self._part)
        self._writer.close()

    def _write_part(self, part: Part) -> None:
        table = self._rows.take(part)
        for column, names in self._names.items():
            table = table.set_column(column, table.field(column), _replaced(table.column(column), names))
        if len(self._kept) < part.rows:
            table = table.take(pa.array(self._kept, pa.int64()))
        ours = [pa.array(cells, kind) for cells, kind in zip(self._cells, self._types, strict=True)]
        if self._kept:
            whole = pa.Table.from_arrays([*table.columns, *ours], schema=self._schema)
            self._writer.write_table(whole, row_group_size=whole.num_rows)
        self._part, self._start = next(self._parts, None), self._start + part.rows
        self._clear()

    def _clear(self) -> None:
        self._kept: list[int] = []
        self._cells: list[list[str | float | None]] = [[] for _ in self._numbers]
        self._names: dict[int, dict[int, str]] = {}

    def _column_of_text(self, column: int) -> int:
        field = self._schema.field(column)
        kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
            return column
        raise BadParameter(
            f"The column {field.name!r} holds {field.type}, no text, so that no name can stand in its place; "
            "let the names stand in a new column."
        )


class _Rows:
    """The rows of the file with all their columns, part by part."""

    def __init__(self, batches: Batches) -> None:
        self._batches, self._group, self._more = batches, -1, iter(())
        self._left: Any = None

    def take(self, part: Part) -> Any:
        """The rows of the next part, as a table."""
        if part.group != self._group:
            self._group, self._more, self._left = part.group, self._batches(part.group), None
        taken, wanted = [], part.rows
        while wanted:
            batch = self._left if self._left is not None else next(self._more)
            taken.append(batch.slice(0, wanted))
            self._left = batch.slice(wanted) if batch.num_rows > wanted else None
            wanted -= taken[-1].num_rows
        return pa.Table.from_batches(taken)


def _replaced(column: Any, names: dict[int, str]) -> Any:
    """A column with names in place of what it had."""
    values = column.to_pylist()
    for place, name in names.items():
        values[place] = name
    return pa.array(values, column.type)


def _as_it_was(file: Any, added: Sequence[str]) -> dict[str, Any]:
    """How the file was written, as far as it says, for the writer."""
    known = file.metadata
    options: dict[str, Any] = {
        "version": OLD_VERSION if known.format_version == OLD_VERSION else VERSION,
        "store_schema": STORED_SCHEMA in (known.metadata or {}),
    }
    if not known.num_row_groups:
        return options
    group = known.row_group(0)
    columns = [group.column(place) for place in range(known.num_columns)]
    packings = {one.path_in_schema: _packing(one.compression) for one in columns}
    usual = next(iter(packings.values()), "snappy")
    return options | {
        "compression": packings | dict.fromkeys(added, usual),
        "use_dictionary": [one.path_in_schema for one in columns if DICTIONARIES & set(one.encodings)] + list(added),
        "write_statistics": [one.path_in_schema for one in columns if one.is_stats_set] + list(added),
        "use_deprecated_int96_timestamps": any(one.physical_type == "INT96" for one in columns),
        "use_compliant_nested_type": not any(one.path_in_schema.endswith(".list.item") for one in columns),
        "write_page_index": any(one.has_offset_index for one in columns),
        "sorting_columns": list(group.sorting_columns) or None,
    }


def _packing(name: str) -> str:
    return "none" if name == "UNCOMPRESSED" else name.lower()
