"""Romanization: a name in Latin letters, by one published standard or press usage.

The rules see lower-case NFC text in which every apostrophe inside a word is ʼ (U+02BC); the case
of what was written is given back here. Letters and punctuation the system does not name stay as
they are.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from gazetteer.errors import UnknownSystem
from gazetteer.languages import System, orthographies, system, systems
from gazetteer.romanization.rules import LETTER, compile_matches

APOSTROPHES = "'’ʼ‘`´ʹ′＇"
INSIDE_WORD = re.compile(f"(?<={LETTER})[{APOSTROPHES}](?={LETTER})")

Matches = Callable[[str], Iterator[tuple[int, int, str]]]


def romanize(text: str, system: System) -> str:
    """A text in Latin letters as that system writes it, capitals where they were.

    A script without capitals gets one at the start of each word: what is romanized is a name.

    >>> from gazetteer.languages import system
    >>> romanize("Щербані, ЩЕРБАНІ", system("uk-Cyrl/national-2010"))
    'Shcherbani, SHCHERBANI'
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return rewrite(text, _matches(system)(lowered(text)))


def rewrite(text: str, matches: Iterator[tuple[int, int, str]]) -> str:
    """A text with spans of it written otherwise, each in the case of what it stands for.

    A capital whose letter is written as nothing passes on to what follows it.
    """
    pieces: list[str] = []
    kept, owed = 0, False
    for start, stop, becomes in matches:
        piece = _cased(text, start, stop, becomes)
        pieces += (text[kept:start], _capitalize(piece) if owed and start == kept and piece.islower() else piece)
        kept, owed = stop, not becomes and text[start].isupper()
    return unicodedata.normalize("NFC", "".join((*pieces, text[kept:])))


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


def _matches(asked: System) -> Matches:
    """The compiled rules of a system: kept if the folder defines it, made afresh if it does not."""
    return _registered(asked.full_id) if systems().get(asked.full_id) is asked else compile_matches(asked.rules)


@cache
def _registered(full_id: str) -> Matches:
    return compile_matches(system(full_id).rules)


def lowered(text: str) -> str:
    """The text as rules see it, letter for letter: İ, which has no single small letter, is kept."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join([single if len(single := char.lower()) == 1 else char for char in text])
    return INSIDE_WORD.sub("ʼ", small)


def _cased(text: str, start: int, stop: int, latin: str) -> str:
    """Latin letters in the case of the span they stand for: Щука is Shchuka, ЩУКА is SHCHUKA."""
    first = text[start]
    if first.isupper():
        return latin.upper() if _in_capitals(text, start, stop) else _capitalize(latin)
    starts_word = first.isalpha() and not text[start - 1 : start].isalpha()
    return _capitalize(latin) if starts_word and first.title() == first else latin


def _in_capitals(text: str, start: int, stop: int) -> bool:
    """Whether the span is all capitals; a single letter goes with the next, the last with the one before."""
    if stop - start > 1:
        return text[start:stop].isupper()
    following = text[stop : stop + 1]
    if following.isupper() or following.islower():
        return following.isupper()
    before = text[:start].rstrip(APOSTROPHES)
    return len(before) >= start - 1 and before[-1:].isupper()


def _capitalize(latin: str) -> str:
    """The first letter as a capital, even behind an apostrophe."""
    for position, char in enumerate(latin):
        if char.isalpha() and char != char.upper():
            return latin[:position] + char.upper() + latin[position + 1 :]
    return latin
