"""What one entity says of another: the region it lies in, the entity it was merged into.

Written when both are there, which a row that stands before the other cannot know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, tuple_, update

from gazetteer.store.schema import entities, identifiers
from gazetteer.store.sources import gazetteer_version, set_version

Pair = tuple[str, str]
IN_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Pointers:
    """An entity by one of its ids, and those it points to by one of theirs; None points nowhere."""

    entity: Pair
    region: Pair | None = None
    redirect: Pair | None = None


def set_pointers(connection: Connection, pointing: Sequence[Pointers]) -> int:
    """Make the entities point as told, where both ends are known; how many were changed."""
    wanted = {pair for one in pointing for pair in (one.entity, one.region, one.redirect) if pair is not None}
    owners = _owners(connection, sorted(wanted))
    now = _pointers(connection, sorted({owners[one.entity] for one in pointing if one.entity in owners}))
    version = gazetteer_version(connection) + 1
    changed = 0
    for one in pointing:
        number = owners.get(one.entity)
        if number is None:
            continue
        told = tuple(owners.get(pair) if pair is not None else None for pair in (one.region, one.redirect))
        told = tuple(other if other != number else None for other in told)
        if now[number] != told:
            values = {"region_id": told[0], "redirect_id": told[1], "version": version}
            connection.execute(update(entities).where(entities.c.id == number).values(values))
            changed += 1
    if changed:
        set_version(connection, version)
    return changed


def _owners(connection: Connection, pairs: Sequence[Pair]) -> dict[Pair, int]:
    columns = (identifiers.c.scheme, identifiers.c.value)
    statement = select(*columns, identifiers.c.entity_id)
    owners: dict[Pair, int] = {}
    for start in range(0, len(pairs), IN_LIMIT):
        some = pairs[start : start + IN_LIMIT]
        for scheme, value, owner in connection.execute(statement.where(tuple_(*columns).in_(some))):
            owners[(scheme, value)] = owner
    return owners


def _pointers(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    statement = select(entities.c.id, entities.c.region_id, entities.c.redirect_id)
    found: dict[int, tuple[Any, ...]] = {}
    for start in range(0, len(numbers), IN_LIMIT):
        some = numbers[start : start + IN_LIMIT]
        for number, region, redirect in connection.execute(statement.where(entities.c.id.in_(some))):
            found[number] = (region, redirect)
    return found
