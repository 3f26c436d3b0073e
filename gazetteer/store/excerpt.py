"""An excerpt of the database: what answering needs beside the index, in a small SQLite file that can be sent anywhere.

It holds what editors judged, and the entities that changed after a version, with their names. All else is in the index.
"""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, Table, create_engine, delete, insert, select

from gazetteer.store.database import database_url, open_engine
from gazetteer.store.migrate import migrate
from gazetteer.store.schema import desks, entities, identifiers, judgements, meta, names

AT_ONCE = 5_000


def write_excerpt(engine: Engine, home: Path, since: int) -> None:
    """Make the database of a new home: judgements, and entities that changed after the version `since`."""
    made = open_engine(database_url(home))
    migrate(made)
    made.dispose()
    # Rows point to others that stay behind, so that this engine, unlike ours, must not look after them.
    unchecked = create_engine(database_url(home))
    with engine.connect() as source, unchecked.begin() as target:
        for table, wanted in _wanted(since):
            target.execute(delete(table))
            _copy(source, target, table, wanted)
    unchecked.dispose()


def _wanted(since: int) -> Iterator[tuple[Table, "Select[tuple[object, ...]]"]]:
    """Each table, and which of its rows are needed."""
    changed = select(entities.c.id).where(entities.c.version > since)
    judged = select(judgements.c.entity_id).where(judgements.c.entity_id.is_not(None))
    yield meta, select(meta)
    yield desks, select(desks)
    yield judgements, select(judgements).order_by(judgements.c.id)
    yield entities, select(entities).where(entities.c.id.in_(changed) | entities.c.id.in_(judged))
    yield names, select(names).where(names.c.entity_id.in_(changed))
    yield identifiers, select(identifiers).where(identifiers.c.entity_id.in_(changed))


def _copy(source: Connection, target: Connection, table: Table, wanted: "Select[tuple[object, ...]]") -> None:
    for some in source.execution_options(yield_per=AT_ONCE).execute(wanted).mappings().partitions(AT_ONCE):
        target.execute(insert(table), [dict(row) for row in some])
