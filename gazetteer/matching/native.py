"""An entity's own name in its own writing, and the systems that romanize its names."""

from collections.abc import Iterator, Sequence

from gazetteer.errors import UnknownSystem
from gazetteer.keys import skeleton
from gazetteer.languages import System
from gazetteer.languages.official import official_languages
from gazetteer.model import Entity, Name, NameKind
from gazetteer.romanization.readings import name_readings, readings
from gazetteer.romanization.systems import romanize, systems_of
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of


def native_name(entity: Entity, names: Sequence[Name]) -> Name | None:
    """The entity's main name in the language of its country; None if none is known."""
    own = official_languages(entity.country)[:1]
    mine = [n for n in names if (n.language,) == own and n.shown and n.kind in (NameKind.ENDONYM, NameKind.VARIANT)]
    return next((name for name in mine if name.preferred), mine[0] if mine else None)


def systems_for(name: Name) -> Iterator[System]:
    """The romanization systems of the orthography a name is in, as far as its language is known."""
    try:
        yield from systems_of(f"{(name.language or '').split('-')[0]}-{script_of(name.text)}")
    except UnknownSystem:
        return


def romanization_of(
    asked: str, language: str | None, entity: Entity, names: Sequence[Name]
) -> tuple[System, Name] | None:
    """A system that writes one of the entity's own names just as asked, and that name.

    The press usage of the given language comes first, then usages of other languages, then standards;
    before all, names in the language of the entity's country.
    """
    if script_of(asked) != "Latn":
        return None
    wanted = fold(asked)
    bones = {skeleton(reading.text) for reading in readings(asked, language)}
    own = official_languages(entity.country)[:1]
    for mine in (True, False):
        found: list[tuple[int, str, str, System, Name]] = []
        for name in names:
            if ((name.language,) == own) is not mine or not _may_be(name, bones, entity.country):
                continue
            for system in systems_for(name):
                if fold(romanize(name.text, system)) == wanted:
                    found.append((_rank(system, language), system.full_id, name.text, system, name))
        if found:
            *_, system, name = min(found, key=lambda item: item[:3])
            return system, name
    return None


def _may_be(name: Name, bones: set[str], country: str | None) -> bool:
    """Whether a name is worth romanizing by every system: shown, not Latin, with the consonants asked for."""
    if not name.shown or name.kind is NameKind.SHORT or name.language is None or script_of(name.text) == "Latn":
        return False
    return any(skeleton(reading.text) in bones for reading in name_readings(name.text, name.language, country))


def _rank(system: System, language: str | None) -> int:
    """Usage of the given language first, then any usage if no language was given, then standards."""
    if system.language is None:
        return 2
    return 0 if system.language == language else 1 if language is None else 3
