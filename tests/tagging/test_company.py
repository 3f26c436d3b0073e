"""The company of names: which are places because they stand among places, and what language a copy came through."""

import pytest

from gazetteer.model import Kind
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.company import languages_of
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import Opinion
from tests.tagging.conftest import advised, read

# Beside these words a form that a person may bear as well is a place's.
TOLD = [
    ("a prize of Drazdany, in Germany", "Drazdany"),
    ("the road between Prague and Drazdany", "Drazdany"),
    ("through Berlin, Drazdany and Prague", "Drazdany"),
    ("from Anvers, Drazdany or Prague", "Anvers"),
]
# Here nothing says so: no place beside it, another country, or none that a list joins.
NOT_TOLD = [
    "a prize of Drazdany",
    "a prize of Drazdany, in France",
    "between Drazdany and Selensky",
    "with Putin and Drazdany",
    "in Berlin while Drazdany spoke",
]


@pytest.mark.parametrize(("text", "surface"), TOLD)
def test_a_form_among_places_is_a_place(gazetteer: Gazetteer, text: str, surface: str) -> None:
    [mention] = [one for one in read(gazetteer, f"They spoke of {text}.").mentions if one.surface == surface]
    assert mention.advice is not None


@pytest.mark.parametrize("text", NOT_TOLD)
def test_elsewhere_nothing_is_said_of_it(gazetteer: Gazetteer, text: str) -> None:
    assert "Drazdany" not in dict(advised(read(gazetteer, f"They spoke of {text}.")))


def test_several_wrong_names_tell_the_language_of_the_source() -> None:
    opinions = {
        ("Varsovie", Kind.PLACE): Opinion(advice=Advice.HOUSE_STYLE, through=("fr",)),
        ("Moscou", Kind.PLACE): Opinion(advice=Advice.HOUSE_STYLE, through=("fr", "nl", "pt")),
        ("Kairo", Kind.PLACE): Opinion(advice=Advice.HOUSE_STYLE, through=("de",)),
        ("Warszawa", Kind.PLACE): Opinion(through=("pl",)),  # nothing is advised on it
    }
    assert languages_of(opinions) == {"fr"}


def test_one_wrong_name_tells_nothing_of_the_source() -> None:
    assert languages_of({("Varsovie", Kind.PLACE): Opinion(advice=Advice.HOUSE_STYLE, through=("fr",))}) == frozenset()
    assert languages_of({}) == frozenset()
