"""Entries: values of a language's file, checked as they are taken out.

What breaks the format is an error that names the place and the key.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from gazetteer.errors import BadOrthography

SAID: Mapping[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}
Kind = TypeVar("Kind")


def only(entry: Mapping[str, Any], allowed: set[str], where: str) -> None:
    """Nothing, if the entry has no other keys than those allowed.

    Raises:
        BadOrthography: it has; the text names the first and lists those that are known.
    """
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise BadOrthography(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(sorted(allowed))}")


def needed(entry: Mapping[str, Any], key: str, where: str) -> str:
    """The text at a key that must be there.

    Raises:
        BadOrthography: it is missing, empty or no text.
    """
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise BadOrthography(f"{where}: {key} is missing or not a text")
    return value


def maybe(entry: Mapping[str, Any], key: str, kind: type[Kind], where: str) -> Kind | None:
    """The value at a key that may be there, None if it is not.

    Raises:
        BadOrthography: it is of another kind.
    """
    value = entry.get(key)
    if value is None or type(value) is kind:
        return value
    raise BadOrthography(f"{where}: {key} is not {SAID[kind]}")


def strings(entry: Any, where: str) -> Mapping[str, str]:
    """A table of texts, which nobody can change.

    Raises:
        BadOrthography: it is no table, or holds something else.
    """
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise BadOrthography(f"{where}: must be a table of strings")
    return MappingProxyType(dict(entry))


def lists(entry: Any, where: str) -> Mapping[str, tuple[str, ...]]:
    """A table of lists of texts, none of them empty, which nobody can change.

    Raises:
        BadOrthography: it is no table, or holds something else.
    """
    good = isinstance(entry, dict) and all(
        isinstance(value, list) and value and all(isinstance(each, str) and each for each in value)
        for value in entry.values()
    )
    if not good:
        raise BadOrthography(f"{where}: must be a table of lists of strings")
    return MappingProxyType({key: tuple(value) for key, value in entry.items()})


def texts(entry: Any, where: str) -> tuple[str, ...]:
    """A list of texts, none of them empty, which nobody can change.

    Raises:
        BadOrthography: it is no list, or holds something else.
    """
    if not isinstance(entry, list) or not all(isinstance(value, str) and value for value in entry):
        raise BadOrthography(f"{where}: must be a list of strings")
    return tuple(entry)


def contents(path: Path) -> dict[str, Any]:
    """What one file says, as TOML.

    Raises:
        BadOrthography: it is no TOML, or not in UTF-8.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise BadOrthography(f"{path.name}: not readable as TOML: {broken}") from broken
