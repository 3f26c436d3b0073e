"""Whatever runs a text is split into, and whatever edits are made: accepted it is corrected, rejected the original."""

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as some

from gazetteer.docx import Edit, read_docx, write
from tests.docx.building import change, deleted, docx, field, r, t
from tests.docx.documents import corrected
from tests.docx.plain_reading import Reader, accepted, comments_of, contents, rejected
from tests.docx.test_writing import SIGNATURE
from tests.docx.undoing import normal

LETTERS = some.text("ab é🏙क्‍ש-", min_size=0, max_size=6)
SHAPES = some.sampled_from(["", "<w:b/>", "<w:i/>", "<w:rtl/>"])
SIGNS = some.sampled_from(
    ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:lastRenderedPageBreak/>"]
)
BARE = LETTERS.map(lambda text: f"<w:t>{text}</w:t>")
INSIDE = some.lists(some.one_of(LETTERS.map(t), BARE, SIGNS), max_size=4).map("".join)
RUNS = some.builds(lambda inside, shape: r(inside, shape) if inside else "", INSIDE, SHAPES)
BESIDE = some.sampled_from(
    [
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="900" w:name="x"/>',
        change("del", 800, deleted("gone")),
    ]
)
AROUND = some.sampled_from(
    [
        lambda inside: f'<w:hyperlink w:anchor="x">{inside}</w:hyperlink>',
        lambda inside: change("ins", 700, inside),
        lambda inside: f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>",
        lambda inside: field("HYPERLINK x", inside),
    ]
)
GROUPS = some.builds(lambda around, runs: around("".join(runs)), AROUND, some.lists(RUNS, min_size=1, max_size=3))
PARAGRAPHS = some.lists(some.one_of(RUNS, RUNS, BESIDE, GROUPS), max_size=8).map(
    lambda inside: f"<w:p>{''.join(inside)}</w:p>"
)
DOCUMENTS = some.lists(PARAGRAPHS, min_size=1, max_size=3).map(lambda blocks: docx(*blocks))


@some.composite
def edited(draw: some.DrawFn) -> tuple[bytes, list[Edit]]:
    """A document, and edits in it that are in nobody's way."""
    data = draw(DOCUMENTS)
    made, begin = [], 0
    root = ElementTree.fromstring(contents(data)["word/document.xml"])
    for paragraph in Reader(root, {"del"}, "Choice").paragraphs():
        cuts = sorted(draw(some.sets(some.integers(0, len(paragraph)), max_size=6))) if paragraph else []
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            made.append(Edit(begin + start, begin + end, draw(LETTERS), draw(some.sampled_from([None, "why"]))))
        begin += len(paragraph) + 2
    return data, draw(some.permutations(made))


@settings(max_examples=300, deadline=None)
@given(edited())
def test_whatever_the_runs_and_the_edits(found: tuple[bytes, list[Edit]]) -> None:
    data, wanted = found
    document = read_docx(data)
    assert document.text == accepted(data)
    after = write(document, wanted, SIGNATURE)
    put_right = corrected(document.text, sorted(wanted, key=lambda one: one.start))
    assert accepted(after) == put_right
    assert rejected(after) == rejected(data)
    mine = {number for number, _, _ in comments_of(after)}
    main = "word/document.xml"
    assert normal(contents(after)[main], "The desk", mine) == normal(contents(data)[main], "The desk", set())
    assert accepted(write(document, wanted, SIGNATURE, plain=True)) == put_right
