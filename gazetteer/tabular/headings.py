"""Headings: whether the first row of a table names its columns.

What speaks for it: words that head columns, in any of the languages of headings.toml; text above numbers and dates;
small letters above capitals; signs that only names of columns have. What speaks against it: numbers, a cell that is
empty, and a text that comes again below.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("headings.toml")
# What each thing weighs, summed over the columns; a header needs more than nothing.
KNOWN_WORD = 2.0
ABOVE_NUMBERS = 1.5
SMALL_ABOVE_CAPITALS = 1.0
LIKE_A_FIELD = 2.0
NUMBER = -3.0
EMPTY = -0.5
COMES_AGAIN = -1.5
OF_ONE_SHAPE = -1.5  # all below are codes of the same form, and so is this
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIELD = re.compile(r"[a-z]+(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z]+)+")
_NUMERIC = re.compile(r"[-+]?[\d.,:/\s%'\xa0-]*\d[\d.,:/\s%'\xa0T+Z-]*")
_CODE = re.compile(r"[A-Z]{2,3}|[A-Za-z]{1,4}[-:]?\d+")


@dataclass(frozen=True, slots=True)
class Heading:
    """Whether there is a header, and what speaks for that, in words."""

    header: bool
    why: str


def find_heading(rows: Sequence[Sequence[str]]) -> Heading:
    """Whether the first of these rows is a header."""
    if not rows:
        return Heading(False, "there are no rows")
    first, below = rows[0], rows[1:]
    known = [cell for cell in first if is_known(cell)]
    total = KNOWN_WORD * len(known)
    for at, cell in enumerate(first):
        total += _weigh(cell.strip(), [row[at].strip() for row in below if at < len(row)])
    return Heading(total > 0, _why(total > 0, known, bool(below)))


def is_known(cell: str) -> bool:
    """Whether a text has a word that heads columns.

    >>> is_known("City_Name"), is_known("Название города"), is_known("Odesa")
    (True, True, False)
    """
    text = _CAMEL.sub(" ", cell.strip()).lower()
    return len(text) < 60 and any(word in _known() for word in (text, *_PART.findall(text)))


def _weigh(cell: str, below: Sequence[str]) -> float:
    """What speaks for or against a header in one column, its words aside."""
    if not cell:
        return EMPTY
    if _NUMERIC.fullmatch(cell):
        return NUMBER
    filled = [other for other in below if other]
    total = LIKE_A_FIELD if _FIELD.fullmatch(cell) else 0.0
    if filled:
        half = len(filled) / 2
        total += ABOVE_NUMBERS * (sum(_NUMERIC.fullmatch(other) is not None for other in filled) > half)
        total += SMALL_ABOVE_CAPITALS * (cell[0].islower() and sum(other[0].isupper() for other in filled) > half)
        total += COMES_AGAIN * (cell in filled)
        codes = sum(_CODE.fullmatch(other) is not None for other in filled) > half
        total += OF_ONE_SHAPE * (codes and _CODE.fullmatch(cell) is not None)
        total += 1.0 * (codes and _CODE.fullmatch(cell) is None)
    return total


def _why(header: bool, known: Sequence[str], below: bool) -> str:
    if header and known:
        return f'"{known[0]}" heads columns'
    if header:
        return "the first row is unlike those below it"
    return "the first row is like those below it" if below else "the only row has no word that heads columns"


@cache
def _known() -> frozenset[str]:
    return frozenset(
        word for words in tomllib.loads(WORDS.read_text(encoding="utf-8")).values() for word in words.split()
    )
