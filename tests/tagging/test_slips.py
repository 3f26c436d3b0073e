"""Slips: each way in which a name goes wrong is told where it can be, and nothing is said where it cannot."""

import pytest

from gazetteer.model import Kind
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.model import Advice
from gazetteer.tagging.slips import (
    alike,
    lost_letters,
    of_a_full_name,
    supported_by_the_document,
)
from tests.tagging.conftest import support

SLIPS = [
    ("Bahmt", "Bakhmut"),
    ("Bakmut", "Bakhmut"),
    ("Bakhmit", "Bakhmut"),
    ("Syrsksy", "Syrskyi"),
    ("Oleksandr Syrsskyi", "Oleksandr Syrskyi"),
    ("Kyryl Budanov", "Kyrylo Budanov"),
]
FULL = [
    ("Oleksandr Syrskiy", None),
    ("Kyrylo Budnov", "Kyrylo Budanov"),
    ("Kyrylo Budanoff", None),
    ("Petro Budnov", None),  # another given name
    ("Olena Zelensk", "Olena Zelenska"),  # a woman's surname without its ending
    ("Vladimir Puton", None),  # too short to tell
    ("Kyrylo Smith", None),
    ("Coco Guff", None),
]
# Somebody else, too short, too unlike, another number of words, another gender.
NO_SLIPS = ["Berlin", "Bak", "Buckmut", "Bakhmut City", "Dakhmut", "Syrskaya", "Syrska"]
LOST = [("Mnchen", "Munich"), ("Trkiye", "Türkiye")]
NOT_LOST = ["München", "Munchen", "Munich", "Mnch", "Mnchner", "Mnchn", "Berlin", "Xqzzt"]
LIKE = [
    ("Possad-Pokrovské", None, "Posad-Pokrovske"),
    ("Andreï Belooussov", None, "Andrei Belousov"),
    ("Wolodymir Selenskyj", None, "Volodymyr Zelenskyy"),
    ("Sewastopol", Kind.PLACE, "Sevastopol"),
    ("Dnipropetrowsk", Kind.PLACE, "Dnipro"),
    # Rebuilt from what a third language writes: Ціндао, リヴィウ, 塔什干.
    ("Tsindao", Kind.PLACE, "Qingdao"),
    ("Riviu", Kind.PLACE, "Lviv"),
    ("Tashigan", None, "Tashkent"),
]
UNLIKE = ["Xqzzt", "Zorvik", "Oleksandr", "Peter Zelensky", "John Putin", "Melnyk", "Jack London", "Kyi"]


@pytest.mark.parametrize(("surface", "ours"), SLIPS)
def test_a_slip_of_a_name_that_the_document_has_right_is_told(desk: Desk, surface: str, ours: str) -> None:
    assert supported_by_the_document(desk, surface, None) is None
    support(desk, "Bakhmut")
    support(desk, "Syrskyi")
    support(desk, "Kyrylo Budanov")
    opinion = supported_by_the_document(desk, surface, None)
    assert opinion is not None
    assert (opinion.advice, opinion.replacement) == (Advice.WRONG, ours)
    assert opinion.why is not None
    assert surface in opinion.why


@pytest.mark.parametrize("surface", NO_SLIPS)
def test_what_is_no_slip_of_a_name_in_the_document_is_left_alone(desk: Desk, surface: str) -> None:
    support(desk, "Bakhmut")
    support(desk, "Syrskyi")
    assert supported_by_the_document(desk, surface, None) is None


@pytest.mark.parametrize(
    "surface",
    [
        "Bakhmutale",
        "Bakhmuts",
        "Bakhmutstal",
        "Bakhmuders",
        "Bakhmuk",
        "Syrskyis",
        "Syrskyists",
        "Kharkinale",
        "Kyivite",
    ],
)
def test_what_is_made_of_a_name_by_another_ending_is_no_slip_of_it(desk: Desk, surface: str) -> None:
    for name in ("Bakhmut", "Syrskyi", "Kharkiv", "Kyiv"):
        support(desk, name)
    assert supported_by_the_document(desk, surface, None) is None


@pytest.mark.parametrize("surface", ["Zielinski", "Olexii Syrskyi", "Oleksii Syrskyi"])
def test_who_has_a_surname_or_a_given_name_of_his_own_is_no_slip_of_another(desk: Desk, surface: str) -> None:
    for name in ("Volodymyr Zelenskyy", "Zelenskyy", "Kyrylo Budanov", "Oleksandr Syrskyi"):
        support(desk, name)
    assert supported_by_the_document(desk, surface, Kind.PERSON) is None


@pytest.mark.parametrize("surface", ["Khharkiva", "Kharkew", "Kharkivv"])
def test_a_garbled_case_form_and_another_language_s_last_letter_are_slips(desk: Desk, surface: str) -> None:
    support(desk, "Kharkiv")
    opinion = supported_by_the_document(desk, surface, None)
    assert (opinion and opinion.replacement) == "Kharkiv"


def test_a_person_is_no_slip_of_a_place(desk: Desk) -> None:
    support(desk, "Bakhmut")
    assert supported_by_the_document(desk, "Bakhmit", Kind.PERSON) is None
    assert supported_by_the_document(desk, "Bakhmit", Kind.PLACE) is not None


@pytest.mark.parametrize("kind", [None, Kind.ORGANIZATION])
def test_letters_that_were_lost_of_an_organization_are_put_back(desk: Desk, kind: Kind | None) -> None:
    opinion = lost_letters(desk, "Crdit Agricole", kind)
    assert opinion is not None
    assert (opinion.replacement, opinion.kind) == ("Crédit Agricole", Kind.ORGANIZATION)


@pytest.mark.parametrize(("surface", "ours"), LOST)
def test_letters_that_were_lost_are_put_back(desk: Desk, surface: str, ours: str) -> None:
    for kind in (None, Kind.PLACE):
        opinion = lost_letters(desk, surface, kind)
        assert opinion is not None
        assert (opinion.advice, opinion.replacement) == (Advice.WRONG, ours)
    assert lost_letters(desk, surface, Kind.PERSON) is None


@pytest.mark.parametrize("surface", NOT_LOST)
def test_a_form_that_has_lost_nothing_is_left_alone(desk: Desk, surface: str) -> None:
    assert lost_letters(desk, surface, None) is None


@pytest.mark.parametrize(("surface", "kind", "ours"), LIKE)
def test_a_form_that_sounds_as_a_well_known_name_is_told(
    desk: Desk, surface: str, kind: Kind | None, ours: str
) -> None:
    opinion = alike(desk, surface, kind)
    assert opinion is not None
    assert opinion.advice is not None
    assert opinion.replacement == ours
    assert opinion.why is not None
    assert surface in opinion.why
    assert ours in opinion.why


@pytest.mark.parametrize("surface", UNLIKE)
def test_a_form_that_is_like_nothing_we_know_is_left_alone(desk: Desk, surface: str) -> None:
    for kind in (None, Kind.PLACE, Kind.PERSON):
        opinion = alike(desk, surface, kind)
        assert opinion is None or opinion.advice is None


@pytest.mark.parametrize(("surface", "ours"), FULL)
def test_a_full_name_is_put_right_where_its_surname_alone_is_a_letter_off(
    desk: Desk, surface: str, ours: str | None
) -> None:
    opinion = of_a_full_name(desk, surface, None)
    assert (opinion and opinion.replacement) == ours
    assert opinion is None or opinion.advice is Advice.WRONG


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.ORGANIZATION])
def test_what_is_no_person_has_no_surname(desk: Desk, kind: Kind) -> None:
    assert of_a_full_name(desk, "Kyrylo Budnov", kind) is None


def test_looking_for_people_with_such_a_surname_is_bounded(desk: Desk) -> None:
    desk.look_ups = 0
    assert of_a_full_name(desk, "Kyrylo Budnov", None) is None
