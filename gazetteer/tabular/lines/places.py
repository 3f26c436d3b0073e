"""Where a value stands in a line of JSON, so that it alone can be replaced.

The line has been read by a parser before: it is sound, and an object.
"""

import json
import re
from collections.abc import Sequence

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:,]|[^\s{}\[\]:,"]++')


def place_of(text: str, path: Sequence[str]) -> tuple[int, int] | None:
    """From where to where the value at a path of keys stands; of equal keys the last, as parsers have it.

    >>> place_of('{"a": {"b": 1}, "a": {"b": [2]}}', ("a", "b"))
    (27, 30)
    """
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    at = 0
    for key in path:
        found = _value_of(tokens, at, key) if tokens[at][0] == "{" else None
        if found is None:
            return None
        at = found
    return tokens[at][1], tokens[_behind(tokens, at) - 1][2]


def _value_of(tokens: Sequence[tuple[str, int, int]], at: int, key: str) -> int | None:
    """The first token of a key's value, in the object that begins at a token."""
    found, at = None, at + 1
    while tokens[at][0] != "}":
        if json.loads(tokens[at][0]) == key:
            found = at + 2
        at = _behind(tokens, at + 2)
        at += tokens[at][0] == ","
    return found


def _behind(tokens: Sequence[tuple[str, int, int]], at: int) -> int:
    """The token behind the value that begins at one."""
    depth = 0
    while True:
        depth += (tokens[at][0] in "{[") - (tokens[at][0] in "}]")
        at += 1
        if not depth:
            return at
