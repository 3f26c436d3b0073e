"""Orthographies: what each file in this folder says of one language in one script.

The folder is the register: every ``*.toml`` in it is loaded and checked, and nothing else
knows the list. A file that breaks the format is an error that names the file and the key.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from gazetteer.errors import BadOrthography, UnknownSystem

FOLDER = Path(__file__).parent
TAG = re.compile(r"[a-z]{2,3}-[A-Z][a-z]{3}")
TOP_KEYS = {"language", "script", "name", "note", "classes", "countries", "reads", "system"}
SYSTEM_KEYS = {"id", "name", "authority", "year", "source", "note", "language", "reversible", "rules", "letters"}
SAID: Mapping[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}
Kind = TypeVar("Kind")
READS_KEYS = {"source", "note", "rules", "letters"}


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Letters and contextual rules that turn one writing into another, in one pass."""

    letters: Mapping[str, str]
    rules: tuple[str, ...]
    classes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class System:
    """A romanization: a published standard, or the press usage of a target language."""

    id: str
    orthography: str
    name: str
    source: str
    language: str | None
    rules: RuleSet
    authority: str | None = None  # who published it
    year: int | None = None
    note: str | None = None
    reversible: bool = False  # by design: what is written can be read back letter by letter

    @property
    def full_id(self) -> str:
        """The id with its orthography: ``uk-Cyrl/press-fr``."""
        return f"{self.orthography}/{self.id}"


@dataclass(frozen=True, slots=True)
class Orthography:
    """One language in one script: its systems, and what its letters say in the common form."""

    tag: str
    language: str
    script: str
    name: str
    countries: tuple[str, ...]
    reads: RuleSet | None
    systems: tuple[System, ...]


def load(path: Path) -> Orthography:
    """The orthography that one file describes.

    Raises:
        BadOrthography: the file breaks the format; the text names file and key.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise BadOrthography(f"{path.name}: not readable as TOML: {broken}") from broken
    tag = path.stem
    _only(raw, TOP_KEYS, tag)
    language, script, name = (_text(raw, key, tag) for key in ("language", "script", "name"))
    if not TAG.fullmatch(tag) or tag != f"{language}-{script}":
        raise BadOrthography(f"{path.name}: the file name must be language-Script.toml, as in uk-Cyrl.toml")
    classes = _strings(raw.get("classes", {}), f"{tag}: classes")
    reads = None
    if "reads" in raw:
        _only(raw["reads"], READS_KEYS, f"{tag}: reads")
        reads = _rule_set(raw["reads"], classes, f"{tag}: reads")
    return Orthography(
        tag=tag,
        language=language,
        script=script,
        name=name,
        countries=tuple(raw.get("countries", ())),
        reads=reads,
        systems=tuple(_system(entry, classes, tag) for entry in raw.get("system", [])),
    )


@cache
def orthographies() -> Mapping[str, Orthography]:
    """Every orthography of the folder by its tag, in the order of tags."""
    return MappingProxyType({path.stem: load(path) for path in sorted(FOLDER.glob("*.toml"))})


@cache
def systems() -> Mapping[str, System]:
    """Every romanization system by its full id, such as ``ru-Cyrl/bgn-pcgn-1947``."""
    return MappingProxyType({s.full_id: s for o in orthographies().values() for s in o.systems})


def system(full_id: str) -> System:
    """The system of that full id.

    Raises:
        UnknownSystem: no orthography defines it; the text lists those of the same orthography.
    """
    try:
        return systems()[full_id]
    except KeyError:
        near = [known for known in systems() if known.split("/")[0] == full_id.split("/")[0]]
        raise UnknownSystem(f"No system {full_id!r}; known: {', '.join(near or systems())}.") from None


def fingerprint_text() -> str:
    """All that the folder says, as one text: an index built from other rules is stale."""
    return "\n".join(path.name + "\n" + path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml")))


def _system(entry: Mapping[str, Any], classes: Mapping[str, str], tag: str) -> System:
    where = f"{tag}: system {entry.get('id', '?')}"
    _only(entry, SYSTEM_KEYS, where)
    return System(
        id=_text(entry, "id", where),
        orthography=tag,
        name=_text(entry, "name", where),
        source=_text(entry, "source", where),
        language=entry.get("language"),
        rules=_rule_set(entry, classes, where),
        authority=_maybe(entry, "authority", str, where),
        year=_maybe(entry, "year", int, where),
        note=_maybe(entry, "note", str, where),
        reversible=bool(_maybe(entry, "reversible", bool, where)),
    )


def _maybe(entry: Mapping[str, Any], key: str, kind: type[Kind], where: str) -> Kind | None:
    value = entry.get(key)
    if value is None or type(value) is kind:
        return value
    raise BadOrthography(f"{where}: {key} is not {SAID[kind]}")


def _rule_set(entry: Mapping[str, Any], classes: Mapping[str, str], where: str) -> RuleSet:
    rules = entry.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise BadOrthography(f"{where}: rules must be a list of strings, each 'what > becomes / before _ after'")
    return RuleSet(_strings(entry.get("letters", {}), f"{where}: letters"), tuple(rules), classes)


def _strings(entry: Any, where: str) -> Mapping[str, str]:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise BadOrthography(f"{where}: must be a table of strings")
    return MappingProxyType(dict(entry))


def _text(entry: Mapping[str, Any], key: str, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise BadOrthography(f"{where}: {key} is missing or not a text")
    return value


def _only(entry: Mapping[str, Any], allowed: set[str], where: str) -> None:
    unknown = sorted(set(entry) - allowed)
    if unknown:
        raise BadOrthography(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(sorted(allowed))}")
