"""A real LibreOffice opens every workbook of the tests as it was and as it was written: all sheets, as they are shown.

Only columns of ours may differ; formats are seen in how numbers and dates are shown.
"""

import csv
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.office.libreoffice import program
from tests.tabular.test_spreadsheet import ADDED, written
from tests.tabular.workbooks import CASES, Case, parts_of

SECONDS_FOR_ALL = 600
# Every sheet to a file of its own; commas, quotes, UTF-8, cells as they are shown.
SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
CELLS = ("Kyiv", "=1+1 <&>", "0.93")

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice shows of every sheet of every workbook, before and after."""
    folder = tmp_path_factory.mktemp("workbooks")
    made = []
    for number, case in enumerate(CASES):
        ending = "xlsm" if case.name == "macros" else "xlsx"
        for when, data in (("before", case.data), ("after", written(case, CELLS))):
            made.append(folder / f"{number:03}{when}.{ending}")
            made[-1].write_bytes(data)
    profile = tmp_path_factory.mktemp("profile").as_uri()
    done = subprocess.run(
        [
            program("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", SHEETS,
            "--outdir", str(folder / "shown"), *map(str, made),
        ],
        capture_output=True, text=True, timeout=SECONDS_FOR_ALL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "shown"


def sheets_of(shown: Path, number: int, when: str) -> Mapping[str, list[list[str]]]:
    """The cells of every sheet, by its name, without empty ones at the end of a row."""
    found = {}
    for path in shown.glob(f"{number:03}{when}-*.csv"):
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines(keepends=True)))
        found[path.stem.partition("-")[2]] = rows
    return found


def stripped(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def place_of(first: str) -> int:
    return sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(first))) - 1


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_libreoffice_shows_the_same_and_our_columns(shown: Path, number: int) -> None:
    case: Case = CASES[number]
    before, after = sheets_of(shown, number, "before"), sheets_of(shown, number, "after")
    assert before, "the workbook was opened"
    assert before.keys() == after.keys()
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == bool(case.columns)
    first = place_of(case.first)
    for name in changed:
        ours = [row[first : first + 3] for row in after[name]]
        assert [stripped(row[:first]) for row in after[name]] == [stripped(row) for row in before[name]]
        assert [cells for cells in ours if any(cells)] == [list(ADDED)] + [list(CELLS)] * len(case.rows)


def test_the_workbooks_have_what_may_be_broken() -> None:
    parts: set[str] = set()
    for case in CASES:
        names = parts_of(case.data)
        parts |= {name.rpartition("/")[0] for name in names} | set(names)
    assert {"xl/charts", "xl/media", "xl/tables", "xl/drawings", "xl/vbaProject.bin"} <= parts
