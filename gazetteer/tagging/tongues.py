"""Which language a copy is written in, where nobody says: told by its letters and its small words, or the usual one.

Only what is plain is told. A line of names, or a few words, may be anybody's.
"""

import re
from collections.abc import Sequence

from gazetteer.romanization.guessing import guess, with_systems
from gazetteer.romanization.language_names import script_of_language
from gazetteer.styles import styles
from gazetteer.text.scripts import scripts_of
from gazetteer.text.words import DEFAULT_LANGUAGE, READY, usage

UNKNOWN = "und"  # plainly not the usual language, and none that can be told
LOOKED_AT = 4_000  # characters at the start of a copy
WORDS_MOST = 200
# So many words without a capital, at least, tell a language; so many tell that it is none of those known.
WORDS_LEAST, WORDS_TO_DENY = 3, 5
# The mean Zipf frequency of a text's words in its own language is above the first, in one that is not akin below the
# second. The right language is ahead by as much as this.
AT_HOME, ABROAD, AHEAD = 4.5, 3.5, 1.0
# A text has less than the first share of its letters in Latin ones if it is in others, but for names and quotations.
MOSTLY, FEW = 0.5, 0.2
SURE = 0.9
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, usual: str) -> str:
    """The language of a text: the usual one, unless it is plainly another; `und` where that cannot be told.

    >>> language_of("Die Stadt Lwiw liegt im Westen des Landes.", "en"), language_of("Kiev", "en")
    ('de', 'en')
    """
    text = text[:LOOKED_AT]
    counts = scripts_of(text)
    share = counts.get("Latn", 0) / (sum(counts.values()) or 1)
    words = [word for word in _WORD.findall(text) if word.islower() and scripts_of(word).get("Latn")][:WORDS_MOST]
    if counts and (share < FEW or (share < MOSTLY and not words)):
        return _by_letters(text, usual)
    if len(words) < WORDS_LEAST:
        return usual
    return _by_words(words, usual)


def _by_letters(text: str, usual: str) -> str:
    """The language of a text in other letters than Latin ones."""
    found = guess(text, with_systems())
    if not found:
        return UNKNOWN
    own = found[0].orthography
    akin = script_of_language(usual) == script_of_language(own.language)
    return usual if akin and found[0].confidence < SURE else own.language


def _by_words(words: Sequence[str], usual: str) -> str:
    """The language whose words these are."""
    at_home = _use(words, usual)
    if at_home >= AT_HOME and usual == DEFAULT_LANGUAGE:
        return usual  # much English is written in all countries, and little of theirs in English ones
    others = dict.fromkeys((*READY, *(style.language for style in styles().values())))
    uses = {one: _use(words, one) for one in others if script_of_language(one) == "Latn"}
    best = max(uses, key=lambda one: uses[one])
    if uses[best] >= max(AT_HOME, at_home + AHEAD):
        return best
    return UNKNOWN if at_home < ABROAD and len(words) >= WORDS_TO_DENY else usual


def _use(words: Sequence[str], language: str) -> float:
    """How much a language uses these words, on the Zipf scale, in the mean."""
    return sum(usage(word, language) for word in words) / len(words)
