"""The process that works on jobs: huey's consumer, one for a home, started by the web server or by hand.

It may be ended in any way at any moment: what it was doing is taken up by the next one.

    python -m service.bulk
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Mapping
from functools import partial
from types import FrameType
from typing import Any

from huey.consumer import Consumer

from service.bulk.alone import be_alone
from service.bulk.queue import OUT_OF_REACH, Queue
from service.bulk.sweep import sweep
from service.bulk.work import work
from service.config import Settings, settings

SWEEP_EVERY = 30.0  # seconds
LOOK_EVERY = 0.5  # seconds between looks at an empty queue, and at the process that started this one


class Quiet(logging.Formatter):
    """What huey logs, without what was asked: of an error only its type."""

    def formatException(self, ei: Any) -> str:
        """The type of an error."""
        return str(ei[0].__name__) if ei[0] is not None else ""


class Workers(Consumer):  # type: ignore[misc]
    """huey's consumer, ended by the signals of the process that runs it."""

    def _set_signal_handlers(self) -> None:
        """Leave the signals as they are set already."""


def run(values: Mapping[str, str], parent: int | None = None) -> None:
    """Work until told to stop, or until the parent, if one is given, is no more."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave)
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
    said = settings(values)
    handler = logging.StreamHandler()
    handler.setFormatter(Quiet("%(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    be_alone(said.home)
    queue = Queue(said, partial(work, said))
    threading.Thread(target=_look_after, args=(said, queue), daemon=True).start()
    Workers(queue.huey, workers=said.bulk.jobs, periodic=False, max_delay=LOOK_EVERY).run()


def _look_after(said: Settings, queue: Queue) -> None:
    """Sweep now and then; a full disk or a queue out of reach is no reason to stop, any other fault is."""
    try:
        while True:
            try:
                sweep(said, queue)
            except OUT_OF_REACH as failed:
                logging.getLogger(__name__).warning("Jobs cannot be looked after: %s", type(failed).__name__)
            time.sleep(SWEEP_EVERY)
    finally:
        os._exit(1)


def _leave(_number: int, _frame: FrameType | None) -> None:
    """End at once: whatever is under way is written so that it can be taken up again."""
    os._exit(0)


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os._exit(0)
