"""A source of rows: what it is called, what it is made of, how many rows to expect, and the rows."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gazetteer.importers.counts import Counts
from gazetteer.store import EntityRow

BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Source:
    """A source; `rows` counts what it reads and refuses, and can be sent to another process."""

    key: str
    fingerprint: str
    total: int
    rows: Callable[[Counts], Iterator[EntityRow]]


def batches(rows: Iterator[EntityRow], skip: int) -> Iterator[list[EntityRow]]:
    """The rows after the first `skip`, in batches of equal size."""
    rest = itertools.islice(rows, skip, None)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch
