"""How answers of a review are typed: by keys in a terminal, or by lines; a letter stands for its word."""

import os
import sys

import click

from gazetteer.bulk.choosing import ALL, NOBODY, VARIANT
from gazetteer.cli.terminal import terminal_mode

KEYS = "1-3 candidate, n nobody, v variant of, a all of the cluster, i an id, s skip, u undo, q quit"
LINES = "1-3, n, v 1, a n, an id, s skip, u undo, q quit"
LONG = {"n": NOBODY, "v": VARIANT, "a": ALL}
MORE = ("v", "a")  # after these another key says what


def by_line() -> str:
    """The next answer, a line; the end of the input ends the session."""
    click.echo("> ", nl=False)
    line = sys.stdin.readline()
    click.echo()
    return _words(line.split()) if line else "q"


def _words(typed: list[str]) -> str:
    """An answer in full words, its single letters written out.

    >>> _words(["a", "v", "2"]), _words(["Geonames-1"]), _words(["Q"])
    ('all variant 2', 'Geonames-1', 'q')
    """
    return " ".join(LONG.get(word.lower(), word.lower() if len(word) == 1 else word) for word in typed)


class ByKey:
    """Answers by single keys of a terminal, which shows none of them itself meanwhile; its end ends the session."""

    def __init__(self) -> None:
        self._ahead = ""  # what was typed before it was asked for

    def __call__(self) -> str:
        """The next answer; nothing, if it was begun and left."""
        click.echo("> ", nl=False)
        typed: list[str] = []
        while True:
            key = self._next().lower()
            if key in ("", "\x04"):
                return "q"
            if not key.isprintable():
                click.echo()
                return ""
            if key == "i":
                click.echo()
                with terminal_mode(keys=False):
                    typed.append(click.prompt("id").strip())
            else:
                click.echo(f"{LONG.get(key, key)} ", nl=False)
                typed.append(key)
            if key not in MORE:
                click.echo()
                return _words(typed)

    def _next(self) -> str:
        if not self._ahead:
            self._ahead = os.read(sys.stdin.fileno(), 64).decode("utf-8", "replace")
        if self._ahead.startswith("\x1b"):  # an arrow, or another key that is no letter
            self._ahead = ""
            return "\x1b"
        key, self._ahead = self._ahead[:1], self._ahead[1:]
        return key
