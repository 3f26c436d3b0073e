"""The documents that every test of writing goes through: by hand and by python-docx, each for one thing in it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

import docx as python_docx
from docx.document import Document as PythonDocx
from docx.shared import Pt, RGBColor

from gazetteer.docx import Edit
from tests.docx.building import (
    NAMES,
    STRICT,
    TODAY,
    W,
    box,
    change,
    deleted,
    docx,
    either,
    field,
    note,
    old_box,
    p,
    packed,
    r,
    separators,
    t,
    table,
)
from tests.docx.plain_reading import contents

SWAPS = {
    "Bakhmout": "Bakhmut",
    "Tschernihiw": "Chernihiv",
    "Wolodymyr Selenskyj": "Volodymyr Zelenskyy",
    "Possad\u2011Pokrovské": "Posad-Pokrovske",
}
WHY = "‘{name}’ is how another language writes it."


@dataclass(frozen=True)
class Case:
    """A document, and what it is for."""

    name: str
    data: bytes


def edits(text: str, swaps: Mapping[str, str] = SWAPS) -> list[Edit]:
    """An edit wherever one of the names stands."""
    found = []
    for name, right in swaps.items():
        at = text.find(name)
        while at >= 0:
            found.append(Edit(at, at + len(name), right, WHY.format(name=name)))
            at = text.find(name, at + len(name))
    return sorted(found, key=lambda one: one.start)


def corrected(text: str, made: list[Edit]) -> str:
    """The text with the edits in it."""
    for one in reversed(made):
        text = text[: one.start] + one.replacement + text[one.end :]
    return text


BOLD = "<w:b/>"
SHAPED = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:b/><w:i/><w:color w:val="C00000"/><w:sz w:val="28"/>'
LINK = '<w:hyperlink r:id="styles" w:history="1">{}</w:hyperlink>'
SDT = '<w:sdt><w:sdtPr><w:alias w:val="Place"/><w:id w:val="12"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
PICTURE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9525" cy="9525"/>'
    '<wp:docPr id="1" name="P"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="P"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
COMMENTED = (
    '<w:commentRangeStart w:id="3"/>'
    + r("the battle")
    + '<w:commentRangeEnd w:id="3"/>'
    + r('<w:commentReference w:id="3"/>')
)
COMMENTS = f'<w:comment w:id="3" w:author="Ann" {TODAY} w:initials="A">{p("Which?")}</w:comment>'
RUBY = (
    '<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
    f'<w:hpsBaseText w:val="20"/><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>{r("ba")}</w:rt>'
    f"<w:rubyBase>{r('Bakhmout')}</w:rubyBase></w:ruby>"
)
GONE_MARK = f'<w:rPr><w:del w:id="5" w:author="Ann" {TODAY}/></w:rPr>'
NEW_MARK = f'<w:rPr><w:ins w:id="5" w:author="Ann" {TODAY}/></w:rPr>'
MOVED = (
    f'<w:moveFromRangeStart w:id="20" w:author="Ann" {TODAY} w:name="move1"/>'
    + change("moveFrom", 21, r("From Bakhmout. "))
    + '<w:moveFromRangeEnd w:id="20"/>',
    f'<w:moveToRangeStart w:id="22" w:author="Ann" {TODAY} w:name="move1"/>'
    + change("moveTo", 23, r("From Bakhmout. "))
    + '<w:moveToRangeEnd w:id="22"/>',
)
FOOTNOTES = separators("footnote") + note("footnote", 1, p(r("<w:footnoteRef/>"), " In Bakhmout, he said."))
ENDNOTES = separators("endnote") + note("endnote", 1, p(r("<w:endnoteRef/>"), " See Tschernihiw."))
REFERENCES = r('<w:footnoteReference w:id="1"/>') + r('<w:endnoteReference w:id="1"/>')
EMOJI = either(
    '<w16se:symEx xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'w16se:font="Segoe UI Emoji" w16se:char="1F60A"/>',
    t("😊"),
    "w16se",
)
ENTRY = '<w:hyperlink w:anchor="here">{}</w:hyperlink>'
CONTENTS = (
    p(
        r('<w:fldChar w:fldCharType="begin"/>'),
        r('<w:instrText xml:space="preserve"> TOC \\o "1-3" \\h </w:instrText>'),
        r('<w:fldChar w:fldCharType="separate"/>'),
        ENTRY.format(r("The Bakhmout war") + r("<w:tab/>") + field("PAGEREF here", r("1"))),
    ),
    p(ENTRY.format(r("Tschernihiw") + r("<w:tab/>") + field("PAGEREF here", r("2")))),
    p(r('<w:fldChar w:fldCharType="end"/>')),
)
FILLED_IN = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/><w:enabled/><w:calcOnExit w:val="0"/>'
    "<w:textInput/></w:ffData></w:fldChar></w:r>"
    + r('<w:instrText xml:space="preserve"> FORMTEXT </w:instrText>')
    + r('<w:fldChar w:fldCharType="separate"/>')
    + r("Bakhmout")
    + r('<w:fldChar w:fldCharType="end"/>')
)


def with_main(data: bytes, change: Callable[[str], bytes]) -> bytes:
    """A document whose main part is written otherwise."""
    parts = contents(data)
    return packed(parts | {"word/document.xml": change(parts["word/document.xml"].decode())})


def unprefixed(xml: str) -> bytes:
    """XML with Word's namespace as that of elements without a prefix, while attributes have one."""
    return re.sub(r"<(/?)w:", r"<\1", xml).replace("<document ", f'<document xmlns="{W}" ').encode()


def in_sixteen_bits(xml: str) -> bytes:
    """XML in UTF-16, as old programs write it."""
    return xml.replace("UTF-8", "UTF-16").encode("utf-16")


def _by_hand() -> Mapping[str, bytes]:
    """Documents of which every element is written here."""
    return {
        "one run": docx(p("The battle for Bakhmout goes on.")),
        "a name alone": docx(p("Bakhmout")),
        "a name in two runs": docx(p("for Bakh", "mout goes on")),
        "a name in many runs": docx(p(*"Bakhmout")),
        "two words in three runs": docx(p("said Wolodymyr", " ", "Selenskyj", " today")),
        "runs with other properties": docx(p(r("in Bakh", BOLD), r("mout", "<w:i/>"), r(" and on"))),
        "formatting that is kept": docx(p("in ", r("Bakhmout", SHAPED), r(" and in Tschernihiw", SHAPED))),
        "attributes of runs": docx(p(r("in Bakhmout here", "", 'w:rsidR="00A1" w:rsidRPr="00B2"'))),
        "spelling marks between runs": docx(
            p("in ", '<w:proofErr w:type="spellStart"/>', "Bakh", '<w:proofErr w:type="spellEnd"/>', "mout")
        ),
        "a bookmark in a name": docx(
            p("in Bakh", '<w:bookmarkStart w:id="9" w:name="here"/>', "mout", '<w:bookmarkEnd w:id="9"/>', " now")
        ),
        "a page that ends in a name": docx(p("in ", r(t("Bakh") + "<w:lastRenderedPageBreak/>" + t("mout")), " now")),
        "many edits in one paragraph": docx(p("Bakhmout, Tschernihiw, Bakhmout, Bakhmout; Tschernihiw. " * 20)),
        "many paragraphs": docx(*(p(f"{number}. Bakhmout fell") for number in range(50))),
        "at both edges of a run": docx(p("Bakhmout and Tschernihiw")),
        "at the edges of neighbours": docx(p("in Bakhmout", "Tschernihiw now")),
        "blanks that are kept": docx(p("  in  Bakhmout  ", "  Tschernihiw  ")),
        "blanks that are dropped": docx(
            p(r("<w:t>  in Bakhmout  </w:t>"), r(t(" for Bakhmout")), r("<w:t> Bakhmout </w:t>"))
        ),
        "tabs and lines": docx(
            p(r(t("1") + "<w:tab/>" + t("Bakhmout") + "<w:br/>" + t("Tschernihiw") + "<w:cr/>" + t("end")))
        ),
        "a page break": docx(p("in Bakhmout", r('<w:br w:type="page"/>'), "In Tschernihiw")),
        "hyphens that do not break": docx(p(r(t("in Possad") + "<w:noBreakHyphen/>" + t("Pokrovské now")))),
        "hyphens that may break": docx(
            p(r(t("in Bakh") + "<w:softHyphen/>" + t("mout")), "Tscherni\u00adhiw and Bakh\u00admout")
        ),
        "symbols": docx(
            p(
                r('<w:sym w:font="Wingdings" w:char="F0E0"/>'),
                "Bakhmout",
                r('<w:sym w:font="Wingdings" w:char="F0E0"/>'),
            )
        ),
        "smart quotes": docx(p("“In Bakhmout,” he said, ‘in Tschernihiw’s centre’ — “Bakhmout”.")),
        "emoji before the name": docx(p("🏙️👩‍👩‍👧 Bakhmout 🏙️", "🏙️Tschernihiw")),
        "emoji as Word writes them": docx(p("so ", r(EMOJI), " Bakhmout", r(EMOJI))),
        "writing from right to left": docx(
            p(
                r("שלום ", "<w:rtl/>"),
                "Bakhmout",
                r(" العربية", '<w:rtl/><w:lang w:bidi="ar-SA"/>'),
                properties="<w:bidi/>",
            )
        ),
        "marks of direction": docx(p("in \u202aBakhmout\u202c and \u2067Tschernihiw\u2069")),
        "references to characters": docx(p("A&amp;B in Bakhmout &lt;&#x2019;&gt; &quot;Tschernihiw&quot;")),
        "combining marks": docx(p("e\u0301 Bakhmout e\u0301, क्‍ष Tschernihiw")),
        "a table": docx(table([p("Bakhmout"), p("1")], [p("in ", "Tschernihiw"), p("2") + p("Bakhmout")]), p("")),
        "a table in a table": docx(
            table([p("Bakhmout") + table([p("Tschernihiw"), p("Bakhmout")]) + p("after"), p("2")]), p("")
        ),
        "a list": docx(
            p("Bakhmout", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'), p("Tschernihiw")
        ),
        "footnotes": docx(
            p("Said Bakhmout", r('<w:footnoteReference w:id="1"/>'), " and on"), notes={"footnotes": FOOTNOTES}
        ),
        "footnotes and endnotes": docx(
            p("In Bakhmout", REFERENCES), notes={"footnotes": FOOTNOTES, "endnotes": ENDNOTES}
        ),
        "a reference inside a name": docx(
            p("In Bakh", REFERENCES, "mout"), notes={"footnotes": FOOTNOTES, "endnotes": ENDNOTES}
        ),
        "headers and footers": docx(
            p("In Bakhmout"),
            headers={"header1": p("News of Bakhmout"), "footer1": p("Tschernihiw, ", field("PAGE", r("1")))},
        ),
        "a header alone": docx(p("Nothing here"), headers={"header1": table([p("Bakhmout"), p("")]) + p("")}),
        "a text box": docx(
            p(
                "By Bakhmout",
                r(either(box(p("In Bakhmout"), p("Tschernihiw")), old_box(p("In Bakhmout"), p("Tschernihiw")))),
                " and on",
            ),
            p("last"),
        ),
        "a text box of one kind": docx(p("By Bakhmout", r(old_box(p("In Bakh", "mout"))), " and on"), p("last")),
        "a picture": docx(p("In Bakhmout", r(PICTURE), "Tschernihiw")),
        "a link": docx(p("See ", LINK.format(r("Bakhmout", '<w:rStyle w:val="Hyperlink"/>')), " now")),
        "a name that runs into a link": docx(p("In Bakh", LINK.format(r("mout here")), " now")),
        "a field": docx(p("In ", field('HYPERLINK "https://x.example/Bakhmout"', r("Bakhmout")), " now")),
        "a field in a field": docx(
            p(
                "In ",
                field("HYPERLINK here", r("Bakh"), r("mout"), field("PAGE", r("1"))),
                " and ",
                field("NUMPAGES", r("1")),
            )
        ),
        "fields that are computed": docx(
            p("In ", f'<w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>', "Bakhmout", field("NUMPAGES", r("1")))
        ),
        "a field to be filled in": docx(p("In ", FILLED_IN, " now")),
        "a table of contents": docx(*CONTENTS, p("The Bakhmout war")),
        "a content control": docx(
            p("In ", SDT.format(r("Bakhmout")), " now"), SDT.format(p("So") + p("Tschernihiw")), p("")
        ),
        "a content control that begins with a name": docx(SDT.format(p("Tschernihiw")), p("")),
        "smart tags": docx(
            p("In ", f'<w:smartTag w:uri="u" w:element="place">{r("Bakh")}{r("mout")}</w:smartTag>', " now")
        ),
        "an earlier insertion": docx(p("In ", change("ins", 1, r("old Bakhmout town", BOLD)), " now")),
        "an insertion that is the name": docx(p("In ", change("ins", 1, r("Bakhmout")), " now")),
        "an insertion that is half the name": docx(p("In Bakh", change("ins", 1, r("mout") + r(" town")), " now")),
        "two insertions that are the name": docx(
            p("In ", change("ins", 1, r("so Bakh")), change("ins", 2, r("mout"), "Bob"), " now")
        ),
        "an earlier deletion": docx(
            p("In ", change("del", 1, deleted("old Bakhmout")), "Bakh", change("del", 2, deleted("u")), "mout now")
        ),
        "a deletion in an insertion": docx(
            p("In ", change("ins", 1, r("Bakh") + change("del", 2, deleted("x"), "Bob") + r("mout")), " now")
        ),
        "a move": docx(p("First. ", MOVED[0], "Then."), p("Last. ", MOVED[1], "End.")),
        "a change of format": docx(
            p(r("Bakhmout", f'<w:b/><w:rPrChange w:id="4" w:author="Ann" {TODAY}><w:rPr><w:i/></w:rPr></w:rPrChange>'))
        ),
        "a deleted paragraph mark": docx(p("In Bakh", properties=GONE_MARK), p("mout now"), p("Tschernihiw")),
        "an inserted paragraph mark": docx(p("In Bakhmout", properties=NEW_MARK), p("Tschernihiw now"), p("end")),
        "comments already there": docx(p("In ", COMMENTED, " for Bakhmout"), comments=COMMENTS),
        "a comment on the name": docx(
            p(
                '<w:commentRangeStart w:id="3"/>',
                "Bakhmout",
                '<w:commentRangeEnd w:id="3"/>',
                r('<w:commentReference w:id="3"/>'),
            ),
            comments=COMMENTS,
        ),
        "a name for comments that is taken": docx(p("Bakhmout"), more={"word/comments.xml": b"no relation leads here"}),
        "no document": docx(""),
        "an empty paragraph": docx(p(), p("Bakhmout"), p()),
        "no names": docx(p("It was raining all day."), p("And the next.")),
        "capitals and hidden text": docx(p(r("Bakhmout", "<w:caps/>"), r(" Tschernihiw", "<w:vanish/>"))),
        "letters over letters": docx(
            p(
                "so ",
                r(RUBY),
                " Tschernihiw",
            )
        ),
        "the strict kind": docx(p("In Bakh", r("mout", BOLD)), names=NAMES.replace(W, STRICT)),
        "names without a prefix": with_main(docx(p("In Bakh", r("mout", BOLD))), unprefixed),
        "another name for the main part": docx(p("In Bakhmout"), main="word/document2.xml"),
        "sixteen bits a letter": with_main(docx(p("In Bakhmout — 🏙️ Tschernihiw")), in_sixteen_bits),
    }


def _saved(made: PythonDocx) -> bytes:
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _headed() -> bytes:
    made = python_docx.Document()
    made.add_heading("The battle for Bakhmout", level=1)
    made.add_paragraph("In Tschernihiw, it is quiet.", style="List Bullet")
    made.add_paragraph("Wolodymyr Selenskyj spoke in Bakhmout.", style="Intense Quote")
    return _saved(made)


def _formatted() -> bytes:
    made = python_docx.Document()
    paragraph = made.add_paragraph("He said ")
    run = paragraph.add_run("Wolodymyr ")
    run.bold, run.font.size, run.font.color.rgb = True, Pt(14), RGBColor(200, 0, 0)
    paragraph.add_run("Selenskyj").italic = True
    paragraph.add_run(" was in Bakh").add_tab()
    paragraph.add_run("Bakhmout").add_break()
    return _saved(made)


def _gridded() -> bytes:
    made = python_docx.Document()
    grid = made.add_table(3, 3, style="Table Grid")
    for number, cell in enumerate(cell for row in grid.rows for cell in row.cells):
        cell.text = f"{number} Bakhmout"
    grid.cell(0, 0).merge(grid.cell(0, 1))
    grid.cell(2, 2).add_table(1, 2).cell(0, 1).text = "Tschernihiw"
    return _saved(made)


def _sectioned() -> bytes:
    made = python_docx.Document()
    made.add_paragraph("In Bakhmout")
    made.sections[0].header.paragraphs[0].text = "From Bakhmout\tdaily"
    made.sections[0].footer.paragraphs[0].text = "Tschernihiw"
    made.add_section()
    made.sections[1].header.is_linked_to_previous = False
    made.sections[1].header.paragraphs[0].text = "From Tschernihiw"
    made.sections[1].footer.is_linked_to_previous = False
    made.sections[1].footer.paragraphs[0].text = "Bakhmout"
    made.add_paragraph("And Tschernihiw")
    return _saved(made)


def _shared() -> bytes:
    made = python_docx.Document()
    made.add_paragraph("In Bakhmout")
    made.sections[0].footer.paragraphs[0].text = "Tschernihiw"
    made.add_section()
    made.add_paragraph("And Tschernihiw")
    return _saved(made)


def _commented() -> bytes:
    made = python_docx.Document()
    paragraph = made.add_paragraph("In Bakhmout it is quiet.")
    made.add_comment(paragraph.runs, text="Who says so?", author="Ann", initials="A")
    made.add_page_break()
    made.add_paragraph("In Tschernihiw too.")
    return _saved(made)


def _long() -> bytes:
    made = python_docx.Document()
    for number in range(300):
        made.add_paragraph(f"{number}: the battle for Bakhmout goes on, and Tschernihiw waits.")
    return _saved(made)


BY_PYTHON_DOCX: Mapping[str, Callable[[], bytes]] = {
    "python-docx: headings and lists": _headed,
    "python-docx: formatting": _formatted,
    "python-docx: a table with joined cells": _gridded,
    "python-docx: sections": _sectioned,
    "python-docx: a footer of two sections": _shared,
    "python-docx: comments": _commented,
    "python-docx: many paragraphs": _long,
}
CASES = [Case(name, data) for name, data in _by_hand().items()] + [
    Case(name, make()) for name, make in BY_PYTHON_DOCX.items()
]
