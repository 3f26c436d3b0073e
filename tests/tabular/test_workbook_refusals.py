"""What is no workbook, or would do harm, is refused in a sentence that says what would be right."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from gazetteer.errors import BadParameter, BadTable, TableTooLarge
from gazetteer.tabular.model import Reject
from gazetteer.tabular.workbook.table import open_spreadsheet
from tests.tabular.workbooks import MAIN, by_hand, inline, made, packed, parts_of, rows, strings

GOOD = made()
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
ROW = f'<row r="1">{inline("A1", "name")}</row>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


def with_entry(name: str, content: bytes, method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO(GOOD)
    with ZipFile(out, "a") as archive:
        archive.writestr(ZipInfo(name), content, method)
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(GOOD)
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def broken() -> bytes:
    with ZipFile(BytesIO(GOOD)) as archive:
        known = archive.getinfo("xl/worksheets/sheet1.xml")
    at = known.header_offset + 30 + len(known.filename) + known.compress_size // 2
    return GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]


def of(sheet: str | bytes) -> Callable[[], bytes]:
    return lambda: packed({**parts_of(by_hand(rows(""))), "xl/worksheets/sheet1.xml": sheet})


def without(name: str) -> Callable[[], bytes]:
    return lambda: packed({key: value for key, value in parts_of(GOOD).items() if key != name})


def binary() -> bytes:
    parts = parts_of(GOOD)
    relations = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/workbook.bin")
    return packed({**parts, "_rels/.rels": relations, "xl/workbook.bin": b"x"})


def document() -> bytes:
    parts = parts_of(GOOD)
    relations = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"word/document.xml")
    return packed({**parts, "_rels/.rels": relations, "word/document.xml": b"<x/>"})


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "is empty"),
    ("a text", lambda: b"name,cc\n", "no .xlsx: a workbook is a zip archive"),
    ("a web page", lambda: b"\n<html><table>", "web page"),
    ("a PDF", lambda: b"%PDF-1.7\n", "PDF"),
    ("an old workbook", lambda: COMPOUND + "Workbook".encode("utf-16-le"), "of the old kind, .xls"),
    ("a protected workbook", lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "take the password off"),
    (
        "an OpenDocument workbook",
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "OpenDocument workbook, .ods",
    ),
    ("a binary workbook", binary, "binary workbook, .xlsb"),
    ("a document", document, "no workbook"),
    ("a workbook of Numbers", lambda: packed({"Index/Document.iwa": b"x"}), "Numbers"),
    ("an archive of files", lambda: packed({"cities.csv": b"name\n"}), "unpack it and send one of them"),
    ("its main part missing", without("xl/workbook.xml"), "no workbook in the file"),
    ("cut off", lambda: GOOD[:-30], "damaged"),
    ("half of it", lambda: GOOD[: len(GOOD) // 2], "damaged"),
    ("a wrong byte", broken, "damaged"),
    ("an encrypted entry", encrypted, "encrypted as an archive"),
    ("another method", lambda: with_entry("xl/x.xml", b"x" * 99, ZIP_BZIP2), "packed in a way that Excel does not"),
    ("a way out", lambda: with_entry("xl/../../etc/passwd", b"x"), "leads out of it"),
    ("a way from the root", lambda: with_entry("/etc/passwd", b"x"), "leads out of it"),
    ("a document type", of(f"<!DOCTYPE x>{rows(ROW).partition('?>')[2].strip()}"), "DOCTYPE"),
    ("a bomb of entities", of(f'{BOMB}<worksheet xmlns="{MAIN}"><sheetData>&b;</sheetData></worksheet>'), "DOCTYPE"),
    ("no XML", of("name,cc"), "not sound XML"),
    ("XML cut off", of(rows(ROW)[:-30]), "not sound XML"),
    ("XML of another kind", of("<html/>"), "not a sheet's XML"),
    ("no rows to be", of(f'<worksheet xmlns="{MAIN}"/>'), "has no sheetData"),
    ("UTF-16", of(rows(ROW).replace("UTF-8", "UTF-16").encode("utf-16")), "in UTF-16, not in UTF-8"),
    ("Latin-1", of(rows(ROW).replace("UTF-8", "ISO-8859-1")), "in ISO-8859-1, not in UTF-8"),
    ("text between rows", of(rows(f"{ROW}text{ROW}")), "something among its rows that is none"),
    ("strings cut off", lambda: by_hand(rows(ROW), strings("<t>a</t>")[:-6]), "not sound XML"),
]


@pytest.mark.parametrize(("make", "says"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_what_is_no_workbook_is_refused_in_a_sentence(make: Callable[[], bytes], says: str) -> None:
    with pytest.raises(BadTable) as refused:
        open_spreadsheet(BytesIO(make()))
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
    assert not isinstance(refused.value, TableTooLarge)


def claimed_whole() -> bytes:
    """A directory in which every entry claims nearly a gigabyte."""
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 20 : at + 28] = struct.pack("<2L", 100_000_000, 990_000_000)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


LARGE: list[tuple[str, Callable[[], bytes], str]] = [
    ("a bomb", lambda: with_entry("xl/media/a.bmp", bytes(50_000_000)), "200 times its size"),
    ("a bomb for a sheet", of(rows(ROW + " " * 30_000_000)), "200 times its size"),
    ("all together too much", claimed_whole, "more than 4000 MB"),
]


@pytest.mark.parametrize(("make", "says"), [row[1:] for row in LARGE], ids=[row[0] for row in LARGE])
def test_what_is_too_large_is_refused_in_a_sentence(make: Callable[[], bytes], says: str) -> None:
    with pytest.raises(TableTooLarge) as refused:
        open_spreadsheet(BytesIO(make()))
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("sheet", "says"),
    [("Cities", "no sheet 'Cities'; choose one of 1 'Sheet'."), (2, "no sheet 2"), ("0", "no sheet '0'")],
)
def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(sheet: str | int, says: str) -> None:
    with pytest.raises(BadParameter, match="choose one of 1 'Sheet'") as refused:
        open_spreadsheet(BytesIO(GOOD), sheet)
    assert says in str(refused.value)


def test_whatever_byte_is_wrong_it_is_refused_or_read() -> None:
    read, refused = 0, 0
    for at in range(0, len(GOOD), 11):
        try:
            table = open_spreadsheet(BytesIO(GOOD[:at] + bytes([GOOD[at] ^ 0x55]) + GOOD[at + 1 :]))
            read += all(row is not None and not isinstance(row, Reject) for row in table.rows([0]))
        except BadParameter:
            refused += 1
    assert refused > 0
    assert read + refused == len(range(0, len(GOOD), 11))
