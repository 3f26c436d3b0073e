"""Spark as a small cluster on this machine, a list of 200,000 rows, and what the engine of one machine makes of it.

Where PySpark is not installed nothing here is looked at: these tests have a target of their own, `make test-spark`.
"""

import csv
import importlib.util
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.bulk.generator import COLUMNS, distinct_names
from benchmarks.bulk.generator import rows as listed_rows
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.job import Job, do
from gazetteer.bulk.runs import place_of
from gazetteer.store import database_url, open_engine

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from gazetteer.bulk.spark.job import SparkSummary

if importlib.util.find_spec("pyspark") is None:
    collect_ignore_glob = ["test_*.py"]

ROWS, DISTINCT, SEED = 200_000, 12_000, 5
Cells = tuple[str, ...]
Clean = Callable[..., "SparkSummary"]
CleanHere = Callable[..., list[Cells]]


@dataclass(frozen=True)
class Listed:
    """A list on disk, and what the engine of one machine makes of it."""

    path: Path
    cleaned: list[Cells]  # its header first


@pytest.fixture(scope="session")
def spark() -> Iterator["SparkSession"]:
    """Two executors with one core and a gigabyte each, each a process of its own."""
    from gazetteer.bulk.spark.session import session

    with session("local-cluster[2,1,1024]", {"spark.ui.enabled": "false"}) as started:
        started.sparkContext.setLogLevel("ERROR")
        yield started


@pytest.fixture(scope="session")
def listed(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Listed:
    """The list of the benchmarks over the small world, with the number of each row."""
    folder = tmp_path_factory.mktemp("listed")
    engine = open_engine(database_url(world))
    names = distinct_names(engine, DISTINCT, SEED)
    engine.dispose()
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["number", *COLUMNS])
        table.writerows((number, *row) for number, row in enumerate(listed_rows(names, ROWS, SEED)))
    return Listed(path, cleaned_here(path, world, folder, Asking("city")))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder of answers that tests share, so that the names are not resolved for each."""
    return str(tmp_path_factory.mktemp("kept") / "answers")


def cleaned_here(path: Path, home: Path, folder: Path, asking: Asking, **said: object) -> list[Cells]:
    """What the engine of one machine makes of a file."""
    output = folder / "here.csv"
    job = Job(source=path, output=output, asking=asking, home=home, place=place_of(folder, output), **said)  # type: ignore[arg-type]
    do(job, lambda _: True)
    return read_csv([output])


def read_csv(files: Sequence[Path]) -> list[Cells]:
    """The header of these files, and the rows of all."""
    found: list[Cells] = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as text:
            header, *rows = (tuple(row) for row in csv.reader(text))
        assert not found or found[0] == header
        found += rows if found else [header, *rows]
    return found


def parts(folder: Path) -> list[Path]:
    """The files of an output, in their order."""
    return sorted(folder.rglob("part-*"))


def by_number(rows: Sequence[Cells]) -> list[Cells]:
    """The header, and the rows in the order of the list."""
    return [rows[0], *sorted(rows[1:], key=lambda row: int(row[0]))]


@pytest.fixture
def clean(spark: "SparkSession", world: Path, tmp_path: Path) -> Clean:
    """Cleans a table on the cluster, into the folder `out` if nothing else is said."""
    from gazetteer.bulk.spark.job import SparkJob
    from gazetteer.bulk.spark.job import clean as do_clean
    from gazetteer.bulk.spark.sinks import Mode, Sink
    from gazetteer.bulk.spark.sources import Place, format_of

    def cleaned(source: str | Path, asking: Asking | None = None, **said: object) -> "SparkSummary":
        to = Place(str(said.pop("to", tmp_path / "out")), str(said.pop("to_format", "csv")))
        sink = Sink(to, Mode(str(said.pop("mode", "new"))), said.pop("partition_by", ()))  # type: ignore[arg-type]
        options = said.pop("options", {})
        format = str(said.pop("format", None) or format_of(str(source)))
        home = said.pop("home", world)
        job = SparkJob(
            Place(str(source), format, options),  # type: ignore[arg-type]
            sink,
            asking or Asking("city"),
            home,  # type: ignore[arg-type]
            **said,  # type: ignore[arg-type]
        )
        return do_clean(spark, job, lambda _: None)

    return cleaned
