"""Checking a copy: every name found, decided together, and what is advised of those spelled another way.

Steps: read the prose, find spans, judge each distinct surface once, then let the document decide what one surface
alone cannot: the country most places are in, who a lone surname is, and which slip is of a name that stands right
elsewhere. Nothing is changed here.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from gazetteer.collector import no_collector
from gazetteer.matching.similarity import ratio
from gazetteer.model import Kind, Outcome, Style
from gazetteer.resolve import Gazetteer
from gazetteer.styles import style_of
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.judging import is_slip_of_a_person, judge
from gazetteer.tagging.lexicon import CHAINED, is_given, is_surname
from gazetteer.tagging.model import Advice, Checked, Copy, Mention
from gazetteer.tagging.opinion import IN_USE, RARE, Opinion, languages_through
from gazetteer.tagging.prose import Prose, read_prose
from gazetteer.tagging.quotations import quoted_spans
from gazetteer.tagging.senses import sense_spans
from gazetteer.tagging.spans import HYPHENS, Span, find_spans
from gazetteer.tagging.tokens import Token, headlines, tokenize
from gazetteer.text.clean import LONGEST, fold
from gazetteer.text.words import usage

# From these probabilities advice is shown at all, and has a replacement that fixing puts in.
SHOWN, FIXED = 0.6, 0.8
# Look-ups by likeness, which are what takes time: for a document of any length, for every thousand characters, at most.
LOOK_UPS, LOOK_UPS_A_THOUSAND, LOOK_UPS_MOST = 8, 1, 300
Found = tuple[Span, str, int, int]
Opinions = dict[tuple[str, Kind | None], Opinion]
Persons = dict[str, str]


def check(gazetteer: Gazetteer, copy: Copy, *, style: Style | None = None) -> Checked:
    """Every mention in a copy, with what is advised of it in its style."""
    wanted = style or style_of(copy.style)
    with no_collector():
        return _check(gazetteer, copy, wanted)


def _check(gazetteer: Gazetteer, copy: Copy, wanted: Style) -> Checked:
    desk = Desk(gazetteer, wanted, copy.language, copy.source_language)
    desk.look_ups = min(LOOK_UPS + len(copy.text) * LOOK_UPS_A_THOUSAND // 1000, LOOK_UPS_MOST)
    prose = read_prose(copy.text, copy.format)
    tokens = tokenize(prose.text)
    found = [
        (span, surface, start, end)
        for span in find_spans(
            tokens, prose.text, desk.knows, copy.language, desk.hears, lambda full: is_slip_of_a_person(desk, full)
        )
        if len(surface := prose.text[(start := tokens[span.first].start) : (end := tokens[span.last].end)]) <= LONGEST
    ]
    persons = desk.persons = _persons(found, copy.language)
    opinions = _opinions(desk, found, copy, persons)
    found = _taken_apart(desk, found, opinions, persons, tokens, prose.text)
    left = _left_alone(prose, copy, wanted)
    left += _crowded(found, opinions, persons, tokens)
    left += _openings(found, opinions, persons, copy.language, headlines(tokens, prose.text))
    mentions = _mentions(found, opinions, persons, prose, copy, left)
    tongue, share = languages_through(_through(opinions, copy.language))
    return Checked(
        copy, mentions, copy.source_language or tongue, 1.0 if copy.source_language else share, gazetteer.version
    )


def _opinions(desk: Desk, found: Sequence[Found], copy: Copy, persons: Persons) -> Opinions:
    """What is thought of each distinct surface and kind, known forms first, so that they may speak for the others."""
    opinions: Opinions = {}
    asked = {(surface, _kind(span, surface, persons)): span.known for span, surface, _, _ in found}
    for (surface, kind), known in asked.items():
        if known:
            opinions[(surface, kind)] = judge(desk, surface, kind, known=True)
    desk.country = _country(found, opinions, persons)
    if desk.country is not None:
        for (surface, kind), opinion in list(opinions.items()):
            if opinion.decision is Outcome.AMBIGUOUS:
                opinions[(surface, kind)] = judge(desk, surface, kind, known=True)
    _support(desk, opinions, copy)
    for (surface, kind), known in asked.items():
        if not known:
            opinions[(surface, kind)] = judge(desk, surface, kind, known=False)
    _lone_words(desk, opinions, persons)
    return opinions


def _taken_apart(
    desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token], text: str
) -> list[Found]:
    """The spans, with hyphenated ones that are no name of their own replaced by the names they are made of."""
    parted: list[Found] = []
    for one in found:
        span, surface, _, _ = one
        if not span.parts or opinions[(surface, _kind(span, surface, persons))].entity is not None:
            parted.append(one)
            continue
        parts: list[Found] = []
        for part in span.parts:
            start, end = tokens[part.first].start, tokens[part.last].end
            key = (text[start:end], _kind(part, text[start:end], persons))
            if key not in opinions:
                opinions[key] = judge(desk, *key, known=True)
            parts.append((part, text[start:end], start, end))
        # Where one of them is nobody's, or a surname, so is the whole, more likely: Trebizond-Hale.
        apart = all(
            opinions[(surface, _kind(part, surface, persons))].entity and not is_surname(surface)
            for part, surface, _, _ in parts
        )
        parted += parts if apart else [one]
    return parted


def _persons(found: Sequence[Found], language: str) -> dict[str, str]:
    """The last words of persons' full names in the document, folded, and the full name each is of."""
    full = [surface for span, surface, _, _ in found if " " in surface and _may_be_a_person(span, surface, language)]
    return {fold(name.split()[-1]): name for name in full}


def _may_be_a_person(span: Span, surface: str, language: str) -> bool:
    first = surface.split()[0]
    if span.kind is not None or is_given(first):
        return span.kind is not Kind.PLACE
    return not span.known and usage(first, language) < RARE  # no word that an organization is called by


def _kind(span: Span, surface: str, persons: Persons) -> Kind | None:
    if span.kind is None and " " not in surface and fold(surface) in persons:
        return Kind.PERSON
    return span.kind


def _country(found: Sequence[Found], opinions: Opinions, persons: Persons) -> str | None:
    """The country that most of the places named are in, where it is plain."""
    places = {
        opinion.entity.id: opinion.entity.country
        for opinion in opinions.values()
        if opinion.entity is not None and opinion.kind is Kind.PLACE and opinion.decision is Outcome.LINKED
    }
    countries = Counter(country for country in places.values() if country)
    if not countries:
        return None
    (first, most), *_ = countries.most_common(1)
    return first if most >= 2 and most * 2 > sum(countries.values()) else None


def _support(desk: Desk, opinions: Opinions, copy: Copy) -> None:
    """Note the entities that the document, or its source, names in a way that is known."""
    for (surface, kind), opinion in opinions.items():
        if opinion.entity is not None and opinion.decision is Outcome.LINKED:
            _note(desk, surface, kind)
    if copy.source_text:
        tokens = tokenize(copy.source_text)
        for span in find_spans(tokens, copy.source_text, desk.knows, copy.source_language or "und"):
            if span.known:
                _note(desk, copy.source_text[tokens[span.first].start : tokens[span.last].end], span.kind)


def _note(desk: Desk, surface: str, kind: Kind | None) -> None:
    decided = desk.decide(surface, kind)
    if decided.outcome is Outcome.LINKED:
        match = decided.matches[0]
        desk.supported[match.entity.id] = match


def _lone_words(desk: Desk, opinions: Opinions, persons: Persons) -> None:
    """A lone surname is of the person whose full name stands in the document: what holds of one holds of the other."""
    by_name = {surface: opinion for (surface, _), opinion in opinions.items() if " " in surface}
    for (surface, kind), opinion in list(opinions.items()):
        full = by_name.get(persons.get(fold(surface), "")) if kind is Kind.PERSON and " " not in surface else None
        if full is None:
            continue
        if full.entity is None:
            # Nobody we know bears the full name: then the surname is not somebody else's.
            opinions[(surface, kind)] = Opinion(kind=Kind.PERSON)
        elif opinion.entity is None or opinion.entity.id != full.entity.id:
            opinions[(surface, kind)] = _as_the_full_name(desk, surface, full)


def _as_the_full_name(desk: Desk, surface: str, full: Opinion) -> Opinion:
    assert full.entity is not None
    bare = Opinion(full.entity, Kind.PERSON, full.decision, confidence=full.confidence, relation=full.relation)
    target = (full.replacement or "").split()[-1:] if full.advice else []
    if not target or fold(target[0]) == fold(surface):
        return bare
    if ratio(fold(surface), fold(target[0])) < 0.5:
        return bare
    return Opinion(
        full.entity, Kind.PERSON, full.decision, full.advice, target[0], (), full.confidence, full.relation, full.why,
        full.through,
    )  # fmt: skip


def _left_alone(prose: Prose, copy: Copy, style: Style) -> list[tuple[int, int]]:
    """The spans of the prose in which no name is advised on: senses, and quotations where they are exempt."""
    left = sense_spans(prose.text, style.senses)
    if not copy.quotations:
        left += quoted_spans(prose.text)
    return left


def _crowded(
    found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token]
) -> list[tuple[int, int]]:
    """The places that stand beside another name in one run of capitals: Caritas Polska is not in Poland's name."""
    left: list[tuple[int, int]] = []
    surnames: set[str] = set()
    for one, other in itertools.pairwise(found):
        if other[0].first != one[0].last + 1 or tokens[other[0].first].joint != " ":
            continue
        opinion_of = {id(each): opinions[(each[1], _kind(each[0], each[1], persons))] for each in (one, other)}
        for each, beside in ((one, other), (other, one)):
            opinion, unknown = opinion_of[id(each)], opinion_of[id(beside)].entity is None
            lone = " " not in each[1]
            told = opinion.advice is Advice.HOUSE_STYLE and opinion.kind is Kind.PLACE
            if told and opinion.entity is not None and opinion.entity.country != "UA":
                left.append((each[2], each[3]))
                if each is other and lone:
                    surnames.add(other[1])  # Ondina Lisboa's
            elif opinion.advice is Advice.WRONG and unknown and lone:
                left.append((each[2], each[3]))
    left += [(start, end) for span, surface, start, end in found if surface in surnames and span.kind is not Kind.PLACE]
    for span, _, start, end in found:
        after, before = span.last + 1, span.first - 1
        onward = after < len(tokens) and tokens[after].joint in HYPHENS and tokens[after].text in CHAINED
        if onward or (tokens[span.first].joint in HYPHENS and tokens[before].text in CHAINED):
            left.append((start, end))  # part of another name: Barrow-in-Furness
    return left


def _openings(
    found: Sequence[Found], opinions: Opinions, persons: Persons, language: str, titled: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The lone words that have a capital only where all words have one, at a sentence's start or in a headline, and
    that the language may have in small letters too: *Gales* are winds there."""
    may_be_small = {(start, end) for span, _, start, end in found if span.opens or _is_in(titled, start)}
    inside = {surface for _, surface, start, end in found if (start, end) not in may_be_small}
    left: list[tuple[int, int]] = []
    for span, surface, start, end in found:
        opinion = opinions[(surface, _kind(span, surface, persons))]
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


def _mentions(
    found: Sequence[Found],
    opinions: Opinions,
    persons: Persons,
    prose: Prose,
    copy: Copy,
    left: Sequence[tuple[int, int]],
) -> tuple[Mention, ...]:
    clusters: dict[str, int] = {}
    mentions: list[Mention] = []
    for span, surface, start, end in found:
        kind = _kind(span, surface, persons)
        opinion = opinions[(surface, kind)]
        key = opinion.entity.id if opinion.entity is not None else fold(persons.get(fold(surface), surface))
        cluster = clusters.setdefault(key, len(clusters) + 1)
        first, last = prose.starts[start], prose.ends[end - 1]
        advised = opinion.advice is not None and opinion.confidence >= SHOWN
        if any(begin <= start and end <= stop for begin, stop in left):
            advised = False
        if any(first < stop and begin < last for begin, stop in copy.ignore):
            advised = False
        # What is not sure enough to be carried out is offered, not put in.
        sure = advised and opinion.confidence >= FIXED
        offered = () if sure or opinion.replacement is None else (opinion.replacement,)
        alternatives = (*offered, *opinion.alternatives) if advised else ()
        mentions.append(
            Mention(
                start=first,
                end=last,
                surface=copy.text[first:last],
                kind=opinion.kind or kind,
                decision=opinion.decision,
                entity=opinion.entity,
                advice=opinion.advice if advised else None,
                replacement=opinion.replacement if sure else None,
                alternatives=alternatives,
                confidence=opinion.confidence,
                relation=opinion.relation,
                why=opinion.why if advised else None,
                cluster=cluster,
            )
        )
    return tuple(mentions)


def _through(opinions: Opinions, own: str) -> Counter[str]:
    """How many advised forms each language writes so; the copy's own is none that it came through."""
    counted: Counter[str] = Counter()
    for opinion in opinions.values():
        if opinion.advice is not None:
            for tongue in dict.fromkeys(opinion.through):
                if tongue != own.split("-")[0]:
                    counted[tongue] += 1
    return counted
