"""A style and the gazetteer: the ids a style has a word on, and the name an entity has where no style has one."""

from collections.abc import Callable, Iterable, Sequence

from gazetteer.model import Entity, Kind, Name, NameKind, Style
from gazetteer.styles.usage import is_used_beside, name_in_use, unstated


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


def spelling(style: Style, entity: Entity, names: Callable[[], Sequence[Name]], written: str | None = None) -> str:
    """The form a style wants: its own, else for another language than English what that one calls the entity.

    That is the main name in it, else what it uses most. A form as it is written stands where none of these is known, if
    that language uses it.
    """
    if entity.id in style.overrides or style.language == "en":
        return style.overrides.get(entity.id, entity.canonical)
    known = names()
    own = own_name(style.language, entity, known)
    if own is None and written is not None:
        own = next((text for text in forms_in_use(style.language, entity, known) if text == written), None)
    return entity.canonical if own is None else own


def own_name(language: str, entity: Entity, names: Sequence[Name]) -> str | None:
    """What a language other than English calls an entity; None where that is not known."""
    main = main_name_in(language, names)
    return main.text if main is not None else name_in_use(language, entity, names)


def forms_in_use(language: str, entity: Entity, names: Sequence[Name]) -> list[str]:
    """The forms of no stated language that a language uses of a place, where no name in it is recorded."""
    if entity.kind is not Kind.PLACE or main_name_in(language, names) is not None:
        return []
    return [name.text for name in unstated(names) if is_used_beside(language, name.text, entity.canonical)]
