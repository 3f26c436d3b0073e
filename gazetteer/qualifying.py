"""What stands behind the comma of a name: which countries and regions it names, and where they lie."""

import re
from collections.abc import Sequence

from gazetteer.index import Index, offer
from gazetteer.model import Qualifier
from gazetteer.romanization.country_names import country_named, is_country_code
from gazetteer.romanization.readings import readings
from gazetteer.text.generics import split_parts
from gazetteer.text.scripts import script_of
from gazetteer.text.states import spelled_out

# Countries whose parts are called countries.
CONSTITUENT = {"GB"}
ZIP_CODE = re.compile(r"\s+\d{5}(-\d{4})?$")  # behind a state


def qualified_by(index: Index, text: str) -> Qualifier:
    """What a qualifier names: its parts between commas together, or all of it where not each of them is known.

    A part that nobody knows, such as a district, leaves it to the others, unsurely; parts that contradict another say
    nothing, but that an abbreviation of the one country's may be one of the other's that we do not know.
    """
    parts = [ZIP_CODE.sub("", part) for part in split_parts(text)]
    if len(parts) == 1:
        return _named(index, parts[0])
    known = {part: one for part in parts if (one := _named(index, part)).countries}
    if len(known) < len(parts) and (named := _named(index, text)).countries:
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


def _named(index: Index, text: str) -> Qualifier:
    """What a text names: countries, or regions and the countries they are in, or an area that other names tell;
    nothing, if nobody knows it. In another writing, how it sounds is heeded where nothing is written so.
    """
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
    code = {text} if spelled_out(text) and is_country_code(text) else set[str]()
    whole |= code
    # A country may have the name of a state: Georgia.
    area = index.main.area_of(text)
    countries = whole.union(regions.values(), {area.country} if area else ())
    return Qualifier(text, frozenset(countries), frozenset(whole), frozenset(regions), area, unsure=bool(code))
