"""Reading: versions, languages, units and segments, and what is refused in a sentence."""

import codecs
import sys
from types import FrameType

import pytest

from gazetteer.errors import BadXliff, NothingTranslated, TextTooLong
from gazetteer.xliff.model import BARRIER
from gazetteer.xliff.reading import read_xliff
from tests.xliff.marks import MARKED, before_and_after


def one(body: str, languages: str = 'source-language="fr" target-language="en"', head: str = "") -> str:
    """A file of version 1.2 with this body."""
    return f'{head}<xliff version="1.2"><file original="a.html" {languages}><body>{body}</body></file></xliff>'


def two(body: str, languages: str = 'srcLang="fr" trgLang="en"', version: str = "2.0") -> str:
    """A file of version 2 with this content of its file."""
    namespace = "urn:oasis:names:tc:xliff:document:2.0"
    return f'<xliff xmlns="{namespace}" version="{version}" {languages}><file id="f1">{body}</file></xliff>'


UNIT = '<trans-unit id="1"><source>a</source><target>Near Bakhmout.</target></trans-unit>'
TARGETS = [
    (one(UNIT), [("1", None, "Near Bakhmout.", "a")]),
    (one(UNIT.replace("Near", "<g>N</g>ear<x/>")), [("1", None, f"Near{BARRIER} Bakhmout.", "a")]),
    (one(UNIT.replace("Near", '<x ctype="lb"/>')), [("1", None, "\n Bakhmout.", "a")]),
    (
        one(
            '<trans-unit id="1"><source>a b</source><target>'
            '<mrk mtype="seg" mid="7">One.</mrk> <mrk mtype="seg" mid="8">Two<g>.</g></mrk>tail</target></trans-unit>'
        ),
        [("1", "7", "One.", "a b"), ("1", "8", "Two.", ""), ("1", None, "tail", "")],
    ),
    (
        two(
            '<unit id="u"><segment id="s"><source>a</source><target>One.</target></segment>'
            "<segment><source>b<ph id='1'/></source><target>T<pc id='1'>wo</pc>.</target></segment></unit>"
        ),
        [("u", "s", "One.", "a"), ("u", None, "Two.", f"b{BARRIER}")],
    ),
    (one(UNIT.replace("Near", "<target>no</target>")), [("1", None, f"{BARRIER} Bakhmout.", "a")]),
]


@pytest.mark.parametrize(("text", "segments"), TARGETS)
def test_every_translated_segment_is_read_with_its_unit_and_source(
    text: str, segments: list[tuple[str, str | None, str, str]]
) -> None:
    read = read_xliff(text.encode()).segments
    assert [(one.unit, one.segment, one.text, one.source) for one in read] == segments


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_every_character_of_a_segment_is_where_it_is_said_to_be(path: object) -> None:
    text, _ = before_and_after(path)  # type: ignore[arg-type]
    for end in ("\n", "\r\n"):
        document = read_xliff(text.replace("\n", end).encode())
        for segment in document.segments:
            for piece in segment.pieces:
                assert segment.text[piece.start : piece.end] == piece.text
                for character, start, stop in zip(piece.text, piece.starts, piece.ends, strict=True):
                    written = document.written.text[start:stop]
                    assert written in (character, "\r\n") or (written[0] == "&" and written[-1] == ";")


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_old_versions_are_read(version: str) -> None:
    assert read_xliff(one(UNIT).replace("1.2", version).encode()).version == version


def test_languages_are_those_of_each_file() -> None:
    text = one(UNIT).replace("</xliff>", f'<file source-language="de" original="b"><body>{UNIT}</body></file></xliff>')
    text = text.replace("<target>", '<target xml:lang="pl">')
    said = [(one.file, one.source_language, one.language) for one in read_xliff(text.encode()).segments]
    assert said == [("a.html", "fr", "en"), ("b", "de", "pl")]


XXE = '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
BOMB = '<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
REFUSED = [
    (b"", "not well-formed XML: line 1, column 1: no element found"),
    (b"PK\x03\x04", "not well-formed XML: line 1"),
    (b"Bakhmout", "not well-formed XML: line 1, column 1"),
    (one(UNIT).replace("</g>", "").replace("</body>", "").encode(), "mismatched tag"),
    (one(UNIT.replace("Near", "&nbsp;")).encode(), "undefined entity"),
    (one(UNIT, head=XXE).encode(), "has a DOCTYPE, which may bring entities from elsewhere; take it out"),
    (one(UNIT.replace("Near", "&b;"), head=BOMB).encode(), "has a DOCTYPE"),
    (one(UNIT, head="<!DOCTYPE xliff>").encode(), "has a DOCTYPE"),
    (one(UNIT, head='<!DOCTYPE xliff PUBLIC "x" "http://127.0.0.1:9/x.dtd">').encode("utf-16"), "has a DOCTYPE"),
    (b"<html/>", "The root of the file is ‘html’; that of an XLIFF file is xliff."),
    (b'<xliff xmlns="urn:of:a:tool" version="1.2"/>', "The root of the file is ‘xliff’"),
    (b'<xliff version="3.0"/>', "The file has version ‘3.0’; XLIFF is read in the versions 1.0, 1.1, 1.2, 2.0"),
    (b"<xliff/>", "The file has no version; XLIFF is read in"),
    (b'<?xml version="1.0" encoding="utf-7"?><xliff version="1.2"/>', "declares the encoding utf-7"),
    (b'<?xml version="1.0" encoding="iso-8859-99"?><xliff version="1.2"/>', "declares the encoding iso-8859-99"),
    (b'<?xml version="1.0"?><xliff version="1.2">\xe9</xliff>', "not text in UTF-8: byte 43 is wrong"),
    (b'<?xml version="1.0" encoding="utf-16"?><xliff version="1.2"/>', "declares the encoding utf-16"),
    (codecs.BOM_UTF16_LE + b"<\0x", "not text in UTF-16-LE: byte 5 is wrong"),
    (b" " * (20 * 2**20 + 1), "more than 20 MiB"),
    (b"<xliff version='1.2'><a:b/></xliff>", "unbound prefix"),
]


@pytest.mark.parametrize(("data", "says"), REFUSED, ids=[row[1][:40] for row in REFUSED])
def test_what_is_no_xliff_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(BadXliff) as refused:
        read_xliff(data)
    assert says in str(refused.value)


NOTHING = [
    one(""),
    one("<trans-unit id='1'><source>Bakhmout</source></trans-unit>"),
    one("<trans-unit id='1'><source>Bakhmout</source><target/></trans-unit>"),
    one(UNIT.replace("<trans-unit", "<trans-unit translate='no'")),
    two("<unit id='1'><segment><source>Bakhmout</source></segment></unit>"),
    one("<trans-unit id='1'><source>a</source><alt-trans><target>Bakhmout</target></alt-trans></trans-unit>"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_file_without_translations_is_refused(text: str) -> None:
    with pytest.raises(NothingTranslated, match="translate the file first"):
        read_xliff(text.encode())


def test_more_text_than_is_checked_at_once_is_refused_before_it_is_all_read() -> None:
    with pytest.raises(TextTooLong, match="more than 200,000 characters; send the file in parts"):
        read_xliff(one(UNIT * 15_000).encode())
    with pytest.raises(TextTooLong):
        read_xliff(one(UNIT.replace("Near", "a" * 200_000)).encode())


def test_reading_is_linear() -> None:
    """Sixteen times the tags take no more than some sixteen times the calls, however deep they are."""

    def calls(count: int) -> int:
        deep = "<g>" * count + "x" + "</g>" * count + "x<x/>" * count + "<![CDATA[x]]>" * count
        data = one(UNIT.replace("Near", deep)).encode()
        counted = 0

        def note(_frame: FrameType, event: str, _what: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            read_xliff(data)
        finally:
            sys.setprofile(before)
        return counted

    assert calls(16_000) < 20 * calls(1_000)
