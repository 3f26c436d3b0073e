"""Orthographies: what each file in this folder says of one language in one script.

The folder is the register: every ``*.toml`` in it is loaded and checked, and nothing else
knows the list. A file that breaks the format is an error that names the file and the key.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gazetteer.errors import BadOrthography, UnknownSystem
from gazetteer.languages.entries import contents, lists, maybe, needed, only, strings, texts

FOLDER = Path(__file__).parent
TAG = re.compile(r"[a-z]{2,3}-[A-Z][a-z]{3}")
VOICE_KEYS = {"voice", "words", "prefixes", "alike", "loosely"}
TOP_KEYS = {"language", "script", "name", "note", "classes", "countries", "reads", "borrowed", "system"} | VOICE_KEYS
SYSTEM_KEYS = {
    "id", "name", "authority", "year", "source", "note", "language", "reversible", "voice", "articles", "rules",
    "letters", "like", "except",
}  # fmt: skip
# What a system has of the one that it is like, where it does not say it itself.
SHARED = ("rules", "voice", "articles", "except")
# Scripts that ISO 15924 has a code for together.
MIXED: Mapping[str, frozenset[str]] = MappingProxyType({"Jpan": frozenset(("Hani", "Hira", "Kana"))})
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
    voice: str | None = None  # who reads a writing aloud first, where it leaves sounds unsaid: its own, or its file's
    articles: tuple[str, ...] = ()  # in the case in which they stand before a word that has its own capital
    elsewhere: frozenset[str] = frozenset()  # countries whose names are not written by it, though in the same language

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
    words: Mapping[str, tuple[str, ...]]  # written without all sounds: each as it may be read
    borrowed: RuleSet | None = None  # how it reads names of other languages, where those are written otherwise
    prefixes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # before a word that may be read alone
    alike: Mapping[str, str] = field(default_factory=dict)  # letters that only look or are encoded otherwise
    loosely: Mapping[str, str] = field(default_factory=dict)  # what careless writing has for a letter of a word

    @property
    def scripts(self) -> frozenset[str]:
        """The scripts its letters are of: Japanese is written in three."""
        return MIXED.get(self.script, frozenset((self.script,)))


def load(path: Path) -> Orthography:
    """The orthography that one file describes.

    Raises:
        BadOrthography: the file breaks the format; the text names file and key.
    """
    raw = contents(path)
    tag = path.stem
    only(raw, TOP_KEYS, tag)
    language, script, name = (needed(raw, key, tag) for key in ("language", "script", "name"))
    if not TAG.fullmatch(tag) or tag != f"{language}-{script}":
        raise BadOrthography(f"{path.name}: the file name must be language-Script.toml, as in uk-Cyrl.toml")
    classes = strings(raw.get("classes", {}), f"{tag}: classes")
    reads = None
    if "reads" in raw:
        only(raw["reads"], READS_KEYS, f"{tag}: reads")
        reads = rule_set(raw["reads"], classes, f"{tag}: reads")
    borrowed = None
    if "borrowed" in raw:
        only(raw["borrowed"], READS_KEYS, f"{tag}: borrowed")
        own = rule_set(raw["borrowed"], classes, f"{tag}: borrowed")
        if reads is None:
            raise BadOrthography(f"{tag}: borrowed says what differs from reads, and there is no reads")
        borrowed = replace(own, letters=MappingProxyType({**reads.letters, **own.letters}))
    return Orthography(
        tag=tag,
        language=language,
        script=script,
        name=name,
        countries=tuple(raw.get("countries", ())),
        reads=reads,
        borrowed=borrowed,
        systems=_systems(raw.get("system", []), classes, tag, maybe(raw, "voice", str, tag)),
        words=lists(raw.get("words", {}), f"{tag}: words"),
        prefixes=lists(raw.get("prefixes", {}), f"{tag}: prefixes"),
        alike=strings(raw.get("alike", {}), f"{tag}: alike"),
        loosely=strings(raw.get("loosely", {}), f"{tag}: loosely"),
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


def _systems(
    entries: Iterable[Mapping[str, Any]], classes: Mapping[str, str], tag: str, voice: str | None
) -> tuple[System, ...]:
    """The systems of a file; one that is `like` another before it has its rules, and its letters but for its own."""
    whole: dict[str, Mapping[str, Any]] = {}
    for entry in entries:
        where = f"{tag}: system {entry.get('id', '?')}"
        only(entry, SYSTEM_KEYS, where)
        like = maybe(entry, "like", str, where)
        if like is not None:
            if like not in whole:
                before = ", ".join(whole) or "none"
                raise BadOrthography(f"{where}: like must be the id of a system before it ({before}), not {like!r}")
            other = whole[like]
            shared = {key: other[key] for key in SHARED if key in other}
            letters = (strings(one.get("letters", {}), f"{where}: letters") for one in (other, entry))
            entry = {**shared, **entry, "letters": {**next(letters), **next(letters)}}
        if needed(entry, "id", where) in whole:
            raise BadOrthography(f"{where}: there is another system with this id")
        whole[entry["id"]] = entry
    return tuple(_system(entry, classes, tag, voice) for entry in whole.values())


def _system(entry: Mapping[str, Any], classes: Mapping[str, str], tag: str, voice: str | None) -> System:
    where = f"{tag}: system {entry['id']}"
    return System(
        id=entry["id"],
        orthography=tag,
        name=needed(entry, "name", where),
        source=needed(entry, "source", where),
        language=entry.get("language"),
        rules=rule_set(entry, classes, where),
        authority=maybe(entry, "authority", str, where),
        year=maybe(entry, "year", int, where),
        note=maybe(entry, "note", str, where),
        reversible=bool(maybe(entry, "reversible", bool, where)),
        voice=maybe(entry, "voice", str, where) or voice,
        articles=texts(entry.get("articles", []), f"{where}: articles"),
        elsewhere=frozenset(texts(entry.get("except", []), f"{where}: except")),
    )


def rule_set(entry: Mapping[str, Any], classes: Mapping[str, str], where: str) -> RuleSet:
    """The letters and rules of one entry.

    Raises:
        BadOrthography: one of them is not what it should be.
    """
    rules = entry.get("rules", [])
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise BadOrthography(f"{where}: rules must be a list of strings, each 'what > becomes / before _ after'")
    return RuleSet(strings(entry.get("letters", {}), f"{where}: letters"), tuple(rules), classes)
