"""Rejected: the folder for rows that cannot be read, as delimited text with the reasons.

What lies there already is treated as what lies at the output is.
"""

from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as F

from gazetteer.bulk.spark.sinks import Mode, Sink, check_sink, exists, write
from gazetteer.bulk.spark.sources import CSV, Place
from gazetteer.bulk.spark.unreadable import rejects
from gazetteer.errors import BadParameter, RowsLost


class Rejected:
    """Where the rejects of one job go, if a place for them is known."""

    def __init__(self, spark: SparkSession, place: str | None, sink: Sink) -> None:
        """See that they may be written there.

        Raises:
            OutputExists: there is something there.
        """
        self._spark = spark
        self._sink = Sink(Place(place, CSV), sink.mode) if place is not None else None
        if self._sink is not None:
            check_sink(spark, self._sink, [])

    def write(self, rows: DataFrame, count: int) -> int:
        """Write those of the rows that cannot be read, and see that they are so many; how many they are.

        Raises:
            BadParameter: there are some, and no place for them.
            RowsLost: they are not so many.
        """
        if self._sink is None:
            if count:
                raise BadParameter(
                    f"{count:,} rows cannot be read, and nothing says where they are to go; add --rejects FOLDER."
                )
            return 0
        if not count and not (self._sink.mode is Mode.OVERWRITE and exists(self._spark, self._sink.to)):
            return 0
        seen = Observation("rejected")
        write(rejects(rows).observe(seen, F.count(F.lit(1)).alias("rows")), self._sink)
        written = int(seen.get["rows"]) if count else 0
        if written != count:
            raise RowsLost(
                f"{count:,} rows that cannot be read were found first, then {written:,} written: the source was changed"
                f" meanwhile, or that is a bug. Do not use {self._sink.to.place}; run it again."
            )
        return written
