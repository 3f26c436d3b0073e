"""Placing: whatever tags part a name, they stay in their order, and the text becomes the corrected one."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.resolve import Gazetteer
from gazetteer.tagging.model import Fix
from gazetteer.tagging.sharing import share_out
from gazetteer.xliff.checking import all_found, check_document, fix_document
from gazetteer.xliff.model import Left
from gazetteer.xliff.reading import read_xliff
from tests.xliff.test_reading import one, two

# Parts in brackets are what a pair of tags has alone between.
SHARES = [
    (["Bakh", "mout"], "Bakhmut", ["Bakh", "mut"]),
    (["", "Bakhmout", ""], "Bakhmut", ["", "Bakhmut", ""]),
    (["Bakhm", "o", "ut"], "Bakhmut", ["Bakhm", "", "ut"]),
    (["Bakhm", "(o)", "ut"], "Bakhmut", ["Bakhm", "u", "t"]),
    (["T", "schernihiw"], "Chernihiv", ["C", "hernihiv"]),
    (["Wladimir", " ", "Selenskyj"], "Volodymyr Zelenskyy", ["Volodymyr", " ", "Zelenskyy"]),
    (["Wladimir ", "(Selen)", "skyj"], "Volodymyr Zelenskyy", ["Volodymyr ", "Zelen", "skyy"]),
    (["Peking", "-City"], "Beijing", ["Beijing", ""]),
    (["(Qwx)", "(zzz)"], "Kyiv", ["Kyi", "v"]),
    (["(K)", "(i)", "(e)", "(w)"], "Ky", None),
    (["(K)", "(i)", "ew"], "Ky", ["K", "y", ""]),
    (["(K)", "yiv"], "Київ", ["Київ", ""]),
]


@pytest.mark.parametrize(("parts", "replacement", "shared"), SHARES)
def test_a_replacement_is_parted_as_the_name_is(parts: list[str], replacement: str, shared: list[str] | None) -> None:
    names = [part.strip("()") for part in parts]
    needed = [part.startswith("(") for part in parts]
    assert share_out("".join(names), [len(name) for name in names], needed, replacement) == shared


NAMES = [("Bakhmout", "Bakhmut"), ("Tschernihiw", "Chernihiv"), ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy")]
CODE = frozenset(("bpt", "ept", "it"))
EMPTY = {
    1: ('<bx id="1"/>', "<ex/>", "<bpt>&lt;b></bpt>", "<ept>&lt;/b></ept>", "<it pos='open'/>", "<!-- Bakhmout -->"),
    2: ("<sc id='1'/>", "<ec startRef='1'/>", "<sm id='1'/>", "<em startRef='1'/>", "<?tool Bakhmout?>", "<!---->"),
}
PAIRS = {1: ("<g id='1'>|</g>", "<mrk mtype='x'>|</mrk>"), 2: ("<pc id='1'>|</pc>", "<mrk id='1'>|</mrk>")}


@st.composite
def parted(draw: Callable[..., str], name: str, version: int, depth: int = 0) -> str:
    """A name with inline elements in it, and around its parts."""
    cuts = sorted(draw(st.lists(st.integers(0, len(name)), max_size=3)))
    written = ""
    for begin, end in zip([0, *cuts], [*cuts, len(name)], strict=True):
        part = name[begin:end]
        if part and depth < 3 and draw(st.booleans()):
            opening, closing = draw(st.sampled_from(PAIRS[version])).split("|")
            part = opening + draw(parted(part, version, depth + 1)) + closing
        elif part and version == 1 and draw(st.integers(0, 9)) == 0:
            part = f"<![CDATA[{part}]]>"
        written += part
        if draw(st.booleans()):
            written += draw(st.sampled_from(EMPTY[version]))
    return written


def prose(text: str) -> str:
    """What the target of a file reads, as another parser reads it."""

    def words(element: ElementTree.Element) -> str:
        own = "" if element.tag in CODE else element.text or ""
        return own + "".join(words(child) + (child.tail or "") for child in element)

    return words(next(one for one in ElementTree.fromstring(text).iter() if one.tag.endswith("target")))


@given(data=st.data(), names=st.sampled_from(NAMES), version=st.sampled_from([1, 2]))
@settings(max_examples=500, deadline=None, database=None)
def test_however_tags_part_a_name_they_stay_and_it_is_put_right(
    gazetteer: Gazetteer, data: st.DataObject, names: tuple[str, str], version: int
) -> None:
    name, right = names
    target = f"The envoy met <x/>{data.draw(parted(name, version))} on Monday."
    source = "<source>a</source>"
    if version == 1:
        text = one(f"<trans-unit id='1'>{source}<target>{target}</target></trans-unit>")
    else:
        target = target.replace("<x/>", "")
        text = two(f"<unit id='1'><segment>{source}<target>{target}</target></segment></unit>")
    found = check_document(gazetteer, read_xliff(text.encode()))
    [mention] = [one for one in all_found(found) if one.mention.surface == name]
    assert mention.mention.replacement == right
    fixed = fix_document(found, Fix.ALL)
    assert tags(fixed) == tags(text)
    wrapped = [piece for piece in mention.segment.pieces if piece.wrapped]
    if mention.left is None:
        assert prose(fixed) == prose(text).replace(name, right)
        assert len(read_xliff(fixed.encode()).segments[0].pieces) >= len(wrapped)
        assert sum(piece.wrapped for piece in read_xliff(fixed.encode()).segments[0].pieces) == len(wrapped)
    else:
        assert mention.left is Left.TAGS
        assert fixed == text
        assert len(wrapped) > len(right)


def tags(text: str) -> list[str]:
    """All markup of a file, in order."""
    return re.findall(r"<!\[CDATA\[|\]\]>|<[^>]*>", text)


def test_a_name_of_which_each_letter_is_tagged_is_left_and_told(gazetteer: Gazetteer) -> None:
    letters = "".join(f"<g id='{number}'>{letter}</g>" for number, letter in enumerate("Bakhmout"))
    text = one(f"<trans-unit id='1'><source>a</source><target>Near {letters}.</target></trans-unit>")
    found = check_document(gazetteer, read_xliff(text.encode()))
    assert [(one.mention.replacement, one.left) for one in all_found(found)] == [("Bakhmut", Left.TAGS)]
    assert fix_document(found, Fix.ALL) == text
