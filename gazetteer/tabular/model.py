"""The words of bulk work: a table of rows in some format, rows that cannot be read, and who writes them again.

A format reads only the columns it is asked for; all else of a row it keeps as it came, and writes as it came.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple, Protocol

SHOWN_COLUMNS = 12  # of a file, in an error's text


class Row(NamedTuple):
    """One row: its number from 1, the header not counted, the text of the asked columns, and all of it as it came.

    A tuple, for there are as many as rows, and it is made in a third of the time that a dataclass takes.
    """

    number: int
    values: tuple[str, ...]  # "" where the cell is empty or missing; none at all in a blank line
    raw: Any  # what the writer of the same format needs

    @property
    def blank(self) -> bool:
        """Whether it is a line with nothing in it: it counts as a row, and its writer adds nothing to it."""
        return not self.values


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that cannot be read: the line on which it begins, from 1, why, and its bytes."""

    line: int
    reason: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a delimited text file is written."""

    encoding: str  # as Python's codecs call it: "utf-8", "cp1251", "utf-16-le"
    delimiter: str
    quote: str | None
    line_end: str  # of the first line
    header: bool
    bom: bool
    header_row: int = 1  # the record that names the columns, where there is a header; those before it are no rows


@dataclass(slots=True)
class Ours:
    """What all rows of the same values get: our cells as their writer has prepared them, and another name, if any."""

    cells: Any
    name: str | None = None


class Writer(Protocol):
    """Who writes the rows of one table again, with cells of ours beside them."""

    def write(self, row: Row, cells: Sequence[str], name: str | None = None) -> None:
        """One row as it came, then our cells; with `name`, that stands in place of the first asked column's cell."""

    def prepared(self, cells: Sequence[str]) -> Any:
        """Our cells as `write_all` takes them: what can be done once for all rows that get them is done."""
        return cells

    def write_all(self, rows: Iterable[Row], ours: Mapping[tuple[str, ...], Ours]) -> None:
        """These rows in their order, each with what is ours for its values."""
        for row in rows:
            one = ours[row.values]
            self.write(row, one.cells, one.name)

    def refuses(self, name: str) -> str | None:
        """Why a name cannot stand in place of a cell of text; None if it can."""
        return None

    def end(self) -> None:
        """What stands behind the last row; the output is whole afterwards."""


class Table(Protocol):
    """An opened input."""

    columns: tuple[str, ...]  # as the header names them; "1", "2" ... where there is none

    def rows(self, asked: Sequence[int]) -> Iterator[Row | Reject]:
        """All rows in order, with the text of the columns at these places (from 0); once only."""

    def position(self) -> int:
        """How many bytes of the input, as it lies on disk, have been read."""

    def writer(self, out: BinaryIO, added: Sequence[str], *, numbers: Sequence[str] = ()) -> Writer:
        """A writer of the same format and dialect whose rows have these columns of ours besides; before `rows`.

        Those among them that are in `numbers` are written as numbers where the format has any.
        """
