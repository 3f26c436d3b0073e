"""Enter the desk that everyone belongs to until there are keys."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("INSERT INTO desks (id, key, name) VALUES (1, 'default', 'Everyone')")


def downgrade() -> None:
    op.execute("DELETE FROM desks WHERE key = 'default'")
