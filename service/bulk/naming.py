"""What the files of a job are called when they leave the service, and of which type they are."""

import re
from pathlib import PurePath

from gazetteer.tabular.compression import Compression, compression_named
from gazetteer.tabular.opening import ENDINGS, Format
from service.bulk.record import Record

USUAL = {Format.DELIMITED: ".csv", Format.WORKBOOK: ".xlsx", Format.PARQUET: ".parquet", Format.JSON_LINES: ".jsonl"}
PACKED = {Compression.GZIP: (".gz", "application/gzip"), Compression.ZSTANDARD: (".zst", "application/zstd")}
TYPES = {
    Format.DELIMITED: "text/csv",
    Format.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.PARQUET: "application/vnd.apache.parquet",
    Format.JSON_LINES: "application/jsonl",
}
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.12"
TABS = "text/tab-separated-values"


def result_name(name: str, format: Format, compression: Compression | None) -> str:
    """What the result is called, after the file that was sent: what it is goes before what that was called.

    >>> result_name("cities.CSV", Format.DELIMITED, None), result_name("cities.csv", Format.WORKBOOK, None)
    ('cities-clean.CSV', 'cities-clean.xlsx')
    >>> result_name("données.tsv.gz", Format.DELIMITED, Compression.GZIP), result_name("", Format.DELIMITED, None)
    ('données-clean.tsv.gz', 'names-clean.csv')
    """
    inner = PurePath(compression_named(PurePath(name.replace("\\", "/")).name)[0])
    fits = ENDINGS.get(inner.suffix.lower().removeprefix(".")) == format
    stem = inner.stem if inner.suffix.lower().removeprefix(".") in ENDINGS else inner.name
    ending = inner.suffix if fits else USUAL[format]
    return f"{stem or 'names'}-clean{ending}{PACKED[compression][0] if compression else ''}"


def type_of(name: str, encoding: str | None = None) -> str:
    """The media type of a result of this name, text in this encoding.

    >>> type_of("cities-clean.csv", "cp1251"), type_of("a-clean.tsv.gz"), type_of("b-clean.tab")
    ('text/csv; charset=windows-1251', 'application/gzip', 'text/tab-separated-values')
    """
    inner, compression = compression_named(name)
    if compression is not None:
        return PACKED[compression][1]
    ending = PurePath(inner).suffix.lower()
    if ending == ".xlsm":
        return MACROS
    kind = TABS if ending in (".tsv", ".tab") else TYPES[ENDINGS[ending.removeprefix(".")]]
    if encoding is None or not kind.startswith("text/"):
        return kind
    return f"{kind}; charset={re.sub('^cp(?=125)', 'windows-', encoding)}"


def encoding_of(record: Record) -> str | None:
    """The encoding of a job's file, where it is delimited text."""
    dialect = (record.guess or {}).get("dialect")
    return dialect["encoding"] if dialect else None


def kept_as(name: str) -> str:
    """What the result is called while it is kept: only the endings matter to who writes it.

    >>> kept_as("données-clean.tsv.gz"), kept_as("cities-clean.CSV")
    ('result.tsv.gz', 'result.csv')
    """
    inner, compression = compression_named(name)
    packed = PACKED[compression][0] if compression else ""
    return f"result{PurePath(inner).suffix.lower()}{packed}"
