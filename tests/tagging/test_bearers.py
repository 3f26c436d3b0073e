"""Bearers: other things keep the name of a place that they have, and places do not."""

import pytest

from gazetteer.resolve import Gazetteer
from tests.tagging.conftest import advised, read

# What is called so, and what is told of the place in nearly the same words.
STAYS = [
    "He slept at the hotel Kiev.",
    "She met him in the bar Lwów, in the club Kharkov and at the Teatr Kijów.",
    "He taught at the École des arts du Kiev.",
    "The Kiev casino was closed.",
    "He sang at the Kharkov Nights festival.",
    "He works at the Lwów Chocolate company.",
    "The gas main under Sebastopol Terrace burst.",
    "He died in the Kiev Pogrom.",
    "He wrote of the Third Battle of Kharkov and the Siege of Sebastopol.",
    "The Kiev Offensive began, then the Lwów Uprising.",
    "He belonged to the Lwów School of Mathematics.",
]
PUT_RIGHT = [
    ("A Kiev hotel was hit.", "Kiev"),
    ("A hotel in Kiev was hit.", "Kiev"),
    ("The road from Kharkov was closed.", "Kharkov"),
    ("The street is in Kharkov, the road is not.", "Kharkov"),
    ("The battle of Bakhmout goes on.", "Bakhmout"),
    ("The Battle of Bakhmout goes on.", "Bakhmout"),
    ("The Battle of Kiev of 2022 was short.", "Kiev"),
    ("The Lwów school of mathematics teachers was hit.", "Lwów"),
    ("He sang at the Kharkov Zorvik festival.", "Kharkov"),
]


@pytest.mark.parametrize("text", STAYS)
def test_what_has_the_name_of_a_place_keeps_it(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []


@pytest.mark.parametrize(("text", "surface"), PUT_RIGHT)
def test_a_place_beside_such_words_is_put_right(gazetteer: Gazetteer, text: str, surface: str) -> None:
    assert [one for one, _ in advised(read(gazetteer, text))] == [surface]


def test_what_such_words_are_is_known_of_english_alone(gazetteer: Gazetteer) -> None:
    assert advised(read(gazetteer, "The hotel Kiev", language="de")) == [("Kiev", "Kiew")]
