"""Words of place names: what English ones may have been before they were translated, as they stand in other names.

Only the words of `calques.toml` are turned back, and only into their nominative; any other word stays as it is.
"""

import itertools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from gazetteer.errors import UnknownSystem
from gazetteer.keys import exact_key
from gazetteer.languages.official import OFFICIAL, official_languages
from gazetteer.matching.native import NEIGHBOURS
from gazetteer.romanization.language_names import script_of_language
from gazetteer.romanization.systems import lowered, romanized, systems_of
from gazetteer.text.scripts import script_of

FILE = Path(__file__).with_name("calques.toml")
WORDS_REMEMBERED = 2_048
TRIED = 500  # names of one run of words, in one language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """English words, in small letters, with what each is in other languages; and what places are spoken of by."""

    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    between: Mapping[str, frozenset[str]]
    reversed: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The words of `calques.toml`."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    words = {
        one: {tongue: tuple(forms.split()) for tongue, forms in said.items()}
        for english, said in raw["word"].items()
        for one in english.split()
    }
    between = {english: frozenset(said.split()) for english, said in raw["between"].items()}
    nouns, adjectives = (frozenset(raw["common"][sort].split()) for sort in ("nouns", "adjectives"))
    return Lexicon(words, between, frozenset(raw["order"]["after"].split()), nouns, adjectives)


def languages_of(country: str) -> tuple[str, ...]:
    """The languages in which a country's places have names that may have been translated."""
    return tuple(dict.fromkeys((*official_languages(country), *NEIGHBOURS.get(country, ()))))


@cache
def countries_of(language: str) -> frozenset[str]:
    """The countries whose main language this is.

    >>> countries_of("pl")
    frozenset({'PL'})
    """
    return frozenset(country for country in OFFICIAL if official_languages(country)[:1] == (language,))


def is_common(words: Sequence[str]) -> bool:
    """Whether places are spoken of by these words anywhere.

    >>> is_common(("Old", "Town")), is_common(("White", "Church"))
    (True, False)
    """
    known = lexicon()
    said = [word.lower() for word in words]
    return any(word in known.nouns for word in said) and all(word in known.nouns | known.adjectives for word in said)


def translated_back(words: Sequence[str], language: str) -> Iterator[str]:
    """The names in a language that these words may be translated from; a word that is not in the lexicon stays.

    >>> list(translated_back(("Yellow", "Waters"), "pl"))
    ['żółty wody', 'żółta wody', 'żółte wody']
    >>> "nizhny tagil" in translated_back(("Lower", "Tagil"), "ru")
    True
    """
    known = lexicon().words
    stays = any(word.lower() not in known for word in words)
    said: list[Sequence[str]] = []
    for word in words:
        forms = known[word.lower()].get(language, ()) if word.lower() in known else (word.lower(),)
        said.append(_in_latin(forms, language) if stays and word.lower() in known else forms)
    orders = (said, said[::-1]) if language in lexicon().reversed else (said,)
    names = itertools.chain.from_iterable(itertools.product(*order) for order in orders)
    return (" ".join(name) for name in itertools.islice(names, TRIED))


@lru_cache(WORDS_REMEMBERED)
def _in_latin(forms: tuple[str, ...], language: str) -> tuple[str, ...]:
    """These words in Latin letters, by whatever system, where their language is written otherwise."""
    if not forms or script_of(forms[0]) == "Latn":
        return forms
    try:
        systems = systems_of(f"{language}-{script_of_language(language)}")
    except UnknownSystem:
        return ()
    written = (text for form in forms for text in romanized(lowered(form), systems))
    return tuple({exact_key(text): text for text in written}.values())
