"""Given names: a person we know under another language's form of the given name, which is put right with care.

Many bear a well-known surname; where it may be somebody else, nothing is advised.
"""

from gazetteer.languages.official import official_languages
from gazetteer.model import Entity, Kind, Outcome, Relation, Stage
from gazetteer.romanization.language_names import script_of_language
from gazetteer.tagging.accepted import Accepted
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.lexicon import given_names, same_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import KNOWN_PERSON, VERY_WELL_KNOWN, Opinion
from gazetteer.text.clean import fold

# So many letters a short form of a given name leaves out: Alex of Alexander, but not Marc of Marco.
LEFT_OUT = 3


def other_given(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A person we know under an equivalent given name: Alexander for Oleksandr.

    It is somebody else where the text has the right full name too, or where it would be a person, not very well known,
    whose country writes in Latin letters: Ana Hidalgo need not be Anne.
    """
    words = surface.split()
    if len(words) != 2 or not desk.knows(words[1]):
        return None
    decided = desk.decide(words[1], Kind.PERSON)
    for match in decided.matches:
        if match.stage is not Stage.EXACT or match.entity.importance < KNOWN_PERSON:
            continue
        accepted, _ = desk.accepted(match)
        first = accepted.own.split()[0]
        if " " in accepted.own and fold(words[0]) != fold(first) and same_given(words[0], first):
            if fold(words[0]) in accepted.words or _is_short_for(desk, words[0], first):
                return Opinion(match.entity, Kind.PERSON, Outcome.LINKED, confidence=0.85)
            if _is_somebody_else(desk, match.entity, accepted):
                return Opinion(kind=Kind.PERSON)
            replacement = desk.replacement(surface, match.entity, accepted) or accepted.own
            why = f"‘{words[0]}’ is another language’s form of {first}."
            return Opinion(
                match.entity, Kind.PERSON, Outcome.LINKED, Advice.WRONG, replacement, confidence=0.85,
                relation=Relation.VARIANT, why=why, weight=match.weight,
            )  # fmt: skip
    return None


def _is_somebody_else(desk: Desk, person: Entity, accepted: Accepted) -> bool:
    """Whether who has another given name than a person is another one, for all that can be told."""
    if any(" " in form and form in desk.named for form in accepted.forms):
        return True
    own = official_languages(person.country)[:1]
    latin = not own or script_of_language(own[0]) == "Latn"
    return latin and person.importance < VERY_WELL_KNOWN


def _is_short_for(desk: Desk, said: str, first: str) -> bool:
    """Whether an English given name is the beginning of another: Alex, who is Alexander, goes by either."""
    english = desk.language.split("-")[0] == "en" and fold(said) in given_names().english
    return english and fold(first).startswith(fold(said)) and len(first) - len(said) >= LEFT_OUT
