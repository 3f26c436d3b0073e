"""Mentioned: names that English copy speaks of as words, or has in what others wrote: none of them is its own spelling.

Alone in quotation marks (*moved from “Kiev” to “Kyiv”*), in a title (*“A Boy from Lwów”*) or in another language
there (*“Z Warszawy z miłością”*), or one of several of a place (*London is Lunnainn in Gaelic, and Londýn in Czech*).
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence

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
# Forms of one place in one sentence, besides the desk's, from which that speaks of names.
FORMS, FORMS_BESIDE_OWN = 3, 2
SENTENCES = re.compile(r"[.!?…][\"'”’)]*\s+|\n")  # where one ends, as it does at no colon
# What stands before what somebody said, who may have said no more than a name, and behind it.
SPEAKS = "(?:said|says?|asked|asks|replied|replies|answered|answers|added|adds|shouted|shouts|told|tells|wrote|writes)"
SAID = re.compile(rf"(?:\b{SPEAKS}\b(?: (?!for\b|of\b)\w+){{0,2}}[,:]?|:) *\Z")
SAID_BEHIND = re.compile(rf" ?(?:[\w’'.-]+ ){{0,3}}?{SPEAKS}\b")
# What stands before a place that is spoken of, in quotation marks or not.
PLACED = re.compile(r"\b(?:in|near|outside|around|across) \Z", re.IGNORECASE)
LOOKED_BACK = 40  # letters


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
    quoted = quoted_spans(text)
    inside: dict[int, list[tuple[str, int, int]]] = defaultdict(list)  # by the place of a quotation among all
    used: set[str] = set()
    for surface, start, end, _ in advised:
        place = bisect_right(quoted, start, key=lambda span: span[0]) - 1
        if place >= 0 and end <= quoted[place][1]:
            inside[place].append((surface, start, end))
        else:
            used.add(fold(surface))
    left = [
        (start, end)
        for place, named in inside.items()
        if _is_no_own_text(text, *quoted[place], named, tokens, used)
        for _, start, end in named
    ]
    return left + _of_many_forms(text, found, advised)


def _is_speech(text: str, begin: int, stop: int) -> bool:
    """Whether what stands in quotation marks is what somebody said: *“Kiev,” she replied*."""
    if SAID.search(text, max(0, begin - 1 - LOOKED_BACK), begin - 1):
        return True
    return text[stop - 1 : stop] in (",", "!", "?") and SAID_BEHIND.match(text, stop + 1) is not None


def _is_no_own_text(
    text: str,
    begin: int,
    stop: int,
    inside: Sequence[tuple[str, int, int]],
    tokens: Sequence[Token],
    used: Collection[str],
) -> bool:
    """Whether what stands in quotation marks is a name alone, which the text does not use without them, a title, or of
    another language.
    """
    speech = _is_speech(text, begin, stop)
    placed = PLACED.search(text, max(0, begin - 1 - LOOKED_BACK), begin - 1) is not None
    for surface, start, end in inside:
        if not (text[begin:start] + text[end:stop]).strip(AROUND):
            return not speech and not placed and fold(surface) not in used
    first = bisect_left(tokens, begin, key=lambda token: token.start)
    last = bisect_left(tokens, stop, key=lambda token: token.start)
    others = [token for token in tokens[first:last] if not any(start <= token.start < end for _, start, end in inside)]
    small = [token.text for token in others if not token.capital]
    if IN_TITLES.issuperset(small):
        words = [token.text for token in others if token.capital and token is not tokens[first]]
        return not speech and any(is_ordinary(word, ENGLISH, opens=False) for word in words)
    telling = [word for word in small if len(word) >= TELLING]
    return bool(telling) and all(usage(word, ENGLISH) < NO_ENGLISH for word in telling)


def _of_many_forms(text: str, found: Sequence[Found], advised: Sequence[tuple[str, int, int, Opinion]]) -> Spans:
    """The spans of places that a sentence has in so many forms that it must speak of their names."""
    opening = [sentence.end() for sentence in SENTENCES.finditer(text)]
    forms: dict[tuple[str, int], set[str]] = defaultdict(set)
    spans: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    for surface, start, end, opinion in advised:
        if opinion.entity is not None and opinion.kind is Kind.PLACE and opinion.relation is not Relation.MISSPELLING:
            there = (opinion.entity.id, bisect_right(opening, start))
            forms[there].add(fold(surface))
            spans[there].append((start, end, fold(opinion.replacement or "")))
    right = {(fold(surface), bisect_right(opening, start)) for _, surface, start, _ in found}
    return [
        (start, end)
        for there, named in spans.items()
        for start, end, own in named
        if len(forms[there]) >= (FORMS_BESIDE_OWN if (own, there[1]) in right else FORMS)
    ]
