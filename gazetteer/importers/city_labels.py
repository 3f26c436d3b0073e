"""Labels of a region that is a city, or is named after one: what they say of the city itself.

*Provinz Mailand* is no name of Milan, but tells what it is called in German, since GeoNames knows a Mailand there. What
GeoNames has as the name of a city is one; nothing is taken off that it does not know without.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from gazetteer.model import NameKind
from gazetteer.store import NameRow
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

WORD = re.compile(r"[^\s\-–,،()（）]+")
WITHOUT_SPACES = ("Hani", "Kana", "Thai")
SHORTEST = 2  # letters of what is left of a name in a writing without spaces


def listed_names(city: Mapping[str, Any]) -> frozenset[str]:
    """The folds of all names that GeoNames has of a city."""
    return frozenset(map(fold, (city["name"], *city["alternatenames"])))


def settled(names: Iterable[NameRow], city: Mapping[str, Any]) -> list[NameRow]:
    """The labels of a region that is this city: those that say more than its name are for finding alone.

    What English calls the city is GeoNames' name, and no label that differs: *Beograd, Washington DC*.
    """
    listed, kept = listed_names(city), []
    for name in names:
        if fold(name.text) in listed:
            besides = name.language == "en" and name.text != city["name"]
            kept.append(replace(name, preferred=False) if besides else name)
            continue
        short = _within(name.text, listed)
        if short is not None and name.language and name.preferred:
            kept.append(_of_city(name, short, city))
        longer = short is not None or _says_more(name.text, city)
        kept.append(replace(name, preferred=False, shown=False) if longer else name)
    return _each_once(kept)


def named_after(names: Iterable[NameRow], city: Mapping[str, Any]) -> list[NameRow]:
    """What the labels of a region that is named after this city tell of its names in other languages."""
    listed = listed_names(city)
    told: list[NameRow] = []
    for name in names:
        text = name.text if fold(name.text) in listed else _within(name.text, listed)
        if text is not None and name.language and name.preferred:
            told.append(_of_city(name, text, city))
    return _each_once(told)


def _of_city(name: NameRow, text: str, city: Mapping[str, Any]) -> NameRow:
    main = name.preferred and (name.language != "en" or text == city["name"])
    kind = NameKind.VARIANT if name.kind is NameKind.EXONYM and text == city["name"] else name.kind
    return replace(name, text=text, kind=kind, preferred=main)


def _says_more(text: str, city: Mapping[str, Any]) -> bool:
    """Whether a label has more words than the city's main name, one of which says what the region is."""
    return len(WORD.findall(text)) > len(WORD.findall(city["name"]))


def _within(text: str, listed: Collection[str]) -> str | None:
    """The name of the city that a label begins or ends with, the longest; None if it has none, or is nothing else."""
    parts: Iterator[str]
    if script_of(text) in WITHOUT_SPACES:
        parts = (part for length in range(len(text) - 1, SHORTEST - 1, -1) for part in (text[:length], text[-length:]))
    else:
        words = list(WORD.finditer(text))
        spans = (span for count in range(len(words) - 1, 0, -1) for span in (words[-count:], words[:count]))
        parts = (text[span[0].start() : span[-1].end()] for span in spans)
    return next((part for part in parts if fold(part) in listed and not part.islower()), None)


def _each_once(names: Iterable[NameRow]) -> list[NameRow]:
    """The names, each with the first of those that are the same, the preferred ones first."""
    found: dict[tuple[str, str | None, str | None], NameRow] = {}
    for name in sorted(names, key=lambda name: not name.preferred):
        found.setdefault(name.key(), name)
    return list(found.values())
