"""Sources and the gazetteer's version: what was loaded, how far, under which licence."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, func, insert, select, update

from gazetteer.store.schema import entities, meta, sources


def gazetteer_version(connection: Connection) -> int:
    """The number that grows with every change of the gazetteer; 0 when nothing was loaded."""
    found = connection.execute(select(meta.c.value).where(meta.c.key == "gazetteer_version")).scalar()
    return int(found) if found is not None else 0


def set_version(connection: Connection, version: int) -> None:
    """Write the gazetteer's version."""
    changed = connection.execute(
        update(meta).where(meta.c.key == "gazetteer_version").values(value=str(version))
    ).rowcount
    if not changed:
        connection.execute(insert(meta).values(key="gazetteer_version", value=str(version)))


def settle_version(connection: Connection) -> None:
    """Raise the gazetteer's version to that of the newest entity, where a load that was broken off left it behind."""
    newest = int(connection.execute(select(func.coalesce(func.max(entities.c.version), 0))).scalar_one())
    if newest > gazetteer_version(connection):
        set_version(connection, newest)


def source_id(connection: Connection, key: str) -> int:
    """The number of the source with this key, which is entered if it is new."""
    found = connection.execute(select(sources.c.id).where(sources.c.key == key)).scalar()
    if found is not None:
        return int(found)
    number = int(connection.execute(select(func.coalesce(func.max(sources.c.id), 0))).scalar_one()) + 1
    connection.execute(insert(sources).values(id=number, key=key, rows_done=0, complete=False))
    return number


def source_state(connection: Connection, key: str) -> Mapping[str, Any] | None:
    """How far this source was loaded, from which data; None if it never was."""
    row = connection.execute(select(sources).where(sources.c.key == key)).mappings().one_or_none()
    return dict(row) if row is not None else None


def note_progress(
    connection: Connection,
    key: str,
    *,
    fingerprint: str,
    rows_done: int,
    complete: bool,
    counts: Mapping[str, int],
    about: Mapping[str, str] | None = None,
) -> None:
    """Write how far a load has come, in the transaction that also writes its rows."""
    number = source_id(connection, key)
    connection.execute(
        update(sources)
        .where(sources.c.id == number)
        .values(
            fingerprint=fingerprint,
            rows_done=rows_done,
            complete=complete,
            counts=json.dumps(dict(counts), sort_keys=True, ensure_ascii=False),
            **dict(about or {}),
        )
    )


def forget_progress(connection: Connection, key: str) -> None:
    """Let a source that was loaded to its end be loaded again; one that was interrupted is gone on with."""
    again = update(sources).where(sources.c.key == key, sources.c.complete.is_(True))
    connection.execute(again.values(rows_done=0, complete=False, counts="{}"))


def enter_source(connection: Connection, key: str, about: Mapping[str, str | None]) -> None:
    """Write what is told of a source: title, version, date, licence, attribution."""
    number = source_id(connection, key)
    connection.execute(update(sources).where(sources.c.id == number).values(dict(about)))


def gazetteer_id(connection: Connection) -> str:
    """The mark of this database, made once: an index of another database is not its index."""
    found = connection.execute(select(meta.c.value).where(meta.c.key == "gazetteer_id")).scalar()
    return str(found) if found is not None else ""


def make_gazetteer_id(connection: Connection) -> None:
    """Give the database its mark, if it has none yet."""
    if not gazetteer_id(connection):
        connection.execute(insert(meta).values(key="gazetteer_id", value=uuid4().hex))
