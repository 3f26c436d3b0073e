"""A text to its forms: by the systems that are asked for, in the language that is said or guessed, there and back."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gazetteer.errors import BadName, BadParameter, NoSystems, NotOfSystem, TextTooLong, UnknownSystem
from gazetteer.languages import orthographies, system
from gazetteer.romanization.forms import transliterate
from gazetteer.romanization.transliteration import TEXT_MOST, Asked, answer

# Resolution 55 of 2010, from its table.
RESOLUTION = [("Згурський", "Zghurskyi"), ("Феодосія", "Feodosiia"), ("Знам’янка", "Znamianka"), ("Ґалаґан", "Galagan")]


def forms(text: str, **fields: object) -> dict[str, str]:
    return {form.system.id: form.text for form in answer(Asked(text, **fields)).forms}  # type: ignore[arg-type]


@pytest.mark.parametrize(("written", "expected"), RESOLUTION)
def test_a_name_gets_the_form_of_the_system(written: str, expected: str) -> None:
    assert forms(written, language="uk", systems=["national-2010"]) == {"national-2010": expected}


def test_forms_come_in_the_order_in_which_they_are_asked_for_and_once() -> None:
    asked = ["press-de", "uk-Cyrl/press-fr", "press-de"]
    assert list(forms("Чернігів", language="uk", systems=asked)) == ["press-de", "press-fr"]


@pytest.mark.parametrize("systems", ["all", ["all"], ["national-2010", "all"]])
def test_all_are_all_of_the_language(systems: Sequence[str]) -> None:
    assert list(forms("Чернігів", language="uk", systems=systems)) == [
        each.id for each in orthographies()["uk-Cyrl"].systems
    ]


def test_the_language_is_guessed_where_it_is_not_said() -> None:
    said = answer(Asked("Чернігів"))
    assert said.orthography.language == "uk"
    assert said.guesses[0].confidence > 0.9
    assert answer(Asked("Чернігів", "uk")).guesses == ()


def test_a_system_says_which_languages_may_be_meant() -> None:
    assert answer(Asked("Москва", systems=["national-2010"])).orthography.language == "uk"
    assert answer(Asked("Москва", systems="sr-Cyrl/gaj")).orthography.language == "sr"


def test_a_regional_tag_is_its_language() -> None:
    assert answer(Asked("Чернігів", "uk-UA")).orthography.tag == "uk-Cyrl"


def test_letters_that_the_system_does_not_name_are_listed() -> None:
    form = transliterate("Подъём, <i title='Ю'>Їжак</i> 東", system("uk-Cyrl/national-2010"))
    assert (form.text, form.unmapped) == ("Podъёm, <i title='Ю'>Yizhak</i> 東", ("ъ", "ё", "東"))


def test_a_text_that_can_be_read_back_is_not_lossy() -> None:
    iso = replace(system("ru-Cyrl/iso-9-1995"), reversible=True)
    assert not transliterate("Щука, ПОДЪЁМ <b>и</b> 1917", iso).lossy
    # Latin letters would be read back as Cyrillic ones.
    assert transliterate("Щука and подъём", iso).lossy


READ_BACK = [
    ("Хмельницький", "uk-Cyrl/dstu-9112-2021-a"),  # й and ь are both j, and where they stand tells them apart
    ("Ζάκυνθος", "el-Grek/iso-843-t1"),  # the sigma of an end
    ("Јагодина", "sr-Cyrl/iso-9-1995"),  # a capital that is two characters, its small letter one
    ("Щука, щука!", "ru-Cyrl/iso-9-1995"),
]


@pytest.mark.parametrize(("written", "full_id"), READ_BACK)
def test_a_name_is_read_back_by_a_system_made_for_it(written: str, full_id: str) -> None:
    assert not transliterate(written, system(full_id)).lossy


def test_a_system_that_is_not_made_to_be_read_back_is_lossy() -> None:
    assert transliterate("Одеса", system("uk-Cyrl/national-2010")).lossy


def test_a_latin_spelling_goes_to_another_through_the_native_form() -> None:
    said = answer(Asked("Bakhmout", "uk", ["national-2010", "press-de"], "press-fr"))
    assert said.natives is not None
    assert said.natives.found[0].text == "Бахмут"
    national, german = said.forms
    assert (national.text, national.certain, national.others) == ("Bakhmut", True, ())
    assert (german.text, german.certain) == ("Bachmut", False)
    assert german.others


def test_no_form_is_certain_that_candidates_do_not_share() -> None:
    said = answer(Asked("Selenskyj", "uk", "all", "press-de"))
    assert said.natives is not None
    assert {"Зеленський", "Селенський"} <= {one.text for one in said.natives.found}
    national = next(form for form in said.forms if form.system.id == "national-2010")
    assert {"Zelenskyi", "Selenskyi"} <= {national.text, *national.others}
    assert not national.certain


def test_a_spelling_of_which_only_the_system_is_said_has_its_language_guessed() -> None:
    said = answer(Asked("Khrouchtchev", systems="all", origin="press-fr"))
    assert said.orthography.language == "ru"
    assert 0.5 < said.guesses[0].confidence < 1


REFUSED = [
    (Asked(""), BadParameter, "empty"),
    (Asked(" \n"), BadParameter, "empty"),
    (Asked("К" * (TEXT_MOST + 1)), TextTooLong, "200,000"),
    (Asked("Kyiv"), NoSystems, "Latin letters already"),
    (Asked("1917"), NoSystems, "no letters"),
    (Asked("Madrid", "es"), NoSystems, r"Spanish \(es\).*uk"),
    (Asked("Київ", "uk", []), BadParameter, "systems is empty"),
    (Asked("Київ", "uk", ["iso-9"]), UnknownSystem, "Ukrainian has no system ‘iso-9’; it has national-2010"),
    (Asked("Київ", None, ["x" * 1000]), UnknownSystem, "No system is called ‘xxx"),
    (Asked("Київ", None, ["national-2010", "gaj"]), UnknownSystem, "No language has all"),
    (Asked("Kyiv", "uk", "all", "gaj"), UnknownSystem, "Ukrainian has no system ‘gaj’"),
    (Asked("Kyiv", None, "all", "gaja"), UnknownSystem, "No system is called ‘gaja’"),
    (Asked("Washington", "uk", "all", "press-fr"), NotOfSystem, "‘Washington’"),
    (Asked("Wa\0", "uk", "all", "press-fr"), BadName, "control"),
]


@pytest.mark.parametrize(("asked", "error", "says"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_cannot_be_answered_is_refused_with_what_would_be_right(
    asked: Asked, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says) as raised:
        answer(asked)
    assert len(str(raised.value)) < 500
