"""Inflections: case endings and stems of adjectives are undone, and never make a man of a woman."""

from pathlib import Path

import pytest

from gazetteer.model import Kind, Relation
from gazetteer.resolve import open_gazetteer
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.inflections import inflected
from gazetteer.tagging.model import Advice
from tests.index.conftest import put
from tests.tagging.conftest import desk_of, support

CASES = [
    ("Bakhmuta", "Bakhmut"),
    ("Bakhmutu", "Bakhmut"),
    ("Khersonu", "Kherson"),
    ("Khersona", "Kherson"),
    ("Odesu", "Odesa"),
    ("Odesy", "Odesa"),
    ("Odesi", "Odesa"),
    ("Kyivu", "Kyiv"),
    ("Berlinu", "Berlin"),
    ("Cherkasakh", "Cherkasy"),
    ("Londonem", "London"),
    ("Stuttgartu", "Stuttgart"),
    ("Putinem", "Putin"),
    ("Zelenskou", "Zelenska"),
]
ADJECTIVES = [
    ("Khersonsk", "Kherson"),
    ("Kharkivsk", "Kharkiv"),
    ("Poltavsk", "Poltava"),
    ("Chernihivsk", "Chernihiv"),
    ("Stuttgartsk", "Stuttgart"),
    ("Bakhmutska", "Bakhmut"),
    ("Kolomensk", "Kolomna"),
    ("Vinnytsk", "Vinnytsia"),
    ("Kaluzhsk", "Kaluga"),
]
SEVERAL = [
    ("Verkhney Pyshme", "Verkhnyaya Pyshma"),
    ("Verkhnei Pyshme", None),
    ("Biloi Tserkvi", "Bila Tserkva"),
    ("Verkhnyaya Pyshma", None),
    ("Bila Xqzzta", None),
]
FULL = [
    ("Wołodymyrem Zełenskim", "Volodymyr Zelenskyy"),
    ("Wladimirem Putinem", "Vladimir Putin"),
    ("Coco Gauffová", "Coco Gauff"),
    ("Joeu Bidnu", "Joe Biden"),
]
# Surnames, and other people, made of a name with what could be an ending.
NO_CASE = [
    "Putinsky",
    "Tehrani",
    "Gatchinsky",
    "Warsawsky",
    "Olena Zelenskou Smith",
    "Anna Xqzztem",
    "Coco Chanelová",
    "Joe Bidne",
]
LEFT_ALONE = [
    "Bakhmut", "Odesa", "Paris", "Nancy", "Georgia", "Berliner", "German", "Reuters", "Natou", "Nato",
    "Xqzzta", "Melnyka", "Kyi", "near Khersonu",
]  # fmt: skip


@pytest.mark.parametrize(("surface", "ours"), CASES + ADJECTIVES)
def test_the_ending_of_a_case_or_an_adjective_is_undone(desk: Desk, surface: str, ours: str) -> None:
    opinion = inflected(desk, surface, None)
    assert opinion is not None
    assert (opinion.advice, opinion.replacement, opinion.relation) == (Advice.WRONG, ours, Relation.INFLECTION)
    assert opinion.why is not None
    assert surface in opinion.why
    assert ours in opinion.why


@pytest.mark.parametrize(("surface", "ours"), SEVERAL)
def test_all_words_of_a_places_name_may_be_in_a_case(desk: Desk, surface: str, ours: str | None) -> None:
    opinion = inflected(desk, surface, Kind.PLACE)
    assert (opinion and opinion.replacement) == ours


def test_a_consonant_that_an_ending_has_made_soft_is_hard_again(desk: Desk) -> None:
    assert inflected(desk, "Lubiantsi", Kind.PLACE) is None  # a village that the document does not name
    support(desk, "Lubianka", Kind.PLACE)
    opinion = inflected(desk, "Lubiantsi", Kind.PLACE)
    assert opinion is not None
    assert opinion.replacement == "Lubianka"


@pytest.mark.parametrize("surface", LEFT_ALONE)
def test_what_is_no_case_form_of_a_name_is_left_alone(desk: Desk, surface: str) -> None:
    assert inflected(desk, surface, None) is None


@pytest.mark.parametrize("surface", ["Bakhmuta", "Khersonsk"])
def test_a_person_is_no_case_form_of_a_place(desk: Desk, surface: str) -> None:
    assert inflected(desk, surface, Kind.PERSON) is None


@pytest.mark.parametrize(("surface", "never"), [("Zelenskym", "Zelenska"), ("Putinou", "Putin"), ("Putinom", "Putina")])
def test_a_case_form_keeps_the_gender(desk: Desk, surface: str, never: str) -> None:
    opinion = inflected(desk, surface, None)
    assert opinion is None or opinion.replacement != never


@pytest.mark.parametrize(("surface", "ours"), FULL)
def test_the_endings_of_a_full_name_are_undone(desk: Desk, surface: str, ours: str) -> None:
    opinion = inflected(desk, surface, None)
    assert opinion is not None
    assert (opinion.advice, opinion.replacement) == (Advice.WRONG, ours)


@pytest.mark.parametrize("surface", NO_CASE)
@pytest.mark.parametrize("kind", [None, Kind.PERSON, Kind.PLACE])
def test_a_surname_made_of_a_place_is_no_case_of_it(desk: Desk, surface: str, kind: Kind | None) -> None:
    assert inflected(desk, surface, kind) is None


def test_a_case_of_another_languages_name_of_a_city_gets_the_desks(desk: Desk) -> None:
    opinion = inflected(desk, "Lipsku", Kind.PLACE)
    assert opinion is not None
    assert opinion.replacement == "Leipzig"


@pytest.mark.parametrize(
    ("surface", "ours"), [("Kvapilem", "Kvapil"), ("Kvapila", None), ("Kvapilovi", "Kvapil"), ("Kvapilova", None),
                          ("Hrdlicky", "Hrdlicka"), ("Hrdlicka", None), ("Horak", None)]
)  # fmt: skip
def test_a_case_of_a_man_whose_full_name_the_text_has_is_undone(desk: Desk, surface: str, ours: str | None) -> None:
    desk.persons = {"kvapil": "Jan Kvapil", "hrdlicka": "Petr Hrdlicka", "horak": "Jan Horak"}
    opinion = inflected(desk, surface, Kind.PERSON)
    assert (opinion and opinion.replacement) == ours
    assert opinion is None or (opinion.why is not None and surface in opinion.why)


def test_what_english_uses_more_than_the_place_s_name_is_no_case_form(world_of_its_own: Path) -> None:
    gazetteer = open_gazetteer(world_of_its_own)
    names = [NameRow("Volhyn"), NameRow("Lubyn")]
    for number, row in enumerate(names):
        put(
            gazetteer.engine,
            EntityRow(Kind.PLACE, row.text, [("geonames", str(number))], [row], "city", "UA", population=300_000),
        )
    gazetteer.refresh()
    opinions = [inflected(desk_of(gazetteer), surface, Kind.PLACE) for surface in ("Volhynia", "Volhynu", "Lubynu")]
    gazetteer.close()
    assert [opinion and opinion.replacement for opinion in opinions] == [None, "Volhyn", "Lubyn"]
