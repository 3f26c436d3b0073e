"""Accepted forms: what a desk lets stand for an entity, and what it would write itself."""

from typing import Any

import pytest

from gazetteer.model import Entity, Kind, Name, NameKind, Style
from gazetteer.tagging.accepted import Accepted, accepted_forms

ENGLISH, FRENCH = Style("made-up", "Made up", "en"), Style("made-up-fr", "Made up", "fr")
ZORVIK = Entity("made-up-1", Kind.PLACE, "Zorvik")
BALAKLIIA = Entity("made-up-2", Kind.PLACE, "Balakliia", "UA")
REGION = Entity("made-up-3", Kind.PLACE, "Zorvik Oblast", "UA", feature_type="region")
SYRSKYI = Entity("made-up-4", Kind.PERSON, "Oleksandr Syrskyi", "UA")
SMITH = Entity("made-up-5", Kind.PERSON, "Jan van der Zorvik", "NL")
BANK = Entity("made-up-6", Kind.ORGANIZATION, "Bank of Zorvik")


def name(text: str, language: str | None = None, kind: NameKind = NameKind.VARIANT, **fields: Any) -> Name:
    return Name(text, language, kind, **fields)


def forms(entity: Entity, *names: Name, style: Style = ENGLISH) -> Accepted:
    return accepted_forms(entity, names, style)


# An entity, one of its names, and whether that may stand in English copy.
IN_ENGLISH = [
    (ZORVIK, name("Sorvick", "en"), True),
    (ZORVIK, name("Sorvick", "en-GB"), True),
    (ZORVIK, name("Sorvick", "fr"), False),
    (ZORVIK, name("Sorvick"), False),
    (ZORVIK, name("Sorvick", preferred=True), True),
    (ZORVIK, name("Sorvick", "en", shown=False), False),
    (ZORVIK, name("Sorvick", "en", NameKind.HISTORICAL), False),
    (ZORVIK, name("Sorvick", "en", NameKind.MISSPELLING), False),
    (ZORVIK, name("Зорвік", "en"), False),
    (BANK, name("Zorvik Bank"), True),
    # Of Ukraine's names only those that romanizations of Ukrainian differ in.
    (BALAKLIIA, name("Balakliya", "en"), True),
    (BALAKLIIA, name("Balakliya", "en", preferred=True), True),
    (BALAKLIIA, name("Balakliya", "fr"), False),
    (BALAKLIIA, name("Balakleya", "en"), False),
    (BALAKLIIA, name("Balakleya", "en", preferred=True), False),
    (BALAKLIIA, name("Balakleya"), False),
    (REGION, name("Zorvik Region", "en"), True),
    (SYRSKYI, name("Oleksandr Syrskyy", "en"), True),
    (SYRSKYI, name("Oleksandr Syrskyj", "de"), False),
    (SYRSKYI, name("Alexander Syrsky", "en"), False),
]


@pytest.mark.parametrize(("entity", "written", "stands"), IN_ENGLISH)
def test_a_form_may_stand_in_english_copy(entity: Entity, written: Name, stands: bool) -> None:
    assert forms(entity, written).has(written.text) is stands


def test_the_gazetteers_own_form_always_stands_in_english() -> None:
    for entity in (ZORVIK, BALAKLIIA, REGION, SYRSKYI, BANK):
        assert forms(entity).has(entity.canonical)
        assert forms(entity).own == entity.canonical


def test_a_form_that_was_once_used_is_not_accepted_in_any_guise() -> None:
    names = [name("Sorvick", "en", NameKind.HISTORICAL), name("Sorvick", "en")]
    assert not forms(ZORVIK, *names).has("Sorvick")


@pytest.mark.parametrize("surface", ["Zorvik", "ZORVIK", "Zórvík", "zorvik", "Zo\u0301rvik"])
def test_case_and_diacritics_make_no_other_form(surface: str) -> None:
    assert forms(ZORVIK).has(surface)
    assert not forms(ZORVIK).has("Zorvick")


def test_the_words_of_accepted_forms_may_be_mixed() -> None:
    accepted = forms(SMITH, name("Johan Zorwick", "en"))
    assert accepted.has("Jan Zorwick")
    assert accepted.has("Johan van der Zorvik")
    assert not accepted.has("Jan Velmar")
    assert not accepted.has("Jan")


def test_the_surname_stands_alone() -> None:
    assert forms(SYRSKYI).short == "Syrskyi"
    assert forms(SYRSKYI).has("Syrskyi")
    assert forms(SMITH, name("van", "en", NameKind.SHORT)).short == "van"
    assert forms(SMITH, name("Velmar", "en", NameKind.SHORT)).short == "van der Zorvik"
    assert forms(SMITH, name("Zorvik", "en", NameKind.SHORT)).short == "van der Zorvik"
    assert forms(SMITH, name("der Zorvik", "en", NameKind.SHORT)).short == "der Zorvik"
    assert forms(SMITH).has("Zorvik")
    assert forms(ZORVIK).short is None


def test_a_french_desk_writes_french() -> None:
    names = [name("Zorvique", "fr"), name("Zorvic", "fr", preferred=True), name("Sorvick", "en")]
    accepted = forms(ZORVIK, *names, style=FRENCH)
    assert accepted.own == "Zorvic"
    assert accepted.has("Zorvique")
    assert not accepted.has("Zorvik")
    assert not accepted.has("Sorvick")


def test_a_desk_without_a_name_in_its_language_takes_the_gazetteers() -> None:
    accepted = forms(ZORVIK, name("Sorvick", "de"), style=FRENCH)
    assert accepted.own == "Zorvik"
    assert accepted.has("Zorvik")
    assert not accepted.has("Sorvick")


def test_a_style_has_the_word_on_a_place_and_lets_its_other_names_stand() -> None:
    style = Style("s", "S", "en", overrides={ZORVIK.id: "Zorwick"}, accepted={ZORVIK.id: ("Zorwyck",)})
    accepted = forms(ZORVIK, name("Sorvick", "en"), style=style)
    assert accepted.own == "Zorwick"
    assert all(accepted.has(text) for text in ("Zorwick", "Zorwyck", "Sorvick", "Zorvik"))


def test_a_style_has_the_word_on_every_form_of_a_person() -> None:
    style = Style("s", "S", "en", overrides={SYRSKYI.id: "Oleksandr Syrsky"}, shorts={SYRSKYI.id: "Syrsky"})
    accepted = forms(SYRSKYI, name("Oleksandr Syrskyy", "en"), style=style)
    assert (accepted.own, accepted.short) == ("Oleksandr Syrsky", "Syrsky")
    assert all(accepted.has(text) for text in ("Oleksandr Syrsky", "Syrsky"))
    assert not any(accepted.has(text) for text in ("Oleksandr Syrskyi", "Oleksandr Syrskyy", "Syrskyi"))


def test_what_a_style_accepts_of_a_person_stands_beside_its_own() -> None:
    style = Style("s", "S", "en", overrides={SYRSKYI.id: "Oleksandr Syrsky"}, accepted={SYRSKYI.id: ("Syrskyi",)})
    assert forms(SYRSKYI, style=style).has("Syrskyi")


def test_a_style_can_refuse_a_person_a_short_form() -> None:
    style = Style("s", "S", "en", overrides={SYRSKYI.id: "Oleksandr S. Syrskyi"})
    accepted = forms(SYRSKYI, style=style)
    assert accepted.has("Oleksandr Syrskyi")
    assert accepted.short == "Syrskyi"


def test_a_main_name_of_no_language_gives_way_to_what_the_desks_language_has() -> None:
    main = name("Zorvik", preferred=True)
    assert forms(ZORVIK, main, style=FRENCH).has("Zorvik")
    assert not forms(ZORVIK, main, name("Zorvique", "fr", preferred=True), style=FRENCH).has("Zorvik")
    assert forms(ZORVIK, main, name("Zorvique", "fr", preferred=True)).has("Zorvik")


@pytest.mark.parametrize(
    ("kind", "bare"), [(NameKind.ENDONYM, "Zorvik"), (NameKind.EXONYM, None), (NameKind.HISTORICAL, None)]
)
def test_a_place_has_a_name_without_the_word_for_what_it_is_where_it_is_its_own(
    kind: NameKind, bare: str | None
) -> None:
    city = Entity("made-up-7", Kind.PLACE, "Zorvik City", "US")
    assert forms(city, name("Zorvik", "en", kind, preferred=True)).bare == bare


def test_either_half_of_a_double_name_may_stand() -> None:
    double = forms(Entity("made-up-8", Kind.PLACE, "Zorvik/Zorvique", "CH"))
    assert double.has("Zorvik")
    assert double.has("Zorvique")
    assert not double.has("Zorv")
