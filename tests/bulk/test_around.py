"""What stands around a name: countries however people write them, regions as far as they are known."""

from pathlib import Path

import pytest

from gazetteer.bulk.answers import Answer
from gazetteer.bulk.around import Around, Region
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.job import do
from gazetteer.bulk.notices import not_understood
from gazetteer.bulk.workers import Answerer, Source
from gazetteer.model import Outcome
from gazetteer.resolve import open_gazetteer
from tests.bulk.conftest import MakeJob

COUNTRIES = [
    ("ua", "UA"), ("UKR", "UA"), ("Ukraine (UA)", "UA"), ("UK", "GB"), ("Turkey", "TR"),
    ("BRD", "DE"), ("ФРГ", "DE"), ("РФ", "RU"), ("Russian Federation", "RU"), ("U.S.", "US"), ("США", "US"),
    ("United States of America", "US"), ("Белоруссия", "BY"), ("EU", None), ("Nowhereland", None), ("Bakhmut", None),
]  # fmt: skip
REGIONS = [
    ("qwerty", Region(unread=("qwerty",))),
    ("Харківська область", Region("Харківська область")),
    ("Харківська обл.", Region("Харківська")),
    ("qwerty, Ukraine", Region("Ukraine", unread=("qwerty",))),
    ("Ukraine, Germany", Region(unread=("Ukraine, Germany",))),
]


@pytest.fixture(scope="module")
def around(world: Path) -> Around:
    return Around(open_gazetteer(world))


@pytest.mark.parametrize(("text", "code"), COUNTRIES)
def test_a_country_may_be_written_as_people_write_it(around: Around, text: str, code: str | None) -> None:
    assert around.country(text) == code


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_a_region_says_what_is_understood_of_it(around: Around, text: str, region: Region) -> None:
    assert around.region(text) == region


def answer(world: Path, *values: str) -> Answer:
    return Answerer(Source(world, None, Asking("n", {"region": "r"}))).answer(values)


def test_a_region_that_nobody_knows_costs_no_link(world: Path) -> None:
    told = answer(world, "Kharkiv", "qwerty")
    assert (told.decision, told.canonical, told.unread) == (Outcome.LINKED, "Kharkiv", ("region",))
    assert told.why.endswith("Not understood: region 'qwerty'.")


def test_a_region_that_does_not_fit_counts_and_the_reason_has_the_cell_s_own_name(world: Path) -> None:
    told = answer(world, "Kharkiv", "France")
    assert told.decision is not Outcome.LINKED
    assert told.why.startswith("‘Kharkiv’ may be Kharkiv")
    assert "but the region ‘France’ does not fit it" in told.why


def test_a_column_that_is_not_understood_is_told_loudly(job: MakeJob) -> None:
    text = "name,cc,r\nKharkiv,?,qwerty\nKyiv,UA,\nLviv,UA,x\nLviv,,\n"
    made = job(text, Asking("name", {"country": "cc", "region": "r"}))
    told = list(not_understood(made.asking, do(made, lambda _: True).progress))
    assert told[0].startswith("1 of 3 cells of 'cc' were not understood as country; ")
    assert told[1].startswith("WARNING: 2 of 2 cells of 'r' were not understood as region: ")
