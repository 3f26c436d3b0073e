"""Opening a table: which format a file is in, by its first bytes and its name, and whether it is compressed.

The bytes are believed, not the name: a workbook called .csv is read as the workbook that it is, and that is said.
Refusing it would only make somebody rename it. What the caller says outright must be so.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import StrEnum
from io import SEEK_END
from pathlib import Path, PurePath
from typing import BinaryIO

from gazetteer.errors import BadCompression, BadParameter, BadTable, MissingLibrary
from gazetteer.tabular.compression import SAID, Compression, compression_named, compression_of, unpacked
from gazetteer.tabular.delimited.dialects import Survey, survey
from gazetteer.tabular.delimited.table import open_delimited
from gazetteer.tabular.lines.table import JsonLinesTable
from gazetteer.tabular.model import Table
from gazetteer.tabular.streams import Counted, buffered, read_ahead, spooled
from gazetteer.tabular.workbook.parts import BYTES_MOST, COMPOUND, what_it_is
from gazetteer.tabular.workbook.table import SheetTable, open_spreadsheet

SAMPLE = 1_000_000  # bytes by which delimiters and the like are guessed
MARK = b"\xef\xbb\xbf"


class Format(StrEnum):
    """The formats of tables."""

    DELIMITED = "csv"
    WORKBOOK = "xlsx"
    PARQUET = "parquet"
    JSON_LINES = "jsonl"


CALLED = {
    Format.DELIMITED: "delimited text",
    Format.WORKBOOK: "an Excel workbook",
    Format.PARQUET: "a Parquet file",
    Format.JSON_LINES: "JSON lines",
}
ENDINGS = {
    "csv": Format.DELIMITED,
    "tsv": Format.DELIMITED,
    "tab": Format.DELIMITED,
    "txt": Format.DELIMITED,
    "xlsx": Format.WORKBOOK,
    "xlsm": Format.WORKBOOK,
    "parquet": Format.PARQUET,
    "pq": Format.PARQUET,
    "jsonl": Format.JSON_LINES,
    "ndjson": Format.JSON_LINES,
    "json": Format.JSON_LINES,
}
MAGIC = {b"PK\x03\x04": Format.WORKBOOK, b"PAR1": Format.PARQUET, b"PARE": Format.PARQUET}
BINARY = (Format.WORKBOOK, Format.PARQUET)  # read at any place, not as they stream by


def format_named(name: str) -> Format | None:
    """The format that a file's name says, compressed or not; None if it says none.

    >>> format_named("cities.xlsx"), format_named("cities.tsv.gz"), format_named("cities.out")
    (<Format.WORKBOOK: 'xlsx'>, <Format.DELIMITED: 'csv'>, None)
    """
    inner, _ = compression_named(name)
    return ENDINGS.get(PurePath(inner).suffix.lower().removeprefix("."))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller says of a file, where it is not to be guessed."""

    format: Format | None = None
    sheet: str | int | None = None
    header: bool | None = None
    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    header_row: int | None = None  # the line or row that names the columns, from 1; those before it are no rows
    named: tuple[str, ...] = ()  # columns that are asked by these words: where they stand in the first row, it is one


ANYTHING = Asked()


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened table, what was found out about its file, and what to tell its owner. It is closed after use."""

    table: Table
    format: Format
    compression: Compression | None
    survey: Survey | None  # of delimited text: its dialect, and what speaks for it
    size: int | None  # of the file, where it is known
    position: Callable[[], int]  # how many of its bytes have been read
    notes: tuple[str, ...]
    read: tuple[str, ...] = ()  # which part of the file is read
    _closing: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, if it was opened here, and what was made of it."""
        self._closing.close()


def open_table(source: Path | BinaryIO, *, name: str | None = None, asked: Asked = ANYTHING) -> Opened:
    """The table in a file or in a stream, which is read once and may have a name.

    Raises:
        BadTable: it cannot be read; says what would be right.
        BadParameter: it is not what the caller says, or has no such sheet.
        MissingLibrary: its format needs a library that is not installed.
    """
    with ExitStack() as closing:
        stream = closing.enter_context(source.open("rb")) if isinstance(source, Path) else source
        looked = _look(stream, name or (source.name if isinstance(source, Path) else ""))
        format, notes = _format(looked, asked.format)
        if format in BINARY:
            table = _table_of_any_place(looked, format, asked, closing)
            surveyed = None
        else:
            table, surveyed = _table_of_stream(looked, format, asked)
        position = table.position if looked.direct is not None and format in BINARY else looked.position
        read = table.notes() if isinstance(table, SheetTable) else ()
        return Opened(
            table, format, looked.compression, surveyed, looked.size, position, notes, read, closing.pop_all()
        )


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file whose first bytes have been looked at."""

    name: str
    sample: bytes  # unpacked
    compression: Compression | None
    content: BinaryIO  # from the beginning, unpacked
    position: Callable[[], int]
    size: int | None
    direct: BinaryIO | None  # the file itself, where it can be read at any place and is not compressed


def _look(stream: BinaryIO, name: str) -> _Looked:
    size, counted = _size(stream), Counted(stream)
    beginning = read_ahead(counted.read, SAMPLE)
    packed = buffered(counted.read, beginning)
    compression = compression_of(beginning)
    content = packed if compression is None else unpacked(packed.read, compression)
    sample = beginning if compression is None else _beginning_of(content)
    again = packed if compression is None else buffered(content.read, sample)
    direct = stream if compression is None and size is not None else None
    return _Looked(name, sample, compression, again, lambda: counted.count, size, direct)


def _beginning_of(content: BinaryIO) -> bytes:
    """The first bytes of a compressed file; up to a fault, which is said again when reading comes to it."""
    pieces, length = [], 0
    while length < SAMPLE:
        try:
            piece = content.read(SAMPLE - length)
        except BadCompression:
            break
        if not piece:
            break
        pieces.append(piece)
        length += len(piece)
    return b"".join(pieces)


def _format(looked: _Looked, asked: Format | None) -> tuple[Format, tuple[str, ...]]:
    """The format of a file, and what to say of a name that tells another."""
    _, packing = compression_named(looked.name)
    notes = []
    if looked.compression is not packing and looked.name:
        how = "not compressed" if looked.compression is None else f"compressed with {SAID[looked.compression]}"
        notes = [f"{looked.name} is {how}, whatever its name, and is read as such."]
    named = format_named(looked.name)
    real = _real(looked.sample, named if asked is None else asked)
    if asked is not None and real != asked:
        raise BadParameter(f"The file is {CALLED[real]}, not {CALLED[asked]}; leave the format to be found out.")
    if asked is None and named is not None and real != named:
        notes.append(f"{looked.name} is {CALLED[real]}, whatever its name, and is read as such.")
    return real, tuple(notes)


def _real(sample: bytes, told: Format | None) -> Format:
    """What a file is by its first bytes; what is told of it decides only between kinds of text, and of nothing."""
    if sample.startswith((COMPOUND, b"%PDF")) or (told == Format.WORKBOOK and _is_page(sample)):
        raise BadTable(what_it_is(sample))
    known = next((format for magic, format in MAGIC.items() if sample.startswith(magic)), None)
    if known is not None:
        return known
    if told in BINARY and (not sample or b"\0" in sample):
        return told
    if told is not None and told not in BINARY:
        return told
    text = sample.removeprefix(MARK).lstrip()
    return Format.JSON_LINES if text.startswith(b"{") else Format.DELIMITED


def _is_page(sample: bytes) -> bool:
    """Whether it is a web page, which some programs write and call a workbook."""
    return sample.removeprefix(MARK).lstrip()[:20].lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml"))


def _table_of_any_place(looked: _Looked, format: Format, asked: Asked, closing: ExitStack) -> Table:
    file = looked.direct or closing.enter_context(spooled(looked.content, BYTES_MOST))
    if format == Format.WORKBOOK:
        return open_spreadsheet(file, asked.sheet, header=asked.header is not False, header_row=asked.header_row)
    _refuse_sheet(format, asked)
    try:
        from gazetteer.tabular.parquet.table import ParquetTable
    except ModuleNotFoundError as missing:
        raise MissingLibrary(
            "Parquet files need the library pyarrow, which is not installed here; install it with "
            "`pip install -r requirements-parquet.txt`, or save the table as CSV."
        ) from missing
    return ParquetTable(file)


def _table_of_stream(looked: _Looked, format: Format, asked: Asked) -> tuple[Table, Survey | None]:
    _refuse_sheet(format, asked)
    if format == Format.JSON_LINES:
        return JsonLinesTable(looked.content, looked.sample), None
    surveyed = survey(
        looked.sample,
        whole=len(looked.sample) < SAMPLE,
        encoding=asked.encoding,
        delimiter=asked.delimiter,
        quote=asked.quote,
        header=asked.header if asked.header_row is None else True,
        header_row=asked.header_row or 1,
        named=asked.named,
    )
    return open_delimited(looked.content, surveyed.dialect), surveyed


def _refuse_sheet(format: Format, asked: Asked) -> None:
    if asked.sheet is not None:
        raise BadParameter(f"The file is {CALLED[format]}, which has no sheets; leave the sheet out.")
    if asked.header_row is not None and format is not Format.DELIMITED:
        raise BadParameter(f"The file is {CALLED[format]}, which has no row of headers; leave the header row out.")


def _size(stream: BinaryIO) -> int | None:
    """How many bytes a file has; None of a stream that only flows."""
    try:
        size = stream.seek(0, SEEK_END)
        stream.seek(0)
    except (OSError, AttributeError):
        return None
    return size
