"""Rivers: forms after an article in English, which no town has there, unless as what another noun is of.

No town's name is put in for a river's: the Vilaine, which is nothing else's slip. A form that a river has too is left
where the desk writes the river otherwise than the town.
"""

import re
from collections.abc import Sequence

from gazetteer.model import Kind, Stage
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import Opinion
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
ENGLISH = "en"
SETTLED = frozenset(("city", "town", "settlement"))
ARTICLE = re.compile(r"(?<!\w)[Tt]he \Z")
LOOKED_BACK = 5
# What stands behind a name that no noun goes on from: a small word, or what a river does.
FOLLOWING = re.compile(r" ([a-z]+)")
SMALL_WORD = 6.0  # Zipf frequency: is, in, and
DOES = re.compile(r"(?:flow|flood|rise|rose|ran|run|froze|freeze|burst|river|overflow)\w*")


def left_as_rivers(desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> Spans:
    """The spans of names after an article that are a town's only as far as is known of it."""
    if desk.language.split("-")[0] != ENGLISH:
        return []
    return [
        (start, end)
        for span, surface, start, end in found
        if ARTICLE.search(text, max(0, start - LOOKED_BACK), start)
        and _is_a_town(opinion := opinions[(surface, kind_of(span, surface, persons))])
        and (
            _is_a_river(desk, surface, opinion)
            or (opinion.advice is Advice.WRONG and not _goes_on_with_a_noun(text, end))
        )
    ]


def _is_a_town(opinion: Opinion) -> bool:
    return opinion.advice is not None and opinion.entity is not None and opinion.entity.feature_type in SETTLED


def _is_a_river(desk: Desk, surface: str, opinion: Opinion) -> bool:
    """Whether a river has this form, and the desk writes it otherwise than the town."""
    rivers = [
        match
        for match in desk.decide_anywhere(surface, Kind.PLACE).matches
        if match.stage is Stage.EXACT and match.entity.feature_type == "river"
    ]
    return any(desk.accepted(match)[0].own != opinion.replacement for match in rivers)


def _goes_on_with_a_noun(text: str, end: int) -> bool:
    """Whether a word follows that may be a noun: the Kupyan direction, but not: the Vilaine is high."""
    following = FOLLOWING.match(text, end)
    if following is None:
        return False
    return usage(following[1], ENGLISH) < SMALL_WORD and DOES.fullmatch(following[1]) is None
