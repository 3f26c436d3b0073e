"""Reviewing: the doubtful names of a job on Spark, written and decided as those of one machine are.

Only they come to the machine that directs the work, one after the other, and are kept there as a run. Rows have no
numbers on Spark: in their place stands that of the name, the most frequent first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from gazetteer.bulk.answers import Column, from_bytes
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.names import care_of
from gazetteer.bulk.review import set_aside, write_review
from gazetteer.bulk.runs import Place, alone, label_of, place_of, write_state
from gazetteer.bulk.store import Store, Values

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many names a person should see, and where a review is now that was filled in and stood there."""

    names: int
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one job, if one was asked for, and the run that is kept of it."""

    path: Path | None
    home: Path
    asking: Asking
    source: str
    output: str
    stamp: str

    def with_decided(self, answers: DataFrame, keys: list[str]) -> DataFrame:
        """The answers, with what a person has decided of this run before in their place."""
        if self.path is None:
            return answers
        with self._store() as store:
            decided = [(*values, *answer.cells()) for values, answer in store.choices().items()]
        decided = [row for row in decided if len(row) == len(keys) + len(Column)]
        if not decided:
            return answers
        said = [f"said_{name}" for name in Column]
        schema = ", ".join(f"{name} string" for name in (*keys, *said))
        known = answers.sparkSession.createDataFrame(decided, schema)
        met = answers.join(F.broadcast(known), keys, "left")
        is_decided = F.col(f"said_{Column.DECISION}").isNotNull()
        for name in Column:
            cell = F.nullif(F.col(f"said_{name}"), F.lit(""))
            met = met.withColumn(name, F.when(is_decided, cell).otherwise(F.col(name)))
        return met.drop(*said)

    def write(self, answers: DataFrame, keys: list[str]) -> Reviewed | None:
        """Keep the doubtful names, and write those that nobody has decided yet."""
        if self.path is None:
            return None
        doubtful = answers.where(F.col("doubtful").isNotNull()).select(*keys, "count", "doubtful")
        rows = doubtful.orderBy(F.desc("count"), *keys).toLocalIterator()
        state = self._state()
        with self._store() as store:
            store.begin()
            number = 0
            while some := list(islice(rows, AT_ONCE)):
                names = [tuple(row[: len(keys)]) for row in some]
                told = store.add(
                    {name: _kept(name, bytes(row["doubtful"])) for name, row in zip(names, some, strict=True)}
                )
                places = range(number + 1, number + len(some) + 1)
                counts = [row["count"] for row in some]
                numbers = [told[name].number for name in names]
                store.count(dict(zip(numbers, zip(counts, places, strict=True), strict=True)))
                number += len(some)
            aside = set_aside(self.path)
            written = write_review(store, tuple(self.asking.context), self.path, label_of(self._place(), state))
        write_state(self._place().folder, {**state, "state": "finished"})
        return Reviewed(written, aside)

    def _place(self) -> Place:
        return place_of(self.home, Path(self.output))

    @contextmanager
    def _store(self) -> Iterator[Store]:
        place = self._place()
        with alone(place.folder), Store(place.folder, place.answers, self.stamp) as store:
            yield store

    def _state(self) -> dict[str, object]:
        settings = {"asking": asdict(self.asking), "source": self.source}
        review = str(self.path.resolve()) if self.path is not None else None
        return {
            "settings": settings, "input": None, "output": self.output, "review": review, "rejects": None,
            "stamp": self.stamp,
        }  # fmt: skip


def _kept(values: Values, answer: bytes) -> tuple[int, bytes]:
    return care_of(values[0], from_bytes(answer)).value, answer
