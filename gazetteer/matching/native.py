"""An entity's own name in its own writing, and the systems that romanize its names."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from gazetteer.errors import UnknownSystem
from gazetteer.keys import exact_key, form, skeleton
from gazetteer.languages import MIXED, System
from gazetteer.languages.official import official_languages
from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Name, NameKind
from gazetteer.romanization.language_names import script_of_language
from gazetteer.romanization.readings import name_readings, readings
from gazetteer.romanization.systems import lowered, romanized, systems_of
from gazetteer.text.clean import fold, folds_to
from gazetteer.text.scripts import script_of

# Languages whose orthography mixes scripts, and what that is called.
WRITTEN_IN_SEVERAL: Mapping[str, Mapping[str, str]] = {"ja": dict.fromkeys(MIXED["Jpan"], "Jpan")}
# The orthographies that a name of no stated language is most likely in.
OF_SCRIPT: Mapping[str, tuple[str, ...]] = {
    "Cyrl": ("ru-Cyrl", "uk-Cyrl", "bg-Cyrl", "be-Cyrl"),
    "Hani": ("zh-Hani",), "Kana": ("ja-Jpan",), "Hang": ("ko-Hang",), "Grek": ("el-Grek",),
}  # fmt: skip
RANKS = range(4)  # of systems, the first first
RANKED = 8_192  # orthographies with language and country asked for and a rank, whose systems are remembered
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
    if len(mine) > 1:
        merits = [(script_of(n.text) == script_of_language(own[0]), n.preferred, not n.inferred) for n in mine]
        mine = [n for n, merit in zip(mine, merits, strict=True) if merit == max(merits)]
    if len(mine) < 2:
        return mine[0] if mine else None
    here = form(name_readings(entity.canonical, None, entity.country)[0].text) if entity.canonical else ""

    def alike(name: Name) -> float:
        said = name_readings(name.text, name.language, entity.country)
        return ratio(form(said[0].text), here) if said else 0.0

    return max(mine, key=alike)


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


def systems_for(name: Name) -> tuple[System, ...]:
    """The romanization systems of the orthography a name is in, as far as its language is known."""
    return _of_orthography(_orthography(name))


def _orthography(name: Name) -> str:
    language, script = (name.language or "").split("-")[0], script_of(name.text)
    return f"{language}-{WRITTEN_IN_SEVERAL.get(language, {}).get(script, script)}"


def _orthographies(name: Name) -> Sequence[str]:
    """The orthographies a name may be in: one, or of no stated language those its script is most written in."""
    if name.language is None:
        return OF_SCRIPT.get(script_of(name.text), ())
    tag = _orthography(name)
    return (tag,) if _of_orthography(tag) else OF_SCRIPT.get(tag.partition("-")[2], ())[:1]


@cache
def _of_orthography(tag: str) -> tuple[System, ...]:
    try:
        return systems_of(tag)
    except UnknownSystem:
        return ()


def romanization_of(
    asked: str, language: str | None, entity: Entity, names: Sequence[Name]
) -> tuple[list[System], Name] | None:
    """The systems that write one of the entity's own names just as asked, the best first, and that name.

    The press usage of the given language comes first, then usages of other languages, then standards;
    before all, names in the language of the entity's country.
    """
    if script_of(asked) != "Latn":
        return None
    bones: set[str] = set()  # the consonants asked for, once a name is met that may be romanized
    own = official_languages(entity.country)[:1]
    for tongues in (own, NEIGHBOURS.get(entity.country or "", ())):
        met = []
        for name in names:
            if name.language in tongues and _is_romanized(name):
                bones = bones or {skeleton(reading.text) for reading in readings(asked)}
                said = name_readings(name.text, name.language, entity.country)
                if any(skeleton(each.text) in bones for each in said):
                    met.append(name)
        # Of systems that rank behind others nothing is asked where one of those others writes it so.
        for rank in RANKS if met else ():
            if (found := _writers(asked, met, rank, language, entity.country)) is not None:
                return found
    return None


def writes_just_so(system: System, native: Name, asked: str) -> bool:
    """Whether a system writes a native name as asked with its marks, not only without them: Lwow is no Lwów."""
    return _plain(romanized(lowered(native.text), (system,))[0]) == _plain(asked)


def rebuilt_from(asked: str, entity: Entity, names: Sequence[Name]) -> Name | None:
    """Another country's name of an entity, not in Latin letters, that some system writes just as asked; None if none.

    Such a spelling was rebuilt from a third language: *Tsindao* is Qingdao by way of Ukrainian Ціндао.
    """
    wanted = exact_key(asked)
    own = {*official_languages(entity.country), *NEIGHBOURS.get(entity.country or "", ()), "en"}
    here = {"Latn", *map(script_of_language, own)}
    bones: set[str] = set()
    for name in names:
        tongue, script = (name.language or "").split("-")[0], script_of(name.text)
        if not name.shown or script == "Latn" or (tongue in own if tongue else script in here):
            continue
        systems = [system for tag in _orthographies(name) if tag[:2] not in own for system in _of_orthography(tag)]
        if not systems:
            continue
        bones = bones or {skeleton(reading.text) for reading in readings(asked)}
        if not any(skeleton(each.text) in bones for each in name_readings(name.text, name.language, entity.country)):
            continue
        if any(exact_key(written) == wanted for written in romanized(lowered(name.text), tuple(systems))):
            return name
    return None


def _writers(
    asked: str, names: Sequence[Name], rank: int, language: str | None, country: str | None
) -> tuple[list[System], Name] | None:
    """Of the systems that rank so, those that write one of these names as asked, with all accents if any does, and that
    name; an orthography's file has its main system first.
    """
    wanted = _plain(asked)
    folded = fold(wanted)
    found: list[tuple[int, int, str, System, Name]] = []
    for name in names:
        places, systems = _ranked(_orthography(name), language, rank, country)
        if not systems:
            continue
        # In small letters, which stay small: capitals are of no account here.
        for place, system, written in zip(places, systems, romanized(lowered(name.text), systems), strict=True):
            if (plain := _plain(written)) == wanted or folds_to(plain, folded):
                found.append((int(plain != wanted), place, name.text, system, name))
    if not found:
        return None
    found.sort(key=lambda item: item[:3])
    accents, _, text, _, best = found[0]
    return [item[3] for item in found if item[0] == accents and item[2] == text], best


def _plain(text: str) -> str:
    """In small letters, İ too, with one apostrophe."""
    return text.casefold().replace("’", "'").replace("i\u0307", "i")


def _is_romanized(name: Name) -> bool:
    """Whether a name is worth romanizing: shown, whole, and not in Latin letters."""
    return (
        name.shown and name.kind is not NameKind.SHORT and name.language is not None and script_of(name.text) != "Latn"
    )


@lru_cache(RANKED)
def _ranked(
    orthography: str, language: str | None, rank: int, country: str | None
) -> tuple[Sequence[int], Sequence[System]]:
    """The systems of an orthography that rank so, of RANKS, and where they stand in its file.

    Usage of the given language comes first, then any usage if no language was given, then standards; none that leaves
    the country out.
    """

    def rank_of(system: System) -> int:
        if system.language is None:
            return 2
        return 0 if system.language == language else 1 if language is None else 3

    ranked = [
        (place, system)
        for place, system in enumerate(_of_orthography(orthography))
        if rank_of(system) == rank and country not in system.elsewhere
    ]
    return [place for place, _ in ranked], [system for _, system in ranked]
