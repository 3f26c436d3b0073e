"""Encodings: what a file declares is how it is read and written; a letter that it lacks becomes a reference."""

import codecs

import pytest

from gazetteer.model import Style
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.model import Fix
from gazetteer.xliff.checking import all_found, check_document, fix_document
from gazetteer.xliff.encoding import read_bytes
from gazetteer.xliff.model import Left
from gazetteer.xliff.reading import read_xliff
from tests.xliff.test_files import fixed

TEXT = (
    '<?xml version="1.0" encoding="{}"?>\r\n<xliff version="1.2"><file original="a" source-language="{}" '
    'target-language="en"><body><trans-unit id="1"><source>{}</source>'
    "<target>The {} battle for Bakhmout</target></trans-unit></body></file></xliff>\r\n"
)
DECLARED = [
    ("ISO-8859-1", "fr", "été"),
    ("iso-8859-2", "pl", "łąka"),
    ("ISO-8859-5", "uk", "слово"),
    ("ISO-8859-15", "fr", "œuvre €"),
    ("windows-1251", "uk", "слово ґ"),
    ("windows-1252", "de", "„schön“"),
    ("KOI8-U", "uk", "слово"),
    ("us-ascii", "en", "word"),
    ("Shift_JIS", "ja", "言葉 ソ"),
    ("GB18030", "zh", "词语"),
    ("UTF-8", "uk", "слово"),
]


@pytest.mark.parametrize(("encoding", "language", "word"), DECLARED)
def test_a_file_is_read_and_written_in_the_encoding_it_declares(
    gazetteer: Gazetteer, encoding: str, language: str, word: str
) -> None:
    data = TEXT.format(encoding, language, word, word).encode(encoding)
    assert fixed(gazetteer, data) == data.replace(b"Bakhmout", b"Bakhmut")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen(gazetteer: Gazetteer, encoding: str) -> None:
    text = TEXT.format("UTF-16", "uk", "Бахмут", "🏙️")
    assert fixed(gazetteer, text.encode(encoding)) == text.replace("Bakhmout", "Bakhmut").encode(encoding)


@pytest.mark.parametrize("declared", ["UTF-16", "ISO-8859-1"])
def test_a_byte_order_mark_goes_before_what_is_declared(gazetteer: Gazetteer, declared: str) -> None:
    data = codecs.BOM_UTF8 + TEXT.format(declared, "uk", "Бахмут", "🏙️").encode()
    assert fixed(gazetteer, data) == data.replace(b"Bakhmout", b"Bakhmut")


def test_bytes_that_are_no_utf_32_are_not_taken_for_it() -> None:
    assert read_bytes(codecs.BOM_UTF32_LE + "<a/>".encode("utf-32-le")).encoding == "utf-32-le"


STYLE = Style("ours", "Ours", "en", overrides={"geonames-713174": "Bakhmút & <Ł>"})


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("ISO-8859-1", "Bakhm\xfat &amp; &lt;&#x141;&gt;"), ("UTF-8", "Bakhm\xfat &amp; &lt;Ł&gt;")],
)
def test_what_is_put_in_is_written_as_the_file_can(gazetteer: Gazetteer, encoding: str, written: str) -> None:
    data = TEXT.format(encoding, "fr", "é", "é").encode(encoding)
    found = check_document(gazetteer, read_xliff(data), style=STYLE)
    right = TEXT.format(encoding, "fr", "é", "é").replace("Bakhmout", written).encode(encoding)
    assert found.document.written.encoded(fix_document(found, Fix.ALL)) == right


def test_what_a_cdata_section_cannot_say_is_left_and_told(gazetteer: Gazetteer) -> None:
    style = Style("ours", "Ours", "en", overrides={"geonames-713174": "Łakhmut"})
    text = TEXT.format("ISO-8859-1", "fr", "é", "é").replace("Bakhmout", "<![CDATA[Bakhmout]]>")
    found = check_document(gazetteer, read_xliff(text.encode("iso-8859-1")), style=style)
    assert [one.left for one in all_found(found)] == [Left.CDATA]
    assert fix_document(found, Fix.ALL) == text
    in_utf_8 = check_document(gazetteer, read_xliff(text.replace("ISO-8859-1", "UTF-8").encode()), style=style)
    assert "<![CDATA[Łakhmut]]>" in fix_document(in_utf_8, Fix.ALL)
