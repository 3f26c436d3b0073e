"""Cyrillizations: what each file in this folder says of how one Latin spelling is put into Cyrillic.

The folder is the register, as that of orthographies is; a file has one table for each language whose
Cyrillic it knows. Names are NOT read by these files, so no index depends on them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gazetteer.errors import BadOrthography, UnknownCyrillization
from gazetteer.languages import TAG, RuleSet, rule_set
from gazetteer.languages.entries import contents, maybe, needed, only, strings

FOLDER = Path(__file__).parent
TOP_KEYS = {"language", "script", "name", "note", "classes", "capitals", "into"}
INTO_KEYS = {"authority", "year", "source", "note", "irregular", "rules", "letters", "names", "also"}


@dataclass(frozen=True, slots=True)
class Cyrillization:
    """How the names of one language are written in the Cyrillic of another."""

    language: str  # whose spelling is written
    into: str  # whose Cyrillic it is written in
    source: str
    rules: RuleSet
    names: Mapping[str, str]  # names that no rule decides, lower case, as that language writes them
    also: Mapping[str, str]  # what a letter, and each writing that begins with it, may begin with instead
    capitals: Mapping[str, str]  # capitals whose small letter is not the usual one
    authority: str | None = None
    year: int | None = None
    note: str | None = None
    irregular: bool = False  # spelling does not tell the sound: what rules make is a candidate


def load(path: Path) -> Mapping[str, Cyrillization]:
    """The cyrillizations that one file describes, by the language whose Cyrillic each is.

    Raises:
        BadOrthography: the file breaks the format; the text names file and key.
    """
    raw, tag = contents(path), path.stem
    only(raw, TOP_KEYS, tag)
    language, script, _ = (needed(raw, key, tag) for key in ("language", "script", "name"))
    if not TAG.fullmatch(tag) or tag != f"{language}-{script}":
        raise BadOrthography(f"{path.name}: the file name must be language-Script.toml, as in nl-Latn.toml")
    classes = strings(raw.get("classes", {}), f"{tag}: classes")
    capitals = strings(raw.get("capitals", {}), f"{tag}: capitals")
    into = raw.get("into")
    if not isinstance(into, dict) or not all(isinstance(entry, dict) for entry in into.values()):
        raise BadOrthography(f"{tag}: into must be a table for each language, as in [into.uk]")
    made = {code: _cyrillization(entry, (language, code), classes, capitals) for code, entry in into.items()}
    return MappingProxyType(made)


@cache
def cyrillizations() -> Mapping[tuple[str, str], Cyrillization]:
    """Every cyrillization of the folder by the language that is written and the one it is written in."""
    loaded = [entry for path in sorted(FOLDER.glob("*.toml")) for entry in load(path).values()]
    return MappingProxyType({(entry.language, entry.into): entry for entry in loaded})


def cyrillization(language: str, into: str) -> Cyrillization:
    """How names of one language are written in the Cyrillic of another.

    Raises:
        UnknownCyrillization: no file says it; the text lists the pairs that are known.
    """
    try:
        return cyrillizations()[language, into]
    except KeyError:
        known = ", ".join("-".join(pair) for pair in cyrillizations())
        raise UnknownCyrillization(f"No rules to write {language!r} in Cyrillic of {into!r}; known: {known}.") from None


def _cyrillization(
    entry: Mapping[str, Any], pair: tuple[str, str], classes: Mapping[str, str], capitals: Mapping[str, str]
) -> Cyrillization:
    language, into = pair
    where = f"{language}: into {into}"
    only(entry, INTO_KEYS, where)
    return Cyrillization(
        language=language,
        into=into,
        source=needed(entry, "source", where),
        rules=rule_set(entry, classes, where),
        names=strings(entry.get("names", {}), f"{where}: names"),
        also=strings(entry.get("also", {}), f"{where}: also"),
        capitals=capitals,
        authority=maybe(entry, "authority", str, where),
        year=maybe(entry, "year", int, where),
        note=maybe(entry, "note", str, where),
        irregular=bool(maybe(entry, "irregular", bool, where)),
    )
