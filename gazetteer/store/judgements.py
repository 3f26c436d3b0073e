"""Judgements: what editors decided of names, kept by desk, never erased; undoing one is noted too.

Of the copy itself nothing is kept: the words around a name only as a hash, to tell one place from another.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from gazetteer.errors import BadParameter, EntityNotFound, JudgementNotFound
from gazetteer.model import Action, Judgement
from gazetteer.store.schema import desks, entities, judgements
from gazetteer.store.sources import gazetteer_version

DEFAULT_DESK = "default"
# What holds for a desk from then on; an advice that was accepted or rejected is only remembered.
HELD = (Action.NOT_THIS, Action.IGNORE)
HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class Recorded:
    """A judgement as it stands in the store: by whom, when, and whether it was undone; the entity by its public id."""

    id: int
    desk: str
    judgement: Judgement
    gazetteer_version: int
    reason: str | None
    at: str
    undone: bool


def context_hash(context: str) -> str:
    """The hash of the words around a name: the same for the same words, whatever their spaces.

    >>> context_hash("near  Kiev") == context_hash("near Kiev"), len(context_hash("near Kiev"))
    (True, 32)
    """
    words = " ".join(unicodedata.normalize("NFC", context).split())
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).hexdigest()


def record(
    connection: Connection, judgement: Judgement, *, reason: str | None = None, desk: str = DEFAULT_DESK
) -> Recorded:
    """Enter a judgement, of now.

    Raises:
        EntityNotFound: no entity has that id.
        BadParameter: no desk has that key, or a refusal of an entity names none.
    """
    if judgement.action is Action.NOT_THIS and judgement.entity_id is None:
        raise BadParameter("not-this needs the entity that is not meant: its id.")
    values = {
        "desk_id": _desk_id(connection, desk),
        "name": judgement.name,
        "entity_id": _entity_number(connection, judgement.entity_id),
        "action": judgement.action.value,
        "context_hash": judgement.context_hash,
        "gazetteer_version": gazetteer_version(connection),
        "reason": reason,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    made = connection.execute(insert(judgements).values(values).returning(judgements.c.id)).scalar_one()
    return recorded(connection, made)


def recorded(connection: Connection, number: int) -> Recorded:
    """The judgement of this number.

    Raises:
        JudgementNotFound: there is none.
    """
    found = next(_read(connection, _all().where(judgements.c.id == number)), None)
    if found is None:
        raise JudgementNotFound(f"There is no judgement {number}; GET /judgements lists those there are.")
    return found


def undo(connection: Connection, number: int) -> Recorded:
    """Note that a judgement no longer holds; one that was undone before stays so.

    Raises:
        JudgementNotFound: there is none.
    """
    recorded(connection, number)
    connection.execute(update(judgements).where(judgements.c.id == number).values(undone=True))
    return recorded(connection, number)


def listed(
    connection: Connection,
    *,
    desk: str = DEFAULT_DESK,
    name: str | None = None,
    before: int | None = None,
    limit: int | None = None,
) -> Iterator[Recorded]:
    """A desk's judgements, the newest first; of one name, or older than one of them, where that is said."""
    statement = _all().where(desks.c.key == desk).order_by(judgements.c.id.desc())
    if name is not None:
        statement = statement.where(judgements.c.name == name)
    if before is not None:
        statement = statement.where(judgements.c.id < before)
    yield from _read(connection, statement if limit is None else statement.limit(limit))


def held(connection: Connection, desk: str = DEFAULT_DESK) -> Sequence[Judgement]:
    """What holds for a desk: the names it ignores, and the entities that it said a name does not mean."""
    sorts = [one.value for one in HELD]
    wanted = (desks.c.key == desk, judgements.c.undone.is_(False), judgements.c.action.in_(sorts))
    return [one.judgement for one in _read(connection, _all().where(*wanted).order_by(judgements.c.id))]


def take_in(connection: Connection, told: Recorded) -> bool:
    """Enter a judgement as it was exported, unless the same one is there; whether it was new.

    Raises:
        EntityNotFound: no entity here has that id.
        BadParameter: no desk here has that key.
    """
    judgement = told.judgement
    values = {
        "desk_id": _desk_id(connection, told.desk),
        "name": judgement.name,
        "entity_id": _entity_number(connection, judgement.entity_id),
        "action": judgement.action.value,
        "context_hash": judgement.context_hash,
        "at": told.at,
    }
    same = [getattr(judgements.c, column).is_not_distinct_from(value) for column, value in values.items()]
    known = connection.execute(select(judgements.c.id).where(*same)).first()
    if known is not None:
        if told.undone:
            undo(connection, known.id)
        return False
    rest = {"gazetteer_version": told.gazetteer_version, "reason": told.reason, "undone": told.undone}
    connection.execute(insert(judgements).values({**values, **rest}))
    return True


def _all() -> Select[Any]:
    columns = (
        judgements.c.id, desks.c.key, judgements.c.name, entities.c.public_id, judgements.c.action,
        judgements.c.context_hash, judgements.c.gazetteer_version, judgements.c.reason, judgements.c.at,
        judgements.c.undone,
    )  # fmt: skip
    return select(*columns).join_from(judgements, desks).outerjoin(entities, judgements.c.entity_id == entities.c.id)


def _read(connection: Connection, statement: Select[Any]) -> Iterator[Recorded]:
    for number, desk, name, entity, action, around, version, reason, at, undone in connection.execute(statement):
        yield Recorded(number, desk, Judgement(name, entity, Action(action), around), version, reason, at, bool(undone))


def _desk_id(connection: Connection, key: str) -> int:
    found = connection.execute(select(desks.c.id).where(desks.c.key == key)).scalar()
    if found is None:
        raise BadParameter(f"There is no desk ‘{key}’; the desk everyone belongs to is ‘{DEFAULT_DESK}’.")
    return int(found)


def _entity_number(connection: Connection, public_id: str | None) -> int | None:
    if public_id is None:
        return None
    found = connection.execute(select(entities.c.id).where(entities.c.public_id == public_id)).scalar()
    if found is None:
        raise EntityNotFound(f"No entity has the id ‘{public_id}’.")
    return int(found)
