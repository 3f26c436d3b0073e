"""Reading: which characters are text, where they stand, and what is no text."""

import pytest

from gazetteer.docx import read_docx
from gazetteer.docx.walking import SEEN
from gazetteer.tagging.copies import REFUSED
from tests.docx.building import NAMES, TODAY, box, change, deleted, docx, either, field, note, old_box, p, r, t, table
from tests.docx.documents import with_main

BEGIN, SEPARATE, END = (r(f'<w:fldChar w:fldCharType="{sort}"/>') for sort in ("begin", "separate", "end"))


def row(change: str, inside: str) -> str:
    """A table of one row that was inserted or deleted."""
    properties = f'<w:trPr><w:{change} w:id="1" w:author="A" {TODAY}/></w:trPr>'
    return f"<w:tbl><w:tr>{properties}<w:tc><w:tcPr/>{inside}</w:tc></w:tr></w:tbl>"


READ: list[tuple[str, str, str]] = [
    ("paragraphs", p("a") + p("b"), "a\n\nb"),
    ("an empty paragraph", p("a") + p() + p("b"), "a\n\n\n\nb"),
    ("runs", p("a", "b", r("")), "ab"),
    ("a tab", p(r(t("a") + "<w:tab/>" + t("b"))), "a\tb"),
    ("a tab stop in the properties", p("a", properties='<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'), "a"),
    ("a line break", p(r(t("a") + "<w:br/>" + t("b") + "<w:cr/>")), "a\nb\n"),
    ("hyphens", p(r(t("a") + "<w:noBreakHyphen/>" + t("b") + "<w:softHyphen/>" + t("c\u00add"))), "a\u2011bcd"),
    ("a symbol", p(r('<w:sym w:font="Wingdings" w:char="F04A"/>')), "\ufffc"),
    ("blanks", p(r("<w:t> a  b </w:t>"), r(t(" c ")), r("<w:t>\n d\ne </w:t>")), "a  b c d e"),
    ("marks of direction", p("a\u202eb\u2066c\u200fd"), "a\ufffcb\ufffcc\u200fd"),
    ("what was inserted", p("a", change("ins", 1, r("b"))), "ab"),
    ("what was deleted", p("a", change("del", 1, deleted("b")), "c"), "ac"),
    ("what was moved", p("a", change("moveFrom", 1, r("b")), change("moveTo", 2, r("c"))), "ac"),
    ("a deleted row", row("del", p("a")) + p("b"), "b"),
    ("an inserted row", row("ins", p("a")), "a"),
    ("a table", table([p("a"), p("b") + p("c")], [p("d"), p("")]), "a\n\nb\n\nc\n\nd\n\n"),
    ("the code of a field", p("a", field("REF Bakhmout", r("b")), "c"), "abc"),
    (
        "a field without a result",
        p(BEGIN, r("<w:instrText>X</w:instrText>"), "a"),
        "",
    ),
    ("an end without a beginning", p(END, "a"), "a"),
    (
        "a field over two paragraphs",
        p(BEGIN, r("<w:instrText>TOC</w:instrText>"), SEPARATE, "a") + p("b", END),
        "a\n\nb",
    ),
    ("a box", p("a", r(either(box(p("x"), p("y")), old_box(p("x"), p("y")))), "b") + p("c"), "ab\n\nx\n\ny\n\nc"),
    ("a box that says something else to old programs", p(r(either(box(p("x")), old_box(p("y"))))), "\n\nx"),
    ("a box in a box", p("a", r(box(p("x", r(old_box(p("y"))))))), "a\n\nx\n\ny"),
    ("a box in what was deleted", p("a", change("del", 1, r(old_box(p("y"))))), "a"),
    ("text that is cut by a comment", p(r("<w:t>a<!-- x -->b</w:t>")), "ab"),
    ("text in pieces that are no text", p(r("<w:t>a<![CDATA[<b>]]></w:t>")), "a<b>"),
]


@pytest.mark.parametrize(("blocks", "text"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_the_text_of(blocks: str, text: str) -> None:
    assert read_docx(docx(blocks)).text == text


def test_blanks_may_be_kept_by_what_is_around() -> None:
    kept = docx(p(r("<w:t> a </w:t>")), names=f'xml:space="preserve" {NAMES}')
    assert read_docx(kept).text == " a "
    dropped = docx(p(r('<w:t xml:space="default"> a </w:t>')), names=f'xml:space="preserve" {NAMES}')
    assert read_docx(dropped).text == "a"


def test_a_paragraph_whose_mark_was_deleted_runs_on() -> None:
    gone = f'<w:rPr><w:del w:id="1" w:author="A" {TODAY}/></w:rPr>'
    assert read_docx(docx(p("a", properties=gone), p("b", properties=gone), p("c"))).text == "abc"
    assert read_docx(docx(p("a", properties=gone), table([p("b")]), p("c"))).text == "a\n\nb\n\nc"
    assert read_docx(docx(table([p("a", properties=gone)]), p("c"))).text == "a\n\nc"
    boxed = p("a", r(old_box(p("x"))), properties=gone) + p("b")
    assert read_docx(docx(boxed)).text == "ab\n\nx"


def test_what_fields_compute_and_symbols_are_locked() -> None:
    fields = field("REF x", r("bc"), r("d")), "e", field("HYPERLINK x", r("f"))
    document = read_docx(docx(p("a", *fields), p(r("<w:sym/>"))))
    assert document.text == "abcdef\n\n\ufffc"
    assert document.locked == ((1, 4), (8, 9))


def test_the_order_is_body_notes_headers() -> None:
    made = docx(
        p("body"),
        notes={"endnotes": note("endnote", 1, p("end")), "footnotes": note("footnote", 1, p("foot"))},
        headers={"footer1": p("below"), "header1": p("above")},
    )
    assert read_docx(made).text == "body\n\nfoot\n\nend\n\nabove\n\nbelow"


def test_no_text_has_what_is_refused_in_any_text() -> None:
    refused = [chr(code) for code in range(0x20, 0xD800) if REFUSED.match(chr(code))]
    assert refused
    assert set(map(ord, refused)) <= set(SEEN)


def test_comments_and_instructions_among_the_elements_are_passed_over() -> None:
    def sprinkled(xml: str) -> bytes:
        return xml.replace("<w:r>", "<?x y?><w:r><!-- z -->").replace("<w:body>", "<w:body><!-- w --> ").encode()

    assert read_docx(with_main(docx(p("a", "b"), table([p("c")])), sprinkled)).text == "ab\n\nc"
