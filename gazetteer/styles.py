"""House styles: which spelling a desk wants for an entity, as files say; docs/styles.md has their format.

A style takes over what the one it inherits from says, and its own word goes before it. Styles choose
among spellings of an entity that was found; they take no part in finding it.
"""

import os
import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from gazetteer.errors import BadName, BadStyle, UnknownStyle
from gazetteer.languages import systems
from gazetteer.model import Name, NameKind, Style
from gazetteer.text.clean import clean

FOLDER = Path(__file__).parents[1] / "seeds" / "styles"
MORE = "GAZETTEER_STYLES"  # the variable that names a newsroom's own folders
DEFAULT = "default"

NEEDED = ("id", "name", "language", "source", "date")
KEYS = {*NEEDED, "inherits", "romanization", "override", "sense"}
OVERRIDE_NEEDED = ("entity", "text")
OVERRIDE_NAMES = ("text", "short", "first")
OVERRIDE_KEYS = {"entity", *OVERRIDE_NAMES, "accept", "source", "date", "note"}
SENSE_NEEDED = ("phrase", "reason")
SENSE_KEYS = {*SENSE_NEEDED, "source", "date"}

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
ENTITY = re.compile(r"[A-Za-z0-9._~]+(?:-[A-Za-z0-9._~-]+)")
LANGUAGE = re.compile(r"[a-z]{2,3}")
DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
LINE_OF_TOML = re.compile(r"\(at line ([0-9]+), column [0-9]+\)|\(at end of document\)")

# Where something stands in a file: the keys and numbers that lead to it, as in ("override", 2, "text").
Place = tuple[str | int, ...]


def styles() -> Mapping[str, Style]:
    """Every style by its id: those shipped, and those of the folders that GAZETTEER_STYLES names.

    Raises:
        BadStyle: a file breaks the format, or two have one id; the text names file and line.
    """
    return _styles(os.environ.get(MORE, ""))


def style_of(style_id: str | None) -> Style:
    """The style with this id; the default one for None.

    Raises:
        UnknownStyle: there is none; the text lists those there are.
    """
    known = styles()
    if (style_id or DEFAULT) not in known:
        raise UnknownStyle(f"No style {style_id!r}; known: {', '.join(known)}.")
    return known[style_id or DEFAULT]


def load_style(path: Path) -> Style:
    """The style that one file describes; it may inherit from any that is known.

    Raises:
        BadStyle: the file cannot be read or breaks the format; the text names file and line, and what would be right.
    """
    file, known = _read(path), _files(os.environ.get(MORE, ""))
    _refuse_second(file, known)
    return _style(file, {**known, file.id: file})


def unknown_entities(style: Style, known: Callable[[str], bool]) -> list[str]:
    """The ids of the entities a style has a word on and that are not known, in its order."""
    return [entity for entity in style.overrides if not known(entity)]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    text: str
    raw: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    def refuse(self, place: Place, says: str) -> NoReturn:
        raise BadStyle(f"{self.path.name}, line {_line(self.text, place)}: {says}")


@cache
def _styles(folders: str) -> Mapping[str, Style]:
    files = _files(folders)
    return MappingProxyType({key: _style(file, files) for key, file in files.items()})


@cache
def _files(folders: str) -> Mapping[str, _File]:
    """The files of the shipped folder and of further ones, checked one by one, by the ids of their styles."""
    known: dict[str, _File] = {}
    for folder in (FOLDER, *(Path(name) for name in folders.split(os.pathsep) if name)):
        if not folder.is_dir():
            raise BadStyle(f"{MORE} names {folder}, which is no folder; it must name folders of style files.")
        for path in sorted(folder.glob("*.toml")):
            file = _read(path)
            _refuse_second(file, known)
            known[file.id] = file
    return MappingProxyType(known)


def _refuse_second(file: _File, known: Mapping[str, _File]) -> None:
    other = known.get(file.id)
    if other is not None and other.path.resolve() != file.path.resolve():
        file.refuse(
            ("id",), f"the id {file.id!r} is taken by {other.path}; choose another, and inherit from that style"
        )


def _style(file: _File, files: Mapping[str, _File], heirs: tuple[str, ...] = ()) -> Style:
    """The style of a file on top of the one it inherits from; heirs are those that inherit from it."""
    raw = file.raw
    base = Style("", "", raw["language"])
    if (parent := raw.get("inherits")) is not None:
        line = (*heirs, file.id)
        if parent in line:
            ring = " -> ".join((*line[line.index(parent) :], parent))
            file.refuse(("inherits",), f"styles must not inherit in a ring: {ring}")
        if parent not in files:
            file.refuse(("inherits",), f"there is no style {parent!r} to inherit from; known: {', '.join(files)}")
        base = _style(files[parent], files, line)
        if base.language != raw["language"]:
            says = f"{parent!r} writes another language ({base.language}); inherit from a style of {raw['language']}"
            file.refuse(("inherits",), says)
    own = raw["override"]
    return Style(
        id=file.id,
        name=raw["name"],
        language=raw["language"],
        inherits=parent,
        overrides=_over(base.overrides, own, "text"),
        shorts=_over(base.shorts, own, "short"),
        firsts=_over(base.firsts, own, "first"),
        accepted=_over(base.accepted, own, "accept"),
        romanization=MappingProxyType({**base.romanization, **raw["romanization"]}),
        senses=tuple(dict.fromkeys([*base.senses, *(sense["phrase"] for sense in raw["sense"])])),
        source=raw["source"],
        date=raw["date"],
    )


def _over(inherited: Mapping[str, Any], own: Sequence[Mapping[str, Any]], key: str) -> Mapping[str, Any]:
    """What is inherited, but for the entities a file has an override of its own for: of those only what it says."""
    told = {override["entity"] for override in own}
    kept = {entity: said for entity, said in inherited.items() if entity not in told}
    return MappingProxyType(kept | {override["entity"]: override[key] for override in own if key in override})


def _read(path: Path) -> _File:
    """A file as it is written, checked, its names cleaned, with empty tables where it has none."""
    try:
        data = path.read_bytes()
    except OSError as broken:
        raise BadStyle(f"{path.name} cannot be read: {broken.strerror}.") from broken
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as broken:
        line = data.count(b"\n", 0, broken.start) + 1
        raise BadStyle(f"{path.name}, line {line}: not UTF-8; save the file in that encoding") from broken
    try:
        file = _File(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as broken:
        raise BadStyle(f"{path.name}, {_complaint(broken, text)}") from broken
    _only(file, (), KEYS, NEEDED)
    _head(file)
    overrides = [_override(file, ("override", number)) for number in range(len(_tables(file, "override")))]
    _refuse_twice(file, overrides)
    senses = [_sense(file, ("sense", number)) for number in range(len(_tables(file, "sense")))]
    told = {"override": overrides, "sense": senses, "romanization": _romanization(file)}
    return _File(path, text, {**file.raw, **told})


def _head(file: _File) -> None:
    """Refuse what the keys at the top of a file may not say."""
    for key in (*NEEDED, "inherits"):
        if key in file.raw:
            _text(file, (key,))
    if not ID.fullmatch(file.raw["id"]) or file.raw["id"] != file.path.stem:
        says = f"id is {file.raw['id']!r}, but must be the file's name without .toml, of letters, digits and hyphens"
        file.refuse(("id",), says)
    if not LANGUAGE.fullmatch(file.raw["language"]):
        says = f'language is {file.raw["language"]!r}, but must be the code of one alone, as in "en" or "fr"'
        file.refuse(("language",), says)
    _date(file, ("date",))


def _override(file: _File, place: Place) -> Mapping[str, Any]:
    entry = _only(file, place, OVERRIDE_KEYS, OVERRIDE_NEEDED)
    for key in OVERRIDE_KEYS & set(entry) - {"accept"}:
        _text(file, (*place, key))
    if not ENTITY.fullmatch(entry["entity"]):
        says = f'entity is {entry["entity"]!r}, but must be a public id, as in "geonames-703448"'
        file.refuse((*place, "entity"), says)
    _date(file, (*place, "date"))
    told = {**entry, **{key: _name(file, (*place, key)) for key in OVERRIDE_NAMES if key in entry}}
    if "accept" in entry:
        if not isinstance(entry["accept"], list):
            file.refuse((*place, "accept"), 'accept must be a list of texts, as in accept = ["Kyiv"]')
        told["accept"] = tuple(_name(file, (*place, "accept", number)) for number in range(len(entry["accept"])))
    return told


def _refuse_twice(file: _File, overrides: Sequence[Mapping[str, Any]]) -> None:
    first: dict[str, int] = {}
    for number, override in enumerate(overrides):
        entity = override["entity"]
        if entity in first:
            line = _line(file.text, ("override", first[entity], "entity"))
            says = f"{entity} has an override already, on line {line}; keep one of the two"
            file.refuse(("override", number, "entity"), says)
        first[entity] = number


def _sense(file: _File, place: Place) -> Mapping[str, Any]:
    entry = _only(file, place, SENSE_KEYS, SENSE_NEEDED)
    for key in entry:
        _text(file, (*place, key))
    _date(file, (*place, "date"))
    return {**entry, "phrase": _name(file, (*place, "phrase"))}


def _romanization(file: _File) -> Mapping[str, str]:
    entry = file.raw.get("romanization", {})
    if not isinstance(entry, dict):
        file.refuse(
            ("romanization",), 'romanization must be a table: [romanization], then uk = "uk-Cyrl/national-2010"'
        )
    for language in entry:
        place = ("romanization", language)
        full_id = _text(file, place)
        ours = [known for known in systems() if known.split("-")[0] == language]
        if full_id not in ours:
            says = f"{full_id!r} is no system for {language}; "
            file.refuse(place, says + (f"known: {', '.join(ours)}" if ours else "there is none for that language yet"))
    return entry


def _tables(file: _File, key: str) -> Sequence[Any]:
    entries = file.raw.get(key, [])
    if not isinstance(entries, list):
        file.refuse((key,), f"{key} must be a list of tables, each opened by [[{key}]]")
    return entries


def _only(file: _File, place: Place, allowed: Iterable[str], needed: Iterable[str]) -> Mapping[str, Any]:
    """The table at a place, which has no key but those allowed and all that are needed."""
    entry, what = _at(file.raw, place), place[0] if place else "the file"
    if not isinstance(entry, dict):
        file.refuse(place, f"{what} must be a table, opened by [[{what}]]")
    for key in entry:
        if key not in allowed:
            file.refuse((*place, key), f"unknown key {key!r}; {what} may have {', '.join(sorted(allowed))}")
    for key in needed:
        if key not in entry:
            file.refuse(place, f"{what} lacks {key}; it needs {', '.join(needed)}")
    return entry


def _text(file: _File, place: Place) -> str:
    value = _at(file.raw, place)
    if not isinstance(value, str) or not value.strip():
        key = next(key for key in reversed(place) if isinstance(key, str))
        file.refuse(place, f'{key} must be a text in quotation marks, as in {key} = "..."')
    return value


def _name(file: _File, place: Place) -> str:
    try:
        return clean(_text(file, place))
    except BadName as bad:
        file.refuse(place, str(bad).removesuffix("."))


def _date(file: _File, place: Place) -> None:
    value = _at(file.raw, place)
    if value is None:
        return
    try:
        if not DATE.fullmatch(value):
            raise ValueError
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        says = f'date is {value!r}, but must be a year, a month or a day, as in "2022", "2022-03", "2022-03-04"'
        file.refuse(place, says)


def _at(raw: Any, place: Place) -> Any:
    """What stands at a place; None where nothing does."""
    for key in place:
        try:
            raw = raw[key]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _line(text: str, place: Place) -> int:
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

    has = bisect_left(range(len(lines) + 1), True, key=lambda end: _at(readable(end)[1], place) is not None)
    return readable(has - 1)[0] + 1


def _complaint(broken: tomllib.TOMLDecodeError, text: str) -> str:
    """What tomllib says, with the line first."""
    told = LINE_OF_TOML.search(str(broken))
    line = told[1] if told and told[1] else text.rstrip("\n").count("\n") + 1
    return f"line {line}: not readable as TOML: {LINE_OF_TOML.sub('', str(broken)).strip()}"


def main_name_in(language: str, names: Iterable[Name]) -> Name | None:
    """Of an entity's names the main one in a language: shown, in use, the preferred one first; None if it has none."""
    left_out = (NameKind.HISTORICAL, NameKind.MISSPELLING, NameKind.SHORT, NameKind.ABBREVIATION)
    mine = [
        n for n in names if n.language and n.language.split("-")[0] == language and n.shown and n.kind not in left_out
    ]
    return max(mine, key=lambda name: (name.preferred, not name.inferred), default=None)
