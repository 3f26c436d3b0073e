"""Hangul: what Korean syllables say, by the arithmetic of their code points.

Letters are read as the Revised Romanization reads them, with two of its sound changes: a final
consonant is carried over to a following vowel, and n, m, l colour their neighbours (ㄴㄹ is l).
Vowels are broad: ㅓ is o, ㅡ is u.
"""

import re
import unicodedata
from collections.abc import Sequence

from gazetteer.romanization.borrowed import HANGUL

FIRST, LAST = 0xAC00, 0xD7A3
INITIALS = ("g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k", "t", "p", "h")
VOWELS = (
    "a", "e", "ya", "ye", "o", "e", "yo", "ye", "o", "va", "ve", "ve", "yo", "u", "vo", "ve", "vi", "yu", "u",
    "ui", "i",
)  # fmt: skip
BORROWED = [HANGUL.get(number, said) for number, said in enumerate(VOWELS)]
FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
    "ng", "t", "t", "k", "t", "p", "",
)  # fmt: skip
# What a final says before a vowel, where it is carried over; a cluster leaves its first part behind.
CARRIED = (
    "", "g", "k", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "bs", "s",
    "s", "ng", "j", "ch", "k", "t", "p", "",
)  # fmt: skip
NASAL = {"k": "ng", "t": "n", "p": "m"}
SILENT, RIEUL, NASALS = 11, 5, (2, 6)
_SYLLABLES = re.compile(r"[가-힣]+")


def read(text: str, *, borrowed: bool = False) -> str:
    """What a text in Hangul says; anything else is left as it stands. A borrowed name is without the vowels it lacks.

    >>> read("서울"), read("평양"), read("신라"), read("한국어")
    ('soul', 'pyongyang', 'silla', 'hangugo')
    >>> read("크리프텔", borrowed=True)
    'kriptel'
    """
    vowels = BORROWED if borrowed else VOWELS
    return _SYLLABLES.sub(lambda found: _word(found[0], vowels), unicodedata.normalize("NFC", text))


def _word(word: str, vowels: Sequence[str]) -> str:
    parts = [divmod(ord(syllable) - FIRST, 588) for syllable in word]
    said: list[str] = []
    before = ""
    for place, (initial, rest) in enumerate(parts):
        vowel, final = divmod(rest, 28)
        following = parts[place + 1][0] if place + 1 < len(parts) else None
        opening = INITIALS[initial]
        if (before == "l" and initial in (RIEUL, NASALS[0])) or (before == "n" and initial == RIEUL):
            opening = "l"
        elif initial == RIEUL and before:
            opening = "n"
        closing = _closing(final, following)
        said.append(opening + vowels[vowel] + closing)
        before = FINALS[final] if following != SILENT else ""
    return "".join(said)


def _closing(final: int, following: int | None) -> str:
    if following == SILENT:
        return CARRIED[final]
    said = FINALS[final]
    if following == RIEUL and said == "n":
        return "l"
    return NASAL.get(said, said) if following in (*NASALS, RIEUL) else said
