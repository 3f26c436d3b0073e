"""Ukrainian localities of Who's On First: joined to GeoNames places where that is safe.

A row joins the place with its GeoNames id only within 15 km and when a name agrees; an id that
cities500 lacks becomes an entity of its own. A name like neither the native form nor the main
name is kept for finding alone; names of other things are dropped. Refused rows are counted by reason.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gazetteer.errors import BadRow
from gazetteer.importers.counts import Counts
from gazetteer.importers.other_things import leave_own_names
from gazetteer.importers.seed_rows import seed_row
from gazetteer.importers.ukraine import SAME_NAME, reading, romanized
from gazetteer.matching.similarity import ratio
from gazetteer.model import NameKind
from gazetteer.romanization.ukrainian import squash
from gazetteer.store import EntityRow
from gazetteer.text.scripts import script_of

NEAR_KM, TWIN_KM = 15.0, 2.0
LISTED = 20_000  # inhabitants of a place that cities500 does not lack


def ukrainian_rows(
    raws: Iterable[Mapping[str, Any]], known: Mapping[str, Mapping[str, Any]], counts: Counts
) -> Iterator[EntityRow]:
    """The rows that may enter; `known` is cities500 by GeoNames id."""
    claimed: dict[str, Mapping[str, Any]] = {}
    here = _by_name(known)
    for raw in raws:
        counts.read += 1
        try:
            row = seed_row(raw)
            if dropped := leave_own_names(row):
                counts.notes["names of other things dropped"] += dropped
            geonames = str(raw["geonames"]) if raw.get("geonames") else None
            if geonames is None:
                raise BadRow("no GeoNames id")
            place = known.get(geonames)
            first = claimed.setdefault(geonames, raw)
            if place is not None:
                _check(row, place["latitude"], place["longitude"], [place["name"], *place["alternatenames"]])
                counts.notes["joined to a GeoNames place"] += 1
                row.identifiers.sort(key=lambda pair: pair[0] != "geonames")
                yield joined(row, place["name"])
            else:
                if first is not raw:
                    _check(row, first["lat"], first["lon"], [name["text"] for name in first["names"]])
                yield _twin(own(row), here)
        except BadRow as reason:
            counts.refused[str(reason)] += 1


def _check(row: EntityRow, lat: float | None, lon: float | None, names: Iterable[str]) -> None:
    if row.lat is None or row.lon is None or lat is None or lon is None:
        raise BadRow("no position to compare")
    if distance_km(row.lat, row.lon, lat, lon) > NEAR_KM:
        raise BadRow("further than 15 km from the place with its GeoNames id")
    theirs = {squash(name) for name in names}
    if not any(squash(name.text) in theirs for name in row.names):
        raise BadRow("no name agrees with the place with its GeoNames id")


def joined(row: EntityRow, main: str) -> EntityRow:
    """The row as an addition to a GeoNames place: its unlike names are kept for finding alone."""
    here = reading(main, None)
    for name in row.names:
        if ratio(reading(name.text, name.language), here) < SAME_NAME and script_of(name.text) in ("Latn", "Cyrl"):
            name.shown = False
            name.kind = NameKind.VARIANT
        name.preferred = False
    row.feature_type = row.description = None
    row.population = None
    row.importance = 0.0
    return row


def _by_name(known: Mapping[str, Mapping[str, Any]]) -> Mapping[str, list[Mapping[str, Any]]]:
    """The places of Ukraine by their main names."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for place in known.values():
        if place.get("countrycode") == "UA":
            found.setdefault(squash(place["name"]), []).append(place)
    return found


def _twin(row: EntityRow, here: Mapping[str, list[Mapping[str, Any]]]) -> EntityRow:
    """The row, with the id of a place of the same name within 2 km as well: GeoNames has some places twice."""
    if row.lat is not None and row.lon is not None:
        for place in here.get(squash(row.canonical), ()):
            if distance_km(row.lat, row.lon, place["latitude"], place["longitude"]) <= TWIN_KM:
                row.identifiers.insert(0, ("geonames", str(place["geonameid"])))
                return joined(row, place["name"])
    return row


def own(row: EntityRow) -> EntityRow:
    """The row as an entity of its own, with the 2010 romanization of its native name."""
    native = next((n for n in row.names if n.language == "uk" and n.preferred and script_of(n.text) == "Cyrl"), None)
    if native is not None and ratio(reading(native.text, "uk"), reading(row.canonical, None)) >= SAME_NAME:
        row.canonical = romanized(native.text)
    row.description = "settlement, Ukraine"
    if (row.population or 0) >= LISTED:
        row.population, row.importance = None, 0.0  # a village, with what is known of the city that it is called as
    return row


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance between two points in degrees, in kilometres.

    >>> round(distance_km(50.45, 30.52, 49.98, 36.25))
    411
    """
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half = math.sin((other_phi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))
