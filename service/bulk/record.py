"""What is known of a job: its state, its file, what was said and found of it. It is kept as one small file of JSON.

A state that is told is true: it is written before anything is done in it, and in one piece.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

import orjson


class State(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"  # for its owner to say which column
    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


AT_REST = (State.WAITING, State.FINISHED, State.FAILED)  # nobody works on it, and its files are there
GONE = (State.CANCELLED, State.EXPIRED)  # its files are removed
ENDED = (State.FINISHED, State.FAILED, *GONE)


@dataclass(frozen=True, slots=True)
class Record:
    """A job as it stands; times are seconds since 1970."""

    state: State
    name: str  # of the file, as it was sent
    size: int
    made: float
    changed: float
    said: dict[str, Any] = field(default_factory=dict)
    guess: dict[str, Any] | None = None
    error: str | None = None
    came_to: dict[str, Any] | None = None  # of a job that once was finished

    def to_bytes(self) -> bytes:
        """The record as JSON."""
        return orjson.dumps(asdict(self))


def from_bytes(data: bytes) -> Record:
    """The record that was written so.

    >>> record = Record(State.WAITING, "cities.csv", 12, 0.0, 0.0)
    >>> from_bytes(record.to_bytes()) == record
    True
    """
    fields = orjson.loads(data)
    return Record(**{**fields, "state": State(fields["state"])})
