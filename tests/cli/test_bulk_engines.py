"""Which engine `bulk` is done by, and what is said where an engine has not what it needs."""

import sys
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Ask, parse, refusal

ASKED = ["--column", "city", "-o", "out"]


@pytest.mark.parametrize(
    "words",
    [
        ["--engine", "spark", "cities.csv", *ASKED, "--master", "local[2]"],
        ["cities.csv", *ASKED, "--master", "local[2]", "--engine=spark"],
        ["spark", "cities.csv", *ASKED, "--master", "local[2]"],
    ],
)
def test_the_engine_may_be_named_anywhere(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = parse(["bulk", *words], tmp_path)
    assert (said["source"], said["column"], said["master"]) == ("cities.csv", "city", "local[2]")


def test_one_machine_is_the_engine_if_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for more in ([], ["--engine", "local"]):
        assert parse(["bulk", "cities.csv", *ASKED, *more], tmp_path)["file"] == "cities.csv"
    with pytest.raises(click.UsageError):
        parse(["bulk", "cities.csv", *ASKED, "--master", "local[2]"], tmp_path)


REFUSED = [
    (["cities.csv", *ASKED, "--engine", "dask"], "There is no engine 'dask'; --engine takes local or spark."),
    (["cities.csv", *ASKED, "--engine"], "There is no engine ''; --engine takes local or spark."),
]


@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_an_engine_that_is_none_is_refused(ask: Ask, words: list[str], sentence: str) -> None:
    assert refusal(ask("bulk", *words)) == sentence


def test_what_spark_needs_is_told_where_it_is_missing(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)  # as if it were not installed
    said = refusal(ask("bulk", "--engine", "spark", "cities.csv", *ASKED))
    assert "needs the library pyspark, which is not installed here" in said
    assert "requirements-spark.txt" in said
