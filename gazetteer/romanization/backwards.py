"""A system run backwards: the native spellings that it writes as a given spelling.

Often several fit, because a system writes two letters alike or leaves one out. All are found that the bounds allow, the
most usual letters first, and whether there may be more is said; each is romanized again before it is believed.
"""

import unicodedata
from dataclasses import dataclass

from gazetteer.errors import BadName, NotOfSystem
from gazetteer.languages import System
from gazetteer.romanization.beginnings import Way, begin
from gazetteer.romanization.compared import plain, unmarked
from gazetteer.romanization.systems import romanize
from gazetteer.text.clean import clean

CANDIDATES_MOST = 20
KEPT_FOR_ONE = 3  # beginnings that are followed for each candidate that is listed: some come to nothing
KEPT_LEAST = 20
SPELLING_MOST = 100  # characters


@dataclass(frozen=True, slots=True)
class Native:
    """A native spelling, and how surprising its letters are in its language."""

    text: str
    cost: float


@dataclass(frozen=True, slots=True)
class Natives:
    """The native spellings that fit, the most usual letters first; not complete if there may be more."""

    found: tuple[Native, ...]
    complete: bool


def natives(text: str, system: System, *, marks: bool = True, most: int = CANDIDATES_MOST) -> Natives:
    """The native spellings that a system writes as this text, word by word.

    Without ``marks`` a text fits that lacks the diacritics and apostrophes of the system.

    >>> from gazetteer.languages import system
    >>> natives("Київ", system("uk-Cyrl/national-2010")).found
    ()
    >>> natives("Possad", system("uk-Cyrl/press-fr")).found[0].text
    'Посад'
    """
    way = Way(system, marks, kept=max(KEPT_LEAST, most * KEPT_FOR_ONE))
    joined = [Native("", 0.0)]
    complete = True
    for number, word in enumerate(unicodedata.normalize("NFC", text).split()):
        found = _natives_of_word(word, way)
        both = [
            Native(f"{before.text} {native.text}" if number else native.text, before.cost + native.cost)
            for before in joined
            for native in found.found
        ]
        both.sort(key=_order)
        complete = complete and found.complete and len(both) <= most
        joined = both[:most]
    return Natives(tuple(joined), complete)


def spelling_of(text: str) -> str:
    """A spelling that may be asked about.

    Raises:
        BadName: it is no name, or a longer one than there is.
    """
    spelling = clean(text)
    if len(spelling) > SPELLING_MOST:
        raise BadName(
            f"A spelling that is read backwards has at most {SPELLING_MOST} characters; this one has {len(spelling)}. "
            "Ask name by name."
        )
    return spelling


def natives_of(text: str, system: System) -> Natives:
    """The native spellings that a system writes as this; if there are none, those of which it lacks the marks.

    Raises:
        BadName: it is no name, or a longer one than there is.
        NotOfSystem: the system makes no such spelling, the text says which word; or it cannot be read backwards.
    """
    if system.voice is not None:
        raise NotOfSystem(
            f"{system.name} ({system.full_id}) is not read backwards: its language leaves sounds unsaid. "
            "Send the name in its own letters."
        )
    spelling = spelling_of(text)
    for marks in (True, False):
        found = natives(spelling, system, marks=marks)
        if found.found:
            return found
    word = next((word for word in spelling.split() if not natives(word, system, marks=False).found), spelling)
    raise NotOfSystem(
        f"‘{word}’ is no spelling that {system.name} ({system.full_id}) makes; "
        "name the system that it was written by, or ask which one could have made it."
    )


def _natives_of_word(word: str, way: Way) -> Natives:
    wanted = _compared(word, way)
    if len(wanted) != len(word):
        word = wanted  # letters and capitals no longer go together
    found = _fitting(word, wanted, way, usual=True)
    return found if found.found else _fitting(word, wanted, way, usual=False)


def _fitting(word: str, wanted: str, way: Way, *, usual: bool) -> Natives:
    """The words that the system, run forwards again, really writes as the wanted one."""
    begun, complete = begin(word, wanted, way, usual=usual)
    fitting: dict[str, Native] = {}
    for one in sorted(begun, key=lambda one: (one.cost, one.written)):
        if one.written not in fitting and _compared(romanize(one.written, way.system), way) == wanted:
            fitting[one.written] = Native(one.written, one.cost)
    return Natives(tuple(fitting.values()), complete)


def _compared(text: str, way: Way) -> str:
    return plain(text) if way.marks else unmarked(text)


def _order(one: Native) -> tuple[float, str]:
    return one.cost, one.text
