"""The migrations, up and down on both databases, against the tables as store/schema.py describes them."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select

from gazetteer.errors import BadParameter, GazetteerNotReady
from gazetteer.store import check_revision, check_schema, database_url, migrate, open_engine
from gazetteer.store.migrate import FOLDER, migrate_down, revision_of
from gazetteer.store.schema import desks, metadata

REVISIONS = [script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()][::-1]


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_every_migration_runs_up_and_down(empty: Engine) -> None:
    for revision in REVISIONS:
        before = tables(empty)
        migrate(empty, revision)
        assert revision_of(empty) == revision
        there = tables(empty)
        migrate_down(empty, "-1")
        assert tables(empty) == before
        migrate(empty, revision)
        assert tables(empty) == there
    migrate_down(empty, "base")
    assert tables(empty) == set()
    migrate(empty)
    assert revision_of(empty) == REVISIONS[-1]


def test_a_migrated_database_equals_the_schema(empty: Engine) -> None:
    migrate(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(empty: Engine) -> None:
    migrate(empty)
    migrate(empty)
    with empty.connect() as connection:
        assert connection.execute(select(desks.c.key)).scalars().all() == ["default"]


def test_every_migration_says_its_reason_in_a_sentence() -> None:
    for script in ScriptDirectory(str(FOLDER)).walk_revisions():
        assert script.doc.strip().endswith(".")


def test_a_database_without_tables_says_what_to_run(empty: Engine) -> None:
    for check in (check_schema, check_revision):
        with pytest.raises(GazetteerNotReady, match="gazetteer init"):
            check(empty)


def test_a_database_of_another_version_says_what_to_run(empty: Engine) -> None:
    migrate(empty, REVISIONS[0])
    with pytest.raises(GazetteerNotReady, match=f"{REVISIONS[0]}.*{REVISIONS[-1]}.*gazetteer init"):
        check_revision(empty)


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(GazetteerNotReady, match="cannot be opened"):
        check_schema(open_engine(database_url(tmp_path)))


@pytest.mark.parametrize("url", ["mysql://here/there", "nonsense"])
def test_a_url_of_neither_database_is_refused(url: str) -> None:
    with pytest.raises(BadParameter, match="postgresql://"):
        open_engine(url)


def test_a_server_that_is_not_there_is_not_ready() -> None:
    with pytest.raises(GazetteerNotReady, match="cannot be opened"):
        check_schema(open_engine(database_url(Path(), "postgresql://nobody@127.0.0.1:1/nothing")))
