"""The measures over answered queries; every expected value is worked out by hand beside it."""

from pathlib import Path

import pytest

from gazetteer.errors import BadFile
from gazetteer.evaluation import Answered, Labelled, Measures, as_dict, by_stratum, measure, read_labels, table
from gazetteer.evaluation.measures import calibration_error, percentile, rank

NOBODY = ""


def answered(
    right: str, found: str, linked: str | None = None, sure: float = 0.0, stratum: str = "all", seconds: float = 0.0
) -> Answered:
    """A query whose right answers, and whose candidates best first, are the letters of two words."""
    return Answered(Labelled("1", "Zorvik", None, stratum, frozenset(right)), tuple(found), linked, sure, seconds)


# Four queries with an answer, three that mean nobody.
SEVEN = [
    answered("a", "ab", "a", 0.95),  # found first, rightly linked
    answered("b", "ab", "a", 0.85),  # found second, wrongly linked
    answered("c", "abd", None, 0.35),  # not found, not linked
    answered("dz", "qrstuvwxyd", None, 0.15),  # found tenth, not linked
    answered(NOBODY, "a", None, 0.15),  # left alone
    answered(NOBODY, "a", "a", 0.95),  # wrongly linked
    answered(NOBODY, "", None, 0.0),  # left alone, with nothing to offer
]


def test_seven_answers_measured_by_hand() -> None:
    got = measure(SEVEN)
    assert got.queries == 7
    assert got.recall_at_1 == 1 / 4
    assert got.recall_at_10 == 3 / 4
    assert got.mrr == pytest.approx((1 + 1 / 2 + 0 + 1 / 10) / 4)
    # Three were linked, one of them rightly; four could have been.
    assert got.precision == pytest.approx(1 / 3)
    assert got.recall == 1 / 4
    assert got.f1 == pytest.approx(2 / 7)
    assert got.nil_left_alone == pytest.approx(2 / 3)
    # Bins of a tenth: 0.9 to 1 promises 1.9 and keeps 1; then 0.85, 0.35 and 0.15 + 0.15, which keep nothing.
    assert got.calibration_error == pytest.approx((0.9 + 0.85 + 0.35 + 0.30) / 6)


RANKS = [("a", "abc", 1), ("c", "abc", 3), ("bc", "abc", 2), ("z", "abc", None), ("a", "", None)]


@pytest.mark.parametrize(("right", "found", "expected"), RANKS)
def test_the_rank_is_that_of_the_first_right_candidate(right: str, found: str, expected: int | None) -> None:
    assert rank(answered(right, found)) == expected


def test_the_eleventh_candidate_is_not_among_ten() -> None:
    got = measure([answered("k", "abcdefghijk"), answered("j", "abcdefghij")])
    assert got.recall_at_10 == 1 / 2
    assert got.recall_at_1 == 0.0


# What was linked, of the right answer a: precision, recall, F1.
DECISIONS = [
    (["a", "a"], 1.0, 1.0, 1.0),
    (["a", None], 1.0, 0.5, 2 / 3),
    (["a", "b"], 0.5, 0.5, 0.5),
    (["b", None], 0.0, 0.0, 0.0),
    ([None, None], None, 0.0, None),
]


@pytest.mark.parametrize(("linked", "precision", "recall", "f1"), DECISIONS)
def test_a_link_is_right_or_wrong_and_silence_costs_recall_alone(
    linked: list[str | None], precision: float | None, recall: float, f1: float | None
) -> None:
    got = measure([answered("a", "ab", one) for one in linked])
    assert (got.precision, got.recall) == (precision, recall)
    assert got.f1 == (None if f1 is None else pytest.approx(f1))


def test_a_link_where_nobody_was_meant_costs_precision_and_not_recall() -> None:
    got = measure([answered("a", "a", "a"), answered(NOBODY, "a", "a")])
    assert (got.precision, got.recall, got.nil_left_alone) == (0.5, 1.0, 0.0)


def test_another_of_several_right_answers_is_right_too() -> None:
    assert measure([answered("ab", "ba", "b")]).precision == 1.0


def test_what_was_not_there_to_measure_is_none() -> None:
    assert measure([]) == Measures(0, *[None] * 10)
    only_nobody = measure([answered(NOBODY, "a", None, 0.05)])
    assert only_nobody.recall_at_1 is only_nobody.recall_at_10 is only_nobody.mrr is only_nobody.recall is None
    assert only_nobody.nil_left_alone == 1.0
    assert measure([answered("a", "a", "a")]).nil_left_alone is None


CALIBRATION = [
    # Seven of ten at 0.7: just as promised.
    ([(0.7, True)] * 7 + [(0.7, False)] * 3, 0.0),
    # The same promise, all kept: too modest by 0.3.
    ([(0.7, True)] * 10, 0.3),
    # In one bin what is too much and what is too little make up for each other: 1.3 promised, 1 kept.
    ([(0.62, True), (0.68, False)], 0.15),
    # In two bins they do not: 0.35 too little, 0.75 too much.
    ([(0.65, True), (0.75, False)], 0.55),
    # Certainty is in the last bin, not in an eleventh: 1.92 promised, 1 kept.
    ([(1.0, False), (0.92, True)], 0.46),
    ([(0.0, False)], 0.0),
    ([(1.0, True)], 0.0),
]


@pytest.mark.parametrize(("told", "expected"), CALIBRATION)
def test_calibration_is_promise_against_share_over_ten_bins(told: list[tuple[float, bool]], expected: float) -> None:
    got = [answered("a", "a" if right else "b", sure=sure) for sure, right in told]
    assert calibration_error(got) == pytest.approx(expected)


def test_calibration_is_about_the_first_candidate_linked_or_not_and_needs_one() -> None:
    assert calibration_error([answered("b", "ab", "b", 0.75)]) == pytest.approx(0.75)
    assert calibration_error([answered("a", ""), answered(NOBODY, "")]) is None


def test_times_are_those_that_half_and_nearly_all_keep_to() -> None:
    times = [answered("a", "a", seconds=number / 100) for number in range(20, 0, -1)]
    got = measure(times)
    assert (got.p50, got.p95) == (0.10, 0.19)
    assert percentile([5.0], 95) == 5.0


def test_each_stratum_is_measured_by_itself_in_the_order_of_their_names() -> None:
    got = by_stratum([answered("a", "b", stratum="typos"), answered("a", "a", stratum="names"), *SEVEN])
    assert list(got) == ["all", "names", "typos"]
    assert (got["names"].recall_at_1, got["typos"].recall_at_1) == (1.0, 0.0)
    assert got["all"] == measure(SEVEN)


def test_the_table_has_a_line_a_stratum_and_dashes_where_nothing_was_to_measure() -> None:
    right = answered("a", "a", "a", 1.0, "names", 0.002)
    head, names, whole = (" ".join(line.split()) for line in table(measure([right]), by_stratum([right])))
    assert head == "stratum queries R@1 R@10 MRR prec recall F1 NIL ok calib p50 ms p95 ms"
    assert names == "names 1 1.000 1.000 1.000 1.000 1.000 1.000 - 0.000 2.00 2.00"
    assert whole == names.replace("names", "all")


def test_a_file_of_results_has_every_measure() -> None:
    told = as_dict(measure(SEVEN), by_stratum(SEVEN))
    assert told["overall"] == told["strata"]["all"]  # type: ignore[index]
    assert told["overall"]["recall_at_10"] == 0.75  # type: ignore[index]
    assert list(told["overall"]) == list(Measures.__slots__)  # type: ignore[call-overload]


def test_labels_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    lines = [
        "answer\tnote\tquery\tlang\tqid\tstratum",
        'geonames-1|77\tunread\t"Zorvik"\tuk\tx7\ttypos',
        "NIL\t\t Зорвік \tnull\t\t",
    ]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    assert read_labels(path) == [
        Labelled("x7", '"Zorvik"', "uk", "typos", frozenset({"geonames-1", "geonames-77"})),
        Labelled("3", " Зорвік ", None, "all", frozenset()),
    ]


NO_TABLES = [
    (b"", "no header line"),
    (b"query\tlabel\nZorvik\t77\n", "no header line"),
    (b"query\tanswer\nZorvik\t77\t\n", "line 2: 3 columns, where the header has 2"),
    (b"query\tanswer\nZ\xffrvik\t77\n", "cannot be read as UTF-8"),
]


@pytest.mark.parametrize(("content", "text"), NO_TABLES)
def test_what_is_no_labelled_table_is_refused(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "queries.tsv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=text):
        read_labels(path)
