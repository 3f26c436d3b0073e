"""What an importer hands to the store: one entity with its names, as a source tells it."""

import re
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from gazetteer.model import Kind, NameKind

# What a public id does not keep of an id.
_UNKEPT = re.compile("[^A-Za-z0-9._~-]")
# Of an entity's ids the first of these schemes makes its public id.
ID_ORDER = ("geonames", "iso3166", "iso3166-2", "wikidata", "ror")


@dataclass(slots=True)
class NameRow:
    """One name as a source writes it."""

    text: str
    language: str | None = None
    kind: NameKind = NameKind.VARIANT
    inferred: bool = False
    preferred: bool = False
    shown: bool = True
    case_sensitive: bool = False
    style: str | None = None
    status: str = "accepted"
    valid_from: str | None = None
    valid_to: str | None = None
    source: str | None = None

    def key(self) -> tuple[str, str | None, str | None]:
        """What makes two names of one entity the same."""
        return (self.text, self.language, self.style)


@dataclass(slots=True)
class EntityRow:
    """One entity as a source tells it; the first identifier of ID_ORDER makes its public id."""

    kind: Kind
    canonical: str
    identifiers: list[tuple[str, str]]
    names: list[NameRow] = field(default_factory=list)
    feature_type: str | None = None
    country: str | None = None
    region: tuple[str, str] | None = None
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    importance: float = 0.0
    description: str | None = None
    born: str | None = None
    state: str = "published"
    redirect: tuple[str, str] | None = None
    sources: tuple[str, ...] = ()
    replace: bool = False  # take these names as the whole truth (our own export), not as additions
    given_id: str | None = None  # the public id, where the source is our own export

    def public_id(self) -> str:
        """The given public id, or the one these identifiers make."""
        if self.given_id is not None:
            return self.given_id
        scheme, value = min(self.identifiers, key=lambda pair: _rank(self.kind, pair[0]))
        return slug(scheme, value)

    def __reduce__(self) -> tuple[Any, ...]:
        """How a row is sent to another process: as plain values, since fields by name would take thrice the time."""
        return _received, (_ENTITY_VALUES(self), [*map(_NAME_VALUES, self.names)])


_NAME_VALUES = attrgetter(*(each.name for each in fields(NameRow)))
_ENTITY_FIELDS = tuple(each.name for each in fields(EntityRow) if each.name != "names")
_ENTITY_VALUES = attrgetter(*_ENTITY_FIELDS)


def _received(values: tuple[Any, ...], names: list[tuple[Any, ...]]) -> EntityRow:
    return EntityRow(**dict(zip(_ENTITY_FIELDS, values, strict=True)), names=[NameRow(*name) for name in names])


def _rank(kind: Kind, scheme: str) -> int:
    if scheme == "geonames" and kind is not Kind.PLACE:
        return len(ID_ORDER)
    return ID_ORDER.index(scheme) if scheme in ID_ORDER else len(ID_ORDER)


def slug(scheme: str, value: str) -> str:
    """A public id: scheme-value in the letters a URL keeps as they are.

    >>> slug("naturalearth", "plateau/dnieper-upland")
    'naturalearth-plateau.dnieper-upland'
    """
    return _UNKEPT.sub(".", f"{scheme}-{value}")
