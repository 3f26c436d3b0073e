"""Create entities, their names and identifiers, and the sources that tell of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("public_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("feature_type", sa.Text),
        sa.Column("canonical", sa.Text, nullable=False),
        sa.Column("country", sa.Text),
        sa.Column("region_id", sa.Integer),
        sa.Column("lat", sa.Float(53)),
        sa.Column("lon", sa.Float(53)),
        sa.Column("population", sa.Integer),
        sa.Column("importance", sa.Float(53), nullable=False, server_default="0"),
        sa.Column("description", sa.Text),
        sa.Column("born", sa.Text),
        sa.Column("state", sa.Text, nullable=False, server_default="published"),
        sa.Column("redirect_id", sa.Integer),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
        sa.UniqueConstraint("public_id", name="uq_entities_public_id"),
        sa.ForeignKeyConstraint(["region_id"], ["entities.id"], name="fk_entities_region_id_entities"),
        sa.ForeignKeyConstraint(["redirect_id"], ["entities.id"], name="fk_entities_redirect_id_entities"),
    )
    op.create_index("ix_entities_version", "entities", ["version"])
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("source_version", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("licence", sa.Text),
        sa.Column("attribution", sa.Text),
        sa.Column("fingerprint", sa.Text),
        sa.Column("rows_done", sa.Integer, nullable=False, server_default="0"),
        sa.Column("complete", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("counts", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("key", name="uq_sources_key"),
    )
    op.create_table(
        "names",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("entity_id", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("inferred", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("script", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("preferred", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("shown", sa.Boolean, nullable=False, server_default="1"),
        sa.Column("case_sensitive", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("style", sa.Text),
        sa.Column("status", sa.Text, nullable=False, server_default="accepted"),
        sa.Column("valid_from", sa.Text),
        sa.Column("valid_to", sa.Text),
        sa.Column("source_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_names"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_names_entity_id_entities", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_names_source_id_sources"),
    )
    op.create_index("ix_names_entity_id", "names", ["entity_id"])
    op.create_table(
        "identifiers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("entity_id", sa.Integer, nullable=False),
        sa.Column("scheme", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_identifiers"),
        sa.UniqueConstraint("scheme", "value", name="uq_identifiers_scheme_value"),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.id"], name="fk_identifiers_entity_id_entities", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_identifiers_entity_id", "identifiers", ["entity_id"])
    op.create_index("ix_identifiers_value", "identifiers", ["value"])
    op.create_table(
        "provenance",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("entity_id", sa.Integer, nullable=False),
        sa.Column("source_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_provenance"),
        sa.UniqueConstraint("entity_id", "source_id", name="uq_provenance_entity_id_source_id"),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.id"], name="fk_provenance_entity_id_entities", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_provenance_source_id_sources"),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def downgrade() -> None:
    for table in ("meta", "provenance", "identifiers", "names", "sources", "entities"):
        op.drop_table(table)
