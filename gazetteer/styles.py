"""House styles: which spelling a desk wants for an entity, as the files under seeds/styles/ say.

A style takes over the overrides of the one it inherits from. Styles choose among spellings of an
entity that was found; they take no part in finding it.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gazetteer.errors import BadStyle, UnknownStyle
from gazetteer.model import Style

FOLDER = Path(__file__).parents[1] / "seeds" / "styles"
KEYS = {"id", "name", "language", "inherits", "source", "date", "override"}
OVERRIDE_KEYS = {"entity", "text", "short", "source", "date", "note"}
DEFAULT = "default"


@cache
def styles() -> Mapping[str, Style]:
    """Every style by its id.

    Raises:
        BadStyle: a file breaks the format; the text names file and key.
    """
    raw = {path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))}
    return MappingProxyType({key: _style(key, raw, ()) for key in raw})


def style_of(style_id: str | None) -> Style:
    """The style with this id; the default one for None.

    Raises:
        UnknownStyle: there is none; the text lists those there are.
    """
    known = styles()
    if (style_id or DEFAULT) not in known:
        raise UnknownStyle(f"No style {style_id!r}; known: {', '.join(known)}.")
    return known[style_id or DEFAULT]


def _read(path: Path) -> Mapping[str, Any]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as broken:
        raise BadStyle(f"{path.name}: not readable as TOML: {broken}") from broken
    unknown = sorted(set(raw) - KEYS)
    if unknown:
        raise BadStyle(f"{path.name}: unknown key {unknown[0]!r}; known: {', '.join(sorted(KEYS))}")
    for key in ("id", "name", "language", "source", "date"):
        if not isinstance(raw.get(key), str):
            raise BadStyle(f"{path.name}: {key} is missing or not a text")
    if raw["id"] != path.stem:
        raise BadStyle(f"{path.name}: id is {raw['id']!r}, but must be the file's name")
    for number, override in enumerate(raw.get("override", []), start=1):
        if set(override) - OVERRIDE_KEYS or not {"entity", "text"} <= set(override):
            raise BadStyle(f"{path.name}: override {number} must have entity and text, and no key but {OVERRIDE_KEYS}")
    return raw


def _style(key: str, raw: Mapping[str, Mapping[str, Any]], line: tuple[str, ...]) -> Style:
    own = raw[key]
    parent = own.get("inherits")
    if parent is not None and (parent not in raw or parent in (*line, key)):
        raise BadStyle(f"{key}.toml: inherits from {parent!r}, which is no other style")
    overrides = dict(_style(parent, raw, (*line, key)).overrides) if parent else {}
    overrides |= {override["entity"]: override["text"] for override in own.get("override", [])}
    return Style(key, own["name"], own["language"], parent, MappingProxyType(overrides))
