"""Scored candidates: the evidence on each, its weighted sum, best first. No SQL, no clock, no chance."""

from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.matching.evidence import applicable
from gazetteer.matching.weights import Weights
from gazetteer.model import Candidate, Evidence, Query, Stage
from gazetteer.text.clean import fold

# The seat of a region has at least ten thousand inhabitants; a hamlet of its name is not what it is named after.
LEAST_SEAT = 4.0


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with the evidence on it and the weighted sum of that."""

    candidate: Candidate
    score: float
    evidence: tuple[Evidence, ...]


def score(asked: Query, found: Iterable[Candidate], weights: Weights) -> list[Scored]:
    """The candidates with their evidence, best first; ties by importance, then by key."""
    found = list(found)
    generic = any(candidate.written.generic is not None for candidate in found)
    qualifier = any(candidate.written.qualifier is not None for candidate in found)
    counted = {
        stage: [(each, weights.evidence[each.__name__]) for each in applicable(asked, generic, qualifier, stage)]
        for stage in {candidate.stage for candidate in found}
    }
    scored = []
    for candidate in found:
        evidence = []
        total = 0.0
        for function, weight in counted[candidate.stage]:
            piece = function(asked, candidate)
            if piece is not None:
                evidence.append(piece)
                total += weight * piece.score
        scored.append(Scored(candidate, total, tuple(evidence)))
    scored.sort(key=lambda one: (-one.score, -one.candidate.weight, one.candidate.key))
    return city_first(scored)


def city_first(scored: list[Scored]) -> list[Scored]:
    """The same, but between a region and the city it is named after the bare name means the city."""
    if not scored or not _bare_region(scored[0]):
        return scored
    region = scored[0].candidate
    for place, one in enumerate(scored[1:], start=1):
        city = one.candidate
        there = city.sort == "settlement" and city.country == region.country and city.stage is region.stage
        if there and city.weight >= LEAST_SEAT and fold(city.name.text) == fold(region.name.text):
            return [Scored(city, scored[0].score, one.evidence), *scored[:place], *scored[place + 1 :]]
    return scored


def _bare_region(one: Scored) -> bool:
    candidate = one.candidate
    return candidate.sort == "region" and candidate.stage is Stage.EXACT and candidate.written.generic is None
