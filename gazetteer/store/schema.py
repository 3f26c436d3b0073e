"""The tables, as SQLAlchemy Core describes them; the migrations build the same ones.

Names are stored as written: readings and keys are derived from them and live in the index.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

entities = Table(
    "entities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("public_id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("feature_type", Text),
    Column("canonical", Text, nullable=False),
    Column("country", Text),
    Column("region_id", Integer, ForeignKey("entities.id")),
    Column("lat", Float(53)),
    Column("lon", Float(53)),
    Column("population", Integer),
    Column("importance", Float(53), nullable=False, server_default="0"),
    Column("description", Text),
    Column("born", Text),
    Column("state", Text, nullable=False, server_default="published"),
    Column("redirect_id", Integer, ForeignKey("entities.id")),
    Column("version", Integer, nullable=False, server_default="0"),
    Index(None, "version"),
)

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("source_version", Text),
    Column("date", Text),
    Column("licence", Text),
    Column("attribution", Text),
    Column("fingerprint", Text),
    Column("rows_done", Integer, nullable=False, server_default="0"),
    Column("complete", Boolean, nullable=False, server_default="0"),
    Column("counts", Text),
)

names = Table(
    "names",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entity_id", Integer, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text),
    Column("inferred", Boolean, nullable=False, server_default="0"),
    Column("script", Text),
    Column("kind", Text, nullable=False),
    Column("preferred", Boolean, nullable=False, server_default="0"),
    Column("shown", Boolean, nullable=False, server_default="1"),
    Column("case_sensitive", Boolean, nullable=False, server_default="0"),
    Column("style", Text),
    Column("status", Text, nullable=False, server_default="accepted"),
    Column("valid_from", Text),
    Column("valid_to", Text),
    Column("source_id", Integer, ForeignKey("sources.id")),
    Index(None, "entity_id"),
)

identifiers = Table(
    "identifiers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entity_id", Integer, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
    Column("scheme", Text, nullable=False),
    Column("value", Text, nullable=False),
    UniqueConstraint("scheme", "value"),
    Index(None, "entity_id"),
    Index(None, "value"),
)

provenance = Table(
    "provenance",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entity_id", Integer, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
    Column("source_id", Integer, ForeignKey("sources.id"), nullable=False),
    UniqueConstraint("entity_id", "source_id"),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entity_id", Integer, ForeignKey("entities.id")),
    Column("editor", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
    Column("before", Text),
    Column("after", Text),
    Column("version", Integer, nullable=False),
    Index(None, "entity_id"),
)

desks = Table(
    "desks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("desk_id", Integer, ForeignKey("desks.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("entity_id", Integer, ForeignKey("entities.id")),
    Column("action", Text, nullable=False),
    Column("context_hash", Text),
    Column("gazetteer_version", Integer, nullable=False),
    Column("reason", Text),
    Column("at", Text, nullable=False),
    Column("undone", Boolean, nullable=False, server_default="0"),
    Index(None, "desk_id", "name"),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
