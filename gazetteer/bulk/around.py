"""Around: what stands in the cells around a name, as one gazetteer understands it: a country, a region.

What is not understood is left out and told, and costs no name its link; what is understood, and contradicts, counts.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.model import Kind, Qualifier, Query
from gazetteer.qualifying import CONSTITUENT, qualified_by
from gazetteer.resolve import Gazetteer, resolve
from gazetteer.romanization.country_names import country_named, country_of_code
from gazetteer.text.generics import split_parts, without_generic
from gazetteer.text.scripts import script_of

REMEMBERED = 20_000  # different texts of each sort
# Short forms that neither ISO 3166 nor CLDR has; EL is what the European Union writes.
SHORT = {"uk": "GB", "el": "GR", "brd": "DE", "rsa": "ZA"}
_WITH_CODE = re.compile(r"(.+?)\s*[(\[]\s*[A-Za-z]{2,3}\s*[)\]]")
_CODE = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Region:
    """What is understood of a region: how it may stand behind the comma of a name, and what is left out of it.

    Where only the country is known that it is in, for nobody says what lies in it, that is all it can say.
    """

    said: str = ""
    only_country: str | None = None
    unread: tuple[str, ...] = ()


def country_said(text: str) -> str | None:
    """The country that a text is a code or CLDR's name of; None if it is none's.

    >>> country_said("Deutschland"), country_said("UKR"), country_said("ua"), country_said("Ukraine (UA)")
    ('DE', 'UA', 'UA', 'UA')
    >>> country_said("Nowhereland")
    """
    text = text.strip()
    found = country_named(text) or country_of_code(text) or SHORT.get(text.lower())
    if found is None and (named := _WITH_CODE.fullmatch(text)) is not None:
        return country_said(named[1])
    return found


class Around:
    """What texts mean to one gazetteer; each is looked up once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.country = lru_cache(REMEMBERED)(self._country)
        self.region = lru_cache(REMEMBERED)(self._region)

    def _country(self, text: str) -> str | None:
        """The country that a text is a code or a name of, as CLDR or the gazetteer has it."""
        if (found := country_said(text)) is not None or _CODE.fullmatch(text):
            return found  # what is no code of a country is none's name either: *EU*
        if (named := _WITH_CODE.fullmatch(text)) is not None:
            return self._country(named[1])
        known = qualified_by(self._gazetteer.index, text)
        if len(known.whole) == 1:
            return next(iter(known.whole))
        if len(known.countries) == 1 and known.countries <= CONSTITUENT:
            return next(iter(known.countries))
        entity = resolve(self._gazetteer, Query(text, Kind.PLACE), explain=False).entity
        return entity.country if entity is not None and entity.feature_type == "country" else None

    def _region(self, text: str) -> Region:
        """What is understood of a region: all of it, or those of its parts between commas that are."""
        known = self._known(text)
        if known is not None and known.countries and (not known.unsure or len(split_parts(text)) == 1):
            return self._as_it_tells(text, known)
        parts = [(part, self._known(part)) for part in split_parts(text)]
        unread = tuple(part for part, one in parts if one is None)
        told = ", ".join(one.text for _, one in parts if one is not None)
        together = qualified_by(self._gazetteer.index, told) if told else Qualifier("")
        if not together.countries:
            return Region(unread=(text,))  # also where its parts contradict each other
        tells = self._as_it_tells(told, together)
        return Region(tells.said, tells.only_country, unread + tells.unread)

    def _known(self, text: str) -> Qualifier | None:
        """What a text names, also without the word for what it is; None if nobody knows."""
        bare = without_generic(text, script_of(text))
        for said in (text,) if bare is None else (text, bare[0]):
            if (known := qualified_by(self._gazetteer.index, said)).countries:
                return known
        return None

    def _as_it_tells(self, text: str, known: Qualifier) -> Region:
        if known.whole or known.area is not None or any(map(self._lists, known.regions)) or len(known.countries) > 1:
            return Region(known.text)
        (country,) = known.countries
        return Region(known.text, country, (f"{text} (only that it is in {country})",))

    def _lists(self, region: int) -> bool:
        """Whether the gazetteer says of any place that it lies in a region: a department of France is none such."""
        return any(bool((one.entity_region == region).any()) for one in self._gazetteer.index.snapshots())
