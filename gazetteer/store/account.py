"""The account of one entity: all that SQL has of it, for a reader. Nothing is changed here."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, select, tuple_

from gazetteer.errors import EntityNotFound
from gazetteer.model import Entity, Kind, Name, NameKind
from gazetteer.store.schema import entities, identifiers, names, provenance, sources

REDIRECTS_MOST = 10  # a chain of merges that is longer is a ring


@dataclass(frozen=True, slots=True)
class Account:
    """An entity, its names with their scripts, all its ids, and who says so."""

    entity: Entity
    names: tuple[tuple[Name, str | None], ...]
    identifiers: tuple[tuple[str, str], ...]
    region: str | None = None
    sources: Sequence[tuple[str, str | None, str | None]] = field(default_factory=tuple)  # title, date, licence


def read_account(connection: Connection, public_id: str) -> Account:
    """The account of the entity with this id, or with this other id of its own, or into which that one was merged.

    Raises:
        EntityNotFound: no published entity has the id.
    """
    row = _followed(connection, _row(connection, public_id))
    if row is None or row.state in ("withdrawn", "draft"):
        raise EntityNotFound(f"No entity has the id ‘{public_id}’.")
    region = select(entities.c.canonical).where(entities.c.id == row.region_id)
    said = select(identifiers.c.scheme, identifiers.c.value).where(identifiers.c.entity_id == row.id)
    ids = tuple((one.scheme, one.value) for one in connection.execute(said.order_by(identifiers.c.id)))
    entity = Entity(
        row.public_id,
        Kind(row.kind),
        row.canonical,
        row.country,
        row.description,
        row.lat,
        row.lon,
        row.feature_type,
        row.population,
        row.importance,
        dict(ids),
    )
    named = tuple(_names(connection, row.id))
    return Account(entity, named, ids, connection.execute(region).scalar(), _sources(connection, row.id))


def _row(connection: Connection, public_id: str) -> Row[tuple[object, ...]] | None:
    found = connection.execute(select(entities).where(entities.c.public_id == public_id)).first()
    if found is not None:
        return found
    # An id is a scheme and a value with a hyphen between; either may have hyphens of its own.
    parts = public_id.split("-")
    pairs = [("-".join(parts[:at]), "-".join(parts[at:])) for at in range(1, len(parts))]
    if not pairs:
        return None
    columns = (identifiers.c.scheme, identifiers.c.value)
    other = select(entities).join(identifiers, identifiers.c.entity_id == entities.c.id)
    return connection.execute(other.where(tuple_(*columns).in_(pairs)).limit(1)).first()


def _followed(connection: Connection, row: Row[tuple[object, ...]] | None) -> Row[tuple[object, ...]] | None:
    for _ in range(REDIRECTS_MOST):
        if row is None or row.redirect_id is None:
            return row
        row = connection.execute(select(entities).where(entities.c.id == row.redirect_id)).first()
    return None


def _names(connection: Connection, number: int) -> list[tuple[Name, str | None]]:
    columns = names.c
    wanted = select(names).where(columns.entity_id == number, columns.status == "accepted", columns.style.is_(None))
    ordered = wanted.order_by(columns.language, columns.preferred.desc(), columns.inferred, columns.id)
    return [
        (
            Name(
                row.text, row.language, NameKind(row.kind), row.shown, row.case_sensitive, row.inferred, row.preferred
            ),
            row.script,
        )
        for row in connection.execute(ordered)
    ]


def _sources(connection: Connection, number: int) -> list[tuple[str, str | None, str | None]]:
    said = select(sources.c.key, sources.c.title, sources.c.date, sources.c.licence).join(provenance)
    rows = connection.execute(said.where(provenance.c.entity_id == number).order_by(sources.c.key))
    return [(row.title or row.key, row.date, row.licence) for row in rows]
