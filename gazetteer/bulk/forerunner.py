"""Forerunner: the process that workers part from, once it has read what all of them need.

It takes a second to be ready. A program that knows from its first line that it will need workers has it begin then, and
reads itself meanwhile: nothing heavy is imported here.
"""

import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext

READ = ["gazetteer.bulk.shared"]


def context() -> BaseContext:
    """How workers come to be: from the forerunner, where there can be one."""
    if not _can_part():
        return multiprocessing.get_context("spawn")
    parting = multiprocessing.get_context("forkserver")
    parting.set_forkserver_preload(READ)
    return parting


def begin() -> None:
    """Have the forerunner begin to read, and do not wait for it."""
    if _can_part():
        context()
        resource_tracker.ensure_running()  # which lets Ctrl-C through again when it begins
        with undisturbed():
            forkserver.ensure_running()


def _can_part() -> bool:
    return "forkserver" in multiprocessing.get_all_start_methods()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without Ctrl-C until the end, when one that came meanwhile is heeded; what begins here never hears of any.

    Another thread may take the signal that is blocked in this one, so that the handler is put aside as well.
    """
    came: list[int] = []
    before = None
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    if threading.current_thread() is threading.main_thread():
        before = signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    if came and callable(before):
        before(signal.SIGINT, None)
