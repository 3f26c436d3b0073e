"""Cells that hold no name, or several: what they are told, and which of them a person is asked about."""

from pathlib import Path

import pytest

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.contents import no_name
from gazetteer.bulk.names import is_doubtful
from gazetteer.bulk.workers import Answerer, Source
from gazetteer.model import Outcome

NONE = [
    ("n/a", "stands for nothing"), ("N/A", "stands for nothing"), ("unknown", "stands for nothing"),
    ("-", "stands for nothing"), ("—", "stands for nothing"), ("?", "stands for nothing"),
    (" TBD ", "stands for nothing"),
    ("=SUM(A1:A3)", "a formula"), ("=A2&B2", "a formula"),
    ("#REF!", "an error of a spreadsheet"), ("desk@example.org", "an e-mail address"),
    ("https://example.org/kyiv", "an address of the web"), ("www.example.org", "an address of the web"),
    ("2024-05-17", "a date"), ("17.05.2024", "a date"), ("1 234,5", "a number"), ("12%", "a number"),
]  # fmt: skip
NAMES = [
    "Nan",
    "Na",
    "Unknown Soldier",
    "Booking.com",
    "A",
    "Y",
    "Ö",
    "36th Division",
    "Сочи-2014",
    "@Kyiv",
    "+Kyiv",
    "東京",
]
SEVERAL = [
    "Kharkiv / Kyiv",
    "Kharkiv/Kyiv",
    "Kharkiv; Kyiv",
    "Kharkiv, Kyiv",
    "Kharkiv and Kyiv",
    '["Kharkiv", "Kyiv"]',
]


@pytest.fixture(scope="module")
def answerer(world: Path) -> Answerer:
    return Answerer(Source(world, None, Asking("name")))


@pytest.mark.parametrize(("text", "said"), NONE)
def test_what_is_no_name_is_told_and_nobody_is_asked(answerer: Answerer, text: str, said: str) -> None:
    told = answerer.answer((text,))
    assert told.decision is Outcome.NIL
    assert said in told.why
    assert not is_doubtful(text, told)


@pytest.mark.parametrize("text", NAMES)
def test_what_may_be_a_name_is_left_to_the_gazetteer(text: str) -> None:
    assert no_name(text) is None


@pytest.mark.parametrize("text", SEVERAL)
def test_a_cell_of_several_names_is_nobody_s_and_offers_each(answerer: Answerer, text: str) -> None:
    told = answerer.answer((text,))
    assert told.decision is Outcome.AMBIGUOUS
    assert "seems to hold several names, ‘Kharkiv’, ‘Kyiv’" in told.why
    assert [one.canonical for one in told.choices] == ["Kharkiv", "Kyiv"]
    assert is_doubtful(text, told)


@pytest.mark.parametrize("text", ["Kiev/Kyiv", "Киев / Kyiv", '["Kiev", "Kyiv"]', "Kiev; Kyiv"])
def test_a_cell_of_names_that_are_all_one_s_is_that_one_s(answerer: Answerer, text: str) -> None:
    told = answerer.answer((text,))
    assert (told.decision, told.canonical, told.id) == (Outcome.LINKED, "Kyiv", "geonames-703448")
    assert "names Kyiv (" in told.why
    assert "more than once" in told.why


def test_where_a_place_is_makes_no_second_name(answerer: Answerer) -> None:
    assert answerer.answer(("Kyiv, Ukraine",)).canonical == "Kyiv"
    assert "several" not in answerer.answer(("Ukraine, Kyiv",)).why
