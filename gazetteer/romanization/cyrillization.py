"""Cyrillization: a name in Latin letters as Ukrainian or Russian writes it, and what comes back from there.

Names reach copy through a second script: *Hoekstra* is Гукстра, and that is romanized *Hukstra*. A name that its
language's file lists leads; the rules write the rest. Where spelling does not tell the sound, as in English, what
rules write is a candidate, never a certainty.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from gazetteer.languages import RuleSet, System
from gazetteer.languages.cyrillization import Cyrillization, cyrillization
from gazetteer.romanization.casing import rewrite
from gazetteer.romanization.rules import LETTER, NO_LETTER_AHEAD, NO_LETTER_BEHIND, compile_matches, parse
from gazetteer.romanization.systems import lowered, romanize, systems_of


def cyrillize(text: str, language: str, into: str) -> str:
    """A name of one language in the Cyrillic of another, capitals where they were.

    Raises:
        UnknownCyrillization: no file says how; the text lists the pairs that are known.

    >>> cyrillize("Wopke Hoekstra", "nl", "uk"), cyrillize("Wopke Hoekstra", "nl", "ru")
    ('Вопке Гукстра', 'Вопке Хукстра')
    """
    return "".join(written for _, _, written in _parts(text, cyrillization(language, into)))


def spellings(text: str, language: str, into: str) -> tuple[str, ...]:
    """The Cyrillic forms that the style guide of a language allows a name, the usual one first.

    Raises:
        UnknownCyrillization: no file says how; the text lists the pairs that are known.

    >>> spellings("Goethe", "de", "uk"), spellings("Goethe", "de", "ru")
    (('Гете', 'Ґете'), ('Гёте',))
    """
    asked = cyrillization(language, into)
    forms = ("".join(part[-1] for part in _parts(text, asked, otherwise=allowed)) for allowed in (False, True))
    return tuple(dict.fromkeys(forms))


def is_candidate(text: str, language: str, into: str) -> bool:
    """Whether rules alone wrote a name, or part of one, whose spelling does not tell its sound.

    Raises:
        UnknownCyrillization: no file says how; the text lists the pairs that are known.

    >>> is_candidate("Boris Johnson", "en", "uk"), is_candidate("Boris Grimshaw", "en", "uk")
    (False, True)
    """
    asked = cyrillization(language, into)
    return asked.irregular and any(not known and re.search(LETTER, part) for part, known, _ in _parts(text, asked))


def detours(text: str, language: str, into: str) -> Iterator[tuple[str, System, str]]:
    """The Cyrillic forms of a name, each with what every system of that language's Cyrillic makes of it.

    The usual form comes first, systems in the order of their file.

    Raises:
        UnknownCyrillization: no file says how; the text lists the pairs that are known.

    >>> [latin for _, system, latin in detours("Merkel", "de", "ru") if system.id == "press-pl"]
    ['Mierkiel']
    """
    for cyrillic in spellings(text, language, into):
        for system in systems_of(f"{into}-Cyrl"):
            yield cyrillic, system, romanize(cyrillic, system)


def _parts(text: str, asked: Cyrillization, *, otherwise: bool = False) -> Iterator[tuple[str, bool, str]]:
    """The text in order: names that are listed and what stands between, each with its Cyrillic."""
    text = unicodedata.normalize("NFC", text)
    small = lowered("".join(asked.capitals.get(char, char) for char in text))
    listed, by_rules = _writers(asked.language, asked.into, otherwise)
    kept = 0
    for found in listed.finditer(small):
        start, stop = found.span()
        yield text[kept:start], False, by_rules(text[kept:start], small[kept:start])
        yield text[start:stop], True, _in_its_case(text[start:stop], asked.names[found[0]])
        kept = stop
    yield text[kept:], False, by_rules(text[kept:], small[kept:])


@cache
def _writers(language: str, into: str, otherwise: bool) -> tuple[re.Pattern[str], Callable[[str, str], str]]:
    """What finds the listed names, the longest first, and what writes a text by rules, or by what else they allow."""
    asked = cyrillization(language, into)
    names = sorted(asked.names, key=lambda name: (-len(name), name))
    alternatives = "|".join(map(re.escape, names)) or "(?!)"
    matches = compile_matches(_allowed(asked) if otherwise else asked.rules)
    spoken_of = frozenset("".join((*asked.rules.letters, *(parse(rule)[0] for rule in asked.rules.rules))))

    def by_rules(text: str, small: str) -> str:
        # A letter of another language loses its mark: the rules speak of the letter under it.
        plain = "".join(char if char in spoken_of else unicodedata.normalize("NFD", char)[0] for char in small)
        return rewrite(text, matches(plain))

    return re.compile(f"{NO_LETTER_BEHIND}(?:{alternatives}){NO_LETTER_AHEAD}"), by_rules


def _allowed(asked: Cyrillization) -> RuleSet:
    """The rules with every letter written as it also may be, where it can be told apart."""
    usual = asked.rules.letters

    def begin(what: str, becomes: str) -> str:
        first = what[0]
        fits = first in asked.also and becomes.startswith(usual[first])
        return asked.also[first] + becomes.removeprefix(usual[first]) if fits else becomes

    rules = tuple(
        " / ".join((f"{what} > {begin(what, becomes)}", *rule.split(" / ")[1:]))
        for rule in asked.rules.rules
        for what, becomes, _, _ in [parse(rule)]
    )
    return replace(asked.rules, letters={what: begin(what, becomes) for what, becomes in usual.items()}, rules=rules)


def _in_its_case(written: str, cyrillic: str) -> str:
    """A listed name in the case in which it was written: as listed, if with a capital."""
    if len(written) > 1 and written.isupper():
        return cyrillic.upper()
    return cyrillic.lower() if written.islower() else cyrillic
