"""Rivals of a word: what else a system writes the same; and what is lost when nothing else is."""

import pytest

from gazetteer.languages import RuleSet, System, system
from gazetteer.romanization.forms import is_lossy, transliterate
from gazetteer.romanization.rivals import alike, rivals
from gazetteer.romanization.systems import romanize


def made(letters: dict[str, str], rules: tuple[str, ...] = ()) -> System:
    return System("made", "uk-Cyrl", "Made", "made", None, RuleSet(letters, rules, {}), reversible=True)


def test_words_that_are_written_the_same_are_rivals() -> None:
    by = made({"к": "k", "и": "i", "і": "i", "т": "t"})
    assert rivals("кит", by) == ("кіт",)
    assert rivals("Кит", by) == ("кіт",)


def test_of_words_that_are_written_the_same_the_shortest_is_read() -> None:
    by = made({"м": "m", "а": "a", "х": "kh", "к": "k", "г": "h", "о": "o"})
    assert rivals("маха", by) == ()
    assert rivals("макга", by) == ("маха",)


def test_rules_that_look_around_tell_words_apart() -> None:
    by = made({"м": "m", "а": "a", "и": "i", "і": "i"}, ("и > y / м _",))
    assert rivals("ми", by) == ()
    assert rivals("ма", by) == ()


def test_letters_that_the_language_has_not_side_by_side_make_no_rival() -> None:
    assert rivals("Кам’янець", system("uk-Cyrl/dstu-9112-2021-a")) == ()


REVERSIBLE = ["uk-Cyrl/iso-9-1995", "uk-Cyrl/dstu-9112-2021-a", "uk-Cyrl/dstu-9112-2021-b"]
NAMES = [
    "Кам'янець-Подільський", "Алькубілья-де-лас-Пеньяс", "Держа́вний університе́т", "Організація \"Батьківщина\"",
    "ЗАПОРІЖЖЯ", "Об’єднання",
]  # fmt: skip


@pytest.mark.parametrize("full_id", REVERSIBLE)
@pytest.mark.parametrize("name", NAMES)
def test_a_reversible_system_loses_no_name(full_id: str, name: str) -> None:
    assert not is_lossy(name, romanize(name, system(full_id)), system(full_id))


def test_what_is_longer_than_a_word_is_not_looked_at() -> None:
    assert rivals("ль" * 100_000, system("uk-Cyrl/dstu-9112-2021-a")) is None


def test_letters_of_another_script_cannot_be_read_back() -> None:
    assert transliterate("Іван Павло II", system("uk-Cyrl/iso-9-1995")).lossy


def test_a_word_of_signs_that_are_not_written_is_answered() -> None:
    assert transliterate("గోవా ్ పుట్ట", system("te-Telu/iso-15919")).lossy in (True, False)


ALIKE = [("Երևան", "Երեւան", True), ("Βύϐλος", "ΒΎΒΛΟΣ", True), ("क्\u200dष", "क्ष", True), ("київ", "киів", False)]


@pytest.mark.parametrize(("one", "other", "are"), ALIKE)
def test_the_shape_of_a_letter_at_its_place_makes_no_other_word(one: str, other: str, are: bool) -> None:
    assert alike(one, other) == are
