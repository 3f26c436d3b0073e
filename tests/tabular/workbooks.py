"""Workbooks for the tests: made by openpyxl, and written by hand where a sheet's XML is to be odd.

Each says what a person reads in its rows, typed by hand.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)
HEADER = ("name", "cc", "n")
ROWS = (("Kiev", "ua", "1"), ("Lwów & Łódź", "pl", "2"), ("  =2+2", "", "3"))


@dataclass(frozen=True)
class Case:
    """A workbook, which of its sheets is read, the part it is in, and what a person reads there."""

    name: str
    data: bytes
    columns: Sequence[str] = HEADER
    rows: Sequence[tuple[str, ...]] = ROWS
    sheet: str | int | None = None
    part: str = "xl/worksheets/sheet1.xml"
    first: str = "D"  # the first column that is free


def made(decorate: Callable[[Worksheet], None] = lambda sheet: None, *, plain: bool = True) -> bytes:
    """A workbook of openpyxl with the usual rows, and something besides."""
    book = openpyxl.Workbook(iso_dates=False)
    sheet = book.active
    if plain:
        for row in (HEADER, ("Kiev", "ua", 1), ("Lwów & Łódź", "pl", 2), ("  =2+2", None, 3)):
            sheet.append(row)
        sheet["A4"].data_type = "s"
    decorate(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A workbook of these parts."""
    made_of = BytesIO()
    with ZipFile(made_of, "w") as archive:
        for name, content in parts.items():
            how = ZIP_STORED if name.endswith((".png", ".bin")) else ZIP_DEFLATED
            archive.writestr(ZipInfo(name, (2024, 5, 17, 12, 0, 0)), content, how)
    return made_of.getvalue()


def by_hand(
    sheet: str,
    strings: str | None = None,
    styles: str | None = None,
    *,
    main: str = MAIN,
    related: str = R,
    **other: str,
) -> bytes:
    """The smallest workbook around a sheet's XML."""
    kinds = {"sharedStrings": strings, "styles": styles}
    kept = {kind: content for kind, content in kinds.items() if content is not None}
    types = "".join(f'<Override PartName="/xl/{kind}.xml" ContentType="{TYPE.format(kind)}"/>' for kind in kept)
    relations = "".join(f'<Relationship Id="{kind}" Type="{related}/{kind}" Target="{kind}.xml"/>' for kind in kept)
    return packed(
        {
            "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE.format("sheet.main")}"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE.format("worksheet")}"/>{types}</Types>',
            "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r" Type="{related}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{main}" xmlns:r="{related}">{other.get("before", "")}'
            '<sheets><sheet name="One" sheetId="1" r:id="one"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="one" Type="{related}/worksheet" Target="worksheets/sheet1.xml"/>{relations}'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": sheet,
            **{f"xl/{kind}.xml": content for kind, content in kept.items()},
        }
    )


def rows(content: str, before: str = "", after: str = "", main: str = MAIN) -> str:
    """A sheet's XML with these rows."""
    return f'{DECLARATION}<worksheet xmlns="{main}">{before}<sheetData>{content}</sheetData>{after}</worksheet>'


def inline(place: str, text: str) -> str:
    """A cell with its own text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sharing(number: int) -> str:
    """A row with one cell that shares the string of this number."""
    return f'<row r="{number + 1}"><c r="A{number + 1}" t="s"><v>{number}</v></c></row>'


def strings(*items: str) -> str:
    """The strings that cells share."""
    return f'{DECLARATION}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def styles(formats: Mapping[int, str], cells: Sequence[int]) -> str:
    """Styles of cells by the numbers of their formats, some of which are written out."""
    codes = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in formats.items())
    xfs = "".join(f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for number in cells)
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}">'
        + (f'<numFmts count="{len(formats)}">{codes}</numFmts>' if formats else "")
        + '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(cells)}">{xfs}</cellXfs></styleSheet>'
    )


def with_macros() -> bytes:
    parts = parts_of(made())
    types = parts["[Content_Types].xml"].decode()
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    types = types.replace(TYPE.format("sheet.main"), macro).replace(
        "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    relations = relations.replace(
        "</Relationships>", f'<Relationship Id="macros" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    )
    return packed(
        parts
        | {
            "[Content_Types].xml": types.encode(),
            "xl/_rels/workbook.xml.rels": relations.encode(),
            "xl/vbaProject.bin": bytes(range(256)) * 40,
        }
    )


def with_picture() -> bytes:
    """A picture is anchored to cells of the sheet."""
    parts = parts_of(made())
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    sheet = sheet.replace("</worksheet>", f'<drawing xmlns:r="{R}" r:id="d1"/></worksheet>')
    spot = "<{0}><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></{0}>"
    anchored = (
        f'<xdr:wsDr xmlns:xdr="{drawing}/spreadsheetDrawing" xmlns:a="{drawing}/main"><xdr:twoCellAnchor>'
        + spot.format("xdr:from")
        + spot.format("xdr:to").replace(">5<", ">7<")
        + '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="P"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
        f'<a:blip xmlns:r="{R}" r:embed="p1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>'
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    types = parts["[Content_Types].xml"].decode()
    types = types.replace(
        "</Types>",
        '<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
    )
    head = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
    return packed(
        parts
        | {
            "[Content_Types].xml": types.encode(),
            "xl/worksheets/sheet1.xml": sheet.encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": f'{head}Id="d1" Type="{R}/drawing" '
            'Target="../drawings/drawing1.xml"/></Relationships>',
            "xl/drawings/drawing1.xml": anchored,
            "xl/drawings/_rels/drawing1.xml.rels": f'{head}Id="p1" Type="{R}/image" '
            'Target="../media/image1.png"/></Relationships>',
            "xl/media/image1.png": PIXEL,
        }
    )


def _styled(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFEE00")
    sheet.column_dimensions["A"].width = 40
    sheet.row_dimensions[3].height = 33


def _merged(sheet: Worksheet) -> None:
    sheet.merge_cells("A6:H6")
    sheet["A6"] = "Total"


def _tabled(sheet: Worksheet) -> None:
    sheet.add_table(Table(displayName="Names", ref="A1:C4"))


def _charted(sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "F2")


def _several(sheet: Worksheet) -> None:
    book = sheet.parent
    other = book.create_sheet("Prices", 0)
    other.append(["item", "price"])
    other.append(["tea", 2.5])
    other["B2"].number_format = '0.00" €"'
    other.sheet_state = "hidden"
    later = book.create_sheet("Later")
    later["B2"], later["B3"] = date(2024, 5, 17), "=B2+1"
    later["B2"].number_format = later["B3"].number_format = "DD.MM.YYYY"


def _conditioned(sheet: Worksheet) -> None:
    sheet.conditional_formatting.add(
        "C2:C4", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00")
    )
    rule = DataValidation(type="list", formula1='"ua,pl,by"')
    rule.add("B2:B9")
    sheet.add_data_validation(rule)
    sheet.auto_filter.ref, sheet.freeze_panes = "A1:C4", "A2"


def _commented(sheet: Worksheet) -> None:
    sheet["A2"].comment = Comment("Check this", "Ann")
    sheet["A3"].hyperlink = "https://example.org/a?b=c&d"


def _hidden(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions.group(2, 3, hidden=True)


def _named(sheet: Worksheet) -> None:
    sheet.parent.defined_names["names"] = DefinedName("names", attr_text="Sheet!$A$2:$A$4")
    sheet.protection.sheet = True
    sheet.print_title_rows, sheet.oddFooter.center.text = "1:1", "Page &P"


def _of_kinds(sheet: Worksheet) -> None:
    sheet.append(["name", "when", "value"])
    for row in (
        ["a", date(2024, 5, 17), 5.0],
        ["b", datetime(2024, 5, 17, 13, 45, 10), 0.1 + 0.2],
        ["c", time(7, 5), True],
        ["d", timedelta(hours=36, minutes=5), -1e-7],
        ["e", date(1900, 1, 1), "#N/A"],
        ["f", date(2024, 12, 31), 380671234567],
        ["g", None, 1234],
    ):
        sheet.append(row)
    sheet["B7"].number_format, sheet["C8"].number_format = "d mmm yy", "00000"


def _rich(sheet: Worksheet) -> None:
    sheet["A2"] = CellRichText("K", TextBlock(InlineFont(b=True), "ie"), "v")


def _gaps(sheet: Worksheet) -> None:
    sheet["B3"], sheet["D3"] = "name", "cc"
    for row, name, cc in ((4, "Kiev", "ua"), (7, "Lvov", None), (1_000, None, "pl")):
        sheet.cell(row, 2, name)
        sheet.cell(row, 4, cc)


def _write_only() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for row in (HEADER, ("Kiev", "ua", 1), ("Lwów & Łódź", "pl", 2)):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


PLAIN_ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
FORMULAS = (
    f'<row r="1">{inline("A1", "name")}</row>'
    '<row r="2"><c r="A2" t="str"><f>"Ki"&amp;"ev"</f><v>Kiev</v></c></row>'
    '<row r="3"><c r="A3"><f>1/2</f><v>0.5</v></c></row>'
    '<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    '<row r="5"><c r="A5" t="b"><f>TRUE</f><v>1</v></c></row>'
    '<row r="6"><c r="A6"><f>NA()</f></c></row>'
)
ODD_SHARED = strings(
    "<t>name</t>",
    '<t xml:space="preserve"> Kiev </t>',
    "<r><t>K</t></r><r><rPr><b/></rPr><t>yiv</t></r>",
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
    "<t>a_x000D_b</t>",
    "<t>_x005F_x0041_</t>",
    "<t>&lt;b&gt; &#233;&#xE9; &amp;amp;</t>",
    "<t><![CDATA[<i> & ]]>x</t>",
    "",
    "<t/>",
    "<t>two\r\nlines</t>",
)
ODD_TEXTS = (" Kiev ", "Kyiv", "東京", "a\rb", "_x0041_", "<b> éé &amp;", "<i> & x", "two\nlines")
PREFIXED = (
    f'{DECLARATION}<x:worksheet xmlns:x="{MAIN}"><x:dimension ref="A1:B3"/><x:sheetData>\n'
    '  <x:row r="1" spans="1:2"><x:c r="A1" t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c></x:row>\n'
    '  <x:row r="2" spans="1:2"><x:c r="A2" t="inlineStr"><x:is><x:t>Kiev</x:t></x:is></x:c></x:row>\n'
    '  <x:row r="3" spans="1:2"><x:c r="B3"><x:v>7.0</x:v></x:c></x:row>\n'
    "</x:sheetData></x:worksheet>"
)
COMMENTED = (
    "<!-- rows --><row r='1' ><c r='A1' t='inlineStr' ><is><t>na<!-- no -->me</t></is></c ></row ><?x y?>"
    '<!-- <row r="9"/> --><row r="2"><!-- a --><c t="inlineStr" r="A2"><is><t><![CDATA[</c></row>Kiev]]></t></is></c>'
    "</row>\n"
    '<row r="3" a="&gt;" xmlns:q="q" q:b=">"><c r="A3"><v><![CDATA[12]]></v></c></row>'
)
BARE = (
    "<row><c t='inlineStr'><is><t>name</t></is></c><c t='inlineStr'><is><t>cc</t></is></c></row>"
    "<row><c t='inlineStr'><is><t>Kiev</t></is></c><c/></row>"
    '<row r="5"><c r="B5" t="inlineStr"><is><t>pl</t></is></c></row>'
    "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
)
BLANK = (
    '<row r="1" ht="20"/><row r="2"><c r="A2" s="0"/></row>'
    f'<row r="3">{inline("A3", "name")}</row><row r="4"/><row r="5">{inline("A5", "Kiev")}</row>'
    '<row r="6"><c r="A6" s="0"/><c r="C6" s="0"/></row><row r="7"></row>'
)
EXTENDED = (
    f'<row r="1">{inline("A1", "name")}</row><row r="2">{inline("A2", "Kiev")}<extLst><ext uri="x"/></extLst></row>'
)
UNORDERED = (
    f'<row r="1">{inline("C1", "cc")}{inline("A1", "name")}</row>'
    f'<row r="2">{inline("C2", "ua")}{inline("A2", "Kiev")}</row>'
)
SPANS = (
    f'<row r="1" spans="1:1 3:4" ht="15.75">{inline("A1", "name")}</row>'
    f'<row r="2" spans="1:16000">{inline("A2", "Kiev")}</row><row r="3" spans="1:1">{inline("A3", "Lvov")}</row>'
)
OF_1904 = styles({}, [0, 14])

CASES = [
    Case("plain", made()),
    Case("bold titles, wide columns, a high row", made(_styled)),
    Case("a merged row below", made(_merged), rows=(*ROWS, ("Total", "", "")), first="I"),
    Case("a table", made(_tabled)),
    Case("a chart", made(_charted)),
    Case("a picture", with_picture()),
    Case("macros", with_macros()),
    Case("several sheets, the first of them hidden", made(_several), part="xl/worksheets/sheet2.xml"),
    Case("a hidden sheet by its name", made(_several), ("item", "price"), (("tea", "2.5"),), "prices", first="C"),
    Case("a sheet by its number", made(_several), sheet=2, part="xl/worksheets/sheet2.xml"),
    Case("conditional formats, validation, a filter, frozen panes", made(_conditioned)),
    Case("a comment and a link", made(_commented)),
    Case("hidden rows and columns", made(_hidden)),
    Case("a defined name, protection, print titles", made(_named)),
    Case("rich text", made(_rich)),
    Case(
        "dates, times, truth, errors, long numbers",
        made(_of_kinds, plain=False),
        ("name", "when", "value"),
        (
            ("a", "2024-05-17", "5"),
            ("b", "2024-05-17T13:45:10", "0.3"),
            ("c", "07:05:00", "TRUE"),
            ("d", "36:05:00", "-1E-07"),
            ("e", "1900-01-01", "#N/A"),
            ("f", "2024-12-31", "380671234567"),
            ("g", "", "01234"),
        ),
    ),
    Case(
        "gaps of rows and columns",
        made(_gaps, plain=False),
        ("", "name", "", "cc"),
        (("", "Kiev", "", "ua"), ("", "Lvov", "", ""), ("", "", "", "pl")),
        first="E",
    ),
    Case("written as a stream", _write_only(), rows=ROWS[:2]),
    Case("nothing but a header", made(lambda sheet: sheet.append(HEADER), plain=False), rows=()),
    Case("nothing at all", made(plain=False), (), (), first="A"),
    Case("no rows, closed at once", by_hand(f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'), (), (), first="A"),
    Case(
        "shared strings",
        by_hand(rows(PLAIN_ROWS), strings("<t>name</t>", "<t>Kiev</t>")),
        ("name",),
        (("Kiev",),),
        first="B",
    ),
    Case(
        "odd shared strings",
        by_hand(
            rows("".join(sharing(number) for number in (*range(8), 10))),
            ODD_SHARED,
        ),
        ("name",),
        tuple((text,) for text in ODD_TEXTS),
        first="B",
    ),
    Case(
        "formulas and what they gave",
        by_hand(rows(FORMULAS)),
        ("name",),
        (("Kiev",), ("0.5",), ("#DIV/0!",), ("TRUE",), ("=NA()",)),
        first="B",
    ),
    Case("prefixes", by_hand(PREFIXED), ("name",), (("Kiev",), ("",)), first="C"),
    Case(
        "comments, instructions, single quotes, CDATA",
        by_hand(rows(COMMENTED)),
        ("name",),
        (("</c></row>Kiev",), ("12",)),
        first="B",
    ),
    Case(
        "cells that do not say where they are",
        by_hand(rows(BARE)),
        ("name", "cc"),
        (("Kiev", ""), ("", "pl"), ("1", "2")),
        first="D",
    ),
    Case("rows of formats alone", by_hand(rows(BLANK)), ("name",), (("Kiev",),), first="D"),
    Case("an extension in a row", by_hand(rows(EXTENDED)), ("name",), (("Kiev",),), first="B"),
    Case("cells out of order", by_hand(rows(UNORDERED)), ("name", "", "cc"), (("Kiev", "", "ua"),), first="D"),
    Case(
        "spans and heights", by_hand(rows(SPANS, '<dimension ref="A1"/>')), ("name",), (("Kiev",), ("Lvov",)), first="B"
    ),
    Case(
        "days from 1904",
        by_hand(
            rows(f'<row r="1">{inline("A1", "when")}</row><row r="2"><c r="A2" s="1"><v>43967</v></c></row>'),
            None,
            OF_1904,
            before='<workbookPr date1904="1"/>',
        ),
        ("when",),
        (("2024-05-17",),),
        first="B",
    ),
    Case(
        "strict",
        by_hand(
            rows(
                f'<row r="1">{inline("A1", "when")}</row><row r="2"><c r="A2" t="d"><v>2024-05-17</v></c></row>',
                main=STRICT,
            ),
            main=STRICT,
            related=STRICT_R,
        ),
        ("when",),
        (("2024-05-17",),),
        first="B",
    ),
    Case(
        "a mark of bytes",
        by_hand(
            "\ufeff" + rows(f'<row r="1">{inline("A1", "name")}</row>' + f'<row r="2">{inline("A2", "Kiev")}</row>')
        ),
        ("name",),
        (("Kiev",),),
        first="B",
    ),
    Case(
        "a table wider than its cells",
        made(lambda sheet: sheet.add_table(Table(displayName="T", ref="A1:E4"))),
        first="F",
    ),
]


def letters_after(first: str, number: int) -> list[str]:
    """So many columns from one on, none of which has three letters."""
    at = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(first)))
    return [
        (chr(64 + (place - 1) // 26) if place > 26 else "") + chr(65 + (place - 1) % 26)
        for place in range(at, at + number)
    ]


def without(sheet: bytes, columns: Sequence[str]) -> bytes:
    """A sheet's XML without the cells of these columns, and without what it says of its size."""
    names = "|".join(columns).encode()
    cells = rb'<((?:\w+:)?)c r="(?:' + names + rb')[0-9]+"(?: t="inlineStr"><\1is><\1t(?: xml:space="preserve")?>[^<]*'
    cells += rb"</\1t></\1is>|><\1v>[0-9.]+</\1v>)</\1c>"
    return sizeless(re.sub(cells, b"", sheet))


def sizeless(sheet: bytes) -> bytes:
    """A sheet's XML without what it says of its size."""
    return re.sub(rb'(<(?:\w+:)?dimension ref=)"[^"]*"|(?<= )spans="[^"]*"', rb"\1", sheet)
