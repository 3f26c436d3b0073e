"""Words in use: how common a text is as a word of a language, names aside, and how much used as any word at all.

Frequencies come from wordfreq (CC BY-SA 4.0); a language it does not have knows no ordinary words.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from gazetteer.text.clean import fold

# Zipf scale: 3 is once in a million words, 6 once in a thousand.
COMMON = 4.0
KNOWN = 3.0
DEFAULT_LANGUAGE = "en"
# Writing without spaces, which wordfreq parts into words only with libraries we do not have.
UNPARTED = {"ja", "ko", "zh"}
SERBO_CROATIAN = {"bs", "hr", "sr"}  # which it counts as one


def zipf(text: str, language: str | None) -> float:
    """How common the rarest word of a text is in a language, on the Zipf scale; 0 if one is unknown.

    >>> zipf("Thursday", "en") > COMMON, zipf("Bakhmout", "en") > COMMON
    (True, False)
    """
    language = (language or DEFAULT_LANGUAGE).split("-")[0]
    if language not in _languages():
        return 0.0
    words, ordinary = fold(text).split(), _ordinary(language)
    # A word of letters alone is one token as it stands: most are names, which the list has not.
    if any([word not in ordinary and word.isalpha() for word in words]):  # noqa: C419
        return 0.0
    return min((_zipf(word, language) for word in words), default=0.0)


@lru_cache(4096)
def _zipf(word: str, language: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, language, wordlist="small"))


@cache
def _ordinary(language: str) -> Mapping[str, float]:
    """The words of a language's short list, with how frequent each is."""
    from wordfreq import get_frequency_dict

    found: Mapping[str, float] = get_frequency_dict(language, "small")
    return found


def usage(text: str, language: str | None) -> float:
    """How much the rarest word of a text is used in a language, rare names too, on the Zipf scale; 0 if it is not.

    >>> usage("Tashkent", "en") > 2.0, usage("Tachkent", "en")
    (True, 0.0)
    """
    language = (language or DEFAULT_LANGUAGE).split("-")[0]
    if language not in _languages():
        return 0.0
    return min((_usage(word, language) for word in fold(text).split()), default=0.0)


def is_widely_written(language: str) -> bool:
    """Whether a language is one in which so much is written that its words have been counted.

    >>> is_widely_written("fr"), is_widely_written("so")
    (True, False)
    """
    return language in _counted()


@lru_cache(16_384)
def _usage(word: str, language: str) -> float:
    hashes, levels = _used(language)
    asked = np.int64(hash(word))
    place = int(np.searchsorted(hashes, asked))
    return float(levels[place]) / 100 if place < len(hashes) and hashes[place] == asked else 0.0


@cache
def _used(language: str) -> tuple[NDArray[np.int64], NDArray[np.int16]]:
    """The hashes of all words of a language's longest list, in order, and the Zipf frequency of each in hundredths.

    Words that differ in marks alone are one word, as often used as the commonest of them.
    """
    from wordfreq import get_frequency_list

    best: dict[int, int] = {}
    for level, words in enumerate(get_frequency_list(language, "best")):
        for word in words:
            best.setdefault(hash(word if word.isascii() else fold(word)), 900 - level)
    hashes = np.fromiter(best, np.int64, len(best))
    order = np.argsort(hashes)
    return hashes[order], np.fromiter(best.values(), np.int16, len(best))[order]


@cache
def _counted() -> frozenset[str]:
    from wordfreq import available_languages

    return frozenset(available_languages("best")) | SERBO_CROATIAN


@cache
def _languages() -> frozenset[str]:
    from wordfreq import available_languages

    return frozenset(available_languages("small")) - UNPARTED
