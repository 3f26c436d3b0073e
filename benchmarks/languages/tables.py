"""The tables that the systems are held to, row by row, as they stand beside the tests."""

import csv
from dataclasses import dataclass
from pathlib import Path

TABLES = Path(__file__).parents[2] / "tests" / "tables" / "romanization"
# Where a row is from, the weightiest first: printed by the authority, a map of record, as the press writes; or made.
MARKS = ("standard", "map", "recorded", "made")


@dataclass(frozen=True, slots=True)
class Row:
    """What one writing becomes by one system, and where that is from."""

    written: str
    system: str
    expected: str
    why: str
    mark: str


def rows(tag: str, folder: Path = TABLES) -> tuple[Row, ...]:
    """The rows of an orthography in the order of its table; none if it has no table."""
    path = folder / f"{tag}.tsv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)
        next(table)
        return tuple(Row(*cells) for cells in table)
