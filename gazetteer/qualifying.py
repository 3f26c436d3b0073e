"""What stands behind the comma of a name: which countries and regions it names, and where they lie."""

import re
from collections.abc import Sequence

from gazetteer.index import Index, offer
from gazetteer.model import Qualifier
from gazetteer.romanization.country_names import country_named, country_of_code
from gazetteer.romanization.readings import readings
from gazetteer.text.generics import split_parts
from gazetteer.text.scripts import script_of
from gazetteer.text.states import spelled_out

# Countries whose parts are called countries.
CONSTITUENT = {"GB"}
CODE = re.compile(r"[A-Z]{2,3}")  # of a country
ZIP_CODE = re.compile(r"\s+\d{5}(-\d{4})?$")  # behind a state


def qualified_by(index: Index, text: str, *, of: str | None = None) -> Qualifier:
    """What a qualifier names: its parts between commas together, or all of it where not each of them is known.

    A part that nobody knows, such as a district, leaves it to the others, unsurely; parts that contradict another say
    nothing, but that an abbreviation of the one country's may be one of the other's that we do not know. The code of a
    country is one only where some place there is called `of`, where that is given: *Torino (TO)* is not in Tonga.
    """
    parts = [ZIP_CODE.sub("", part) for part in split_parts(text)]
    if len(parts) == 1:
        return _named(index, parts[0], of)
    known = {part: one for part in parts if (one := _named(index, part, of)).countries}
    if len(known) < len(parts) and (named := _named(index, text, of)).countries:
        return named
    together = _together(text, list(known.values()), unsure=len(known) < len(parts))
    if together.countries:
        return together
    return _together(text, [one for part, one in known.items() if not spelled_out(part)], unsure=True)


def _together(text: str, parts: Sequence[Qualifier], *, unsure: bool) -> Qualifier:
    """What parts name together; nothing, if they contradict another."""
    if not parts:
        return Qualifier(text)
    countries = frozenset.intersection(*(one.countries for one in parts))
    whole = frozenset.intersection(*(one.whole for one in parts))
    told = [one.regions for one in parts if one.regions]
    regions = frozenset.intersection(*told) if told else frozenset[int]()
    if not countries or (told and not regions):
        return Qualifier(text)
    area = next((one.area for one in parts if one.area is not None and one.area.country in countries), None)
    return Qualifier(text, countries, whole, regions, area, unsure or any(one.unsure for one in parts))


def _named(index: Index, text: str, of: str | None) -> Qualifier:
    """What a text names: countries, or regions and the countries they are in, or an area that other names tell;
    nothing, if nobody knows it. In another writing, how it sounds is heeded where nothing is written so.
    """
    coded = _coded(index, text, of)
    if coded and not spelled_out(text):
        return Qualifier(text, coded, coded)
    named = country_named(text)
    whole: set[str] = {named} if named else set()
    regions: dict[int, str] = {}
    offers = [
        (snapshot, offer(snapshot, said, readings(said), likeness=False))
        for snapshot in index.snapshots()
        for said in (text, *spelled_out(text))
    ]
    written = [(snapshot, offered.exact) for snapshot, offered in offers]
    sounding = [(snapshot, names) for snapshot, offered in offers for names in offered.same_form.values()]
    # What sounds alike in one writing is another word: *Main* is not Maine.
    for found in (written, [] if script_of(text) == "Latn" else sounding):
        for snapshot, names in found:
            whole |= snapshot.countries_named(names)
            regions |= snapshot.regions_named(names)
        if whole or regions:
            break
    # England is called a country by many, and is a region of one.
    whole -= CONSTITUENT & set(regions.values())
    # Salem, IN may be in Indiana or in India.
    whole |= coded
    # A country may have the name of a state: Georgia.
    area = index.main.area_of(text)
    countries = whole.union(regions.values(), {area.country} if area else ())
    return Qualifier(text, frozenset(countries), frozenset(whole), frozenset(regions), area, unsure=bool(coded))


def _coded(index: Index, text: str, of: str | None) -> frozenset[str]:
    """The country whose ISO 3166-1 code in capitals a text is, if a place there has the name `of`, or none is given."""
    country = country_of_code(text) if CODE.fullmatch(text) else None
    if country is None or (of is None and not spelled_out(text)):
        return frozenset()
    if of is not None and not any(country in snapshot.countries_of(of) for snapshot in index.snapshots()):
        return frozenset()
    return frozenset((country,))
