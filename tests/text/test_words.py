"""Words in use: how common a word is, whatever its case and marks; rare names are told from what nobody writes."""

import pytest

from gazetteer.text.words import is_widely_written, usage, zipf


@pytest.mark.parametrize("word", ["Tashkent", "Kraków", "krakow", "Thuringia", "Oliveira"])
def test_a_name_that_is_written_of_is_in_use_though_it_is_no_common_word(word: str) -> None:
    assert usage(word, "en") > 1.5
    assert zipf(word, "en") < 2.0


@pytest.mark.parametrize("word", ["Tachkent", "Xqzzt", "", "Бахмут"])
def test_what_nobody_writes_is_not_in_use(word: str) -> None:
    assert usage(word, "en") == 0.0


def test_a_text_is_as_much_used_as_its_rarest_word() -> None:
    assert usage("the Tashkent", "en") == usage("Tashkent", "en") < usage("the", "en")


def test_another_language_has_other_words() -> None:
    assert usage("Мюнхен", "ru") > 2.0 > usage("Мюнхен", "en")
    assert usage("anything", "xx") == 0.0


@pytest.mark.parametrize(
    ("language", "widely"), [("en", True), ("hr", True), ("zh", True), ("so", False), ("xx", False)]
)
def test_languages_much_is_written_in_are_told_from_others(language: str, widely: bool) -> None:
    assert is_widely_written(language) is widely
