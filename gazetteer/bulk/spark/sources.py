"""Sources: any table that Spark can read; of delimited text each cell stays the text it is.

A row that cannot be read ends the job before anything is written, unless the options say otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession

from gazetteer.bulk.spark.session import failures, told
from gazetteer.errors import BadParameter, BadTable

FORMATS = {
    ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".txt": "csv", ".parquet": "parquet", ".json": "json",
    ".jsonl": "json", ".ndjson": "json", ".orc": "orc", ".avro": "avro",
}  # fmt: skip
PACKED = {".gz", ".bz2", ".zst", ".lz4", ".snappy"}
TABS = {".tsv", ".tab"}
TABLE, JDBC, CSV = "table", "jdbc", "csv"
MISSING = {"PATH_NOT_FOUND": "file", "TABLE_OR_VIEW_NOT_FOUND": "table"}
# Text as RFC 4180 has it. A quoted cell may hold line ends; to let one large file be read in parts, multiLine is set
# to false. Without pruning, a row that cannot be read is seen before anything is written.
READING: Mapping[str, Mapping[str, str]] = {
    CSV: {
        "header": "true", "quote": '"', "escape": '"', "multiLine": "true", "mode": "FAILFAST",
        "columnPruning": "false", "enforceSchema": "false", "maxColumns": "100000",
    },
    "json": {"mode": "FAILFAST"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table is, and how it is read or written: a path, a table's name, or what the options say."""

    place: str
    format: str
    options: Mapping[str, str] = field(default_factory=dict)


def format_of(place: str) -> str | None:
    """The format that a path's ending tells; None where it tells none."""
    path = PurePosixPath(place.rstrip("/").lower())
    return FORMATS.get(path.with_suffix("").suffix if path.suffix in PACKED else path.suffix)


def tabs(place: str) -> bool:
    """Whether a path's ending says that tabs part its cells."""
    return bool(TABS & set(PurePosixPath(place.lower()).suffixes))


def read(spark: SparkSession, source: Place) -> DataFrame:
    """The table at a place.

    Raises:
        BadTable: there is none, or it cannot be read.
    """
    with failures():
        try:
            return _loaded(spark, source)
        except AnalysisException as refused:
            if refused.getCondition() in MISSING:
                raise BadParameter(f"There is no {MISSING[refused.getCondition()]} {source.place}.") from refused
            raise BadTable(f"{source.place} cannot be read as {source.format}. {told(refused)}") from refused


def _loaded(spark: SparkSession, source: Place) -> DataFrame:
    if source.format == TABLE:
        return spark.table(source.place)
    usual = {**READING.get(source.format, {}), **({"sep": "\t"} if tabs(source.place) else {})}
    reader = spark.read.format(source.format).options(**{**usual, **source.options})
    if source.format != JDBC:
        return reader.load(source.place)
    asked = {} if {"dbtable", "query"} & set(source.options) else {"dbtable": source.place}
    return reader.options(**asked).load()
