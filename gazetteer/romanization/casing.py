"""Casing: what is written for a span of a text, in the case of that span.

Щука is Shchuka, ЩУКА is SHCHUKA. A script without capitals gets one at the start of each word, or none.
"""

import unicodedata
from collections.abc import Iterator

APOSTROPHES = "'’ʼ‘`´ʹ′＇"
JOINERS = "\u200c\u200d"
TIE = "\u0361"


def rewrite(text: str, matches: Iterator[tuple[int, int, str]], *, capitals: bool = True) -> str:
    """A text with spans of it written otherwise, each in the case of what it stands for.

    A capital whose letter is written as nothing passes on to what follows it. Words in a script without capitals
    get one, or none.
    """
    pieces: list[str] = []
    kept, owed = 0, False
    for start, stop, becomes in matches:
        piece = _cased(text, start, stop, becomes, capitals)
        pieces += (text[kept:start], capitalize(piece) if owed and start == kept and piece.islower() else piece)
        kept, owed = stop, not becomes and text[start].isupper()
    return unicodedata.normalize("NFC", "".join((*pieces, text[kept:])))


def _cased(text: str, start: int, stop: int, latin: str, capitals: bool) -> str:
    """Latin letters in the case of the span they stand for: Щука is Shchuka, ЩУКА is SHCHUKA."""
    first = text[start]
    if first.isupper():
        return latin.upper() if _in_capitals(text, start, stop) else capitalize(latin)
    starts_word = capitals and first.isalpha() and not _inside_word(text[start - 1 : start])
    return capitalize(latin) if starts_word and first.title() == first else latin


def _inside_word(before: str) -> bool:
    """Whether a letter behind that character goes on with its word: a vowel sign is no letter, yet part of one."""
    return before.isalpha() or before in JOINERS or unicodedata.category(before).startswith("M") if before else False


def _in_capitals(text: str, start: int, stop: int) -> bool:
    """Whether the span is all capitals; a single letter goes with the next, the last with the one before."""
    if stop - start > 1:
        return text[start:stop].isupper()
    following = text[stop : stop + 1]
    if following.isupper() or following.islower():
        return following.isupper()
    before = text[:start].rstrip(APOSTROPHES)
    return len(before) >= start - 1 and before[-1:].isupper()


def capitalize(latin: str) -> str:
    """The first letter as a capital, even behind an apostrophe, and with it the letter tied to it: я of Ялта is I͡A."""
    for position, char in enumerate(latin):
        if char.isalpha() and char != char.upper():
            stop = position + (3 if latin[position + 1 : position + 2] == TIE else 1)
            return latin[:position] + latin[position:stop].upper() + latin[stop:]
    return latin
