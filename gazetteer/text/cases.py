"""Cases: the base forms that a name in an inflected language may be a case form of.

Far more is told than is meant: whoever asks takes those alone that somebody is called.
"""

import itertools
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("cases.toml")
Endings = Mapping[str, tuple[str, ...]]
# Letters of what is before an ending, if anything is, and of a base form.
LEAST_STEM, LEAST_BASE = 2, 3
LONGEST = 4  # words
# Base forms of each word of a name, by their number, and of one name.
OF_A_WORD, TRIED = {1: 9, 2: 8, 3: 4, 4: 3}, 80
SAME = {"sr": "hr", "bs": "hr", "sh": "hr", "no": "nb"}
# Languages told by their writing, and Cyrillic ones by letters that the others have not.
OF_SCRIPT = {"Cyrl": ("uk", "ru"), "Grek": ("el",), "Geor": ("ka",), "Armn": ("hy",)}
OWN_LETTERS = (("be", re.compile("ў")), ("uk", re.compile("[іїєґ]")), ("ru", re.compile("[ыэъё]")))
# In Latin letters of no said language only the long endings of adjectives tell, Zelenského, as two languages have them.
LONG_ENDINGS, OF_NO_LANGUAGE = 4, ("cs", "pl")
# What is put behind an apostrophe: İstanbul'da, Kyiv's.
BEHIND = {"tr": re.compile(r"(.{3,})['’][a-zçğıöşü]{1,6}\Z"), "en": re.compile(r"(.{3,})(?:['’]s|(?<=s)['’])\Z")}
BEHIND["az"] = BEHIND["tr"]


def base_forms(name: str, language: str | None, script: str) -> list[str]:
    """What a name may be a case form of, in small letters, the likeliest first; none where its language has no cases.

    >>> "сергей шойгу" in base_forms("Сергеем Шойгу", "ru", "Cyrl"), base_forms("w Kijowie", "pl", "Latn")[:2]
    (True, ['kijowie', 'kijów'])
    >>> base_forms("Bakhmut", "en", "Latn")
    []
    """
    language = None if language is None else language.split("-")[0].lower()
    said = BEHIND.get(language or "en")
    if said is not None and script == "Latn" and (found := said.match(name)):
        return [found[1].lower()]
    tables = _tables(name.lower(), language, script)
    words = name.split()
    bare = len(words) > 1 and words[0] in _prepositions(language) and words[1][:1].isupper()
    words = [word.lower() for word in (words[1:] if bare else words)]
    if not tables or not 0 < len(words) <= LONGEST:
        return []
    bases = [[word, *_bases(word, tables)][: OF_A_WORD[len(words)]] for word in words]
    told = itertools.islice(map(" ".join, itertools.product(*bases)), 0 if bare else 1, TRIED)
    return list(dict.fromkeys(told))


def _bases(word: str, tables: tuple[Endings, ...]) -> list[str]:
    found: list[tuple[int, str]] = []
    for table in tables:
        for ending, restored in table.items():
            if word.endswith(ending) and (len(word) - len(ending) >= LEAST_STEM or word == ending):
                found += [(-len(ending), word[: -len(ending)] + one) for one in restored]
    told = (base for _, base in sorted(found, key=lambda one: one[0]))
    return list(dict.fromkeys(base for base in told if base != word and len(base) >= LEAST_BASE))


def _tables(name: str, language: str | None, script: str) -> tuple[Endings, ...]:
    """The endings that a name may have: of its language, or those that its letters may be of."""
    known = _endings()
    if language is not None:
        table = known.get(SAME.get(language, language))
        return () if table is None or (script == "Cyrl") != (language in OWN_CYRILLIC) else (table,)
    if script == "Latn":
        return tuple(
            {ending: restored for ending, restored in known[tongue].items() if len(ending) >= LONG_ENDINGS}
            for tongue in OF_NO_LANGUAGE
        )
    told = next(((tongue,) for tongue, letters in OWN_LETTERS if script == "Cyrl" and letters.search(name)), None)
    return tuple(known[tongue] for tongue in told or OF_SCRIPT.get(script, ()))


OWN_CYRILLIC = frozenset(("be", "ru", "uk"))


@cache
def _endings() -> Mapping[str, Endings]:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        language: {ending: tuple(restored.replace("-", "").split(" ")) for ending, restored in table.items()}
        for language, table in raw.items()
        if language != "prepositions"
    }


@cache
def _prepositions(language: str | None) -> frozenset[str]:
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))["prepositions"]
    wanted = listed.values() if language is None else [listed.get(SAME.get(language, language), "")]
    return frozenset(word for words in wanted for word in words.split())
