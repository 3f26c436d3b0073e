"""Inflections: case forms and stems of adjectives that inflected languages leave in translated copy."""

import itertools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from gazetteer.languages.official import official_languages
from gazetteer.model import Entity, Kind, Match, Outcome, Relation, Stage
from gazetteer.romanization.ukrainian import english_key
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.lexicon import given_names, is_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import (
    ENGLISH_USED,
    GREAT_CITY,
    IN_USE,
    KNOWN_PLACE,
    KNOWN_SURNAME,
    SHORTEST,
    TOWN,
    Opinion,
)
from gazetteer.text.clean import fold
from gazetteer.text.words import usage

DECLENSIONS = Path(__file__).with_name("declensions.toml")
Endings = Mapping[str, tuple[str, ...]]


def _endings(table: str) -> Endings:
    """The endings of a table, the longest first, each with what may have stood in its place."""
    listed = tomllib.loads(DECLENSIONS.read_text(encoding="utf-8"))[table]
    ordered = sorted(listed.items(), key=lambda item: -len(item[0]))
    return {ending: tuple(restored.replace("-", "").split(" ")) for ending, restored in ordered}


ENDINGS, OF_SEVERAL = _endings("endings"), _endings("of_several")
SLAVIC = frozenset(("cs", "sk", "pl", "uk", "ru", "be", "hr", "sr", "sl", "bg"))
# How a name may end whose last consonant an ending has made soft: Horlivtsi, Nymburce.
SOFTENED = ("tsi", "dze", "ce", "ze")
# How surnames end for a woman.
FEMININE = ("a", "aya", "aia")
LONG_ENOUGH = 6  # for the case form of another language's name
LEAST_STEM, LEAST_STEM_IN_FULL = 4, 3
LONGEST_FULL = 3  # words of a full name
# How a word ends that may have had an e before its last letter.
NO_VOWEL_BETWEEN = re.compile(r"[bcdfghkmnpqrstvwxz][cklnr]\Z")
TRIED = 200  # base forms of one


def inflected(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A case form or an adjective's stem of a well-known name: Bakhmuta, the Khersonsk region, with Petrem Pavlem."""
    if len(surface) < SHORTEST or usage(surface, desk.language) >= IN_USE:
        return None
    if " " in surface:
        return _place_of_several(desk, surface) if kind is Kind.PLACE else _full_name(desk, surface)
    if (of_the_text := _of_the_text(desk, surface)) is not None:
        return of_the_text
    if kind is not Kind.PLACE and (is_given(surface) or fold(surface) in given_names().surnames):
        return None
    for target in _uninflected(surface):
        if fold(target).startswith(fold(surface)) or english_key(target) == english_key(surface):
            continue  # an adjective is no name that a stem was taken from
        match = _meant(desk, target, kind) or (_meant(desk, target, Kind.PERSON) if kind is Kind.PLACE else None)
        if match is None or match.entity.kind is Kind.ORGANIZATION:
            continue
        if match.entity.kind is Kind.PERSON and _is_adjective_of(surface, target):
            continue
        well_known = match.entity.kind is Kind.PERSON and match.entity.importance >= KNOWN_SURNAME
        told = match.entity.id in desk.supported or desk.is_near(match.entity)
        soft = surface.endswith(SOFTENED)
        if soft and not told and (surface.endswith("ice") or not is_slavic(match.entity.country)):
            continue  # a name as it stands: Pernice, Balandze
        if match.entity.kind is Kind.PLACE and _is_like_a_surname(surface, match.entity):
            continue
        if not well_known and match.weight < (TOWN if soft and kind is Kind.PLACE else KNOWN_PLACE) and not told:
            continue
        replacement = _base_form(desk, surface, target, match)
        if replacement is not None:
            known = usage(surface, desk.language) >= max(ENGLISH_USED, usage(replacement, desk.language))
            return None if known or fold(replacement) == fold(surface) else _opinion(surface, match, replacement)
    return None


def is_slavic(country: str | None) -> bool:
    """Whether a Slavic language is spoken in a country by law."""
    return not SLAVIC.isdisjoint(official_languages(country))


def _of_the_text(desk: Desk, surface: str) -> Opinion | None:
    """A man's surname in another case, where his full name stands in the text: nobody need know him."""
    for target in _uninflected(surface, LEAST_STEM_IN_FULL):
        full = desk.persons.get(fold(target))
        if full is None or fold(target) == fold(surface) or fold(surface) in desk.persons:
            continue
        if fold(surface).endswith(FEMININE) and not fold(target).endswith("a"):
            continue  # a woman's surname is no case of a man's
        own = full.split()[-1]
        why = f"‘{surface}’ is a case form of {own}, whose full name the text has: {full}."
        return Opinion(
            None, Kind.PERSON, Outcome.NIL, Advice.WRONG, own, confidence=0.85, relation=Relation.INFLECTION, why=why
        )
    return None


def _is_adjective_of(surface: str, target: str) -> bool:
    """Whether what is added to a base form makes an adjective of it, as is made of places: Marinsky is not Marin."""
    said, base = fold(surface), fold(target)
    stem = next((place for place, pair in enumerate(zip(said, base, strict=False)) if len(set(pair)) > 1), len(base))
    return said[stem:].startswith("sk") and not base[stem:].startswith("sk")


def _is_like_a_surname(surface: str, place: Entity) -> bool:
    """Whether what is added to a place makes a surname of it: Gatchinsky, Tehrani."""
    return fold(surface).endswith(("sky", "ski", "skyi", "skiy")) or fold(surface) == fold(place.canonical) + "i"


def _full_name(desk: Desk, surface: str) -> Opinion | None:
    """A well-known person's full name in another case, all of it or its surname alone."""
    words = surface.split()
    if len(words) > LONGEST_FULL:
        return None
    # A given name as it stands is no case of another one: Alexandra is a woman.
    bases = [[word, *([] if is_given(word) else _uninflected(word, LEAST_STEM_IN_FULL))] for word in words]
    if not is_given(words[0]):  # Angela Merkle is somebody's name as it stands
        bases[-1] += [_with_its_vowel(base) for base in bases[-1][1:] if NO_VOWEL_BETWEEN.search(fold(base))]
    if fold(words[-1]).endswith("ova"):
        bases[-1] += [words[-1][:-3]]  # Czech makes a woman's surname of any: Coco Gauffová
    bases[-1] = [base for base in bases[-1] if base == words[-1] or desk.knows(base)]
    for target in itertools.islice(map(" ".join, itertools.product(*bases)), 1, TRIED):
        match = _meant(desk, target, Kind.PERSON)
        if match is not None and match.entity.importance >= KNOWN_SURNAME:
            return _opinion(surface, match, desk.accepted(match)[0].own)
    return None


def _with_its_vowel(base: str) -> str:
    """A word with the e that case forms leave out before its last letter: Pavel, of whom Pavlem is one."""
    return f"{base[:-1]}e{base[-1]}"


def _place_of_several(desk: Desk, surface: str) -> Opinion | None:
    """A well-known place's name of several words in another case: Verkhney Pyshme."""
    words = surface.split()
    if len(words) > LONGEST_FULL:
        return None
    bases = [
        [word, *_uninflected(word, LEAST_STEM_IN_FULL, OF_SEVERAL), *_uninflected(word, LEAST_STEM_IN_FULL)]
        for word in words
    ]
    for target in itertools.islice(map(" ".join, itertools.product(*bases)), 1, TRIED):
        match = _meant(desk, target, Kind.PLACE)
        if match is not None and (match.weight >= KNOWN_PLACE or desk.is_near(match.entity)):
            replacement = _base_form(desk, surface, target, match)
            if replacement is not None and fold(replacement) != fold(surface):
                return _opinion(surface, match, replacement)
    return None


def is_case_form(surface: str, base: str) -> bool:
    """Whether a word may be a case form of another.

    >>> is_case_form("Kineshme", "Kineshma"), is_case_form("Jindo", "Jind")
    (True, False)
    """
    return surface != base and base in _uninflected(surface)


def _meant(desk: Desk, target: str, kind: Kind | None) -> Match | None:
    """The entity that a base form means, where that is written just so."""
    if not desk.knows(target):
        return None
    decided = desk.decide(target, kind)
    match = next((one for one in decided.matches if one.stage is Stage.EXACT), None)
    return match if decided.outcome is Outcome.LINKED else None


def _base_form(desk: Desk, surface: str, target: str, match: Match) -> str | None:
    """What the desk writes for a base form: the form itself where it may stand, else its own where Slavs say it so."""
    accepted, names = desk.accepted(match)
    said = fold(target)
    if said in accepted.forms:
        return accepted.forms[said]
    if len(surface) < LONG_ENOUGH:
        return None  # too much else is written so
    theirs = match.weight >= GREAT_CITY or any(
        name.preferred and name.language and name.language.split("-")[0] in SLAVIC and fold(name.text) == said
        for name in names
    )
    if not theirs and match.entity.kind is not Kind.PERSON and not desk.stands(target, match):
        return None
    return desk.replacement(target, match.entity, accepted)


def _opinion(surface: str, match: Match, replacement: str) -> Opinion:
    why = f"‘{surface}’ is a case form of {replacement}, carried over from an inflected language."
    return Opinion(
        match.entity, match.entity.kind, Outcome.LINKED, Advice.WRONG, replacement, confidence=0.82,
        relation=Relation.INFLECTION, why=why, weight=match.weight,
    )  # fmt: skip


def _uninflected(word: str, least: int = LEAST_STEM, endings: Endings = ENDINGS) -> list[str]:
    """What a word may be the case form of, the most likely first."""
    plain = fold(word)
    if len(plain) != len(word):
        return []  # joined or parted by folding: no single word
    found: list[str] = []
    for ending, restored in endings.items():
        if plain.endswith(ending) and len(word) - len(ending) >= least:
            found += [word[: -len(ending)] + one for one in restored]
    return list(dict.fromkeys(found))
