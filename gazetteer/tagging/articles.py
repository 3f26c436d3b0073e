"""Articles: forms after *the* in English, which no town and nobody has there, unless as what another noun is of.

What only looks like a slip or a case form of a name is something else: the Vilaine, the Macronie; not the Bakhmuta
front. A form that a river has too is left where the desk writes the river otherwise than the town.
"""

import re
from collections.abc import Sequence

from gazetteer.model import Kind, Relation, Stage
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import Opinion
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
ENGLISH = "en"
MADE_OF = frozenset((Relation.MISSPELLING, Relation.INFLECTION))
SETTLED = frozenset(("city", "town", "settlement"))
ARTICLE = re.compile(r"(?<!\w)[Tt]he \Z")
LOOKED_BACK = 5
# What stands behind a name that no noun goes on from: a small word, or what a river does.
FOLLOWING = re.compile(r" ([a-z]+)")
SMALL_WORD = 6.0  # Zipf frequency: is, in, and
DOES = re.compile(r"(?:flow|flood|rise|rose|ran|run|froze|freeze|burst|river|overflow)\w*")


def left_after_articles(desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> Spans:
    """The spans of names after an article that are a town's or somebody's only as far as is known of them."""
    if desk.language.split("-")[0] != ENGLISH:
        return []
    return [
        (start, end)
        for span, surface, start, end in found
        if ARTICLE.search(text, max(0, start - LOOKED_BACK), start)
        and (opinion := opinions[(surface, kind_of(span, surface, persons))]).advice is not None
        and (
            (_is_a_town(opinion) and _is_a_river(desk, surface, opinion))
            or (_is_something_else(surface, opinion) and not _goes_on_with_a_noun(text, end))
        )
    ]


def _is_a_town(opinion: Opinion) -> bool:
    return opinion.entity is not None and opinion.entity.feature_type in SETTLED


def _is_something_else(surface: str, opinion: Opinion) -> bool:
    """Whether an article makes something else of a form: of any that is wrong for a town, or of a lone word's."""
    of_a_word = " " not in surface and opinion.relation in MADE_OF
    return opinion.advice is Advice.WRONG and (of_a_word or _is_a_town(opinion))


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
