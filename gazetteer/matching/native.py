"""An entity's own name in its own writing, and the systems that romanize its names."""

from collections.abc import Iterator, Sequence

from gazetteer.errors import UnknownSystem
from gazetteer.keys import form, skeleton
from gazetteer.languages import System
from gazetteer.languages.official import official_languages
from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Name, NameKind
from gazetteer.romanization.language_names import script_of_language
from gazetteer.romanization.readings import name_readings, readings
from gazetteer.romanization.systems import romanize, systems_of
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

# Where another language's forms of native names are in common use too: Russian in what was the Soviet Union.
NEIGHBOURS = dict.fromkeys(
    ("UA", "BY", "KZ", "KG", "TJ", "TM", "UZ", "AM", "AZ", "GE", "MD", "EE", "LV", "LT"), ("ru",)
)


def telling_languages(entity: Entity) -> tuple[str, ...]:
    """The languages whose names of an entity a reason may rest on: its country's, its neighbours', and English."""
    return (*official_languages(entity.country)[:1], *NEIGHBOURS.get(entity.country or "", ()), "en")


def native_name(entity: Entity, names: Sequence[Name]) -> Name | None:
    """The entity's main name in the language of its country; None if none is known.

    Of several the one in the language's own script is taken, then the labelled and preferred one, else the one that
    sounds most like the canonical form.
    """
    own = official_languages(entity.country)[:1]
    mine = [n for n in names if (n.language,) == own and n.shown and n.kind in (NameKind.ENDONYM, NameKind.VARIANT)]
    if len(mine) < 2:
        return mine[0] if mine else None
    here = form(name_readings(entity.canonical, None, entity.country)[0].text) if entity.canonical else ""

    def merit(name: Name) -> tuple[bool, bool, bool, float]:
        said = name_readings(name.text, name.language, entity.country)
        alike = ratio(form(said[0].text), here) if said else 0.0
        return script_of(name.text) == script_of_language(own[0]), name.preferred, not name.inferred, alike

    return max(mine, key=merit)


def nearer_home(matched: Name, said: str, entity: Entity, names: Sequence[Name]) -> Name:
    """Of the names that say the same as the matched one, one in a language of the entity's country, if there is any."""
    tongues = (*official_languages(entity.country)[:1], *NEIGHBOURS.get(entity.country or "", ()))
    if matched.language in tongues or matched.text == entity.canonical:
        return matched
    for tongue in tongues:
        for name in names:
            if name.language != tongue or not name.shown:
                continue
            if any(form(each.text) == said for each in name_readings(name.text, tongue, entity.country)):
                return name
    return matched


def systems_for(name: Name) -> Iterator[System]:
    """The romanization systems of the orthography a name is in, as far as its language is known."""
    try:
        yield from systems_of(f"{(name.language or '').split('-')[0]}-{script_of(name.text)}")
    except UnknownSystem:
        return


def romanization_of(
    asked: str, language: str | None, entity: Entity, names: Sequence[Name]
) -> tuple[list[System], Name] | None:
    """The systems that write one of the entity's own names just as asked, the best first, and that name.

    The press usage of the given language comes first, then usages of other languages, then standards;
    before all, names in the language of the entity's country.
    """
    if script_of(asked) != "Latn":
        return None
    wanted = asked.casefold().replace("’", "'")
    bones: set[str] = set()  # the consonants asked for, once a name is met that may be romanized
    own = official_languages(entity.country)[:1]
    for tongues in (own, NEIGHBOURS.get(entity.country or "", ())):
        found: list[tuple[int, int, str, System, Name]] = []
        for name in names:
            if name.language not in tongues or not _is_romanized(name):
                continue
            bones = bones or {skeleton(reading.text) for reading in readings(asked)}
            if not any(
                skeleton(each.text) in bones for each in name_readings(name.text, name.language, entity.country)
            ):
                continue
            for place, system in enumerate(systems_for(name)):  # an orthography's file has its main system first
                written = romanize(name.text, system).casefold().replace("’", "'")
                accents = 0 if written == wanted else 1 if fold(written) == fold(wanted) else None
                if accents is not None:
                    found.append((2 * _rank(system, language) + accents, place, name.text, system, name))
        if found:
            best = min(found, key=lambda item: item[:3])
            return [
                item[3]
                for item in sorted(found, key=lambda item: item[:3])
                if item[0] == best[0] and item[2] == best[2]
            ], best[4]
    return None


def _is_romanized(name: Name) -> bool:
    """Whether a name is worth romanizing: shown, whole, and not in Latin letters."""
    return (
        name.shown and name.kind is not NameKind.SHORT and name.language is not None and script_of(name.text) != "Latn"
    )


def _rank(system: System, language: str | None) -> int:
    """Usage of the given language first, then any usage if no language was given, then standards."""
    if system.language is None:
        return 2
    return 0 if system.language == language else 1 if language is None else 3
