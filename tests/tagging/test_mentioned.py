"""Mentioned: a name that English copy speaks of as a word is left as it is, and one that it merely uses is not."""

import pytest

from gazetteer.resolve import Gazetteer
from tests.tagging.conftest import advised, read

SPOKEN_OF = [
    "The agency went from “Kiev” to “Kyiv” in 2019.",
    'It changed "Kharkov," at last.',
    "Many of its sailors still call Sebastopol.",
    "Older readers call it Kiev.",
    "A man whom his compatriots call Zelenski.",
    "Nobody asks for “Kiev” on a flight.",
    "Her novel “A Boy from Kiev” sold well.",
    "The ballad “The Road to Odessa” was played.",
    "The play “Z Kijowa z miłością” opened.",
    "The city is Kiew in German, Kijów in Polish and Kyjev in Czech.",
    "It is Kyiv: Kiew to Germans, Kijów to Poles.",
]
USED = [
    ("In “Kiev” it is quiet, and near “Kharkov”.", ["Kiev", "Kharkov"]),
    ("It was “Kiev” once. In Kiev all is calm.", ["Kiev", "Kiev"]),
    ("Biden said he would call Zelenski.", ["Zelenski"]),
    ("Macron calls Zelenski, then others.", ["Zelenski"]),
    ("“In Kiev,” he said.", ["Kiev"]),
    ("“From Kiev,” she replied.", ["Kiev"]),
    ("“In Kiev and Kharkov,” Peter Brown said.", ["Kiev", "Kharkov"]),
    ("“President Zelenski!” they shouted.", ["Zelenski"]),
    ("“Kiev,” he said.", ["Kiev"]),
    ("The minister told reporters: “Kiev.”", ["Kiev"]),
    ("Shelling hit Kiev on Monday. The mayor of Kiew said so. Kyiv is calm.", ["Kiev", "Kiew"]),
    ("It is Kiew in German, Kijów in Polish and Kyjev in Czech. Kharkov, or Kharkv, is not.", ["Kharkov", "Kharkv"]),
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
