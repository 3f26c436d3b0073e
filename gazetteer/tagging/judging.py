"""Judging one surface: who is meant, whether it may stand, and if not what should stand there and why.

Precision comes first: a form that is right for somebody who may be meant is left alone, and so is whatever only looks
like a name we know.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Kind, Match, Name, NameKind, Outcome, Stage
from gazetteer.romanization.language_names import language_name
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.garbled import nearby, of_a_great_city, romanized
from gazetteer.tagging.given import other_given
from gazetteer.tagging.grounds import Known, is_abbreviated, may_be_right
from gazetteer.tagging.hearing import heard, initials_heard
from gazetteer.tagging.inflections import inflected
from gazetteer.tagging.lexicon import given_names, is_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import (
    GREAT_CITY,
    KNOWN_PLACE,
    SURE,
    TOWN,
    Opinion,
    alternatives,
)
from gazetteer.tagging.slips import (
    alike,
    lost_letters,
    of_a_full_name,
    of_two_scripts,
    supported_by_the_document,
)
from gazetteer.text.clean import fold

# Another owner of the form that is not much less important, in powers of ten, may be meant.
LESS = 1.5
# A country's region is at least as well known as a town of so many inhabitants, in powers of ten.
WELL_KNOWN_REGION = 5.0
# How sure a form is whose other owners are a tenth as important at most.
DISTINCT = 0.82
# What is tried, in this order, on a form that the gazetteer has not.
ATTEMPTS = (
    of_two_scripts, other_given, supported_by_the_document, heard, lost_letters, of_a_full_name, inflected, alike,
    of_a_great_city, nearby,
)  # fmt: skip
# What is tried on one that it has, but never shows: a machine's romanization may be somebody's own name as well.
WHERE_HIDDEN = (other_given, heard, of_a_great_city, romanized)
# How alike forms of one name are at least: Konstantinovka, Kostiantynivka, but not Buena Vista, now Visalia.
OF_ONE_NAME = 0.6
# What makes a demonym of a place: Icelanders.
DEMONYM = re.compile("(?:er|an|ian|n|ese|ish|ite)s?")
SHORT_CAPITALS = 3  # capitals up to this length may be an acronym


def judge(desk: Desk, surface: str, kind: Kind | None, *, known: bool) -> Opinion:
    """What is thought of a surface of this kind, as far as that is known."""
    initials = known and surface.isupper() and desk.is_abbreviation(surface)
    shouted = surface.isupper() and len(surface) > SHORT_CAPITALS and not initials
    said = surface.title() if shouted else surface
    opinion = _known(desk, said, kind) if known else initials_heard(desk, surface, kind) or _unknown(desk, said, kind)
    if initials and opinion.kind is not Kind.ORGANIZATION:
        return Opinion(kind=kind)  # HUST is no slip of a town's name
    if opinion.entity is not None and desk.judgements and desk.refuses(surface, opinion.entity):
        return Opinion(kind=kind)
    if opinion.replacement is not None and DEMONYM.fullmatch(fold(said).removeprefix(fold(opinion.replacement))):
        return Opinion(kind=kind)
    if opinion.replacement is not None and shouted:
        others = tuple(text.upper() for text in opinion.alternatives)
        return replace(opinion, replacement=opinion.replacement.upper(), alternatives=others)
    return opinion


def is_slip_of_a_person(desk: Desk, surface: str) -> bool:
    """Whether a full name that the gazetteer has not is a well-known person's, spelled or inflected otherwise."""
    return any(attempt(desk, surface, Kind.PERSON) is not None for attempt in (heard, inflected, of_a_full_name))


def _unknown(desk: Desk, surface: str, kind: Kind | None) -> Opinion:
    """What is thought of a form that the gazetteer has not: what the first attempt that can tell says."""
    attempts = WHERE_HIDDEN if desk.has_hidden(surface) else ATTEMPTS
    opinions = (attempt(desk, surface, kind) for attempt in attempts)
    return next((opinion for opinion in opinions if opinion is not None), Opinion(kind=kind))


def _known(desk: Desk, surface: str, kind: Kind | None) -> Opinion:
    decided = desk.decide(surface, kind)
    exact = [match for match in decided.matches if match.stage is Stage.EXACT]
    if not exact:
        return Opinion(kind=kind)
    shared = _of_one_form(desk, exact) if decided.outcome is Outcome.AMBIGUOUS else None
    best = shared or exact[0]
    opinion = Opinion(best.entity, best.entity.kind, decided.outcome, confidence=decided.confidence,
                      relation=decided.relation or best.relation, weight=best.weight)  # fmt: skip
    if any(_may_be_meant(desk, surface, match, best) and desk.stands(surface, match) for match in exact):
        return opinion
    alone = best.weight >= KNOWN_PLACE and _alone(exact)
    if decided.outcome is not Outcome.LINKED and not alone and shared is None:
        return opinion
    if kind is None and " " not in surface and _may_be_a_person(desk, surface, best):
        return opinion
    if decided.outcome is Outcome.AMBIGUOUS or opinion.confidence < SURE:
        opinion = replace(opinion, decision=Outcome.LINKED, confidence=max(opinion.confidence, DISTINCT))
    if shared is not None:
        opinion = replace(opinion, elsewhere=_elsewhere(desk, surface, kind))
    others = [match for match in exact if match is not best and desk.stands(surface, match)]
    # Aiea, a town, is nobody whom AIEA may be.
    initials = surface.isupper() and best.name.kind is NameKind.ABBREVIATION
    own = [match.weight for match in others if match.name.text == surface or not initials]
    return _advise(desk, surface, best, opinion, kind, max(own, default=-1.0))


def _of_one_form(desk: Desk, exact: Sequence[Match]) -> Match | None:
    """The heaviest of the places of the document's country, where the desk has one form for all that may be meant.

    Any Konstantinovka in Ukraine is Kostiantynivka; a place's former name is not counted.
    """
    if desk.country is None or exact[0].entity.country != desk.country:
        return None
    here = [
        match
        for match in exact
        if match.entity.country == desk.country
        and match.entity.kind is Kind.PLACE
        and match.name.kind is not NameKind.HISTORICAL
    ]
    best = max(here, key=lambda match: match.weight, default=None)
    if best is None:
        return None
    meant = [match for match in here if match.weight >= best.weight - LESS]
    alike = [ratio(fold(match.name.text), fold(desk.accepted(match)[0].own)) >= OF_ONE_NAME for match in meant]
    return best if all(alike) and len({desk.accepted(match)[0].own for match in meant}) == 1 else None


def _elsewhere(desk: Desk, surface: str, kind: Kind | None) -> frozenset[str]:
    """The countries besides the document's that have something rightly called so."""
    found = [match for match in desk.decide_anywhere(surface, kind).matches if match.stage is Stage.EXACT]
    countries = (match.entity.country for match in found if desk.stands(surface, match))
    return frozenset(country for country in countries if country and country != desk.country)


def _alone(exact: Sequence[Match]) -> bool:
    return all(match.weight < exact[0].weight - 1.0 for match in exact[1:])


def _may_be_meant(desk: Desk, surface: str, match: Match, best: Match) -> bool:
    main = fold(surface) == fold(match.entity.canonical)
    if desk.country is not None and best.entity.country == desk.country != match.entity.country:
        return main and match.weight >= max(TOWN, best.weight)  # the document is about another country
    weight = max(best.weight, WELL_KNOWN_REGION) if best.entity.feature_type == "region" else best.weight
    return match.weight >= weight - LESS or (main and match.weight >= TOWN)


def _may_be_a_person(desk: Desk, surface: str, best: Match) -> bool:
    """Whether a lone word may as well be a person's name that nobody listed."""
    if best.entity.kind is not Kind.PLACE or best.weight >= GREAT_CITY:
        return False
    folded = fold(surface)
    return folded in given_names().surnames or is_given(surface)


def _advise(desk: Desk, surface: str, best: Match, opinion: Opinion, kind: Kind | None, others: float) -> Opinion:
    accepted, names = desk.accepted(best)
    entity, folded = best.entity, fold(surface)
    same = [name for name in names if fold(name.text) == folded]
    told = tuple(dict.fromkeys(name.language.split("-")[0] for name in same if name.language))
    if may_be_right(desk, Known(surface, kind, best, accepted.own, same, told, others)):
        return opinion
    replacement = desk.replacement(surface, entity, accepted)
    if replacement is not None and is_abbreviated(surface, same):
        replacement = desk.abbreviation(names) or replacement
    if replacement is None or fold(replacement) == folded:
        return opinion
    through = desk.users(surface, best) or tuple(tongue for tongue in told if tongue != desk.style.language)
    why = _why(desk, surface, entity, same)
    return replace(
        opinion, advice=Advice.HOUSE_STYLE, replacement=replacement, why=why, through=through,
        alternatives=alternatives(accepted, replacement),
    )  # fmt: skip


def _why(desk: Desk, surface: str, entity: Entity, same: Sequence[Name]) -> str:
    if (said := desk.reason(surface, entity.kind, entity)) is not None:
        return said
    tongues = list(dict.fromkeys(language_name(name.language) for name in same if name.language))[:3]
    where = f" in {', '.join(tongues)}" if tongues else ""
    return f"‘{surface}’ is a form{where} of {entity.canonical}."
