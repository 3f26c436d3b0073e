"""Schwa: a word in a northern Indic script, with the inherent vowels that nobody says struck out.

Writing does not tell which those are. The last one of a word is not said, but after letters that could not end it; one
within a word is not if it stands alone between two that are. Compounds break that, so a second reading counts from the
start of the word, a third strikes out the last alone, and none is certain. The words of the file end compounds, or are
names of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.voiced import Voiced

SCHWA = "schwa"  # what files call this voice
BLOCK = 0x80  # these scripts have one letter at one place of their blocks
FIRST, LAST = 0x15, 0x39  # consonants
NUKTA, VIRAMA = 0x3C, 0x4D
SIGNS = range(0x3E, 0x4D)
GLIDES = frozenset((0x2F, 0x30, 0x32, 0x33, 0x35))  # y, r, l, v, which a word seldom ends in after another consonant
NASALS = frozenset((0x1E, 0x28, 0x2E))  # ñ, n and m, likewise, but after r and l


@dataclass(frozen=True, slots=True)
class Letter:
    """One consonant or vowel with what hangs on it, and what it has for a vowel."""

    text: str
    consonant: int | None  # its place in the block
    inherent: bool  # whether its vowel is not written
    silent: bool = False  # whether it has none
    joined: bool = False  # whether the letter before it has none, as written
    marked: bool = False


def read_schwa(run: str, orthography: Orthography) -> Voiced:
    """What a word is read as, viramas put where no vowel is said; the likeliest reading first.

    >>> from gazetteer.languages import orthographies
    >>> hindi = orthographies()["hi-Deva"]
    >>> read_schwa("कानपुर", hindi).readings[0], read_schwa("दिल्ली", hindi).certain
    ('कान्पुर्', True)
    """
    for word, readings in sorted(orthography.words.items(), key=lambda entry: -len(entry[0])):
        if run.endswith(word):
            before = _ways(run[: -len(word)]) if run != word else ("",)
            ways = tuple(f"{first}{last}" for first in before for last in readings)
            return Voiced(ways, certain=run == word and len(ways) == 1)
    ways = _ways(run)
    return Voiced(ways, certain=len(ways) == 1)


def _ways(run: str) -> tuple[str, ...]:
    """The readings of a word that is no compound of the file's."""
    letters = _last(_letters(run))
    last_first = _struck(letters, range(len(letters) - 1, -1, -1))
    first_last = _struck(letters, range(len(letters)))
    return tuple(dict.fromkeys(map(_written, (last_first, first_last, letters))))


def _letters(run: str) -> list[Letter]:
    """The letters of a word, each with its nukta, its sign and its marks."""
    letters: list[Letter] = []
    for char in run:
        place = ord(char) % BLOCK
        if FIRST <= place <= LAST and char.isalpha():
            joined = bool(letters) and letters[-1].silent
            letters.append(Letter(char, place, inherent=True, joined=joined))
        elif char.isalpha() or not letters:
            letters.append(Letter(char, None, inherent=False))
        else:
            letters[-1] = _with(letters[-1], char, place)
    return letters


def _with(letter: Letter, char: str, place: int) -> Letter:
    text = letter.text + char
    if place == VIRAMA:
        return replace(letter, text=text, inherent=False, silent=True)
    if place in SIGNS:
        return replace(letter, text=text, inherent=False)
    return replace(letter, text=text, marked=letter.marked or place != NUKTA)


def _last(letters: list[Letter]) -> list[Letter]:
    """The letters, the last one without its vowel unless the word could not end so."""
    last = letters[-1]
    if len(letters) == 1 or not last.inherent or last.marked or (last.joined and _hard_end(letters[-2], last)):
        return letters
    return [*letters[:-1], replace(last, silent=True)]


def _hard_end(before: Letter, last: Letter) -> bool:
    return last.consonant in GLIDES or (last.consonant in NASALS and before.consonant not in GLIDES)


def _struck(letters: list[Letter], order: Iterable[int]) -> list[Letter]:
    """The letters without the vowels that stand alone between two that are said, looked for in that order."""
    kept = list(letters)
    for at in order:
        if 0 < at < len(kept) - 1 and _strikable(kept[at], kept[at - 1], kept[at + 1]):
            kept[at] = replace(kept[at], silent=True)
    return kept


def _strikable(letter: Letter, before: Letter, after: Letter) -> bool:
    alone = letter.inherent and not letter.silent and not letter.joined and not letter.marked
    return alone and not before.silent and after.consonant is not None and not after.silent


def _written(letters: list[Letter]) -> str:
    return "".join(letter.text + (_virama(letter) if letter.silent and letter.inherent else "") for letter in letters)


def _virama(letter: Letter) -> str:
    """The virama of a letter's script."""
    return chr(ord(letter.text[0]) // BLOCK * BLOCK + VIRAMA)
