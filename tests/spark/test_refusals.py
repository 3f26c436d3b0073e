"""What cannot be done on Spark is said in a sentence before anything is written."""

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.spark import arrival
from gazetteer.bulk.spark.answering import Order
from gazetteer.bulk.spark.job import _schema
from gazetteer.bulk.spark.parcel import pack
from gazetteer.bulk.spark.session import check_java, failures
from gazetteer.cli import main
from gazetteer.errors import (
    BadParameter,
    BadTable,
    ColumnExists,
    ColumnMissing,
    GazetteerChanged,
    GazetteerError,
    MissingJava,
    OutputExists,
    SparkFailed,
)
from gazetteer.store import database_url, open_engine
from tests.spark.conftest import Clean

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark

TEXT = "city,cc\nBakhmout,UA\n"
REFUSED: list[tuple[str, Asking, dict[str, object], type[GazetteerError], str]] = [
    (TEXT, Asking("town"), {}, ColumnMissing, "There is no column 'town'; the file has: city, cc"),
    (TEXT, Asking("city", {"country": "land"}), {}, ColumnMissing, "There is no column 'land'"),
    (TEXT, Asking("city"), {"partition_by": ["cc", "year"]}, ColumnMissing, "There is no column 'year' to part"),
    (
        "city,cc\nKyiv,UA\nLviv,UA,one too many\n",
        Asking("city"),
        {"options": {"mode": "FAILFAST"}},
        SparkFailed,
        "Malformed",
    ),
    ("city,City_id\nKyiv,\n", Asking("city"), {}, ColumnExists, "'city_id' already; choose another prefix"),
]


@pytest.mark.parametrize(("text", "asking", "said", "error", "sentence"), REFUSED)
def test_what_is_wrong_is_said_before_anything_is_written(
    clean: Clean,
    tmp_path: Path,
    text: str,
    asking: Asking,
    said: dict[str, object],
    error: type[GazetteerError],
    sentence: str,
) -> None:
    path = tmp_path / "in.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error) as refused:
        clean(path, asking, **said)
    assert sentence.lower() in str(refused.value).lower()
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_there_stays(clean: Clean, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("city\nKyiv\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(OutputExists, match="exists already; name another output, or add --mode overwrite"):
        clean(path)
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def test_a_source_that_is_not_there_or_is_something_else_is_refused(clean: Clean, tmp_path: Path) -> None:
    with pytest.raises(BadParameter, match=r"There is no file .*none\.csv"):
        clean(tmp_path / "none.csv")
    with pytest.raises(BadParameter, match="There is no table nowhere"):
        clean("nowhere", format="table")
    wrong = tmp_path / "wrong.parquet"
    wrong.write_text("city\nKyiv\n")
    with pytest.raises((BadTable, SparkFailed), match="Parquet"):
        clean(wrong)


def test_a_column_that_holds_more_than_a_value_is_refused(clean: Clean, spark: "SparkSession", tmp_path: Path) -> None:
    spark.createDataFrame([(["Kyiv"],)], "city array<string>").write.json(str(tmp_path / "in.json"))
    with pytest.raises(BadParameter, match="'city' holds array<string>, which is no text"):
        clean(tmp_path / "in.json")


def test_executors_that_would_answer_otherwise_end_the_job(spark: "SparkSession", world: Path, tmp_path: Path) -> None:
    engine = open_engine(database_url(world))
    parcel = pack(world, engine, tmp_path)
    engine.dispose()
    spark.sparkContext.addFile(str(parcel.path))
    order = pickle.dumps(Order(Asking("city"), "another stamp", 1))
    names = spark.createDataFrame([("Kyiv", 1)], "k0 string, count long")
    with pytest.raises(GazetteerChanged, match="The gazetteer was changed while the run began"), failures():
        names.mapInArrow(arrival.task(parcel.path.name, parcel.digest, order), _schema(["k0"])).collect()


def test_java_that_is_missing_or_old_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(MissingJava, match=r"no bin/java\. Spark runs on Java 17 or newer: install it"):
        check_java()
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n")
    java.chmod(0o755)
    with pytest.raises(MissingJava, match="is Java 8"):
        check_java()
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingJava, match="There is no Java here"):
        check_java()


WORDS = [
    (["cities", "--column", "city", "-o", "out"], "The format of cities is not to be seen from its name; add --format"),
    (["a.csv", "--column", "city", "-o", "a.csv"], "a.csv is named as the output too; it needs a place of its own."),
    (["a.csv", "--column", "city", "-o", "b", "--option", "header"], "--option takes KEY=VALUE, as in header=true"),
    (["a.csv", "--column", "city", "-o", "b", "--to-option", "x"], "--to-option takes KEY=VALUE"),
    (["a.csv", "--column", "city", "-o", "b", "--conf", "x"], "--conf takes KEY=VALUE"),
]


@pytest.mark.parametrize(("words", "sentence"), WORDS)
def test_what_is_asked_wrongly_is_said_before_spark_starts(words: list[str], sentence: str) -> None:
    said = CliRunner().invoke(main, ["bulk", "--engine", "spark", *words])
    assert said.exit_code == 1
    assert sentence in said.stderr
