"""Given names: another language's form is put right of whom it is surely, and of nobody else."""

from pathlib import Path

import pytest

from gazetteer.model import Kind
from gazetteer.resolve import open_gazetteer
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.given import other_given
from gazetteer.tagging.model import Advice
from tests.index.conftest import put
from tests.tagging.conftest import desk_of

GIVEN = [
    ("Kirill Budanov", "Kyrylo Budanov"),
    ("Aleksander Syrskyi", "Oleksandr Syrskyi"),
    ("Vladimir Zelenskyy", "Volodymyr Zelenskyy"),
    ("Elena Zelenska", "Olena Zelenska"),
    ("Alexandre Lukashenko", "Alexander Lukashenko"),
]
NOT_GIVEN = [
    "Alexander Budanov",
    "Petro Budanov",
    "Oleksandr Syrsky",
    "Budanov",
    "Kirill Petrenko",
    "Kirill A. Budanov",
]


@pytest.mark.parametrize(("surface", "ours"), GIVEN)
def test_a_given_name_of_another_language_is_put_right(desk: Desk, surface: str, ours: str) -> None:
    opinion = other_given(desk, surface, None)
    assert opinion is not None
    assert (opinion.advice, opinion.replacement) == (Advice.WRONG, ours)
    assert opinion.why is not None
    assert ours.split()[0] in opinion.why


@pytest.mark.parametrize("surface", NOT_GIVEN)
def test_another_given_name_is_another_person(desk: Desk, surface: str) -> None:
    assert other_given(desk, surface, None) is None


@pytest.mark.parametrize("surface", ["Andrey Belousov", "Alex Lukashenko"])
def test_a_given_name_that_is_accepted_stays_and_so_does_a_short_one(desk: Desk, surface: str) -> None:
    opinion = other_given(desk, surface, None)
    assert opinion is not None
    assert opinion.advice is None


def test_who_stands_there_by_the_right_name_as_well_is_another(desk: Desk) -> None:
    desk.named = frozenset(("oleksandr syrskyi", "budanov"))
    opinions = [other_given(desk, surface, None) for surface in ("Aleksander Syrskyi", "Kirill Budanov")]
    assert [opinion and opinion.replacement for opinion in opinions] == [None, "Kyrylo Budanov"]


@pytest.mark.parametrize(
    ("country", "importance", "found"), [("FR", 0.6, False), ("FR", 0.9, True), ("RS", 0.6, True), ("RS", 0.3, False)]
)
def test_another_given_name_is_put_right_of_the_best_known_or_in_another_writing(
    world_of_its_own: Path, country: str, importance: float, found: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [NameRow("Anne Zorvik", language="en", preferred=True), NameRow("Zorvik", language="en")]
    person = EntityRow(Kind.PERSON, "Anne Zorvik", [("wikidata", "Q1")], names, country=country, importance=importance)
    put(gazetteer.engine, person)
    gazetteer.refresh()
    opinion = other_given(desk_of(gazetteer), "Ana Zorvik", None)
    gazetteer.close()
    assert (opinion is not None and opinion.replacement == "Anne Zorvik") == found
