"""First-order regions: which of them are a city, which are named after one, and which of their labels mislead.

A region that is the city itself (Kyiv, Moscow, Beijing, Berlin) is the city's entity. One that is no more than named
after it (the metropolitan cities of Italy) stays a region, and tells what the city is called in other languages.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gazetteer.importers.city_labels import named_after, settled
from gazetteer.importers.counts import Counts
from gazetteer.importers.places_ua import distance_km
from gazetteer.importers.region_names import LISTED_AS, sort_of
from gazetteer.importers.renumbered import RETIRED
from gazetteer.importers.seed_rows import seed_rows
from gazetteer.importers.words import in_plain_words
from gazetteer.index.weights import REGION_SCALE
from gazetteer.matching.similarity import ratio
from gazetteer.model import NameKind
from gazetteer.store import EntityRow
from gazetteer.text.clean import fold

CITY_TYPES = {
    "City", "Autonomous city", "Special city", "Capital city", "State city",
    "Metropolitan administration", "Metropolitan collectivity with special status",
}  # fmt: skip
ISO_3166_2 = "iso3166-2:"  # before the code in the id of a region's row
COUNTRY = "iso3166"  # the scheme of a country's code
CONSTITUENT, KNOWN_REGION = "Country", 0.8  # England and its like are known to everybody
METROPOLITAN = "Metropolitan city"  # a city in Korea; in Italy what was the province of one
METROPOLITAN_CITIES = ("KP", "KR")
# Codes whose type says more than a city, and which are a city all the same.
CITY_CODES = {
    "AT-9", "AZ-BA", "CN-BJ", "CN-CQ", "CN-SH", "CN-TJ", "CZ-10", "DE-BE", "DE-HH", "FR-75", "HU-BU", "KZ-ALA",
    "KZ-AST", "LA-VT", "LV-RIX", "MX-CMX", "RO-B", "TJ-DU", "UZ-TK", "VN-CT", "VN-DN", "VN-HN", "VN-HP",
    "VN-SG", "BG-22", "US-DC",
}  # fmt: skip
# How far from the city a region that is it may have its middle; Chongqing is as large as Austria.
CITY_KM, LISTED_KM = 60.0, 200.0
UNLIKE = 0.5


def region_rows(
    raws: Iterable[Mapping[str, Any]],
    cities: Mapping[str, Mapping[str, Any]],
    countries: Mapping[str, str],
    counts: Counts,
    *,
    that_are_cities: bool,
    inhabitants: Mapping[str, int] | None = None,
) -> Iterator[EntityRow]:
    """The regions, or what they tell of cities: those that are one carry its GeoNames id, and so join its entity.

    A region is as important as the inhabitants of its places, by its ISO 3166-2 code, make it.
    """
    by_name: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for city in cities.values():
        by_name.setdefault((city["countrycode"], fold(city["name"])), []).append(city)
    listed = list(raws)
    cities_of = {raw["id"]: meant for raw in listed if (meant := _city_of(raw, by_name)) is not None}
    wanted = (raw for raw in listed if (raw["id"] in cities_of if that_are_cities else not _is_one(raw, cities_of)))
    for raw, row in seed_rows(wanted, counts):
        people = (inhabitants or {}).get(raw["id"].removeprefix(ISO_3166_2), 0)
        known = KNOWN_REGION if raw.get("note") == CONSTITUENT else math.log10(people + 1) / REGION_SCALE
        row.importance = max(row.importance, round(min(known, 1.0), 2))
        _hide_nicknames(row)
        _hide_label(row, raw.get(LISTED_AS))
        if any(scheme == COUNTRY for scheme, _ in row.identifiers):
            _yield_to_country(row, retired=str(raw.get("note")).startswith(RETIRED))
        if that_are_cities:
            _join(row, cities_of[raw["id"]], itself=is_city(raw))
        else:
            row.description = _described(raw, countries.get(raw["country"]) if raw["country"] else None)
        yield row


def _is_one(raw: Mapping[str, Any], cities_of: Mapping[str, Any]) -> bool:
    return raw["id"] in cities_of and is_city(raw)


def _join(row: EntityRow, city: Mapping[str, Any], *, itself: bool) -> None:
    """Make the row an addition to a city, which it is, or of whose names it tells."""
    place = ("geonames", str(city["geonameid"]))
    row.identifiers = [place, *row.identifiers] if itself else [place]
    row.names = settled(row.names, city) if itself else named_after(row.names, city)
    row.feature_type = row.description = row.lat = row.lon = None
    row.importance = 0.0


def _yield_to_country(row: EntityRow, *, retired: bool) -> None:
    """A region that is listed as a country too has that one's English name (*New Caledonia*), and all main names of it
    if it is no more a region.
    """
    for name in row.names:
        if retired or name.language == "en":
            name.preferred = False
        if name.language == "en" and name.text == row.canonical and not retired:
            name.shown = False


def is_city(raw: Mapping[str, Any]) -> bool:
    """Whether a region is a city, by its type or its code."""
    if raw.get("note") == METROPOLITAN:
        return raw["country"] in METROPOLITAN_CITIES
    return raw.get("note") in CITY_TYPES or raw["id"].removeprefix(ISO_3166_2) in CITY_CODES


def _city_of(
    raw: Mapping[str, Any], by_name: Mapping[tuple[str, str], list[Mapping[str, Any]]]
) -> Mapping[str, Any] | None:
    """The city that a region is, or that a metropolitan one is named after."""
    if not raw["id"].startswith(ISO_3166_2) or not (is_city(raw) or raw.get("note") == METROPOLITAN):
        return None
    names = {fold(name["text"]) for name in raw["names"] if name.get("lang") == "en" or name["text"] == raw["name"]}
    found = [city for name in names for city in by_name.get((raw["country"], name), [])]
    most = LISTED_KM if raw["id"].removeprefix(ISO_3166_2) in CITY_CODES else CITY_KM
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


def _hide_label(row: EntityRow, label: str | None) -> None:
    """What a list calls a region that English calls otherwise is for finding alone: *Chechen*."""
    for name in row.names:
        if name.text == label and name.language == "en":
            name.shown = False


def _described(raw: Mapping[str, Any], country: str | None) -> str | None:
    note = sort_of(raw) or str(raw.get("note") or "region")
    if note.startswith(RETIRED):
        if raw.get("also"):
            return None  # the row that has its code now says what it is
        note = "former region"
    # The *UN* of *UN M49 macro-region* stays as it is.
    note = in_plain_words(note.lower() if sort_of(raw) else note[0].lower() + note[1:] if note[1:2].islower() else note)
    return f"{note}, {country}" if country else note
