"""Migrations: bring a database's tables to the newest version, or to any other."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from gazetteer.errors import GazetteerNotReady

FOLDER = Path(__file__).parents[2] / "migrations"


def migrate(engine: Engine, revision: str = "head") -> None:
    """Run the migrations up to this revision."""
    _run(engine, command.upgrade, revision)


def migrate_down(engine: Engine, revision: str) -> None:
    """Run the migrations down to this revision ("base" drops every table)."""
    _run(engine, command.downgrade, revision)


def revision_of(engine: Engine) -> str | None:
    """The revision this database is at; None for one without our tables."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def check_revision(engine: Engine) -> None:
    """Nothing, if the database is at the newest revision.

    Raises:
        GazetteerNotReady: it is empty, older or newer than this program.
    """
    wanted = ScriptDirectory.from_config(_config()).get_current_head()
    found = revision_of(engine)
    if found is None:
        raise GazetteerNotReady("The database has no gazetteer yet; run `python -m gazetteer init`.")
    if found != wanted:
        raise GazetteerNotReady(
            f"The database is at migration {found}, this program wants {wanted}; run `python -m gazetteer init`."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _run(engine: Engine, what, revision: str) -> None:  # type: ignore[no-untyped-def]
    config = _config()
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        what(config, revision)
