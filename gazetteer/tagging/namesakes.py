"""Namesakes: people who the text says are somebody else than the well-known ones they were taken for.

*Serge Lavrov, a French painter, 81*: what is told right behind a name, and is not said of who is known, is another's.
"""

import re
from collections.abc import Sequence

from gazetteer.model import Entity, Kind, Relation
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import is_given, same_given
from gazetteer.tagging.model import Advice
from gazetteer.tagging.tokens import Token
from gazetteer.text.clean import fold
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
# What is told behind a name, who somebody is, or an age, for which nobody well known is told.
WHO = re.compile(r"(?:,| \() ?an? ([^,.;:!?()\n]+)")
AGED = re.compile(r"(?:,| \() ?(?:aged? )?\d{1,3}(?:[,;.)]| years?\b)")
WORD = re.compile(r"\w{5,}")
VERY_ORDINARY = 5.9  # on the Zipf scale, what is rather a word than a given name: Will, May
IN_COMMON = 5  # letters that two words begin with: Ukrainian, Ukraine


def left_as_namesakes(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token]
) -> Spans:
    """The spans of people under another given name of whom the text tells, at any mention, that they are others."""
    others = _with_another_given(found, opinions, persons, tokens)
    told: list[tuple[str, int, int]] = []
    for span, surface, start, end in found:
        opinion = opinions[(surface, kind_of(span, surface, persons))]
        if opinion.kind is not Kind.PERSON or opinion.advice is None:
            continue
        told.append((surface, start, end))
        renamed = opinion.advice is Advice.WRONG and opinion.relation is Relation.VARIANT
        if renamed and opinion.entity is not None and _is_another(text, end, opinion.entity):
            others.add(surface)
    return [(start, end) for surface, start, end in told if surface in others]


def _with_another_given(
    found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token]
) -> set[str]:
    """The lone surnames that stand, at the start of a sentence, behind a given name that is not the person's: *Richard
    Zelenski is a plumber*. There it may be an ordinary word, and was not taken for a part of the name.
    """
    others: set[str] = set()
    for span, surface, _, _ in found:
        opinion = opinions[(surface, kind_of(span, surface, persons))]
        if opinion.entity is None or opinion.kind is not Kind.PERSON or opinion.advice is None or " " in surface:
            continue
        before = tokens[span.first - 1] if span.first else None
        if before is None or not before.opens or tokens[span.first].joint != " " or not is_given(before.text):
            continue
        own = opinion.entity.canonical.split()[0]
        if (
            usage(before.text, "en") < VERY_ORDINARY
            and fold(before.text) != fold(own)
            and not same_given(before.text, own)
        ):
            others.add(surface)
    return others


def _is_another(text: str, end: int, person: Entity) -> bool:
    """Whether what stands behind a name is not said of the person."""
    if AGED.match(text, end):
        return True
    who = WHO.match(text, end)
    if who is None:
        return False
    said, known = (WORD.findall(fold(words)) for words in (who[1], person.description or ""))
    return not any(one[:IN_COMMON] == other[:IN_COMMON] for one in said for other in known)
