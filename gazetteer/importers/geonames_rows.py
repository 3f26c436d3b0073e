"""Lines of GeoNames' dump files into entity rows: places, names of regions, alternate names.

The columns are those of https://download.geonames.org/export/dump/readme.txt. Codes and links that
the files list among the names are no names.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from gazetteer.errors import BadName, BadRow
from gazetteer.importers.geonames_cities import add_names, settlement_type
from gazetteer.importers.inference import infer_language
from gazetteer.importers.seed_rows import DIRECTION_MARKS
from gazetteer.importers.words import plain_language
from gazetteer.languages.official import official_languages
from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import clean

KEY = "geonames-dump"
ADMIN = "geonames-admin"  # scheme of a region's code, by which its places name it
PLACE_COLUMNS, ADMIN_COLUMNS = 19, 4
ALTERNATE_COLUMNS = (8, 10)  # with and without the years of use

# What is read of each feature class, and what we call it; of P everything but what is there no more.
FEATURES: Mapping[str, Mapping[str, str]] = {
    "A": {
        "ADM1": "region", "ADM2": "district", "PCL": "country", "PCLD": "country", "PCLF": "country",
        "PCLI": "country", "PCLIX": "country", "PCLS": "country",
    },
    "H": {
        "STM": "river", "LK": "lake", "LKS": "lake", "SEA": "sea", "OCN": "ocean", "GULF": "gulf", "STRT": "strait",
        "RSV": "reservoir",
    },
    "T": {"MT": "peak", "MTS": "range", "ISL": "island", "ISLS": "islands", "PEN": "peninsula", "CAPE": "cape"},
    "L": {"CONT": "continent", "RGN": "region", "PRK": "park"},
    "P": {},
}  # fmt: skip
CLASSES_USUAL = "PAH"
GONE = ("PPLH", "PPLQ", "PPLW")
# What stands in the language column without being a language.
NO_NAMES = {"link", "post", "iata", "icao", "faac", "tcid", "unlc", "phon"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
NUMBER = re.compile(r"[1-9][0-9]{0,8}")

Regions = Mapping[tuple[str, str], tuple[str, str]]


@dataclass(slots=True)
class KnownPlaces:
    """The GeoNames numbers in the gazetteer, in order, with country and a mark of the main name: 10 bytes each."""

    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    countries: "array[int]" = field(default_factory=lambda: array("H"))
    names: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, number: int, country: str | None, canonical: str) -> None:
        """Take in a place; numbers must come in order."""
        self.numbers.append(number)
        self.countries.append(int.from_bytes(country.encode("ascii")) if country else 0)
        self.names.append(crc32(canonical.encode()))

    def find(self, number: int) -> int | None:
        """Where the place with this number stands."""
        place = bisect_left(self.numbers, number)
        return place if place < len(self.numbers) and self.numbers[place] == number else None

    def country(self, place: int) -> str | None:
        """The country of the place that stands there."""
        code = self.countries[place]
        return code.to_bytes(2).decode("ascii") if code else None

    def is_main(self, place: int, text: str) -> bool:
        """Whether the text is its main name."""
        return self.names[place] == crc32(text.encode())


def place_row(columns: Sequence[str], classes: str) -> EntityRow | None:
    """The place of a line of allCountries.txt and its kin; None for what is not asked for.

    Raises:
        BadRow: a column is not what it must be.
    """
    if len(columns) != PLACE_COLUMNS:
        raise BadRow(f"{len(columns)} columns instead of {PLACE_COLUMNS}")
    number, name, _, others, lat, lon, letter, code, country, _, admin1, admin2, *_ = columns
    kind = FEATURES.get(letter, {}).get(code)
    if letter not in classes or code in GONE or (kind is None and letter != "P"):
        return None
    population = _population(columns[14])
    row = EntityRow(
        kind=Kind.PLACE,
        canonical=_name(name),
        identifiers=[("geonames", _number(number)), *_other_ids(code, country, admin1, admin2)],
        feature_type=kind or settlement_type(population),
        country=_country(country),
        region=(ADMIN, f"{country}.{admin1}") if letter == "P" and admin1 not in ("", "00") else None,
        lat=_degrees(lat, 90),
        lon=_degrees(lon, 180),
        population=population,
        description=kind or settlement_type(population),
        sources=(KEY,),
    )
    add_names(row, [_name(other) for other in others.split(",") if other.strip()], KEY)
    return row


def admin_row(columns: Sequence[str], regions: Regions) -> EntityRow:
    """The region of a line of admin1CodesASCII.txt or admin2Codes.txt.

    Raises:
        BadRow: a column is not what it must be.
    """
    if len(columns) != ADMIN_COLUMNS:
        raise BadRow(f"{len(columns)} columns instead of {ADMIN_COLUMNS}")
    code, name, _, number = columns
    country, _, inside = code.partition(".")
    first_order = "." not in inside
    row = EntityRow(
        kind=Kind.PLACE,
        canonical=_name(name),
        identifiers=[("geonames", _number(number)), (ADMIN, code)],
        feature_type="region" if first_order else "district",
        country=_country(country),
        description="region" if first_order else "district",
        sources=(KEY,),
    )
    row.names.append(NameRow(row.canonical, source=KEY, preferred=True))
    return joined_to_region(row, regions)


def joined_to_region(row: EntityRow, regions: Regions) -> EntityRow:
    """The row with the ISO 3166-2 code of the one region of its country that has its name, if it is a region."""
    same = regions.get((row.country or "", row.canonical)) if row.feature_type == "region" else None
    if same is not None:
        row.identifiers.append(same)
    return row


def alternate_row(columns: Sequence[str], known: KnownPlaces) -> EntityRow | None:
    """What a line of alternateNamesV2.txt adds to a place: a name, or its Wikidata id; None if it adds nothing.

    Raises:
        BadRow: a column is not what it must be.
    """
    if len(columns) not in ALTERNATE_COLUMNS:
        raise BadRow(f"{len(columns)} columns instead of {ALTERNATE_COLUMNS[-1]}")
    number, language, text = _number(columns[1]), columns[2], columns[3]
    place = known.find(int(number))
    if place is None or language in NO_NAMES:
        return None
    row = EntityRow(Kind.PLACE, text, [("geonames", number)], sources=(KEY,))
    if language == "wkdt":
        if not WIKIDATA.fullmatch(text):
            raise BadRow("not a Wikidata id")
        row.identifiers.append(("wikidata", text))
        return row
    name = _alternate(columns, known.country(place))
    if name.kind is NameKind.EXONYM and known.is_main(place, name.text):
        name.kind = NameKind.VARIANT
    row.names.append(name)
    return row


def _alternate(columns: Sequence[str], country: str | None) -> NameRow:
    _, _, language, text, preferred, short, colloquial, historic, *years = columns
    name = NameRow(_name(text), source=KEY, preferred=preferred == "1")
    if language == "abbr":
        name.kind, name.case_sensitive = NameKind.ABBREVIATION, True
    elif language == "piny":
        name.shown = False
    elif language == "":
        name.language = infer_language(name.text, country)
        name.inferred = name.language is not None
    else:
        name.language, historic = ("fr", "1") if language == "fr_1793" else (_language(language), historic)
        own = plain_language(name.language) in official_languages(country)
        name.kind = NameKind.ENDONYM if own else NameKind.EXONYM
    if historic == "1":
        name.kind = NameKind.HISTORICAL
        name.valid_from, name.valid_to = ((year or None) for year in (years or ["", ""]))
    elif colloquial == "1":
        name.kind = NameKind.VARIANT
    elif short == "1":
        name.kind = NameKind.SHORT
    return name


def _other_ids(code: str, country: str, admin1: str, admin2: str) -> list[tuple[str, str]]:
    if code.startswith("PCL") and _country(country):
        return [("iso3166", country)]
    if code == "ADM1":
        return [(ADMIN, f"{country}.{admin1}")]
    return [(ADMIN, f"{country}.{admin1}.{admin2}")] if code == "ADM2" else []


def _name(text: str) -> str:
    try:
        return clean(text.translate(DIRECTION_MARKS))
    except BadName as bad:
        raise BadRow(f"a name that is none: {bad}") from bad


def _number(text: str) -> str:
    if not NUMBER.fullmatch(text):
        raise BadRow("not a GeoNames number")
    return text


def _population(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) <= 10):
        raise BadRow("population is not a whole number")
    return min(int(text), 2**31 - 1) if text and int(text) else None


def _degrees(text: str, most: int) -> float:
    try:
        degrees = float(text)
    except ValueError as bad:
        raise BadRow("a coordinate is not a number") from bad
    if not -most <= degrees <= most:
        raise BadRow("a coordinate is off the globe")
    return degrees


def _country(text: str) -> str | None:
    return text if len(text) == 2 and text.isascii() and text.isupper() else None


def _language(text: str) -> str:
    if not LANGUAGE.fullmatch(text):
        raise BadRow("not a language")
    return text
