"""Mentioned: names that English copy speaks of as words, or has in what others wrote: none of them is its own spelling.

Alone in quotation marks (*moved from “Kiev” to “Kyiv”*), in a title (*“A Boy from Lwów”*) or in another language
there (*“Z Warszawy z miłością”*), or one of several of a place (*London is Lunnainn in Gaelic, and Londýn in Czech*).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from gazetteer.model import Kind, Relation
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import is_ordinary
from gazetteer.tagging.opinion import Opinion
from gazetteer.tagging.quotations import quoted_spans
from gazetteer.tagging.tokens import Token
from gazetteer.text.clean import fold
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
ENGLISH = "en"
AROUND = " .,;:!?…"  # what may stand in quotation marks beside a name that is alone there
# Words that a title has in small letters, and how long a word is that says which language it is of.
IN_TITLES = frozenset(("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
TELLING = 3
# A word of English is used more than this, on the Zipf scale.
NO_ENGLISH = 2.5
# Forms of one place in one text, besides the desk's, from which it speaks of names.
FORMS, FORMS_BESIDE_OWN = 3, 2
# What stands before a name that somebody calls a thing by, and behind it if nothing goes on from it; what stands before
# what somebody said, who may have said no more than a name.
CALLED = re.compile(r"\bcall(?:s?(?: it| him| her| them)?|ed (?:it|him|her|them)) \Z")
SAID = re.compile(r"\b(?:said|says?|asked|asks|replied|replies|answered|answers|added|adds|shouted|shouts)[,:]? *\Z")
ENDS = re.compile(r"[\"'”’]?(?:[.,;:!?)]|\Z)")
LOOKED_BACK = 20  # letters


def left_as_words(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token]
) -> Spans:
    """The spans of names of places and people that are spoken of as words."""
    advised = [
        (surface, start, end, opinion)
        for span, surface, start, end in found
        if (opinion := opinions[(surface, kind_of(span, surface, persons))]).advice is not None
        and opinion.kind in (Kind.PLACE, Kind.PERSON)
    ]
    if not advised:
        return []
    left = [
        (start, end)
        for _, start, end, _ in advised
        if CALLED.search(text, max(0, start - LOOKED_BACK), start) and ENDS.match(text, end)
    ]
    for begin, stop in quoted_spans(text):
        inside = [(start, end) for _, start, end, _ in advised if begin <= start and end <= stop]
        if inside and _is_no_own_text(text, begin, stop, inside, tokens):
            left += inside
    return left + _of_many_forms(found, advised)


def _is_no_own_text(
    text: str, begin: int, stop: int, inside: Sequence[tuple[int, int]], tokens: Sequence[Token]
) -> bool:
    """Whether what stands in quotation marks is a name alone, a title, or of another language."""
    if any(not (text[begin:start] + text[end:stop]).strip(AROUND) for start, end in inside):
        return SAID.search(text, max(0, begin - 1 - LOOKED_BACK), begin - 1) is None
    first = bisect_left(tokens, begin, key=lambda token: token.start)
    last = bisect_left(tokens, stop, key=lambda token: token.start)
    others = [token for token in tokens[first:last] if not any(start <= token.start < end for start, end in inside)]
    small = [token.text for token in others if not token.capital]
    if IN_TITLES.issuperset(small):
        return any(token.capital and is_ordinary(token.text, ENGLISH, opens=False) for token in others)
    telling = [word for word in small if len(word) >= TELLING]
    return bool(telling) and all(usage(word, ENGLISH) < NO_ENGLISH for word in telling)


def _of_many_forms(found: Sequence[Found], advised: Sequence[tuple[str, int, int, Opinion]]) -> Spans:
    """The spans of places that the text has in so many forms that it must speak of their names."""
    forms: dict[str, set[str]] = defaultdict(set)
    for surface, _, _, opinion in advised:
        if opinion.entity is not None and opinion.kind is Kind.PLACE and opinion.relation is not Relation.MISSPELLING:
            forms[opinion.entity.id].add(fold(surface))
    right = {fold(surface) for _, surface, _, _ in found}
    return [
        (start, end)
        for _, start, end, opinion in advised
        if opinion.entity is not None
        and len(forms[opinion.entity.id]) >= (FORMS_BESIDE_OWN if fold(opinion.replacement or "") in right else FORMS)
    ]
