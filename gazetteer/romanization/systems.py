"""Romanization: a name in Latin letters, by one published standard or press usage.

The rules see lower-case NFC text in which every apostrophe inside a word is ʼ (U+02BC); the case
of what was written is given back here. Letters and punctuation the system does not name stay as
they are.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from gazetteer.errors import UnknownSystem
from gazetteer.languages import System, orthographies, system, systems
from gazetteer.romanization.aloud import Aloud, write_aloud
from gazetteer.romanization.casing import APOSTROPHES, capitalize, rewrite
from gazetteer.romanization.rules import LETTER, compile_matches, compile_rules

STRESS = "\u0301"
STRESSED = re.compile(f"(?<={LETTER}){STRESS}")  # a letter that has none of its own with the mark
_APOSTROPHES = frozenset(APOSTROPHES)
INSIDE_WORD = re.compile(f"(?<={LETTER})[{APOSTROPHES}](?={LETTER})")


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A system's rules as functions: which spans become what, and what the whole becomes."""

    matches: Callable[[str], Iterator[tuple[int, int, str]]]
    write: Callable[[str], str]
    capitals: bool  # whether its letters have any
    dotless: bool  # whether it writes ı beside i


def romanize(text: str, system: System, *, capitals: bool = True) -> str:
    """A text in Latin letters as that system writes it, capitals where they were.

    A script without capitals gets one at the start of each word, since what is romanized is a name;
    or none, if it is said to be running text.

    >>> from gazetteer.languages import system
    >>> romanize("Щербані, ЩЕРБАНІ", system("uk-Cyrl/national-2010"))
    'Shcherbani, SHCHERBANI'
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if system.voice is not None:
        return aloud(text, system, capitals=capitals).texts[0]
    if STRESS in text and STRESSED.search(text):
        return _with_stress(text, system, capitals)
    small, by = lowered(text), _compiled(system)
    if small[1:] == text[1:] and (by.capitals or not capitals):
        written = by.write(small)
        if small[0] == text[0]:
            # Every letter is small and stays so: what the rules write is all there is to do.
            return unicodedata.normalize("NFC", written)
        if written[:1].islower() and not by.dotless:
            return unicodedata.normalize("NFC", capitalize(written))  # only the first is a capital, and stays one
    matches = by.matches(small)
    return rewrite(text, _dotted(matches, text) if by.dotless else matches, capitals=capitals)


def romanized(small: str, systems: Sequence[System]) -> list[str]:
    """A text in small letters, which stay small, as each of these systems writes it: the same sooner than one by one.

    >>> from gazetteer.languages import system
    >>> romanized("щербані", [system("uk-Cyrl/national-2010"), system("uk-Cyrl/press-pl")])
    ['shcherbani', 'szczerbani']
    """
    text = unicodedata.normalize("NFC", small)
    plain = not (text.isascii() or STRESS in text or lowered(text) != text)
    made: dict[str, str] = {}
    ways = [_way(one) for one in systems]
    for one, way in zip(systems, ways, strict=True):
        if way not in made:
            made[way] = (
                unicodedata.normalize("NFC", _compiled(one).write(text))
                if plain and one.voice is None
                else romanize(text, one, capitals=False)
            )
    return [made[way] for way in ways]


def _dotted(matches: Iterator[tuple[int, int, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """What spans become, by a system that has an ı as well: there a capital i keeps its dot.

    >>> from gazetteer.languages import system
    >>> romanize("Исмајыллы", system("az-Cyrl/latin-1991"))
    'İsmayıllı'
    """
    return ((start, stop, "İ" if latin == "i" and text[start].isupper() else latin) for start, stop, latin in matches)


def aloud(text: str, system: System, *, capitals: bool = True) -> Aloud:
    """A text of which sounds are left unsaid, in every way that system may write it, the likeliest first."""
    return write_aloud(unicodedata.normalize("NFC", text), system, _compiled(system).write, capitals=capitals)


def spans(small: str, system: System) -> Iterator[tuple[int, int, str]]:
    """Which spans of a lower-case text become what by that system, in order."""
    return _compiled(system).matches(small)


def without_stress(text: str) -> str:
    """A text without marks of stress on letters that have none of their own with it.

    >>> without_stress("Ки\u0301їв")
    'Київ'
    """
    return STRESSED.sub("", text) if STRESS in text else text


def _with_stress(text: str, system: System, capitals: bool) -> str:
    """The same for a text with marks of stress, as dictionaries put them: no rule sees them, and each stays in place.

    >>> from gazetteer.languages import system
    >>> romanize("Ки\u0301їв", system("uk-Cyrl/national-2010"))
    'Kýiv'
    """
    parts = STRESSED.split(text)
    bare = "".join(parts)
    small, stressed = lowered(bare), set(accumulate(map(len, parts[:-1])))
    matches = _stressed(_compiled(system).matches(small), small, stressed)
    return rewrite(bare, matches, capitals=capitals)


def _stressed(
    matches: Iterator[tuple[int, int, str]], small: str, stressed: set[int]
) -> Iterator[tuple[int, int, str]]:
    """Spans and what they become, with the mark of stress behind it; letters that are kept, with theirs."""
    kept = 0
    for start, stop, latin in matches:
        yield from _kept_with_stress(small, kept, start, stressed)
        yield start, stop, latin + STRESS if latin and stressed.intersection(range(start + 1, stop + 1)) else latin
        kept = stop
    yield from _kept_with_stress(small, kept, len(small), stressed)


def _kept_with_stress(small: str, start: int, stop: int, stressed: set[int]) -> Iterator[tuple[int, int, str]]:
    return ((at, at + 1, small[at] + STRESS) for at in range(start, stop) if at + 1 in stressed)


def systems_of(orthography: str) -> tuple[System, ...]:
    """The systems that romanize the orthography of that tag, in the order of its file.

    Raises:
        UnknownSystem: there is no such orthography; the text lists those that have systems.
    """
    try:
        return orthographies()[orthography].systems
    except KeyError:
        known = dict.fromkeys(each.orthography for each in systems().values())
        raise UnknownSystem(f"No orthography {orthography!r}; with systems: {', '.join(known)}.") from None


def has_capitals(system: System) -> bool:
    """Whether the letters a system writes have capitals: those of Georgia and Israel have none.

    >>> from gazetteer.languages import system
    >>> has_capitals(system("uk-Cyrl/national-2010")), has_capitals(system("ka-Geor/national-2002"))
    (True, False)
    """
    return system.voice is None and _compiled(system).capitals


def _way(asked: System) -> str:
    """The full id of the first system that writes as this one does: usages of several languages are often one."""
    return _registered_way(asked.full_id) if systems().get(asked.full_id) is asked else asked.full_id


@cache
def _registered_way(full_id: str) -> str:
    asked = system(full_id)
    for other in systems_of(asked.orthography):
        if (other.rules, other.voice, other.articles) == (asked.rules, asked.voice, asked.articles):
            return other.full_id
    return full_id


def _compiled(asked: System) -> _Compiled:
    """The compiled rules of a system: kept if the folder defines it, made afresh if it does not."""
    return _registered(asked.full_id) if systems().get(asked.full_id) is asked else _compile(asked)


@cache
def _registered(full_id: str) -> _Compiled:
    return _compile(system(full_id))


def _compile(system: System) -> _Compiled:
    return _Compiled(
        matches=compile_matches(system.rules),
        write=compile_rules(system.rules),
        capitals=any(what.title() != what for what in system.rules.letters),
        dotless="ı" in system.rules.letters.values(),
    )


def lowered(text: str) -> str:
    """The text as rules see it, letter for letter: İ, which has no single small letter, is kept."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join([single if len(single := char.lower()) == 1 else char for char in text])
    return small if _APOSTROPHES.isdisjoint(small) else INSIDE_WORD.sub("ʼ", small)
