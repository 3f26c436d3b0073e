"""Namesakes: people who the text says are somebody else than the well-known ones they were taken for.

*Serge Lavrov, a French painter, 81*: what is told right behind a name, and is not said of who is known, is another's.
"""

import re
from collections.abc import Sequence

from gazetteer.model import Entity, Kind, Relation
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.model import Advice
from gazetteer.text.clean import fold

Spans = list[tuple[int, int]]
# What is told behind a name, who somebody is, or an age, for which nobody well known is told.
WHO = re.compile(r"(?:,| \() ?an? ([^,.;:!?()\n]+)")
AGED = re.compile(r"(?:,| \() ?(?:aged? )?\d{1,3}(?:[,;.)]| years?\b)")
WORD = re.compile(r"\w{5,}")
IN_COMMON = 5  # letters that two words begin with: Ukrainian, Ukraine


def left_as_namesakes(found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> Spans:
    """The spans of people under another given name of whom the text tells, at any mention, that they are others."""
    others: set[str] = set()
    told: list[tuple[str, int, int]] = []
    for span, surface, start, end in found:
        opinion = opinions[(surface, kind_of(span, surface, persons))]
        if opinion.kind is Kind.PERSON and opinion.advice is Advice.WRONG and opinion.relation is Relation.VARIANT:
            told.append((surface, start, end))
            if opinion.entity is not None and _is_another(text, end, opinion.entity):
                others.add(surface)
    return [(start, end) for surface, start, end in told if surface in others]


def _is_another(text: str, end: int, person: Entity) -> bool:
    """Whether what stands behind a name is not said of the person."""
    if AGED.match(text, end):
        return True
    who = WHO.match(text, end)
    if who is None:
        return False
    said, known = (WORD.findall(fold(words)) for words in (who[1], person.description or ""))
    return not any(one[:IN_COMMON] == other[:IN_COMMON] for one in said for other in known)
