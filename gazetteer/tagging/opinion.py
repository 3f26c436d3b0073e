"""Opinions: what is thought of one surface in a document, and the numbers by which that is decided.

The numbers are argued, not fitted: precision comes first, and there is no labelled text to fit them on that they
would not be judged by as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gazetteer.model import Entity, Kind, Outcome, Relation
from gazetteer.tagging.accepted import Accepted
from gazetteer.tagging.model import Advice

# A name that is not written so anywhere must be this like, and this well known, to be called a slip of one we know.
SURE, SURE_ALONE = 0.85, 0.93
KNOWN_PLACE, KNOWN_BY_SOUND, KNOWN_PERSON, KNOWN_SURNAME = 4.5, 3.3, 0.5, 0.6
VERY_WELL_KNOWN = 0.8  # of whom one thinks first, whatever form the given name has
KNOWN_ENOUGH = 0.25  # where no more than one name can be meant
TOWN = 4.0  # ten thousand inhabitants
# Of a lone word a place this important is meant, even where it is a surname too; and only one as important as the
# second where neither the words around it say that it is a place nor any language is known to write it so.
GREAT_CITY, MILLION = 5.0, 6.0
# How like a slip must be to a name that stands elsewhere in the text, and a form to the desk's own name of the place.
ALIKE_IN_TEXT, NEAR_OWN, ALIKE_NEARBY = 0.8, 0.84, 0.86
# From this Zipf frequency a form is one that the copy's language uses; names of cities known there are above the
# second, and below the third a form is hardly used.
IN_USE, WELL_USED, RARE = 2.4, 1.8, 1.6
ENGLISH_USED = 1.0  # from which English has used a name at all
# A full name with a word rarer than this may be another language's spelling of somebody's; rarer than the second, of
# somebody less known as well.
HEARD, HARDLY_HEARD = 2.6, 1.0
# Letters of a form that can be told to be a slip at all, and of one that is long enough to be told by its sound alone.
SHORTEST, LONG = 5, 10


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is thought of one surface; advice is None where it stays as it is."""

    entity: Entity | None = None
    kind: Kind | None = None
    decision: Outcome = Outcome.NIL
    advice: Advice | None = None
    replacement: str | None = None
    alternatives: tuple[str, ...] = ()
    confidence: float = 0.0
    relation: Relation | None = None
    why: str | None = None
    through: tuple[str, ...] = ()  # languages that write it so
    weight: float = 0.0
    elsewhere: frozenset[str] | None = (
        None  # other countries that have what is rightly called so, where several may be meant
    )


def alternatives(accepted: Accepted, replacement: str) -> tuple[str, ...]:
    """The other forms of the desk's that could stand there."""
    others = [text for text in (accepted.own, accepted.short) if text and text != replacement]
    return tuple(dict.fromkeys(others))


def languages_through(opinions: Mapping[str, int]) -> tuple[str | None, float]:
    """The language that most forms came through, and its share of them."""
    if not opinions:
        return None, 0.0
    best = max(sorted(opinions), key=lambda tongue: opinions[tongue])
    # One form alone is no proof: half a form more is counted for any other language.
    return best, opinions[best] / (sum(opinions.values()) + 1)
