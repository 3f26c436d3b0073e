"""Doubts: who is surely written so is offered, and not linked, where somebody else may be meant."""

from typing import Any

import pytest

from gazetteer.matching.doubts import doubt_of, doubt_of_link
from gazetteer.matching.score import Scored
from gazetteer.model import Kind, NameKind, Point, Query, Stage
from tests.matching.conftest import candidate

PERSON = {"entity_kind": Kind.PERSON}
FORM = {"form": "petrovelmarenko"}
# What was asked, the candidate, and whether it is doubted.
LIKE = [
    ("Petro Velmarenyuk", {"text": "Petro Velmarenko", "said": "petrovelmarenyuk"} | FORM | PERSON, True),
    ("Petro Velmarenka", {"text": "Petro Velmarenko", "said": "petrovelmarenka"} | FORM | PERSON, False),
    ("Velmarenyuk", {"text": "Velmarenko", "said": "velmarenyuk", "form": "velmarenko"} | PERSON, False),
    ("Petro Velmarenyuk", {"text": "Petro Velmarenko", "said": "petrovelmarenyuk"} | FORM, False),
    ("Habermuln", {"text": "Бермуди", "said": "habermuln", "form": "bermudi"}, True),
    ("Bermudi", {"text": "Бермуди", "said": "bermuda", "form": "bermudi"}, False),
    ("Хабермульн", {"text": "Bermuda", "said": "habermuln", "form": "bermuda"}, False),
]  # fmt: skip
SMITH = {"text": "John Smith", "stage": Stage.EXACT}
# Somebody of a name that many have, the question around it, and whether others may be meant.
OF_MANY = [
    (SMITH | PERSON | {"weight": 2.2}, {}, True),
    (SMITH | PERSON | {"weight": 5.0}, {}, False),
    (SMITH | {"weight": 2.2}, {}, False),
    ({"text": "John Xqzzt", "stage": Stage.EXACT, "weight": 2.2} | PERSON, {}, False),
]


@pytest.mark.parametrize(("asked", "offered", "doubted"), LIKE)
def test_a_person_is_no_other_whose_name_is_merely_like(asked: str, offered: dict[str, Any], doubted: bool) -> None:
    one = Scored(candidate(asked=asked, **{"stage": Stage.LIKENESS, "weight": 6.5} | offered), 5.0, [])
    assert (doubt_of_link(Query(asked), one) == "unlike") is doubted


@pytest.mark.parametrize(("offered", "around", "doubted"), OF_MANY)
def test_a_name_that_many_have_is_not_surely_the_one_who_is_known(
    offered: dict[str, Any], around: dict[str, Any], doubted: bool
) -> None:
    one = Scored(candidate(asked=offered["text"], **offered), 5.0, [])
    assert (doubt_of_link(Query(offered["text"], **around), one) == "namesakes") is doubted


def test_a_name_that_many_have_is_whose_the_question_says() -> None:
    one = Scored(candidate(asked="John Smith", weight=2.2, **SMITH, **PERSON), 5.0, [("same_country", 1.0, "GB")])
    assert doubt_of_link(Query("John Smith", country="GB"), one) is None


def test_a_name_that_may_be_a_case_form_of_a_far_better_known_one_is_left_open() -> None:
    own = Scored(candidate("Velmara", "Velmara", stage=Stage.EXACT, weight=4.0), 5.0, [])
    for weight, doubted in ((4.9, False), (5.0, True)):
        base = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, weight=weight, key=2, is_base=True), 4.0, [])
        assert (doubt_of(Query("Velmara"), [own, base], alone=True) == "case") is doubted
        assert doubt_of(Query("Velmara"), [base, own], alone=True) is None
    known = Scored(candidate("Velmara", "Velmara", stage=Stage.EXACT, weight=5.6), 5.0, [])
    better = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, weight=7.0, key=2, is_base=True), 4.0, [])
    assert doubt_of(Query("Velmara"), [known, better], alone=True) is None


SOUNDS: dict[str, Any] = {"stage": Stage.READING, "weight": 6.5}
INITIALS: dict[str, Any] = {"name_kind": NameKind.ABBREVIATION, "entity_kind": Kind.ORGANIZATION}
# What was asked, what it sounds as, and whether so little says nothing.
OF_SOUND = [
    ("医院", {"text": "Yiyuan", "country": "FR"}, True),
    ("医院", {"text": "Yiyuan", "country": "CN"}, False),
    ("미상", {"text": "Mi-sang", "country": "CN"}, True),
    ("미상", {"text": "Mi-sang", "country": "KR"}, False),
    ("省城南", {"text": "Shengchengnan", "country": "FR"}, False),
    ("医院", {"text": "医院", "stage": Stage.EXACT, "country": "FR"}, False),
    ("სკოლა", {"text": "סקולה", "form": "skola"}, True),
    ("სკოლა", {"text": "Skola", "form": "skola"}, False),
    ("კიივ", {"text": "Київ", "form": "kiiv", "name_kind": NameKind.ENDONYM}, False),
    ("ბათუმელი", {"text": "Батумели", "form": "batumeli"}, False),
    ("школа", {"text": "סקולה", "form": "skola"}, False),
    ("אפל", {"text": "АПЛ", "form": "apl"} | INITIALS, True),
    ("MAGATE", {"text": "МАГАТЭ", "form": "magate"} | INITIALS, False),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "offered", "doubted"), OF_SOUND)
def test_two_syllables_or_another_writings_few_letters_are_nobodys(
    asked: str, offered: dict[str, Any], doubted: bool
) -> None:
    one = Scored(candidate(asked=asked, **SOUNDS | offered), 5.0, [])
    assert (doubt_of_link(Query(asked), one) == "sounds") is doubted
    told = Scored(one.candidate, 5.0, [("same_country", 1.0, "CN")])
    assert doubt_of_link(Query(asked, country="CN"), told) is None


@pytest.mark.parametrize(("language", "doubted"), [("kk", True), ("ru", False), (None, False)])
def test_a_language_whose_words_are_known_needs_no_such_doubt(language: str | None, doubted: bool) -> None:
    one = Scored(candidate("ドゥー県", "дүкен", form="duken", **SOUNDS), 5.0, [])
    assert (doubt_of_link(Query("дүкен", language=language), one) == "sounds") is doubted


# A part of the name that nothing is known of, and how much more was asked than the name has.
WITH_MORE = [
    ("Velmar Distrikt", "velmardistrikt", True),
    ("Velmar X", "velmarx", False),
    ("Velmarr", "velmarr", False),
]


@pytest.mark.parametrize(("asked", "said", "doubted"), WITH_MORE)
def test_a_word_that_the_name_has_not_may_tell_another(asked: str, said: str, doubted: bool) -> None:
    one = Scored(candidate("Velmar", asked, said=said, form="velmar", stage=Stage.LIKENESS), 5.0, [])
    assert (doubt_of_link(Query(asked), one) == "unlike") is doubted


# Who has two letters, and whether others may.
OF_TWO = [
    ({"sort": "region", "weight": 6.5}, {}, True),
    ({"sort": "country", "weight": 8.0, "language": "en"}, {}, False),
    ({"sort": "", "weight": 4.5, "language": "en"}, {}, True),
    ({"sort": "", "weight": 5.0, "language": "en"}, {}, False),
    ({"sort": "country", "weight": 8.0, "language": "gd"}, {}, True),
    ({"sort": "country", "weight": 8.0, "language": "gd"}, {"language": "gd"}, False),
]


@pytest.mark.parametrize(("offered", "around", "doubted"), OF_TWO)
def test_two_letters_are_who_is_very_well_known_by_them_in_that_language(
    offered: dict[str, Any], around: dict[str, Any], doubted: bool
) -> None:
    usual: dict[str, Any] = {"name_kind": NameKind.ABBREVIATION, "stage": Stage.EXACT, "shown": True}
    one = Scored(candidate("VZ", "VZ", **usual | offered), 5.0, [])
    assert (doubt_of(Query("VZ", **around), [one], alone=False) == "initials") is doubted


def test_two_letters_may_be_a_main_name_in_any_language() -> None:
    usual: dict[str, Any] = {"name_kind": NameKind.ABBREVIATION, "stage": Stage.EXACT, "shown": True, "language": "ak"}
    one = Scored(candidate("VZ", "VZ", sort="country", weight=8.0, preferred=True, **usual), 5.0, [])
    assert doubt_of(Query("VZ"), [one], alone=True) is None


# Codes that are not shown, as of airports: of what they are, how large that is, and whether a place is meant by them.
OF_CODES = [("VZQ", 5.0, False), ("VZQ", 4.9, True), ("UKR", 6.0, True), ("VZ", 6.0, False)]


@pytest.mark.parametrize(("code", "weight", "doubted"), OF_CODES)
def test_a_code_is_a_large_citys_where_it_is_no_countrys(code: str, weight: float, doubted: bool) -> None:
    usual: dict[str, Any] = {"name_kind": NameKind.ABBREVIATION, "stage": Stage.EXACT, "shown": False}
    one = Scored(candidate(code, code, weight=weight, **usual), 5.0, [])
    assert (doubt_of(Query(code, kind=Kind.PLACE), [one], alone=True) == "initials") is doubted
    assert doubt_of(Query(code), [one], alone=True) == "initials"


def test_capitals_are_hardly_a_town_of_two_letters() -> None:
    one = Scored(candidate("Vz", "VZ", stage=Stage.EXACT, weight=6.0), 5.0, [])
    assert doubt_of(Query("VZ"), [one], alone=True) == "initials"
    assert doubt_of(Query("Vz"), [one], alone=True) is None


NEAR = [(49.0, 30.0, False), (51.6, 30.0, False), (51.8, 30.0, True), (49.0, -30.0, True)]


@pytest.mark.parametrize(("lat", "lon", "away"), NEAR)
def test_a_town_far_from_the_position_given_is_not_surely_meant(lat: float, lon: float, away: bool) -> None:
    one = candidate("Velmar", "Velmar", stage=Stage.EXACT, lat=49.0, lon=30.0)
    asked = Query("Velmar", near=Point(lat, lon))
    assert (doubt_of(asked, [Scored(one, 5.0, [])], alone=True) == "away") is away
    region = Scored(one._replace(sort="region"), 5.0, [])
    assert doubt_of(asked, [region], alone=True) is None


OF_INITIALS = [
    ("George H. W. Velmar", "George W. Velmar", True),
    ("George W. Velmar", "George W. Velmar", False),
    ("George W. Velmar", "George Velmar", False),
    ("George Velmar", "George W. Velmar", False),
]


@pytest.mark.parametrize(("asked", "named", "doubted"), OF_INITIALS)
def test_who_has_other_initials_is_another(asked: str, named: str, doubted: bool) -> None:
    one = candidate(named, asked, entity_kind=Kind.PERSON, said="georgevelmar", form="georgevelmar")
    assert (doubt_of_link(Query(asked), Scored(one, 5.0, [])) == "unlike") is doubted


@pytest.mark.parametrize(("said", "doubted"), [("velmarlandio", False), ("kvlmarlndus", True)])
def test_a_country_is_taken_for_what_is_very_like_its_name_alone(said: str, doubted: bool) -> None:
    one = candidate("Velmarland", said, sort="country", said=said, form="velmarland")
    assert (doubt_of_link(Query(said), Scored(one, 5.0, [])) == "unlike") is doubted


# A city that is called so besides: how it is known, and whether the small one whose main name it is may be meant.
BESIDES = [
    ({"weight": 5.9}, {}, True),
    ({"weight": 6.0}, {}, False),
    ({"weight": 5.9, "language": "en"}, {}, False),
    ({"weight": 5.9, "preferred": True}, {}, False),
    ({"weight": 5.9}, {"kind": Kind.PLACE}, True),
    ({"weight": 5.9, "language": "de"}, {}, True),
    ({"weight": 5.9, "language": "de"}, {"language": "de"}, False),
    ({"weight": 5.9, "language": "de", "name_kind": NameKind.ENDONYM}, {}, False),
]


@pytest.mark.parametrize(("fields", "around", "doubted"), BESIDES)
def test_a_city_that_is_called_so_besides_is_not_surely_meant(
    fields: dict[str, Any], around: dict[str, Any], doubted: bool
) -> None:
    city = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, **fields), 5.0, [])
    main = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, weight=3.0, preferred=True, key=2), 4.0, [])
    assert (doubt_of(Query("Velmar", **around), [city, main], alone=False) == "namesakes") is doubted
    assert doubt_of(Query("Velmar", **around), [city], alone=True) is None


# A region that is called so besides, and what else has that for its main name: whether that may be meant.
REGION = {"sort": "region", "weight": 5.9, "language": "lv", "preferred": True, "country": "DE"}
OF_REGIONS = [
    ({}, {"weight": 4.0}, True),
    ({}, {"weight": 3.9}, False),
    ({}, {"weight": 5.0, "entity_kind": Kind.ORGANIZATION, "sort": ""}, True),
    ({}, {"weight": 4.8, "entity_kind": Kind.ORGANIZATION, "sort": ""}, False),
    ({}, {"weight": 6.5, "sort": "water"}, False),
    ({}, {"weight": 4.0, "preferred": False}, False),
    ({}, {"weight": 4.0, "language": "az"}, False),
    ({"language": "de"}, {"weight": 4.0}, False),  # its country's
    ({"language": None}, {"weight": 4.0}, False),
    ({"language": "en"}, {"weight": 4.0}, False),
]


@pytest.mark.parametrize(("fields", "other", "doubted"), OF_REGIONS)
def test_a_region_that_a_little_language_calls_so_is_not_surely_meant(
    fields: dict[str, Any], other: dict[str, Any], doubted: bool
) -> None:
    region = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, **(REGION | fields)), 5.0, [])
    own = {"stage": Stage.EXACT, "preferred": True, "key": 2} | other
    main = Scored(candidate("Velmar", "Velmar", **own), 4.0, [])
    assert (doubt_of(Query("Velmar"), [region, main], alone=False) == "namesakes") is doubted
