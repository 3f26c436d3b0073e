"""Workbooks are read as a person sees them, and written with nothing changed but cells of ours."""

import re
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import ColumnExists, TableTooLarge
from gazetteer.tabular.model import Reject, Row
from gazetteer.tabular.opening import Asked, open_table
from gazetteer.tabular.workbook.table import SheetTable, open_spreadsheet
from tests.tabular.workbooks import (
    CASES,
    Case,
    by_hand,
    inline,
    letters_after,
    made,
    parts_of,
    rows,
    sizeless,
    strings,
    without,
)

ADDED = ("g_name", "g_why", "g_confidence")
CELLS = ("Kyiv", "=1+1 <&> \u0001\n_x0041_ ", "0.93")
IDS = [case.name for case in CASES]


def opened(case: Case) -> SheetTable:
    return open_spreadsheet(BytesIO(case.data), case.sheet)


def read(table: SheetTable) -> list[tuple[str, ...]]:
    """The texts of all columns, row by row."""
    found = list(table.rows(range(len(table.columns))))
    assert all(isinstance(row, Row) for row in found)
    assert [row.number for row in found if isinstance(row, Row)] == list(range(1, len(found) + 1))
    return [row.values for row in found if isinstance(row, Row)]


def written(case: Case, cells: Sequence[str] = CELLS, name: str | None = None) -> bytes:
    """The workbook with cells of ours in every row, all the same."""
    table, out = opened(case), BytesIO()
    writer = table.writer(out, ADDED, numbers=ADDED[2:])
    for row in table.rows([0] if table.columns else []):
        assert isinstance(row, Row)
        writer.write(row, cells, name)
    writer.end()
    return out.getvalue()


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_person_s_reading_comes_out(case: Case) -> None:
    table = opened(case)
    assert table.columns == tuple(case.columns)
    assert read(table) == list(case.rows)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_other_part_keeps_its_bytes(case: Case) -> None:
    before, after = ZipFile(BytesIO(case.data)), ZipFile(BytesIO(written(case)))
    assert before.namelist() == after.namelist()
    for name in before.namelist():
        if name != case.part:
            assert before.read(name) == after.read(name)
            assert before.getinfo(name).compress_size == after.getinfo(name).compress_size
            assert before.getinfo(name).date_time == after.getinfo(name).date_time


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_every_other_cell_keeps_its_bytes(case: Case) -> None:
    sheet = parts_of(written(case))[case.part]
    ours = letters_after(case.first, len(ADDED))
    assert without(sheet, ours) == sizeless(parts_of(case.data)[case.part])
    count = len(re.findall(rb'<(?:\w+:)?c r="' + case.first.encode() + rb"[0-9]", sheet))
    assert count == (len(case.rows) + 1 if case.columns else 0)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_without_cells_of_ours_the_sheet_is_the_same(case: Case) -> None:
    table, out = opened(case), BytesIO()
    writer = table.writer(out, ())
    for row in table.rows([]):
        assert isinstance(row, Row)
        writer.write(row, ())
    writer.end()
    assert parts_of(out.getvalue()) == parts_of(case.data)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_another_program_reads_text_where_text_was_written(case: Case) -> None:
    data = written(case)
    if "strict" in case.name:
        return  # openpyxl knows no strict workbooks
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book[next(name for name in book.sheetnames if _part(book, name) == case.part)]
    columns = letters_after(case.first, len(ADDED))
    numbers = [cell.row for cell in sheet[columns[0]] if cell.value is not None]
    assert len(numbers) == (len(case.rows) + 1 if case.columns else 0)
    for place, number in enumerate(numbers):
        cells = [sheet[f"{column}{number}"] for column in columns]
        wanted = ADDED if place == 0 else ("Kyiv", "=1+1 <&> \u0001\n_x0041_ ", 0.93)
        assert tuple(_unescaped(cell.value) for cell in cells) == wanted
        assert [cell.data_type for cell in cells] == (["s", "s", "s"] if place == 0 else ["s", "s", "n"])


def _part(book: openpyxl.Workbook, name: str) -> str:
    return f"xl/worksheets/sheet{book.sheetnames.index(name) + 1}.xml"


def _unescaped(value: object) -> object:
    """What openpyxl leaves for its caller to do."""
    if not isinstance(value, str):
        return value
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), value)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_was_written_is_read_again(case: Case) -> None:
    again = open_spreadsheet(BytesIO(written(case)), case.sheet)
    if not case.columns:
        assert again.columns == ()
        return
    assert again.columns[: len(case.columns)] == tuple(case.columns)
    assert again.columns[-3:] == ADDED
    assert [row[-3:] for row in read(again)] == [CELLS] * len(case.rows)


def test_rows_that_are_missing_stay_missing() -> None:
    case = next(case for case in CASES if case.name == "gaps of rows and columns")
    sheet = parts_of(written(case))[case.part]
    assert re.findall(rb'<row r="([0-9]+)"', sheet) == [b"3", b"4", b"7", b"1000"]


def test_a_sheet_says_its_new_size() -> None:
    case = next(case for case in CASES if case.name == "spans and heights")
    sheet = parts_of(written(case))[case.part]
    assert b'<dimension ref="A1:D3"/>' in sheet
    assert re.findall(rb'spans="([^"]*)"', sheet) == [b"1:1 3:4", b"1:16000", b"1:4"]


def test_empty_cells_of_ours_are_none() -> None:
    case = CASES[0]
    sheet = parts_of(written(case, ("", "", "")))[case.part]
    assert re.findall(rb'"([DEF][0-9]+)"', sheet) == [b"D1", b"E1", b"F1"]


def test_a_name_stands_in_place_of_the_old_in_its_format() -> None:
    styled = by_hand(
        rows(
            f'<row r="1">{inline("A1", "name")}{inline("B1", "n")}</row>'
            '<row r="2"><c r="A2" s="0" t="s"><v>0</v></c><c r="B2"><v>1</v></c></row>'
            '<row r="3"><c t="n" s="0" r="A3"><v>5</v></c></row>'
            '<row r="4"><c r="B4"><v>1</v></c></row>'
        ),
        strings("<t>Kiev</t>"),
    )
    sheet = parts_of(written(Case("", styled), ("", "", ""), "Kyiv"))["xl/worksheets/sheet1.xml"].decode()
    new = '<c r="A2" s="0" t="inlineStr"><is><t>Kyiv</t></is></c><c r="B2"><v>1</v></c>'
    assert f'<row r="2">{new}</row>' in sheet
    assert '<row r="3"><c s="0" r="A3" t="inlineStr"><is><t>Kyiv</t></is></c></row>' in sheet
    assert '<row r="4"><c r="B4"><v>1</v></c></row>' in sheet


def test_a_name_that_is_the_old_one_changes_nothing() -> None:
    case = CASES[0]
    table, out = opened(case), BytesIO()
    writer = table.writer(out, ())
    for row in table.rows([0]):
        assert isinstance(row, Row)
        writer.write(row, (), row.values[0])
    writer.end()
    assert parts_of(out.getvalue()) == parts_of(case.data)


def test_a_formula_is_left_and_counted() -> None:
    case = next(case for case in CASES if case.name == "formulas and what they gave")
    table, out = opened(case), BytesIO()
    writer = table.writer(out, ADDED)
    for row in table.rows([0]):
        assert isinstance(row, Row)
        writer.write(row, CELLS, "Kyiv")
    writer.end()
    assert without(parts_of(out.getvalue())[case.part], "BCD") == sizeless(parts_of(case.data)[case.part])
    assert writer.formulas_left == 5


def test_a_cell_that_refers_to_nothing_is_a_row_that_cannot_be_read() -> None:
    bad = '<row r="3"><c r="A3" t="s"><v>7</v></c></row>'
    data = by_hand(
        rows(f'<row r="1">{inline("A1", "name")}</row>{bad}<row r="4">{inline("A4", "Lvov")}</row>'), strings()
    )
    table, out = open_spreadsheet(BytesIO(data)), BytesIO()
    writer = table.writer(out, ("g",))
    found = list(table.rows([0]))
    for row in found:
        if isinstance(row, Row):
            writer.write(row, ("x",))
    writer.end()
    assert found[0] == Reject(3, "In row 3 a cell refers to text '7', which the workbook does not have.", bad.encode())
    assert isinstance(found[1], Row)
    assert (found[1].number, found[1].values) == (2, ("Lvov",))
    assert parts_of(out.getvalue())["xl/worksheets/sheet1.xml"].decode() == rows(
        f'<row r="1">{inline("A1", "name")}{inline("B1", "g")}</row>'
        f'<row r="4">{inline("A4", "Lvov")}{inline("B4", "x")}</row>'
    )


def test_without_a_header_columns_are_numbered() -> None:
    table = open_spreadsheet(BytesIO(made()), header=False)
    assert table.columns == ("1", "2", "3")
    assert read(table)[0] == ("name", "cc", "n")


def test_columns_of_ours_that_are_there_already_are_refused() -> None:
    table = open_spreadsheet(BytesIO(made()))
    with pytest.raises(ColumnExists, match="a column 'cc' already; choose another prefix"):
        table.writer(BytesIO(), ("g", "cc"))


def test_a_sheet_without_room_is_refused() -> None:
    table = open_spreadsheet(BytesIO(by_hand(rows(f'<row r="1">{inline("XFC1", "name")}</row>'))))
    with pytest.raises(TableTooLarge, match="up to column 16,383 of 16,384, which leaves no room for 3 more"):
        table.writer(BytesIO(), ADDED)


def test_the_position_grows_to_the_size_of_the_file() -> None:
    data = made(lambda sheet: [sheet.append([f"name {number}"]) for number in range(60_000)] and None)
    table = open_spreadsheet(BytesIO(data))
    writer = table.writer(BytesIO(), ())
    places = [table.position() for _ in table.rows([0])]
    writer.end()
    assert places == sorted(places)
    assert 0 <= places[0] < len(data) / 2
    assert table.position() == len(data)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ROW = st.lists(st.one_of(st.none(), TEXT, st.integers(-(10**14), 10**14)), min_size=1, max_size=4)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[bytes, list[list[str]]]:
    """A sheet written in one of the many ways that are right, and what its rows say."""
    found = draw(st.lists(ROW, max_size=6))
    prefix, blank = draw(st.sampled_from(["", "x:"])), draw(st.sampled_from(["", " ", "\n  ", "<!-- <row> -->"]))
    quote, number, xml = draw(st.sampled_from("\"'")), 1, ""
    for cells in [["title"] * 4, *found]:
        number += draw(st.integers(0, 2))
        placed = draw(st.booleans())
        content = "".join(
            _cell(prefix, quote, f"{'ABCD'[place]}{number}" if placed else None, cell, draw(st.booleans()))
            for place, cell in enumerate(cells)
            if cell is not None or not placed
        )
        xml += f"{blank}<{prefix}row r={quote}{number}{quote}>{content}{blank}</{prefix}row>"
        number += 1
    name = f"xmlns:x={quote}" if prefix else f"xmlns={quote}"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = f"<{prefix}worksheet {name}{space}{quote}><{prefix}sheetData>{xml}</{prefix}sheetData></{prefix}worksheet>"
    kept = [cells for cells in found if any(cell is not None for cell in cells)]
    texts = [["" if cell is None else str(cell) for cell in cells] + [""] * (4 - len(cells)) for cells in kept]
    return by_hand(data), texts


def _cell(prefix: str, quote: str, place: str | None, value: str | int | None, cdata: bool) -> str:
    at = f" r={quote}{place}{quote}" if place else ""
    if value is None:
        return f"<{prefix}c{at}/>"
    if isinstance(value, int):
        return f"<{prefix}c{at}><{prefix}v>{value}</{prefix}v></{prefix}c>"
    numbered = re.sub("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x)", lambda found: f"_x{ord(found[0]):04x}_", value)
    text = numbered.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if cdata:
        text = "<![CDATA[" + numbered.replace("]]>", "]]]]><![CDATA[>") + "]]>"
    inside = f"<{prefix}is><{prefix}t>{text}</{prefix}t></{prefix}is>"
    return f"<{prefix}c{at} t={quote}inlineStr{quote}>{inside}</{prefix}c>"


@settings(deadline=None, max_examples=300)
@given(sheets(), st.lists(TEXT, min_size=3, max_size=3))
def test_any_sheet_is_read_and_written(sheet: tuple[bytes, list[list[str]]], cells: list[str]) -> None:
    data, texts = sheet
    case = Case("", data)
    assert read(open_spreadsheet(BytesIO(data))) == [tuple(row) for row in texts]
    again = written(case, cells)
    assert without(parts_of(again)[case.part], "EFG") == sizeless(parts_of(data)[case.part])
    assert [row[4:] for row in read(open_spreadsheet(BytesIO(again)))] == [tuple(cells)] * len(texts)


def test_the_row_of_the_header_may_be_said_and_what_is_above_stays() -> None:
    out = BytesIO()
    with open_table(BytesIO(made()), name="a.xlsx", asked=Asked(header_row=2)) as opened:
        assert opened.read == ("The sheet 'Sheet' is read; its header is row 2.",)
        assert opened.table.columns[0] == "Kiev"
        writer = opened.table.writer(out, ["ours"])
        for row in opened.table.rows([0]):
            assert isinstance(row, Row)
            writer.write(row, ("x",))
        writer.end()
    sheet = openpyxl.load_workbook(out).active
    assert [[cell.value for cell in row][-1] for row in sheet.iter_rows()] == [None, "ours", "x", "x"]
