"""The process above the others: gunicorn's arbiter, which keeps the web workers alive, and the one that works on jobs.

Each may die and is replaced, and none waits for another: the web answers while jobs stand still, and the other way.
"""

import os
import subprocess
import sys
import time

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]

PAUSE_LEAST, PAUSE_MOST = 0.5, 60.0  # seconds before a process that ended is started again; doubled each time
STEADY = 60.0  # seconds after which one that ended had not failed to start
SECONDS_TO_LEAVE = 5


class House(Arbiter):  # type: ignore[misc]
    """The web workers and the worker on jobs."""

    def __init__(self, app: BaseApplication) -> None:
        super().__init__(app)
        self._consumer: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._pause = PAUSE_LEAST
        self._not_before = 0.0

    def manage_workers(self) -> None:
        """See that all are there; gunicorn asks once a second."""
        super().manage_workers()
        now = time.monotonic()
        if self._consumer is not None and self._consumer.poll() is not None:
            steady = now - self._started > STEADY
            self._pause = PAUSE_LEAST if steady else min(self._pause * 2, PAUSE_MOST)
            self._consumer, self._not_before = None, now + self._pause
        if self._consumer is None and now >= self._not_before:
            self._started = now
            command = [sys.executable, "-m", "service.bulk", str(os.getpid())]
            self._consumer = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)

    def stop(self, graceful: bool = True) -> None:
        """Let all go."""
        if self._consumer is not None:
            self._consumer.terminate()
        super().stop(graceful)
        if self._consumer is not None:
            try:
                self._consumer.wait(SECONDS_TO_LEAVE)
            except subprocess.TimeoutExpired:
                self._consumer.kill()
