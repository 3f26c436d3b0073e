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
KNOWN_CELL = 2.0
KNOWN_WORD = 0.7  # among others that are not known, as names of districts have "district"
ABOVE_VALUES = 1.5
SMALL_ABOVE_CAPITALS = 1.0
LIKE_A_FIELD = 2.0
VALUE = -3.0
EMPTY = -0.5
COMES_AGAIN = -1.5
# Where so many cells below are as known, that heads nothing.
COMMON_BELOW = 0.08
# What compounds that head columns end in: "Ortsname", "Postleitzahl"; "land" is not among them, for it ends countries.
_ENDS = ("name", "namen", "namn", "navn", "naam", "nummer", "zahl", "datum", "code", "number")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIELD = re.compile(r"[a-z]+(?:_[a-z0-9]+)+|[a-z]+(?:[A-Z][a-z]+)+")
# Numbers, dates and times, addresses of the net, yes and no.
_VALUE = re.compile(r"[-+]?[\d.,:/\s%'\xa0-]*\d[\d.,:/\s%'\xa0T+Z-]*|\S+@\S+|\w+://\S+|true|false", re.IGNORECASE)
LONGEST = 40
_CODE = re.compile(r"[A-Z]{2,3}|[A-Za-z]{1,4}[-:]?\d+")


@dataclass(frozen=True, slots=True)
class Heading:
    """Whether there is a header, and what speaks for that, in words."""

    header: bool
    why: str


def find_heading(rows: Sequence[Sequence[str]], named: Sequence[str] = ()) -> Heading:
    """Whether the first of these rows is a header; it is if a column is asked for by what stands in it."""
    if not rows:
        return Heading(False, "there are no rows")
    titles = {cell.strip().casefold(): cell.strip() for cell in rows[0]}
    if asked := next((titles[one] for one in map(str.casefold, named) if one in titles), None):
        return Heading(True, f'a column is asked for as "{asked}"')
    first, below = rows[0], rows[1:]
    columns = [(cell.strip(), [row[at].strip() for row in below if at < len(row)]) for at, cell in enumerate(first)]
    total = sum(_weigh(cell, [other for other in others if other]) for cell, others in columns)
    known = [cell for cell, _ in columns if knowledge(cell) > 0]
    return Heading(total > 0, _why(total > 0, known, bool(below)))


def knowledge(cell: str) -> float:
    """How much of a text is words that head columns: all, one word of several, or none.

    >>> knowledge("City_Name") == KNOWN_CELL, knowledge("Название города") > 0, knowledge("Odesa")
    (True, True, 0.0)
    """
    text = cell.strip()
    if len(text) > LONGEST:
        return 0.0
    words = _PART.findall(_CAMEL.sub(" ", text).lower())
    known = sum(map(_is_heading, words))
    return 0.0 if not known else KNOWN_CELL if known * 2 > len(words) or "_" in text else KNOWN_WORD


def _is_heading(word: str) -> bool:
    """Whether a word heads columns, alone or as the end of a compound; Chinese writes them without spaces."""
    if word in _known():
        return True
    if word[0] >= "\u2e80":
        return len(word) <= 6 and (word[-2:] in _known() or word[:2] in _known())
    return word.endswith(_ENDS)


def _weigh(cell: str, below: Sequence[str]) -> float:
    """What speaks for or against a header in one column."""
    if not cell:
        return EMPTY
    if _VALUE.fullmatch(cell):
        return VALUE
    half = len(below) / 2
    codes = bool(below) and sum(_CODE.fullmatch(other) is not None for other in below) > half
    if codes and _CODE.fullmatch(cell):
        return 0.0
    total = LIKE_A_FIELD if _FIELD.fullmatch(cell) else 0.0
    if below:
        values = sum(_VALUE.fullmatch(other) is not None for other in below)
        total += ABOVE_VALUES * (codes or values > half)
        total += SMALL_ABOVE_CAPITALS * (cell[0].islower() and sum(other[0].isupper() for other in below) > half)
        total += COMES_AGAIN * (cell in below)
    known = knowledge(cell)
    if known and sum(knowledge(other) >= known for other in below) <= COMMON_BELOW * len(below):
        total += known
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
