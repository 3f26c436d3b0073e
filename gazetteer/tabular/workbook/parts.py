"""What a workbook is as a package: its limits, what is said of one that cannot be read, and the choice of its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from gazetteer.errors import BadParameter, BadTable, TableTooLarge
from gazetteer.package import Archive, Sort
from gazetteer.package.markup import Element, parse
from gazetteer.package.relationships import Relationship, relationships
from gazetteer.package.sort import MEGABYTE

BYTES_MOST = 1_000 * MEGABYTE
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of any protected Office file
RELATED = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
SAVE = "Open it in Excel or LibreOffice and save it as .xlsx, or as CSV."


def what_it_is(data: bytes) -> str:
    """A sentence on a file that does not begin as an .xlsx does."""
    if data.startswith(COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "The workbook is password-protected; take the password off in Excel, save it, and send it again."
        return f"This is a workbook of the old kind, .xls, whatever its name. {SAVE}"
    if data.startswith(b"%PDF"):
        return "This is a PDF file, whatever its name; send the table that it was made from."
    if not data:
        return "The file is empty; send a workbook, saved as .xlsx."
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return f"This is a web page or other XML, whatever its name. {SAVE}"
    return f"This is no .xlsx: a workbook is a zip archive, and this is none. {SAVE}"


XLSX = Sort(
    noun="workbook",
    program="Excel",
    smaller="Save its sheet as CSV, or in parts.",
    bad=BadTable,
    too_large=TableTooLarge,
    what_it_is=what_it_is,
    bytes_most=BYTES_MOST,
    unpacked_most=4_000 * MEGABYTE,
)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The parts of a workbook that are read: one sheet, and what its cells refer to."""

    archive: Archive
    sheet: str
    strings: str | None
    styles: str | None
    from_1904: bool
    sheet_name: str = ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    hidden: bool
    part: str | None  # None where it is a chart or a dialog, without cells


def open_workbook(archive: Archive, sheet: str | int | None) -> Workbook:
    """The workbook with a sheet chosen by its name or its number from 1; the first that can be seen, without.

    Raises:
        BadTable: it is no workbook, or of a kind that is not read.
        BadParameter: it has no such sheet.
    """
    root, led, sheets = _sheets(archive)
    namespace = root.tag.partition("}")[0] + "}"
    parts = {one.sort: one.target for one in led.values()}
    properties = root.find(f"{namespace}workbookPr")
    from_1904 = properties is not None and properties.get("date1904", "0") in ("1", "true")
    part = _choose(sheets, sheet)
    name = next(one.name for one in sheets if one.part == part)
    return Workbook(archive, part, parts.get("sharedStrings"), parts.get("styles"), from_1904, name)


def sheet_names(archive: Archive) -> list[str]:
    """The names of the sheets that have cells, in their order.

    Raises:
        BadTable: it is no workbook, or of a kind that is not read.
    """
    return [one.name for one in _sheets(archive)[2] if one.part is not None]


def _sheets(archive: Archive) -> tuple[Element, Mapping[str, Relationship], list[_Sheet]]:
    """The workbook's main part, what it leads to by ids, and its sheets."""
    main = _main_part(archive)
    root = parse(archive, main).root
    namespace = root.tag.partition("}")[0] + "}"
    led = {one.id: one for one in relationships(archive, main)}
    sheets = []
    for one in root.iter(f"{namespace}sheet"):
        found = led.get(_related(one))
        part = found.target if found and found.sort == "worksheet" and found.target in archive.entries else None
        sheets.append(_Sheet(one.get("name", ""), one.get("state", "visible") != "visible", part))
    return root, led, sheets


def _main_part(archive: Archive) -> str:
    main = next((one.target for one in relationships(archive, "") if one.sort == "officeDocument"), None)
    if main is None or main not in archive.entries:
        mimetype = archive.read("mimetype") if "mimetype" in archive.entries else b""
        if b"opendocument.spreadsheet" in mimetype:
            raise BadTable(f"This is an OpenDocument workbook, .ods, whatever its name. {SAVE}")
        if any(name.startswith("Index/") for name in archive.entries):
            raise BadTable(
                "This is a workbook of Numbers, whatever its name; export it from there to Excel, or to CSV."
            )
        raise BadTable(
            "There is no workbook in the file, so it is no .xlsx, whatever its name; if it is an archive of "
            "files, unpack it and send one of them."
        )
    if main.endswith(".bin"):
        raise BadTable(f"This is a binary workbook, .xlsb, whatever its name. {SAVE}")
    if main.startswith(("word/", "ppt/")):
        raise BadTable("This is a document or a presentation, no workbook; put the names into a sheet of a workbook.")
    return main


def _choose(sheets: list[_Sheet], asked: str | int | None) -> str:
    if asked is None:
        part = next((one.part for one in sheets if one.part and not one.hidden), None)
        if part is None:
            raise BadParameter(f"The workbook has no sheet with cells that can be seen; {_offer(sheets)}.")
        return part
    named = [one for one in sheets if one.name == asked] or [
        one for one in sheets if one.name.casefold() == str(asked).casefold()
    ]
    number = int(asked) if str(asked).isdecimal() else 0
    if not named and 1 <= number <= len(sheets):
        named = [sheets[number - 1]]
    if not named:
        raise BadParameter(f"The workbook has no sheet {asked!r}; {_offer(sheets)}.")
    if named[0].part is None:
        raise BadParameter(f"The sheet {named[0].name!r} has no cells; {_offer(sheets)}.")
    return named[0].part


def _offer(sheets: list[_Sheet]) -> str:
    names = [f"{number} {one.name!r}" for number, one in enumerate(sheets, start=1) if one.part is not None]
    return f"choose one of {', '.join(names[:20])}" if names else "save it again from Excel, with a sheet in it"


def _related(sheet: Element) -> str:
    return next((found for key in RELATED if (found := sheet.get(key)) is not None), "")
