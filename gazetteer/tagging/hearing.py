"""Hearing: a full name that is somebody's whom we know, as another language spells what it hears.

*Si Tszinpin* is what Russian makes of Xi Jinping, *Bani Gants* what a reader makes of Hebrew letters without vowels.
Lone words are not told so: too many people bear a surname that sounds like another.
"""

import re
from collections.abc import Sequence

from gazetteer.keys import form, skeleton
from gazetteer.languages.official import official_languages
from gazetteer.matching.similarity import ratio
from gazetteer.model import Kind, Match, Name, NameKind, Outcome, Relation, Stage
from gazetteer.romanization.language_names import script_of_language
from gazetteer.romanization.readings import readings
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.grounds import LEAST_INITIALS, MUCH_RARER, WELL_KNOWN
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import KNOWN_PERSON, RARE, SURE_ALONE, Opinion, alternatives
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

# Scripts that are romanized in as many ways as people please: no spelling of a name is another's slip.
AS_ONE_PLEASES = frozenset(("Arab", "Deva", "Beng", "Thai", "Ethi", "Geor", "Mymr", "Khmr"))
# Classes of consonants that all words of a name must have in common.
LEAST_CONSONANTS = 4
LEAST_ALIKE = 0.75
WORD_END = re.compile(r"[ ·・]")
READINGS, CANDIDATES = 3, 3  # of a word, and of a full name, that are compared


def heard(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A well-known person's full name, spelled as another language hears it."""
    if " " not in surface or kind not in (None, Kind.PERSON):
        return None
    match = _sounding_so(desk, surface) or _same_consonants(desk, surface)
    if match is None or desk.stands(surface, match):
        return None
    entity, (accepted, _) = match.entity, desk.accepted(match)
    replacement = desk.replacement(surface, entity, accepted)
    if match.name.kind is NameKind.SHORT:
        replacement = accepted.short or replacement  # no more than the surname is said
    if replacement is None or fold(replacement) == fold(surface):
        return None
    users = desk.users(surface, match)
    why = desk.reason(surface, Kind.PERSON, entity) or f"‘{surface}’ is {match.name.text} as another language hears it."
    confidence = SURE_ALONE if match.stage is Stage.READING else 0.85
    return Opinion(
        entity, Kind.PERSON, Outcome.LINKED, Advice.HOUSE_STYLE if users else Advice.WRONG, replacement,
        alternatives(accepted, replacement), confidence, Relation.ROMANIZATION, why, users, match.weight,
    )  # fmt: skip


def initials_heard(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A well-known organization by its initials in Cyrillic letters, romanized: MAGATE, which is the IAEA."""
    if not (surface.isascii() and surface.isalpha() and surface.isupper() and len(surface) >= LEAST_INITIALS):
        return None
    if kind is Kind.PERSON:
        return None
    matches = desk.decide_organization(surface).matches
    found = [match for match in matches if _are_cyrillic_initials(match) and match.entity.importance >= WELL_KNOWN]
    if len(found) != 1 or desk.stands(surface, match := found[0]):
        return None
    accepted, names = desk.accepted(match)
    replacement = desk.abbreviation(names) or accepted.own
    if usage(surface, desk.language) > usage(replacement, desk.style.language) - MUCH_RARER:
        return None
    why = f"‘{surface}’ is {match.name.text} in Latin letters; that is {accepted.own}."
    return Opinion(
        match.entity, Kind.ORGANIZATION, Outcome.LINKED, Advice.WRONG, replacement, alternatives(accepted, replacement),
        SURE_ALONE, Relation.ROMANIZATION, why, (match.name.language,) if match.name.language else (), match.weight,
    )  # fmt: skip


def _are_cyrillic_initials(match: Match) -> bool:
    return match.stage is Stage.READING and match.name.text.isupper() and script_of(match.name.text) == "Cyrl"


def _sounding_so(desk: Desk, surface: str) -> Match | None:
    """The one well-known person with a name that sounds just so, in a script in which that tells something."""
    if not desk.hears(surface):
        return None
    match = desk.decide_person(surface).matches[0]
    return match if _tells(match) else None


def _tells(match: Match) -> bool:
    """Whether it tells something that a name is read so: not where it is the person's own romanization."""
    script = script_of(match.name.text)
    own = official_languages(match.entity.country)[:1]
    return script not in AS_ONE_PLEASES and not (
        script == "Latn" and own and script_of_language(own[0]) in AS_ONE_PLEASES
    )


def _same_consonants(desk: Desk, surface: str) -> Match | None:
    """The one well-known person whose name has the same consonants, word by word, where a word here is rare."""
    if not surface.isascii():
        return None  # it has the marks of its own language's spelling, and went through no other letters
    if min(usage(word, desk.language) for word in surface.split()) >= RARE or not desk.spend():
        return None
    said = [_read(word, desk.source_language) for word in surface.split()]
    found = [
        match
        for match in desk.decide_person(surface, Stage.LIKENESS).matches[:CANDIDATES]
        if match.entity.importance >= KNOWN_PERSON and _tells(match) and _fits(said, desk.accepted(match)[1])
    ]
    return found[0] if len(found) == 1 else None


def _fits(said: list[list[str]], names: Sequence[Name]) -> bool:
    """Whether each word has the same consonants, and much the same letters, as that word of one of a person's names.

    One word may be of one name and another of another: translators know a given name and spell out the surname.
    """
    words: list[set[tuple[str, str | None]]] = [set() for _ in said]
    for name in names:
        parts = WORD_END.split(name.text)
        if len(parts) == len(said):
            for place, part in enumerate(parts):
                words[place].add((part, name.language))
    theirs = [{text for word in one for text in _read(*word)} for one in words]
    if sum(max((len(skeleton(text)) for text in one), default=0) for one in said) < LEAST_CONSONANTS:
        return False
    return all(
        any(
            skeleton(mine) == skeleton(its) and ratio(mine, its) >= LEAST_ALIKE and _open_alike(mine, its)
            for mine in one
            for its in other
        )
        for one, other in zip(said, theirs, strict=True)
    )


def _open_alike(one: str, other: str) -> bool:
    """Whether both open with a w, which no skeleton counts, or neither: Wetton is not Thune, who is Ton as well."""
    return one.startswith("w") == other.startswith("w")


def _read(word: str, language: str | None) -> list[str]:
    """A word as its likeliest orthographies read it."""
    return list(dict.fromkeys(form(reading.text) for reading in readings(word, language)[:READINGS]))
