"""Surroundings: what a document tells around a phrase: which country it is about, and whether a place is spoken of."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gazetteer.model import Entity, Kind, Outcome
from gazetteer.tagging.company import IN_A_ROW
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found
from gazetteer.tagging.lexicon import OF_A_PLACE, PLACE_BEFORE, SORTS
from gazetteer.tagging.opinion import Opinion
from gazetteer.tagging.phrases import Phrase
from gazetteer.tagging.tokens import Token
from gazetteer.tagging.toponyms import countries_of, languages_of

SETTLED = frozenset(("city", "town", "settlement"))
# Who, with *of* behind, is somewhere: the mayor of White Church.
OF_INHABITED = OF_A_PLACE | {"mayor", "residents", "inhabitants", "people"}
APPOSITION = re.compile(r", an? (?:[\w'’-]+ ?){1,6}")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as far as it is understood: its spans, each with what is thought of it, and its words."""

    desk: Desk
    found: Sequence[Found]
    thought: Sequence[Opinion]
    tokens: Sequence[Token]
    text: str

    def surface(self, phrase: Phrase) -> str:
        """A phrase as it is written."""
        return self.text[self.tokens[phrase.first].start : self.tokens[phrase.last].end]


@dataclass(frozen=True, slots=True)
class Ground:
    """The places that a document names besides a phrase, and the countries that it may be about.

    `lands` are the countries of which it names more than themselves, or whose language it came through.
    """

    named: frozenset[str]
    countries: frozenset[str]
    lands: frozenset[str]
    told: Mapping[str, int]  # how many places of each country it names, and whether its language is spoken there


def ground_of(document: Document, phrases: Sequence[Phrase]) -> Ground:
    """What a document tells besides some phrases."""
    inside = {place for phrase in phrases for place in range(phrase.first, phrase.last + 1)}
    outside = {
        opinion.entity.id: opinion.entity
        for (span, _, _, _), opinion in zip(document.found, document.thought, strict=True)
        if span.first not in inside and opinion.entity is not None and is_sure(opinion)
    }
    through = countries_of(document.desk.source_language or "")
    told = Counter([*through, *(place.country for place in outside.values() if place.country)])
    lands = {place.country for place in outside.values() if place.country and place.feature_type != "country"}
    return Ground(frozenset(outside), frozenset(told), through | lands, told)


def languages_around(document: Document) -> frozenset[str]:
    """The languages of the countries that a document may be about."""
    countries = {opinion.entity.country for opinion in document.thought if opinion.entity and is_sure(opinion)}
    countries |= countries_of(document.desk.source_language or "")
    return frozenset(tongue for country in countries if country for tongue in languages_of(country))


def is_sure(opinion: Opinion) -> bool:
    """Whether it is known which place is named."""
    is_place = opinion.entity is not None and opinion.entity.kind is Kind.PLACE
    return is_place and opinion.decision is Outcome.LINKED


def is_here(document: Document, phrase: Phrase, place: Entity, ground: Ground) -> bool:
    """Whether a place is spoken of where a phrase stands, and nothing says that it is another one."""
    return not is_elsewhere(document, phrase, place) and _is_of_a_place(document, phrase, place, ground)


def is_elsewhere(document: Document, phrase: Phrase, place: Entity) -> bool:
    """Whether the text says that something else is meant: New Market, Virginia; Two Sisters, a film; in Poznan."""
    end = document.tokens[phrase.last].end
    if (said := APPOSITION.match(document.text, end)) is not None:
        inside = _named_between(document, end, said.end())
        return SORTS.isdisjoint(said[0].split()) or any(_lies_elsewhere(one, place) for one in inside)
    behind = _beside(document, end, after=True)
    other = behind[0].entity if behind is not None and behind[1] in (", ", " in ", " in the ") else None
    if behind is None or other is None or other.kind is not Kind.PLACE:
        return False
    return other.country != place.country or (behind[1] != ", " and other.feature_type in SETTLED)


def _named_between(document: Document, start: int, end: int) -> Sequence[Opinion]:
    """What is thought of the spans in a stretch of the text."""
    first = bisect_left(document.found, start, key=lambda one: one[2])
    last = bisect_left(document.found, end, key=lambda one: one[2])
    return document.thought[first:last]


def _lies_elsewhere(opinion: Opinion, place: Entity) -> bool:
    other = opinion.entity
    return other is not None and other.kind is Kind.PLACE and other.country != place.country


def _is_of_a_place(document: Document, phrase: Phrase, place: Entity, ground: Ground) -> bool:
    """Whether a place is spoken of: by the words before, in a row with others of its country, or by its right name."""
    tokens = document.tokens
    if place.id in ground.named or _is_after_a_preposition(tokens, phrase.first):
        return True
    start, end = tokens[phrase.first].start, tokens[phrase.last].end
    besides = (_beside(document, start, after=False), _beside(document, end, after=True))
    return any(one is not None and one[1] in IN_A_ROW and _lies_in(one[0], place.country) for one in besides)


def _lies_in(opinion: Opinion, country: str | None) -> bool:
    return opinion.entity is not None and opinion.entity.country == country and is_sure(opinion)


def _beside(document: Document, offset: int, *, after: bool) -> tuple[Opinion, str] | None:
    """What is thought of the span before or after an offset, and the text between."""
    place = bisect_left(document.found, offset, key=lambda one: one[2]) - (not after)
    if not 0 <= place < len(document.found):
        return None
    start, end = document.found[place][2:]
    return document.thought[place], document.text[offset:start] if after else document.text[end:offset]


def _is_after_a_preposition(tokens: Sequence[Token], first: int) -> bool:
    if first == 0 or tokens[first].joint != " ":
        return False
    before = tokens[first - 1].text.lower()
    return before in PLACE_BEFORE or (before == "of" and first > 1 and tokens[first - 2].text.lower() in OF_INHABITED)
