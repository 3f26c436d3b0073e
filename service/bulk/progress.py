"""How far a job has come: written by who works on it twice a second at most, read by whoever asks."""

import time
from collections.abc import Callable

import orjson
from typing_extensions import TypedDict

from gazetteer.bulk.run import Progress
from service.bulk.folder import PROGRESS, Folder

EVERY = 0.5  # seconds


class ProgressPayload(TypedDict):
    """How far a job has come; `remaining` is in seconds, null where it cannot be told."""

    rows: int
    rejected: int
    blank: int
    read: int
    size: int | None
    resolved: int
    decisions: dict[str, int]
    seconds: float
    rate: float
    remaining: float | None


class Teller:
    """What the engine tells of its progress goes to; it says when to end."""

    def __init__(self, folder: Folder, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._clock = folder, clock
        self._begun = clock()
        self._told = float("-inf")

    def __call__(self, progress: Progress) -> bool:
        """Keep how far the job has come; False if its owner wants it to end."""
        now = self._clock()
        if now - self._told >= EVERY:
            self._told = now
            self.keep(progress)
        return not self._folder.leaving

    def keep(self, progress: Progress) -> ProgressPayload:
        """Write it down, and give it back."""
        told = payload(progress, self._clock() - self._begun)
        self._folder.put(PROGRESS, orjson.dumps(told))
        return told


def payload(progress: Progress, seconds: float) -> ProgressPayload:
    """Progress after so many seconds as JSON.

    >>> payload(Progress(rows=50, read=500, size=1000), 2.0)["remaining"]
    2.0
    """
    left = None if progress.size is None or not progress.read else max(progress.size - progress.read, 0)
    return {
        "rows": progress.rows,
        "rejected": progress.rejects,
        "blank": progress.blank,
        "read": progress.read,
        "size": progress.size,
        "resolved": progress.resolved,
        "decisions": {str(decision): count for decision, count in sorted(progress.decisions.items())},
        "seconds": round(seconds, 1),
        "rate": round(progress.records / seconds, 1) if seconds else 0.0,
        "remaining": None if left is None else round(seconds * left / progress.read, 1),
    }


def read_progress(folder: Folder) -> ProgressPayload | None:
    """How far a job has come, if it has begun."""
    data = folder.get(PROGRESS)
    told: ProgressPayload | None = None if data is None else orjson.loads(data)
    return told
