"""First-order regions and countries: which of them are a city, and which of their aliases mislead.

A region that is the city itself (Kyiv, Moscow, Beijing, Berlin) is the city's entity. A label
without a language that is some city's name is no name of a country.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from gazetteer.importers.counts import Counts
from gazetteer.importers.places_ua import distance_km
from gazetteer.importers.seed_rows import seed_rows
from gazetteer.matching.similarity import ratio
from gazetteer.model import NameKind
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import fold
from gazetteer.text.generics import split_qualifier

CITY_TYPES = {
    "City", "Autonomous city", "Special city", "Metropolitan city", "Capital city", "State city",
    "Metropolitan administration", "Metropolitan collectivity with special status",
}  # fmt: skip
# Codes whose type says more than a city, and which are a city all the same.
CITY_CODES = {
    "AT-9", "AZ-BA", "CN-BJ", "CN-CQ", "CN-SH", "CN-TJ", "CZ-10", "DE-BE", "DE-HH", "FR-75", "HU-BU", "KZ-ALA",
    "KZ-AST", "LA-VT", "LV-RIX", "MX-CMX", "RO-B", "TJ-DU", "UZ-TK", "VN-CT", "VN-DN", "VN-HN", "VN-HP",
    "VN-SG", "BG-22", "US-DC",
}  # fmt: skip
# How far from the city a region that is it may have its middle; Chongqing is as large as Austria.
CITY_KM, LISTED_KM = 60.0, 200.0
UNLIKE = 0.5
KNOWN_CITY = 15_000


def region_rows(
    raws: Iterable[Mapping[str, Any]],
    cities: Mapping[str, Mapping[str, Any]],
    countries: Mapping[str, str],
    counts: Counts,
    *,
    that_are_cities: bool,
) -> Iterator[EntityRow]:
    """The regions, or those of them that are a city: these carry its GeoNames id, and so join its entity."""
    by_name: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for city in cities.values():
        by_name.setdefault((city["countrycode"], fold(city["name"])), []).append(city)
    wanted = (raw for raw in raws if (_city_itself(raw, by_name) is not None) == that_are_cities)
    for raw, row in seed_rows(wanted, counts):
        itself = _city_itself(raw, by_name)
        _hide_nicknames(row)
        if itself is not None:
            row.identifiers.insert(0, ("geonames", str(itself["geonameid"])))
            row.feature_type = row.description = None
            row.importance = 0.0
        else:
            row.description = _described(raw, countries.get(raw["country"]))
        yield row


def country_rows(
    raws: Iterable[Mapping[str, Any]],
    cities: Mapping[str, Mapping[str, Any]],
    regions: Iterable[Mapping[str, Any]],
    counts: Counts,
) -> Iterator[EntityRow]:
    """The countries, without labels of no language that are the name of a city or region, or of something in them."""
    of_cities: dict[str, set[str]] = {}
    for city in cities.values():
        if city["population"] >= KNOWN_CITY:
            of_cities.setdefault(city["countrycode"], set()).update(map(fold, (city["name"], *city["alternatenames"])))
    for region in regions:
        named = of_cities.setdefault(region["country"], set())
        named |= {fold(region["name"]), *(fold(name["text"]) for name in region["names"])}
    anywhere = {fold(city["name"]) for city in cities.values() if city["population"] >= KNOWN_CITY}
    for _, row in seed_rows(raws, counts):
        theirs = of_cities.get(row.country or "", set())
        kept = [name for name in row.names if not _is_a_city(name, row, theirs, anywhere)]
        own = {_letters(name.text) for name in kept}
        kept = [name for name in kept if not _is_in_it(name, own, theirs)]
        counts.notes["country labels dropped as names of cities"] += len(row.names) - len(kept)
        row.names = kept
        row.description = "country" if row.description is None else row.description
        yield row


def _is_in_it(name: NameRow, own: Collection[str], its_cities: Collection[str]) -> bool:
    """Whether a label without a language is of something in the country, such as *Dubai, UAE*."""
    split = None if name.language else split_qualifier(name.text)
    if split is None or _letters(split[0]) in own:
        return False
    return _letters(split[1]) in own or fold(split[0]) in its_cities


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


def _is_a_city(name: NameRow, country: EntityRow, its_cities: set[str], cities: set[str]) -> bool:
    """Whether a label without a language is some city's name: any main one, or any unlike the country's name."""
    if name.language or name.text == country.canonical:
        return False
    text = fold(name.text)
    return text in cities or (text in its_cities and ratio(text, fold(country.canonical)) < UNLIKE)


def _city_itself(
    raw: Mapping[str, Any], by_name: Mapping[tuple[str, str], list[Mapping[str, Any]]]
) -> Mapping[str, Any] | None:
    code = raw["id"].partition(":")[2]
    if not raw["id"].startswith("iso3166-2:") or not (raw.get("note") in CITY_TYPES or code in CITY_CODES):
        return None
    names = {fold(name["text"]) for name in raw["names"] if name.get("lang") == "en" or name["text"] == raw["name"]}
    found = [city for name in names for city in by_name.get((raw["country"], name), [])]
    most = LISTED_KM if code in CITY_CODES else CITY_KM
    if raw.get("lat") is not None:
        found = [
            city for city in found if distance_km(raw["lat"], raw["lon"], city["latitude"], city["longitude"]) <= most
        ]
    return max(found, key=lambda city: (city["population"], -city["geonameid"]), default=None)


def _hide_nicknames(row: EntityRow) -> None:
    """English labels unlike every preferred name are nicknames or oddities: kept for finding alone."""
    real = [fold(name.text) for name in row.names if name.preferred and name.language in ("en", None)]
    real = [*real, fold(row.canonical)]
    for name in row.names:
        if name.preferred or name.language != "en" or name.kind is NameKind.ABBREVIATION:
            continue
        if max(ratio(fold(name.text), form) for form in real) < UNLIKE:
            name.shown = False


def _described(raw: Mapping[str, Any], country: str | None) -> str:
    note = str(raw.get("note") or "region")
    note = "former region" if note.startswith("code not in") else f"{note[0].lower()}{note[1:]}"
    return f"{note}, {country}" if country else note
