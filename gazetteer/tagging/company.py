"""Company: what the names beside a name tell of it; which is a place, for it stands among places.

*Through Leipzig, Stoccarda and Munich*: what is known of Stoccarda as a place holds there, and does not where a club or
a person may be called so.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.model import Kind, Outcome
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.grounds import is_only_anothers, languages_using
from gazetteer.tagging.opinion import GREAT_CITY, KNOWN_PLACE, Opinion
from gazetteer.text.scripts import script_of

IN_A_ROW = frozenset((", ", " and ", " or ", ", and ", ", or "))  # between the names of places that are listed
AND, LAST = " and ", IN_A_ROW - {", "}  # before the last of them, behind which the clause ends
ENDS_THERE = re.compile(r"[.,;:!?)]|\s*\Z")
# What stands before a place that opens a sentence, where a comma ends no more than the phrase.
OPENING = re.compile(r"(?:\A|[.!?:;\n\"“”'‘’]\s*)[A-Z]\w* \Z")
LIES_IN = ", in "  # between a place and what it lies in
# What leads from one place to another: the road between Genoa and Nizza.
_WAYS = "roads?|highway|motorway|railway|trains?|bus(?:es)?|ferry|flights?|line|route|distance|border|halfway|way"
BETWEEN = re.compile(rf"\b(?:{_WAYS}) between \Z")
LOOKED_BACK = 32  # letters before a name
SEVERAL = 2  # so many wrong names tell which language a copy came through


def among_places(desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> list[Found]:
    """The spans, with those called places that are listed among places or said to lie in their own country."""
    thought = [_opinion(one, opinions, persons) for one in found]
    joints = [text[one[3] : other[2]] for one, other in itertools.pairwise(found)]
    listed = [one[0].kind is Kind.PLACE for one in found]  # in a row that words say is of places
    told: set[int] = set()
    for place, (one, opinion) in enumerate(zip(found, thought, strict=True)):
        before = joints[place - 1] if place else ""
        in_a_row = before in IN_A_ROW and listed[place - 1] and _is_place(thought[place - 1])
        if in_a_row and before == ", " and _is_behind(OPENING, text, found[place - 1]):
            in_a_row = False  # In Madrid, Llorca won
        listed[place] = listed[place] or (in_a_row and _is_place(opinion))
        if one[0].kind is Kind.PLACE or not _is_place(opinion):
            continue
        after, following = (joints[place], thought[place + 1]) if place < len(joints) else ("", None)
        on = following is not None and _is_place(following)
        if (
            (in_a_row and ((on and after in IN_A_ROW) or (before in LAST and ENDS_THERE.match(text, one[3]))))
            or (on and after == LIES_IN and _lies_in(opinion, following))
            or (on and after == AND and _is_behind(BETWEEN, text, one))
            or (before == AND and _is_place(thought[place - 1]) and _is_behind(BETWEEN, text, found[place - 1]))
        ) and _may_be_one(desk, one, opinion, persons):
            told.add(place)
    return [(replace(one[0], kind=Kind.PLACE), *one[1:]) if place in told else one for place, one in enumerate(found)]


def _is_behind(words: re.Pattern[str], text: str, one: Found) -> bool:
    return words.search(text, max(0, one[2] - LOOKED_BACK), one[2]) is not None


def sources_of(opinions: Opinions) -> frozenset[str]:
    """The languages that most wrong names of places are in, if several are in one: what a copy came through."""
    counted: Counter[str] = Counter()
    wrong = [(surface, one) for (surface, _), one in opinions.items() if one.advice is not None and _is_place(one)]
    for surface, opinion in wrong if len(wrong) >= SEVERAL else ():
        counted.update(dict.fromkeys(opinion.through or languages_using(surface), 1))
    most = max(counted.values(), default=0)
    return frozenset(tongue for tongue, count in counted.items() if count == most >= SEVERAL)


def _opinion(one: Found, opinions: Opinions, persons: Persons) -> Opinion:
    return opinions[(one[1], kind_of(one[0], one[1], persons))]


def _may_be_one(desk: Desk, one: Found, opinion: Opinion, persons: Persons) -> bool:
    """Whether a name that nothing tells the kind of is what other languages call a well-known place."""
    span, surface, _, _ = one
    if not span.known or kind_of(span, surface, persons) is not None or opinion.entity is None:
        return False
    if opinion.weight < KNOWN_PLACE:
        return False
    return script_of(surface) != "Latn" or is_only_anothers(surface, opinion.entity.canonical, desk.style.language)


def _is_place(opinion: Opinion) -> bool:
    sure = opinion.decision is Outcome.LINKED or opinion.weight >= GREAT_CITY
    return opinion.entity is not None and opinion.kind is Kind.PLACE and sure


def _lies_in(place: Opinion, around: Opinion | None) -> bool:
    """Whether what follows is the country of a place: Stoccarda, in Germany."""
    if place.entity is None or around is None or around.entity is None or place.entity == around.entity:
        return False
    return around.entity.feature_type in ("country", "region") and around.entity.country == place.entity.country
