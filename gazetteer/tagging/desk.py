"""The desk of one document: who asks, in which style and language, and what the document has told so far.

It asks the gazetteer each thing once, and says which forms may stand. It decides nothing.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from gazetteer.keys import form
from gazetteer.languages.official import official_languages
from gazetteer.matching.native import rebuilt_from, romanization_of
from gazetteer.matching.similarity import ratio
from gazetteer.model import (
    Action,
    Decision,
    Entity,
    Judgement,
    Kind,
    Match,
    Name,
    NameKind,
    Outcome,
    Point,
    Query,
    Stage,
    Style,
)
from gazetteer.resolve import Gazetteer, is_heard, is_written, names_of, resolve
from gazetteer.romanization.language_names import script_of_language
from gazetteer.romanization.readings import readings
from gazetteer.romanization.ukrainian import english_key
from gazetteer.tagging.accepted import Accepted, accepted_forms
from gazetteer.tagging.lexicon import same_given
from gazetteer.tagging.opinion import HARDLY_HEARD, HEARD, KNOWN_ENOUGH, KNOWN_PERSON, SURE_ALONE
from gazetteer.text.clean import fold
from gazetteer.text.generics import without_generic
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

# So many readings of a form are compared, and so many places of the document tried as neighbours of an unknown one.
READINGS, PLACES_TRIED = 6, 2
NEAR_LISTED = 12  # places that a cut or garbled form is compared with, whichever is the likeliest by itself
LEAST_SIGNS = 3  # by which Chinese spells a foreign surname that nobody else bears
# Countries that write in Cyrillic letters.
CYRILLIC = frozenset(("UA", "RU", "BY", "BG", "RS", "MK", "KZ", "KG", "TJ", "MN", "ME", "BA"))
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# So near to a place of the document a place speaks for itself; a sea or a lake is where its shores are.
NEAR_KM, ROUND_WATER_KM = 120.0, 300.0
WATERS = frozenset(("gulf", "sea", "bay", "lake", "river", "strait"))
POINTS = WATERS | {"city", "town", "settlement"}  # places that one can be near to


@dataclass(slots=True)
class Desk:
    """Who asks for one document; `country`, `supported` and what is looked up are what the document has told so far."""

    gazetteer: Gazetteer
    style: Style
    language: str
    source_language: str | None = None
    through: frozenset[str] = frozenset()  # the languages of several other wrong names, of which one is the source's
    country: str | None = None
    persons: Mapping[str, str] = field(default_factory=dict)  # full names in the text by their last words, folded
    named: frozenset[str] = frozenset()  # all that the text names, folded
    judgements: Sequence[Judgement] = ()  # that hold for whoever asks
    look_ups: int = 100  # by likeness, that are left for this document
    supported: dict[str, Match] = field(default_factory=dict)
    _read: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)
    _targets: dict[tuple[str, int], list[tuple[Entity, str]]] = field(default_factory=dict)
    _targets_of: int = 0
    _initials: dict[str, list[Match]] = field(default_factory=dict)
    _small: list[Entity] = field(default_factory=list)
    _small_of: int = 0
    _known: dict[str, bool] = field(default_factory=dict)
    _heard: dict[str, bool] = field(default_factory=dict)
    _decisions: dict[tuple[str, Kind | None, str | None], Decision] = field(default_factory=dict)
    _rebuilt: dict[tuple[str, str], Name | None] = field(default_factory=dict)
    _accepted: dict[str, tuple[Accepted, Sequence[Name]]] = field(default_factory=dict)

    def knows(self, surface: str) -> bool:
        """Whether the gazetteer has this written form, and shows it."""
        found = self._known.get(surface)
        if found is None:
            found = self._known[surface] = len(surface) > 1 and is_written(self.gazetteer, surface, in_use=True)
        return found

    def is_abbreviation(self, surface: str) -> bool:
        """Whether somebody well known is written so in capitals alone: OTAN, but not MILAN."""
        exact = (match for match in self.decide(surface, None).matches if match.stage is Stage.EXACT)
        return any(
            match.name.kind is NameKind.ABBREVIATION
            and match.name.text == surface
            and match.entity.importance >= KNOWN_ENOUGH
            for match in exact
        )

    def abbreviation(self, names: Sequence[Name]) -> str | None:
        """What the desk's language abbreviates one to that has these names: UN, not U.N."""
        tongue = self.style.language
        own = [name.text for name in names if name.kind is NameKind.ABBREVIATION and name.language == tongue]
        return next((text for text in own if "." not in text), None)

    def has_hidden(self, surface: str) -> bool:
        """Whether the gazetteer has this written form, but never shows it."""
        return not self.knows(surface) and is_written(self.gazetteer, surface)

    def hears(self, surface: str) -> bool:
        """Whether a full name that the gazetteer has not is a well-known person's, as another language spells it."""
        if usage(surface, self.language) >= HEARD or not self._is_heard(surface):
            return False
        decided = self.decide_person(surface)
        if decided.outcome is not Outcome.LINKED or decided.confidence < SURE_ALONE:
            return False
        match = decided.matches[0]
        if " " not in match.entity.canonical or (match.name.kind is NameKind.SHORT and not _is_spelled_out(match.name)):
            return False
        through_another_script = script_of(match.name.text) != "Latn" and usage(surface, self.language) < HARDLY_HEARD
        return match.entity.importance >= (KNOWN_ENOUGH if through_another_script else KNOWN_PERSON)

    def _is_heard(self, surface: str) -> bool:
        found = self._heard.get(surface)
        if found is None:
            found = self._heard[surface] = is_heard(self.gazetteer, surface, self.language)
        return found

    def decide_person(self, surface: str, depth: Stage = Stage.READING) -> Decision:
        """Which person a surface means, of those written or sounding so, or like it as well."""
        return self._resolved(self._query(surface, Kind.PERSON), depth)

    def decide_organization(self, surface: str) -> Decision:
        """Which organization a surface means, of those written or sounding so."""
        return self._resolved(self._query(surface, Kind.ORGANIZATION), Stage.READING)

    def accepted(self, match: Match) -> tuple[Accepted, Sequence[Name]]:
        """The forms of a match's entity that may stand, and all its names."""
        found = self._accepted.get(match.entity.id)
        if found is None:
            names = names_of(self.gazetteer, match.key)
            found = self._accepted[match.entity.id] = (accepted_forms(match.entity, names, self.style), names)
        return found

    def decide(self, surface: str, kind: Kind | None) -> Decision:
        """Who a surface means by itself; likeness is looked up as long as the document's share of that lasts."""
        first = self._decisions.get((surface, kind, None))
        if first is not None and (self.country is None or first.outcome is not Outcome.AMBIGUOUS):
            return first
        key = (surface, kind, self.country)
        if key not in self._decisions:
            asked, depth = self._query(surface, kind), self._depth(surface, kind)
            self._decisions[key] = self._resolved(asked, depth)
        return self._decisions[key]

    def decide_anywhere(self, surface: str, kind: Kind | None) -> Decision:
        """Who a surface means by itself, whatever country the document is about."""
        asked = replace(self._query(surface, kind), country=None)
        return self._resolved(asked, self._depth(surface, kind))

    def refuses(self, surface: str, entity: Entity) -> bool:
        """Whether it holds that a written form does not mean an entity."""
        return any(one.entity_id == entity.id for one in self._refused(surface))

    def _refused(self, surface: str) -> tuple[Judgement, ...]:
        if not self.judgements:
            return ()
        said = fold(surface)
        return tuple(one for one in self.judgements if one.action is Action.NOT_THIS and fold(one.name) == said)

    def _resolved(self, asked: Query, depth: Stage) -> Decision:
        refused = self._refused(asked.name)
        return self.gazetteer.remember(
            (asked, depth, refused),
            lambda: resolve(self.gazetteer, asked, style=self.style, judgements=refused, explain=False, depth=depth),
        )

    def decide_near(self, surface: str, place: Entity) -> Decision:
        """Which place a surface means near to another."""
        near = Point(place.lat or 0.0, place.lon or 0.0)
        asked = Query(surface, kind=Kind.PLACE, language=self.language, near=near, limit=NEAR_LISTED)
        return self._resolved(asked, Stage.LIKENESS)

    def decide_alike(self, surface: str) -> Decision:
        """Which place a surface means, of those like it as well."""
        return self._resolved(self._query(surface, Kind.PLACE), Stage.LIKENESS)

    def _depth(self, surface: str, kind: Kind | None) -> Stage:
        if self.knows(surface):
            return Stage.EXACT
        return Stage.LIKENESS if kind is not Kind.PERSON and self.spend() else Stage.READING

    def spend(self) -> bool:
        """Whether there is one more look-up by likeness left for this document; it is then spent."""
        self.look_ups -= 1
        return self.look_ups >= 0

    def _query(self, surface: str, kind: Kind | None) -> Query:
        return Query(surface, kind=kind, language=self.language, country=self.country, limit=8)

    def reason(self, surface: str, kind: Kind | None, entity: Entity) -> str | None:
        """Why a surface means this entity by itself, if it does, in the words of the language it came through."""
        asked = self._query(surface, kind)
        for language in dict.fromkeys((self.source_language or self.language, self.language)):
            decided = resolve(self.gazetteer, replace(asked, language=language), style=self.style)
            if decided.outcome is Outcome.LINKED and decided.entity == entity:
                return decided.why
        return None

    def stands(self, surface: str, match: Match) -> bool:
        """Whether a written form of a match's entity may stay as it is."""
        entity = match.entity
        if surface == entity.canonical and self.style.language == "en" and entity.id not in self.style.overrides:
            return True  # as most names are: nothing more need be looked at
        accepted = self.accepted(match)[0]
        if accepted.has(surface):
            return True
        if entity.feature_type == "region" and (bare := without_generic(surface, "Latn")) is not None:
            return accepted.has(bare[0])  # Belgorod Oblast
        if match.entity.id in self.style.overrides:
            return False  # what a style decides leaves nothing open
        return _same_but_for_i(surface, accepted, match.entity) or self._is_press_form(surface, match)

    def _is_press_form(self, surface: str, match: Match) -> bool:
        """Whether the press of the desk's language, not English, writes an entity so that has no name in it."""
        (accepted, names), tongue = self.accepted(match), self.style.language
        if tongue == "en" or accepted.own != match.entity.canonical:
            return False
        found = romanization_of(surface, tongue, match.entity, names)
        return found is not None and any(system.language == tongue for system in found[0])

    def replacement(self, surface: str, entity: Entity, accepted: Accepted) -> str | None:
        """The desk's own form, as long as the surface: a lone surname for a lone surname, accepted words kept."""
        words, own = surface.split(), accepted.own.split()
        if entity.kind is not Kind.PERSON:
            bare = without_generic(accepted.own, "Latn") if entity.feature_type == "region" else None
            said = accepted.bare or (bare and bare[0])
            return said if said is not None and without_generic(surface, "Latn") is None else accepted.own
        if len(words) == 1:
            if accepted.short is None:
                return accepted.own
            first = own[0]
            given = len(own) > 1 and (same_given(surface, first) or ratio(fold(surface), fold(first)) > 0.75)
            near = ratio(fold(surface), fold(accepted.short)) >= ratio(fold(surface), fold(first))
            return accepted.short if near or not given else first
        written, mine = set(fold(surface).split()), set(fold(accepted.own).split())
        # Of the accepted forms the one that keeps most of what is written, and adds the desk's own words alone.
        split = {form: set(form.split()) for form in accepted.forms}
        fitting = [form for form, theirs in split.items() if written & theirs and theirs - written <= mine]
        kept = max(fitting, key=lambda form: len(written & split[form]), default=None)
        form_kept = accepted.forms[kept] if kept is not None else accepted.own
        return form_kept if len(form_kept.split()) == len(words) else accepted.own

    def alikeness(self, one: str, other: str) -> float:
        """How like two written forms are, as the copy's language and the one it came through read them."""
        target = next(iter(self.forms(other, self.language)), "")
        return max((ratio(text, target) for text in self.forms(one, self.source_language)), default=0.0)

    def forms(self, text: str, language: str | None) -> list[str]:
        """What a written form says, read by this language first, without spaces; the likeliest first."""
        found = self._read.get((text, language))
        if found is None:
            said = readings(text, language)[:READINGS]
            found = self._read[(text, language)] = list(dict.fromkeys(form(reading.text) for reading in said))
        return found

    def small_places(self) -> list[Entity]:
        """The smallest places of the document that one can be near to, at most so many as are tried."""
        if len(self.supported) != self._small_of:
            entities = (match.entity for match in self.supported.values())
            points = (one for one in entities if one.lat is not None and one.feature_type in POINTS)
            self._small = nsmallest(PLACES_TRIED, points, key=lambda one: (one.population or 0, one.id))
            self._small_of = len(self.supported)
        return self._small

    def targets(self, surface: str) -> list[tuple[Entity, str]]:
        """The forms of the desk's that stand in the document and begin as a surface does, with as many words."""
        first, words = fold(surface)[:1], len(surface.split())
        if len(self.supported) != self._targets_of:
            self._targets, self._initials = {}, {}
            for match in self.supported.values():
                for initial in self._initials_of(match.entity):
                    self._initials.setdefault(initial, []).append(match)
            self._targets_of = len(self.supported)
        if (first, words) not in self._targets:
            self._targets[(first, words)] = [
                (match.entity, text)
                for match in self._initials.get(first, ())
                for text in dict.fromkeys(filter(None, (self.accepted(match)[0].own, self.accepted(match)[0].short)))
                if fold(text)[:1] == first and len(text.split()) == words
            ]
        return self._targets[(first, words)]

    def _initials_of(self, entity: Entity) -> set[str]:
        """The letters that the desk's form of an entity, or a short form, may begin with."""
        if self.style.language != "en":
            return set(ALPHABET)  # its name in that language is not known yet
        own = self.style.overrides.get(entity.id, entity.canonical)
        return {word[:1] for word in (*fold(own).split(), *fold(self.style.shorts.get(entity.id) or "").split())}

    def is_near(self, entity: Entity) -> bool:
        """Whether a place lies near one that the document names."""
        return any(
            _far(entity, other) <= (ROUND_WATER_KM if other.feature_type in WATERS else NEAR_KM)
            for other in (match.entity for match in self.supported.values())
            if other.feature_type in POINTS
        )

    def may_be_told(self, entity: Entity) -> bool:
        """Whether a wrong form of a place can be told from a right one: not where each is somebody's romanization."""
        own = official_languages(entity.country)[:1]
        return not own or script_of_language(own[0]) in ("Latn", "Cyrl", "Grek")

    def users(self, surface: str, match: Match) -> tuple[str, ...]:
        """The languages whose press usage writes a name of the match's entity so."""
        return self._usage(surface, match)[0]

    def rebuilt_from(self, surface: str, match: Match) -> Name | None:
        """Another country's name of the match's entity that a surface is the romanization of, to the letter."""
        key = (surface, match.entity.id)
        if key not in self._rebuilt:
            names = self.accepted(match)[1] if match.stage is Stage.EXACT else (match.name,)
            self._rebuilt[key] = rebuilt_from(surface, match.entity, names)
        return self._rebuilt[key]

    def is_usage(self, surface: str, match: Match) -> bool:
        """Whether the press of the desk's own language writes the native name of the match's entity so."""
        users, tongue = self._usage(surface, match)
        return self.style.language in users and tongue in official_languages(match.entity.country)[:1]

    def _usage(self, surface: str, match: Match) -> tuple[tuple[str, ...], str | None]:
        """The languages whose press writes a name of the match's entity so, and the language of that name."""
        _, names = self.accepted(match)
        found = romanization_of(surface, self.source_language, match.entity, names)
        if found is None:
            return (), None
        systems, name = found
        return tuple(system.language for system in systems if system.language), name.language


def _is_spelled_out(name: Name) -> bool:
    """Whether a surname looks like a full name when it is read: Ma Kelong, as Chinese spells Macron."""
    return script_of(name.text) == "Hani" and len(name.text) >= LEAST_SIGNS


def _same_but_for_i(surface: str, accepted: Accepted, entity: Entity) -> bool:
    """Whether a form differs from the desk's in no more than i and y, as English romanizations of Cyrillic do."""
    if entity.kind is Kind.PLACE and entity.country == "UA":
        return False
    targets = [text for text in (accepted.own, accepted.short) if text]
    return entity.country in CYRILLIC and any(english_key(surface) == english_key(text) for text in targets)


def _far(one: Entity, other: Entity) -> float:
    """The distance of two places in kilometres, near enough for places near each other."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    across = ((one.lon - other.lon + 180) % 360 - 180) * math.cos(math.radians(one.lat))
    return 111.2 * math.hypot(one.lat - other.lat, across)
