"""Checking a copy: every name found, decided together, and what is advised of those spelled another way.

Steps: read the prose, find spans, judge each distinct surface once, then let the document decide what one surface
alone cannot: the country most places are in, who a lone surname is, which slip is of a name that stands right
elsewhere, and which English words are a name translated. Nothing is changed here.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from gazetteer.collector import no_collector
from gazetteer.matching.similarity import ratio
from gazetteer.model import Judgement, Kind, Outcome, Style
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.articles import left_after_articles
from gazetteer.tagging.barriers import left_at_barriers
from gazetteer.tagging.calques import with_calques
from gazetteer.tagging.company import among_places, sources_of
from gazetteer.tagging.cuts import cuts_of, put_in
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found, Opinions, Persons, full_names, kind_of
from gazetteer.tagging.firsts import with_first_mentions
from gazetteer.tagging.house import house_of, unadvised
from gazetteer.tagging.judging import is_slip_of_a_person, judge
from gazetteer.tagging.leaving import ignored_by, left_alone, left_by_the_words_around
from gazetteer.tagging.lexicon import is_surname
from gazetteer.tagging.model import Checked, Copy, Mention
from gazetteer.tagging.opinion import Opinion, languages_through
from gazetteer.tagging.prose import Prose, read_prose
from gazetteer.tagging.reasons import with_reasons
from gazetteer.tagging.spans import find_spans
from gazetteer.tagging.tokens import Token, tokenize
from gazetteer.text.clean import LONGEST, fold

# From these probabilities advice is shown at all, and has a replacement that fixing puts in.
SHOWN, FIXED = 0.6, 0.8
# Look-ups by likeness, which are what takes time: for a document of any length, for every thousand characters, at most.
LOOK_UPS, LOOK_UPS_A_THOUSAND, LOOK_UPS_MOST = 20, 1, 300


def check(
    gazetteer: Gazetteer, copy: Copy, *, style: Style | None = None, judgements: Sequence[Judgement] | None = None
) -> Checked:
    """Every mention in a copy, with what is advised of it in its style, or in that of its language.

    Where the style writes another language than the copy's, nothing is advised.
    The judgements that hold are those of the gazetteer's desk, unless others are given.
    """
    house = house_of(copy, style)
    holding = gazetteer.held() if judgements is None else judgements
    with no_collector():
        found = _check(gazetteer, copy, house.reads, holding)
    return unadvised(found, house.warning) if house.warning else found


def _check(gazetteer: Gazetteer, copy: Copy, wanted: Style, judgements: Sequence[Judgement]) -> Checked:
    desk = Desk(gazetteer, wanted, copy.language, copy.source_language, judgements=judgements)
    desk.look_ups = min(LOOK_UPS + len(copy.text) * LOOK_UPS_A_THOUSAND // 1000, LOOK_UPS_MOST)
    prose = read_prose(copy.text, copy.format)
    tokens = tokenize(prose.text, copy.language)
    found = [
        (span, surface, start, end)
        for span in find_spans(
            tokens, prose.text, desk.knows, copy.language, desk.hears, lambda full: is_slip_of_a_person(desk, full)
        )
        if len(surface := prose.text[(start := tokens[span.first].start) : (end := tokens[span.last].end)]) <= LONGEST
    ]
    persons = desk.persons = full_names(found, copy.language)
    desk.named = frozenset(fold(surface) for _, surface, _, _ in found)
    opinions = _opinions(desk, found, copy, persons)
    found = among_places(desk, found, opinions, persons, prose.text)
    _judged_again(desk, found, opinions, persons)
    found = _taken_apart(desk, found, opinions, persons, tokens, prose.text)
    found = with_calques(desk, found, opinions, persons, tokens, prose.text)
    left = left_alone(prose, copy, wanted) + ignored_by(judgements, found)
    left += left_by_the_words_around(found, opinions, persons, prose, tokens, copy)
    left += left_after_articles(desk, found, opinions, persons, prose.text)
    left += left_at_barriers(found, tokens, prose, copy.text, copy.language)
    mentions = _mentions(found, with_reasons(opinions, wanted), persons, prose, copy, left)
    ignored = [*copy.ignore, *((prose.starts[begin], prose.ends[end - 1]) for begin, end in left)]
    mentions = with_first_mentions(mentions, wanted, ignored)
    tongue, share = languages_through(_through(opinions, copy.language))
    return Checked(
        copy,
        mentions,
        copy.source_language or tongue,
        1.0 if copy.source_language else share,
        gazetteer.version,
        wanted,
    )


def _opinions(desk: Desk, found: Sequence[Found], copy: Copy, persons: Persons) -> Opinions:
    """What is thought of each distinct surface and kind, known forms first, so that they may speak for the others."""
    opinions: Opinions = {}
    asked = {(surface, kind_of(span, surface, persons)): span.known for span, surface, _, _ in found}
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


def _judged_again(desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons) -> None:
    """Judge the known forms that turned out to be places, and all of them by the languages of other wrong names."""
    asked = {(surface, kind_of(span, surface, persons)): span.known for span, surface, _, _ in found}
    new = [key for key in asked if key not in opinions]
    country, desk.country = desk.country, None  # as for all known forms at first
    opinions |= {key: judge(desk, *key, known=True) for key in new}
    desk.country = country
    for key in new:
        if country is not None and opinions[key].decision is Outcome.AMBIGUOUS:
            opinions[key] = judge(desk, *key, known=True)
    desk.through = sources_of(opinions)
    if desk.source_language is not None or not desk.through:
        return
    for (surface, kind), known in asked.items():
        opinion = opinions[(surface, kind)]
        if known and kind is not Kind.PERSON and opinion.entity is not None and opinion.advice is None:
            opinions[(surface, kind)] = judge(desk, surface, kind, known=True)


def _taken_apart(
    desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token], text: str
) -> list[Found]:
    """The spans, with hyphenated ones that are no name of their own replaced by the names they are made of."""
    parted: list[Found] = []
    for one in found:
        span, surface, _, _ = one
        if not span.parts or opinions[(surface, kind_of(span, surface, persons))].entity is not None:
            parted.append(one)
            continue
        parts: list[Found] = []
        for part in span.parts:
            start, end = tokens[part.first].start, tokens[part.last].end
            key = (text[start:end], kind_of(part, text[start:end], persons))
            if key not in opinions:
                opinions[key] = judge(desk, *key, known=True)
            parts.append((part, text[start:end], start, end))
        # Where one of them is nobody's, or a surname, so is the whole, more likely: Trebizond-Hale.
        apart = all(
            opinions[(surface, kind_of(part, surface, persons))].entity and not is_surname(surface)
            for part, surface, _, _ in parts
        )
        parted += parts if apart else [one]
    return parted


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
        tokens = tokenize(copy.source_text, copy.source_language or "und")
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
    ordered = sorted(left)
    begins, stops = [begin for begin, _ in ordered], list(itertools.accumulate((stop for _, stop in ordered), max))
    for span, surface, start, end in found:
        kind = kind_of(span, surface, persons)
        opinion = opinions[(surface, kind)]
        key = opinion.entity.id if opinion.entity is not None else fold(persons.get(fold(surface), surface))
        cluster = clusters.setdefault(key, len(clusters) + 1)
        first, last = prose.starts[start], prose.ends[end - 1]
        advised = opinion.advice is not None and opinion.confidence >= SHOWN
        before = bisect_right(begins, start)  # of the spans that are left alone; the furthest of them may reach over it
        if before and end <= stops[before - 1]:
            advised = False
        if any(first < stop and begin < last for begin, stop in copy.ignore):
            advised = False
        cuts = cuts_of(copy.text, prose.starts, prose.ends, start, end)
        offers = [text for text in opinion.alternatives if put_in(surface, cuts, text, str) is not None]
        if opinion.replacement is not None and put_in(surface, cuts, opinion.replacement, str) is None:
            advised = False
        # What is not sure enough to be carried out is offered, not put in.
        sure = advised and opinion.confidence >= FIXED
        offered = () if sure or opinion.replacement is None else (opinion.replacement,)
        alternatives = (*offered, *offers) if advised else ()
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
                cuts=cuts,
                read=None if copy.text[first:last] == surface else surface,
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
