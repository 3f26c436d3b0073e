"""The terminal: whether it shows colours, what it does with letters it lacks, and how it gives what is typed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper


def coloured(*, err: bool) -> bool:
    """Whether there is somebody to see colours, and wants them (see no-color.org)."""
    stream = sys.stderr if err else sys.stdout
    return (
        stream is not None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def forgive(stream: object) -> None:
    """Let a terminal of another encoding show a question mark where it lacks a letter."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")


@contextmanager
def terminal_mode(*, keys: bool) -> Iterator[None]:
    """The terminal giving each key at once, or whole lines; afterwards as it was. What is typed is kept."""
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    if keys:
        tty.setcbreak(terminal, termios.TCSADRAIN)
    else:
        lines = termios.tcgetattr(terminal)
        lines[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(terminal, termios.TCSADRAIN, lines)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
