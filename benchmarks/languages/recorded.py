"""Places with their native names and the names recorded of them in other languages; and which of these say nothing.

A recorded name says nothing of how a language writes if it is the English or the official form, the Russian name's form
in that language, or so unlike the native name that it is another name. That is a rule; nothing is left out by hand.
"""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from gazetteer.errors import BadRow
from gazetteer.importers.other_things import leave_own_names
from gazetteer.importers.seed_rows import seed_row
from gazetteer.languages import System, system, systems
from gazetteer.romanization.systems import romanize
from gazetteer.text.clean import fold

NATIVE, RUSSIAN, ENGLISH = "uk", "ru", "en"
OFFICIAL = "uk-Cyrl/national-2010"
HISTORICAL = "historical"
LETTERS_SHARED = 0.5
LEFT_OUT = ("English form", "2010 form", "Russian name's form", "less than half its letters shared")


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its native, Russian and English names, and what is recorded of it in other languages."""

    native: tuple[str, ...]
    russian: tuple[str, ...]
    english: tuple[str, ...]
    recorded: Mapping[str, tuple[str, ...]]


def read_places(
    path: Path, languages: Iterable[str], *, of_their_own: bool = False, main_is_english: bool = True
) -> list[Place]:
    """The places of a file of JSON lines that have a native name; of the others' only these languages are kept.

    The main name of a row is English, as it is in each of the 5,962 rows of which a name says that it is English; the
    others have it without a language. Of their own: without the names of other things that the importer drops (of hay,
    for a village Гай).
    """
    wanted = {NATIVE, RUSSIAN, ENGLISH, *languages}
    found = []
    with gzip.open(path) as lines:
        for line in lines:
            by: dict[str, dict[str, None]] = defaultdict(dict)
            raw = orjson.loads(line)
            own = _own(raw) if of_their_own else None
            if main_is_english:
                by[ENGLISH].setdefault(raw["name"])
            for name in raw["names"]:
                if name.get("lang") not in wanted or name.get("type") == HISTORICAL:
                    continue
                if own is None or name["text"] in own:
                    by[name["lang"]].setdefault(name["text"])
            if by[NATIVE]:
                texts = {language: tuple(names) for language, names in by.items()}
                native, russian, english = (texts.pop(code, ()) for code in (NATIVE, RUSSIAN, ENGLISH))
                found.append(Place(native, russian, english, texts))
    return found


def _own(raw: Mapping[str, Any]) -> frozenset[str]:
    try:
        row = seed_row(raw)
        leave_own_names(row)
    except BadRow:
        return frozenset()
    return frozenset(name.text for name in row.names)


def press(native: str, language: str) -> System | None:
    """The press usage of a language for names in another, both by their codes."""
    return systems().get(f"{native}-Cyrl/press-{language}")


@cache
def form(text: str, full_id: str) -> str:
    """The fold of what a system writes."""
    return fold(romanize(text, system(full_id)))


def forms(texts: Iterable[str], by: System | None) -> frozenset[str]:
    """The folds of what a system writes; none if there is no system."""
    return frozenset() if by is None else frozenset(form(text, by.full_id) for text in texts)


def why_left_out(text: str, place: Place, language: str, russian: Sequence[str]) -> str | None:
    """Which part of the rule leaves out a name recorded in a language; None if it is kept."""
    folded, official = fold(text), forms(place.native, system(OFFICIAL))
    if folded in map(fold, place.english):
        return LEFT_OUT[0]
    if folded in official:
        return LEFT_OUT[1]
    if folded in forms(russian, press(RUSSIAN, language)):
        return LEFT_OUT[2]
    return None if max(shared(folded, each) for each in official) >= LETTERS_SHARED else LEFT_OUT[3]


def shared(text: str, other: str) -> float:
    """The share of a text's letters that another has as well, each as often as it is there.

    >>> shared("lwiw", "lviv")
    0.5
    """
    letters, others = (Counter(filter(str.isalnum, each)) for each in (text, other))
    return (letters & others).total() / letters.total() if letters else 0.0


def namesakes(places: Iterable[Place]) -> Mapping[str, tuple[str, ...]]:
    """The Russian names of all places that have a native name, by its fold."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for place in places:
        for native in place.native:
            found[fold(native)].update(dict.fromkeys(place.russian))
    return {native: tuple(names) for native, names in found.items()}
