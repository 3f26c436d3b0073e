"""Judging one surface by itself: a right form is left alone, a form from elsewhere gets the desk's, and a reason."""

import re

import pytest

from gazetteer.model import Kind, Outcome
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.judging import judge
from gazetteer.tagging.model import Advice
from gazetteer.tagging.reasons import with_reasons
from tests.tagging.conftest import BAKHMUT, KHARKIV, KYIV, LUKASHENKO, PUTIN, SYRSKYI, ZELENSKA, ZELENSKYY, desk_of

# Forms of other languages, the entity, and what an English desk writes.
FOREIGN = [
    ("Bakhmout", BAKHMUT, "Bakhmut"),  # French
    ("Tchernihiv", "geonames-710735", "Chernihiv"),
    ("Louhansk", "geonames-702658", "Luhansk"),
    ("Pékin", "geonames-1816670", "Beijing"),
    ("Varsovie", "geonames-756135", "Warsaw"),
    ("Le Caire", "geonames-360630", "Cairo"),
    ("Vladimir Poutine", PUTIN, "Vladimir Putin"),
    ("Alexandre Loukachenko", LUKASHENKO, "Alexander Lukashenko"),
    ("Oleksandre Syrsky", SYRSKYI, "Oleksandr Syrsky"),
    ("Tschernihiw", "geonames-710735", "Chernihiv"),  # German
    ("Charkiw", KHARKIV, "Kharkiv"),
    ("Tschassiw Jar", "geonames-710915", "Chasiv Yar"),
    ("Moskau", "geonames-524901", "Moscow"),
    ("Wolodymyr Selenskyj", ZELENSKYY, "Volodymyr Zelenskyy"),
    ("Olena Selenska", ZELENSKA, "Olena Zelenska"),
    ("Gruppe Wagner", "curated-wagner-group", "Wagner Group"),
    ("Kijów", KYIV, "Kyiv"),  # Polish
    ("Charków", KHARKIV, "Kharkiv"),
    ("Donieck", "geonames-709717", "Donetsk"),
    ("Wołodymyr Zełenski", ZELENSKYY, "Volodymyr Zelenskyy"),
    ("Kyjev", KYIV, "Kyiv"),  # Czech
    ("Kiev", KYIV, "Kyiv"),  # Russian
    ("Kharkov", KHARKIV, "Kharkiv"),
    ("Odessa", "geonames-698740", "Odesa"),
    ("Dnepropetrovsk", "geonames-709930", "Dnipro"),
    ("Artyomovsk", BAKHMUT, "Bakhmut"),
    ("Alexander Syrsky", SYRSKYI, "Oleksandr Syrsky"),
]
RIGHT = [
    ("Bakhmut", BAKHMUT),
    ("Bákhmut", BAKHMUT),
    ("Kyïv", KYIV),
    ("Kupyansk", "geonames-703656"),
    ("Kherson region", "iso3166-2-UA-65"),
    ("Dnieper", "wikidata-Q40855"),
    ("Syrskyi", SYRSKYI),
    ("Syrsky", SYRSKYI),
    ("Oleksandr Syrsky", SYRSKYI),
    ("Oleksandr Syrskyy", SYRSKYI),
    ("Zelensky", ZELENSKYY),
    ("Zelenskiy", ZELENSKYY),
    ("Zelenska", ZELENSKA),
    ("Andrey Belousov", "wikidata-Q4082839"),
    ("NATO", "wikidata-Q7184"),
    ("UN", "wikidata-Q1065"),
    ("London", "geonames-2643743"),
    ("Moscow", "geonames-524901"),
]
LONE = [
    ("Poutine", PUTIN, "Putin"),
    ("Loukachenko", LUKASHENKO, "Lukashenko"),
    ("Selenskyj", ZELENSKYY, "Zelenskyy"),
    ("Zełenski", ZELENSKYY, "Zelenskyy"),
    ("Selenska", ZELENSKA, "Zelenska"),
]
WRITTEN_BY_OTHER_DESKS = [
    ("fr-desk", "Loukachenko", None),
    ("fr-desk", "Alexandre Loukachenko", None),
    ("fr-desk", "Moscou", None),
    ("fr-desk", "Kiev", None),
    ("fr-desk", "Kyiv", None),
    ("fr-desk", "Tchernihiv", None),
    ("fr-desk", "Bakhmout", None),
    ("fr-desk", "Lukashenko", "Loukachenko"),
    ("de-desk", "Alexander Lukaschenko", None),
    ("de-desk", "Moskau", None),
    ("de-desk", "Kiew", None),
    ("de-desk", "Selenskyj", None),
    ("de-desk", "Tschernihiw", None),
    ("de-desk", "Bachmut", None),
    ("de-desk", "München", None),
    ("de-desk", "Kiev", "Kiew"),
    ("de-desk", "Zelensky", "Selenskyj"),
    ("pl-desk", "Zełenski", None),
    ("pl-desk", "Charków", None),
    ("pl-desk", "Warszawa", None),
    ("pl-desk", "Zelensky", "Zełenski"),
    ("ap", "Syrsky", "Syrskyi"),
    ("ap", "Oleksandr Syrsky", "Oleksandr Syrskyi"),
    ("ap", "Zelensky", "Zelenskyy"),
    ("ap", "Zelenska", None),
    ("nyt", "Syrskyi", "Syrsky"),
    ("nyt", "Syrsky", None),
    ("nyt", "Oleksandr Syrskyi", "Oleksandr Syrsky"),
    ("nyt", "Zelenskyy", "Zelensky"),
    ("nyt", "Putin", None),
    ("reuters", "Zelensky", "Zelenskiy"),
]


def says(why: str | None, form: str) -> bool:
    """Whether a sentence has a form in it as a whole."""
    return why is not None and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", why) is not None


@pytest.mark.parametrize(("surface", "entity", "ours"), FOREIGN + LONE)
def test_a_form_from_elsewhere_gets_the_desks_own_and_a_reason(
    desk: Desk, surface: str, entity: str, ours: str
) -> None:
    (opinion,) = with_reasons({(surface, None): judge(desk, surface, None, known=True)}, desk.style).values()
    assert opinion.entity is not None
    assert opinion.entity.id == entity
    assert (opinion.advice, opinion.replacement) == (Advice.HOUSE_STYLE, ours)
    assert says(opinion.why, surface)
    assert says(opinion.why, ours)
    assert ours not in opinion.alternatives


@pytest.mark.parametrize(("surface", "entity"), RIGHT)
def test_a_right_form_is_linked_and_left_alone(desk: Desk, surface: str, entity: str) -> None:
    opinion = judge(desk, surface, None, known=True)
    assert opinion.entity is not None
    assert opinion.entity.id == entity
    assert opinion.advice is opinion.replacement is opinion.why is None
    assert opinion.alternatives == ()


@pytest.mark.parametrize(("style", "surface", "ours"), WRITTEN_BY_OTHER_DESKS)
def test_a_desk_writes_in_its_own_language_and_style(
    gazetteer: Gazetteer, style: str, surface: str, ours: str | None
) -> None:
    desk = desk_of(gazetteer, style)
    (opinion,) = with_reasons({(surface, None): judge(desk, surface, None, known=True)}, desk.style).values()
    assert opinion.entity is not None
    assert opinion.replacement == ours
    if ours is not None:
        assert says(opinion.why, ours)


def test_a_form_in_capitals_is_replaced_in_capitals(desk: Desk) -> None:
    assert judge(desk, "KIEV", None, known=True).replacement == "KYIV"
    opinion = judge(desk, "OLEKSANDRE SYRSKY", None, known=True)
    assert opinion.replacement == "OLEKSANDR SYRSKY"
    assert opinion.alternatives
    assert all(text.isupper() for text in opinion.alternatives)


@pytest.mark.parametrize("surface", ["KYIV", "BAKHMUT", "SYRSKY", "NATO"])
def test_a_right_form_in_capitals_is_left_alone(desk: Desk, surface: str) -> None:
    assert judge(desk, surface, None, known=True).advice is None


@pytest.mark.parametrize("surface", ["Kiev", "Odessa", "London", "Moscou"])
def test_a_person_is_not_linked_to_the_place_of_that_name(desk: Desk, surface: str) -> None:
    opinion = judge(desk, surface, Kind.PERSON, known=True)
    assert (opinion.entity, opinion.advice, opinion.decision) == (None, None, Outcome.NIL)


@pytest.mark.parametrize("surface", ["Xqzzt", "Melnyk", "Jack London", "Shelling", "Golden", "Kievan", "Moskovites"])
@pytest.mark.parametrize("kind", [None, *Kind])
def test_nothing_is_said_of_who_is_not_known(desk: Desk, surface: str, kind: Kind | None) -> None:
    opinion = judge(desk, surface, kind, known=False)
    assert (opinion.entity, opinion.advice, opinion.replacement) == (None, None, None)


def test_a_form_that_is_right_for_another_who_may_be_meant_is_left_alone(desk: Desk) -> None:
    for surface in ("Paris", "Springfield", "Wagner", "Donetsk", "Reading"):
        assert judge(desk, surface, None, known=True).advice is None
