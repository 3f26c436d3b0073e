"""Leaving alone: the spans in which nothing is advised, whatever is thought of the names in them.

Senses and exempt quotations; names that the words around make part of another name, or of no name at all.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from gazetteer.model import Action, Entity, Judgement, Kind, Outcome, Relation, Style
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import CHAINED, GENERIC, SORTS, is_ordinary
from gazetteer.tagging.longer_names import left_in_longer_names
from gazetteer.tagging.model import Advice, Copy
from gazetteer.tagging.namesakes import left_as_namesakes
from gazetteer.tagging.opinion import IN_USE, Opinion
from gazetteer.tagging.prose import Prose
from gazetteer.tagging.quotations import quoted_spans
from gazetteer.tagging.senses import sense_spans
from gazetteer.tagging.spans import HYPHENS, Span
from gazetteer.tagging.tokens import Token, headlines
from gazetteer.tagging.wording import left_by_the_wording
from gazetteer.text.clean import fold
from gazetteer.text.states import spelled_out
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
# What follows the last but one of several that are told one after another.
IN_A_LIST = re.compile(r",? (?:and|or|&)\b")
# What follows that says what something is.
CALLED_WHAT = re.compile(r", (?:an?|the) (?:[\w'’-]+ ?){1,6}")
# What may be a state behind the comma after a city, SEBASTOPOL, Calif., and what closes it if it has no full stop; and
# the countries that have such states.
STATES = (re.compile(r", ([A-Z]\w*\.? ?[A-Z]\w*\.?)"), re.compile(r", ([A-Z]\w*\.?)"))
CLOSED = re.compile(r" ?[,.;:)\]–—-]|\s*\Z")
WITH_STATES = frozenset(("US", "CA", "AU"))
# What leads to initials in quotation marks or to those of a share (NYSE: OVV), within so many letters; and what follows
# those in quotation marks, of a longer name or of somebody who is then explained: MTK Global, OPAQ, a firm.
MARK = 4
LEADS_TO, GOES_ON = re.compile(r"(?:[\"“„«'‘]|[A-Z]{2}: )\Z"), re.compile(r" [A-Z]|[\"”“»’]|, an? ")
# Before a place these are what it lies in, not a part of its name.
AREAS = frozenset(("country", "region"))
# Between a form that may be somebody else's and what that is said to lie in: refugees from a city may be anywhere.
LIES_IN = frozenset((" in ", ", in ", " in the ", ", in the "))


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
    left += _elsewhere(found, opinions, persons, prose, tokens) + _called_the(found, tokens)
    left += _initials(found, opinions, persons, prose.text)
    left += left_as_namesakes(found, opinions, persons, prose.text, tokens)
    left += _other_names(found, opinions, persons, prose.text, tokens, copy.language, titled)
    left += left_in_longer_names(found, opinions, persons, tokens, copy.language)
    return left + left_by_the_wording(found, opinions, persons, prose.text, tokens, copy.language)


def _elsewhere(
    found: Sequence[Found], opinions: Opinions, persons: Persons, prose: Prose, tokens: Sequence[Token]
) -> Spans:
    """The spans of a place that the text says lies elsewhere than the one it was taken for: Parizh, Russia.

    So it does of one that another country has too, and that is named in a sentence with something of that country.
    """
    other_ones: set[str] = set()
    thought = [opinions[(surface, kind_of(span, surface, persons))] for span, surface, _, _ in found]
    for place, one in enumerate(found[:-1]):
        between = prose.text[one[3] : found[place + 1][2]]
        unsure = between in LIES_IN and _is_unsure(thought[place])
        said = unsure or (between == ", " and not _is_listed(found, place, prose.text))
        if said and _is_of_another_country(thought[place], thought[place + 1]):
            other_ones.add(fold(one[1]))
    other_ones |= {
        fold(surface)
        for (_, surface, _, end), opinion in zip(found, thought, strict=True)
        if opinion.entity is not None and opinion.entity.country not in WITH_STATES and _is_in_a_state(prose.text, end)
    }
    if any(opinion.elsewhere for opinion in thought):
        starts = [token.start for token in tokens if token.opens]
        sentences = [bisect_right(starts, start) for _, _, start, _ in found]
        told = {
            (sentence, opinion.entity.country)
            for sentence, opinion in zip(sentences, thought, strict=True)
            if opinion.entity is not None and opinion.kind is Kind.PLACE
        }
        other_ones |= {
            fold(surface)
            for (_, surface, _, _), sentence, opinion in zip(found, sentences, thought, strict=True)
            if any((sentence, country) in told for country in opinion.elsewhere or ())
        }
    return [(start, end) for _, surface, start, end in found if fold(surface) in other_ones]


def _is_in_a_state(text: str, end: int) -> bool:
    """Whether the abbreviation of a state stands behind a name, closed as one is: in Kharkov, CT scans rose."""
    for pattern in STATES:
        said = pattern.match(text, end)
        if said is not None and spelled_out(said[1]) and (said[1].endswith(".") or CLOSED.match(text, said.end())):
            return True
    return False


def _is_listed(found: Sequence[Found], place: int, text: str) -> bool:
    """Whether a span and the next are two of a list: Kiev, Russia and the US."""
    one, other = found[place], found[place + 1]
    before = place > 0 and text[found[place - 1][3] : one[2]] == ", "
    after = place + 2 < len(found) and text[other[3] : found[place + 2][2]] == ", "
    return before or after or IN_A_LIST.match(text, other[3]) is not None


def _is_unsure(opinion: Opinion) -> bool:
    """Whether a form may be right of somewhere else: a slip, or what another country has a place of."""
    return opinion.elsewhere is not None or _is_slip(opinion)


def _is_slip(opinion: Opinion) -> bool:
    return (opinion.advice, opinion.relation, opinion.kind) == (Advice.WRONG, Relation.MISSPELLING, Kind.PLACE)


def _other_names(
    found: Sequence[Found],
    opinions: Opinions,
    persons: Persons,
    text: str,
    tokens: Sequence[Token],
    language: str,
    titled: Sequence[tuple[int, int]],
) -> Spans:
    """The spans of what only looks like a slip of a place: Bosten Lake, Kazaan, the band."""
    return [
        (start, end)
        for span, surface, start, end in found
        if (opinion := opinions[(surface, kind_of(span, surface, persons))]).advice is Advice.WRONG
        and (
            (
                _is_slip(opinion)
                and (
                    (_goes_on(tokens, span.last, language) and not _is_in(titled, start))
                    or ((said := CALLED_WHAT.match(text, end)) and SORTS.isdisjoint(said[0].split()))
                )
            )
            or (
                opinion.relation is Relation.INFLECTION
                and not _is_in(titled, start)
                and _is_the_first_of_more(tokens, span, language)
            )
        )
    ]


def _is_the_first_of_more(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether an ordinary word with a capital, no sort of a place, follows a lone word: Polskie Radio."""
    if span.first != span.last or not _goes_on(tokens, span.last, language):
        return False
    return fold(tokens[span.last + 1].text) not in SORTS | GENERIC


def _goes_on(tokens: Sequence[Token], last: int, language: str) -> bool:
    """Whether an ordinary word with a capital follows, as in the name of a lake, an abbey or a street."""
    if last + 1 == len(tokens):
        return False
    word = tokens[last + 1]
    return word.capital and word.joint == " " and is_ordinary(word.text, language, opens=True)


def _is_of_another_country(one: Opinion, other: Opinion) -> bool:
    """Whether what a place is said to lie in is a country or region, and not where it was taken to be.

    What a slip, or a form that is right elsewhere, is said to lie in may be a river too: Dublon in Ohio.
    """
    place, around = one.entity, other.entity
    if place is None or around is None or place.kind is not Kind.PLACE or place.country is None:
        return False
    is_area = around.feature_type in AREAS or (around.country is None and _is_unsure(one))
    return is_area and place.country != around.country


def _initials(found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> Spans:
    """The spans of initials that the text says are of somebody else, or of a longer name: (FMI), MTK Global.

    Those that stand in brackets are of what is named before them, wherever they stand.
    """
    capitals = [
        one
        for one in found
        if one[1].isupper()
        and (opinion := opinions[(one[1], kind_of(one[0], one[1], persons))]).kind is Kind.ORGANIZATION
        and opinion.advice is not None
    ]
    explained = {
        surface for _, surface, start, end in capitals if text[start - 1 : start] + text[end : end + 1] == "()"
    }
    return [
        (start, end)
        for _, surface, start, end in capitals
        if surface in explained or GOES_ON.match(text, end) or LEADS_TO.search(text, max(0, start - MARK), start)
    ]


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
                and (unknown or _may_be_one_name(opinion, opinion_of[id(beside)], first=each is one))
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


def _may_be_one_name(opinion: Opinion, beside: Opinion, *, first: bool) -> bool:
    """Whether a wrong name and the one beside it may be one that nobody listed: Hagia Sophia, Yaren Bursali."""
    if first and beside.decision is not Outcome.LINKED:
        return True
    return (not first or beside.kind is Kind.PLACE) and _may_be_of_its_name(opinion, beside.entity)


def _may_be_of_its_name(opinion: Opinion, before: Entity | None) -> bool:
    """Whether a word like a place's name, after another name, is a part of that: Kraków Główny; or a surname."""
    if before is None or opinion.entity is None or opinion.kind is not Kind.PLACE:
        return False
    if before.country != opinion.entity.country:
        return True
    # In Vysočina Jihlavsk the one lies in the other.
    return before.kind is Kind.PLACE and before.feature_type not in AREAS


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
