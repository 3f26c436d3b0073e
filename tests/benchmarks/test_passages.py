"""Labelled passages are read as they were marked, with offsets into the text without the marks."""

import json
from pathlib import Path

import pytest

from benchmarks.documents.measuring import OURS, is_ordinary
from benchmarks.documents.passages import Label, Passage, read_passages

KINDS = {"place", "person", "organization"}


def read(folder: Path, content: str) -> list[Passage]:
    """The passages of a folder with one marked-up file."""
    (folder / "some.txt").write_text(content, encoding="utf-8")
    return read_passages(folder)


# What stands in braces, and what it says: the surface, whether it is wrong, the kind, accepted forms, the cause.
MARKS = [
    ("Kyiv | place", "Kyiv", False, "place", (), None),
    ("Kiev => Kyiv | place", "Kiev", True, "place", ("Kyiv",), None),
    ("Kiev => Kyiv | place | Russian form", "Kiev", True, "place", ("Kyiv",), "Russian form"),
    ("Odessa => Odesa; Odesa City | place", "Odessa", True, "place", ("Odesa", "Odesa City"), None),
    ("Kyiv ~ Kiev; Kyïv | place", "Kyiv", False, "place", ("Kiev", "Kyïv"), None),
    ("Kiev=>Kyiv|place", "Kiev", True, "place", ("Kyiv",), None),
    ("  The World  =>  Le Monde ;  | organization |  as words ", "The World", True, "organization", ("Le Monde",),
     "as words"),
    ("Bruno\nThe Mayor => Bruno Le Maire | person", "Bruno\nThe Mayor", True, "person", ("Bruno Le Maire",), None),
    ("Wi-Fi > Co = Ltd | organization", "Wi-Fi > Co = Ltd", False, "organization", (), None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "surface", "wrong", "kind", "accepted", "cause"), MARKS)
def test_what_stands_in_braces_is_a_name_and_its_label(
    tmp_path: Path, marked: str, surface: str, wrong: bool, kind: str, accepted: tuple[str, ...], cause: str | None
) -> None:
    [passage] = read(tmp_path, f"@ fr-01 fr\nIn {{{{{marked}}}}}'s streets.\n")
    assert passage.text == f"In {surface}'s streets."
    assert passage.labels == (Label(3, 3 + len(surface), wrong, kind, accepted, cause),)


def test_offsets_are_those_of_the_text_without_marks(tmp_path: Path) -> None:
    [passage] = read(tmp_path, "@ de-01 de\n{{Kiew => Kyiv | place}}👍 {{Polen|place}}\nund {{Łódź ~ Lodz | place}}")
    assert passage.text == "Kiew👍 Polen\nund Łódź"
    assert [passage.text[one.start : one.end] for one in passage.labels] == ["Kiew", "Polen", "Łódź"]


def test_a_passage_may_have_no_names(tmp_path: Path) -> None:
    assert read(tmp_path, "@ de-01 de\nIt {rained} all day.") == [Passage("de-01", "de", "It {rained} all day.", ())]


def test_passages_are_parted_by_empty_lines_and_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("@ pl-01 pl\nThree.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("@ fr-01 fr\nOne,\nstill one.\n \n\n@ de-01 de\nTwo.\n\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("No passage.", encoding="utf-8")
    assert [(one.id, one.source_language, one.text) for one in read_passages(tmp_path)] == [
        ("fr-01", "fr", "One,\nstill one."),
        ("de-01", "de", "Two."),
        ("pl-01", "pl", "Three."),
    ]


@pytest.mark.parametrize("head", ["fr-01 fr", "@ fr-01", "@ fr-01 fr what else", "Kyiv fell silent."])
def test_a_passage_without_its_head_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(ValueError, match="a passage begins with `@ id language`"):
        read(tmp_path, f"{head}\nText.")


TEXT = "Near Bahmt, Anna Zorvik of Zorvik & Co."
# A mention of a JSON line at "Bahmt", and what it says: wrong, accepted forms, the cause, whether it can be known.
VARIANT = {"status": "variant", "kind": "place", "canonical": ["Bakhmut", "Bachmut"]}
JSON_MENTIONS = [
    ({"status": "fine", "kind": "place"}, False, (), None, True),
    ({"status": "fine", "kind": "place", "also": ["Bakhmut"]}, False, ("Bakhmut",), None, True),
    ({**VARIANT, "error_type": "garbled"}, True, ("Bakhmut", "Bachmut"), "garbled", True),
    ({**VARIANT, "reach": "gazetteer"}, True, ("Bakhmut", "Bachmut"), None, True),
    ({**VARIANT, "reach": "unlisted", "in_document": False}, True, ("Bakhmut", "Bachmut"), None, False),
    ({**VARIANT, "reach": "unlisted", "in_document": True}, True, ("Bakhmut", "Bachmut"), None, True),
]


@pytest.mark.parametrize(("mention", "wrong", "accepted", "cause", "knowable"), JSON_MENTIONS)
def test_a_line_of_json_says_the_same(
    tmp_path: Path,
    mention: dict[str, object],
    wrong: bool,
    accepted: tuple[str, ...],
    cause: str | None,
    knowable: bool,
) -> None:
    line = {"doc": "d-1", "src_lang": "uk", "text": TEXT, "mentions": [{"start": 5, "end": 10, **mention}]}
    (file := tmp_path / "some.jsonl").write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    label = Label(5, 10, wrong, "place", accepted, cause, knowable)
    assert read_passages(file) == [Passage("d-1", "uk", TEXT, (label,))]


def test_what_a_line_of_json_ignores_is_no_label(tmp_path: Path) -> None:
    mentions = [{"start": 27, "end": 38, "status": "ignore", "kind": "org"}]
    line = {"doc": "d-1", "src_lang": "uk", "text": TEXT, "mentions": mentions}
    (file := tmp_path / "some.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert read_passages(file) == [Passage("d-1", "uk", TEXT, (), ((27, 38),))]


def test_our_own_passages_are_marked_without_slips() -> None:
    passages = read_passages(OURS)
    assert len({passage.id for passage in passages}) == len(passages) >= 60
    assert len({passage.source_language for passage in passages}) >= 8
    for passage in passages:
        assert not any(mark in passage.text for mark in ("{", "}", "=>", "|")), passage.id
        for label in passage.labels:
            surface = passage.text[label.start : label.end]
            assert surface == surface.strip() != "", passage.id
            assert label.kind in KINDS, (passage.id, surface)
            assert surface not in label.accepted, (passage.id, surface)
            assert label.accepted or not label.wrong, (passage.id, surface)


def test_every_file_of_our_own_is_either_of_translated_copy_or_of_ordinary_news_without_errors(tmp_path: Path) -> None:
    ordinary = 0
    for file in sorted(OURS.glob("passages-*.txt")):
        folder = tmp_path / file.stem
        folder.mkdir()
        (folder / file.name).write_bytes(file.read_bytes())
        passages = read_passages(folder)
        assert len({is_ordinary(passage) for passage in passages}) == 1, file.name
        if is_ordinary(passages[0]):
            ordinary += len(passages)
            assert not [label for passage in passages for label in passage.labels if label.wrong], file.name
    assert ordinary == 378
