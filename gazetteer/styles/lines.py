"""Lines of a style file: on which one something stands, which the reader of TOML does not tell."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

LINE_OF_TOML = re.compile(r"\(at line ([0-9]+), column [0-9]+\)|\(at end of document\)")

# Where something stands in a file: the keys and numbers that lead to it, as in ("override", 2, "text").
Place = tuple[str | int, ...]


def at(raw: Any, place: Place) -> Any:
    """What stands at a place; None where nothing does."""
    for key in place:
        try:
            raw = raw[key]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def line_of(text: str, place: Place) -> int:
    """The line on which what stands at a place begins.

    tomllib does not tell: it is the line after the longest beginning of the text that can be read and lacks it.
    """
    lines = text.split("\n")

    def readable(end: int) -> tuple[int, Mapping[str, Any]]:
        for shorter in range(end, 0, -1):
            try:
                return shorter, tomllib.loads("\n".join(lines[:shorter]))
            except tomllib.TOMLDecodeError:
                continue  # in the middle of a list or of a text of several lines
        return 0, {}

    has = bisect_left(range(len(lines) + 1), True, key=lambda end: at(readable(end)[1], place) is not None)
    return readable(has - 1)[0] + 1


def complaint(broken: tomllib.TOMLDecodeError, text: str) -> str:
    """What tomllib says, with the line first."""
    told = LINE_OF_TOML.search(str(broken))
    line = told[1] if told and told[1] else text.rstrip("\n").count("\n") + 1
    return f"line {line}: not readable as TOML: {LINE_OF_TOML.sub('', str(broken)).strip()}"
