"""Namesakes: whom the text tells to be somebody else keeps the name, and who is well known does not."""

import pytest

from gazetteer.resolve import Gazetteer
from tests.tagging.conftest import advised, read

OTHERS = [
    "Aleksander Syrskyi, a Swiss skier, fell.",
    "Aleksander Syrskyi, 34, fell. Later Aleksander Syrskyi rose.",
    "Aleksander Syrskyi (a baker) fell.",
    "Aleksander Syrskyi, aged 9, fell.",
    "Oleksandr Syrskyi met Aleksander Syrskyi.",
]
THE_SAME = [
    "Aleksander Syrskyi fell.",
    "Aleksander Syrskyi, a Ukrainian general, fell.",
    "Aleksander Syrskyi, the commander, fell.",
    "Aleksander Syrskyi, 34 of his men and a dog fell.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_who_is_told_to_be_another_keeps_the_name(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []


@pytest.mark.parametrize("text", THE_SAME)
def test_who_is_not_told_to_be_another_is_put_right(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == [("Aleksander Syrskyi", "Oleksandr Syrskyi")]
