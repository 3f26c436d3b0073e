"""Words of place names: what English ones were before they were translated."""

import pytest

from gazetteer.languages import orthographies
from gazetteer.tagging.toponyms import is_common, languages_of, lexicon, translated_back
from gazetteer.text.scripts import script_of

BACK = [
    (("White", "Church"), "uk", "біла церква"),
    (("Crooked", "Horn"), "uk", "кривий ріг"),
    (("Yellow", "Waters"), "ru", "жёлтые воды"),
    (("Green", "Mountain"), "pl", "zielona góra"),
    (("New", "Town"), "cs", "nové město"),
    (("New", "Castles"), "sk", "nové zámky"),
    (("Red", "Bank"), "bg", "червен бряг"),
    (("White", "Church"), "sr", "bela crkva"),
    (("White", "Bay"), "es", "bahía blanca"),
    (("Two", "Sisters"), "es", "dos hermanas"),
    (("Old", "Oskol"), "ru", "stary oskol"),
    (("Great", "Tarnovo"), "bg", "veliko tarnovo"),
]


@pytest.mark.parametrize(("words", "language", "name"), BACK)
def test_words_are_turned_back(words: tuple[str, ...], language: str, name: str) -> None:
    assert name in list(translated_back(words, language))


def test_what_a_language_has_no_word_for_is_turned_into_nothing() -> None:
    assert list(translated_back(("Two", "Sisters"), "uk")) == []


@pytest.mark.parametrize("words", [("Old", "Town"), ("New", "City"), ("Upper", "Village")])
def test_what_places_are_spoken_of_by_anywhere_is_no_name(words: tuple[str, ...]) -> None:
    assert is_common(words)


def test_neighbours_and_all_official_languages_count() -> None:
    assert languages_of("UA") == ("uk", "ru")
    assert languages_of("BY") == ("be", "ru")


def test_words_are_small_and_in_one_writing_of_a_language_we_know() -> None:
    tongues = {tag.split("-")[0] for tag in orthographies()}
    for english, said in lexicon().words.items():
        assert english == english.lower()
        for language, forms in said.items():
            assert language in tongues | {"sk"}
            assert len(set(forms)) == len(forms)
            assert len({script_of(form) for form in forms}) == 1
            assert all(form == form.lower() for form in forms)
