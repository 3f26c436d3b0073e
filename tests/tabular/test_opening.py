"""A file is opened as what its bytes say it is; where its name says another thing, that is told."""

import gzip
import os
import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from gazetteer.errors import BadCompression, BadParameter, BadTable
from gazetteer.tabular.model import Reject, Row
from gazetteer.tabular.opening import Asked, Compression, Format, Opened, open_table
from tests.tabular.workbooks import made, packed

LINES = b"".join(b'{"name":"Kiev %d","n":%d}\n' % (number, number) for number in range(50_000))
WORKBOOK = made()


def parquet() -> bytes:
    out = BytesIO()
    pq.write_table(pa.table({"name": ["Kiev"]}), out)
    return out.getvalue()


PARQUET = parquet()
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)

OPENED: list[tuple[str, bytes, Format, Compression | None, list[str]]] = [
    ("a.jsonl", LINES, Format.JSON_LINES, None, []),
    ("a.ndjson.gz", gzip.compress(LINES), Format.JSON_LINES, Compression.GZIP, []),
    ("a.jsonl.zst", zstandard.compress(LINES), Format.JSON_LINES, Compression.ZSTANDARD, []),
    ("a.xlsx", WORKBOOK, Format.WORKBOOK, None, []),
    ("a.xlsm", WORKBOOK, Format.WORKBOOK, None, []),
    ("a.xlsx.gz", gzip.compress(WORKBOOK), Format.WORKBOOK, Compression.GZIP, []),
    ("a.parquet", PARQUET, Format.PARQUET, None, []),
    ("a.parquet.zst", zstandard.compress(PARQUET), Format.PARQUET, Compression.ZSTANDARD, []),
    ("", LINES, Format.JSON_LINES, None, []),
    ("", gzip.compress(WORKBOOK), Format.WORKBOOK, Compression.GZIP, []),
    ("a.dat", PARQUET, Format.PARQUET, None, []),
    ("a.csv", WORKBOOK, Format.WORKBOOK, None, ["a.csv is an Excel workbook, whatever its name, and is read as such."]),
    ("a.xlsx", PARQUET, Format.PARQUET, None, ["a.xlsx is a Parquet file, whatever its name, and is read as such."]),
    ("a.parquet", LINES, Format.JSON_LINES, None, ["a.parquet is JSON lines, whatever its name, and is read as such."]),
    (
        "a.jsonl.gz",
        LINES,
        Format.JSON_LINES,
        None,
        ["a.jsonl.gz is not compressed, whatever its name, and is read as such."],
    ),
    (
        "a.jsonl",
        gzip.compress(LINES),
        Format.JSON_LINES,
        Compression.GZIP,
        ["a.jsonl is compressed with gzip, whatever its name, and is read as such."],
    ),
    (
        "a.csv.gz",
        zstandard.compress(WORKBOOK),
        Format.WORKBOOK,
        Compression.ZSTANDARD,
        [
            "a.csv.gz is compressed with Zstandard, whatever its name, and is read as such.",
            "a.csv.gz is an Excel workbook, whatever its name, and is read as such.",
        ],
    ),
]


class Pipe:
    """Standard input, as it is with a pipe: read once, in pieces."""

    def __init__(self, data: bytes) -> None:
        reading, writing = os.pipe()
        self.file = os.fdopen(reading, "rb")
        self._thread = threading.Thread(target=self._fill, args=(writing, data))
        self._thread.start()

    def _fill(self, writing: int, data: bytes) -> None:
        with os.fdopen(writing, "wb") as out:
            out.write(data)

    def __enter__(self) -> Any:
        return self.file

    def __exit__(self, *_: object) -> None:
        self._thread.join()
        self.file.close()


def names(opened: Opened) -> list[str]:
    return [row.values[0] for row in opened.table.rows([0]) if isinstance(row, Row)]


def told(opened: Opened) -> tuple[Any, ...]:
    """What an opened file says of itself, its first column and name, and where it stands when all is read."""
    first = opened.table.columns[0], names(opened)[0][:4]
    return opened.format, opened.compression, list(opened.notes), opened.size, first, opened.position()


IDS = [f"{name or 'no name'}: {compression or ''} {format}" for name, _, format, compression, _ in OPENED]


@pytest.mark.parametrize(("name", "data", "format", "compression", "notes"), OPENED, ids=IDS)
def test_a_file_is_opened_as_what_it_is(
    name: str, data: bytes, format: Format, compression: Compression | None, notes: list[str], tmp_path: Path
) -> None:
    known = format, compression, notes, len(data), ("name", "Kiev"), len(data)
    if name:
        (tmp_path / name).write_bytes(data)
        with open_table(tmp_path / name) as opened:
            assert told(opened) == known
    with open_table(BytesIO(data), name=name) as opened:
        assert told(opened) == known
    with Pipe(data) as stream, open_table(stream, name=name) as opened:
        assert told(opened) == (format, compression, notes, None, ("name", "Kiev"), len(data))


def test_the_position_is_of_the_compressed_bytes() -> None:
    data = gzip.compress(LINES * 40)
    with open_table(BytesIO(data)) as opened:
        places = [opened.position() for _ in opened.table.rows([0])]
    assert places == sorted(places)
    assert places[-1] == len(data)


def test_rows_before_the_end_of_a_file_cut_off_are_read() -> None:
    data = gzip.compress(LINES)
    rows = open_table(BytesIO(data[: len(data) // 2])).table.rows([0])
    found: list[Row | Reject] = []
    with pytest.raises(BadCompression, match="cut off"):
        found.extend(rows)
    wanted = LINES.splitlines(keepends=True)
    read = [row.raw.line for row in found if isinstance(row, Row)]
    assert len(read) == len(found) > 1000
    assert read == wanted[: len(read)]


def test_a_small_file_cut_off_is_no_whole_one() -> None:
    data = gzip.compress(b'{"name":"Kiev"}\n')[:-2]
    with pytest.raises(BadCompression, match="cut off"):
        list(open_table(BytesIO(data)).table.rows([0]))


REFUSED = [
    (COMPOUND, "a.csv", Asked(), BadTable, "of the old kind, .xls"),
    (b"%PDF-1.7", "a.csv", Asked(), BadTable, "PDF"),
    (b"<html><table>", "a.xlsx", Asked(), BadTable, "web page"),
    (b"\0\1\2\3", "a.xlsx", Asked(), BadTable, "no .xlsx"),
    (b"", "a.xlsx", Asked(), BadTable, "empty"),
    (b"", "a.parquet", Asked(), BadTable, "empty"),
    (b"\0\1\2\3", "a.parquet", Asked(), BadTable, "damaged, or none"),
    (packed({"a.csv": b"name\n"}), "a.zip", Asked(), BadTable, "unpack it"),
    (b'[{"name":"Kiev"}]', "a.json", Asked(), BadTable, "one object a line"),
    (b'{\n  "name":"Kiev"\n}', "a.json", Asked(), BadTable, "one object a line"),
    (WORKBOOK, "a.xlsx", Asked(format=Format.DELIMITED), BadParameter, "is an Excel workbook, not delimited text"),
    (LINES, "a.jsonl", Asked(format=Format.WORKBOOK), BadParameter, "is JSON lines, not an Excel workbook"),
    (LINES, "a.jsonl", Asked(sheet="One"), BadParameter, "has no sheets; leave the sheet out"),
    (PARQUET, "a.parquet", Asked(sheet=1), BadParameter, "has no sheets; leave the sheet out"),
]


@pytest.mark.parametrize(("data", "name", "asked", "error", "says"), REFUSED)
def test_what_cannot_be_opened_is_refused_in_a_sentence(
    data: bytes, name: str, asked: Asked, error: type[Exception], says: str
) -> None:
    with pytest.raises(error) as refused:
        open_table(BytesIO(data), name=name, asked=asked)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_column_asked_for_by_a_word_of_the_first_row_makes_it_a_header() -> None:
    data = b"Qworl,Xasp\nKyiv,Yes\nLviv,No\n"
    for named, header in (((), False), (("qworl",), True), (("Odesa",), False)):
        with open_table(BytesIO(data), asked=Asked(named=named)) as opened:
            assert (opened.survey is not None and opened.survey.dialect.header) is header


def test_titles_above_the_header_stay_and_are_no_rows() -> None:
    data = b"Report of 2024;;\n;;\ncity;n;x\nKyiv;1;2\nLviv;2;3\n"
    out = BytesIO()
    with open_table(BytesIO(data), asked=Asked(header_row=3)) as opened:
        assert opened.table.columns == ("city", "n", "x")
        writer = opened.table.writer(out, ["ours"])
        for row in opened.table.rows([0]):
            assert isinstance(row, Row)
            writer.write(row, row.values)
        writer.end()
    assert out.getvalue() == b"Report of 2024;;\n;;\ncity;n;x;ours\nKyiv;1;2;Kyiv\nLviv;2;3;Lviv\n"
