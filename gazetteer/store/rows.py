"""What an importer hands to the store: one entity with its names, as a source tells it."""

from dataclasses import dataclass, field

from gazetteer.model import Kind, NameKind

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
    redirect: str | None = None
    sources: tuple[str, ...] = ()
    replace: bool = False  # take these names as the whole truth (our own export), not as additions

    def public_id(self) -> str:
        """The public id these identifiers give."""
        ranked = sorted(self.identifiers, key=lambda pair: _rank(self.kind, pair[0]))
        scheme, value = ranked[0]
        return slug(scheme, value)


def _rank(kind: Kind, scheme: str) -> int:
    if scheme == "geonames" and kind is not Kind.PLACE:
        return len(ID_ORDER)
    return ID_ORDER.index(scheme) if scheme in ID_ORDER else len(ID_ORDER)


def slug(scheme: str, value: str) -> str:
    """A public id: scheme-value in the letters a URL keeps as they are.

    >>> slug("naturalearth", "plateau/dnieper-upland")
    'naturalearth-plateau.dnieper-upland'
    """
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "._~-") else "." for c in f"{scheme}-{value}")
    return kept
