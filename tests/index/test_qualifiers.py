"""Qualifiers: what stands behind the comma of names tells where places lie, if enough of them agree."""

import math
from collections.abc import Sequence

import orjson
import pytest
from sqlalchemy import Engine

from gazetteer.index.build import gather
from gazetteer.index.qualifiers import LEAST_AFAR
from gazetteer.keys import exact_key
from gazetteer.model import Area, Kind
from gazetteer.store import EntityRow, gazetteer_version
from gazetteer.store.rows import NameRow
from tests.index.conftest import put

Places = Sequence[tuple[str, float | None, float | None]]  # country and position of each
NEAR: Places = [("US", 40.0, -100.0), ("US", 41.0, -100.0), ("US", 40.0, -101.0)]
APART: Places = [("US", 40.0, -100.0), ("US", 43.0, -100.0), ("US", 40.0, -96.0)]
FAR: Places = [("US", 30.0 + step % 2 * 18, -120.0 + 5 * step) for step in range(LEAST_AFAR)]
DATE_LINE: Places = [("FJ", -16.0, 179.5), ("FJ", -16.0, -179.5), ("FJ", -16.0, 179.9)]


def learned(
    database: Engine,
    places: Places,
    kind: Kind = Kind.PLACE,
    name: str = "Zorvik{}، Velmaria",
    key: str = "velmaria",
) -> Area | None:
    rows = [
        EntityRow(kind, f"P{number}", [("made-up", str(number))], [NameRow(name.format(number))], "town", *place)
        for number, (country, lat, lon) in enumerate(places)
        for place in [(country, None, lat, lon)]
    ]
    put(database, *rows)
    with database.connect() as connection:
        _, texts, _ = gather(connection, None, lambda *_: None, workers=1)
    found = orjson.loads(texts["qualifier"]).get(key)
    return None if found is None else Area(*found)


@pytest.mark.parametrize(
    "name", ["Zorvik{}، Velmaria", "Zorvik{} , VELMARIA", "Zorvik{}, Velmária", "佐維{}，velmaria", "佐維{}、Velmaria"]
)
def test_places_with_one_qualifier_tell_where_it_is(database: Engine, name: str) -> None:
    area = learned(database, NEAR, name=name)
    assert area is not None
    assert area.country == "US"
    assert (area.lat, area.lon) == (40.0, -100.0)
    # The two that are not in the middle are a degree away: of latitude, and of longitude at 40 degrees north.
    assert area.km is not None
    assert 111.2 * math.cos(math.radians(40)) <= area.km <= 111.2


@pytest.mark.parametrize("name", ["Zorvik{} (Velmaria)", "Zorvik{} [Velmaria]", "Velmaria Zorvik{}"])
def test_what_stands_in_brackets_may_be_anything(database: Engine, name: str) -> None:
    assert learned(database, NEAR, name=name) is None


@pytest.mark.parametrize("word", ["oblast", "Landkreis", "район"])
def test_a_word_for_a_sort_of_place_is_nowhere(database: Engine, word: str) -> None:
    assert learned(database, NEAR, name=f"Zorvik{{}}, {word}", key=exact_key(word)) is None


@pytest.mark.parametrize(
    "places",
    [NEAR[:2], [*NEAR[:2], ("CA", 50.0, -100.0)], APART, FAR[:5]],
    ids=["too few", "in two countries", "few, and not close", "few, and all over a country"],
)
def test_nothing_is_learned_of_what_does_not_agree(database: Engine, places: Places) -> None:
    assert learned(database, places) is None


def test_a_circle_may_lie_on_the_date_line(database: Engine) -> None:
    area = learned(database, DATE_LINE)
    assert area is not None
    assert (area.country, area.lat, area.lon) == ("FJ", -16.0, 179.9)
    assert area.km is not None
    assert area.km < 100


def test_a_place_that_lies_nowhere_takes_no_circle_away(database: Engine) -> None:
    assert learned(database, [*NEAR, ("US", None, None)]) == learned(database, NEAR)


def test_nothing_is_learned_of_a_few_that_were_changed(database: Engine) -> None:
    learned(database, NEAR)
    with database.connect() as connection:
        _, texts, _ = gather(connection, gazetteer_version(connection) - 1, lambda *_: None, workers=1)
    assert orjson.loads(texts["qualifier"]) == {}


def test_what_is_all_over_a_country_tells_the_country(database: Engine) -> None:
    assert learned(database, FAR) == Area("US")


def test_a_persons_given_name_behind_the_comma_is_no_place(database: Engine) -> None:
    assert learned(database, NEAR, Kind.PERSON) is None
