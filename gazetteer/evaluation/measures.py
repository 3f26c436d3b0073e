"""Measures over answered queries. Pure: the same answers give the same figures.

Recall and MRR are over the queries that have an answer. Of the decision, precision is the share of
links that are right, recall the share of answerable queries linked rightly. A measure that nothing
was there to measure is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from gazetteer.evaluation.answers import Answered

BINS = 10


@dataclass(frozen=True, slots=True)
class Measures:
    """How good some answers were, all shares from 0 to 1, times in seconds."""

    queries: int
    recall_at_1: float | None
    recall_at_10: float | None
    mrr: float | None
    precision: float | None
    recall: float | None
    f1: float | None
    nil_left_alone: float | None
    calibration_error: float | None
    p50: float | None
    p95: float | None


def measure(answered: Sequence[Answered]) -> Measures:
    """The measures over these answers."""
    answerable = [one for one in answered if one.asked.right]
    nobody = [one for one in answered if not one.asked.right]
    ranks = [rank(one) for one in answerable]
    linked = [one for one in answered if one.linked is not None]
    right = sum(one.linked in one.asked.right for one in linked)
    precision, recall = share(right, len(linked)), share(right, len(answerable))
    return Measures(
        queries=len(answered),
        recall_at_1=share(sum(place == 1 for place in ranks), len(ranks)),
        recall_at_10=share(sum(place is not None and place <= 10 for place in ranks), len(ranks)),
        mrr=share(sum(1 / place for place in ranks if place), len(ranks)),
        precision=precision,
        recall=recall,
        f1=f1(precision, recall),
        nil_left_alone=share(sum(one.linked is None for one in nobody), len(nobody)),
        calibration_error=calibration_error(answered),
        p50=percentile([one.seconds for one in answered], 50),
        p95=percentile([one.seconds for one in answered], 95),
    )


def by_stratum(answered: Sequence[Answered]) -> dict[str, Measures]:
    """The measures of each stratum, in the order of their names."""
    strata = sorted({one.asked.stratum for one in answered})
    return {name: measure([one for one in answered if one.asked.stratum == name]) for name in strata}


def rank(one: Answered) -> int | None:
    """At which place, from 1, the first right entity stands; None if it was not found."""
    return next((place for place, found in enumerate(one.found, start=1) if found in one.asked.right), None)


def share(part: float, whole: int) -> float | None:
    """A part of a whole; None of nothing."""
    return part / whole if whole else None


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean of the two.

    >>> f1(0.5, 1.0), f1(0.0, 0.0), f1(None, 0.0)
    (0.6666666666666666, 0.0, None)
    """
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def calibration_error(answered: Sequence[Answered]) -> float | None:
    """How far confidence is from the share of first candidates that are right, averaged over ten bins by their size.

    Queries without a candidate promise nothing and are left out.
    """
    told = [(one.confidence, one.found[0] in one.asked.right) for one in answered if one.found]
    if not told:
        return None
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in told:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return sum(abs(sum(c for c, _ in some) - sum(right for _, right in some)) for some in bins) / len(told)


def percentile(values: Sequence[float], percent: int) -> float | None:
    """The value that so many per cent of the values do not exceed.

    >>> percentile([3.0, 1.0, 2.0, 4.0], 50), percentile([], 50)
    (2.0, None)
    """
    ranked = sorted(values)
    return ranked[max(ceil(len(ranked) * percent / 100) - 1, 0)] if ranked else None
