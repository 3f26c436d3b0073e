"""Slips: forms that the gazetteer has not, but of which it can be told what they should be.

Each function tries one way in which names go wrong, and says None where it cannot tell.
"""

import re
import unicodedata
from collections.abc import Sequence

from gazetteer.matching.similarity import is_slip, ratio
from gazetteer.model import Entity, Kind, Match, Name, Outcome, Relation, Stage
from gazetteer.tagging.derivations import is_derived, is_garbled_case
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.hearing import CANDIDATES
from gazetteer.tagging.inflections import LONGEST_FULL, is_slavic
from gazetteer.tagging.lexicon import given_names, is_given, is_surname, same_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import (
    ALIKE_IN_TEXT,
    HARDLY_HEARD,
    IN_USE,
    KNOWN_BY_SOUND,
    KNOWN_ENOUGH,
    KNOWN_PERSON,
    KNOWN_PLACE,
    LONG,
    NEAR_OWN,
    RARE,
    SHORTEST,
    SURE,
    SURE_ALONE,
    TOWN,
    Opinion,
    alternatives,
)  # fmt: skip
from gazetteer.text.clean import fold
from gazetteer.text.mixed import mended
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

# What a woman's surname has more than a man's.
MORE_THAN_A_MANS = frozenset(("ova", "eva", "a", "aya"))
# How like the name that it is a slip of a form is as written, however its language reads it: not Reinette and Rannée.
LIKE_AT_LEAST = 0.6
ALMOST_ALIKE = 0.85  # given names of which one is a slip of the other: Emanuel, Emmanuel
# How Slavic surnames that are adjectives end for a woman: Zelenska, Zelenskaya.
FEMININE = re.compile(r"[sc]ka(?:[yij]a)?\Z")


def supported_by_the_document(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A slip of a name that the document, or its source, has right elsewhere."""
    if len(surface) < SHORTEST or usage(surface, desk.language) >= IN_USE:
        return None
    best: tuple[float, Entity, str] | None = None
    for entity, target in desk.targets(surface):
        if (kind is not None and entity.kind is not kind) or fold(target) == fold(surface):
            continue
        if entity.kind is Kind.PERSON and _is_feminine(surface) != _is_feminine(target):
            continue  # a woman's name is no slip of her husband's
        if _is_anothers(surface, target, entity.kind) or ratio(fold(surface), fold(target)) < LIKE_AT_LEAST:
            continue
        alike = _likeness_of_a_slip(
            desk, surface, target, in_cases=entity.kind is Kind.PLACE and is_slavic(entity.country)
        )
        if alike >= ALIKE_IN_TEXT and (best is None or alike > best[0]):
            best = (alike, entity, target)
    if best is None:
        return None
    alike, entity, target = best
    why = f"‘{surface}’ is a slip of {target}, which the text or its source names elsewhere."
    return Opinion(
        entity, entity.kind, Outcome.LINKED, Advice.WRONG, target, confidence=min(0.97, 0.5 + alike / 2),
        relation=Relation.MISSPELLING, why=why,
    )  # fmt: skip


def _is_anothers(surface: str, target: str, kind: Kind) -> bool:
    """Whether a name is somebody's own, and no slip of a person's that it is like: Hossein, where Hussein stands
    elsewhere; Zielinski; Oleksii Dubynskyi beside Oleksandr Dubinskyi.
    """
    if same_given(surface, target):
        return True
    if kind is not Kind.PERSON:
        return False
    first, other = surface.split()[0], target.split()[0]
    if " " not in surface:
        return is_surname(surface)
    if same_given(first, other):
        return False
    likeness = ratio(fold(first), fold(other))
    return likeness < LIKE_AT_LEAST or (likeness < ALMOST_ALIKE and is_given(first) and is_given(other))


def _likeness_of_a_slip(desk: Desk, surface: str, target: str, *, in_cases: bool) -> float:
    """How like a name a form is, as some language reads it that does not make another name of it: Berlinale, Berlin.

    A garbled form may have an ending of a case or an adjective, where the name has those: Mykolaieva, Zaporizk.
    """
    said, name = fold(surface), fold(target)
    if said in desk.forms(target, None) or (in_cases and is_garbled_case(said, name)):
        return desk.alikeness(surface, target)
    if len(said) > len(name) and is_derived(said, name):
        return 0.0
    base = next(iter(desk.forms(target, desk.language)), "")
    read = desk.forms(surface, desk.source_language)
    return max((ratio(text, base) for text in read if not is_derived(text, base)), default=0.0)


def of_a_full_name(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A well-known person's full name of which the surname alone is one letter off, or is a woman's in a man's form."""
    words = surface.split()
    if kind not in (None, Kind.PERSON) or not 1 < len(words) <= LONGEST_FULL or len(words[-1]) < SHORTEST:
        return None
    said = fold(words[-1])
    if usage(said, desk.language) >= HARDLY_HEARD or said in given_names().surnames or not desk.spend():
        return None
    found = [
        match
        for match in desk.decide_person(surface, Stage.LIKENESS).matches[:CANDIDATES]
        if match.entity.importance >= KNOWN_PERSON and _has_surname_like(words, desk.accepted(match)[1])
    ]
    if len(found) != 1 or desk.stands(surface, found[0]):
        return None
    match = found[0]
    accepted, _ = desk.accepted(match)
    replacement = desk.replacement(surface, match.entity, accepted)
    if replacement is None or fold(replacement) == fold(surface):
        return None
    why = f"‘{surface}’ is a slip of {accepted.own}."
    return Opinion(
        match.entity, Kind.PERSON, Outcome.LINKED, Advice.WRONG, replacement, alternatives(accepted, replacement),
        confidence=0.85, relation=Relation.MISSPELLING, why=why, weight=match.weight,
    )  # fmt: skip


def _has_surname_like(words: Sequence[str], names: Sequence[Name]) -> bool:
    """Whether a person has a name with just these words, but for the last, which is nearly its last."""
    first, last = [fold(word) for word in words[:-1]], fold(words[-1])
    return any(
        before == first and last[:1] == surname[:1] and _is_nearly(last, surname)
        for *before, surname in (fold(name.text).split() for name in names if name.text.strip())
    )


def _is_nearly(said: str, surname: str) -> bool:
    """Whether a surname is one letter off, or a woman's without its ending."""
    woman_s = surname.startswith(said) and surname[len(said) :] in MORE_THAN_A_MANS
    return woman_s or (len(said) > SHORTEST and is_slip(said, surname))


def lost_letters(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A name whose letters beyond ASCII were lost on the way: Mnchen, Dsseldorf, Crdit Agricole."""
    if not surface.isascii() or len(surface) <= SHORTEST or (kind is Kind.PERSON and " " not in surface):
        return None
    for match in _may_have_lost(desk, surface, kind):
        said = desk.forms(match.name.text, match.name.language)
        known = match.weight >= TOWN or (" " in surface and match.entity.importance >= KNOWN_ENOUGH)
        if not known or not any(text[:1] == fold(surface)[:1] for text in said):
            continue
        accepted, names = desk.accepted(match)
        if desk.stands(surface, match):
            continue
        whole = next((name.text for name in names if _without_marked_letters(name.text) == surface), None)
        if whole is not None and not (match.entity.feature_type == "region" and whole[: len(surface)] == surface):
            replacement = desk.replacement(surface, match.entity, accepted)
            why = f"‘{surface}’ is {whole} without the letters that were lost on the way."
            return Opinion(
                match.entity, match.entity.kind, Outcome.LINKED, Advice.WRONG, replacement, confidence=0.93,
                relation=Relation.MISSPELLING, why=why, weight=match.weight,
            )  # fmt: skip
    return None


def _may_have_lost(desk: Desk, surface: str, kind: Kind | None) -> Sequence[Match]:
    """The names that are like one that may have lost letters."""
    if kind is not Kind.PERSON:
        return desk.decide(surface, kind if " " in surface else Kind.PLACE).matches
    rare = min(usage(word, desk.language) for word in surface.split()) < RARE
    return desk.decide_person(surface, Stage.LIKENESS).matches if rare and desk.spend() else ()


def alike(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A form that nobody lists, read as some language spells, or one slip away from a name we know."""
    if len(surface) < SHORTEST or (" " not in surface and usage(surface, desk.language) >= IN_USE - 0.4):
        return None
    if " " not in surface and kind is not Kind.PLACE and fold(surface) in given_names().surnames:
        return None
    # Of lone words only places are told so, whatever the kind, and long names of organizations.
    decided = desk.decide(surface, kind if " " in surface else Kind.PLACE)
    if decided.outcome is not Outcome.LINKED and kind is None and len(surface) >= LONG and " " not in surface:
        decided = desk.decide(surface, Kind.ORGANIZATION)
    if decided.outcome is not Outcome.LINKED or decided.confidence < SURE:
        return None
    match = decided.matches[0]
    entity, (accepted, _) = match.entity, desk.accepted(match)
    if not _sure(desk, surface, kind, match, decided.confidence):
        return None
    replacement = desk.replacement(surface, entity, accepted)
    if replacement is None or fold(replacement) == fold(surface) or desk.stands(surface, match):
        return Opinion(entity, entity.kind, Outcome.LINKED, confidence=decided.confidence, weight=match.weight)
    users = desk.users(surface, match)
    why = desk.reason(surface, kind, entity) or f"‘{surface}’ is close to {match.name.text}."
    return Opinion(
        entity, entity.kind, Outcome.LINKED, Advice.HOUSE_STYLE if users else Advice.WRONG, replacement,
        alternatives(accepted, replacement), decided.confidence, decided.relation, why, users, match.weight,
    )  # fmt: skip


def of_two_scripts(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A name in which letters of two scripts stand that look alike: nobody writes it so on purpose."""
    whole = mended(surface)
    if whole is None or not desk.knows(whole):
        return None
    decided = desk.decide(whole, kind)
    match = next((one for one in decided.matches if one.stage is Stage.EXACT), None)
    if match is None:
        return None
    accepted, _ = desk.accepted(match)
    stands = script_of(whole) == "Latn" and desk.stands(whole, match)
    replacement = whole if stands else desk.replacement(whole, match.entity, accepted)
    if replacement is None:
        return None
    why = f"‘{surface}’ has letters of two scripts in one word; all in one it is {whole}."
    return Opinion(
        match.entity, match.entity.kind, decided.outcome, Advice.WRONG, replacement, confidence=0.93,
        relation=Relation.MISSPELLING, why=why, weight=match.weight,
    )  # fmt: skip


def _sure(desk: Desk, surface: str, kind: Kind | None, match: Match, confidence: float) -> bool:
    entity = match.entity
    if entity.kind is Kind.ORGANIZATION:
        return _sure_of_organization(desk, surface, match, confidence)
    if entity.kind is Kind.PERSON:
        several = " " in surface and " " in match.name.text
        return (
            several and entity.importance >= KNOWN_PERSON and confidence >= SURE_ALONE and _every_word(surface, match)
        )
    if kind is Kind.PERSON or (" " in surface and match.stage is Stage.LIKENESS and kind is not Kind.PLACE):
        return False
    explained = bool(desk.users(surface, match)) or desk.rebuilt_from(surface, match) is not None
    if not explained and desk.alikeness(surface, desk.accepted(match)[0].own) < NEAR_OWN:
        return False  # what it is like is some other language's name of the place
    if not explained and not desk.may_be_told(entity):
        return False
    if entity.feature_type == "country" and len(surface) < LONG and not explained:
        return False
    if match.stage is Stage.READING:
        if explained and len(surface) >= LONG:
            return True
        return match.weight >= KNOWN_BY_SOUND and (kind is Kind.PLACE or match.weight >= KNOWN_PLACE or explained)
    return kind is Kind.PLACE and confidence >= SURE_ALONE and match.weight >= KNOWN_PLACE


def _sure_of_organization(desk: Desk, surface: str, match: Match, confidence: float) -> bool:
    """Whether a form is surely a slip of an organization's name: a long word nobody uses, or one of several."""
    own, mine = fold(desk.accepted(match)[0].own).split(), fold(surface).split()
    theirs = own if len(own) == len(mine) else fold(match.name.text).split()
    if len(mine) == len(theirs) == 1 and script_of(match.name.text) != "Latn":
        read = desk.forms(match.name.text, match.name.language)  # Укрзалізниця, read as it is spoken
        theirs = [max(read, key=lambda one: ratio(mine[0], one), default=theirs[0])]
    if len(mine) != len(theirs) or confidence < SURE:
        return False
    other = [(one, its) for one, its in zip(mine, theirs, strict=True) if one != its]
    unused = all(usage(one, desk.language) == 0.0 for one, _ in other)
    alike = all(ratio(one, its) >= ALIKE_IN_TEXT for one, its in other)
    if len(mine) == 1:
        return unused and alike and len(mine[0]) >= LONG
    return unused and alike and len(other) < len(mine) and match.entity.importance >= KNOWN_ENOUGH


def _is_feminine(name: str) -> bool:
    return FEMININE.search(fold(name)) is not None


def _without_marked_letters(text: str) -> str | None:
    """A text without its letters beyond ASCII; None if it has none."""
    text = unicodedata.normalize("NFC", text)
    return None if text.isascii() else "".join(char for char in text if char.isascii())


def _every_word(surface: str, match: Match) -> bool:
    """Whether each word of a person's name is like one of the form that was found."""
    theirs = fold(match.name.text).split()
    return all(max(ratio(word, other) for other in theirs) >= 0.6 for word in fold(surface).split())
