"""Interrupts: Ctrl-C is heeded even where Python lets it go by.

The exception that it raises is lost if it comes while a finalizer runs or a module is being imported; that it was asked
for is remembered.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heeded() -> Iterator[Callable[[], None]]:
    """What raises a lost Ctrl-C again, to be called now and then; in the main thread alone, as Python has it."""
    asked = False

    def remember(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        asked = True
        raise KeyboardInterrupt

    def again() -> None:
        if asked:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield again
    finally:
        signal.signal(signal.SIGINT, before)
