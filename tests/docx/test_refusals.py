"""What is no .docx, or would do harm, is refused in a sentence that says what would be right."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from gazetteer.docx import read_docx
from gazetteer.docx.sort import BYTES_MOST
from gazetteer.errors import BadDocument, DocumentTooLarge
from gazetteer.package.archive import ENTRIES_MOST
from tests.docx.building import docx, p, packed
from tests.docx.documents import with_main
from tests.docx.plain_reading import contents

GOOD = docx(p("In Bakhmout"))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
EXTERNAL = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def renamed(name: str) -> bytes:
    """The good document with one more part, of this name."""
    return packed({**contents(GOOD), name: b"x"})


def typed(doctype: str, content: str = "") -> bytes:
    """The good document with a document type before its text."""
    return with_main(
        GOOD, lambda xml: xml.replace("<w:document", f"{doctype}<w:document").replace("In", content).encode()
    )


def twice() -> bytes:
    made = BytesIO(GOOD)
    with ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"other")
    return made.getvalue()


def with_entry(content: bytes, method: int = ZIP_DEFLATED, name: str = "word/media/image2.bmp") -> bytes:
    made = BytesIO(GOOD)
    with ZipFile(made, "a") as archive:
        archive.writestr(ZipInfo(name), content, method)
    return made.getvalue()


def claiming(size: int) -> bytes:
    """An archive whose directory and header say that the text has another size than it has."""
    with ZipFile(BytesIO(GOOD)) as archive:
        known = archive.getinfo("word/document.xml")
    true, said = struct.pack("<2L", known.compress_size, known.file_size), struct.pack("<2L", known.compress_size, size)
    assert GOOD.count(true) == 2
    return GOOD.replace(true, said)


def overlapping() -> bytes:
    """An archive with two entries that are the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", contents(GOOD)["word/document.xml"])
    data = made.getvalue()
    end = data.index(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    record = data[start:end]
    return (
        data[:start]
        + record
        + record.replace(b"word/document.xml", b"WORD/document.xmm")
        + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(record), start, 0)
    )


def broken() -> bytes:
    """The good document with one wrong byte in its packed text."""
    with ZipFile(BytesIO(GOOD)) as archive:
        known = archive.getinfo("word/document.xml")
    at = known.header_offset + 30 + len(known.filename) + known.compress_size // 2
    return GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]


def without(name: str) -> bytes:
    return packed({key: value for key, value in contents(GOOD).items() if key != name})


def encrypted() -> bytes:
    data = bytearray(GOOD)
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "is empty"),
    ("a text", lambda: b"In Bakhmout", "zip archive"),
    ("a PDF", lambda: b"%PDF-1.7\n", "PDF"),
    ("a Rich Text file", lambda: b"{\\rtf1 Bakhmout}", "Rich Text"),
    ("an old document", lambda: COMPOUND + "WordDocument".encode("utf-16-le"), "old kind, .doc"),
    ("a protected document", lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password-protected; take"),
    ("a compound file", lambda: COMPOUND, "password-protected, or of the old kind"),
    ("a zip cut off", lambda: GOOD[:-30], "damaged"),
    ("half a zip", lambda: GOOD[: len(GOOD) // 2], "damaged"),
    ("the beginning of a zip", lambda: b"PK\x03\x04", "damaged"),
    ("a wrong byte", broken, "damaged"),
    ("an encrypted entry", encrypted, "encrypted"),
    ("another method", lambda: with_entry(b"x" * 99, ZIP_BZIP2), "packed in a way that Word does not read"),
    ("the same name twice", twice, "two parts called 'word/document.xml'"),
    ("the same name in capitals", lambda: renamed("WORD/document.xml"), "two parts called"),
    ("a way out", lambda: renamed("word/../../etc/passwd"), "leads out of it"),
    ("a way from the root", lambda: renamed("/etc/passwd"), "leads out of it"),
    ("a way of Windows", lambda: renamed("word\\..\\x"), "leads out of it"),
    ("a drive", lambda: renamed("C:x"), "leads out of it"),
    ("no document", lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "no word/document.xml"),
    ("its text missing", lambda: without("word/document.xml"), "no word/document.xml"),
    ("a spreadsheet", lambda: packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "no Word document"),
    ("no XML", lambda: with_main(GOOD, lambda xml: b"In Bakhmout"), "not sound XML"),
    ("XML cut off", lambda: with_main(GOOD, lambda xml: xml[:-20].encode()), "not sound XML"),
    (
        "an encoding nobody knows",
        lambda: with_main(GOOD, lambda xml: xml.replace("UTF-8", "XYZ-1").encode()),
        "not sound",
    ),
    ("XML of another kind", lambda: with_main(GOOD, lambda xml: b"<html/>"), "not Word's XML"),
    ("relations that are no XML", lambda: packed({**contents(GOOD), "_rels/.rels": b"x"}), "not sound XML"),
    ("a document type", lambda: typed("<!DOCTYPE x>"), "DOCTYPE"),
    ("an external entity", lambda: typed(EXTERNAL, "&secret;"), "DOCTYPE"),
    ("a bomb of entities", lambda: typed(BOMB, "&i;"), "DOCTYPE"),
    ("a type after a comment", lambda: typed("<!-- - > -->\n<?x y?> <!DOCTYPE x>"), "DOCTYPE"),
    ("entries that share bytes", overlapping, "damaged"),
    ("a size that is too small", lambda: claiming(200), "damaged"),
    ("a size that is too large", lambda: claiming(5_000), "damaged"),
    ("too deep", lambda: docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "not sound XML"),
]


@pytest.mark.parametrize(("make", "says"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_what_is_no_document_is_refused_in_a_sentence(make: Callable[[], bytes], says: str) -> None:
    with pytest.raises(BadDocument) as refused:
        read_docx(make())
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
    assert not isinstance(refused.value, DocumentTooLarge)


def claimed_whole() -> bytes:
    """A directory in which every entry claims nearly two hundred megabytes."""
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 20 : at + 28] = struct.pack("<2L", 100_000_000, 190_000_000)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


ROWS = "".join(f"<w:p/>{number % 977}" for number in range(1_600_000))


def in_bits_of_a_megabyte() -> bytes:
    """A text of many elements and few letters."""
    return with_main(GOOD, lambda xml: xml.replace("<w:sectPr", ROWS + "<w:sectPr").encode())


LARGE: list[tuple[str, Callable[[], bytes], str]] = [
    ("too many bytes", lambda: b"PK\x03\x04" + bytes(BYTES_MOST), "at most 100 MB"),
    ("a bomb", lambda: with_entry(bytes(50_000_000)), "200 times its size"),
    ("a bomb for a text", lambda: with_main(GOOD, lambda xml: xml.encode() + b" " * 30_000_000), "200 times its size"),
    ("all together too much", claimed_whole, "500 MB"),
    (
        "too many parts",
        lambda: packed({**contents(GOOD), **{f"x{n}": b"" for n in range(ENTRIES_MOST)}}),
        "10,000 parts",
    ),
    ("records without end", lambda: b"PK\x03\x04" + b"PK\x01\x02" * 110_000, "10,000 parts"),
    ("too many characters", lambda: docx(p("a" * 200_001)), "200,001 characters; at most 200,000"),
    ("too many paragraphs", lambda: docx(p("a") * 100_100), "more than 100,000 paragraphs"),
    ("too many elements", in_bits_of_a_megabyte, "too large to be read"),
]


@pytest.mark.parametrize(("make", "says"), [row[1:] for row in LARGE], ids=[row[0] for row in LARGE])
def test_what_is_too_large_is_refused_in_a_sentence(make: Callable[[], bytes], says: str) -> None:
    with pytest.raises(DocumentTooLarge) as refused:
        read_docx(make())
    assert says in str(refused.value)


def test_nothing_outside_the_document_is_looked_at() -> None:
    linked = '<w:r><w:t>a</w:t></w:r><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    assert read_docx(docx(f"<w:p>{linked}</w:p>")).text == "a"


FINE: list[tuple[str, bytes]] = [
    ("as many characters as may be", docx(p("a" * 200_000))),
    ("macros beside it", packed({**contents(GOOD), "word/vbaProject.bin": b"macros"})),
    ("parts that are stored", with_entry(bytes(9_000_000), ZIP_STORED)),
    ("a picture of one colour", with_entry(bytes(9_000_000))),
    ("folders", packed({"word/": b"", **contents(GOOD)})),
    (
        "a comment in the text",
        with_main(GOOD, lambda xml: xml.replace("<w:body>", "<!-- <!DOCTYPE x> --><w:body>").encode()),
    ),
    ("a mark of bytes", with_main(GOOD, lambda xml: b"\xef\xbb\xbf" + xml.encode())),
    ("a type in the text", docx(p("&lt;!DOCTYPE x&gt;"))),
]


@pytest.mark.parametrize("data", [row[1] for row in FINE], ids=[row[0] for row in FINE])
def test_what_only_looks_odd_is_read(data: bytes) -> None:
    assert read_docx(data).text


def test_whatever_byte_is_wrong_it_is_refused_or_read() -> None:
    read, refused = 0, 0
    for at in range(0, len(GOOD), 7):
        try:
            document = read_docx(GOOD[:at] + bytes([GOOD[at] ^ 0x55]) + GOOD[at + 1 :])
        except BadDocument:
            refused += 1
        else:
            read += isinstance(document.text, str)
    assert refused > 0
    assert read + refused == len(range(0, len(GOOD), 7))
