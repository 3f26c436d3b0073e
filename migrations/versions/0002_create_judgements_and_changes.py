"""Create desks, their judgements, and the record of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("entity_id", sa.Integer),
        sa.Column("editor", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_changes_entity_id_entities"),
    )
    op.create_index("ix_changes_entity_id", "changes", ["entity_id"])
    op.create_table(
        "desks",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_desks"),
        sa.UniqueConstraint("key", name="uq_desks_key"),
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("desk_id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("entity_id", sa.Integer),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("context_hash", sa.Text),
        sa.Column("gazetteer_version", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.ForeignKeyConstraint(["desk_id"], ["desks.id"], name="fk_judgements_desk_id_desks"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_judgements_entity_id_entities"),
    )
    op.create_index("ix_judgements_desk_id_name", "judgements", ["desk_id", "name"])


def downgrade() -> None:
    for table in ("judgements", "desks", "changes"):
        op.drop_table(table)
