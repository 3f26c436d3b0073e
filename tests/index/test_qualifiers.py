"""Qualifiers: what stands behind the comma of names tells where places lie, if enough of them agree."""

import math
from collections.abc import Sequence

import orjson
import pytest
from sqlalchemy import Engine

from gazetteer.index.build import gather
from gazetteer.index.qualifiers import LEAST_AFAR
from gazetteer.model import Area, Kind
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from tests.index.conftest import put

Places = Sequence[tuple[str, float, float]]  # country and position of each
NEAR: Places = [("US", 40.0, -100.0), ("US", 41.0, -100.0), ("US", 40.0, -101.0)]
FAR: Places = [("US", 30.0 + step % 2 * 18, -120.0 + 5 * step) for step in range(LEAST_AFAR)]


def learned(database: Engine, places: Places, kind: Kind = Kind.PLACE, name: str = "Zorvik{}، Velmaria") -> Area | None:
    rows = [
        EntityRow(kind, f"P{number}", [("made-up", str(number))], [NameRow(name.format(number))], "town", *place)
        for number, (country, lat, lon) in enumerate(places)
        for place in [(country, None, lat, lon)]
    ]
    put(database, *rows)
    with database.connect() as connection:
        _, texts, _ = gather(connection, None, lambda *_: None, workers=1)
    found = orjson.loads(texts["qualifier"]).get("velmaria")
    return None if found is None else Area(*found)


@pytest.mark.parametrize(
    "name",
    ["Zorvik{}، Velmaria", "Zorvik{}, VELMARIA", "Zorvik{} (Velmária)", "佐維{}，velmaria", "Zorvik{} [Velmaria]"],
)
def test_places_with_one_qualifier_tell_where_it_is(database: Engine, name: str) -> None:
    area = learned(database, NEAR, name=name)
    assert area is not None
    assert area.country == "US"
    assert (area.lat, area.lon) == (40.0, -100.0)
    # The two that are not in the middle are a degree away: of latitude, and of longitude at 40 degrees north.
    assert area.km is not None
    assert 111.2 * math.cos(math.radians(40)) <= area.km <= 111.2


@pytest.mark.parametrize(
    "places",
    [NEAR[:2], [*NEAR[:2], ("CA", 50.0, -100.0)], FAR[:5]],
    ids=["too few", "in two countries", "few, and all over a country"],
)
def test_nothing_is_learned_of_what_does_not_agree(database: Engine, places: Places) -> None:
    assert learned(database, places) is None


def test_what_is_all_over_a_country_tells_the_country(database: Engine) -> None:
    assert learned(database, FAR) == Area("US")


def test_a_persons_given_name_behind_the_comma_is_no_place(database: Engine) -> None:
    assert learned(database, NEAR, Kind.PERSON) is None
