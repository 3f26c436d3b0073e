"""Answering: what an executor's process does with the distinct names it is sent, with the gazetteer of the parcel.

The same answerer speaks here as on one machine; one that would answer otherwise than was agreed says nothing.
"""

import os
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from gazetteer.bulk.answers import Column
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.names import is_doubtful
from gazetteer.bulk.spark.parcel import HOME, STYLES
from gazetteer.bulk.workers import Answerer, Source
from gazetteer.errors import GazetteerChanged
from gazetteer.styles.known import MORE


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked, the stamp of the answers that are expected, and how many columns are a name with its context."""

    asking: Asking
    stamp: str
    values: int


def answered(folder: Path, order: bytes, batches: Iterator[Any]) -> Iterator[Any]:
    """Batches of names with their context and counts, each with the answers' cells and their stamp beside it.

    A whole answer is there too where a person should see it.
    """
    answerer, values = _opened(folder, order)
    for batch in batches:
        rows = zip(*(column.to_pylist() for column in batch.columns[:values]), strict=True)
        told = [(row[0], answerer.answer(row)) for row in rows]
        cells = [answer.cells() for _, answer in told]
        whole = [answer.to_bytes() if is_doubtful(name, answer) else None for name, answer in told]
        doubtful = pa.array(whole, pa.binary())
        said = [pa.array([row[place] or None for row in cells], pa.string()) for place in range(len(Column))]
        stamps = pa.array([answerer.stamp] * len(cells), pa.string())
        names = [*batch.schema.names, *map(str, Column), "doubtful", "stamp"]
        yield pa.RecordBatch.from_arrays([*batch.columns, *said, doubtful, stamps], names=names)


@lru_cache(maxsize=1)
def _opened(folder: Path, order: bytes) -> tuple[Answerer, int]:
    """The answerer of this process, opened with its first task.

    Raises:
        GazetteerChanged: its answers would not be those of the machine that sent the parcel.
    """
    wanted: Order = pickle.loads(order)
    os.environ[MORE] = os.pathsep.join(map(str, sorted((folder / STYLES).glob("*"))))
    answerer = Answerer(Source(folder / HOME, None, wanted.asking))
    if answerer.stamp != wanted.stamp:
        raise GazetteerChanged("The gazetteer was changed while the run began; run it again.")
    return answerer, wanted.values
