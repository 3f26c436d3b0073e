"""Words in use: how common a word is, whatever its case and marks; rare names are told from what nobody writes."""

import pytest

from gazetteer.text.words import is_widely_written, usage, zipf, zipf_in_writing


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


MARKED = [("škola", "cs"), ("szkoła", "pl"), ("książka", "pl"), ("École", "fr"), ("سيارة", "ar"), ("ŠKOLA", "cs")]


@pytest.mark.parametrize(("word", "language"), MARKED)
def test_a_word_with_marks_is_looked_up_as_it_is_written(word: str, language: str) -> None:
    assert zipf(word, language) > 4.5


UNPARTED = [("医院", "zh"), ("学校", "ja"), ("주소", "ko"), ("火车站", "zh-Hans")]


@pytest.mark.parametrize(("word", "language"), UNPARTED)
def test_a_word_of_a_language_without_blanks_is_looked_up_whole(word: str, language: str) -> None:
    assert 4.0 < zipf(word, language) < 6.0
    assert zipf(word + "qx", language) == 0.0


def test_a_text_with_marks_is_as_common_as_its_rarest_word() -> None:
    assert zipf("škola a", "cs") == zipf("škola", "cs") < zipf("a", "cs")
    assert zipf("škola Xqzzt", "cs") == 0.0


# A word of one of the languages that a writing tells, its writing, and whether it is one.
WRITTEN = [
    ("学校", "Hani", True),
    ("школа", "Cyrl", True),
    ("سيارة", "Arab", True),
    ("school", "Latn", False),
    ("школа", "Hani", False),
]


@pytest.mark.parametrize(("word", "script", "is_one"), WRITTEN)
def test_a_writing_tells_in_which_languages_a_word_may_be(word: str, script: str, is_one: bool) -> None:
    assert (zipf_in_writing(word, script) > 4.0) is is_one
