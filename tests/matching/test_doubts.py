"""Doubts: who is surely written so is offered, and not linked, where somebody else may be meant."""

from typing import Any

import pytest

from gazetteer.matching.doubts import doubt_of, doubt_of_link
from gazetteer.matching.score import Scored
from gazetteer.model import Kind, Query, Stage
from tests.matching.conftest import candidate

PERSON = {"entity_kind": Kind.PERSON}
FORM = {"form": "petrovelmarenko"}
# What was asked, the candidate, and whether it is doubted.
LIKE = [
    ("Petro Velmarenyuk", {"text": "Petro Velmarenko", "said": "petrovelmarenyuk"} | FORM | PERSON, True),
    ("Petro Velmarenka", {"text": "Petro Velmarenko", "said": "petrovelmarenka"} | FORM | PERSON, False),
    ("Velmarenyuk", {"text": "Velmarenko", "said": "velmarenyuk", "form": "velmarenko"} | PERSON, False),
    ("Petro Velmarenyuk", {"text": "Petro Velmarenko", "said": "petrovelmarenyuk"} | FORM, False),
    ("Habermuln", {"text": "Бермуди", "said": "habermuln", "form": "bermudi"}, True),
    ("Bermudi", {"text": "Бермуди", "said": "bermuda", "form": "bermudi"}, False),
    ("Хабермульн", {"text": "Bermuda", "said": "habermuln", "form": "bermuda"}, False),
]  # fmt: skip
SMITH = {"text": "John Smith", "stage": Stage.EXACT}
# Somebody of a name that many have, the question around it, and whether others may be meant.
OF_MANY = [
    (SMITH | PERSON | {"weight": 2.2}, {}, True),
    (SMITH | PERSON | {"weight": 5.0}, {}, False),
    (SMITH | {"weight": 2.2}, {}, False),
    ({"text": "John Xqzzt", "stage": Stage.EXACT, "weight": 2.2} | PERSON, {}, False),
]


@pytest.mark.parametrize(("asked", "offered", "doubted"), LIKE)
def test_a_person_is_no_other_whose_name_is_merely_like(asked: str, offered: dict[str, Any], doubted: bool) -> None:
    one = Scored(candidate(asked=asked, **{"stage": Stage.LIKENESS, "weight": 6.5} | offered), 5.0, [])
    assert (doubt_of_link(Query(asked), one) == "unlike") is doubted


@pytest.mark.parametrize(("offered", "around", "doubted"), OF_MANY)
def test_a_name_that_many_have_is_not_surely_the_one_who_is_known(
    offered: dict[str, Any], around: dict[str, Any], doubted: bool
) -> None:
    one = Scored(candidate(asked=offered["text"], **offered), 5.0, [])
    assert (doubt_of_link(Query(offered["text"], **around), one) == "namesakes") is doubted


def test_a_name_that_many_have_is_whose_the_question_says() -> None:
    one = Scored(candidate(asked="John Smith", weight=2.2, **SMITH, **PERSON), 5.0, [("same_country", 1.0, "GB")])
    assert doubt_of_link(Query("John Smith", country="GB"), one) is None


def test_a_name_that_may_be_a_case_form_of_a_far_better_known_one_is_left_open() -> None:
    own = Scored(candidate("Velmara", "Velmara", stage=Stage.EXACT, weight=4.0), 5.0, [])
    for weight, doubted in ((4.9, False), (5.0, True)):
        base = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, weight=weight, key=2, is_base=True), 4.0, [])
        assert (doubt_of(Query("Velmara"), [own, base], alone=True) == "case") is doubted
        assert doubt_of(Query("Velmara"), [base, own], alone=True) is None
    known = Scored(candidate("Velmara", "Velmara", stage=Stage.EXACT, weight=5.6), 5.0, [])
    better = Scored(candidate("Velmar", "Velmar", stage=Stage.EXACT, weight=7.0, key=2, is_base=True), 4.0, [])
    assert doubt_of(Query("Velmara"), [known, better], alone=True) is None
