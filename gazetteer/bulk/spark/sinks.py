"""Sinks: any place that Spark can write a table to; nothing that is there is written over unasked.

That is looked at before any name is resolved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession

from gazetteer.bulk.spark.session import failures
from gazetteer.bulk.spark.sources import CSV, JDBC, TABLE, Place, tabs
from gazetteer.errors import ColumnMissing, OutputExists

# Text as RFC 4180 has it, every cell as it is.
WRITING: Mapping[str, Mapping[str, str]] = {
    CSV: {
        "header": "true", "quote": '"', "escape": '"', "emptyValue": "",
        "ignoreLeadingWhiteSpace": "false", "ignoreTrailingWhiteSpace": "false",
    },
}  # fmt: skip


class Mode(StrEnum):
    """What is done where there is something already."""

    NEW = "new"
    APPEND = "append"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True)
class Sink:
    """Where the table goes, and by which columns it is parted into folders."""

    to: Place
    mode: Mode = Mode.NEW
    partition_by: Sequence[str] = ()


def check_sink(spark: SparkSession, sink: Sink, columns: Sequence[str]) -> None:
    """See that the table may be written there, and that it has the columns by which it is to be parted.

    Raises:
        OutputExists: there is something there.
        ColumnMissing: there is no such column.
    """
    for wanted in sink.partition_by:
        if wanted not in columns:
            raise ColumnMissing(f"There is no column {wanted!r} to part the output by; it has {', '.join(columns)}.")
    with failures():
        if sink.mode is Mode.NEW and exists(spark, sink.to):
            raise OutputExists(
                f"{sink.to.place} exists already; name another output, or add --mode overwrite or --mode append."
            )


def write(table: DataFrame, sink: Sink) -> None:
    """Write a table."""
    to = sink.to
    usual = {**WRITING.get(to.format, {}), **({"sep": "\t"} if tabs(to.place) else {})}
    if to.format == JDBC and "dbtable" not in to.options:
        usual = {**usual, "dbtable": to.place}
    writer = table.write.mode("errorifexists" if sink.mode is Mode.NEW else sink.mode)
    writer = writer.options(**{**usual, **to.options})
    if sink.partition_by:
        writer = writer.partitionBy(*sink.partition_by)
    if to.format == TABLE:
        writer.saveAsTable(to.place)
    elif to.format == JDBC:
        writer.format(JDBC).save()
    else:
        writer.format(to.format).save(to.place)


def exists(spark: SparkSession, to: Place) -> bool:
    """Whether there is something at a place."""
    if to.format == TABLE:
        return bool(spark.catalog.tableExists(to.place))
    if to.format == JDBC:
        return _answers(spark, to)
    context = spark.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(to.place)
    return bool(path.getFileSystem(context._jsc.hadoopConfiguration()).exists(path))


def _answers(spark: SparkSession, to: Place) -> bool:
    """Whether a database has a table of this name, as far as it can be asked; if not, writing says so."""
    try:
        spark.read.format(JDBC).options(**{"dbtable": to.place, **to.options}).load()
    except AnalysisException:
        return False
    return True
