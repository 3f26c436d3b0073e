"""Company: what the names beside a name tell of it; which is a place, for it stands among places.

*Through Poznan, Lipsk and Dresden*: what is known of Lipsk as a place holds there, and does not where a person may be
called so.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.model import Kind, Outcome
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.grounds import EXONYMS_OF, users_of
from gazetteer.tagging.lexicon import is_given, is_surname
from gazetteer.tagging.opinion import GREAT_CITY, KNOWN_PLACE, WELL_USED, Opinion
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

IN_A_ROW = frozenset((", ", " and ", " or ", ", and ", ", or "))  # between the names of places that are listed
LIES_IN = frozenset((", in ", ", "))  # between a place and what it lies in
SEVERAL = 2  # so many wrong names tell which language a copy came through


def among_places(desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> list[Found]:
    """The spans, with those called places that are listed with a place or said to lie in their own country."""
    told = [span.kind is Kind.PLACE for span, _, _, _ in found]
    may = [not told[place] and _may_be_one(desk, found[place], opinions, persons) for place in range(len(found))]
    joints = [text[one[3] : other[2]] for one, other in itertools.pairwise(found)]
    for place, joint in enumerate(joints):
        if may[place] and joint in LIES_IN and _lies_in(found[place], found[place + 1], opinions, persons):
            told[place] = True
        if joint == " and " and may[place] and may[place + 1] and text.endswith("between ", 0, found[place][2]):
            told[place] = told[place + 1] = True
    for order, step in ((range(1, len(found)), -1), (range(len(found) - 2, -1, -1), 1)):
        for place in order:
            beside = place + step
            if may[place] and told[beside] and joints[min(place, beside)] in IN_A_ROW:
                told[place] = _is_place(_opinion(found[beside], opinions, persons))
    return [
        (replace(one[0], kind=Kind.PLACE), *one[1:]) if may[place] and told[place] else one
        for place, one in enumerate(found)
    ]


def languages_of(opinions: Opinions) -> frozenset[str]:
    """The languages that most of the wrong names of a document are in, if several are in one: what it came through."""
    counted: Counter[str] = Counter()
    for (surface, _), opinion in opinions.items():
        if opinion.advice is not None:
            counted.update(dict.fromkeys(opinion.through or users_of(surface), 1))
    most = max(counted.values(), default=0)
    return frozenset(tongue for tongue, count in counted.items() if count == most >= SEVERAL)


def _opinion(one: Found, opinions: Opinions, persons: Persons) -> Opinion:
    return opinions[(one[1], kind_of(one[0], one[1], persons))]


def _may_be_one(desk: Desk, one: Found, opinions: Opinions, persons: Persons) -> bool:
    """Whether a name that nothing tells the kind of is a well-known place's, and no person's that is known."""
    span, surface, _, _ = one
    if not span.known or kind_of(span, surface, persons) is not None:
        return False
    opinion = _opinion(one, opinions, persons)
    if not _is_place(opinion) or opinion.weight < KNOWN_PLACE:
        return False
    if " " not in surface and (is_given(surface) or is_surname(surface)):
        return False
    # A form that no other language is known to use may be the place's own: Semey and Oskemen.
    used = max(usage(surface, tongue) for tongue in EXONYMS_OF) >= WELL_USED
    return used or script_of(surface) != "Latn" or desk.is_told(surface)


def _is_place(opinion: Opinion) -> bool:
    sure = opinion.decision is Outcome.LINKED or opinion.weight >= GREAT_CITY
    return opinion.entity is not None and opinion.kind is Kind.PLACE and sure


def _lies_in(one: Found, other: Found, opinions: Opinions, persons: Persons) -> bool:
    """Whether what follows is the country of a place: Stoccarda, in Germany."""
    place, around = _opinion(one, opinions, persons), _opinion(other, opinions, persons)
    if place.entity is None or around.entity is None or not _is_place(around):
        return False
    return around.entity.feature_type in ("country", "region") and around.entity.country == place.entity.country
