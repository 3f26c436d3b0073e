"""SQL: where entities and their names live. The one truth; every index is derived from it."""

from gazetteer.store.database import check_schema, database_url, open_engine, writing
from gazetteer.store.migrate import check_revision, migrate
from gazetteer.store.rows import EntityRow, NameRow
from gazetteer.store.sources import (
    gazetteer_id,
    gazetteer_version,
    make_gazetteer_id,
    note_progress,
    set_version,
    source_id,
    source_state,
)
from gazetteer.store.writer import Writer

__all__ = [
    "EntityRow",
    "NameRow",
    "Writer",
    "check_revision",
    "check_schema",
    "database_url",
    "gazetteer_id",
    "gazetteer_version",
    "make_gazetteer_id",
    "migrate",
    "note_progress",
    "open_engine",
    "set_version",
    "source_id",
    "source_state",
    "writing",
]
