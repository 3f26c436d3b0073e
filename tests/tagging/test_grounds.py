"""Grounds on which a known form stays: what makes it right for all that can be told, and what does not."""

from pathlib import Path

import pytest

from gazetteer.model import Kind
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.judging import judge
from tests.index.conftest import put
from tests.tagging.conftest import desk_of

# A known form, the kind the words around tell, and why it may be right.
MAY_BE_RIGHT = [
    ("Ukrzaliznytsia", None, "the organization's own name, beside its translation"),
    ("Crédit Agricole", None, "the desk's own form"),
    ("Gogol", None, "a village of Ukraine bears a writer's name"),
    ("Kupuvate", Kind.PLACE, "the village's own name now"),
    ("Kherson Oblast", Kind.PLACE, "a generic word behind an accepted name"),
    ("Belgorod Oblast", Kind.PLACE, "a generic word behind an accepted name"),
    ("Bombay", Kind.PLACE, "much used in English"),
    ("Spalato", None, "a person may be called so"),
    ("UN", None, "the desk's own initials"),
    ("ONU", None, "three letters that anybody may have"),
]
NOT_RIGHT = [
    ("Thüringen", Kind.PLACE, "Thuringia"),  # an Austrian village of the name is not meant
    ("Tachkent", Kind.PLACE, "Tashkent"),  # listed as English, but nobody writes it there
    ("Lipsko", Kind.PLACE, "Leipzig"),
    ("Kineshme", Kind.PLACE, "Kineshma"),  # a case form that a list took for a name
    ("Pusan", Kind.PLACE, "Busan"),
    ("Spalato", Kind.PLACE, "Split"),  # a form of no stated language, used in Italian
    ("Naplouse", Kind.PLACE, "Nablus"),  # in French
    ("Monaco di Baviera", None, "Munich"),  # three words are no person's surname
    ("Zheshuv", Kind.PLACE, "Rzeszów"),  # no language's, but rebuilt from Cyrillic letters
    ("OTAN", None, "NATO"),  # initials in French, Spanish and Portuguese
]


@pytest.mark.parametrize(("surface", "kind", "reason"), MAY_BE_RIGHT)
def test_a_form_that_may_be_right_is_left_alone(desk: Desk, surface: str, kind: Kind | None, reason: str) -> None:
    assert judge(desk, surface, kind, known=True).advice is None, reason


@pytest.mark.parametrize(("surface", "kind", "ours"), NOT_RIGHT)
def test_a_form_that_is_hardly_used_gives_way(desk: Desk, surface: str, kind: Kind, ours: str) -> None:
    assert desk.knows(surface)
    assert judge(desk, surface, kind, known=True).replacement == ours


def test_a_word_of_the_language_that_the_copy_came_through_is_told_as_such(gazetteer: Gazetteer) -> None:
    desk = desk_of(gazetteer, source_language="it")
    assert judge(desk, "Spalato", None, known=True).replacement == "Split"
    assert judge(desk_of(gazetteer, source_language="fr"), "Spalato", None, known=True).advice is None


@pytest.mark.parametrize(("population", "stays"), [(3_000, True), (600_000, False)])
def test_another_name_of_a_village_is_of_a_part_of_it(world_of_its_own: Path, population: int, stays: bool) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [NameRow("Velmarton"), NameRow("Kanzhubi")]
    put(
        gazetteer.engine,
        EntityRow(Kind.PLACE, "Velmarton", [("geonames", "1")], names, "town", "US", population=population),
    )
    gazetteer.refresh()
    opinion = judge(desk_of(gazetteer), "Kanzhubi", Kind.PLACE, known=True)
    gazetteer.close()
    assert (opinion.advice is None) == stays


def test_initials_of_three_letters_are_told_by_the_language_that_the_copy_came_through(gazetteer: Gazetteer) -> None:
    assert judge(desk_of(gazetteer, source_language="fr"), "ONU", None, known=True).replacement == "UN"
    assert judge(desk_of(gazetteer, source_language="de"), "ONU", None, known=True).advice is None


@pytest.mark.parametrize("surface", ["Bakhmuters", "Iranians", "Icelanders"])
def test_a_demonym_is_no_slip_of_its_country(desk: Desk, surface: str) -> None:
    assert judge(desk, surface, Kind.PLACE, known=False).advice is None


@pytest.mark.parametrize(
    ("surface", "kind", "stays"),
    [("Karate", None, True), ("Karate", Kind.PLACE, False), ("Karatte", None, False), ("Karaté", None, False)],
)
def test_a_word_of_the_language_is_no_place_where_none_is_spoken_of(
    world_of_its_own: Path, surface: str, kind: Kind | None, stays: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [NameRow("Karativka"), NameRow(surface, language="et")]
    put(
        gazetteer.engine,
        EntityRow(Kind.PLACE, "Karativka", [("geonames", "1")], names, "city", "UA", population=300_000),
    )
    gazetteer.refresh()
    opinion = judge(desk_of(gazetteer), surface, kind, known=True)
    gazetteer.close()
    assert (opinion.advice is None) == stays


@pytest.mark.parametrize(("surface", "stays"), [("Velbienne", True), ("Velbiel", True), ("Velbenna", False)])
def test_a_town_s_own_name_is_no_form_of_a_city(world_of_its_own: Path, surface: str, stays: bool) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    city = [NameRow("Velbenn"), NameRow(surface)]
    town = [NameRow("Velbiel/Velbienne", preferred=True), NameRow("Velbienne"), NameRow("Velbiel")]
    put(
        gazetteer.engine,
        EntityRow(Kind.PLACE, "Velbenn", [("geonames", "1")], city, "city", "AT", population=4_000_000),
        EntityRow(Kind.PLACE, "Velbiel/Velbienne", [("geonames", "2")], town, "town", "CH", population=55_000),
    )
    gazetteer.refresh()
    opinion = judge(desk_of(gazetteer), surface, Kind.PLACE, known=True)
    gazetteer.close()
    assert (opinion.advice is None) == stays


@pytest.mark.parametrize(
    ("surface", "kind", "source", "stays"),
    [("Kuba", None, None, True), ("Kuba", None, "de", False), ("Kuba", Kind.PLACE, None, False),
     ("Kuuba", None, None, False)],
)  # fmt: skip
def test_what_english_uses_much_is_rather_somebody_s_name_than_a_country_s(
    world_of_its_own: Path, surface: str, kind: Kind | None, source: str | None, stays: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [NameRow("Cuba", language="en", preferred=True), NameRow(surface, language="de", preferred=True)]
    put(
        gazetteer.engine,
        EntityRow(Kind.PLACE, "Cuba", [("iso3166", "XX")], names, "country", "XX", importance=1.0),
    )
    gazetteer.refresh()
    opinion = judge(desk_of(gazetteer, source_language=source), surface, kind, known=True)
    gazetteer.close()
    assert (opinion.advice is None) == stays


@pytest.mark.parametrize(("kind", "population", "stays"), [
    (Kind.PLACE, 2_000_000, False), (Kind.PLACE, 200_000, True), (None, 2_000_000, True),
])  # fmt: skip
def test_what_a_system_makes_of_a_city_s_name_and_nobody_writes_gives_way(
    world_of_its_own: Path, kind: Kind | None, population: int, stays: bool
) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [
        NameRow("Hohhot", preferred=True),
        NameRow("Huhehaote"),
        NameRow("呼和浩特", language="zh", preferred=True),
    ]
    put(
        gazetteer.engine,
        EntityRow(Kind.PLACE, "Hohhot", [("geonames", "1")], names, "city", "CN", population=population),
    )
    gazetteer.refresh()
    opinion = judge(desk_of(gazetteer), "Huhehaote", kind, known=True)
    gazetteer.close()
    assert (opinion.advice is None) == stays
