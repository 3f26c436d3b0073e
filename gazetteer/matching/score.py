"""Scored candidates: the evidence on each, its weighted sum, best first. No SQL, no clock, no chance."""

from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.matching.evidence import applicable
from gazetteer.matching.weights import Weights
from gazetteer.model import Candidate, Evidence, Query


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
    counted = [(each, weights.evidence[each.__name__]) for each in applicable(asked, generic, qualifier)]
    scored = []
    for candidate in found:
        evidence = []
        total = 0.0
        for function, weight in counted:
            piece = function(asked, candidate)
            if piece is not None:
                evidence.append(piece)
                total += weight * piece.score
        scored.append(Scored(candidate, total, tuple(evidence)))
    scored.sort(key=lambda one: (-one.score, -one.candidate.weight, one.candidate.key))
    return scored
