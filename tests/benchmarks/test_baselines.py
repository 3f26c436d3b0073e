"""The baselines do what they are called after, so that what is better than them is better than something."""

import pytest

from benchmarks.documents.baselines import capitalized_spans, dictionary, nearest_name
from benchmarks.documents.passages import Passage

PLACES = [
    {"name": "Zorvik", "population": 20_000, "alternatenames": ["Zorwick", "Zorvik am See", "Old Town"]},
    {"name": "Upper Zorvik", "population": 90_000, "alternatenames": ["Zorwick", "Zórvik"]},
    {"name": "Melnograd", "population": 15_000, "alternatenames": ["Melnburg"]},
]
DICTIONARY = [
    ("In Old Town it rained.", [("Old Town", "Zorvik")]),
    ("By Zorvik am See.", [("Zorvik am See", "Zorvik")]),
    # The larger of two places.
    ("Zorwick's mayor.", [("Zorwick", "Upper Zorvik")]),
    # A main name, and one that only marks tell from it, are right.
    ("Zorvik and Upper Zorvik.", []),
    # Too small a place; no capital; no name.
    ("Melnburg fell.", []),
    ("the old town, Oldtown", []),
]


@pytest.mark.parametrize(("text", "expected"), DICTIONARY)
def test_a_dictionary_puts_the_main_name_for_an_alternate_one(text: str, expected: list[tuple[str, str]]) -> None:
    edits = dictionary(PLACES)(Passage("made-up", "fr", text, ()))
    assert [(text[start:end], wanted) for start, end, wanted in edits] == expected


NEAREST = [
    # Eight of nine letters are the same: a ratio of 89.
    ("In Melnograt.", [("Melnograt", "Melnograd")]),
    ("Melnograd, MELNOGRAD, Mélnograd", []),
    ("In melnograt.", []),
    ("Anna Zorvikova spoke.", [("Anna Zorvikova", "Anna Zorvikowa")]),
    # A run that is like no name is taken word by word.
    ("The Melnograt Bridge.", [("Melnograt", "Melnograd")]),
    # Five letters and nine: a ratio of 71.
    ("In Melno.", []),
]


@pytest.mark.parametrize(("text", "expected"), NEAREST)
def test_the_nearest_name_is_put_for_one_that_is_like_it_and_not_equal(
    text: str, expected: list[tuple[str, str]]
) -> None:
    edits = nearest_name(["Melnograd", "Anna Zorvikowa"])(Passage("made-up", "fr", text, ()))
    assert [(text[start:end], wanted) for start, end, wanted in edits] == expected


def test_capitalized_spans_are_runs_and_their_words_each_once() -> None:
    text = "The mayor of Old Town, Jean-Luc O'Brien, left Old\nTown's hall."
    assert capitalized_spans(text) == [
        "The", "Old Town", "Old", "Town", "Jean-Luc O'Brien", "Jean-Luc", "O'Brien",
    ]  # fmt: skip
