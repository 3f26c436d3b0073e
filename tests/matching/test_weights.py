"""The fitted numbers: whole, within what they may be, and not to be changed by whoever reads them."""

import pytest

from gazetteer.matching.decision import GROUNDS
from gazetteer.matching.evidence import EVIDENCE
from gazetteer.matching.weights import weights


def test_every_piece_of_evidence_has_a_weight_and_every_weight_its_evidence() -> None:
    assert set(weights().evidence) == {function.__name__ for function in EVIDENCE}


def test_every_ground_of_a_probability_has_a_number() -> None:
    assert set(weights().confidence) == {"constant", *GROUNDS}


def test_evidence_says_itself_whether_it_speaks_against() -> None:
    assert {name: weight for name, weight in weights().evidence.items() if weight < 0} == {}


def test_threshold_and_margin_are_shares() -> None:
    assert 0.5 <= weights().threshold < 1.0
    assert 0.0 < weights().margin < 1.0


def test_a_namesake_is_the_surer_the_more_important_it_is() -> None:
    namesake = weights().namesake
    assert set(namesake) == {"least", "three_times", "ten_times", "per_power", "most", "told_apart"}
    assert 0.5 < namesake["least"] <= namesake["three_times"] <= namesake["ten_times"] <= namesake["most"] < 1.0
    assert namesake["per_power"] > 0.0


def test_a_namesake_ten_times_as_important_may_be_linked() -> None:
    assert weights().namesake["ten_times"] >= weights().threshold


def test_nobody_changes_the_weights_in_passing() -> None:
    for numbers in (weights().evidence, weights().confidence, weights().namesake):
        with pytest.raises(TypeError):
            numbers["importance"] = 0.0  # type: ignore[index]
