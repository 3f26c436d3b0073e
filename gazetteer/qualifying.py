"""What stands behind the comma of a name: which countries and regions it names, and where they lie."""

from gazetteer.index import Index, offer
from gazetteer.model import Qualifier
from gazetteer.romanization.country_names import country_named
from gazetteer.romanization.readings import readings
from gazetteer.text.generics import split_parts
from gazetteer.text.scripts import script_of
from gazetteer.text.states import spelled_out


def qualified_by(index: Index, text: str) -> Qualifier:
    """What a qualifier names: its parts between commas together, or all of it where not each of them is known.

    A part that nobody knows, such as a district, leaves it to the others; parts that contradict another say nothing.
    """
    parts = split_parts(text)
    if len(parts) == 1:
        return _named(index, text)
    known = [one for one in (_named(index, part) for part in parts) if one.countries]
    if len(known) < len(parts) and (named := _named(index, text)).countries:
        return named
    if not known:
        return Qualifier(text)
    countries = frozenset.intersection(*(one.countries for one in known))
    whole = frozenset.intersection(*(one.whole for one in known))
    regions = frozenset[int]().union(*(one.regions for one in known))
    area = next((one.area for one in known if one.area is not None and one.area.country in countries), None)
    return Qualifier(text, countries, whole, regions, area)


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
    # A country may have the name of a state: Georgia.
    area = index.main.area_of(text)
    countries = whole.union(regions.values(), {area.country} if area else ())
    return Qualifier(text, frozenset(countries), frozenset(whole), frozenset(regions), area)
