"""Delimiters: which sign parts the cells of a sample, and which one quotes them.

Each candidate splits the sample as it would be read. What speaks for one is that rows are equally long, that cells are
whole things (numbers, dates, names) and hold no other delimiter, and that no quote stays open.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from gazetteer.tabular.delimited.blocks import Blocks
from gazetteer.tabular.delimited.records import Damage, Records, Split
from gazetteer.tabular.delimited.splitting import LINE_ENDS, Splitter
from gazetteer.tabular.model import Dialect

DELIMITERS = (",", ";", "\t", "|")
QUOTE = '"'
SAMPLE = 1 << 16
ROWS_MOST = 400
# What a cell counts that is no whole thing, a file of one column beside a parted one, a header shorter than its rows.
BROKEN = 0.3
ONE_COLUMN = 0.55
SHORT_HEADER = 0.8
# Delimiters in people's words.
CALLED = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", " ": "space"}

_NUMBER = re.compile(r"[-+]?\d[\d .,'\xa0\u202f]*%?")
_IN_QUOTES = re.compile(r"""(?:^|[,;\t|])"[^"\r\n]*"(?:[,;\t|\r\n]|$)""", re.MULTILINE)
_IN_APOSTROPHES = re.compile(r"""(?:^|[,;\t|])'[^'\r\n]*'(?:[,;\t|\r\n]|$)""", re.MULTILINE)
# Cells that look cut in two, or like two in one.
_BROKEN = re.compile(r"[;\t|]|\s\Z|\A\s|\A[\"']|,(?!\s)|\"\Z")


@dataclass(frozen=True, slots=True)
class Parted:
    """How a sample is parted: by what, in which quotes, how well that suits, and its first rows."""

    delimiter: str
    quote: str | None
    rows: Sequence[Sequence[str]]
    damaged: int

    @property
    def columns(self) -> int:
        """How many cells most rows have."""
        return self._usual[0]

    @property
    def even(self) -> int:
        """How many rows have so many cells."""
        return self._usual[1]

    @property
    def _usual(self) -> tuple[int, int]:
        lengths = Counter(map(len, self.rows))
        return max(lengths.items(), key=lambda one: (one[1], one[0])) if lengths else (0, 0)

    @property
    def score(self) -> float:
        """How well the sample is parted so, up to 1."""
        if not self.rows:
            return 0.0
        columns, even = self._usual
        cells = [cell for row in self.rows for cell in row]
        whole = sum(map(_wholeness, cells)) / len(cells)
        form = ONE_COLUMN if columns == 1 else SHORT_HEADER if len(self.rows[0]) < columns else 1.0
        return form * whole * even / (len(self.rows) + self.damaged)


def part(sample: bytes, codec: str, delimiter: str | None = None, quote: str | None = None) -> Parted:
    """How a sample of whole lines is parted; what is given stays, and a quote "" says that there are none."""
    sample = _shortened(sample)
    quotes = (quote or None,) if quote is not None else _quotes(sample.decode(codec, "replace"))
    signs = DELIMITERS if delimiter is None else (delimiter,)
    tried = [
        _parted(sample, Dialect(codec, sign, mark, "\n", False, False))
        for mark in quotes
        for sign in signs
        if mark != sign
    ]
    return max(tried, key=lambda one: one.score)


def _shortened(sample: bytes) -> bytes:
    if len(sample) <= SAMPLE:
        return sample
    return sample[: max(sample.rfind(b"\n", 0, SAMPLE), sample.rfind(b"\r", 0, SAMPLE)) + 1] or sample[:SAMPLE]


def _quotes(text: str) -> tuple[str | None, ...]:
    """The quotes to try: the common ones, the odd ones where cells stand in them, none where no cell stands in any."""
    tried: list[str | None] = [QUOTE]
    if _IN_APOSTROPHES.search(text):
        tried.append("'")
    if QUOTE in text and not _IN_QUOTES.search(text):
        tried.append(None)
    return tuple(tried)


def _parted(sample: bytes, dialect: Dialect) -> Parted:
    splitter = Splitter(dialect)
    rows: list[list[str]] = []
    damaged = 0
    for found in islice(Records(Blocks(io.BytesIO(sample), dialect.encoding), splitter), ROWS_MOST):
        if isinstance(found, Damage):
            damaged += 1
        elif isinstance(found, Split):
            rows.append(list(map(splitter.text, found.cells)))
        elif body := found.rstrip(LINE_ENDS):
            rows.append(list(map(splitter.text, body.split(splitter.delimiter))))
    return Parted(dialect.delimiter, dialect.quote, rows, damaged)


def _wholeness(cell: str) -> float:
    return BROKEN if _BROKEN.search(cell) and not _NUMBER.fullmatch(cell) else 1.0
