"""The decision: linked, ambiguous or nil, from scored candidates; never a silent guess.

Linked needs probability and margin. Namesakes that nothing tells apart are ambiguous unless one
is ten times as important; an ordinary word that is no entity's main name is nobody.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.matching.score import Scored
from gazetteer.matching.weights import Weights
from gazetteer.model import Candidate, NameKind, Outcome, Query, Stage
from gazetteer.text.words import COMMON, KNOWN, zipf

# Evidence that tells namesakes apart; importance alone does not.
CONTEXT = frozenset(("same_country", "nearby", "qualified", "same_language"))
# A namesake this much more important, in powers of ten, may be linked.
TEN_TIMES = 1.0
# An ordinary word means an entity only if that is about as well known as a large city.
WELL_KNOWN = 5.6
# Of candidates whose score differs by less than this, without their importance, none is better written.
SAME = 0.35


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided: the outcome, a probability for each candidate, and the ground it stands on."""

    outcome: Outcome
    confidences: tuple[float, ...]
    ground: str


def decide(asked: Query, scored: Sequence[Scored], weights: Weights) -> Verdict:
    """Say whether the first candidate is meant, whether several may be, or nobody."""
    if not scored:
        return Verdict(Outcome.NIL, (), "nothing like it")
    best = scored[0]
    rivals = namesakes(scored, weights)
    confidence = probability(scored, weights)
    threshold = weights.threshold if asked.threshold is None else asked.threshold
    margin = weights.margin if asked.margin is None else asked.margin
    outcome, ground = Outcome.LINKED, "linked"
    if asked.kind is None and (word := _ordinary(asked, best.candidate)) is not None:
        main = best.candidate.stage is Stage.EXACT and best.candidate.name.preferred and not asked.name.islower()
        outcome, ground = (Outcome.AMBIGUOUS if main else Outcome.NIL), word
        confidence = min(confidence, 0.4 if main else 0.1)
    elif rivals:
        ahead = best.candidate.weight - max(rival.candidate.weight for rival in rivals)
        told_apart = _context(best) - max(_context(rival) for rival in rivals)
        confidence = min(confidence, _namesake_cap(ahead, told_apart, weights))
        if told_apart < SAME and ahead < TEN_TIMES:
            outcome, ground = Outcome.AMBIGUOUS, "namesakes"
    confidences = _shares(scored, confidence)
    if outcome is Outcome.LINKED:
        behind = confidences[1] if len(confidences) > 1 else 0.0
        if confidence < threshold:
            close = behind > 0 and confidence + behind >= threshold and confidence >= 0.3
            outcome, ground = (Outcome.AMBIGUOUS, "close") if close else (Outcome.NIL, "too unlike")
        elif confidence - behind < margin:
            outcome, ground = Outcome.AMBIGUOUS, "close"
    return Verdict(outcome, confidences, ground)


def namesakes(scored: Sequence[Scored], weights: Weights) -> list[Scored]:
    """The others that are written as well as the first, so that only importance or context sets them apart."""
    best = scored[0]
    own = _written(best, weights)
    others = [one for one in scored[1:] if own - _written(one, weights) < SAME]
    if best.candidate.stage is Stage.EXACT:
        return [one for one in scored[1:] if one.candidate.stage is Stage.EXACT and one.candidate.name.shown]
    return others


def probability(scored: Sequence[Scored], weights: Weights) -> float:
    """The probability that the first candidate is meant, as fitted on labelled data."""
    best = scored[0]
    gap = best.score - scored[1].score if len(scored) > 1 else weights.confidence.get("lone_gap", 4.0)
    numbers = {
        "score": best.score,
        "gap": min(gap, 4.0),
        "other_script": 1.0 if any(piece.name == "other_script" for piece in best.evidence) else 0.0,
        "exact": 1.0 if best.candidate.stage is Stage.EXACT else 0.0,
        "short": max(0.0, (6 - len(best.candidate.form)) / 6),
    }
    total = weights.confidence["constant"]
    total += sum(weights.confidence.get(name, 0.0) * value for name, value in numbers.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _shares(scored: Sequence[Scored], confidence: float) -> tuple[float, ...]:
    """The first has its probability; what is left is shared by the others as their scores are, at most so."""
    if len(scored) == 1:
        return (confidence,)
    top = scored[0].score
    raw = [math.exp(one.score - top) for one in scored[1:]]
    rest = min(1.0 - confidence, confidence * sum(raw))
    total = sum(raw)
    return (confidence, *(min(confidence, rest * part / total) for part in raw))


def _written(one: Scored, weights: Weights) -> float:
    aside = CONTEXT | {"importance"}
    return sum(weights.evidence[piece.name] * piece.score for piece in one.evidence if piece.name not in aside)


def _context(one: Scored) -> float:
    return sum(piece.score for piece in one.evidence if piece.name in CONTEXT)


def _namesake_cap(ahead: float, told_apart: float, weights: Weights) -> float:
    """No more certain than labelled namesakes show: the more important of two is not always meant."""
    if told_apart >= 1.0:
        return weights.namesake["told_apart"]
    if ahead < TEN_TIMES:
        return 0.5 + 0.2 * max(0.0, ahead) + 0.2 * max(0.0, told_apart)
    return min(
        weights.namesake["most"], weights.namesake["ten_times"] + weights.namesake["per_power"] * (ahead - TEN_TIMES)
    )


def _ordinary(asked: Query, candidate: Candidate) -> str | None:
    """Why an ordinary word is not to be taken for this candidate's name; None if it may be."""
    common = zipf(asked.name, asked.language)
    if common < KNOWN:
        return None
    if candidate.stage is not Stage.EXACT:
        return "an ordinary word, and no entity's name"
    if common < COMMON and not asked.name.islower():
        return None
    if candidate.weight >= WELL_KNOWN and candidate.name.shown and not asked.name.islower():
        return None
    if " " in asked.name and not asked.name.islower():
        return None
    if candidate.name.kind is NameKind.ABBREVIATION and asked.name == candidate.name.text:
        return None
    return "an ordinary word"
