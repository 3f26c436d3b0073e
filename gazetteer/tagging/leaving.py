"""Leaving alone: the spans in which nothing is advised, whatever is thought of the names in them.

Senses and exempt quotations; names that the words around make part of another name, or of no name at all.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from gazetteer.languages.official import official_languages
from gazetteer.model import Action, Entity, Judgement, Kind, Style
from gazetteer.romanization.language_names import script_of_language
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import CHAINED
from gazetteer.tagging.model import Advice, Copy
from gazetteer.tagging.opinion import IN_USE, Opinion
from gazetteer.tagging.prose import Prose
from gazetteer.tagging.quotations import quoted_spans
from gazetteer.tagging.senses import sense_spans
from gazetteer.tagging.spans import HYPHENS
from gazetteer.tagging.tokens import Token, headlines
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
# What follows the last but one of several that are told one after another.
IN_A_LIST = re.compile(r",? (?:and|or|&)\b")
# What stands before a name that is told as a word, and how many letters that is at most.
CALLED, LONGEST_CALLED = re.compile(r"\b(?:called it|knew it as|known as|named) [\"'“‘]?\Z"), 16
# An article before a name, and what stands behind one that nothing else goes with.
ARTICLE, STOPS = re.compile(r"(?<!\w)an? \Z"), re.compile(r"[.,;:!?)]|\Z")
# A year in which places bore the names of their time, to the end of the Second World War; not a number of anything.
_SMALL_WORDS = "the|and|to|by|when|as|at|for|with|an?|he|she|it|they|was|were|had|from|in|or|but|until|after|before"
LONG_PAST = re.compile(
    r"(?:\b(?:in|since|until|of|by|before|after|from|to|around|\d\d?|[A-Z][a-z]+|spring|summer|autumn|winter)|,) "
    rf"(?:1[0-8]\d\d|19[0-3]\d|194[0-5])(?![\w-])(?!,\d| (?!(?:{_SMALL_WORDS})\b)[a-z])"
)
GLOSS = re.compile(r"[(\[]\Z")


def left_alone(prose: Prose, copy: Copy, style: Style) -> Spans:
    """The spans of the prose in which no name is advised on: senses, and quotations where they are exempt."""
    left = sense_spans(prose.text, style.senses)
    if not copy.quotations:
        left += quoted_spans(prose.text)
    return left


def ignored_by(judgements: Sequence[Judgement], found: Sequence[Found]) -> Spans:
    """The spans of names that a desk has said to leave as they are written."""
    names = {fold(one.name) for one in judgements if one.action is Action.IGNORE}
    return [(start, end) for _, surface, start, end in found if fold(surface) in names] if names else []


def left_by_the_words_around(
    found: Sequence[Found], opinions: Opinions, persons: Persons, prose: Prose, tokens: Sequence[Token], copy: Copy
) -> Spans:
    """The spans of names that stand in a crowd of capitals, or have a capital only where every word has one."""
    titled = headlines(tokens, prose.text)
    left = _crowded(found, opinions, persons, tokens) + _openings(found, opinions, persons, copy.language, titled)
    left += _elsewhere(found, opinions, persons, prose) + _called_the(found, tokens)
    left += _of_their_time(found, opinions, persons, prose, tokens)
    return left + _spoken_of_as_words(found, prose, copy)


def _of_their_time(
    found: Sequence[Found], opinions: Opinions, persons: Persons, prose: Prose, tokens: Sequence[Token]
) -> Spans:
    """The spans of other names of places in a sentence that tells of years long past: the Kiev of 1918."""
    starts = [token.start for token in tokens if token.opens]
    past = {bisect_right(starts, year.start()) for year in LONG_PAST.finditer(prose.text)}
    return [
        (start, end)
        for span, surface, start, end in found
        if past
        and bisect_right(starts, start) in past
        and _may_be_old(opinions[(surface, kind_of(span, surface, persons))])
    ]


def _may_be_old(opinion: Opinion) -> bool:
    """Whether another name of a place may be one of former times: it is none in its country's language of today."""
    if opinion.advice is not Advice.HOUSE_STYLE or opinion.entity is None or opinion.kind is not Kind.PLACE:
        return False
    return not set(official_languages(opinion.entity.country)[:1]).intersection(opinion.through)


def _spoken_of_as_words(found: Sequence[Found], prose: Prose, copy: Copy) -> Spans:
    """The spans of what is told as a word: Poles called it Lwów, a Sebastopol, Kharkiv (Харків)."""
    glosses = GLOSS if script_of_language(copy.language) == "Latn" else None
    return [
        (start, end)
        for _, surface, start, end in found
        if CALLED.search(prose.text, max(0, start - LONGEST_CALLED), start)
        or (ARTICLE.search(prose.text, max(0, start - 3), start) and STOPS.match(prose.text, end))
        or (glosses and script_of(surface) != "Latn" and glosses.search(prose.text, max(0, start - 2), start))
    ]


def _elsewhere(found: Sequence[Found], opinions: Opinions, persons: Persons, prose: Prose) -> Spans:
    """The spans of a place that the text says lies in another country than the one it was taken for: Parizh, Russia."""
    other_ones: set[str] = set()
    starts, ends = {start for _, _, start, _ in found}, {end for _, _, _, end in found}
    for one, other in itertools.pairwise(found):
        if prose.text[one[3] : other[2]] != ", ":
            continue
        before = prose.text.endswith(", ", 0, one[2]) and one[2] - 2 in ends
        after = prose.text.startswith(", ", other[3]) and other[3] + 2 in starts
        if before or after or IN_A_LIST.match(prose.text, other[3]):
            continue  # Kiev, Russia and the US
        place, country = (opinions[(each[1], kind_of(each[0], each[1], persons))].entity for each in (one, other))
        if place is None or country is None or country.feature_type != "country" or place.kind is not Kind.PLACE:
            continue
        if place.country is not None and place.country != country.country:
            other_ones.add(fold(one[1]))
    return [(start, end) for _, surface, start, end in found if fold(surface) in other_ones]


def _called_the(found: Sequence[Found], tokens: Sequence[Token]) -> Spans:
    """The spans after a *The* in the midst of a sentence: a pub, a ship or a paper is called so."""
    return [
        (start, end)
        for span, _, start, end in found
        if span.first > 0
        and tokens[span.first].joint == " "
        and tokens[span.first - 1].text == "The"
        and not tokens[span.first - 1].opens
    ]


def _crowded(found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token]) -> Spans:
    """The places that stand beside another name in one run of capitals: Caritas Polska is not in Poland's name."""
    left: Spans = []
    surnames: set[str] = set()
    for one, other in itertools.pairwise(found):
        if other[0].first != one[0].last + 1 or tokens[other[0].first].joint != " ":
            continue
        opinion_of = {id(each): opinions[(each[1], kind_of(each[0], each[1], persons))] for each in (one, other)}
        for each, beside in ((one, other), (other, one)):
            opinion, next_to = opinion_of[id(each)], opinion_of[id(beside)].entity
            unknown, lone = next_to is None, " " not in each[1]
            told = opinion.advice is Advice.HOUSE_STYLE and opinion.kind is Kind.PLACE
            if told and opinion.entity is not None and opinion.entity.country != "UA":
                left.append((each[2], each[3]))
                if each is other and lone:
                    surnames.add(other[1])  # Ondina Lisboa's
            elif (
                opinion.advice is Advice.WRONG
                and lone
                and (unknown or (each is other and _may_be_a_surname(opinion, next_to)))
            ):
                left.append((each[2], each[3]))
                if each is other and not unknown:
                    surnames.add(other[1])  # Yaren Bursali's, though Yaren is a place
    left += [(start, end) for span, surface, start, end in found if surface in surnames and span.kind is not Kind.PLACE]
    for span, _, start, end in found:
        after, before = span.last + 1, span.first - 1
        onward = after < len(tokens) and tokens[after].joint in HYPHENS and tokens[after].text in CHAINED
        if onward or (tokens[span.first].joint in HYPHENS and tokens[before].text in CHAINED):
            left.append((start, end))  # part of another name: Barrow-in-Furness
    return left


def _may_be_a_surname(opinion: Opinion, before: Entity | None) -> bool:
    """Whether a word like a place's name, after a name that is none of its country's, may be somebody's surname."""
    if before is None or opinion.entity is None:
        return False
    return opinion.kind is Kind.PLACE and before.country != opinion.entity.country


def _openings(
    found: Sequence[Found], opinions: Opinions, persons: Persons, language: str, titled: Sequence[tuple[int, int]]
) -> Spans:
    """The lone words that have a capital only where all words have one, at a sentence's start or in a headline, and
    that the language may have in small letters too: *Gales* are winds there."""
    may_be_small = {(start, end) for span, _, start, end in found if span.opens or _is_in(titled, start)}
    inside = {surface for _, surface, start, end in found if (start, end) not in may_be_small}
    left: Spans = []
    for span, surface, start, end in found:
        opinion = opinions[(surface, kind_of(span, surface, persons))]
        lone = (start, end) in may_be_small and span.kind is None and " " not in surface and surface not in inside
        if (
            lone
            and opinion.entity is not None
            and opinion.entity.country != "UA"
            and usage(surface, language) >= IN_USE
        ):
            left.append((start, end))
    return left


def _is_in(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset is in one of the spans, which are in order and none over another."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return place >= 0 and offset < spans[place][1]
