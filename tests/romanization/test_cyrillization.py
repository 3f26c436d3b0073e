"""A name that came through Cyrillic is followed from its own spelling to what romanizations make of it."""

import unicodedata

import pytest

from gazetteer.errors import UnknownCyrillization
from gazetteer.languages import systems
from gazetteer.romanization.cyrillization import cyrillize, detours, is_candidate, spellings

# language, into, system, written, what comes back
DETOURS = [
    ("nl", "uk", "national-2010", "Hoekstra", "Hukstra"),
    ("nl", "ru", "bgn-pcgn-1947", "Hoekstra", "Khukstra"),
    ("de", "ru", "press-pl", "Merkel", "Mierkiel"),
    ("de", "uk", "national-2010", "Scholz", "Sholts"),
    ("fr", "uk", "national-2010", "Macron", "Makron"),
    ("fr", "ru", "press-de", "Chirac", "Schirak"),
    ("tr", "ru", "press-en", "Erdoğan", "Erdogan"),
    ("es", "ru", "press-en", "Rajoy", "Rakhoi"),
    ("pl", "uk", "national-2010", "Wałęsa", "Valensa"),
    ("en", "uk", "national-2010", "Johnson", "Dzhonson"),
    ("it", "uk", "national-2010", "Giorgia", "Dzhordzha"),
]


@pytest.mark.parametrize(("language", "into", "system", "written", "expected"), DETOURS)
def test_a_name_comes_back_otherwise(language: str, into: str, system: str, written: str, expected: str) -> None:
    assert expected in {latin for _, by, latin in detours(written, language, into) if by.id == system}


def test_every_system_of_that_cyrillic_has_its_say() -> None:
    found = list(detours("Merkel", "de", "ru"))
    assert [by.full_id for _, by, _ in found] == [full_id for full_id in systems() if full_id.startswith("ru-Cyrl/")]
    assert {cyrillic for cyrillic, _, _ in found} == {"Меркель"}


# What § 122 of the Ukrainian orthography of 2019 prints side by side.
ALLOWED = [
    ("de", "Hegel", "Гегель", "Геґель"),
    ("de", "Georg", "Георг", "Ґеорґ"),
    ("de", "Goethe", "Гете", "Ґете"),
    ("es", "Garcia", "Гарсія", "Ґарсія"),
    ("fr", "Grégoire", "Грегуар", "Ґреґуар"),
    ("en", "Gulliver", "Гуллівер", "Ґуллівер"),
]


@pytest.mark.parametrize(("language", "written", "usual", "allowed"), ALLOWED)
def test_ukrainian_allows_a_hard_g_in_names(language: str, written: str, usual: str, allowed: str) -> None:
    assert spellings(written, language, "uk") == (usual, allowed)


def test_an_h_is_no_hard_g() -> None:
    assert spellings("Hals", "nl", "uk") == ("Галс",)


def test_russian_has_one_spelling() -> None:
    assert spellings("Hegel", "de", "ru") == ("Гегель",)


def test_both_spellings_are_followed() -> None:
    assert {latin for _, by, latin in detours("Goethe", "de", "uk") if by.id == "national-2010"} == {"Hete", "Gete"}


CASES = [
    ("MERKEL", "de", "МЕРКЕЛЬ"),
    ("merkel", "de", "меркель"),
    ("SCHOLZ", "de", "ШОЛЬЦ"),
    ("hollande", "fr", "олланд"),
    ("HOLLANDE", "fr", "ОЛЛАНД"),
    ("HUGO", "fr", "ГЮГО"),
    ("hugo", "fr", "гюго"),
    ("von der Leyen", "de", "фон дер Ляєн"),
    ("Kosiniak-Kamysz, 1981 (poseł)", "pl", "Косіняк-Камиш, 1981 (посел)"),
    ("D'Estaing", "fr", "Д'Естен"),
    ("Меркель", "de", "Меркель"),
    ("", "de", ""),
]


@pytest.mark.parametrize(("written", "language", "expected"), CASES)
def test_case_and_punctuation_are_kept(written: str, language: str, expected: str) -> None:
    assert cyrillize(written, language, "uk") == expected


def test_a_decomposed_letter_is_read_as_one() -> None:
    assert cyrillize(unicodedata.normalize("NFD", "Schröder"), "de", "ru") == "Шрёдер"


def test_a_letter_of_another_language_loses_its_mark() -> None:
    assert cyrillize("Šolc", "de", "uk") == cyrillize("Solc", "de", "uk")


def test_a_listed_name_is_a_whole_word() -> None:
    assert not is_candidate("Bush", "en", "uk")
    assert is_candidate("Bushnell", "en", "uk")


def test_what_rules_make_of_english_is_a_candidate() -> None:
    assert is_candidate("Joe Grimshaw", "en", "uk")
    assert not is_candidate("Joe Biden", "en", "uk")
    assert not is_candidate("New York", "en", "ru")


def test_what_rules_make_of_a_regular_spelling_is_none() -> None:
    assert not is_candidate("Merkel", "de", "uk")


@pytest.mark.parametrize(("language", "into"), [("xx", "uk"), ("de", "bg"), ("uk", "de")])
def test_an_unknown_pair_lists_the_known(language: str, into: str) -> None:
    with pytest.raises(UnknownCyrillization, match=rf"{language}.*{into}.*de-uk, de-ru"):
        cyrillize("Merkel", language, into)
