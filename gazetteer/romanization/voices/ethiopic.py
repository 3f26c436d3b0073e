"""Ethiopic: a word with the short vowel of its sixth-order letters, where it is said.

A letter of the sixth order stands for a consonant with a short vowel or with none, and the writing does not say which.
The vowel is put as ɨ behind a letter that cannot do without it.
"""

import unicodedata

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.voiced import Voiced

ETHIOPIC = "ethiopic"  # what files call this voice
VOWEL = "ɨ"
SIXTH = 5  # of the eight places of a row
ALONE = "እ"  # which has no consonant that could do without
# Sounds from the most sonorous to the least: a word may end in two that follow in this order.
SONORITY = ("ውይ", "ርል", "ምንኝ", "ስሥዝሽዥፍህሕኅኽቭ")


def read_ethiopic(run: str, orthography: Orthography) -> Voiced:
    """What a word is read as, and what it may be read as if its last two letters are parted, or not parted.

    >>> from gazetteer.languages import orthographies
    >>> read_ethiopic("ባሕር", orthographies()["am-Ethi"])
    Voiced(readings=('ባሕɨር', 'ባሕር'), certain=False)
    """
    if not any(map(_is_sixth, run)):
        return Voiced((run,), certain=True)
    likely, other = _read(run, parted=None), [_read(run, parted=parted) for parted in (False, True)]
    return Voiced(tuple(dict.fromkeys((likely, *other))), certain=False)


def _read(run: str, *, parted: bool | None) -> str:
    """The word with its vowels: the last two letters parted by one or not, or as their sounds allow."""
    written, closed = [], True  # whether what came before needs a vowel to follow
    for at, letter in enumerate(run):
        written.append(letter)
        if not _is_sixth(letter):
            closed = False
            continue
        following = run[at + 1 : at + 3]
        said = letter in ALONE or (bool(following) and (closed or _parted(letter, following, parted)))
        written += [VOWEL] if said else []
        closed = not said
    return "".join(written)


def _parted(letter: str, following: str, parted: bool | None) -> bool:
    """Whether a vowel stands between the last two letters of a word."""
    if len(following) > 1 or not _is_sixth(following):
        return False
    return _sonority(letter) >= _sonority(following) if parted is None else parted


def _sonority(letter: str) -> int:
    """The place of a letter among sounds: the larger, the less sonorous."""
    return next((place for place, letters in enumerate(SONORITY) if letter in letters), len(SONORITY))


def _is_sixth(letter: str) -> bool:
    return "ETHIOPIC SYLLABLE" in unicodedata.name(letter, "") and (ord(letter) & 7) == SIXTH
