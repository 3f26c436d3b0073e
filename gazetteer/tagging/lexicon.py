"""What is known of words by themselves: given names, ordinary words, demonyms, titles, generic words.

A word list never links anything; it keeps what is no name, or another kind's name, from being linked.
"""

import csv
import gzip
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import icu

from gazetteer.text.clean import fold
from gazetteer.text.words import zipf

SEEDS = Path(__file__).parents[2] / "seeds"
GIVEN_NAMES, FIRST_NAMES = SEEDS / "given_names.tsv.gz", SEEDS / "first_names.txt"
# Zipf frequency from which a word in small letters is an ordinary one wherever it stands, and where a sentence opens.
ORDINARY, ORDINARY_OPENING = 4.6, 3.4
_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8")).items()
}
DEMONYMS, TITLES, PLACE_BEFORE = _WORDS["demonyms"], _WORDS["titles"], _WORDS["before_places"]
NAME_PARTICLES, SORTS, GENERIC = _WORDS["particles"], _WORDS["sorts"], _WORDS["generic"]
OF_A_PLACE = SORTS | _WORDS["of_a_place"]
CHAINED, NO_GIVEN_NAMES = _WORDS["chained"], _WORDS["no_given_names"]
BETWEEN_NAMES = frozenset(("of", "the", "and"))
PARTICLES = NAME_PARTICLES | BETWEEN_NAMES | {"e"}


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names by their folded form, with the groups of equivalent ones, and which are English; and surnames."""

    groups: Mapping[str, frozenset[str]]
    surnames: frozenset[str]
    english: frozenset[str]


@cache
def given_names() -> GivenNames:
    """The given names in Latin letters of `seeds/given_names.tsv.gz`, and first words of people's names besides."""
    groups: dict[str, set[str]] = {}
    surnames, english = set[str](), set[str]()
    with gzip.open(GIVEN_NAMES, "rt", encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["script"] != "Latin":
                continue
            if row["kind"] == "given":
                own = groups.setdefault(fold(row["name"]), set())
                if row["lang"] == "en":
                    english.add(fold(row["name"]))
                if row["group"].startswith("c:"):
                    own.add(row["group"])
            else:
                surnames.add(fold(row["name"]))
    for name in FIRST_NAMES.read_text(encoding="utf-8").split():
        if name not in TITLES | PARTICLES | NO_GIVEN_NAMES:
            groups.setdefault(name, set())
    return GivenNames({name: frozenset(own) for name, own in groups.items()}, frozenset(surnames), frozenset(english))


def is_given(word: str) -> bool:
    """Whether a word is a given name somewhere."""
    return fold(word) in given_names().groups


def is_surname(word: str) -> bool:
    """Whether a word is a surname somewhere."""
    return fold(word) in given_names().surnames


def same_given(one: str, other: str) -> bool:
    """Whether two given names are forms of one, as Alexander and Oleksandr.

    >>> same_given("Alexander", "Oleksandr"), same_given("Peter", "Paul")
    (True, False)
    """
    groups = given_names().groups
    return bool(groups.get(fold(one), frozenset()) & groups.get(fold(other), frozenset()))


@cache
def _calendar(language: str) -> frozenset[str]:
    symbols = icu.DateFormatSymbols(icu.Locale(language))
    names = [*symbols.getWeekdays(), *symbols.getMonths(), *symbols.getShortMonths()]
    return frozenset(fold(name) for name in names if name)


@cache
def _demonyms() -> frozenset[str]:
    english = icu.Locale.getEnglish()
    tongues = {fold(icu.Locale(code).getDisplayLanguage(english)) for code in icu.Locale.getISOLanguages()}
    return DEMONYMS | frozenset(tongue for tongue in tongues if " " not in tongue)


def is_no_name(word: str, language: str) -> bool:
    """Whether a capitalized word is a weekday, a month, a demonym or a title, and so no name by itself."""
    folded = fold(word)
    if folded in _calendar(language.split("-")[0]) or folded in TITLES:
        return True
    singular = folded.removesuffix("s")
    return folded in _demonyms() or singular in _demonyms()


def is_title(word: str) -> bool:
    """Whether a word is a title or an office that stands before a name."""
    return fold(word) in TITLES


def is_ordinary(word: str, language: str, *, opens: bool) -> bool:
    """Whether a word is an ordinary one of the copy's language, the likelier where it opens a sentence."""
    return zipf(word.lower(), language) >= (ORDINARY_OPENING if opens else ORDINARY)
