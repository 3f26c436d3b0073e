"""The queue of jobs: ids, in huey, in a file beside the jobs or in Redis.

Only ids wait here. What is true of a job stands in its folder, so that a lost or doubled entry costs nothing.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

from huey import Huey, RedisHuey, SqliteHuey

from service.bulk.folder import jobs_of
from service.config import Settings

NAME = "gazetteer-bulk"
try:
    from redis.exceptions import RedisError
except ModuleNotFoundError:

    class RedisError(Exception):  # type: ignore[no-redef]
        """What never happens where there is no Redis."""


# What may keep one from the queue: the job says that it is queued all the same, and the next sweep puts it there.
OUT_OF_REACH = (OSError, sqlite3.OperationalError, RedisError)
PATIENCE = 20  # seconds to wait for another process that writes to the queue


class Queue:
    """Ids on their way from who asks to who works."""

    def __init__(self, settings: Settings, work: Callable[[str], None] | None = None) -> None:
        self.huey = _huey(settings)

        def take(job: str) -> None:
            if work is not None:
                work(job)

        self._take: Any = self.huey.task(name="take")(take)

    def put(self, job: str) -> None:
        """Let a job wait for its turn."""
        self._take(job)

    def waiting(self) -> set[str]:
        """The jobs that wait."""
        return {task.args[0] for task in self.huey.pending()}


def _huey(settings: Settings) -> Huey:
    if settings.bulk.redis_url is not None:
        return RedisHuey(NAME, url=settings.bulk.redis_url, results=False)
    folder = jobs_of(settings.home).parent
    folder.mkdir(parents=True, exist_ok=True)
    return SqliteHuey(NAME, filename=str(folder / "queue.sqlite3"), timeout=PATIENCE, results=False)
