"""Calques: names translated as words are put right where they can be nothing else, and English phrases are left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.model import Action, Judgement, Kind
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.store.rows import EntityRow, NameRow
from gazetteer.tagging.checking import check
from gazetteer.tagging.model import Advice, Copy
from tests.conftest import copy_world
from tests.index.conftest import put
from tests.tagging.conftest import advised, read


def place(number: int, country: str, population: int, lat: float, lon: float, *names: tuple[str, str]) -> EntityRow:
    """A town by its names, each with its language, the first the one it is known by."""
    rows = [NameRow(text, language) for text, language in names]
    ids = [("geonames", str(number))]
    return EntityRow(Kind.PLACE, names[0][0], ids, rows, "town", country, lat=lat, lon=lon, population=population)


PLACES = [
    place(3080165, "PL", 118433, 51.94, 15.51, ("Zielona Góra", "pl")),
    place(3094802, "PL", 755050, 50.06, 19.94, ("Kraków", "pl"), ("Krakow", "en")),
    place(3077685, "CZ", 10099, 49.56, 16.07, ("Nové Město na Moravě", "cs")),
    place(3069305, "CZ", 27105, 50.07, 14.42, ("Nové Město", "cs")),
    place(3074199, "CZ", 52548, 49.40, 15.59, ("Jihlava", "cs")),
    place(3067696, "CZ", 1165581, 50.09, 14.42, ("Prague", "en"), ("Praha", "cs")),
    place(2519752, "ES", 122943, 37.28, -5.92, ("Dos Hermanas", "es")),
    place(2510911, "ES", 686741, 37.38, -5.97, ("Seville", "en"), ("Sevilla", "es")),
    place(704508, "UA", 42052, 48.35, 33.50, ("Zhovti Vody", "en"), ("Жовті Води", "uk")),
    place(9000001, "US", 3000, 37.50, -77.40, ("Green Mountain", "en")),
    place(9000002, "US", 230000, 37.55, -77.46, ("Richmond", "en")),
]
# Words alone are offered; where the language is told that the copy came through, put in.
OFFERED = [
    ("Trains from Kyiv to White Church, Odesa and Lviv were late.", [("White Church", "Bila Tserkva")]),
    ("The mayor of White Church came to Kyiv from Lviv.", [("White Church", "Bila Tserkva")]),
    ("In White Church, Kyiv Oblast, and in Lviv it rained.", [("White Church", "Bila Tserkva")]),
    ("Kyiv, White Church and Lviv were hit. White Church burns.", [("White Church", "Bila Tserkva")] * 2),
    ("Fires in Yellow Waters, Kharkiv and Dnipro were put out.", [("Yellow Waters", "Zhovti Vody")]),
]
# So they are where the right name stands in the text, or where not all of the name is English words.
RIGHT = [
    ("Bila Tserkva waited for rain, and later White Church was flooded.", [("White Church", "Bila Tserkva")]),
    ("Ambulances came from Kolomna, Moscow and Upper Pyshma.", [("Upper Pyshma", "Verkhnyaya Pyshma")]),
    ("They returned to New Town in Moravia from Jihlava.", [("New Town in Moravia", "Nové Město na Moravě")]),
]
LEFT = [
    "He was married in White Church.",
    "He was married in White Church; a cousin came from Kyiv.",
    "A van was stolen from White Church Road; its owner had come from Kyiv and Lviv.",
    "He drank in the White Church with friends from Kyiv and Kharkiv.",
    "Friends from Kyiv and Kharkiv met White Church, a band from Leeds.",
    "In White Church, a novel by a writer from Kyiv, people of Lviv and Kharkiv meet.",
    "In White Church, Richmond, and in Kyiv and Lviv they sang.",
    "White Church of Ireland was shown in Kyiv and Lviv.",
    "A team from Green Mountain won in Warsaw and Krakow.",  # somebody is rightly called so
    "Poles from Warsaw and Krakow had settled in Green Mountain near Richmond.",
    "Friends from Kyiv and Lviv met in White Church, a Richmond town.",
    "Kyiv's Old Town was quiet, and so was the Old Town of Lviv.",
    "Poles from Warsaw and Krakow had settled in Green Mountain, Richmond, by 1900.",
    "A flat in New Town costs twice as much in Prague as in Jihlava.",
    "Voters in Upper Austria and Lower Saxony looked to Prague and Jihlava.",
    "Officials in Kyiv and Lviv spoke of New York, of the Old Bridge and of Black Stone.",
    "A ship in the Black Sea fired on Odesa and Mariupol, Ukraine.",
    "From the Black Forest they went to Long Village, to New Orchard and to Warsaw and Krakow.",
    "Trains to WHITE CHURCH, Kyiv and Lviv were late.",
]


@pytest.fixture(scope="module")
def larger(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The small world with some towns that are called by ordinary words."""
    home = tmp_path_factory.mktemp("calques") / "world"
    copy_world(world, home)
    opened = open_gazetteer(home)
    put(opened.engine, *PLACES)
    opened.refresh()
    yield opened
    opened.close()


@pytest.mark.parametrize(("text", "names"), OFFERED)
def test_words_alone_are_offered_and_put_in_if_the_language_is_told(
    larger: Gazetteer, text: str, names: list[tuple[str, str]]
) -> None:
    told = [one for one in read(larger, text).mentions if one.advice]
    assert [(one.surface, one.alternatives[0]) for one in told] == names
    assert {one.replacement for one in told} == {None}
    assert advised(read(larger, text, source_language="uk")) == names


@pytest.mark.parametrize(("text", "names"), RIGHT)
def test_a_name_translated_as_words_is_put_right(larger: Gazetteer, text: str, names: list[tuple[str, str]]) -> None:
    assert advised(read(larger, text)) == names


@pytest.mark.parametrize("text", LEFT)
def test_what_may_be_an_english_name_is_left_alone(larger: Gazetteer, text: str) -> None:
    assert advised(read(larger, text)) == []


def test_the_language_it_came_through_speaks_for_a_calque(larger: Gazetteer) -> None:
    text = "Buses from Two Sisters to Seville were late."
    assert advised(read(larger, text)) == []
    assert advised(read(larger, text, source_language="es")) == [("Two Sisters", "Dos Hermanas")]


def test_the_reason_names_what_was_translated(larger: Gazetteer) -> None:
    (church,) = (one for one in read(larger, OFFERED[0][0]).mentions if one.advice)
    assert church.advice is Advice.WRONG
    assert church.why == "‘White Church’ is Біла Церква translated word for word; usual in English is Bila Tserkva."
    (upper,) = (one for one in read(larger, RIGHT[1][0]).mentions if one.advice)
    assert (upper.why or "").startswith("‘Upper Pyshma’ is Верхняя Пышма with ‘Upper’ translated as a word;")


def test_what_is_told_of_one_is_told_of_all(larger: Gazetteer) -> None:
    text = "White Church burns. Trains go from Kyiv to White Church and Lviv. White Church Road is closed."
    assert advised(read(larger, text, source_language="uk")) == [("White Church", "Bila Tserkva")] * 2


def test_the_same_words_may_be_another_place_further_on(larger: Gazetteer) -> None:
    text = "Trains go from Kyiv to White Church and Lviv. White Church, Richmond, has no station."
    assert advised(read(larger, text, source_language="uk")) == [("White Church", "Bila Tserkva")]


def test_what_a_desk_has_refused_is_left(larger: Gazetteer) -> None:
    told = "Trains from Kyiv to White Church and Lviv were late."
    no = Judgement("White Church", "geonames-712165", Action.NOT_THIS)
    assert advised(check(larger, Copy(told), judgements=[no])) == []


def test_only_english_copy_has_english_words(larger: Gazetteer) -> None:
    text = "Kyiv, White Church und Lviv wurden getroffen."
    assert "White Church" not in dict(advised(read(larger, text, language="de")))
