"""A style and the gazetteer: the ids a style has a word on, and the name an entity has where no style has one."""

from collections.abc import Callable, Iterable

from gazetteer.model import Entity, Name, NameKind, Style


def unknown_entities(style: Style, known: Callable[[str], bool]) -> list[str]:
    """The ids of the entities a style has a word on and that are not known, in its order."""
    return [entity for entity in style.overrides if not known(entity)]


def main_name_in(language: str, names: Iterable[Name]) -> Name | None:
    """Of an entity's names the main one in a language: shown, in use, the preferred one first; None if it has none."""
    left_out = (NameKind.HISTORICAL, NameKind.MISSPELLING, NameKind.SHORT, NameKind.ABBREVIATION)
    mine = [
        n for n in names if n.language and n.language.split("-")[0] == language and n.shown and n.kind not in left_out
    ]
    return max(mine, key=lambda name: (name.preferred, not name.inferred), default=None)


def spelling(style: Style, entity: Entity, names: Callable[[], Iterable[Name]]) -> str:
    """The form a style wants: its own, else for another language than English the entity's main name in that one."""
    if entity.id in style.overrides or style.language == "en":
        return style.overrides.get(entity.id, entity.canonical)
    own = main_name_in(style.language, names())
    return own.text if own is not None else entity.canonical
