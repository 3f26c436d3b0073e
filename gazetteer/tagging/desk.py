"""The desk of one document: who asks, in which style and language, and what the document has told so far.

It asks the gazetteer each thing once, and says which forms may stand. It decides nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.keys import form
from gazetteer.matching.native import romanization_of
from gazetteer.matching.similarity import ratio
from gazetteer.model import Decision, Entity, Kind, Match, Name, Outcome, Query, Style
from gazetteer.resolve import Gazetteer, is_written, names_of, resolve
from gazetteer.romanization.readings import readings
from gazetteer.romanization.ukrainian import english_key
from gazetteer.tagging.accepted import Accepted, accepted_forms
from gazetteer.tagging.lexicon import same_given
from gazetteer.text.clean import fold
from gazetteer.text.generics import without_generic

# Countries that write in Cyrillic letters.
CYRILLIC = frozenset(("UA", "RU", "BY", "BG", "RS", "MK", "KZ", "KG", "TJ", "MN", "ME", "BA"))
# So near to a place of the document a place speaks for itself; a sea or a lake is where its shores are.
NEAR_KM, ROUND_WATER_KM = 120.0, 300.0
WATERS = frozenset(("gulf", "sea", "bay", "lake", "river", "strait"))


@dataclass(slots=True)
class Desk:
    """Who asks for one document; `country` and `supported` are what the document has told so far."""

    gazetteer: Gazetteer
    style: Style
    language: str
    source_language: str | None = None
    country: str | None = None
    supported: dict[str, tuple[Entity, Accepted]] = field(default_factory=dict)
    _decisions: dict[tuple[str, Kind | None, str | None], Decision] = field(default_factory=dict)
    _accepted: dict[str, tuple[Accepted, Sequence[Name]]] = field(default_factory=dict)

    def knows(self, surface: str) -> bool:
        """Whether the gazetteer has this written form."""
        return len(surface) > 1 and is_written(self.gazetteer, surface)

    def accepted(self, match: Match) -> tuple[Accepted, Sequence[Name]]:
        """The forms of a match's entity that may stand, and all its names."""
        found = self._accepted.get(match.entity.id)
        if found is None:
            names = names_of(self.gazetteer, match.key)
            found = self._accepted[match.entity.id] = (accepted_forms(match.entity, names, self.style), names)
        return found

    def decide(self, surface: str, kind: Kind | None) -> Decision:
        """Who a surface means by itself."""
        first = self._decisions.get((surface, kind, None))
        if first is not None and (self.country is None or first.outcome is not Outcome.AMBIGUOUS):
            return first
        key = (surface, kind, self.country)
        if key not in self._decisions:
            asked = self._query(surface, kind)
            self._decisions[key] = resolve(self.gazetteer, asked, style=self.style, explain=False)
        return self._decisions[key]

    def _query(self, surface: str, kind: Kind | None) -> Query:
        return Query(surface, kind=kind, language=self.language, country=self.country, limit=8)

    def reason(self, surface: str, kind: Kind | None, entity: Entity) -> str | None:
        """Why a surface means this entity by itself, if it does."""
        decided = resolve(self.gazetteer, self._query(surface, kind), style=self.style)
        return decided.why if decided.outcome is Outcome.LINKED and decided.entity == entity else None

    def stands(self, surface: str, match: Match) -> bool:
        accepted = self.accepted(match)[0]
        return accepted.has(surface) or _same_but_for_i(surface, accepted, match.entity)

    def replacement(self, surface: str, entity: Entity, accepted: Accepted) -> str | None:
        """The desk's own form, as long as the surface: a lone surname for a lone surname, accepted words kept."""
        words, own = surface.split(), accepted.own.split()
        if entity.kind is not Kind.PERSON:
            bare = without_generic(accepted.own, "Latn") if entity.feature_type == "region" else None
            return bare[0] if bare is not None and without_generic(surface, "Latn") is None else accepted.own
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
        said = [form(reading.text) for reading in readings(one, self.source_language)[:6]]
        target = form(readings(other, self.language)[0].text)
        return max((ratio(text, target) for text in said), default=0.0)

    def is_near(self, entity: Entity) -> bool:
        """Whether a place lies near one that the document names."""
        return any(
            _far(entity, other) <= (ROUND_WATER_KM if other.feature_type in WATERS else NEAR_KM)
            for other, _ in self.supported.values()
            if other.kind is Kind.PLACE and other.feature_type != "country"
        )

    def users(self, surface: str, match: Match) -> tuple[str, ...]:
        """The languages whose press usage writes a name of the match's entity so."""
        _, names = self.accepted(match)
        found = romanization_of(surface, self.source_language, match.entity, names)
        return tuple(system.language for system in found[0] if system.language) if found else ()


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
