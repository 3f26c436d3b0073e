"""Alembic's entry: runs the migrations on the connection it is handed, or on DATABASE_URL."""

import os
from pathlib import Path

from alembic import context

from gazetteer.store import database_url, open_engine
from gazetteer.store.schema import metadata


def run() -> None:
    """Run the migrations inside one transaction."""
    handed = context.config.attributes.get("connection")
    if handed is not None:
        _run_on(handed)
        return
    home = Path(os.environ.get("GAZETTEER_HOME", "var"))
    home.mkdir(parents=True, exist_ok=True)
    engine = open_engine(database_url(home, os.environ.get("DATABASE_URL")))
    with engine.begin() as connection:
        _run_on(connection)


def _run_on(connection) -> None:  # type: ignore[no-untyped-def]
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


run()
