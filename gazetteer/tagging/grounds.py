"""Grounds for leaving a known form as it is, though the desk writes another: it may be right for all we can tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Kind, Match, Name, NameKind
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.opinion import IN_USE, MILLION, RARE, TOWN, WELL_USED
from gazetteer.text.clean import fold
from gazetteer.text.words import is_widely_written, usage

# So much rarer than the desk's form, on the Zipf scale, a form is one that is not used here.
MUCH_RARER = 1.3
# So little rarer it is as good as used.
NEARLY_AS_USED = 0.5
# Names less alike than this are other words altogether, and a person may bear one of them.
OTHER_WORD = 0.4


@dataclass(frozen=True, slots=True)
class Known:
    """A written form that an entity has: its names that are written so, and the languages they are told to be in."""

    surface: str
    kind: Kind | None
    match: Match
    own: str  # what the desk writes
    same: Sequence[Name]
    told: tuple[str, ...]

    @property
    def entity(self) -> Entity:
        """The entity that has the form."""
        return self.match.entity


def may_be_right(desk: Desk, form: Known) -> bool:
    """Whether a form may be right as it stands, by what is known of it alone."""
    entity, tongue = form.entity, desk.style.language
    if entity.kind is Kind.ORGANIZATION and (not form.told or tongue in form.told):
        return True
    if entity.country == "UA" and tongue == "en":
        return _may_be_right_in_ukraine(desk, form)
    if entity.id not in desk.style.overrides and _may_be_another(desk, form):
        return True
    if desk.users(form.surface, form.match):
        return False
    if form.told and tongue not in form.told:
        return not any(map(is_widely_written, form.told))
    return not _is_hardly_used(desk, form)


def _may_be_right_in_ukraine(desk: Desk, form: Known) -> bool:
    """There the desk's form is wanted, but for a village whose name is somebody's, and for its own present name."""
    if any(name.kind is NameKind.ENDONYM and name.preferred and name.language == "uk-Latn" for name in form.same):
        return True
    lone = form.kind is not Kind.PLACE and " " not in form.surface
    return lone and form.match.weight < TOWN and usage(form.surface, desk.style.language) >= WELL_USED


def _may_be_another(desk: Desk, form: Known) -> bool:
    """Whether the form is an old one, a hidden one, a demonym, in use itself, or another word altogether."""
    if any(name.kind is NameKind.HISTORICAL for name in form.same) or not any(name.shown for name in form.same):
        return True
    if form.entity.feature_type == "country" and not form.told:
        return True  # lists of countries have demonyms among their labels
    used = usage(form.surface, desk.style.language)
    rarer = MUCH_RARER if form.kind is not Kind.PLACE and " " not in form.surface else NEARLY_AS_USED
    if used >= IN_USE and used >= usage(form.own, desk.style.language) - rarer:
        return True
    other = ratio(fold(form.surface), fold(form.own)) < OTHER_WORD
    return other and (form.kind is not Kind.PLACE or form.entity.feature_type == "region")


def _is_hardly_used(desk: Desk, form: Known) -> bool:
    """Whether a form of no known language is hardly used where the desk's form is well used."""
    tongue = desk.style.language
    used, own_used = usage(form.surface, tongue), usage(form.own, tongue)
    if tongue in form.told or own_used < WELL_USED or used > own_used - MUCH_RARER:
        return False
    return form.kind is Kind.PLACE or (used < RARE and form.match.weight >= MILLION)
