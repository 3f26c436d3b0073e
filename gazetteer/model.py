"""The words of the domain, in the order in which a name meets them.

Query -> readings -> keys -> candidates -> matches -> decision. All are frozen; "nothing" is None.
Those made by the dozen for every question are named tuples, which cost half of a frozen dataclass.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Kind(StrEnum):
    """What sort of thing an entity is."""

    PLACE = "place"
    PERSON = "person"
    ORGANIZATION = "organization"


class NameKind(StrEnum):
    """What sort of name a written form is for its entity."""

    VARIANT = "variant"
    ENDONYM = "endonym"
    EXONYM = "exonym"
    HISTORICAL = "historical"
    SHORT = "short"
    ABBREVIATION = "abbreviation"
    MISSPELLING = "misspelling"


class Outcome(StrEnum):
    """The machine's word on a query."""

    LINKED = "linked"
    AMBIGUOUS = "ambiguous"
    NIL = "nil"


class Relation(StrEnum):
    """How the asked form stands to the entity it was linked to."""

    EXACT = "exact"
    VARIANT = "variant"
    EXONYM = "exonym"
    HISTORICAL = "historical"
    ABBREVIATION = "abbreviation"
    ROMANIZATION = "romanization"
    INFLECTION = "inflection"
    PARTIAL = "partial"
    MISSPELLING = "misspelling"


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees, WGS 84."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Query:
    """What a caller asks: a written name and what is known around it."""

    name: str
    kind: Kind | None = None
    language: str | None = None
    country: str | None = None
    near: Point | None = None
    style: str | None = None
    limit: int = 5
    threshold: float | None = None
    margin: float | None = None


class Reading(NamedTuple):
    """One hypothesis of whose spelling a text is, in the common form (docs/readings.md)."""

    text: str
    orthography: str
    lossy: bool = False


class Name(NamedTuple):
    """One written form an entity goes by, as the index keeps it."""

    text: str
    language: str | None
    kind: NameKind
    shown: bool = True
    case_sensitive: bool = False
    inferred: bool = False
    preferred: bool = False


class Entity(NamedTuple):
    """The place, person or organization named; what an answer shows of it."""

    id: str
    kind: Kind
    canonical: str
    country: str | None = None
    description: str | None = None
    lat: float | None = None
    lon: float | None = None
    feature_type: str | None = None
    population: int | None = None
    importance: float = 0.0
    identifiers: Mapping[str, str] = MappingProxyType({})
    names: tuple[Name, ...] = ()


class Stage(StrEnum):
    """How the index found a candidate, cheapest way first."""

    EXACT = "exact"
    READING = "reading"
    WORDS = "words"
    LIKENESS = "likeness"


class Area(NamedTuple):
    """Where places lie that have something in common: a country, and in it a circle, if it is not all over it."""

    country: str
    lat: float | None = None
    lon: float | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What stands after a comma or in brackets, and the countries and regions (by number) that it names, if any.

    Of the `countries`, those of `whole` are named themselves, and the others are those that the regions are in. The
    `area` is where those places lie that have names with the same behind the comma, if there are such. It is `unsure`
    where a part of it is not understood, or may be the code of a state and of a country: *CA*.
    """

    text: str
    countries: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    regions: frozenset[int] = frozenset()
    area: Area | None = None
    unsure: bool = False


class Written(NamedTuple):
    """A form of the query that is looked up: all of it, or what is left without a qualifier or a generic word."""

    text: str
    folded: str
    script: str
    readings: tuple[Reading, ...]
    qualifier: Qualifier | None = None
    generic: str | None = None
    mended: bool = False  # written with letters of two scripts in one word, and put into one
    is_base: bool = False  # what the name may be a case form of


class Candidate(NamedTuple):
    """A name the index offers for a written form, before scoring; alikeness is 0 to 1."""

    key: int
    entity_kind: Kind
    sort: str
    country: str | None
    region: int | None
    lat: float | None
    lon: float | None
    weight: float
    name: Name
    script: str
    stage: Stage
    written: Written
    reading: Reading | None
    said: str  # the form of that reading; of the name itself where none is needed
    form: str
    form_alike: float
    skeleton_alike: float


# How much one thing speaks for a candidate, and what it saw: made by the hundred for every question, and so plain.
Weighing = tuple[float, str]


class Evidence(NamedTuple):
    """One reason for or against a candidate, with its score (0..1) and what it saw."""

    name: str
    score: float
    detail: str


class Match(NamedTuple):
    """A candidate entity with its probability, the name that matched, and the evidence."""

    entity: Entity
    confidence: float
    relation: Relation
    name: Name
    evidence: Sequence[tuple[str, float, str]]  # as Evidence has it
    stage: Stage
    key: int  # where the gazetteer that was asked has the entity; of no meaning to anybody else
    weight: float  # importance, as a power of ten


class Decision(NamedTuple):
    """The answer to one query: linked, ambiguous or nil, and why; matches best first."""

    query: str
    outcome: Outcome
    confidence: float
    why: str
    matches: tuple[Match, ...]
    gazetteer_version: int
    canonical: str | None = None
    entity: Entity | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The entity that a name names, and the names recorded of it in Latin letters, by language, the main ones first."""

    entity: Entity
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Style:
    """A house style: which spelling a desk wants for an entity (by public id), in the language it writes.

    `shorts` are what stands alone once the full name was given, `firsts` the forms of a first mention,
    `accepted` the forms the desk lets stand beside its own. `romanization` says by which system names of a
    language are put in Latin letters; inside the phrases of `senses` no name is touched, in whatever case.
    """

    id: str
    name: str
    language: str
    inherits: str | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)
    shorts: Mapping[str, str] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)
    accepted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    romanization: Mapping[str, str] = field(default_factory=dict)
    senses: tuple[str, ...] = ()
    source: str | None = None
    date: str | None = None


class Action(StrEnum):
    """What an editor did with what was said of a name; the last two hold for the desk from then on."""

    ACCEPT = "accept"
    REJECT = "reject"
    NOT_THIS = "not-this"  # the name does not mean that entity
    IGNORE = "ignore"  # the name is left as it is written


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an editor said of a name and an entity, by its public id: accept it, or not this one."""

    name: str
    entity_id: str | None
    action: Action
    context_hash: str | None = None
