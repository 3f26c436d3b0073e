"""Words: writings without vowels, voiced from the list of words in the file of the orthography.

A word that is not on the list is read as it is written, its vowels unsaid, and that is never certain. One that comes
with vowel signs is read as the list has it, if that has the same signs, else by its own; with few of them that is not
certain either.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import islice, product

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.voiced import Voiced

WORDS = "words"  # what files call this voice
READINGS_MOST = 8
SIGNED_LEAST = 0.5  # of the letters of a word that is said to have its vowels
SIGNS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
LETTER_AND_SIGNS = re.compile(f"[^{SIGNS}][{SIGNS}]*")
PARTS = re.compile("(\u200c+)")  # what stands between the parts of a compound


def read_words(run: str, orthography: Orthography) -> Voiced:
    """What a word is read as: as it stands if it has vowel signs, else in each way the list has.

    >>> from gazetteer.languages import Orthography
    >>> from types import MappingProxyType
    >>> listed = MappingProxyType({"حسن": ("حَسَن", "حُسْن")})
    >>> made_up = Orthography("ar-Arab", "ar", "Arab", "Arabic", (), None, (), listed)
    >>> read_words("حسن", made_up).certain, len(read_words("حسن", made_up).readings), read_words("حَسَن", made_up).certain
    (False, 2, True)
    """
    plain = unicodedata.normalize("NFKC", run).translate(_table(orthography.alike))
    known = _known(plain, orthography)
    if not known and len(parts := PARTS.split(plain)) > 1:
        return _compound(parts, orthography)
    bare = _without_signs(plain)
    if bare != plain:
        fitting = tuple(one for one in _known(bare, orthography) if _fits(plain, one))
        return Voiced(fitting, certain=len(fitting) == 1) if fitting else Voiced((plain,), certain=_is_signed(plain))
    return Voiced(known or (plain,), certain=len(known) == 1)


def _known(word: str, orthography: Orthography) -> tuple[str, ...]:
    """The readings of a word, or those of what follows a prefix in it, behind each reading of the prefix."""
    if found := _listed(word, orthography):
        return found
    return tuple(
        before + rest
        for prefix, read in orthography.prefixes.items()
        if word.startswith(prefix)
        for before in read
        for rest in _listed(word.removeprefix(prefix), orthography)
    )


def _listed(word: str, orthography: Orthography) -> tuple[str, ...]:
    """The readings of a word on the list; if it is not there, those of words that careless writing has for it."""
    if word in orthography.words or not orthography.loosely:
        return orthography.words.get(word, ())
    loose = _table(orthography.loosely)
    sought = word.translate(loose)
    found = (read for written, read in orthography.words.items() if written.translate(loose) == sought)
    return tuple(dict.fromkeys(one for read in found for one in read))


def _compound(parts: list[str], orthography: Orthography) -> Voiced:
    """The readings of parts and of what stands between them, together."""
    read = [
        Voiced((part,), True) if not part or PARTS.fullmatch(part) else read_words(part, orthography) for part in parts
    ]
    together = islice(map("".join, product(*(one.readings for one in read))), READINGS_MOST)
    return Voiced(tuple(together), all(one.certain for one in read))


def _fits(word: str, reading: str) -> bool:
    """Whether a reading has every sign that a word has, on the same letters.

    >>> _fits("محمّد", "مُحَمَّد"), _fits("حُسن", "حَسَن")
    (True, False)
    """
    written, read = _letters(word), _letters(reading)
    return len(written) == len(read) and all(
        one == other and signs <= others for (one, signs), (other, others) in zip(written, read, strict=True)
    )


def _is_signed(word: str) -> bool:
    """Whether enough of a word's letters have signs for its vowels to be known: one shadda says too little.

    >>> _is_signed("مُحَمَّد"), _is_signed("محمّد")
    (True, False)
    """
    letters = _letters(word)
    return sum(bool(signs) for _, signs in letters) >= SIGNED_LEAST * len(letters)


def _letters(word: str) -> list[tuple[str, frozenset[str]]]:
    """Each letter of a word and the signs on it."""
    return [(found[0][0], frozenset(found[0][1:])) for found in LETTER_AND_SIGNS.finditer(word)]


def _table(letters: Mapping[str, str]) -> dict[int, str]:
    return {ord(letter): becomes for letter, becomes in letters.items()}


def _without_signs(word: str) -> str:
    return "".join([char for char in word if not unicodedata.combining(char)])
