"""Measures as a table for people and as a plain dictionary for files."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from gazetteer.evaluation.measures import Measures

OVERALL = "all"
HEAD = ("stratum", "queries", "R@1", "R@10", "MRR", "prec", "recall", "F1", "NIL ok", "calib", "p50 ms", "p95 ms")


def as_dict(overall: Measures, strata: Mapping[str, Measures]) -> dict[str, object]:
    """All figures, for a file of results."""
    return {"overall": asdict(overall), "strata": {name: asdict(one) for name, one in strata.items()}}


def table(overall: Measures, strata: Mapping[str, Measures]) -> Iterator[str]:
    """The lines of a table: a line a stratum, then all together."""
    named = {name: one for name, one in strata.items() if name != OVERALL} | {OVERALL: overall}
    rows = [HEAD, *(_cells(name, one) for name, one in named.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for name, *cells in rows:
        yield "  ".join([name.ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells, widths[1:], strict=True))])


def _cells(name: str, one: Measures) -> tuple[str, ...]:
    shares = (
        one.recall_at_1, one.recall_at_10, one.mrr, one.precision, one.recall, one.f1, one.nil_left_alone,
        one.calibration_error,
    )  # fmt: skip
    times = (one.p50, one.p95)
    shown = ["-" if value is None else f"{value:.3f}" for value in shares]
    shown += ["-" if value is None else f"{value * 1000:.2f}" for value in times]
    return (name, f"{one.queries:,}", *shown)
