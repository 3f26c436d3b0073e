"""Parquet files come back with the same rows, schema, metadata and row groups, and columns of ours at their end."""

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gazetteer.errors import BadParameter, BadTable, ColumnExists, MissingLibrary
from gazetteer.tabular.model import Reject, Row
from gazetteer.tabular.opening import open_table
from gazetteer.tabular.parquet import table as parquet
from gazetteer.tabular.parquet.table import ParquetTable

ADDED = ("g_name", "g_confidence")
NAMES = pa.table({"name": ["Kiev", None, "Lvov", "", "東京"], "n": [1, 2, None, 4, 5]})


def file_of(table: Any, **options: Any) -> bytes:
    out = BytesIO()
    pq.write_table(table, out, **options)
    return out.getvalue()


def through(data: bytes, asked: Sequence[int] = (0,), name: str | None = None) -> tuple[Any, list[Row | Reject]]:
    """What is written with two columns of ours, as pyarrow opens it, and what was read."""
    table, out = ParquetTable(BytesIO(data)), BytesIO()
    writer = table.writer(out, ADDED, numbers=ADDED[1:])
    found = list(table.rows(asked))
    for row in found:
        if isinstance(row, Row):
            writer.write(row, (f"name {row.number}", "0.93" if row.number % 2 else ""), name)
    writer.end()
    assert table.position() == len(data)
    return pq.ParquetFile(BytesIO(out.getvalue())), found


@pytest.mark.parametrize("compression", ["none", "snappy", "gzip", "zstd", "brotli", "lz4"])
@pytest.mark.parametrize("group", [1, 2, 5, 100])
def test_rows_groups_and_compression_stay(compression: str, group: int) -> None:
    data = file_of(NAMES, row_group_size=group, compression=compression)
    before, (after, found) = pq.ParquetFile(BytesIO(data)), through(data)
    assert [row.values for row in found if isinstance(row, Row)] == [("Kiev",), ("",), ("Lvov",), ("",), ("東京",)]
    whole = after.read()
    assert whole.select(["name", "n"]).equals(NAMES)
    assert whole["g_name"].to_pylist() == [f"name {number}" for number in range(1, 6)]
    assert whole["g_confidence"].to_pylist() == [0.93, None, 0.93, None, 0.93]
    assert [after.metadata.row_group(place).num_rows for place in range(after.metadata.num_row_groups)] == [
        before.metadata.row_group(place).num_rows for place in range(before.metadata.num_row_groups)
    ]
    kept = {after.metadata.row_group(0).column(place).compression for place in range(4)}
    assert kept == {before.metadata.row_group(0).column(0).compression}


def test_schema_and_metadata_stay() -> None:
    schema = pa.schema(
        [
            pa.field("name", pa.dictionary(pa.int32(), pa.string()), metadata={b"note": b"as heard"}),
            pa.field("id", pa.uint32(), nullable=False),
            pa.field("at", pa.timestamp("ns", "Europe/Kyiv")),
            pa.field("tags", pa.list_(pa.struct([("a", pa.int8()), ("b", pa.large_string())]))),
            pa.field("map", pa.map_(pa.string(), pa.decimal128(10, 2))),
            pa.field("raw", pa.binary(3)),
        ],
        metadata={b"owner": b"desk", b"pandas": b'{"columns": []}'},
    )
    rows = [
        {"name": "Kiev", "id": 1, "at": datetime(2024, 5, 17, tzinfo=UTC), "tags": [{"a": 1, "b": "x"}], "raw": b"abc"},
        {"name": None, "id": 2, "map": [("k", Decimal("1.50"))]},
        {"name": "Kiev", "id": 3, "tags": []},
    ]
    data = file_of(pa.Table.from_pylist(rows, schema), version="1.0", store_schema=True)
    after, _ = through(data, name="Kyiv")
    whole = after.read()
    assert after.schema_arrow.metadata == schema.metadata
    assert after.metadata.format_version == "1.0"
    old = pq.ParquetFile(BytesIO(data))
    for place, field in enumerate(old.schema_arrow):
        assert after.schema_arrow.field(place).equals(field, check_metadata=True)
    assert whole["name"].to_pylist() == ["Kyiv"] * 3
    assert whole.drop_columns(["name", *ADDED]).equals(old.read().drop_columns(["name"]))


def test_how_columns_were_written_stays() -> None:
    table = pa.table({"name": ["Kiev"] * 9, "day": [datetime(2024, 5, 17)] * 9})
    order = [pq.SortingColumn(1, descending=True)]
    data = file_of(
        table, use_dictionary=["day"], write_statistics=["name"], sorting_columns=order, write_page_index=True,
        compression={"name": "zstd", "day": "gzip"}, use_deprecated_int96_timestamps=True, store_schema=False,
    )  # fmt: skip
    after, _ = through(data)
    group = after.metadata.row_group(0)
    name, day = group.column(0), group.column(1)
    assert (name.compression, day.compression, day.physical_type) == ("ZSTD", "GZIP", "INT96")
    assert (name.is_stats_set, "RLE_DICTIONARY" in name.encodings, "RLE_DICTIONARY" in day.encodings) == (
        True, False, True,
    )  # fmt: skip
    assert (list(group.sorting_columns), name.has_offset_index) == (order, True)
    assert b"ARROW:schema" not in (after.metadata.metadata or {})


VALUES: list[tuple[Any, Any, str]] = [
    (pa.int64(), 2**60, "1152921504606846976"),
    (pa.float64(), 5.0, "5"),
    (pa.float64(), 0.1, "0.1"),
    (pa.float64(), float("nan"), "nan"),
    (pa.bool_(), True, "TRUE"),
    (pa.date32(), date(2024, 5, 17), "2024-05-17"),
    (pa.time64("us"), time(7, 5), "07:05:00"),
    (pa.timestamp("ms"), datetime(2024, 5, 17, 13, 45, 10), "2024-05-17T13:45:10"),
    (pa.timestamp("us", "UTC"), datetime(2024, 5, 17, 13, 45, 10, 500_000, UTC), "2024-05-17T13:45:10.5Z"),
    (pa.decimal128(10, 2), Decimal("1.50"), "1.50"),
    (pa.large_string(), "Київ", "Київ"),
    (pa.dictionary(pa.int8(), pa.string()), "Київ", "Київ"),
    (pa.binary(), "Київ".encode(), "Київ"),
    (pa.list_(pa.string()), ["é", None], '["é", null]'),
    (pa.struct([("day", pa.date32())]), {"day": date(2024, 5, 17)}, '{"day": "2024-05-17"}'),
]


@pytest.mark.parametrize(("kind", "value", "wanted"), VALUES, ids=[f"{kind} {value}" for kind, value, _ in VALUES])
def test_values_are_read_as_text(kind: Any, value: Any, wanted: str) -> None:
    data = file_of(pa.table({"x": pa.array([value, None], kind)}))
    rows = list(ParquetTable(BytesIO(data)).rows([0]))
    assert [row.values for row in rows if isinstance(row, Row)] == [(wanted,), ("",)]


def test_bytes_that_are_no_text_are_rejected_and_left_out() -> None:
    values = pa.array([b"Kiev", b"\xff\xfe", b"Lvov"])
    for column in (values, pa.StringArray.from_buffers(3, values.buffers()[1], values.buffers()[2])):
        after, found = through(file_of(pa.table({"name": column, "n": [1, 2, 3]})))
        assert found[1] == Reject(2, "Row 2 is not in UTF-8: byte 1 of a value is none of a character.", b"\xff\xfe")
        whole = after.read()
        assert whole["n"].to_pylist() == [1, 3]
        assert whole["g_name"].to_pylist() == ["name 1", "name 3"]


def test_names_stand_in_place_of_text_only() -> None:
    after, _ = through(file_of(NAMES, row_group_size=2), name="Kyiv")
    assert after.read()["name"].to_pylist() == ["Kyiv"] * 5
    with pytest.raises(BadParameter, match="'n' holds int64, no text"):
        through(file_of(NAMES), [1], name="Kyiv")


def test_a_large_row_group_is_written_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS_MOST", 2)
    monkeypatch.setattr(parquet, "READ_AT_ONCE", 3)
    after, _ = through(file_of(NAMES))
    assert [after.metadata.row_group(place).num_rows for place in range(3)] == [2, 2, 1]
    assert after.read().select(["name", "n"]).equals(NAMES)


@pytest.mark.parametrize("table", [NAMES.slice(0, 0), pa.table({"name": pa.array([], pa.string())})])
def test_a_file_without_rows_comes_back(table: Any) -> None:
    after, found = through(file_of(table))
    assert found == []
    assert after.read().column_names == [*table.column_names, *ADDED]


def test_columns_of_ours_that_are_there_already_are_refused() -> None:
    with pytest.raises(ColumnExists, match="'n' already"):
        ParquetTable(BytesIO(file_of(NAMES))).writer(BytesIO(), ("n",))


BAD = [
    (b"", "is empty"),
    (b"PAR1", "damaged, or none"),
    (file_of(NAMES)[:-20], "damaged, or none"),
    (b"name,cc\n" * 9, "damaged, or none"),
    (b"PARE" + file_of(NAMES)[4:-4] + b"PARE", "encrypted"),
    (file_of(pa.Table.from_arrays([pa.array([1]), pa.array([2])], ["a", "a"])), "same name"),
]


@pytest.mark.parametrize(("data", "says"), BAD)
def test_what_is_no_parquet_file_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(BadTable) as refused:
        ParquetTable(BytesIO(data))
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


def test_rows_before_a_damaged_row_group_are_read() -> None:
    table = pa.table({"name": [f"name {number}" for number in range(20_000)]})
    data = bytearray(file_of(table, row_group_size=10_000, compression="zstd", use_dictionary=False))
    at = pq.ParquetFile(BytesIO(bytes(data))).metadata.row_group(1).column(0).data_page_offset
    data[at : at + 200] = b"\xff" * 200
    rows = ParquetTable(BytesIO(bytes(data))).rows([0])
    read: list[Row | Reject] = []
    with pytest.raises(BadTable, match="The Parquet file is damaged"):
        read.extend(rows)
    assert len(read) == 10_000


def test_without_the_library_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "gazetteer.tabular.parquet.table")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibrary, match=r"pip install -r requirements-parquet\.txt"):
        open_table(BytesIO(file_of(NAMES)))
