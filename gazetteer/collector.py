"""The cycle collector: left off where objects are made by the hundred thousand and none is in a cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 200_000


def be_patient() -> None:
    """Have the cycle collector look only when many objects more are there than when it last looked."""
    gc.set_threshold(MANY, *gc.get_threshold()[1:])


@contextmanager
def no_collector() -> Iterator[None]:
    """Without the cycle collector, which would look through everything again and again and find nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def patient_collector() -> Iterator[None]:
    """With a cycle collector that looks only when many objects more are there than when it last looked.

    Where much is made and as much let go it does not look at all, and still no cycles gather endlessly.
    """
    before = gc.get_threshold()
    be_patient()
    try:
        yield
    finally:
        gc.set_threshold(*before)
