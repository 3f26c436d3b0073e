"""Mentioned: a name that English copy speaks of as a word is left as it is, and one that it merely uses is not."""

import pytest

from gazetteer.resolve import Gazetteer
from tests.tagging.conftest import advised, read

SPOKEN_OF = [
    "The agency went from “Kiev” to “Kyiv” in 2019.",
    'It changed "Kharkov," at last.',
    "Many of its sailors still call Sebastopol.",
    "Older readers call it Kiev.",
    "Her novel “A Boy from Kiev” sold well.",
    "The ballad “The Road to Odessa” was played.",
    "The play “Z Kijowa z miłością” opened.",
    "The city is Kiew in German, Kijów in Polish and Kyjev in Czech.",
    "It is Kyiv: Kiew to Germans, Kijów to Poles.",
]
USED = [
    ("He said “Kiev” and left.", ["Kiev"]),
    ("Asked where, she replied: “Kharkov.”", ["Kharkov"]),
    ("“We are leaving for Kiev tomorrow,” he said.", ["Kiev"]),
    ("“The Ministry in Kiev has no money,” he said.", ["Kiev"]),
    ("“Kiev is ours,” and “Odessa is theirs,” they said.", ["Kiev", "Odessa"]),
    ("The city is called Kharkov.", ["Kharkov"]),
    ("The people they call Kiev home.", ["Kiev"]),
    ("From Kiev to Odessa; Kijów was next.", ["Kiev", "Odessa", "Kijów"]),
]


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_a_name_that_is_spoken_of_as_a_word_is_left(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []


@pytest.mark.parametrize(("text", "wrong"), USED)
def test_a_name_that_is_used_is_put_right(gazetteer: Gazetteer, text: str, wrong: list[str]) -> None:
    assert [surface for surface, _ in advised(read(gazetteer, text))] == wrong
