"""Grounds for leaving a known form as it is, though the desk writes another: it may be right for all we can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.matching.similarity import ratio
from gazetteer.model import Entity, Kind, Match, Name, NameKind
from gazetteer.romanization.language_names import script_of_language
from gazetteer.tagging.desk import Desk
from gazetteer.tagging.inflections import is_case_form
from gazetteer.tagging.lexicon import GENERIC, is_given, is_no_name, is_surname
from gazetteer.tagging.opinion import GREAT_CITY, IN_USE, KNOWN_PLACE, MILLION, RARE, TOWN, WELL_USED
from gazetteer.tagging.toponyms import is_common
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of
from gazetteer.text.words import EXONYMS_OF, is_widely_written, usage

# So much rarer than the desk's form, on the Zipf scale, a form is one that is not used here.
MUCH_RARER = 1.3
# So little rarer it is as good as used.
NEARLY_AS_USED = 0.5
# Initials of fewer letters mean too many things, and so do those of anybody less important.
LEAST_INITIALS, WELL_KNOWN = 3, 0.7
# Names less alike than this are other words altogether, and a person may bear one of them.
OTHER_WORD = 0.4
# Names of an organization less alike than this are a name and its translation: Ukrzaliznytsia, Ukrainian Railways.
OTHER_NAME = 0.75
# Names more alike than this are rather forms of the place's own language: Korça, Korçë.
OWN_VARIANT = 0.8
# A city of some three hundred thousand has a form of its own in English, however rarely it is written of.
FAMOUS = 5.5
# So much a name is used, on the Zipf scale, that is met at all.
SELDOM_USED = 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """A written form that an entity has: its names that are written so, and the languages they are told to be in."""

    surface: str
    kind: Kind | None
    match: Match
    own: str  # what the desk writes
    same: Sequence[Name]
    told: tuple[str, ...]
    others: float = -1.0  # the weight of the heaviest of the others that are rightly called so

    @property
    def others_own(self) -> bool:
        """Whether somebody less important is rightly called so."""
        return self.others >= 0.0

    @property
    def entity(self) -> Entity:
        """The entity that has the form."""
        return self.match.entity


def may_be_right(desk: Desk, form: Known) -> bool:
    """Whether a form may be right as it stands, by what is known of it alone."""
    entity, tongue = form.entity, desk.style.language
    is_known = entity.kind is Kind.PLACE and form.match.weight >= (KNOWN_PLACE if form.kind else GREAT_CITY)
    if is_known and script_of_language(desk.language) == "Latn" != script_of(form.surface):
        return False  # left in its own writing where a place is spoken of
    if desk.language.split("-")[0] == "en" and is_common(form.surface.split()):
        return True  # Old Town
    if is_abbreviated(form.surface, form.same):
        return not _is_anothers_abbreviation(desk, form)
    if entity.kind is Kind.ORGANIZATION and _may_be_its_own(form, tongue):
        return True
    if _is_a_word_of_its_own(desk, form):
        return True
    if entity.country == "UA" and tongue == "en":
        return _may_be_right_in_ukraine(desk, form)
    if _is_of_the_source(desk, form):
        return False
    if entity.id not in desk.style.overrides and _may_be_another(desk, form):
        return True
    if users := desk.users(form.surface, form.match):
        return tongue in users and desk.is_usage(form.surface, form.match) and not _is_never_used(desk, form)
    if not form.told and form.others >= TOWN:
        return True  # Bienne is a town, whoever has called Vienna so
    if form.told and tongue not in form.told:
        # Huai River is English, whatever language a list has it in.
        return not GENERIC.isdisjoint(fold(form.surface).split()) or not any(map(is_widely_written, form.told))
    return not (_is_hardly_used(desk, form) or _is_anothers(desk, form))


def _sources(desk: Desk) -> frozenset[str]:
    """The language that the copy came through, if it is said; those it may be, if other names tell."""
    return desk.through if desk.source_language is None else frozenset((desk.source_language.split("-")[0],))


def _is_of_the_source(desk: Desk, form: Known) -> bool:
    """Whether a place's form is what the language calls it that the copy came through, and English does not today."""
    tongue, sources = desk.style.language, _sources(desk)
    if not sources or form.entity.kind is not Kind.PLACE:
        return False
    today = {
        name.language.split("-")[0] for name in form.same if name.language and name.kind is not NameKind.HISTORICAL
    }
    if tongue in today or sources.isdisjoint(today or languages_using(form.surface)):
        return False
    if form.kind is not Kind.PLACE:
        return form.match.weight >= GREAT_CITY and is_only_anothers(form.surface, form.own, tongue)
    if form.match.weight < KNOWN_PLACE or form.surface.isupper() or _is_another_word(form.surface, form.own):
        return False
    return usage(form.surface, tongue) <= usage(form.own, tongue) - MUCH_RARER


def is_only_anothers(surface: str, own: str, tongue: str) -> bool:
    """Whether other languages use a form much and this one hardly, and no list of names has it."""
    if surface.isupper() or is_given(surface) or is_surname(surface) or is_no_name(surface, tongue):
        return False
    if fold(own).startswith(fold(surface)) or _is_another_word(surface, own):
        return False  # Hennef, which a list has as Hennef (Sieg)
    used = usage(surface, tongue)
    # Word lists of other languages are opened last: most names need none of them.
    return used < RARE and max(usage(surface, other) for other in EXONYMS_OF) >= max(WELL_USED, used + MUCH_RARER)


def _is_another_word(surface: str, own: str) -> bool:
    return ratio(fold(surface), fold(own)) < OTHER_WORD


@lru_cache(4_096)
def languages_using(surface: str) -> tuple[str, ...]:
    """The languages that use a form much, and as much as any does."""
    used = {tongue: usage(surface, tongue) for tongue in EXONYMS_OF}
    most = max(used.values())
    return tuple(tongue for tongue, how in used.items() if how >= max(WELL_USED, most - NEARLY_AS_USED))


def is_abbreviated(surface: str, same: Sequence[Name]) -> bool:
    """Whether what is written so are the initials of somebody's whole name."""
    return bool(same) and surface.isupper() and all(name.kind is NameKind.ABBREVIATION for name in same)


def _is_anothers_abbreviation(desk: Desk, form: Known) -> bool:
    """Whether initials are what other languages alone have for a well-known organization: OTAN for NATO.

    Three letters mean too much elsewhere to be so but in the language that the copy came through, and what English
    uses (BCE is an era) or somebody else has is not at all.
    """
    tongue = desk.style.language
    if form.entity.kind is not Kind.ORGANIZATION or form.entity.importance < WELL_KNOWN or form.others_own:
        return False
    if not {tongue, desk.language.split("-")[0]}.isdisjoint(form.told) or set(EXONYMS_OF).isdisjoint(form.told):
        return False
    its_own = usage(desk.abbreviation(desk.accepted(form.match)[1]) or form.own, tongue)
    of_the_source = not _sources(desk).isdisjoint(form.told)
    if len(form.surface) < (LEAST_INITIALS if of_the_source else LEAST_INITIALS + 1):
        return False
    return usage(form.surface, tongue) <= min(its_own - MUCH_RARER, IN_USE if of_the_source else RARE)


def _may_be_its_own(form: Known, tongue: str) -> bool:
    """Whether an organization may call itself so: in this language, or by another name altogether."""
    if not form.told or tongue in form.told:
        return True
    mine, own = (" ".join(sorted(fold(text).split())) for text in (form.surface, form.own))
    return ratio(mine, own) < OTHER_NAME


def _may_be_right_in_ukraine(desk: Desk, form: Known) -> bool:
    """There the desk's form is wanted, but for a village whose name is somebody's, and for its own present name."""
    if any(name.kind is NameKind.ENDONYM and name.preferred and name.language == "uk-Latn" for name in form.same):
        return True
    lone = form.kind is not Kind.PLACE and " " not in form.surface
    if not lone or form.match.weight >= TOWN:
        return False
    other = _is_another_word(form.surface, form.own)  # a given name, and a village's other name
    return other or usage(form.surface, desk.style.language) >= WELL_USED


def _is_a_word_of_its_own(desk: Desk, form: Known) -> bool:
    """Whether no place is spoken of, and the language has a form as another word: Sumo, a Filipina, Georgie.

    It has one that is no name of the place there, and is used more than the place's name, or much for a country's.
    """
    tongue = desk.style.language
    if form.entity.kind is not Kind.PLACE or form.kind is Kind.PLACE or " " in form.surface or tongue in form.told:
        return False
    used = usage(form.surface, tongue)
    if (
        used < RARE
        or not form.surface.isascii()
        or form.own.startswith(form.surface)
        or tongue in desk.users(form.surface, form.match)
    ):
        return False
    if used >= usage(form.own, tongue):
        return True
    # Countries are so well known that what is used for one beside its own name is rather somebody's: Malte, Kuba.
    return form.entity.feature_type == "country" and used >= WELL_USED and not _sources(desk)


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
    other = _is_another_word(form.surface, form.own)
    may_be_a_person = form.kind is not Kind.PLACE and not _is_anothers(desk, form)
    of_a_village = not form.told and form.match.weight < TOWN  # Kensico is a part of Valhalla
    return other and (may_be_a_person or form.entity.feature_type == "region" or of_a_village)


def _is_anothers(desk: Desk, form: Known) -> bool:
    """Whether a place's form of no known language is another's: used there much more, or rebuilt from its name."""
    tongue, source = desk.style.language, desk.source_language
    used, own_used = usage(form.surface, tongue), usage(form.own, tongue)
    if tongue in form.told or form.entity.kind is not Kind.PLACE or form.others_own or used >= RARE:
        return False
    much_used = max(WELL_USED, used + MUCH_RARER)
    if source in EXONYMS_OF and own_used >= much_used <= usage(form.surface, source) and form.match.weight >= TOWN:
        return True
    of_a_place = form.kind is Kind.PLACE and form.match.weight >= TOWN
    if not of_a_place and not (" " in form.surface and form.match.weight >= GREAT_CITY):
        return False  # a word that a person may be called: Reşid
    if own_used >= much_used <= max(usage(form.surface, other) for other in EXONYMS_OF if other != tongue):
        return True
    if used or ratio(fold(form.surface), fold(form.own)) >= OWN_VARIANT:
        return False
    return desk.rebuilt_from(form.surface, form.match) is not None


def _is_never_used(desk: Desk, form: Known) -> bool:
    """Whether a system of this language writes a city so, and everybody writes it otherwise: Huhehaote is Hohhot."""
    tongue, city = desk.style.language, form.match.weight >= FAMOUS and form.kind is Kind.PLACE
    return city and usage(form.surface, tongue) == 0.0 and usage(form.own, tongue) >= SELDOM_USED


def _is_hardly_used(desk: Desk, form: Known) -> bool:
    """Whether a form of no known language is hardly used where the desk's form is well used."""
    tongue = desk.style.language
    if tongue in form.told:
        return False
    used, own_used = usage(form.surface, tongue), usage(form.own, tongue)
    if used == 0.0 and form.kind is Kind.PLACE:
        weight = form.match.weight
        if weight >= FAMOUS or (weight >= KNOWN_PLACE and is_case_form(form.surface, form.own)):
            return True
    if own_used < WELL_USED or used > own_used - MUCH_RARER:
        return False
    return form.kind is Kind.PLACE or (used < RARE and form.match.weight >= MILLION)
