"""Scores: the weighted sum of the evidence, best first, the same whatever the order of the candidates."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.matching.score import Scored, city_first, known_first, score
from gazetteer.matching.weights import weights
from gazetteer.model import Candidate, Kind, NameKind, Point, Query, Stage
from tests.matching.conftest import CANADA, candidate, made_up_weights

ASKED = Query("Zorvik")


def order(found: list[Candidate], asked: Query = ASKED) -> list[int]:
    return [one.candidate.key for one in score(asked, found, weights())]


def test_the_score_is_the_weighted_sum_of_what_is_said() -> None:
    counted = made_up_weights(evidence=made_up_weights().evidence | {"importance": 4.0, "same_text": 0.5})
    (one,) = score(ASKED, [candidate("Zorvik", "Zorvik", weight=2.0)], counted)
    assert {"same_text", "importance", "close_reading"} <= {name for name, _, _ in one.evidence}
    assert math.isclose(one.score, sum(counted.evidence[name] * said for name, said, _ in one.evidence))
    (other,) = score(ASKED, [candidate("Zorvik", "Zorvik", weight=2.0)], made_up_weights())
    # Importance is 2/8 and counts three more; the same text is 1 and counts half as much.
    assert math.isclose(one.score - other.score, 3 * 2 / 8 - 0.5)


# Better and worse of two that differ in one thing.
BETTER: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("the closer reading", {}, {"form_alike": 0.9}, {"form_alike": 0.8}),
    ("the closer consonants", {}, {"skeleton_alike": 0.9}, {"skeleton_alike": 0.5}),
    ("the more important", {}, {"weight": 5.0}, {"weight": 3.0}),
    ("a name in use", {}, {"shown": True}, {"shown": False}),
    ("a main name", {}, {"preferred": True}, {"preferred": False}),
    ("a whole name", {}, {"name_kind": NameKind.VARIANT}, {"name_kind": NameKind.SHORT}),
    ("just so", {}, {"stage": Stage.EXACT, "form_alike": 1.0}, {"stage": Stage.LIKENESS, "form_alike": 0.9}),
    ("the country given", {"country": "UA"}, {"country": "UA"}, {"country": "PL"}),
    ("near the position", {"near": Point(49.5, 36.8)}, {"lat": 49.5, "lon": 36.9}, {"lat": 50.0, "lon": 33.5}),
    ("the language given", {"language": "uk"}, {"language": "uk"}, {"language": "ru"}),
    ("after the comma", {}, {"qualifier": CANADA, "country": "CA"}, {"qualifier": CANADA, "country": "GB"}),
    ("the generic word", {}, {"generic": "region", "sort": "region"}, {"generic": "region", "sort": "settlement"}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "asked", "better", "worse"), BETTER, ids=[why for why, *_ in BETTER])
def test_of_two_that_differ_in_one_thing_the_better_comes_first(
    why: str, asked: dict[str, Any], better: dict[str, Any], worse: dict[str, Any]
) -> None:
    found = [candidate(key=1, **worse), candidate(key=2, **better)]
    assert order(found, Query("Zorvik", **asked)) == [2, 1], why


def test_ties_are_broken_by_importance_and_then_by_key() -> None:
    plain = made_up_weights(evidence=made_up_weights().evidence | {"importance": 0.0})
    found = [candidate(key=4, weight=2.0), candidate(key=3, weight=2.0), candidate(key=9, weight=5.0)]
    assert [one.candidate.key for one in score(ASKED, found, plain)] == [9, 3, 4]


CANDIDATES = [
    candidate(key=key, weight=weight, form_alike=alike)
    for key, (weight, alike) in enumerate([(3.0, 0.9), (3.0, 0.9), (5.0, 0.9), (3.0, 0.8), (2.0, 1.0), (3.0, 0.9)])
]


@given(st.permutations(CANDIDATES))
def test_the_order_in_which_candidates_come_does_not_matter(found: list[Candidate]) -> None:
    assert score(ASKED, found, weights()) == score(ASKED, CANDIDATES, weights())


def test_nothing_comes_of_nothing() -> None:
    assert score(ASKED, [], weights()) == []


def test_a_candidate_without_what_was_asked_about_is_neither_helped_nor_harmed() -> None:
    asked = Query("Zorvik", country="UA", near=Point(49.5, 36.8))
    named = {name for one in score(asked, [candidate()], weights()) for name, _, _ in one.evidence}
    assert not named & {"same_country", "nearby"}


def named(score: float, **fields: Any) -> Scored:
    """A candidate that is named as what was asked, with its score."""
    return Scored(candidate(**{"country": "BY", "weight": 5.0, "stage": Stage.EXACT} | fields), score, ())


# A region, first by its score, and another behind it; and whether that one goes first, as the city it is named after.
SEATS = [
    ({"stage": Stage.EXACT}, {}, True),
    ({"stage": Stage.READING, "text": "Зорвік"}, {"stage": Stage.READING, "text": "Зорвік"}, True),
    ({"stage": Stage.READING, "text": "Zorvyk"}, {"stage": Stage.READING, "text": "Zorvik"}, False),
    ({"stage": Stage.READING, "text": "Zorvyk"}, {"stage": Stage.EXACT}, True),
    ({"stage": Stage.EXACT}, {"stage": Stage.READING}, False),
    ({"stage": Stage.LIKENESS}, {"stage": Stage.LIKENESS}, False),
    ({"stage": Stage.EXACT}, {"country": "PL"}, False),
    ({"stage": Stage.EXACT}, {"weight": 3.0}, False),
    ({"stage": Stage.EXACT}, {"sort": "region"}, False),
    # California is no town in Maryland; but Washington may be a great city elsewhere.
    ({"stage": Stage.EXACT, "region": 7}, {"region": 7}, True),
    ({"stage": Stage.EXACT, "region": 7}, {"region": 8, "weight": 4.9}, False),
    ({"stage": Stage.EXACT, "region": 7}, {"region": 8, "weight": 5.0}, True),
    ({"stage": Stage.EXACT, "region": 7}, {}, True),
    # A hundred times as large, the region is meant, unless it is the city's main name.
    ({"stage": Stage.EXACT, "region": 7, "weight": 6.6}, {"region": 7, "weight": 4.6}, False),
    ({"stage": Stage.EXACT, "region": 7, "weight": 6.6}, {"region": 7, "weight": 4.7}, True),
    ({"stage": Stage.EXACT, "region": 7, "weight": 6.6}, {"region": 7, "weight": 4.6, "preferred": True}, True),
    ({"stage": Stage.EXACT}, {"region": 7}, True),
    ({"stage": Stage.EXACT, "generic": "region"}, {}, False),
    ({"sort": "country", "language": "az"}, {"language": "en"}, True),
    ({"sort": "country", "language": "en"}, {"language": "az"}, False),
    ({"sort": "country", "language": "az"}, {"language": "az"}, False),
    ({"sort": "country", "language": "ewo", "text": "Zorvík"}, {"language": "it"}, True),
    ({"sort": "country", "language": "es", "country": "GD"}, {"preferred": True, "weight": 5.3}, True),
    ({"sort": "country", "language": "es", "country": "GD"}, {"preferred": True, "weight": 4.9}, False),
    ({"sort": "country", "language": "es", "country": "GD"}, {"weight": 5.3}, False),
    ({"sort": "country", "language": "en", "country": "GD"}, {"preferred": True, "weight": 5.3}, False),
    ({"sort": "country", "language": "az", "country": "SG"}, {"language": "en", "country": "SG"}, False),
]


@pytest.mark.parametrize(("region", "city", "first"), SEATS)
def test_a_city_goes_before_the_region_that_is_named_after_it(
    region: dict[str, Any], city: dict[str, Any], first: bool
) -> None:
    ranked = [
        named(9.0, **{"sort": "region", "key": 1} | region),
        named(8.5, key=3, country="US"),
        named(8.0, key=2, **city),
    ]
    found = city_first(ASKED, ranked)
    assert [one.candidate.key for one in found] == ([2, 1, 3] if first else [1, 3, 2])
    assert found[0].score == 9.0


# How much better known a person is by a name than the place that is scored before, how the name is known of, and who
# then comes first.
KNOWN = [
    (2.0, {}, 2),
    (1.9, {}, 1),
    (3.0, {"shown": False}, 1),
    (3.0, {"stage": Stage.READING}, 1),
    (3.0, {"entity_kind": Kind.ORGANIZATION}, 1),
    (3.0, {"asked": "Velmar"}, 1),
    (2.0, {"entity_kind": Kind.PLACE, "sort": "settlement"}, 2),
    (1.9, {"entity_kind": Kind.PLACE, "sort": "settlement"}, 1),
    (3.0, {"entity_kind": Kind.PLACE, "sort": "region"}, 1),
]


@pytest.mark.parametrize(("ahead", "fields", "first"), KNOWN)
def test_who_is_a_hundred_times_as_well_known_goes_before_a_place(
    ahead: float, fields: dict[str, Any], first: int
) -> None:
    place = candidate(stage=Stage.EXACT, key=1, weight=3.5, preferred=True, shown=True)
    usual: dict[str, Any] = {"stage": Stage.EXACT, "entity_kind": Kind.PERSON, "shown": True, "sort": ""}
    person = candidate(key=2, weight=3.5 + ahead, **usual | fields)
    scored = known_first([Scored(place, 9.0, []), Scored(candidate(key=3), 6.0, []), Scored(person, 5.0, [])])
    assert [one.candidate.key for one in scored] == ([2, 1, 3] if first == 2 else [1, 3, 2])
    assert scored[0].score == 9.0


def test_who_is_better_known_does_not_go_before_who_is_where_is_told() -> None:
    here, there = [("same_country", 1.0, "US")], [("same_country", -1.0, "US")]
    place = candidate(stage=Stage.EXACT, key=1, weight=3.0, preferred=True, shown=True)
    known = candidate(stage=Stage.EXACT, key=2, weight=7.0, shown=True)
    told = known_first([Scored(place, 9.0, here), Scored(known, 5.0, there)])
    assert [one.candidate.key for one in told] == [1, 2]
    assert [one.candidate.key for one in known_first([Scored(place, 9.0, here), Scored(known, 5.0, here)])] == [2, 1]
