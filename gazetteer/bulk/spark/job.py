"""A job on Spark: a table made clean, from its source to the sum that shows that no row was lost.

Names are counted, each distinct one is answered once, and the rows are read again and written with their answers.
No row comes to the machine that directs the work.
"""

import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pyspark import StorageLevel, cloudpickle
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as F

from gazetteer.bulk.answers import Column
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.job import added
from gazetteer.bulk.spark import arrival
from gazetteer.bulk.spark.answering import Order
from gazetteer.bulk.spark.columns import finished, with_texts
from gazetteer.bulk.spark.joining import Counted, Sizes, join, tasks
from gazetteer.bulk.spark.parcel import pack
from gazetteer.bulk.spark.rejected import Rejected
from gazetteer.bulk.spark.reviewing import Review, Reviewed
from gazetteer.bulk.spark.session import failures
from gazetteer.bulk.spark.sinks import Sink, check_sink, write
from gazetteer.bulk.spark.sources import CSV, Place, marks, read
from gazetteer.bulk.spark.unreadable import REASON, readable
from gazetteer.bulk.workers import Answerer, Source
from gazetteer.errors import RowsLost
from gazetteer.tabular.added import check_added

cloudpickle.register_pickle_by_value(arrival)

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SparkJob:
    """What is to be done, and where everything is."""

    source: Place
    sink: Sink
    asking: Asking
    home: Path
    url: str | None = None
    prefix: str | None = None
    in_place: bool = False
    answers: str | None = None  # a folder of answers that runs share
    rejects: str | None = None  # a folder for rows that cannot be read
    review: Path | None = None  # a file on this machine for what a person should see
    sizes: Sizes = field(default_factory=Sizes)


@dataclass(frozen=True, slots=True)
class SparkSummary:
    """What a job came to."""

    counted: Counted
    decisions: Mapping[str, int]  # rows by decision
    resolved: int  # distinct names that were asked of the gazetteer in this run
    written: int  # rows, as they were counted when they were written
    rejected: int  # rows, as they were counted when they were written
    reviewed: Reviewed | None  # what came of the review, if one was asked for


def clean(spark: SparkSession, job: SparkJob, tell: Tell) -> SparkSummary:
    """Do a job; `tell` hears what comes next.

    Raises:
        ColumnMissing: a column that is asked is not there.
        ColumnExists: one of ours is there already.
        OutputExists: there is something where the output is to be.
        BadParameter: there are rows that cannot be read, and no place for them.
        RowsLost: what was written is not what was read.
        SparkFailed: Spark failed.
    """
    source = read(spark, job.source)
    places = job.asking.places(source.columns)
    ours = added(source.columns[places[0]], job.prefix, in_place=job.in_place)
    _check_added(source.columns, ours)
    check_sink(spark, job.sink, [*source.columns, *ours])
    aside = Rejected(spark, job.rejects if marks(job.source) else None, job.sink)
    rows, keys = with_texts(source, places)

    def finish(joined: DataFrame) -> DataFrame:
        replaced, safe = places[0] if job.in_place else None, job.sink.to.format == CSV
        return finished(joined, source.columns, ours, replaced, safe=safe)

    with failures():
        return _carry_out(spark, job, rows, keys, Outputs(ours, finish, aside), tell)


@dataclass(frozen=True, slots=True)
class Outputs:
    """What our columns are called, how rows that met their answers become the output's, and where rejects go."""

    ours: tuple[str, ...]
    finish: Callable[[DataFrame], DataFrame]
    rejected: Rejected


def _carry_out(
    spark: SparkSession, job: SparkJob, rows: DataFrame, keys: list[str], out: Outputs, tell: Tell
) -> SparkSummary:
    tell("Counting the names.")
    cores = spark.sparkContext.defaultParallelism
    with tasks(spark, max(cores, rows.rdd.getNumPartitions())):
        found, counted = _counted(rows, keys)
    rejected = out.rejected.write(rows, counted.unreadable)
    tell(f"{counted.rows:,} rows with {counted.distinct:,} distinct names; the gazetteer goes to the executors.")
    with tasks(spark, max(cores, counted.rows // job.sizes.rows_a_task)):
        own, resolved, stamp = _answers(spark, job, found.where(~F.col("bad")).drop("bad"), keys, counted)
        review = Review(job.review, job.home, job.asking, job.source.place, job.sink.to.place, stamp)
        answers = review.with_decided(own, keys)
        decisions = dict(_decisions(answers))
        tell("All names are answered; the rows are written.")
        joined = join(readable(rows), answers, keys, counted, job.sizes)
        written = _write(out.finish(joined), out.ours, job.sink, counted)
        reviewed = review.write(answers, keys)
    for kept in (found, own):
        kept.unpersist()
    return SparkSummary(counted, decisions, resolved, written, rejected, reviewed)


def _check_added(columns: Sequence[str], ours: tuple[str, ...]) -> None:
    """As on one machine, but for case, which Spark does not tell apart."""
    taken = {column.casefold() for column in columns}
    check_added([*columns, *(name for name in ours if name.casefold() in taken)], ours)


def _counted(rows: DataFrame, keys: list[str]) -> tuple[DataFrame, Counted]:
    """The distinct names, each with the number of its rows, bad rows apart; and what all rows come to."""
    bad = F.col(REASON).isNotNull()
    named = [F.when(bad, F.lit("")).otherwise(F.col(key)).alias(key) for key in keys]
    names = rows.select(bad.alias("bad"), *named).groupBy("bad", *keys).agg(F.count(F.lit(1)).alias("count")).persist()
    found = names.groupBy("bad").agg(F.sum("count"), F.count(F.lit(1)), F.max("count")).collect()
    sums = {bad: (rows, distinct, most) for bad, rows, distinct, most in found}
    unreadable, _, _ = sums.get(True, (0, 0, 0))
    return names, Counted(*sums.get(False, (0, 0, 0)), unreadable)


def _decisions(answers: DataFrame) -> list[tuple[str, int]]:
    found = answers.groupBy(Column.DECISION).agg(F.sum("count").alias("rows")).orderBy(F.desc("rows")).collect()
    return [(said, count) for said, count in found]


def _answers(
    spark: SparkSession, job: SparkJob, names: DataFrame, keys: list[str], counted: Counted
) -> tuple[DataFrame, int, str]:
    """The answer to each distinct name beside its count, how many were not known before, and the stamp of all."""
    answerer = Answerer(Source(job.home, job.url, job.asking))
    stamp = answerer.stamp
    parcel = pack(job.home, answerer.gazetteer.engine, Path(_folder().name))
    answerer.gazetteer.close()
    spark.sparkContext.addFile(str(parcel.path))
    known = _known(spark, job.answers, stamp)
    missing = names if known is None else names.join(known, keys, "left_anti").persist()
    count = counted.distinct if known is None else missing.count()
    cut = max(spark.sparkContext.defaultParallelism, -(-count // job.sizes.names_a_task))
    task = arrival.task(parcel.path.name, parcel.digest, pickle.dumps(Order(job.asking, stamp, len(keys))))
    new = missing.repartition(cut, *keys).mapInArrow(task, _schema(keys))
    if job.answers is None:
        return new.persist(StorageLevel.DISK_ONLY), count, stamp
    new.drop("count").write.mode("append").parquet(_place(job.answers, stamp))
    missing.unpersist()
    kept = spark.read.parquet(_place(job.answers, stamp)).dropDuplicates(keys)
    return names.join(kept, keys).persist(StorageLevel.DISK_ONLY), count, stamp


def _schema(keys: list[str]) -> str:
    """What answers look like: the name with its context, how often it came, our cells, the rest."""
    texts = ", ".join(f"{name} string" for name in Column)
    return "".join(f"{key} string, " for key in keys) + f"count long, {texts}, doubtful binary, stamp string"


def _place(folder: str, stamp: str) -> str:
    return f"{folder.rstrip('/')}/{stamp}"


def _known(spark: SparkSession, folder: str | None, stamp: str) -> DataFrame | None:
    """The answers of earlier runs that hold for this one."""
    if folder is None:
        return None
    try:
        return spark.read.parquet(_place(folder, stamp))
    except AnalysisException as missing:
        if missing.getCondition() not in ("PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA"):
            raise
        return None


@cache
def _folder() -> "TemporaryDirectory[str]":
    """Where parcels lie while this process may send them."""
    return TemporaryDirectory(prefix="gazetteer-")


def _write(table: DataFrame, ours: tuple[str, ...], sink: Sink, counted: Counted) -> int:
    """Write the rows, and see that they are all there, each with its answer; how many they are."""
    if not counted.rows:
        write(table, sink)
        return 0
    seen = Observation("written")
    decision = ours[list(Column).index(Column.DECISION)]
    write(table.observe(seen, F.count(F.lit(1)).alias("rows"), F.count(f"`{decision}`").alias("answered")), sink)
    rows, answered = int(seen.get["rows"]), int(seen.get["answered"])
    if rows != counted.rows or answered != rows:
        raise RowsLost(
            f"{counted.rows:,} rows were read first, then {rows:,} written, {answered:,} of them with an answer: the"
            f" source was changed meanwhile, or that is a bug. Do not use {sink.to.place}; run it again."
        )
    return rows
