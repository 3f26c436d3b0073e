"""Letters side by side: how usual they are in the names that one language has for countries, languages and cities.

The names are those of CLDR, which ICU carries. They are no dictionary, only enough to tell which of several spellings
looks like the language; nothing here says that a spelling is right. A language that CLDR names nothing in has none.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import icu

from gazetteer.languages import MIXED
from gazetteer.text.scripts import script_of_char

EDGE = "#"  # where a word begins or ends
# Their names are adjectives of the masculine, as surnames are, where those of languages are of the feminine.
CALENDARS = (
    "buddhist", "chinese", "coptic", "dangi", "ethiopic", "gregorian", "hebrew", "indian", "islamic", "japanese",
    "persian", "roc",
)  # fmt: skip
# CLDR knows Korean by the code of Hangul with the Han it may have.
WRITTEN_AS: Mapping[str, str] = MappingProxyType({"Hang": "Kore"})
MANY = frozenset(("Hani", "Jpan"))  # scripts of thousands of letters, too many for names to show them side by side
LEAST = 1_000  # letters; fewer say nothing
UNSEEN = 0.1  # how often a pair that was never seen is taken to have been
UNKNOWN_COST = math.log(100)  # of a letter in a language nothing is known of: as a rare pair, or ignorance would win


@dataclass(frozen=True, slots=True)
class Usage:
    """How usual the letters of a language are side by side."""

    pairs: Mapping[str, int]
    firsts: Mapping[str, int]
    kinds: int  # of letters, the edge among them

    def cost(self, pair: str) -> float:
        """How surprising the second letter is after the first: the negated logarithm of its share.

        >>> usage_of("uk", "Cyrl").cost("кк") > usage_of("uk", "Cyrl").cost("ка")
        True
        """
        return math.log((self.firsts.get(pair[0], 0) + UNSEEN * self.kinds) / (self.pairs.get(pair, 0) + UNSEEN))

    def seen(self, pair: str) -> bool:
        """Whether some name has these two letters side by side, or the letter at that edge of a word."""
        return pair in self.pairs


@cache
def usage_of(language: str, script: str) -> Usage | None:
    """What is known of a language's letters in a script; None if that is too little.

    >>> usage_of("la", "Cyrl") is None
    True
    """
    if script in MANY:
        return None
    pairs: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    for word in dict.fromkeys(_words(language, script)):
        for pair in map("".join, zip(EDGE + word, word + EDGE, strict=True)):
            pairs[pair] += 1
            firsts[pair[0]] += 1
    return Usage(pairs, firsts, len(firsts)) if pairs.total() >= LEAST else None


def cost_of(word: str, usage: Usage | None) -> float:
    """How surprising a lower-case word is in a language; a letter of a language that is not known costs the same."""
    if usage is None:
        return UNKNOWN_COST * len(word)
    return sum(usage.cost(pair) for pair in map("".join, zip(EDGE + word, word + EDGE, strict=True)))


def is_usual(word: str, usage: Usage | None) -> bool:
    """Whether the names of a language have all the letters side by side that a lower-case word has; unknown is usual.

    >>> is_usual("київ", usage_of("uk", "Cyrl")), is_usual("киьв", usage_of("uk", "Cyrl"))
    (True, False)
    """
    return usage is None or all(map(usage.seen, map("".join, zip(EDGE + word, word + EDGE, strict=True))))


def _words(language: str, script: str) -> Iterator[str]:
    """The words of CLDR's names in the language, lower-case, that are in the script, or in those mixed, throughout."""
    scripts = MIXED.get(script, {script})
    for name in _names(icu.Locale.forLanguageTag(f"{language}-{WRITTEN_AS.get(script, script)}")):
        for word in name.lower().replace("’", "ʼ").replace("'", "ʼ").split():
            whole = word.strip("()[],.«»„“-–")
            if whole and all(char in "ʼ-" or script_of_char(char) in scripts for char in whole):
                yield from filter(None, whole.split("-"))


def _names(locale: icu.Locale) -> Iterator[str]:
    for code in icu.Locale.getISOCountries():
        yield icu.Locale("", code).getDisplayCountry(locale)
    for code in icu.Locale.getISOLanguages():
        yield icu.Locale(code).getDisplayLanguage(locale)
    for calendar in CALENDARS:
        yield icu.Locale(f"en@calendar={calendar}").getDisplayName(locale)
    zones = icu.TimeZoneNames.createInstance(locale)
    for zone in icu.TimeZone.createEnumeration():
        yield zones.getExemplarLocationName(zone) or ""
