"""Calques: names of places that were translated as words, as White Church for Bila Tserkva.

Such words are right English, and somewhere they are a right name: they are put right only where the document is about
the country of the place, where a place is spoken of, and where nobody whom we know is rightly called so.
"""

from collections.abc import Iterator, Mapping, Sequence

from gazetteer.languages.official import official_languages
from gazetteer.matching.native import native_name
from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Kind, Match, Name, Outcome, Relation, Stage
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import ALIKE_IN_TEXT, KNOWN_BY_SOUND, KNOWN_PLACE, TOWN, Opinion, alternatives
from gazetteer.tagging.phrases import Phrase, find_phrases
from gazetteer.tagging.spans import Span
from gazetteer.tagging.surroundings import SETTLED, Document, Ground, ground_of, is_elsewhere, is_here, languages_around
from gazetteer.tagging.tokens import Token
from gazetteer.tagging.toponyms import countries_of, languages_of, lexicon, translated_back
from gazetteer.text.clean import fold

Names = Sequence[tuple[str, str]]  # with the language of each
ENGLISH = "en"  # the language of the words that are turned back
LOOK_UPS = 4  # by likeness, in one document
LEAST_TOLD = 2  # places of its country, where all words of a name are English ones
PHRASES = 100  # that are looked up, in one document
# How sure it is what words alone mean where neither the source language nor the right name in the text says so: that is
# offered, not put in.
WORDS_ALONE = 0.7
LEAST_STEM = 3  # letters that a name's cases have in common: Váh, nad Váhom


def with_calques(
    desk: Desk, found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token], text: str
) -> list[Found]:
    """The spans with those of names translated as words, of which the opinions are put with the others."""
    phrases = list(find_phrases(tokens)) if desk.language.split("-")[0] == ENGLISH else []
    if not phrases:
        return list(found)
    thought = [opinions[(surface, kind_of(span, surface, persons))] for span, surface, _, _ in found]
    document = Document(desk, found, thought, tokens, text)
    told = _told(document, phrases)
    chosen = [phrase for phrase in phrases if _is_told_here(document, phrase, told)]
    opinions.update({(surface, Kind.PLACE): opinion for surface, opinion in told.items()})
    return _put_in(document, chosen) if chosen else list(found)


def _is_told_here(document: Document, phrase: Phrase, told: Mapping[str, Opinion]) -> bool:
    """Whether a phrase is one that was told, and is not said to lie elsewhere where it stands."""
    opinion = told.get(document.surface(phrase))
    place = opinion.entity if opinion is not None else None
    return place is not None and not is_elsewhere(document, phrase, place)


def _put_in(document: Document, phrases: Sequence[Phrase]) -> list[Found]:
    """The spans of a document with these phrases in the place of what stands in them, but where a name goes on."""
    owner = {place: one for one in document.found for place in range(one[0].first, one[0].last + 1)}
    new: list[Found] = []
    gone: set[int] = set()
    for phrase in phrases:
        places = range(phrase.first, phrase.last + 1)
        inside = [owner[place] for place in places if place in owner]
        if any(one[0].first < phrase.first or phrase.last < one[0].last for one in inside):
            continue
        first, last = document.tokens[phrase.first], document.tokens[phrase.last]
        whole = (
            Span(phrase.first, phrase.last, False, Kind.PLACE, first.opens),
            document.surface(phrase), first.start, last.end,
        )  # fmt: skip
        gone.update(one[2] for one in inside)
        owner.update(dict.fromkeys(places, whole))
        new.append(whole)
    kept = [one for one in document.found if one[2] not in gone]
    return sorted((*kept, *new), key=lambda one: one[2])


def _told(document: Document, phrases: Sequence[Phrase]) -> dict[str, Opinion]:
    """What is thought of the phrases that are told to be names, by how they are written: one that tells is enough."""
    names: dict[tuple[str, ...], Names] = {}
    languages = languages_around(document)
    for phrase in phrases:
        if phrase.words not in names and len(names) < PHRASES:
            names[phrase.words] = _names(document.desk, phrase.words, languages)
    phrases = [phrase for phrase in phrases if names.get(phrase.words)]
    if not phrases:
        return {}
    ground = ground_of(document, phrases)
    told: dict[str, Opinion] = {}
    meant: dict[str, Match | None] = {}
    look_ups = LOOK_UPS
    for phrase in phrases:
        surface = document.surface(phrase)
        if surface not in meant:
            look_ups -= phrase.other is not None
            tried = phrase.other is None or look_ups >= 0
            meant[surface] = _meant(document.desk, phrase, surface, names[phrase.words], ground) if tried else None
        match = meant[surface]
        if match is None or surface in told or not is_here(document, phrase, match.entity, ground):
            continue
        if (opinion := _opinion(document.desk, phrase, surface, match, ground)) is not None:
            told[surface] = opinion
    return told


def _names(desk: Desk, words: Sequence[str], languages: frozenset[str]) -> Names:
    """The names that the gazetteer has of those that these words may translate, each with its language."""
    return [
        (name, tongue) for tongue in sorted(languages) for name in translated_back(words, tongue) if desk.knows(name)
    ]


def _opinion(desk: Desk, phrase: Phrase, surface: str, match: Match, ground: Ground) -> Opinion | None:
    """What is thought of a phrase that means a place; None where it may stand."""
    if desk.refuses(surface, match.entity):
        return None
    accepted, names = desk.accepted(match)
    replacement = desk.replacement(surface, match.entity, accepted)
    if replacement is None or fold(replacement) == fold(surface) or desk.stands(surface, match):
        return None
    words_alone = not phrase.stays and phrase.other is None
    said = match.entity.id in ground.named or match.entity.country in countries_of(desk.source_language or "")
    why = f"‘{surface}’ is {_native(phrase, match, names)} {_how(phrase)}."
    return Opinion(
        match.entity, Kind.PLACE, Outcome.LINKED, Advice.WRONG, replacement, alternatives(accepted, replacement),
        confidence=WORDS_ALONE if words_alone and not said else 0.85, relation=Relation.VARIANT, why=why,
        weight=match.weight,
    )  # fmt: skip


def _native(phrase: Phrase, match: Match, names: Sequence[Name]) -> str:
    """The name that was translated, in its own writing."""
    if not phrase.stays and phrase.other is None:
        return match.name.text
    known, tongues = lexicon().words, languages_of(match.entity.country or "")
    wanted = [
        {fold(form) for tongue in tongues for form in known[word.lower()].get(tongue, ())}
        for word in phrase.words
        if word not in phrase.stays
    ]
    whole = [name for name in names if name.shown and all(map(set(fold(name.text).split()).intersection, wanted))]
    native = min(whole, key=lambda name: name.inferred, default=native_name(match.entity, names))
    return native.text if native is not None else match.entity.canonical


def _how(phrase: Phrase) -> str:
    if not phrase.stays and phrase.other is None:
        return "translated word for word"
    turned = " ".join(word for word in phrase.words if word not in phrase.stays)
    return f"with ‘{turned}’ translated as words" if " " in turned else f"with ‘{turned}’ translated as a word"


def _meant(desk: Desk, phrase: Phrase, surface: str, names: Names, ground: Ground) -> Match | None:
    """The place whose name, one of these, a phrase translates, where one alone may be meant and nobody else."""
    found = {
        match.entity.id: match
        for name, language in names
        for match in (_told_apart if phrase.other else _named)(desk, phrase, name)
        if match.entity.feature_type in SETTLED
        and match.entity.country in ground.countries
        and language in languages_of(match.entity.country)
        and _is_told(desk, phrase, match, ground)
    }
    best = max(found.values(), key=lambda one: (one.weight, one.entity.id), default=None)
    if best is None or any(one.weight >= best.weight - 1.0 for one in found.values() if one is not best):
        return None
    return None if _may_be_right(desk, surface, best.entity, ground) else best


def _named(desk: Desk, phrase: Phrase, name: str) -> Iterator[Match]:
    """The places that have a name as their own."""
    for match in desk.decide(name, Kind.PLACE).matches:
        if match.stage is Stage.EXACT and _is_its_own(desk, phrase, name, match):
            yield match


def _is_its_own(desk: Desk, phrase: Phrase, name: str, match: Match) -> bool:
    """Whether a place is called so today: not by an old name, nor by another country's."""
    if phrase.stays:
        last = fold(match.entity.canonical).split()[-1]
        return ratio(fold(phrase.words[-1]), last) >= ALIKE_IN_TEXT
    return desk.alikeness(name, match.entity.canonical) >= ALIKE_IN_TEXT


def _told_apart(desk: Desk, phrase: Phrase, name: str) -> Iterator[Match]:
    """The places of a name that the phrase tells from others: Nové Město na Moravě."""
    joined, other, base = lexicon().between[phrase.between or ""], fold(phrase.other or ""), fold(name).split()
    for match in desk.decide_alike(f"{name} {min(joined)} {phrase.other}").matches:
        own = fold(match.entity.canonical).split()
        rest = own[len(base) :]
        if own[: len(base)] == base and len(rest) == 2 and rest[0] in joined and _is_one_word(rest[1], other):
            yield match


def _is_one_word(one: str, other: str) -> bool:
    """Whether two words may be cases of one: Moravě, Moravia."""
    least = max(LEAST_STEM, min(len(one), len(other)) - 2)
    return one[:least] == other[:least]


def _is_told(desk: Desk, phrase: Phrase, match: Match, ground: Ground) -> bool:
    """Whether the document tells enough for a place that is so well known."""
    place, unlike = match.entity, bool(phrase.stays or phrase.other)  # in part not English
    if place.id in ground.named:
        return True
    if not unlike and ground.told.get(place.country or "", 0) < LEAST_TOLD:
        return False
    if desk.is_near(place):
        return match.weight >= (KNOWN_BY_SOUND if unlike else TOWN)
    if match.weight < (KNOWN_BY_SOUND if phrase.other else TOWN if phrase.stays else KNOWN_PLACE):
        return False
    if desk.country is not None:
        return desk.country == place.country
    english = any("en" in official_languages(country) for country in ground.countries)
    return not english and (unlike or place.country in ground.lands)


def _may_be_right(desk: Desk, surface: str, place: Entity, ground: Ground) -> bool:
    """Whether somebody is rightly called so, and may be meant."""
    if not desk.knows(surface):
        return False
    for match in desk.decide(surface, None).matches:
        other = match.entity
        if match.stage is not Stage.EXACT:
            continue
        if other.id == place.id or other.feature_type not in SETTLED or other.country in ground.lands:
            return True
        if match.weight >= TOWN or fold(other.canonical) == fold(surface):
            return True
    return place.id not in ground.named and desk.country != place.country and not desk.is_near(place)
