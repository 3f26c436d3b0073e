"""SQL: where entities and their names live. The one truth; every index is derived from it."""

from sqlalchemy import Connection, Engine

from gazetteer.store.account import Account, read_account
from gazetteer.store.database import check_schema, database_url, open_engine, reach, writing
from gazetteer.store.excerpt import write_excerpt
from gazetteer.store.judgements import (
    Recorded,
    context_hash,
    held,
    listed,
    record,
    recorded,
    take_in,
    undo,
)
from gazetteer.store.migrate import check_revision, migrate
from gazetteer.store.pointers import Pointers, set_pointers
from gazetteer.store.positions import Position, positions
from gazetteer.store.rows import EntityRow, NameRow
from gazetteer.store.sources import (
    enter_source,
    forget_progress,
    gazetteer_id,
    gazetteer_version,
    make_gazetteer_id,
    note_progress,
    set_version,
    settle_version,
    source_id,
    source_state,
)
from gazetteer.store.writer import Writer

__all__ = [
    "Account",
    "Connection",
    "Engine",
    "EntityRow",
    "NameRow",
    "Pointers",
    "Position",
    "Recorded",
    "Writer",
    "check_revision",
    "check_schema",
    "context_hash",
    "database_url",
    "enter_source",
    "forget_progress",
    "gazetteer_id",
    "gazetteer_version",
    "held",
    "listed",
    "make_gazetteer_id",
    "migrate",
    "note_progress",
    "open_engine",
    "positions",
    "reach",
    "read_account",
    "record",
    "recorded",
    "set_pointers",
    "set_version",
    "settle_version",
    "source_id",
    "source_state",
    "take_in",
    "undo",
    "write_excerpt",
    "writing",
]
