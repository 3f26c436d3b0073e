"""Inheritance: a style on top of the one it takes over from; of an entity it has a word on, it says all."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from gazetteer.model import Style
from gazetteer.styles.file import StyleFile


def style_on_its_base(file: StyleFile, files: Mapping[str, StyleFile], heirs: tuple[str, ...] = ()) -> Style:
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
        base = style_on_its_base(files[parent], files, line)
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
