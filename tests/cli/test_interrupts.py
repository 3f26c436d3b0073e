"""Ctrl-C is heeded, also where the exception that it raises is lost."""

import contextlib
import os
import signal

import pytest

from gazetteer.cli.interrupts import heeded


def test_an_interrupt_that_was_lost_is_raised_again() -> None:
    with heeded() as again:
        again()
        with contextlib.suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            signal.sigtimedwait([], 1)
        with pytest.raises(KeyboardInterrupt):
            again()


def test_what_was_before_is_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with heeded():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
