"""Inflections: case forms and stems of adjectives that inflected languages leave in translated copy."""

from gazetteer.model import Kind, Outcome, Relation, Stage
from gazetteer.romanization.ukrainian import english_key
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.lexicon import given_names, is_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import IN_USE, KNOWN_PLACE, KNOWN_SURNAME, SHORTEST, Opinion
from gazetteer.text.clean import fold
from gazetteer.text.words import usage

# Endings of Slavic cases and adjectives as they come through in Latin letters, the longest first, and what may have
# stood in their place.
ENDINGS = (
    "skem", "skou", "ska", "ské", "sky", "sk", "ami", "ach", "ech", "ovi", "ovy", "em", "om", "ou", "ov", "im", "ym",
    "o", "a", "u", "e", "y", "i", "ě",
)  # fmt: skip
STEMS = ("", "o", "a", "e", "sk", "skiy")
# Endings that tell a man's name from a woman's, and what they never stood in the place of: Zelenskym is not Zelenska.
NEVER = {"skou": "skiy", "ska": "skiy", "ské": "skiy", "ou": "", "em": "a", "om": "a", "im": "a", "ym": "a"}
LEAST_STEM = 4


def inflected(desk: Desk, surface: str, kind: Kind | None) -> Opinion | None:
    """A case form or an adjective's stem of a well-known name: Bakhmuta, the Khersonsk region."""
    if " " in surface or len(surface) < SHORTEST or usage(surface, desk.language) >= IN_USE:
        return None
    if kind is not Kind.PLACE and (is_given(surface) or fold(surface) in given_names().surnames):
        return None
    for target in _uninflected(surface):
        if fold(target).startswith(fold(surface)) or english_key(target) == english_key(surface):
            continue  # an adjective is no name that a stem was taken from
        if not desk.knows(target):
            continue
        decided = desk.decide(target, kind)
        match = next((one for one in decided.matches if one.stage is Stage.EXACT), None)
        if match is None or decided.outcome is not Outcome.LINKED or not desk.stands(target, match):
            continue
        well_known = match.entity.kind is Kind.PERSON and match.entity.importance >= KNOWN_SURNAME
        told = match.entity.id in desk.supported or desk.is_near(match.entity)
        if not well_known and match.weight < KNOWN_PLACE and not told:
            continue
        if match.entity.kind is Kind.ORGANIZATION:
            continue
        why = f"‘{surface}’ is a case form of {target}, carried over from an inflected language."
        return Opinion(
            match.entity, match.entity.kind, Outcome.LINKED, Advice.WRONG, target, confidence=0.82,
            relation=Relation.INFLECTION, why=why, weight=match.weight,
        )  # fmt: skip
    return None


def _uninflected(surface: str) -> list[str]:
    """What a word may be the case form of, the most likely first."""
    found: list[str] = []
    for ending in ENDINGS:
        if surface.endswith(ending) and len(surface) - len(ending) >= LEAST_STEM:
            stem = surface.removesuffix(ending)
            found += [stem + restored for restored in STEMS if restored != NEVER.get(ending) and restored != ending]
    return list(dict.fromkeys(found))
