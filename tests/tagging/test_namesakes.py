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
# Behind a given name that opens a sentence, and may be an ordinary word there, at any later mention too.
BEHIND_ANOTHER_GIVEN = [
    "Richard Zelenski is a plumber.",
    "Richard Zelenski is a plumber. Zelenski has three vans.",
    "Mark Selenskyj won the race.",
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


@pytest.mark.parametrize("text", BEHIND_ANOTHER_GIVEN)
def test_a_surname_behind_another_given_name_is_anothers(gazetteer: Gazetteer, text: str) -> None:
    assert advised(read(gazetteer, text)) == []


@pytest.mark.parametrize("text", ["Yesterday Zelenski spoke.", "Will Zelenski speak?", "Volodymyr Selenskyj spoke."])
def test_a_surname_behind_no_given_name_or_the_persons_own_is_put_right(gazetteer: Gazetteer, text: str) -> None:
    assert len(advised(read(gazetteer, text))) == 1
