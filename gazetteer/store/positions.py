"""Positions: where entities are, many at once, for a map of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from gazetteer.store.schema import entities

ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Position:
    """An entity on a map."""

    id: str
    canonical: str
    lat: float
    lon: float


def positions(connection: Connection, ids: Iterable[str]) -> Iterator[Position]:
    """Those of these entities that have a position, in no order."""
    columns = entities.c
    for some in _batches(tuple(ids)):
        wanted = select(columns.public_id, columns.canonical, columns.lat, columns.lon).where(
            columns.public_id.in_(some), columns.lat.is_not(None), columns.lon.is_not(None)
        )
        for row in connection.execute(wanted):
            yield Position(row.public_id, row.canonical, row.lat, row.lon)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), ASKED_AT_ONCE):
        yield ids[start : start + ASKED_AT_ONCE]
