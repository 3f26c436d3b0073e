"""Which region a code of GeoNames means: by its name, of which order it is, and where its places lie; never a guess."""

from collections.abc import Mapping
from typing import Any

import pytest

from gazetteer.importers.admin import AdminNames, admin_names
from gazetteer.importers.geonames_cities import cities
from gazetteer.importers.places_ua import distance_km
from gazetteer.importers.region_names import named
from gazetteer.importers.renumbered import mended
from gazetteer.importers.seeds import read_seed


@pytest.fixture(scope="module")
def found() -> AdminNames:
    return admin_names(cities().values(), named(mended(read_seed("regions"))), read_seed("countries"))


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
    ("IR", "07", "IR-07"),  # Fars
    ("IR", "26", "IR-23"),  # Tehran
    ("MA", "07", "MA-07"),  # Marrakesh-Safi
    ("RU", "03", "RU-AL"),
    ("RU", "04", "RU-ALT"),
]


@pytest.mark.parametrize(("country", "admin1", "code"), CODES)
def test_the_region_of_a_code_is_known(found: AdminNames, country: str, admin1: str, code: str) -> None:
    region = found.region_of(country, admin1)
    assert region is not None
    assert region.code == code


def test_regions_have_the_people_of_their_places_but_those_that_are_called_as_a_city_of_theirs(
    found: AdminNames,
) -> None:
    people = found.inhabitants(cities().values())
    # The census of 2020: 39.5 million Californians, 11.8 million in Ohio; not all of them live in towns.
    assert 25_000_000 < people["US-CA"] < 45_000_000
    assert 6_000_000 < people["US-OH"] < 12_000_000
    assert people["CA-ON"] > people["CA-AB"] > people["CA-NS"]
    assert {"CA-QC", "NL-GR", "BR-SP", "UA-63", "CZ-71"}.isdisjoint(people)


# English names as ISO 3166-2 and Ukraine's own English sites have them.
NAMES = [
    ("UA", "07", "Kharkiv Oblast"),
    ("UA", "17", "Odesa Oblast"),
    ("UA", "15", "Lviv Oblast"),
    ("RU", "42", "Leningrad Oblast"),
    ("RU", "70", "Stavropol Krai"),
    ("CZ", "52", "Prague"),
    ("KZ", "12", "Karaganda Region"),
    ("ES", "55", "Castille and León"),  # as its places have it
]


@pytest.mark.parametrize(("country", "admin1", "name"), NAMES)
def test_a_region_is_called_by_its_english_name_where_its_places_have_it_from_cyrillic(
    found: AdminNames, country: str, admin1: str, name: str
) -> None:
    region = found.region_of(country, admin1)
    assert region is not None
    assert region.name == name


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


# ISO 3166-2:IR as of 24 November 2020, and about where the capital of the province is.
PROVINCES = [
    ("IR-07", "Fars", 29.6, 52.5),
    ("IR-23", "Tehran", 35.7, 51.4),
    ("IR-10", "Isfahan", 32.7, 51.7),
    ("IR-13", "Hamadan", 34.8, 48.5),
    ("IR-09", "Razavi Khorasan", 36.3, 59.6),
    ("IR-30", "Alborz", 35.8, 51.0),
]


@pytest.mark.parametrize(("code", "name", "lat", "lon"), PROVINCES)
def test_a_province_of_iran_has_its_own_names_where_it_lies(code: str, name: str, lat: float, lon: float) -> None:
    [row] = [row for row in mended(read_seed("regions")) if row["id"] == f"iso3166-2:{code}"]
    assert row["name"] == name
    assert distance_km(row["lat"], row["lon"], lat, lon) < 200
    assert {each["text"] for each in row["names"] if each["lang"] == "en" and each["type"] != "alias"} == {name}


def test_every_province_of_iran_is_there_once_and_no_other_row_is_touched() -> None:
    before, after = list(read_seed("regions")), list(mended(read_seed("regions")))
    ours = [row for row in after if row["country"] == "IR"]
    assert len(ours) == len({row["name"] for row in ours}) == 31
    others = [[row for row in rows if row["country"] not in ("IR", "MA")] for rows in (before, after)]
    assert others[0] == others[1]
    kept = {name["text"] for row in ours for name in row["names"]}
    told = {name["text"] for row in before if row["country"] == "IR" for name in row["names"]}
    assert told - kept == {"Khorāsān-e Raẕavī"}  # what the list by the codes of now calls its main name


# ISO 3166-2:MA since the regions of 2015.
REGIONS = {
    "MA-03": "Fès-Meknès",
    "MA-05": "Béni Mellal-Khénifra",
    "MA-06": "Casablanca-Settat",
    "MA-08": "Drâa-Tafilalet",
}


def test_a_region_of_morocco_has_its_own_names_and_none_of_one_that_is_no_more() -> None:
    found = {
        row["id"].removeprefix("iso3166-2:"): row for row in mended(read_seed("regions")) if row["country"] == "MA"
    }
    assert {code: found[code]["name"] for code in REGIONS} == REGIONS
    assert not {"Grand Casablanca", "Meknès-Tafilalet"} & {name["text"] for name in found["MA-08"]["names"]}
    assert [code for code, row in found.items() if "(EH" in row["name"] and code[3].isdigit()] == []
