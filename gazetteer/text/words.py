"""Words in use: how common a text is as a word of a language, names aside, and how much used as any word at all.

Frequencies come from wordfreq (CC BY-SA 4.0); a language it does not have knows no ordinary words.
"""

import math
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from gazetteer.text.clean import fold

# Zipf scale: 3 is once in a million words, 6 once in a thousand.
COMMON = 4.0
KNOWN = 3.0
DEFAULT_LANGUAGE = "en"
# Languages whose longest lists are asked for in one document or another: English, and those that have names of their
# own for places abroad and enough text to tell how much they are used.
EXONYMS_OF = ("cs", "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr")
READY = (DEFAULT_LANGUAGE, *EXONYMS_OF)
# Writing without spaces, or with words of many endings: wordfreq parts it only with libraries we do not have.
UNPARTED = {"ja", "ko", "zh"}
# Languages of which words are known and that a writing tells.
WRITINGS = {
    "Hani": ("zh", "ja"), "Kana": ("ja",), "Hang": ("ko",), "Grek": ("el",), "Hebr": ("he",), "Deva": ("hi",),
    "Beng": ("bn",), "Taml": ("ta",), "Arab": ("ar", "fa", "ur"), "Cyrl": ("ru", "uk"),
}  # fmt: skip
# The bits of a word's number in a table that are the word; and how frequent the first level of a list is.
WORD = (1 << 64) - (1 << 10)
MOST_USED = 900
Table = NDArray[np.uint64]
SERBO_CROATIAN = {"bs", "hr", "sr"}  # which it counts as one


def zipf(text: str, language: str | None) -> float:
    """How common the rarest word of a text is in a language, on the Zipf scale; 0 if one is unknown.

    What Chinese, Japanese and Korean write without blanks is looked up as one word.

    >>> zipf("Thursday", "en") > COMMON, zipf("Bakhmout", "en") > COMMON
    (True, False)
    """
    language = (language or DEFAULT_LANGUAGE).split("-")[0]
    if language in UNPARTED:
        frequency = _ordinary(language).get(unicodedata.normalize("NFKC", text).lower().strip(), 0.0)
        return round(math.log10(frequency) + 9, 2) if frequency else 0.0
    if language not in _languages():
        return 0.0
    words, ordinary = fold(text).split(), _ordinary(language)
    # As it is written too: *škola* is a word of Czech, *skola* is none.
    marked = words if text.isascii() else text.lower().split()
    pairs = list(zip(words, marked if len(marked) == len(words) else words, strict=True))
    # A word of letters alone is one token as it stands: most are names, which the list has not.
    if any([word not in ordinary and plain not in ordinary and plain.isalpha() for plain, word in pairs]):  # noqa: C419
        return 0.0
    return min((max(_zipf(one, language) for one in {*pair}) for pair in pairs), default=0.0)


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


def zipf_in_writing(text: str, script: str) -> float:
    """How common a text is as a word of any language that its writing tells, by its ISO 15924 code; 0 if none is told.

    >>> zipf_in_writing("学校", "Hani") > COMMON, zipf_in_writing("школа", "Latn")
    (True, 0.0)
    """
    return max((zipf(text, language) for language in WRITINGS.get(script, ())), default=0.0)


def has_words(language: str) -> bool:
    """Whether the ordinary words of a language are known.

    >>> has_words("zh-Hans"), has_words("fr"), has_words("ka")
    (True, True, False)
    """
    bare = language.split("-")[0]
    return bare in _languages() or bare in UNPARTED


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
    table = _table(language)
    asked = _hashed(word) & WORD
    place = int(np.searchsorted(table, np.uint64(asked)))
    found = int(table[place]) if place < len(table) else 0
    return (found - asked) / 100 if found & WORD == asked else 0.0


def count_words(language: str) -> Table:
    """All words of a language's longest list, with how much each is used, as numbers in ascending order.

    A number is 54 bits of the word's hash above 10 bits of its Zipf frequency in hundredths. Words that differ in marks
    or apostrophes alone are one word, as often used as the commonest of them.
    """
    from wordfreq import get_frequency_list

    best: dict[str, int] = {}
    # Not by way of its cache, which would hold the words of every language met, some hundreds of megabytes.
    for level, words in enumerate(get_frequency_list.__wrapped__(language, "best")):
        for word in words:
            best.setdefault(word if word.isascii() and word.isalnum() else fold(word), MOST_USED - level)
    hashes = np.fromiter(map(_hashed, best), np.uint64, len(best))
    return np.sort((hashes & np.uint64(WORD)) | np.fromiter(best.values(), np.uint64, len(best)))


def lend_tables(lender: Callable[[str], Table]) -> None:
    """Ask this for the tables of languages not met so far, which count_words would make; it takes seconds for some."""
    global _lender
    _lender = lender


_lender: Callable[[str], Table] = count_words


@cache
def _table(language: str) -> Table:
    return _lender(language)


def _hashed(word: str) -> int:
    return xxh3_64_intdigest(word.encode("utf-8", "surrogatepass"))


@cache
def _counted() -> frozenset[str]:
    from wordfreq import available_languages

    return frozenset(available_languages("best")) | SERBO_CROATIAN


@cache
def _languages() -> frozenset[str]:
    from wordfreq import available_languages

    return frozenset(available_languages("small")) - UNPARTED
