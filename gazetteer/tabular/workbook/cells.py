"""The cells of one row of a sheet's XML: where each stands in it, and what a person reads in it.

Where every cell says its place in the usual way, as almost all do, one is found without a look at the others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gazetteer.tabular.workbook.cell_text import read, texts
from gazetteer.tabular.workbook.columns import COLUMNS_MOST, column_of, letters_of
from gazetteer.tabular.workbook.cutting import ATTRIBUTES, NOTHING
from gazetteer.tabular.workbook.shared_strings import SharedStrings
from gazetteer.tabular.workbook.shown_numbers import Show, plain

_ATTRIBUTE = re.compile(rb"""\s([^\s=<>"'/]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_PLACE = re.compile(rb"([A-Z]{1,3})[0-9]+")
_NOTHING = re.compile(NOTHING, re.DOTALL)
_WITHOUT_MARKUP = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_TRUTH = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
# What a formula saves as its value, an error's name and a date of ISO 8601 are what is shown.
_AS_WRITTEN = ("str", "e", "d")


class UnreadableCell(Exception):
    """Why a cell has no value that can be told."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its column, from where to where it is in the row, its attributes, and what is inside."""

    column: int
    start: int
    end: int
    attributes: bytes
    content: bytes

    def attribute(self, name: bytes) -> str | None:
        """The value of an attribute."""
        found = next((one for one in _ATTRIBUTE.findall(self.attributes) if one[0] == name), None)
        return None if found is None else read(found[1] or found[2])


class Cells:
    """Finds and reads the cells of the rows of one sheet, whose elements' names have this prefix."""

    def __init__(self, prefix: bytes, strings: SharedStrings, shows: Sequence[Show]) -> None:
        self.prefix, self._strings, self._shows = prefix, strings, shows
        self._text_of = texts(prefix)
        self._row = re.compile(b"<" + prefix + b"row(" + ATTRIBUTES + rb")\s*+(/?)>")
        inside = (
            rb"(?:[^<]++|<!\[CDATA\[(?:[^\]]|\](?!\]>))*+\]\]>|<!--(?:[^-]|-(?!->))*+-->|<\?(?:[^?]|\?(?!>))*+\?>"
            rb"|<(?![!?]|/" + prefix + rb"c[\s>]))*+"
        )
        self._cell = re.compile(
            b"<" + prefix + b"c(" + ATTRIBUTES + rb")\s*+(?:/>|>(" + inside + b")</" + prefix + rb"c\s*+>)", re.DOTALL
        )
        self._placed = re.compile(b"<" + prefix + rb'c\s(?:[^>]*?\s)?r="([A-Z]{1,3})[0-9]')
        self._placed_first = re.compile(b"<" + prefix + b'c r="([A-Z]{1,3})[0-9]')
        self._numbered = re.compile(b"<" + prefix + b'row r="([0-9]{1,9})"')
        self._any = b"<" + prefix + b"c"
        self._value = re.compile(b"<" + prefix + rb"v(?:\s[^>]*)?(?<!/)>(.*?)</" + prefix + rb"v\s*>", re.DOTALL)
        self._inline = re.compile(b"<" + prefix + rb"is(?:\s[^>]*)?(?<!/)>(.*)</" + prefix + rb"is\s*>", re.DOTALL)
        self._something = re.compile(b"<" + prefix + rb"(?:v|f|is)[\s/>]")
        self._formula = re.compile(b"<" + prefix + rb"f[\s/>]")
        self._uncomputed = re.compile(b"<" + prefix + rb"f(?:\s[^>]*)?(?:/>|(?<!/)>([^<]*)<)")
        self._of_column = cache(self._compile_for)

    def columns(self, row: bytes, seen: set[bytes]) -> bool:
        """Add the letters of the row's columns to those seen; whether all its cells say their place as usual."""
        places = self._placed_first.findall(row)
        if len(places) != row.count(self._any):
            places = self._placed.findall(row)
        if len(places) == row.count(self._any) and b"<!" not in row and b"<?" not in row:
            seen.update(places)
            return True
        seen.update(letters_of(cell.column) for cell in self.all(row))
        return False

    def number(self, row: bytes) -> int | None:
        """The number that the row says it has."""
        if (usual := self._numbered.match(row)) is not None:
            return int(usual[1])
        found = self._row.match(row)
        number = None if found is None else next((one for one in _ATTRIBUTE.findall(found[1]) if one[0] == b"r"), None)
        text = b"" if number is None else number[1] or number[2]
        return int(text) if text.isdigit() and len(text) < 10 else None

    def begun(self, row: bytes) -> int:
        """Where the row's own start ends."""
        found = self._row.match(row)
        return 0 if found is None else found.end()

    def has_values(self, row: bytes) -> bool:
        """Whether anything stands in the row; formats alone are nothing."""
        return self._something.search(row) is not None

    def is_formula(self, cell: Cell) -> bool:
        """Whether the cell's value is computed."""
        return self._formula.search(cell.content) is not None

    def find(self, row: bytes, column: int) -> Cell | None:
        """The cell of a column, in a row whose cells say their place in the usual way."""
        found = self._of_column(column).search(row)
        at = None if found is None else self._cell.match(row, found.start())
        return None if at is None else Cell(column, at.start(), at.end(), at[1], at[2] or b"")

    def all(self, row: bytes) -> list[Cell]:
        """Every cell of a row, wherever it says it is; one that does not say comes after the one before."""
        at, column, cells = self.begun(row), -1, []
        while (skipped := _NOTHING.match(row, at)) and (found := self._cell.match(row, skipped.end())):
            cell = Cell(column + 1, found.start(), found.end(), found[1], found[2] or b"")
            said = _PLACE.fullmatch((cell.attribute(b"r") or "").encode())
            column = column_of(said[1]) if said else column + 1
            if column < COLUMNS_MOST:
                cells.append(Cell(column, cell.start, cell.end, cell.attributes, cell.content))
            at = found.end()
        return cells

    def value(self, cell: Cell) -> str:
        """What a person reads in a cell.

        Raises:
            UnreadableCell: that cannot be told.
        """
        sort = cell.attribute(b"t") or "n"
        if sort == "inlineStr":
            inline = self._inline.search(cell.content)
            return self._text_of(inline[1]) if inline else ""
        found = self._value.search(_unquoted(cell.content))
        value = read(found[1]) if found else ""
        if not value and sort != "str" and (formula := self._uncomputed.search(cell.content)) is not None:
            return f"={read(formula[1] or b'')}"  # which says that it is no value
        if sort in _AS_WRITTEN or not value:
            return value
        value = value.strip()
        if sort == "s":
            return self._shared(value)
        if sort == "b":
            return _TRUTH.get(value, value)
        if sort != "n":
            raise UnreadableCell(f"a cell is of a sort that no program writes, {sort[:20]!r}")
        style = cell.attribute(b"s") or "0"
        place = int(style) if style.isdecimal() else 0
        return (self._shows[place] if place < len(self._shows) else plain)(value)

    def _shared(self, number: str) -> str:
        try:
            return self._strings[int(number)]
        except (ValueError, IndexError, OverflowError) as missing:
            raise UnreadableCell(
                f"a cell refers to text {number[:20]!r}, which the workbook does not have"
            ) from missing

    def _compile_for(self, column: int) -> re.Pattern[bytes]:
        return re.compile(b"<" + self.prefix + rb'c\s(?:[^>]*?\s)?r="' + letters_of(column) + b"[0-9]")


def _unquoted(content: bytes) -> bytes:
    """The content of a cell with what looks like markup, and is none, written as text."""
    if b"<!" not in content and b"<?" not in content:
        return content

    def escaped(found: re.Match[bytes]) -> bytes:
        if not found[0].startswith(b"<![CDATA["):
            return b""
        return found[0][9:-3].replace(b"&", b"&amp;").replace(b"<", b"&lt;")

    return _WITHOUT_MARKUP.sub(escaped, content)
