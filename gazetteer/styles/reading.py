"""Reading a style file: what it may say, key by key; the first thing that is wrong is refused with its line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gazetteer.errors import BadStyle
from gazetteer.languages import systems
from gazetteer.styles.file import StyleFile
from gazetteer.styles.lines import Place, complaint, line_of

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


def read_style(path: Path) -> StyleFile:
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
        file = StyleFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as broken:
        raise BadStyle(f"{path.name}, {complaint(broken, text)}") from broken
    file.table_at((), KEYS, NEEDED)
    _head(file)
    overrides = [_override(file, ("override", number)) for number in range(len(file.tables("override")))]
    _refuse_twice(file, overrides)
    senses = [_sense(file, ("sense", number)) for number in range(len(file.tables("sense")))]
    told = {"override": overrides, "sense": senses, "romanization": _romanization(file)}
    return StyleFile(path, text, {**file.raw, **told})


def _head(file: StyleFile) -> None:
    """Refuse what the keys at the top of a file may not say."""
    for key in (*NEEDED, "inherits"):
        if key in file.raw:
            file.text_at((key,))
    if not ID.fullmatch(file.raw["id"]) or file.raw["id"] != file.path.stem:
        says = f"id is {file.raw['id']!r}, but must be the file's name without .toml, of letters, digits and hyphens"
        file.refuse(("id",), says)
    if not LANGUAGE.fullmatch(file.raw["language"]):
        says = f'language is {file.raw["language"]!r}, but must be the code of one alone, as in "en" or "fr"'
        file.refuse(("language",), says)
    file.check_date(("date",))


def _override(file: StyleFile, place: Place) -> Mapping[str, Any]:
    entry = file.table_at(place, OVERRIDE_KEYS, OVERRIDE_NEEDED)
    for key in OVERRIDE_KEYS & set(entry) - {"accept"}:
        file.text_at((*place, key))
    if not ENTITY.fullmatch(entry["entity"]):
        says = f'entity is {entry["entity"]!r}, but must be a public id, as in "geonames-703448"'
        file.refuse((*place, "entity"), says)
    file.check_date((*place, "date"))
    told = {**entry, **{key: file.name_at((*place, key)) for key in OVERRIDE_NAMES if key in entry}}
    if "accept" in entry:
        if not isinstance(entry["accept"], list):
            file.refuse((*place, "accept"), 'accept must be a list of texts, as in accept = ["Kyiv"]')
        told["accept"] = tuple(file.name_at((*place, "accept", number)) for number in range(len(entry["accept"])))
    return told


def _refuse_twice(file: StyleFile, overrides: Sequence[Mapping[str, Any]]) -> None:
    first: dict[str, int] = {}
    for number, override in enumerate(overrides):
        entity = override["entity"]
        if entity in first:
            line = line_of(file.text, ("override", first[entity], "entity"))
            says = f"{entity} has an override already, on line {line}; keep one of the two"
            file.refuse(("override", number, "entity"), says)
        first[entity] = number


def _sense(file: StyleFile, place: Place) -> Mapping[str, Any]:
    entry = file.table_at(place, SENSE_KEYS, SENSE_NEEDED)
    for key in entry:
        file.text_at((*place, key))
    file.check_date((*place, "date"))
    return {**entry, "phrase": file.name_at((*place, "phrase"))}


def _romanization(file: StyleFile) -> Mapping[str, str]:
    entry = file.raw.get("romanization", {})
    if not isinstance(entry, dict):
        file.refuse(
            ("romanization",), 'romanization must be a table: [romanization], then uk = "uk-Cyrl/national-2010"'
        )
    for language in entry:
        place = ("romanization", language)
        full_id = file.text_at(place)
        ours = [known for known in systems() if known.split("-")[0] == language]
        if full_id not in ours:
            says = f"{full_id!r} is no system for {language}; "
            file.refuse(place, says + (f"known: {', '.join(ours)}" if ours else "there is none for that language yet"))
    return entry
