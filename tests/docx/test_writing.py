"""Writing: every change accepted gives the corrected text, every one rejected the original, and all else stays."""

import re
import struct
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile, ZipInfo

import pytest

from gazetteer.docx import Edit, Signature, read_docx, write
from tests.docx.documents import CASES, SWAPS, Case, corrected, edits
from tests.docx.plain_reading import Reader, accepted, attribute, comments_of, contents, prose, rejected
from tests.docx.undoing import normal

SIGNATURE = Signature("The desk", datetime(2026, 11, 26, 12, 30, tzinfo=UTC))


class Written(NamedTuple):
    """A document before and after."""

    text: str
    edits: list[Edit]
    before: bytes
    after: bytes


def written(case: Case, *, plain: bool = False) -> Written:
    document = read_docx(case.data)
    wanted = edits(document.text)
    return Written(document.text, wanted, case.data, write(document, wanted, SIGNATURE, plain=plain))


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_there_are_enough_documents() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


def test_the_text_is_what_a_reader_sees(case: Case) -> None:
    assert read_docx(case.data).text == accepted(case.data)


def test_accepting_all_gives_the_corrected_text(case: Case) -> None:
    one = written(case)
    assert accepted(one.after) == corrected(one.text, one.edits)
    assert accepted(one.after, "Fallback") == corrected(one.text, one.edits)
    assert read_docx(one.after).text == corrected(one.text, one.edits)


def test_rejecting_all_gives_the_original_text(case: Case) -> None:
    one = written(case)
    assert rejected(one.after) == rejected(one.after, "Fallback") == rejected(one.before)


def test_a_silent_replacement_gives_the_corrected_text_without_a_trace(case: Case) -> None:
    one = written(case, plain=True)
    assert accepted(one.after) == accepted(one.after, "Fallback") == corrected(one.text, one.edits)
    assert b"The desk" not in b"".join(contents(one.after).values())
    assert set(contents(one.after)) == set(contents(one.before))


def packed_bytes(data: bytes) -> dict[str, bytes]:
    """What each entry of an archive is packed to."""
    found = {}
    with ZipFile(BytesIO(data)) as archive:
        for info in archive.infolist():
            name, extra = struct.unpack_from("<2H", data, info.header_offset + 26)
            start = info.header_offset + 30 + name + extra
            found[info.filename] = data[start : start + info.compress_size]
    return found


def may_change(one: Written) -> set[str]:
    """The parts that the edits lie in, and those in which comments are declared."""
    reading = [name for name in prose(one.before) if any(swap in accepted_part(one.before, name) for swap in SWAPS)]
    return {*reading, *COMMENT_PARTS} if one.edits else set()


def accepted_part(data: bytes, name: str) -> str:
    parts = contents(data)
    return "\n".join(Reader(ElementTree.fromstring(parts[name]), {"del", "moveFrom"}, "Choice").paragraphs())


COMMENT_PARTS = {
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
    "word/_rels/document2.xml.rels",
    "word/comments.xml",
    "word/comments1.xml",
}


def test_parts_that_no_edit_lies_in_are_the_same_bytes_in_the_same_order(case: Case) -> None:
    for plain in (False, True):
        one = written(case, plain=plain)
        before, after = packed_bytes(one.before), packed_bytes(one.after)
        assert list(after)[: len(before)] == list(before)
        assert set(after) - set(before) <= COMMENT_PARTS
        changed = {name for name in before if before[name] != after[name]}
        assert changed <= (may_change(one) - COMMENT_PARTS if plain else may_change(one))
        with ZipFile(BytesIO(one.before)) as old, ZipFile(BytesIO(one.after)) as new:
            assert new.testzip() is None
            assert new.comment == old.comment
            for info in old.infolist():
                now = new.getinfo(info.filename)
                assert (now.date_time, now.compress_type, now.external_attr) == (
                    info.date_time,
                    info.compress_type,
                    info.external_attr,
                )


def test_what_the_edits_do_not_touch_is_the_same_xml(case: Case) -> None:
    one = written(case)
    before, after = contents(one.before), contents(one.after)
    mine = {number for number, author, _ in comments_of(one.after) if author == "The desk"}
    for name in prose(one.before):
        assert normal(after[name], "The desk", mine) == normal(before[name], "The desk", set())


def test_the_head_of_a_part_stays_as_it_was(case: Case) -> None:
    one = written(case)
    before, after = contents(one.before), contents(one.after)
    for name in prose(one.before):
        head = before[name][: before[name].decode(guessed(before[name])).index("?>") + 2]
        assert after[name].startswith(head)
        assert names_of(before[name]) == names_of(after[name])


def guessed(xml: bytes) -> str:
    return "utf-16" if xml.startswith(b"\xff\xfe") else "utf-8"


def names_of(xml: bytes) -> set[str]:
    """The namespaces that a part declares at its root, with their prefixes."""
    found = re.search("<[^?!][^>]*>", xml.decode(guessed(xml)))
    assert found
    return set(re.findall(r'xmlns[:\w]*="[^"]*"', found[0]))


def changes(data: bytes) -> list[Element]:
    """Every change, comment and mark of a comment in a document, with their numbers."""
    found = []
    for name, xml in contents(data).items():
        if name in prose(data) or ("comments" in name and xml.startswith(b"<")):
            root = ElementTree.fromstring(xml)
            word = root.tag[: root.tag.index("}") + 1]
            found += [
                one for one in root.iter() if one.tag in {word + sort for sort in ("ins", "del", "moveFrom", "moveTo")}
            ]
    return found


def test_every_change_has_a_number_of_its_own_an_author_and_a_date(case: Case) -> None:
    one = written(case)
    found = changes(one.after)
    numbers = [attribute(change, "id") for change in found]
    assert len(set(numbers)) == len(numbers)
    mine = [change for change in found if attribute(change, "author") == "The desk"]
    assert {attribute(change, "date") for change in mine} <= {"2026-11-26T12:30:00Z"}
    assert len(mine) >= 2 * len(one.edits)
    theirs = {attribute(change, "author") for change in found} - {"The desk"}
    assert theirs == {attribute(change, "author") for change in changes(one.before)}


def test_a_comment_in_the_body_says_why_and_stands_around_its_change(case: Case) -> None:
    one = written(case)
    mine = [found for found in comments_of(one.after) if found[1] == "The desk"]
    reasons = {(edit.why or "").replace("\u2011", "") for edit in one.edits}  # a hyphen that is an element is no text
    root = ElementTree.fromstring(contents(one.after)[prose(one.after)[0]])
    word = root.tag[: root.tag.index("}") + 1]
    boxes = [paragraph for box in root.iter(word + "txbxContent") for paragraph in box.iter()]
    order = [(element.tag.removeprefix(word), element.get(word + "id")) for element in root.iter()]
    for number, _, why in mine:
        start, end = order.index(("commentRangeStart", number)), order.index(("commentRangeEnd", number))
        between = [sort for sort, _ in order[start:end]]
        assert "del" in between
        assert order.index(("commentReference", number)) > end
        assert why in reasons
        assert order.count(("commentReference", number)) == 1
    assert not any(element.tag == word + "commentReference" for element in boxes)
    for name in prose(one.after)[1:]:
        assert b"commentReference" not in contents(one.after)[name]
    kept = [found for found in comments_of(one.after) if found[1] != "The desk"]
    assert kept == comments_of(one.before)
    assert len({number for number, _, _ in comments_of(one.after)}) == len(comments_of(one.after))


def test_without_edits_it_is_the_very_same_file(case: Case) -> None:
    document = read_docx(case.data)
    assert write(document, [], SIGNATURE) == case.data
    for start in range(0, min(len(document.text), 50), 7):
        same = document.text[start : start + 3]
        if same:
            assert write(document, [Edit(start, start + len(same), same)], SIGNATURE) == case.data


class Pipe(BytesIO):
    """A stream that cannot go back, so that sizes are written after the bytes."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError("a pipe")


@pytest.mark.parametrize("long", [False, True])
def test_an_archive_that_was_written_as_a_stream_is_read_and_written(long: bool) -> None:
    made = Pipe()
    with ZipFile(made, "w") as archive:
        archive.comment = b"as a stream"
        for name, content in contents(CASES[0].data).items():
            with archive.open(ZipInfo(name), "w", force_zip64=long) as entry:
                entry.write(content)
    one = written(Case("a stream", made.getvalue()))
    assert accepted(one.after) == corrected(one.text, one.edits)
    assert rejected(one.after) == one.text
    with ZipFile(BytesIO(one.after)) as after:
        assert after.testzip() is None
        assert after.comment == b"as a stream"
    kept = set(contents(one.before)) - may_change(one)
    assert kept
    assert {name: packed_bytes(one.after)[name] for name in kept} == {name: contents(one.before)[name] for name in kept}
