"""Korean: Hangul as it is said, or as it is written, letter by letter; or a person's name with its family in Latin.

A blank stands between family name and given name, an equals sign between the syllables of a given name, a hyphen before
the rank of a place; sounds do not change across them. The file lists words whose sounds their writing does not tell.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.korean_names import FAMILY_NAMES, GIVEN, Division, divisions
from gazetteer.romanization.voices.korean_sounds import Syllable, letters_of, sounded, spelled, with_n
from gazetteer.romanization.voices.voiced import Voiced

HANGUL, JAMO, NAMES = "hangul", "jamo", "hangul-names"  # what files call these voices
SYLLABLES = re.compile("[가-힣]+")
# A road and a station are words of their own behind a name: n and l do not become ll, and a ㄴ comes in.
ROAD, STATION = "로", "역"
SHORTEST_NAME = 2  # syllables of a person's
LONGEST_WORD = 2  # syllables of one word that is no compound


def read_hangul(run: str, orthography: Orthography) -> Voiced:
    """A run as it is said; certain only if it can be but one word, in which no ㄴ can come in."""
    if run in orthography.words:
        known = orthography.words[run]
        return Voiced(tuple(spelled(letters_of(said)) for said in known), certain=len(known) == 1)
    if not SYLLABLES.fullmatch(run):
        return _pieces(run, orthography)
    readings = tuple(dict.fromkeys(said for division in divisions(run) for said in _readings(division)))
    return Voiced(readings, certain=len(readings) == 1)


def read_jamo(run: str, orthography: Orthography) -> Voiced:
    """A run letter by letter, as it is written: nothing is left open."""
    return Voiced((SYLLABLES.sub(lambda found: spelled(letters_of(found[0])), run),), certain=True)


def read_names(run: str, orthography: Orthography) -> Voiced:
    """A run as a person's name, the family name in each way that its bearers write it; anything else as it is said."""
    found = divisions(run) if run not in orthography.words and SYLLABLES.fullmatch(run) else ()
    persons = [one for one in found if one.person]
    if not persons or not (found[0].person or len(run) == SHORTEST_NAME):
        return read_hangul(run, orthography)
    readings = [f"{family} {_given(one)}" for one in persons for family in FAMILY_NAMES[one.parts[0]]]
    return Voiced(tuple(readings), certain=False)


def _pieces(run: str, orthography: Orthography) -> Voiced:
    """A run that has letters in it which are no syllables: those stay as they are, the rest is said."""
    said = SYLLABLES.sub(lambda found: read_hangul(found[0], orthography).readings[0], run)
    return Voiced((said,), certain=False)


def _readings(division: Division) -> Iterator[str]:
    """A division as it is said; where a ㄴ may come in, in both ways, and with it first in stations and roads."""
    first, *others = map(letters_of, division.parts)
    for way in [first] if division.person else _compounds(division.parts[0], first):
        said = [spelled(sounded(part)) for part in (way, *others)]
        yield "".join(map("".join, zip_longest(said, division.joints, fillvalue="")))


def _compounds(word: str, letters: list[Syllable]) -> list[list[Syllable]]:
    """A word in the ways that it may be put together, the likeliest first."""
    if len(word) <= LONGEST_WORD:
        return [letters]
    apart = with_n(letters)
    if word.endswith(ROAD) and letters[-2].final == "ᆫ":
        return [[*letters[:-1], replace(letters[-1], initial="ᄂ")], letters]
    if apart is None:
        return [letters]
    return [apart, letters] if word.endswith(STATION) else [letters, apart]


def _given(division: Division) -> str:
    return GIVEN.join(spelled(sounded(letters_of(part))) for part in division.parts[1:])
