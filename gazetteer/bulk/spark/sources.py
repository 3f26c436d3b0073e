"""Sources: any table that Spark can read; of delimited text each cell stays the text it is.

Rows of text that cannot be read are marked, unless the options say what is to become of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import DataType, StringType, StructField, StructType

from gazetteer.bulk.spark.session import failures, told
from gazetteer.bulk.spark.unreadable import PLACE, REASON, TEXT, Quoting, no_json, no_row
from gazetteer.errors import BadParameter, BadTable

FORMATS = {
    ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".txt": "csv", ".parquet": "parquet", ".json": "json",
    ".jsonl": "json", ".ndjson": "json", ".orc": "orc", ".avro": "avro",
}  # fmt: skip
PACKED = {".gz", ".bz2", ".zst", ".lz4", ".snappy"}
TABS = {".tsv", ".tab"}
TABLE, JDBC, CSV, JSON = "table", "jdbc", "csv", "json"
MISSING = {"PATH_NOT_FOUND": "file", "TABLE_OR_VIEW_NOT_FOUND": "table"}
# Text as RFC 4180 has it. A quoted cell may hold line ends; to let one large file be read in parts, multiLine is set
# to false. Without pruning, each pass finds the same rows that cannot be read.
READING: Mapping[str, Mapping[str, str]] = {
    CSV: {
        "header": "true", "quote": '"', "escape": '"', "multiLine": "true",
        "columnPruning": "false", "enforceSchema": "false", "maxColumns": "100000",
    },
}  # fmt: skip
MARKING = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": PLACE}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table is, and how it is read or written: a path, a table's name, or what the options say."""

    place: str
    format: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """A table to read: what its columns are called and hold, and its rows, in which they are called by their place.

    Beside them stand the reason why a row cannot be read, null where it can be, and the text of such a row.
    """

    columns: Sequence[str]
    kinds: Sequence[DataType]
    rows: DataFrame


def format_of(place: str) -> str | None:
    """The format that a path's ending tells; None where it tells none."""
    path = PurePosixPath(place.rstrip("/").lower())
    return FORMATS.get(path.with_suffix("").suffix if path.suffix in PACKED else path.suffix)


def tabs(place: str) -> bool:
    """Whether a path's ending says that tabs part its cells."""
    return bool(TABS & set(PurePosixPath(place.lower()).suffixes))


def read(spark: SparkSession, source: Place) -> Opened:
    """The table at a place.

    Raises:
        BadTable: there is none, or it cannot be read.
    """
    with failures():
        try:
            return _opened(_loaded(spark, source), source)
        except AnalysisException as refused:
            if refused.getCondition() in MISSING:
                raise BadParameter(f"There is no {MISSING[refused.getCondition()]} {source.place}.") from refused
            raise BadTable(f"{source.place} cannot be read as {source.format}. {told(refused)}") from refused


def marks(source: Place) -> bool:
    """Whether rows of this source that cannot be read are marked."""
    own = {key.lower() for key in source.options}
    return source.format in (CSV, JSON) and not own & {key.lower() for key in MARKING}


def _loaded(spark: SparkSession, source: Place) -> DataFrame:
    if source.format == TABLE:
        return spark.table(source.place)
    usual = _usual(source)
    reader = spark.read.format(source.format).options(**{**usual, **source.options})
    if source.format == JDBC:
        asked = {} if {"dbtable", "query"} & set(source.options) else {"dbtable": source.place}
        return reader.options(**asked).load()
    if not marks(source):
        return reader.load(source.place)
    reader = reader.options(**MARKING)
    fields = [known for known in reader.load(source.place).schema.fields if known.name != PLACE]
    return reader.schema(StructType([*fields, StructField(PLACE, StringType())])).load(source.place)


def _usual(source: Place) -> dict[str, str]:
    return {**READING.get(source.format, {}), **({"sep": "\t"} if tabs(source.place) else {})}


def _opened(table: DataFrame, source: Place) -> Opened:
    fields = [(place, known) for place, known in enumerate(table.schema.fields) if known.name != PLACE]
    reason, text = F.lit(None).cast("string"), F.lit(None).cast("string")
    if marks(source):
        # Behind it stand only the columns that the names of folders say.
        last = [known.name for known in table.schema.fields].index(PLACE)
        text = F.col(f"c{last}")
        reason = no_json(text) if source.format == JSON else no_row(text, last, _quoting(source))
    own = [F.col(f"c{place}").alias(f"c{number}") for number, (place, _) in enumerate(fields)]
    rows = table.toDF(*(f"c{place}" for place in range(len(table.columns))))
    return Opened(
        columns=[known.name for _, known in fields],
        kinds=[known.dataType for _, known in fields],
        rows=rows.select(*own, reason.alias(REASON), text.alias(TEXT)),
    )


def _quoting(source: Place) -> Quoting:
    said = {key.lower(): value for key, value in {**_usual(source), **source.options}.items()}
    return Quoting(said.get("sep", said.get("delimiter", ",")), said["quote"], said["escape"])
