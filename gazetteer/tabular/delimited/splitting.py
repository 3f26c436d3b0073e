"""Splitting: one row's bytes into the bytes of its cells, as one dialect has it.

A quote counts at the beginning of a cell; what stands behind the closing one belongs to the cell, as Python's csv has
it. Nothing is decoded to be split: where a character's second byte may look like a delimiter, characters are matched.
"""

import re

from gazetteer.tabular.delimited.encodings import WIDE, pairs_of
from gazetteer.tabular.model import Dialect

LINE_ENDS = b"\r\n"
# What a spreadsheet puts on the first line to say the delimiter; no row.
HINT = re.compile(rb'"?sep=([^"\r\n\x80-\xff])"?(?:\r\n?|\n|\Z)', re.IGNORECASE)


class Splitter:
    """Splits the rows of one dialect; a row is given without its line end."""

    def __init__(self, dialect: Dialect) -> None:
        self.encoding = "utf-8" if dialect.encoding in WIDE else dialect.encoding
        self.delimiter = dialect.delimiter.encode(self.encoding)
        self.quote = None if dialect.quote is None else dialect.quote.encode(self.encoding)
        self.mark = dialect.quote
        pairs = pairs_of(self.encoding, self.delimiter, self.quote or b"")
        self.plain = pairs is None  # whether a row without quotes may be split wherever the delimiter stands
        rest = _all_but(self.delimiter, pairs)
        cell = rest
        if self.quote is not None:
            quote = re.escape(self.quote)
            inside = _all_but(self.quote, pairs)
            quoted = quote + inside + rb"(?:" + quote + quote + inside + rb")*+" + quote
            cell = rb"(?:" + quoted + rest + rb"|(?!" + quote + rb")" + rest + rb")"
            self._closed = re.compile(inside + rb"(?:" + quote + quote + inside + rb")*+" + quote, re.DOTALL)
            self._quoted = re.compile("{0}([^{0}]*+(?:{0}{0}[^{0}]*+)*+){0}".format(re.escape(str(dialect.quote))))
        self._cell = re.compile(rb"(" + cell + rb")" + re.escape(self.delimiter), re.DOTALL)

    def is_simple(self, lines: bytes) -> bool:
        """Whether these bytes may be split wherever the delimiter stands."""
        return self.plain and (self.quote is None or self.quote not in lines)

    def cells(self, row: bytes) -> list[bytes] | None:
        """The cells of a row; None if a quote is opened in it and not closed."""
        if self.is_simple(row):
            return row.split(self.delimiter)
        ended = row + self.delimiter
        found: list[bytes] = self._cell.findall(ended)
        whole = sum(map(len, found)) + len(found) * len(self.delimiter) == len(ended)
        return found if whole else None

    def closes(self, line: bytes) -> int | None:
        """Where a quoted cell that was opened before this line ends in it: behind the closing quote."""
        if self.quote is None or self.quote not in line:
            return None
        found = self._closed.match(line)
        return found.end() if found else None

    def text(self, cell: bytes) -> str:
        """What a cell says, without its quotes."""
        said = cell.decode(self.encoding)
        if self.mark is None or not said.startswith(self.mark):
            return said
        found = self._quoted.match(said)
        if found is None:
            return said
        return found[1].replace(self.mark * 2, self.mark) + said[found.end() :]


def _all_but(sign: bytes, pairs: bytes | None) -> bytes:
    """A pattern of characters up to a sign."""
    if pairs is not None:
        return rb"(?:" + pairs + rb"|[^" + re.escape(sign) + rb"])*+"
    if len(sign) == 1:
        return rb"[^" + re.escape(sign) + rb"]*+"
    return rb"(?:(?!" + re.escape(sign) + rb").)*+"
