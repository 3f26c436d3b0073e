"""Joining: each row with the answer to its name, so that no task is slow because a name is frequent.

Few answers go to every machine, and the rows stay where they are, in their order. Many are met by the rows on the way:
there the rows of a frequent name are dealt to several tasks, by what is in them, so that a task that is done again
deals them alike.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import AtomicType

BESIDE = ("count", "doubtful", "stamp")  # what stands beside answers and goes into no row
TASKS = "spark.sql.shuffle.partitions"
SHARES = 4  # a name with more than the n-th part of what a task has is dealt to several


@dataclass(frozen=True, slots=True)
class Sizes:
    """How work is cut: what one task gets, and how many answers are sent to every machine."""

    names_a_task: int = 2_000  # to resolve, some seconds
    rows_a_task: int = 500_000  # to join
    sent_everywhere: int = 100_000  # answers, some thirty megabytes


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows have a name, how many distinct names with their context, how many rows the most frequent.

    Beside them, how many rows cannot be read.
    """

    rows: int
    distinct: int
    most: int
    unreadable: int = 0


def join(rows: DataFrame, answers: DataFrame, keys: Sequence[str], counted: Counted, sizes: Sizes) -> DataFrame:
    """The rows with their answers."""
    own = answers.drop(*BESIDE)
    if counted.distinct <= sizes.sent_everywhere:
        return rows.join(F.broadcast(own), list(keys), "left")
    tasks = int(rows.sparkSession.conf.get(TASKS))
    most = max(1, counted.rows // (SHARES * tasks))  # rows of one name that go to one task
    if counted.most <= most:
        return rows.join(own.hint("merge"), list(keys), "left")
    return _dealt(rows, answers, list(keys), most)


@contextmanager
def tasks(spark: SparkSession, wanted: int) -> Iterator[None]:
    """So many tasks after each exchange, unless the settings of the session say how many."""
    usual = spark.conf.get(TASKS)
    if not spark.sparkContext.getConf().contains(TASKS):
        spark.conf.set(TASKS, str(wanted))
    try:
        yield
    finally:
        spark.conf.set(TASKS, usual)


def _dealt(rows: DataFrame, answers: DataFrame, keys: list[str], most: int) -> DataFrame:
    """The join in which a name with more than `most` rows is dealt to as many tasks as it needs."""
    parts = F.greatest(F.ceil(F.col("count") / F.lit(most)), F.lit(1)).cast("int")
    frequent = answers.where(F.col("count") > most).select(*keys, parts.alias("parts"))
    whole = [field.name for field in rows.schema if isinstance(field.dataType, AtomicType)]
    mark = F.xxhash64(F.spark_partition_id(), *whole)
    dealt = rows.join(F.broadcast(frequent), keys, "left").withColumn(
        "part", F.pmod(mark, F.coalesce("parts", F.lit(1)))
    )
    own = answers.withColumn("part", F.explode(F.sequence(F.lit(0), parts - 1))).drop(*BESIDE)
    own = own.withColumn("part", F.col("part").cast("bigint"))
    return dealt.drop("parts").join(own.hint("merge"), [*keys, "part"], "left")
