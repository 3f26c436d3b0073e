"""Which region a code of GeoNames means: by its name, of which order it is, and where its places lie; never a guess."""

from collections.abc import Mapping
from typing import Any

import pytest

from gazetteer.importers.admin import AdminNames, admin_names
from gazetteer.importers.geonames_cities import cities
from gazetteer.importers.seeds import read_seed


@pytest.fixture(scope="module")
def found() -> AdminNames:
    return admin_names(cities().values(), read_seed("regions"), read_seed("countries"))


# GeoNames' codes of the first order, as its admin1CodesASCII.txt has them, and ISO 3166-2's.
CODES = [
    ("US", "TX", "US-TX"),
    ("US", "WA", "US-WA"),  # Washington is a name of the District of Columbia too
    ("US", "DC", "US-DC"),
    ("RU", "47", "RU-MOS"),
    ("RU", "48", "RU-MOW"),
    ("UA", "13", "UA-32"),  # called Kiev by one source, as the city is
    ("AR", "01", "AR-B"),
    ("BY", "05", "BY-MI"),
    ("MX", "15", "MX-MEX"),
    ("MX", "09", "MX-CMX"),
    ("ES", "60", "ES-VC"),  # the community, not its province of Valencia
    ("ES", "55", "ES-CL"),  # Castille and León
    ("CZ", "78", "CZ-64"),
    ("RU", "03", "RU-AL"),
    ("RU", "04", "RU-ALT"),
]


@pytest.mark.parametrize(("country", "admin1", "code"), CODES)
def test_the_region_of_a_code_is_known(found: AdminNames, country: str, admin1: str, code: str) -> None:
    region = found.region_of(country, admin1)
    assert region is not None
    assert region.code == code


def region(code: str, name: str, note: str, lat: float, importance: float = 0.6) -> Mapping[str, Any]:
    names = [{"text": name, "lang": "en", "type": "preferred"}, {"text": "Madrid", "lang": "es", "type": "preferred"}]
    row = {"id": f"iso3166-2:{code}", "country": "ES", "name": name, "note": note, "names": names}
    return {**row, "lat": lat, "lon": -3.7, "importance": importance}


# Places of which the region is recorded as Madrid.
PLACES = [city for city in cities().values() if city["countrycode"] == "ES" and city["admin1code"] == "29"]


def code_of(*rows: Mapping[str, Any]) -> str | None:
    found = admin_names(PLACES, rows, []).region_of("ES", "29")
    assert found is not None
    return found.code


def test_of_two_alike_that_nothing_tells_apart_neither_is_meant() -> None:
    assert code_of(region("ES-1", "One", "Province", 40.4), region("ES-2", "Two", "Province", 40.5)) is None


def test_one_that_lies_elsewhere_is_not_meant_nor_one_of_the_second_order_nor_a_city_where_places_lie_far_apart() -> (
    None
):
    meant = region("ES-1", "One", "Province", 40.4)
    assert code_of(meant, region("ES-2", "Two", "Province", 20.0)) == "ES-1"
    assert code_of(meant, region("ES-2", "Two", "District", 40.4, importance=0.4)) == "ES-1"
    assert code_of(meant, region("ES-2", "Two", "City", 40.4)) == "ES-1"


def test_a_main_name_goes_before_others_and_the_word_for_what_it_is_before_none() -> None:
    assert code_of(region("ES-1", "One", "Province", 40.4), region("ES-2", "Madrid", "Province", 40.4)) == "ES-2"
    assert code_of(region("ES-1", "Madrid Province", "", 40.4), region("ES-2", "Madrid", "", 40.4)) == "ES-2"
