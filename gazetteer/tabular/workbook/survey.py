"""A first look through a sheet: how wide and high it is, so that columns of ours stand right of all that is used."""

import re
from dataclasses import dataclass

from gazetteer.package.markup import parse
from gazetteer.package.relationships import relationships
from gazetteer.tabular.workbook.cells import Cells
from gazetteer.tabular.workbook.columns import column_of
from gazetteer.tabular.workbook.cutting import Cutter
from gazetteer.tabular.workbook.parts import XLSX, Workbook

# Beside cells, what would swallow a cell that is put into it.
_MERGED = rb"""mergeCell\s[^>]*?ref\s*=\s*["'][A-Z]+[0-9]+:([A-Z]{1,3})[0-9]+["']"""
_LAST = re.compile("[A-Z]+[0-9]+:([A-Z]{1,3})[0-9]+")
TAIL_KEPT = 256  # bytes of a piece in which an element may have begun


@dataclass(frozen=True, slots=True)
class Survey:
    """How many columns are in use, the number of the last row, and whether all cells say their place as usual."""

    width: int
    height: int
    usual: bool


def survey(workbook: Workbook, cells: Cells) -> Survey:
    """Look through the whole sheet once.

    Raises:
        BadTable: it is damaged somewhere.
    """
    seen: set[bytes] = set()
    height, usual = 0, True
    cutter = Cutter(workbook.sheet, workbook.archive.pieces(workbook.sheet), XLSX, of=("sheetData", "row"))
    for item in cutter.items():
        height = cells.number(item.content) or height + 1
        usual &= cells.columns(item.content, seen)
    merged, last = re.compile(b"<" + cutter.prefix + _MERGED), b""
    for piece in cutter.tail():
        last += piece
        seen.update(merged.findall(last))
        last = last[-TAIL_KEPT:]
    width = max((column_of(letters) + 1 for letters in seen), default=0)
    return Survey(max(width, _tables(workbook)), height, usual)


def _tables(workbook: Workbook) -> int:
    """How many columns the tables of the sheet reach over."""
    width = 0
    for one in relationships(workbook.archive, workbook.sheet):
        if one.sort == "table" and one.target in workbook.archive.entries:
            found = _LAST.fullmatch(parse(workbook.archive, one.target).root.get("ref", ""))
            width = max(width, column_of(found[1].encode()) + 1 if found else 0)
    return width
