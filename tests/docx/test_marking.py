"""One change: the shape it has in the XML, what it may put in, and what cannot be changed at all."""

import pytest

from gazetteer.docx import Edit, Signature, read_docx, write
from gazetteer.errors import BadParameter
from tests.docx.building import change, docx, field, p, r
from tests.docx.plain_reading import accepted, comments_of, contents, rejected
from tests.docx.test_writing import SIGNATURE


def body(data: bytes) -> str:
    """The XML of a document's only paragraph."""
    xml = contents(data)["word/document.xml"].decode()
    return xml[xml.index("<w:p>") : xml.rindex("</w:p>") + 6]


def marked(*runs: str, why: str | None = None) -> str:
    """The paragraph of these runs, with Bakhmout put right by hand's breadth."""
    document = read_docx(docx(p(*runs)))
    at = document.text.index("Bakhmout")
    return body(write(document, [Edit(at, at + 8, "Bakhmut", why)], SIGNATURE))


BY = 'w:author="The desk" w:date="2026-11-26T12:30:00Z"'
ANN = 'w:author="Ann" w:date="2024-05-01T10:00:00Z"'
T = '<w:t xml:space="preserve">'
SHAPES: list[tuple[tuple[str, ...], str]] = [
    (
        ("in Bakhmout now",),
        f'<w:p><w:r>{T}in </w:t></w:r><w:del w:id="1" {BY}><w:r><w:delText>Bakhmout</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {BY}><w:r><w:t>Bakhmut</w:t></w:r></w:ins><w:r>{T} now</w:t></w:r></w:p>',
    ),
    (
        (r("Bakh", "<w:b/>"), r("mout", "<w:i/>")),
        f'<w:p><w:del w:id="1" {BY}><w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">Bakh</w:delText></w:r>'
        f'<w:r><w:rPr><w:i/></w:rPr><w:delText xml:space="preserve">mout</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {BY}><w:r><w:rPr><w:b/></w:rPr><w:t>Bakhmut</w:t></w:r></w:ins></w:p>',
    ),
    (
        (change("ins", 1, r("so Bakhmout now")),),
        f'<w:p><w:ins w:id="1" {ANN}><w:r>{T}so </w:t></w:r></w:ins><w:ins w:id="4" {ANN}><w:del w:id="2" {BY}><w:r>'
        f'<w:delText>Bakhmout</w:delText></w:r></w:del></w:ins><w:ins w:id="5" {BY}><w:r><w:t>Bakhmut</w:t></w:r>'
        f'</w:ins><w:ins w:id="3" {ANN}><w:r>{T} now</w:t></w:r></w:ins></w:p>',
    ),
    (
        (change("ins", 1, r("Bakhmout")),),
        f'<w:p><w:ins w:id="1" {ANN}><w:del w:id="2" {BY}><w:r><w:delText xml:space="preserve">Bakhmout</w:delText>'
        f'</w:r></w:del></w:ins><w:ins w:id="3" {BY}><w:r><w:t>Bakhmut</w:t></w:r></w:ins></w:p>',
    ),
]


@pytest.mark.parametrize(("runs", "shape"), SHAPES)
def test_a_change_has_the_shape_that_word_gives_it(runs: tuple[str, ...], shape: str) -> None:
    assert marked(*runs) == shape


def test_the_new_run_has_the_format_of_the_first_but_not_its_history() -> None:
    history = f'<w:rPrChange w:id="7" {ANN}><w:rPr><w:b/></w:rPr></w:rPrChange>'
    found = marked(r("Bakhmout", f"<w:i/>{history}"))
    assert found.count("rPrChange") == 2
    assert "<w:r><w:rPr><w:i/></w:rPr><w:t>Bakhmut</w:t></w:r></w:ins>" in found


def test_a_silent_replacement_leaves_the_run_as_it_was() -> None:
    document = read_docx(docx(p(r("in Bakh", "<w:b/>"), r("mout", "<w:i/>"), " now")))
    made = body(write(document, [Edit(3, 11, "Bakhmut")], SIGNATURE, plain=True))
    assert made == (f"<w:p><w:r><w:rPr><w:b/></w:rPr>{T}in Bakhmut</w:t></w:r><w:r>{T} now</w:t></w:r></w:p>")


def test_without_a_reason_there_is_no_comment() -> None:
    document = read_docx(docx(p("in Bakhmout")))
    made = contents(write(document, [Edit(3, 11, "Bakhmut")], SIGNATURE))
    assert "word/comments.xml" not in made
    assert made["[Content_Types].xml"] == contents(document.archive.data)["[Content_Types].xml"]


PUT_IN = ["", "A", "A\tB", "A\nB", "A\u2011B", " A ", "<w:t>&amp;", "🏙️", "٣ שלום", "'\"]]>"]


@pytest.mark.parametrize("text", PUT_IN, ids=ascii)
@pytest.mark.parametrize("plain", [False, True])
def test_whatever_is_put_in_is_read_again(text: str, plain: bool) -> None:
    document = read_docx(docx(p("in Bakh", "mout", " now")))
    made = write(document, [Edit(3, 11, text, text)], SIGNATURE, plain=plain)
    assert accepted(made) == read_docx(made).text == f"in {text} now"
    assert rejected(made) == (f"in {text} now" if plain else "in Bakhmout now")


WRONG: list[tuple[list[Edit], str]] = [
    ([Edit(-1, 3, "x")], "edits[0] is from -1 to 3"),
    ([Edit(3, 3, "x")], "ends after its start"),
    ([Edit(5, 3, "x")], "ends after its start"),
    ([Edit(0, 1, "x"), Edit(0, 99, "x")], "edits[1] is from 0 to 99; an edit starts at 0 or later"),
    ([Edit(0, 3, "x"), Edit(2, 5, "y")], "edits[0] and edits[1] overlap"),
    ([Edit(2, 5, "x"), Edit(0, 3, "y")], "edits[1] and edits[0] overlap"),
    ([Edit(6, 12, "x")], "edits[0] goes from one paragraph to the next"),
    ([Edit(8, 9, "x")], "edits[0] goes from one paragraph to the next"),
    ([Edit(11, 16, "x")], "a field or a symbol"),
    ([Edit(0, 3, "a\0b")], "no document can hold"),
    ([Edit(0, 3, "\ud800")], "no document can hold"),
    ([Edit(0, 3, "a\rb")], "no document can hold"),
    ([Edit(0, 3, "a" * 1_001)], "at most 1,000 characters"),
    ([Edit(0, 3, "a", "b" * 2_001)], "a reason 2,000"),
    ([Edit(0, 3, "a")] * 20_001, "20,001 edits"),
]


@pytest.mark.parametrize(("wanted", "says"), WRONG, ids=lambda value: ascii(value)[:40])
def test_an_edit_that_cannot_be_made_is_refused_in_a_sentence(wanted: list[Edit], says: str) -> None:
    document = read_docx(docx(p("Bakhmout"), p("in ", field("REF x", r("there")), " now")))
    assert document.text == "Bakhmout\n\nin there now"
    with pytest.raises(BadParameter) as refused:
        write(document, wanted, SIGNATURE)
    assert says in str(refused.value)


@pytest.mark.parametrize("author", ["", "  ", "a" * 101, "a\nb", "a\0"])
def test_an_author_is_a_name(author: str) -> None:
    document = read_docx(docx(p("Bakhmout")))
    with pytest.raises(BadParameter, match="An author is a name"):
        write(document, [Edit(0, 8, "x")], Signature(author, SIGNATURE.date))


def test_a_reason_that_xml_cannot_hold_is_written_without_it() -> None:
    document = read_docx(docx(p("Bakhmout")))
    made = write(document, [Edit(0, 8, "Bakhmut", "a\0b\ud800c")], SIGNATURE)
    assert [text for _, _, text in comments_of(made)] == ["abc"]


def test_what_was_written_is_written_again() -> None:
    document = read_docx(docx(p("in Bakhmout and Tschernihiw")))
    once = read_docx(write(document, [Edit(3, 11, "Bakhmut", "one")], SIGNATURE))
    twice = write(once, [Edit(3, 10, "Bakhmout", "two"), Edit(15, 26, "Chernihiv", "three")], SIGNATURE)
    assert accepted(twice) == "in Bakhmout and Chernihiv"
    assert rejected(twice) == "in Bakhmout and Tschernihiw"
    assert [text for _, _, text in comments_of(twice)] == ["one", "two", "three"]
