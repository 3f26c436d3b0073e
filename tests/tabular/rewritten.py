"""What a file becomes when it is read and written again, row by row, and what of that came in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.tabular.delimited.blocks import BLOCK
from gazetteer.tabular.delimited.table import open_delimited
from gazetteer.tabular.model import Dialect, Reject, Row

NAMES = ("gz_name", "gz_id", "gz_why")
OURS = ("zz-canonical", "zz,id;", 'zz"why|')


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What came out: what was written before the rows, then each row or reject with what was written for it."""

    columns: Sequence[str]
    head: bytes
    rows: Sequence[tuple[Row | Reject, bytes]]

    @property
    def output(self) -> bytes:
        """The whole output."""
        return self.head + b"".join(written for _, written in self.rows)

    @property
    def rejects(self) -> list[Reject]:
        """The rows that could not be read."""
        return [row for row, _ in self.rows if isinstance(row, Reject)]

    @property
    def values(self) -> list[tuple[str, ...]]:
        """What the rows say that could be read."""
        return [row.values for row, _ in self.rows if isinstance(row, Row)]


def rewrite(data: bytes, dialect: Dialect, added: Sequence[str] = (), block: int = BLOCK) -> Rewritten:
    """A file read in all columns and written again, with cells of ours in columns of these names."""
    out = io.BytesIO()
    table = open_delimited(io.BytesIO(data), dialect, block=block)
    writer = table.writer(out, added)
    head, rows = out.getvalue(), []
    for row in table.rows(range(len(table.columns))):
        before = out.tell()
        if isinstance(row, Row):
            writer.write(row, OURS[: len(added)])
        rows.append((row, out.getvalue()[before:]))
    writer.end()
    assert table.position() == len(data)
    return Rewritten(table.columns, head, rows)


def as_it_came(written: bytes, ours: bytes, dialect: Dialect, came: bytes) -> bytes | None:
    """The bytes that a written row came in with, which `came` begins with; None if more was changed than is allowed.

    What may be new is our cells before the line end, and before them delimiters that the row lacked.
    """
    body, found, end = written.rpartition(ours)
    if not found:
        return written if not written.strip(b"\r\n\0") and came.startswith(written) else None
    delimiter = dialect.delimiter.encode(dialect.encoding)
    while not came.startswith(body + end):
        if not body.endswith(delimiter):
            return None
        body = body.removesuffix(delimiter)
    return body + end


def our_cells(texts: Sequence[str], dialect: Dialect) -> bytes:
    """How cells of ours look in a dialect, a delimiter before each."""
    cells = []
    for text in texts:
        if dialect.quote is None:
            cells.append(text.replace(dialect.delimiter, " "))
        elif dialect.delimiter in text or dialect.quote in text:
            cells.append(dialect.quote + text.replace(dialect.quote, dialect.quote * 2) + dialect.quote)
        else:
            cells.append(text)
    return "".join(dialect.delimiter + cell for cell in cells).encode(dialect.encoding)
