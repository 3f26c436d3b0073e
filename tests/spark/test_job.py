"""A table on Spark comes back as from one machine: the same columns, the same answers, every row once."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from gazetteer.bulk.answers import Column
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.spark.joining import Sizes
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.model import Action, Judgement
from gazetteer.store import database_url, open_engine, record, writing
from tests.spark.conftest import ROWS, Clean, Listed, by_number, cleaned_here, parts, read_csv

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.spark

# How answers come to the rows: sent everywhere, met on the way, or with frequent names dealt to several tasks.
WAYS = {
    "sent": Sizes(names_a_task=1_000),
    "met": Sizes(names_a_task=1_000, rows_a_task=100_000, sent_everywhere=0),
    "dealt": Sizes(names_a_task=1_000, rows_a_task=10_000, sent_everywhere=0),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_rows_are_those_of_one_machine(
    listed: Listed, clean: Clean, spark: "SparkSession", kept: str, tmp_path: Path, way: str
) -> None:
    spark.conf.set("spark.sql.adaptive.coalescePartitions.enabled", way != "dealt")
    summary = clean(listed.path, sizes=WAYS[way], answers=None if way == "sent" else kept)
    spark.conf.unset("spark.sql.adaptive.coalescePartitions.enabled")
    rows = read_csv(parts(tmp_path / "out"))
    assert len(rows) == ROWS + 1
    assert Counter(rows) == Counter(listed.cleaned)
    assert (rows if way == "sent" else by_number(rows)) == listed.cleaned
    place = listed.cleaned[0].index("city_decision")
    assert summary.decisions == Counter(row[place] for row in listed.cleaned[1:])
    assert summary.counted.rows == sum(summary.decisions.values()) == ROWS
    if way == "dealt":
        assert largest_share(listed, tmp_path / "out") < 1 / 3


def largest_share(listed: Listed, out: Path) -> float:
    """The largest part of the rows of the most frequent name that one task has written."""
    place = listed.cleaned[0].index("city")
    most, count = Counter(row[place] for row in listed.cleaned[1:]).most_common(1)[0]
    return max(sum(row[place] == most for row in read_csv([part])) for part in parts(out)) / count


def written(cell: str | int | float | None) -> str:
    """A value as delimited text has it."""
    return "" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def test_parquet_goes_in_and_out(
    listed: Listed, clean: Clean, spark: "SparkSession", kept: str, tmp_path: Path
) -> None:
    source, out = tmp_path / "in.parquet", tmp_path / "out"
    table = spark.read.csv(str(listed.path), header=True, escape='"')
    table.withColumn("number", table["number"].cast("long")).repartition(5).write.parquet(str(source))
    clean(source, to_format="parquet", answers=kept)
    found = pq.ParquetDataset(out).read().sort_by("number")
    assert tuple(found.column_names) == listed.cleaned[0]
    columns = [[written(cell) for cell in column.to_pylist()] for column in found]
    text = zip(*columns, strict=True)
    assert list(text) == listed.cleaned[1:]


def test_the_output_is_parted_into_folders(listed: Listed, clean: Clean, kept: str, tmp_path: Path) -> None:
    clean(listed.path, partition_by=["city_decision"], answers=kept)
    decision = listed.cleaned[0].index("city_decision")
    for said in ("linked", "ambiguous", "nil"):
        rows = read_csv(parts(tmp_path / "out" / f"city_decision={said}"))
        wanted = [row[:decision] + row[decision + 1 :] for row in listed.cleaned[1:] if row[decision] == said]
        assert by_number(rows)[1:] == wanted
        assert wanted


def test_a_table_of_the_catalogue_goes_in_and_out(clean: Clean, spark: "SparkSession", tmp_path: Path) -> None:
    spark.sql("drop table if exists clean_cities")
    spark.createDataFrame([("Bakhmout",), (None,), ("Nobodyville",)], "city string").createOrReplaceTempView("cities")
    clean("cities", format="table", to="clean_cities", to_format="table")
    found = spark.table("clean_cities").select("city", "city_decision").collect()
    spark.sql("drop table clean_cities")
    assert Counter(tuple(row) for row in found) == Counter(
        [("Bakhmout", "linked"), (None, "nil"), ("Nobodyville", "nil")]
    )


ODD = (
    'name,cc,"what, ""else""",north,east\n'
    'Kiev,UA,"two\nlines",50.45,30.52\n'
    "Kiev,,  spaces  ,,\n"
    '"Odessa",US,,"31,85","-102,37"\n'
    ",UA,no name,,\n"
    "=1+1,UA,a formula of theirs,,\n"
    "Бахмут,Narnia,,x,y\n"
    '"Kh""arkiv",UA,,,\n'
)
ASKINGS = [
    (Asking("name"), {}),
    (Asking("name", {"country": "cc", "lat": "north", "lon": "east"}), {"prefix": ""}),
    (Asking("name", country="UA", kind="place"), {"in_place": True}),
    (Asking("1", {"country": "2"}, style="un"), {}),
]


@pytest.mark.parametrize(("asking", "said"), ASKINGS)
def test_odd_cells_and_context_are_read_as_on_one_machine(
    clean: Clean, world: Path, tmp_path: Path, asking: Asking, said: dict[str, object]
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(ODD, encoding="utf-8", newline="")
    clean(path, asking, **said)
    assert read_csv(parts(tmp_path / "out")) == cleaned_here(path, world, tmp_path, asking, **said)


def test_what_editors_did_since_the_index_was_built_holds_on_the_executors(
    clean: Clean, world_of_its_own: Path, tmp_path: Path
) -> None:
    home = world_of_its_own
    engine = open_engine(database_url(home))
    added = tmp_path / "added.jsonl"
    added.write_text(
        '{"id":"geonames:77","kind":"place","name":"Zorvik","country":"UA","source":"made-up",'
        '"names":[{"text":"Zorvik","lang":"en","type":"preferred"}]}\n'
    )
    assert not import_jsonl(engine, home, added, tmp_path / "rejects.jsonl", lambda *_: None).refused
    path = tmp_path / "two.csv"
    path.write_text("city\nZorvik\nBakhmout\n")
    before = cleaned_here(path, home, tmp_path, Asking("city"))
    meant = before[2][2]
    with writing(engine) as connection:
        record(connection, Judgement("Bakhmout", meant, Action.NOT_THIS, None))
    engine.dispose()
    clean(path, home=home)
    after = read_csv(parts(tmp_path / "out"))
    assert after == cleaned_here(path, home, tmp_path, Asking("city"))
    assert (before[1][2], before[2][4]) == (after[1][2], "linked")
    assert after[1][1] == "Zorvik"
    assert after[2][2] != meant


def test_answers_that_are_kept_are_not_asked_again(listed: Listed, clean: Clean, kept: str, tmp_path: Path) -> None:
    clean(listed.path, answers=kept)
    again = clean(listed.path, answers=kept, mode="overwrite")
    assert again.resolved == 0
    assert by_number(read_csv(parts(tmp_path / "out"))) == listed.cleaned
    more = tmp_path / "more.csv"
    more.write_text("city\nNever heard of\n" + listed.cleaned[1][3] + "\n", encoding="utf-8")
    assert clean(more, answers=kept, mode="overwrite").resolved == 1


def test_a_table_without_rows_keeps_its_header(clean: Clean, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("number,city\n")
    assert clean(path).counted.rows == 0
    assert read_csv(parts(tmp_path / "out")) == [("number", "city", *(f"city_{one}" for one in Column))]
