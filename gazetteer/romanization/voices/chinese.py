"""Pinyin: how Chinese characters, simplified or traditional, are read in Mandarin, as syllables that rules write.

A hyphen stands between the syllables of a word, an equals sign between those of a given name, a blank between words.
The words of the orthography's file come before the dictionary; a character that has several readings gives them all.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from gazetteer.languages import Orthography
from gazetteer.romanization.han import simplify
from gazetteer.romanization.voices.chinese_names import FAMILY_READINGS, Division, divisions
from gazetteer.romanization.voices.voiced import Voiced
from gazetteer.text.scripts import script_of_char

PINYIN, PINYIN_WITH_TONES = "pinyin", "pinyin-tones"  # what files call these voices
REMEMBERED = 16_384
WAYS_MOST = 6  # of reading one division
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))
LONGEST_CERTAIN = 4  # characters; a longer run falls into words that nothing marks
LONGEST_WORD = 6  # characters, in the file
# 乾 is 干 in simplified writing only where it is dry; in names it is the heaven of the Book of Changes.
KEPT = "乾"
HAN = "Hani"


def read_pinyin(run: str, orthography: Orthography) -> Voiced:
    """A run in pinyin without tones.

    >>> from gazetteer.languages import orthographies
    >>> read_pinyin("重慶", orthographies()["zh-Hani"])
    Voiced(readings=('chong-qing',), certain=True)
    """
    toned = read_pinyin_with_tones(run, orthography)
    readings = tuple(dict.fromkeys(map(_without_tones, toned.readings)))
    return Voiced(readings, toned.certain or _certain(run, readings))


def read_pinyin_with_tones(run: str, orthography: Orthography) -> Voiced:
    """A run in pinyin, each syllable with the mark of its tone, those of the neutral one without."""
    simple = simplify(run)
    if len(simple) == len(run):
        simple = "".join(own if own in KEPT else char for own, char in zip(run, simple, strict=True))
    if simple in orthography.words and len(simple) > 1:
        known = orthography.words[simple]
        return Voiced(known, certain=len(known) == 1)
    ways = [
        reading
        for division in divisions(simple, is_word=len(_cut()(simple)) == 1)
        for reading in islice(_readings(division, orthography), WAYS_MOST)
    ]
    readings = tuple(dict.fromkeys(ways))
    return Voiced(readings, _certain(run, readings))


def _readings(division: Division, orthography: Orthography) -> Iterator[str]:
    """The readings of a division into words; a given name has its syllables told apart from those of a place."""
    words = [[*islice(_word(word, orthography), WAYS_MOST)] for word in division.words]
    if len(words) > 1 and not division.person:
        words[-1] = words[-1][:1]  # what a place is has one reading
    if division.person:
        family = division.words[0]
        words[0] = [*dict.fromkeys((*FAMILY_READINGS.get(family, ()), *words[0]))]
        words[1] = [given.replace("-", "=") for given in words[1]]
    return (" ".join(said) for said in product(*words))


def _word(word: str, orthography: Orthography) -> Iterator[str]:
    """The readings of a word: those of the longest writings in the file, and the dictionary's for the rest."""
    pieces: list[tuple[str, ...]] = []
    rest, at = "", 0
    while at < len(word):
        found = _listed(word, at, orthography)
        if found:
            pieces += (*_by_dictionary(rest, orthography), orthography.words[found])
            rest, at = "", at + len(found)
        else:
            rest, at = rest + word[at], at + 1
    pieces += _by_dictionary(rest, orthography)
    return ("-".join(said) for said in product(*pieces))


def _listed(word: str, at: int, orthography: Orthography) -> str | None:
    """The longest writing of more than one character that the file has for this place of a word."""
    ends = range(min(len(word), at + LONGEST_WORD), at + 1, -1)
    return next((word[at:end] for end in ends if word[at:end] in orthography.words), None)


def _by_dictionary(text: str, orthography: Orthography) -> Iterator[tuple[str, ...]]:
    """The readings of each word that the dictionary cuts a text into; a lone character may have several in the file."""
    if not text:
        return
    for word in _cut()(text):
        yield orthography.words[word] if word in orthography.words else (_look_up(word),)


@cache
def _cut() -> Callable[[str], list[str]]:
    """The function that cuts a text into the words of the dictionary."""
    from pypinyin.seg.simpleseg import seg

    cut: Callable[[str], list[str]] = seg
    return cut


@lru_cache(REMEMBERED)
def _look_up(word: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return "-".join(lazy_pinyin([word], style=Style.TONE))


def _certain(run: str, readings: Sequence[str]) -> bool:
    """Whether a short run has but one reading, in which every character was known."""
    if len(readings) > 1 or len(run) > LONGEST_CERTAIN:
        return False
    return all(script_of_char(char) != HAN for char in readings[0])


def _without_tones(reading: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", reading).translate(TONES))
