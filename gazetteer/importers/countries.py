"""Countries: their short names, and without the labels that are no names of theirs.

CLDR calls Hong Kong and Macao by a long official form first. Other lists know the names of cities and regions, and
what the people are called, as names of a country: a label without a language that is one of these is dropped.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from gazetteer.importers.counts import Counts
from gazetteer.importers.demonyms import is_demonym
from gazetteer.importers.renumbered import RETIRED
from gazetteer.importers.seed_rows import seed_rows
from gazetteer.languages import orthographies
from gazetteer.languages.official import official_anywhere
from gazetteer.matching.similarity import ratio
from gazetteer.model import NameKind
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import fold
from gazetteer.text.generics import split_qualifier
from gazetteer.text.scripts import script_of

LONG_NAMED = ("iso3166:HK", "iso3166:MO")
UNLIKE, ALIKE = 0.5, 0.75
LONG = 6  # letters of a name that is no part of another word by chance
KNOWN_CITY, GREAT_CITY = 15_000, 100_000
Raws = Iterable[Mapping[str, Any]]


class Elsewhere(NamedTuple):
    """Folds of names that a label of a country may be instead."""

    inside: Mapping[str, set[str]]  # by country: all names of its cities and regions
    cities: set[str]  # main names of cities
    english: Mapping[
        str, set[str]
    ]  # English names of countries, regions and great cities, and the countries they are in


def in_short(rows: Raws) -> Iterator[Mapping[str, Any]]:
    """The rows of countries, Hong Kong and Macao by their short names in every language that has one."""
    for row in rows:
        yield _shortened(row) if row["id"] in LONG_NAMED else row


def _shortened(row: Mapping[str, Any]) -> Mapping[str, Any]:
    long = {name["lang"]: name["text"] for name in row["names"] if name["type"] == "preferred"}
    short: dict[str, str] = {}
    for name in row["names"]:
        if name["type"] != "preferred" and len(name["text"]) < len(long.get(name["lang"], "")):
            short.setdefault(name["lang"], name["text"])
    names = []
    for name in row["names"]:
        if (best := short.get(name["lang"])) is not None:
            name = {**name, "type": "preferred" if name["text"] == best else "alias"}
        names.append(name)
    return {**row, "name": short["en"], "names": names}


def country_rows(
    raws: Raws, cities: Mapping[str, Mapping[str, Any]], regions: Raws, counts: Counts
) -> Iterator[EntityRow]:
    """The countries, without labels of no language that are the name of a city or region, of something in them, or of
    the people; what is somebody else's English name in a little language, or like none of the country's, is for finding
    alone.
    """
    countries = list(raws)
    elsewhere = _elsewhere(countries, cities, regions)
    for _, row in seed_rows(countries, counts):
        told = {fold(name.text) for name in row.names if name.language} | {fold(row.canonical)}
        theirs = elsewhere.inside.get(row.country or "", set())
        named = [name for name in row.names if not _is_a_city(name, row, told, elsewhere)]
        own = {_letters(name.text) for name in named}
        named = [name for name in named if not _is_in_it(name, own, theirs)]
        counts.notes["country labels dropped as names of cities"] += len(row.names) - len(named)
        row.names = [name for name in named if not _is_of_the_people(name, told, row)]
        counts.notes["country labels dropped as names of the people"] += len(named) - len(row.names)
        for name in row.names:
            if _is_english_elsewhere(name, row, elsewhere) or _is_unlike(name, row):
                name.shown = False
        row.description = "country" if row.description is None else row.description
        yield row


def _elsewhere(countries: Raws, cities: Mapping[str, Mapping[str, Any]], regions: Raws) -> Elsewhere:
    inside: dict[str, set[str]] = {}
    english: dict[str, set[str]] = {}
    for city in cities.values():
        if city["population"] >= KNOWN_CITY:
            inside.setdefault(city["countrycode"], set()).update(map(fold, (city["name"], *city["alternatenames"])))
        if city["population"] >= GREAT_CITY:
            english.setdefault(fold(city["name"]), set()).add(city["countrycode"])
    for row in countries:
        english.setdefault(fold(row["name"]), set()).add(row["country"])
    for region in regions:
        if not str(region.get("note")).startswith(RETIRED):
            names = {fold(region["name"]), *(fold(name["text"]) for name in region["names"])}
            inside.setdefault(region["country"], set()).update(names)
            if not region.get("also"):
                english.setdefault(fold(region["name"]), set()).add(region["country"])
    known = {fold(city["name"]) for city in cities.values() if city["population"] >= KNOWN_CITY}
    return Elsewhere(inside, known, english)


def _is_a_city(name: NameRow, country: EntityRow, told: Collection[str], elsewhere: Elsewhere) -> bool:
    """Whether a label without a language is some city's name: any main one, or any of the country's that no language
    calls the country itself, or that is unlike its name.
    """
    if name.language or name.text == country.canonical:
        return False
    text = fold(name.text)
    if text in elsewhere.cities:
        return True
    inside = text in elsewhere.inside.get(country.country or "", ())
    return inside and (text not in told or ratio(text, fold(country.canonical)) < UNLIKE)


def _is_in_it(name: NameRow, own: Collection[str], its_cities: Collection[str]) -> bool:
    """Whether a label without a language is of something in the country, such as *Dubai, UAE*."""
    split = None if name.language else split_qualifier(name.text)
    if split is None or _letters(split[0]) in own:
        return False
    return _letters(split[1]) in own or fold(split[0]) in its_cities


def _is_of_the_people(name: NameRow, told: Collection[str], country: EntityRow) -> bool:
    """Whether a label without a language is what the people are called, or their language: *Ukrainian*."""
    if name.language or fold(name.text) in told:
        return False
    english = [each.text for each in country.names if each.language == "en"]
    return is_demonym(name.text, [country.canonical, *english])


def _is_english_elsewhere(name: NameRow, country: EntityRow, elsewhere: Elsewhere) -> bool:
    """Whether a name in a language that is no state's is what English calls something else: *England*, in Walser."""
    if name.language is None or name.language.split("-")[0] in _large_languages():
        return False
    text = fold(name.text)
    alike = ratio(text, fold(country.canonical)) >= ALIKE
    owners = elsewhere.english.get(text, set())
    return text != fold(country.canonical) and any(owner != country.country or not alike for owner in owners)


def _is_unlike(name: NameRow, country: EntityRow) -> bool:
    """Whether a label without a language is like no name of the country in any language, as its counties' are not."""
    if name.language or name.kind is NameKind.ABBREVIATION or script_of(name.text) != "Latn":
        return False
    text, canonical = fold(name.text), fold(country.canonical)
    told = {fold(each.text): each.language for each in country.names if each.language}
    if canonical in text or any(len(form) >= LONG and form in text for form in told):
        return False
    likely = max(ratio(text, form) for form in (canonical, *(form for form, tag in told.items() if tag == "en")))
    return likely < UNLIKE and max((ratio(text, form) for form in told), default=0.0) < ALIKE


@cache
def _large_languages() -> frozenset[str]:
    """Languages that are a state's, or of which the program knows how they are written."""
    return official_anywhere() | {tag.split("-")[0] for tag in orthographies()}


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")
