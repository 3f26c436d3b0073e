"""Bearers: what else has the name of a place, and keeps the name that it has: a hotel, a street, a battle of long ago.

*The hotel Evropa* and *the Vilna Ghetto* stay; *the battle of Bakhmout* is fought today, and in no name.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from gazetteer.model import Kind
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import is_ordinary
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import ENGLISH_USED
from gazetteer.tagging.tokens import Token
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
ENGLISH = "en"  # the language whose words these are
LOOKED_BACK = 40  # letters before a name
_HOUSES = "hotel|motel|hostel|casino|bar|pub|restaurant|café|cafe|nightclub|cinema"
_ABROAD = "kino|teatr|teatro|théâtre|cine|albergo|restaurante|ristorante|hôtel"
# What is named before its name, the hotel Evropa; what has its sort behind, the Lisboa casino, the Kiev Hotel; and what
# has an ordinary word of its name between: the Firenze Rocks festival.
NAMED = re.compile(
    rf"\b(?:{_HOUSES}|{_ABROAD}|radio|theatre|theater|festival|band|club)(?: called| named)? [\"“‘']?\Z", re.IGNORECASE
)
OF_A_NAME = re.compile(r" (?:du|des|della|dello|degli|delle|del|zum|zur|vom) \Z")  # Haute école des arts du Rhin
THE = re.compile(r"(?<!\w)[Tt]he \Z")
HOUSE = re.compile(rf" (?:{_HOUSES}|festival)s?\b", re.IGNORECASE)
HOUSE_NAMED = re.compile(rf" (?:{'|'.join(one.title() for one in _HOUSES.split('|'))})\b")
_FIRMS = "company|firm|brand|label|group|band|magazine|agency|shop|chain|award|prize"
LONGER = re.compile(rf" ([A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)* (?:{_FIRMS}|{_HOUSES}|festival)\b")
STREET = re.compile(
    r" (?:Terrace|Road|Street|Avenue|Lane|Row|Drive|Close|Crescent|Gardens|Boulevard|Court|Cottage|Villas?|Mews)\b"
)
# What history has named for good, before a place and behind it.
_EVENTS = "Pact|Union|Treaty|Ghetto|Pogrom|Uprising|Diet|Congress|Governorate|Voivodeship|Convention|Massacre"
OF_HISTORY = re.compile(
    rf"\b(?:Battle|Siege|Peace|Council|Duchy|Grand Duchy|Kingdom|Fall|Relief|Sack|Edict|Truce|{_EVENTS})s? of \Z"
)
IN_HISTORY = re.compile(rf" (?:{_EVENTS}|School of [A-Z]\w+|Offensive|Front)\b")
# What shows that the sentence is of today for all that: another year, or when it was.
OF_TODAY = re.compile(
    r"(?<![\w.,-])(?:19(?:4[6-9]|[5-9]\d)|20\d\d)(?![\w-])"
    r"|\b(?:today|tonight|yesterday|tomorrow|now|since|currently)\b"
    r"|\b(?:last|this|next) (?:night|week|month|year)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)


def left_to_bearers(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token]
) -> Spans:
    """The spans of other names of places in English copy that are, or are part of, the names of other things."""
    starts = [token.start for token in tokens if token.opens]
    today = {bisect_right(starts, said.start()) for said in OF_TODAY.finditer(text)}
    left: Spans = []
    for span, surface, start, end in found:
        opinion = opinions[(surface, kind_of(span, surface, persons))]
        if opinion.advice is not Advice.HOUSE_STYLE or opinion.kind is not Kind.PLACE:
            continue
        historic = bisect_right(starts, start) not in today and _is_of_history(text, start, end)
        if _is_a_house_or_street(text, start, end) or (historic and usage(surface, ENGLISH) >= ENGLISH_USED):
            left.append((start, end))
    return left


def _is_a_house_or_street(text: str, start: int, end: int) -> bool:
    before = max(0, start - LOOKED_BACK)
    if NAMED.search(text, before, start) or OF_A_NAME.search(text, before, start):
        return True
    if STREET.match(text, end) or HOUSE_NAMED.match(text, end):
        return True
    if THE.search(text, before, start) and HOUSE.match(text, end):
        return True
    longer = LONGER.match(text, end)
    return longer is not None and is_ordinary(longer[1], ENGLISH, opens=True)


def _is_of_history(text: str, start: int, end: int) -> bool:
    return bool(OF_HISTORY.search(text, max(0, start - LOOKED_BACK), start) or IN_HISTORY.match(text, end))
