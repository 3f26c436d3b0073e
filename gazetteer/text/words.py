"""Ordinary words: how common a text is as a word of a language, names aside.

Frequencies come from wordfreq (CC BY-SA 4.0); a language it does not have knows no ordinary words.
"""

from functools import cache, lru_cache

from gazetteer.text.clean import fold

# Zipf scale: 3 is once in a million words, 6 once in a thousand.
COMMON = 4.0
KNOWN = 3.0
DEFAULT_LANGUAGE = "en"
# Writing without spaces, which wordfreq parts into words only with libraries we do not have.
UNPARTED = {"ja", "ko", "zh"}


def zipf(text: str, language: str | None) -> float:
    """How common the rarest word of a text is in a language, on the Zipf scale; 0 if one is unknown.

    >>> zipf("Thursday", "en") > COMMON, zipf("Bakhmout", "en") > COMMON
    (True, False)
    """
    language = (language or DEFAULT_LANGUAGE).split("-")[0]
    if language not in _languages():
        return 0.0
    words = fold(text).split()
    return min((_zipf(word, language) for word in words), default=0.0)


@lru_cache(4096)
def _zipf(word: str, language: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, language, wordlist="small"))


@cache
def _languages() -> frozenset[str]:
    from wordfreq import available_languages

    return frozenset(available_languages("small")) - UNPARTED
