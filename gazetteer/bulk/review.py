"""Review: the distinct names that a person should see, as a table to fill in, and that table read back.

It is CSV in UTF-8 with a byte order mark, as spreadsheets read it; nothing in it begins a formula.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from gazetteer.bulk.asking import CANDIDATES, ROLES
from gazetteer.bulk.clusters import Mapped, cluster
from gazetteer.bulk.guarding import guarded, unguarded
from gazetteer.bulk.names import found_to_review
from gazetteer.bulk.outputs import whole
from gazetteer.bulk.store import Found, Known, Store
from gazetteer.errors import BadFile, BadParameter, ColumnMissing
from gazetteer.tabular.model import SHOWN_COLUMNS, Reject, Row
from gazetteer.tabular.opening import Asked, Opened, open_table

SHOWN = 300  # characters of a cell that came in; more of it helps nobody to decide
CUT = "…"
BEFORE = ("count", "row", "decision", "answer", "confidence", "why")
OF_CANDIDATES = ("id", "canonical", "description", "confidence")
BEHIND = ("cluster", "run")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a review that somebody has decided: the line, as a spreadsheet counts, and what is known of the name."""

    number: int
    decision: str
    run: str | None
    row: int | None
    said: dict[str, str]  # the name, and its context by role, as they are shown


def header(roles: Sequence[str]) -> list[str]:
    """The columns of a review."""
    of_candidates = chain.from_iterable(
        [f"{one}_{number + 1}" for one in OF_CANDIDATES] for number in range(CANDIDATES)
    )
    return ["name", *roles, *BEFORE, *of_candidates, *BEHIND]


def write_review(store: Store, roles: Sequence[str], path: Path, run: str, mapped: Mapped = map) -> int:
    """Write the names of a run to look at, near-equal ones together; how many they are."""
    cluster(store, roles, mapped)
    written = 0
    with whole(path) as out:
        # Half a surrogate pair cannot be written, and no name has one.
        text = io.TextIOWrapper(out, "utf-8-sig", errors="backslashreplace", newline="")
        text.write(_as_csv(header(roles)))
        for line in mapped(partial(_shown, run=run), found_to_review(store)):
            written += 1
            text.write(line)
        text.flush()
        text.detach()
    return written


def _shown(found: Found, run: str) -> str:
    return _as_csv(_cells(found.known(), run))


def _as_csv(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cells(known: Known, run: str) -> list[str]:
    answer = known.answer
    cells = [*map(shown_cell, known.values), str(known.count), str(known.first), ""]
    cells += [answer.decision, f"{answer.confidence:.2f}", shown_cell(answer.why)]
    for place in range(CANDIDATES):
        if place < len(answer.choices):
            one = answer.choices[place]
            told = (one.id, one.canonical, one.description or "")
            cells += [*map(guarded, told), f"{one.confidence:.2f}"]
        else:
            cells += [""] * len(OF_CANDIDATES)
    return [*cells, "" if known.cluster is None else str(known.cluster), run]


def set_aside(path: Path) -> Path | None:
    """Move a review that somebody has begun to fill in out of the way of a new one; where it is then."""
    try:
        if not path.is_file() or not any(isinstance(line, Line) for line in read_review(path)):
            return None
    except (BadFile, BadParameter):
        return None  # it is no review
    names = (f"{path.stem}.decided{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
    aside = next(free for name in names if not (free := path.with_name(name)).exists())
    return path.rename(aside)


def shown_cell(text: str) -> str:
    """A cell that came in, as a review shows it: on one line, not endlessly long, and no formula."""
    one_line = " ".join(text[: SHOWN + 1].replace("\0", " ").split())
    return guarded(one_line if len(one_line) <= SHOWN else one_line[: SHOWN - 1] + CUT)


def read_review(source: Path | BinaryIO, name: str | None = None) -> Iterator[Line | Reject]:
    """The rows of a review that are decided, and those that cannot be read, whatever program it was saved by.

    Columns may stand in any order, and others than name and decision may be gone.

    Raises:
        ColumnMissing: it is no review.
        BadTable: it cannot be read at all.
    """
    with open_table(source, name=name, asked=Asked(header=True)) as opened:
        places = _places(opened)
        asked = list(places)
        for row in opened.table.rows([places[column] for column in asked]):
            if isinstance(row, Reject):
                yield row
            elif row.values and (line := _line(row, dict(zip(asked, row.values, strict=True)))) is not None:
                yield line


def _places(opened: Opened) -> dict[str, int]:
    """Where the columns stand that say anything."""
    columns = opened.table.columns
    wanted = ("name", "decision", "row", "run", *ROLES)
    found = {name.strip().casefold(): place for place, name in reversed(list(enumerate(columns)))}
    for needed in ("name", "decision"):
        if needed not in found:
            shown = ", ".join(columns[:SHOWN_COLUMNS]) + (" ..." if len(columns) > SHOWN_COLUMNS else "")
            raise ColumnMissing(
                f"This is no review: there is no column {needed!r}; the file has: {shown or 'none'}. A review is the"
                " file that bulk writes with --review."
            )
    return {name: found[name] for name in wanted if name in found}


def _line(row: Row, cells: dict[str, str]) -> Line | None:
    decision = cells["decision"].strip()
    if not decision:
        return None
    first = cells.get("row", "").strip().removesuffix(".0").removesuffix(",0")
    said = {column: unguarded(text) for column, text in cells.items() if column in ("name", *ROLES)}
    # The header is the first line.
    return Line(row.number + 1, decision, cells.get("run", "").strip() or None, _number(first), said)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
