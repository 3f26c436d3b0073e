"""Articles for timing are as long as asked, and names do not come back with the passages."""

import random

import pytest

from benchmarks.documents.articles import articles, slip
from benchmarks.documents.passages import Label, Passage

TEXT = "Anna Zorvik of Melnograd, said Zorvik. Melnograd!"
PASSAGE = Passage("made-up", "uk", TEXT, (
    Label(0, 11, False, "person", ()),
    Label(15, 24, False, "place", ()),
    Label(31, 37, False, "person", ()),
    Label(39, 48, False, "place", ()),
))  # fmt: skip


def test_an_article_is_as_long_as_asked_and_opens_with_the_passages_as_they_are() -> None:
    first, second = articles([PASSAGE], {"person": ["Ida Blek"], "place": ["Tarn"]}, [200, 30], seed=1)
    assert (len(first), len(second)) == (200, 30)
    assert first.startswith(TEXT + "\n\n")
    # The passage comes again with other names, the same for the same, the surname for the surname.
    assert first.split("\n\n")[1] == "Ida Blek of Tarn, said Blek. Tarn!"
    assert second == "Ida Blek of Tarn, said Blek. T"


def test_a_wrong_name_gives_way_to_a_slip_of_another() -> None:
    wrong = Passage("made-up", "uk", "In Bahmt.", (Label(3, 8, True, "place", ("Bakhmut",)),))
    [article] = articles([wrong], {"place": ["Tarn"]}, [19], seed=1)
    assert article.split("\n\n")[1] in {"In Tern.", "In Tirn.", "In Torn.", "In Turn."}


@pytest.mark.parametrize("name", ["Odesa", "Melnograd", "Anna Zorvik"])
def test_a_slip_is_one_vowel_that_is_another_and_never_the_first_letter(name: str) -> None:
    for seed in range(20):
        slipped = slip(name, random.Random(seed))
        differing = [(old, new) for old, new in zip(name, slipped, strict=True) if old != new]
        assert len(differing) == 1
        assert set("".join(differing[0])) <= set("aeiou")
        assert slipped[0] == name[0]


def test_a_name_without_vowels_stays() -> None:
    assert slip("Brno", random.Random(1))[:3] == "Brn"
    assert slip("Krk", random.Random(1)) == "Krk"
