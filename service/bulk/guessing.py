"""The guess: how the file of a job seems to be written, why, and its first rows, for its owner to see and correct."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from typing_extensions import TypedDict

from gazetteer.bulk.said import asking_of, reading_of
from gazetteer.package import open_archive
from gazetteer.tabular.model import Reject
from gazetteer.tabular.opening import CALLED, Format, Opened, open_table
from gazetteer.tabular.workbook.parts import XLSX, sheet_names

ROWS_SHOWN = 8
COLUMNS_SHOWN = 50
CELL_SHOWN = 120  # characters


class FindingPayload(TypedDict):
    """One thing that was found, in words, and why it was taken."""

    what: str
    value: str
    why: str


class DialectPayload(TypedDict):
    """How delimited text is written; a quote of null says that there is none."""

    encoding: str
    delimiter: str
    quote: str | None
    header: bool


class GuessPayload(TypedDict):
    """How a file is read, and its first rows as they are read so."""

    format: str
    called: str
    compression: str | None
    findings: list[FindingPayload]
    notes: list[str]
    dialect: DialectPayload | None
    sheets: list[str]
    columns: list[str]
    column_count: int
    rows: list[list[str]]
    rejected: list[str]


def guess(file: Path, name: str, said: Mapping[str, Any]) -> GuessPayload:
    """How the file is read with what is said of it.

    Raises:
        BadTable: it cannot be read; says what would be right.
        BadParameter: it is not what was said.
        ColumnMissing: it has not the columns that were said.
    """
    with open_table(file, name=name, asked=reading_of(said)) as opened:
        asking = asking_of(said)
        (asking.places if asking.column else asking.context_places)(opened.table.columns)
        return _told(opened, file)


def _told(opened: Opened, file: Path) -> GuessPayload:
    columns, survey = opened.table.columns, opened.survey
    shown = range(min(len(columns), COLUMNS_SHOWN))
    found = list(islice(opened.table.rows(shown), ROWS_SHOWN)) if columns else []
    dialect = survey.dialect if survey else None
    return {
        "format": opened.format,
        "called": CALLED[opened.format],
        "compression": opened.compression,
        "findings": [{"what": one.what, "value": one.value, "why": one.why} for one in survey.findings]
        if survey
        else [],
        "notes": [*opened.read, *opened.notes],
        "dialect": {
            "encoding": dialect.encoding,
            "delimiter": dialect.delimiter,
            "quote": dialect.quote,
            "header": dialect.header,
        }
        if dialect
        else None,
        "sheets": _sheets(file) if opened.format is Format.WORKBOOK and opened.compression is None else [],
        "columns": [column[:CELL_SHOWN] for column in columns[:COLUMNS_SHOWN]],
        "column_count": len(columns),
        "rows": [[cell[:CELL_SHOWN] for cell in row.values] for row in found if not isinstance(row, Reject)],
        "rejected": [f"Line {row.line}: {row.reason}" for row in found if isinstance(row, Reject)],
    }


def _sheets(file: Path) -> list[str]:
    with file.open("rb") as stream:
        return sheet_names(open_archive(stream, XLSX))
