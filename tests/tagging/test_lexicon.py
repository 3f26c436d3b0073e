"""Word lists keep what is no name from being linked, and tell given names apart."""

import pytest

from gazetteer.tagging import lexicon
from gazetteer.tagging.lexicon import is_given, is_no_name, is_ordinary, is_title, same_given
from gazetteer.text.clean import fold

NO_NAMES = [
    ("Tuesday", "en"), ("SUNDAY", "en"), ("March", "en"), ("Sep", "en"), ("mardi", "fr"), ("Août", "fr"),
    ("Dienstag", "de"), ("März", "de-AT"), ("wtorek", "pl"),
    ("Russian", "en"), ("Russians", "en"), ("Ukrainian", "en"), ("Germans", "en"), ("American", "en"),
    ("Crimean", "en"), ("Chinese", "en"), ("Muscovite", "en"),
    ("General", "en"), ("President", "en"), ("Mr", "en"),
]  # fmt: skip
NAMES = [
    ("Kyiv", "en"), ("London", "en"), ("Paris", "en"), ("Reading", "en"), ("Melnyk", "en"), ("Germany", "en"),
    ("Tuesday", "fr"), ("Mars", "en"), ("Wells", "en"),
]  # fmt: skip
SAME = [
    ("Oleksandr", "Alexander"), ("Oleksandr", "Alexandre"), ("Volodymyr", "Vladimir"), ("Petr", "Peter"),
    ("Mykola", "Nikolai"), ("Kyrylo", "Kirill"), ("OLEKSANDR", "alexander"), ("François", "Francois"),
]  # fmt: skip
OTHER = [("Oleksandr", "Oleksii"), ("Peter", "Paul"), ("Olena", "Oleksandr"), ("Kharkiv", "Kharkov"), ("", "")]
ORDINARY = [
    ("The", "en", False, True), ("After", "en", False, True), ("Yesterday", "en", True, True),
    ("Shares", "en", True, True), ("Bakhmut", "en", True, False), ("Kherson", "en", True, False),
    ("Gestern", "de", True, True), ("Gestern", "en", True, False), ("Hier", "fr", True, True),
]  # fmt: skip
LISTS = ["DEMONYMS", "TITLES", "PLACE_BEFORE", "NAME_PARTICLES", "SORTS", "GENERIC", "PARTICLES"]


@pytest.mark.parametrize(("word", "language"), NO_NAMES)
def test_days_months_peoples_and_titles_are_no_names(word: str, language: str) -> None:
    assert is_no_name(word, language)


@pytest.mark.parametrize(("word", "language"), NAMES)
def test_what_may_be_a_name_is_not_kept_out(word: str, language: str) -> None:
    assert not is_no_name(word, language)


@pytest.mark.parametrize("word", ["General", "mayor", "Mr", "St"])
def test_a_title_stands_before_a_name(word: str) -> None:
    assert is_title(word)
    assert not is_title("Kyiv")


@pytest.mark.parametrize("word", ["Jack", "Volodymyr", "olena", "François", "Maria", "Mohammed", "Bruce", "Zbigniew"])
def test_a_given_name_is_known_in_any_case(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", ["Kharkiv", "Bakhmut", "Xqzzt", "", "the"])
def test_a_word_that_nobody_is_called_is_no_given_name(word: str) -> None:
    assert not is_given(word)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_one_given_name_are_the_same(one: str, other: str) -> None:
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_given_names_are_not_the_same(one: str, other: str) -> None:
    assert not same_given(one, other)


@pytest.mark.parametrize(("word", "language", "opens", "ordinary"), ORDINARY)
def test_an_ordinary_word_is_one_of_its_language(word: str, language: str, opens: bool, ordinary: bool) -> None:
    assert is_ordinary(word, language, opens=opens) is ordinary


def test_a_word_at_the_start_of_a_sentence_is_the_likelier_to_be_ordinary() -> None:
    assert is_ordinary("Yesterday", "en", opens=True) >= is_ordinary("Yesterday", "en", opens=False)
    assert is_ordinary("Villagers", "en", opens=False) is False


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_words_as_they_are_looked_up(name: str) -> None:
    words = getattr(lexicon, name)
    assert words
    assert {word for word in words if fold(word) != word} == set()
