"""The entity that a lone name names, and the names recorded of it, on the small world and with made-up neighbours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.languages import system
from gazetteer.model import Kind, Named, NameKind
from gazetteer.naming import LIKELIER, LIKELIER_AT_HOME, besides, entity_named, languages_with
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.romanization.forms import transliterate
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from tests.index.conftest import grown


@pytest.fixture(scope="module")
def gazetteer(world: Path) -> Iterator[Gazetteer]:
    opened = open_gazetteer(world)
    yield opened
    opened.close()


def known(gazetteer: Gazetteer, text: str, language: str) -> Named:
    named = entity_named(gazetteer, text, language)
    assert named is not None
    return named


RECORDED = [
    ("Київ", "uk", "geonames-703448", "de", "Kiew"),
    ("Київ", "uk", "geonames-703448", "pl", "Kijów"),
    ("Київ", "uk", "geonames-703448", "fr", "Kiev"),
    (" Київ\n", "uk", "geonames-703448", "cs", "Kyjev"),
    ("Москва", "ru", "geonames-524901", "it", "Mosca"),
    ("Москва", "uk", "geonames-524901", "de", "Moskau"),
    ("თბილისი", "ka", "geonames-611717", "de", "Tiflis"),
    ("北京", "zh", "geonames-1816670", "fr", "Pékin"),
    ("Володимир Зеленський", "uk", "wikidata-Q3874799", "de", "Wolodymyr Selenskyj"),
]


@pytest.mark.parametrize(("text", "language", "entity", "target", "name"), RECORDED)
def test_a_name_is_known_by_the_names_of_other_languages(
    gazetteer: Gazetteer, text: str, language: str, entity: str, target: str, name: str
) -> None:
    named = known(gazetteer, text, language)
    assert named.entity.id == entity
    assert named.names[target][0] == name


NOBODY = [
    "Костянтинівка",  # two towns
    "київ",
    "КИЇВ",
    "Києве",
    "Київ, Україна",
    "Київ\nКиїв",
    "Київ і Москва",
    "Київ" * 30,
    "\x01Київ",
    " ",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_not_one_name_written_just_so_names_nobody(gazetteer: Gazetteer, text: str) -> None:
    assert entity_named(gazetteer, text, "uk") is None


# A name, the language of the country that is called so, and others that write it so too.
HOME = [
    ("Київ", "uk", ()),
    ("Москва", "ru", ("uk",)),
    ("Костянтинівка", "uk", ()),  # of two towns, each of which is called so
    ("東京", "ja", ()),
    (" Київ\n", "uk", ()),
]


@pytest.mark.parametrize(("text", "home", "others"), HOME)
def test_a_name_is_likelier_in_languages_that_have_it_and_most_at_home(
    gazetteer: Gazetteer, text: str, home: str, others: tuple[str, ...]
) -> None:
    found = languages_with(gazetteer, text)
    assert found[home] == LIKELIER_AT_HOME
    assert [found[other] for other in others] == [LIKELIER] * len(others)
    assert all(how > 1 for how in found.values())


@pytest.mark.parametrize("text", ["Київ і Москва", "Київ\nКиїв", "\x01Київ", " ", "Xqzzv", "Кииїв"])
def test_what_is_no_name_is_likelier_in_no_language(gazetteer: Gazetteer, text: str) -> None:
    assert languages_with(gazetteer, text) == {}


def test_a_name_in_another_language_alone_names_nobody(gazetteer: Gazetteer) -> None:
    assert entity_named(gazetteer, "Київ", "ru") is None


def test_a_city_that_alone_has_the_name_is_meant_though_it_is_a_word_too(gazetteer: Gazetteer) -> None:
    assert known(gazetteer, "Чернігів", "uk").names["pl"] == ("Czernihów",)


def test_a_short_name_has_short_ones_beside_it(gazetteer: Gazetteer) -> None:
    named = known(gazetteer, "Зеленський", "uk")
    assert named.entity.id == "wikidata-Q3874799"
    assert named.names["de"][0] == "Selenskyj"
    assert "Wolodymyr Selenskyj" not in named.names["de"]


ZORVIK = [
    NameRow("Зорвік", "uk", NameKind.ENDONYM, preferred=True),
    NameRow("Zorwik", "de"),
    NameRow("Sorwik", "de", preferred=True),
    NameRow("Sorwig", "de", NameKind.HISTORICAL),
    NameRow("Sorvick", "de", NameKind.MISSPELLING),
    NameRow("Sor", "de", NameKind.SHORT),
    NameRow("SRW", "de", NameKind.ABBREVIATION),
    NameRow("Sorwiek", "de", shown=False),
    NameRow("Зорвик", "de"),
    NameRow("Sorvik", "de"),
    NameRow("Zorvik", "de"),
    NameRow("Zorvikk", "nb"),
    NameRow("Zorviko", None),
    NameRow("Зорв", "uk", NameKind.HISTORICAL),
    NameRow("Зорвяк", "uk", NameKind.MISSPELLING),
    NameRow("Зорвок", "uk", shown=False),
    NameRow("Зорвикия", "ru"),
    NameRow("Зорвіке"),
]


@pytest.fixture
def zorvik(world_of_its_own: Path) -> Iterator[Gazetteer]:
    """The small world and a town that has names of every kind."""
    town = EntityRow(Kind.PLACE, "Zorvik", [("made-up", "1")], ZORVIK, "town", "UA", None, 49.0, 30.0, 900)
    opened = grown(world_of_its_own, [town])
    yield opened
    opened.close()


def test_three_usual_names_in_latin_letters_are_listed_the_preferred_one_first(zorvik: Gazetteer) -> None:
    assert known(zorvik, "Зорвік", "uk").names == {"de": ("Sorwik", "Zorwik", "Sorvik"), "no": ("Zorvikk",)}


def test_a_former_name_has_former_ones_beside_it(zorvik: Gazetteer) -> None:
    assert known(zorvik, "Зорв", "uk").names == {"de": ("Sorwig",)}


def test_a_name_of_no_language_will_do(zorvik: Gazetteer) -> None:
    assert known(zorvik, "Зорвіке", "uk").names["de"][:2] == ("Sorwik", "Zorwik")


@pytest.mark.parametrize("text", ["Зорвяк", "Зорвок", "Зорвикия"])
def test_misspellings_hidden_names_and_those_of_others_name_nobody(zorvik: Gazetteer, text: str) -> None:
    assert entity_named(zorvik, text, "uk") is None


def test_a_lone_village_that_is_a_word_too_is_not_guessed(world_of_its_own: Path) -> None:
    name = NameRow("Людина", "uk", NameKind.ENDONYM, preferred=True)
    village = EntityRow(Kind.PLACE, "Liudyna", [("made-up", "1")], [name], "town", "UA", None, 49.0, 30.0, 900)
    opened = grown(world_of_its_own, [village])
    assert entity_named(opened, "Людина", "uk") is None
    opened.close()


def test_recorded_names_stand_beside_a_form_that_the_first_is_not(gazetteer: Gazetteer) -> None:
    kyiv = known(gazetteer, "Київ", "uk")
    said = {id: transliterate("Київ", system(f"uk-Cyrl/{id}")) for id in ("press-pl", "press-en", "national-2010")}
    assert besides(kyiv, said["press-pl"])[0] == "Kijów"
    assert besides(kyiv, said["press-en"]) == ()
    assert besides(kyiv, said["national-2010"]) == ()
    assert besides(None, said["press-pl"]) == ()
