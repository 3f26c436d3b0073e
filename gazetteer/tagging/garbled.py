"""Garbled places: forms of great cities, and of places near to those that a document names, that no language writes.

Each function says None where it cannot tell, as those of slips do.
"""

from collections.abc import Sequence

from gazetteer.languages.official import official_languages
from gazetteer.matching.similarity import is_slip, ratio
from gazetteer.model import Kind, Match, Outcome, Relation, Stage
from gazetteer.romanization.language_names import script_of_language
from gazetteer.tagging.accepted import Accepted
from gazetteer.tagging.derivations import is_adjective, is_derived, is_garbled_case
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.inflections import is_slavic
from gazetteer.tagging.lexicon import given_names, is_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import (
    ALIKE_NEARBY,
    GREAT_CITY,
    HARDLY_HEARD,
    IN_USE,
    KNOWN_BY_SOUND,
    RARE,
    SHORTEST,
    Opinion,
    alternatives,
)  # fmt: skip
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

# Names in Latin letters less alike than this are two names of one place.
OTHER_NAME = 0.75
# Letters of a great city's name without its last from which on it is nothing else, Guangzho; and last letters without
# which a name is another: Zhongsha is not Zhongshan, Waranga not Warangal.
LEAST_CUT, OTHER_WITHOUT = 6, frozenset("aeiolngs")


def of_a_great_city(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A city's English name with a letter too many, too few or wrong, where a place is spoken of: Copenhaggen."""
    if kind is not Kind.PLACE or len(surface) < SHORTEST or usage(surface, desk.language) >= HARDLY_HEARD:
        return None
    if " " in surface or is_given(surface) or fold(surface) in given_names().surnames or not desk.spend():
        return None
    found = [
        match
        for match in desk.decide_alike(surface).matches
        if match.weight >= GREAT_CITY and is_slip(fold(surface), fold(desk.accepted(match)[0].own))
    ]
    if len({desk.accepted(match)[0].own for match in found}) != 1 or desk.stands(surface, found[0]):
        return None
    match = found[0]  # Reykjavík, the city or its region
    accepted, _ = desk.accepted(match)
    said, own = fold(surface), fold(accepted.own)
    if usage(accepted.own, desk.language) < RARE or said[0] != own[0] or said.startswith(own):
        return None  # at the end other names are made of it: Beiruti, Melbourner
    cut_off = own[:-1] == said and own[-1] not in OTHER_WITHOUT and len(said) > LEAST_CUT
    if said[-1] != own[-1] and not (cut_off and usage(surface, desk.language) == 0.0):
        return None
    return _city(match, accepted, Relation.MISSPELLING, f"‘{surface}’ is a slip of {accepted.own}.")


def _city(match: Match, accepted: Accepted, relation: Relation, why: str) -> Opinion:
    """A great city that another form should be the desk's own of."""
    return Opinion(
        match.entity, Kind.PLACE, Outcome.LINKED, Advice.WRONG, accepted.own, alternatives(accepted, accepted.own),
        confidence=0.85, relation=relation, why=why, weight=match.weight,
    )  # fmt: skip


def romanized(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A great city's name romanized from another country's writing, where a place is spoken of: Kyanbera, Xiongben."""
    if kind is not Kind.PLACE or len(surface) <= SHORTEST or usage(surface, desk.language) > 0.0:
        return None
    if is_given(surface) or fold(surface) in given_names().surnames or not desk.spend():
        return None
    matches = desk.decide_alike(surface).matches
    exact = [match for match in matches if match.stage is Stage.EXACT]
    if not exact or exact[0].weight < GREAT_CITY or any(one.weight >= exact[0].weight - 1.0 for one in exact[1:]):
        return None
    match = exact[0]
    accepted, _ = desk.accepted(match)
    if usage(accepted.own, desk.language) < RARE or desk.stands(surface, match):
        return None
    if fold(surface).startswith(fold(accepted.own)):
        return None  # Beiruti is somebody of Beirut
    why = f"‘{surface}’ is {accepted.own}, romanized from a name in another writing."
    return _city(match, accepted, Relation.ROMANIZATION, why)


def nearby(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A cut or garbled form of a place near to one that the document names."""
    if kind is Kind.PERSON or len(surface) < SHORTEST or usage(surface, desk.language) >= IN_USE - 0.4:
        return None
    if fold(surface) in given_names().surnames or is_given(surface):
        return None
    if surface.endswith("s") and desk.knows(surface[:-1]):
        return None  # several of what is called so: Leghorns
    adjective = is_adjective(fold(surface))
    for place in desk.small_places():
        if not desk.spend():
            return None
        for match in desk.decide_near(surface, place).matches:
            if not _may_be_near(desk, surface, match):
                continue
            accepted, _ = desk.accepted(match)
            at_home = desk.style.language in official_languages(match.entity.country)
            if at_home and not is_slip(fold(surface), fold(accepted.own)):
                continue  # nobody there heard it in another language: Ballydoyle is not Baldoyle
            if adjective and not (accepted.own.endswith("sk") and is_slip(fold(surface), fold(accepted.own))):
                continue  # an adjective, and of which place cannot be told by the letters alone
            if _is_made_of(desk, surface, match):
                continue
            likeness = max(_cut_or_alike(desk, surface, text) for text in _names_in_reach(match, accepted.own))
            if likeness >= ALIKE_NEARBY:
                if fold(accepted.own) == fold(surface) or desk.stands(surface, match):
                    return None
                why = f"‘{surface}’ is close to {accepted.own}, near places that the text names."
                replacement = desk.replacement(surface, match.entity, accepted)
                return Opinion(
                    match.entity, Kind.PLACE, Outcome.LINKED, Advice.WRONG, replacement,
                    confidence=0.82 if likeness >= 0.9 else 0.75, relation=Relation.MISSPELLING, why=why,
                    weight=match.weight,
                )  # fmt: skip
    return None


def _is_made_of(desk: Desk, surface: str, match: Match) -> bool:
    """Whether a form is made of a place's name and means something else: Lillois, who is from Lille."""
    said, name = fold(surface), fold(desk.accepted(match)[0].own)
    if is_slavic(match.entity.country) and is_garbled_case(said, name):
        return False
    return len(said) >= len(name) and is_derived(said, name)


def _may_be_near(desk: Desk, surface: str, match: Match) -> bool:
    """Whether a place that a form is like lies where the document is, and may be told from others."""
    if surface.count("-") > match.name.text.count("-"):
        return False  # two names that are joined
    return match.weight >= KNOWN_BY_SOUND and desk.is_near(match.entity) and desk.may_be_told(match.entity)


def _names_in_reach(match: Match, own: str) -> Sequence[str]:
    """The names of a match that may have been meant: the desk's own, and one in Latin letters or its country's.

    What is read as another name of the place in Latin letters is that name: Djakovica, which is Gjakova as well.
    """
    name = match.name.text
    if script_of(name) == "Latn":
        known = match.stage is Stage.READING and ratio(fold(name), fold(own.partition(" (")[0])) < OTHER_NAME
        return (own,) if known else (own, name)
    writings = map(script_of_language, official_languages(match.entity.country)[:1])
    return (own, name) if script_of(name) in writings else (own,)


def _cut_or_alike(desk: Desk, surface: str, name: str) -> float:
    """How like a name a form is, as the language reads it that the copy came through; a name cut short is wholly so."""
    target = next(iter(desk.forms(name, None)), "")
    said = desk.forms(surface, desk.source_language)
    said = [text for text in said if text[:1] == target[:1]]  # Achenbach is not Gachenbach
    cut = any(target.startswith(text) and len(text) > SHORTEST and len(text) * 2 > len(target) for text in said)
    cut = cut and usage(surface, desk.language) == 0.0  # Reykjanes is what a town there has its name of
    return 1.0 if cut else max((ratio(text, target) for text in said), default=0.0)
