"""Where the gazetteer lives: an engine for SQLite (the default) or PostgreSQL.

Who opens a connection commits; no function of this room does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, RootTransaction, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from gazetteer.errors import BadParameter, GazetteerNotReady
from gazetteer.store.wal import use_wal

BUSY_TIMEOUT_MS = 30_000


def database_url(home: Path, url: str | None = None) -> str:
    """The given URL with a driver we ship, or the SQLite file of this home."""
    if not url:
        return f"sqlite:///{(home / 'gazetteer.sqlite3').absolute()}"
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def open_engine(url: str) -> Engine:
    """An engine for this URL; SQLite gets WAL, foreign keys and a busy timeout.

    Raises:
        BadParameter: a URL that names neither SQLite nor PostgreSQL.
    """
    try:
        backend = make_url(url).get_backend_name()
    except ArgumentError as bad:
        raise BadParameter(f"DATABASE_URL {url!r} is not a URL such as postgresql://user@host/name.") from bad
    if backend not in ("sqlite", "postgresql"):
        raise BadParameter(f"DATABASE_URL names {backend}; it must be sqlite:/// or postgresql://.")
    engine = create_engine(url, pool_pre_ping=backend == "postgresql")
    if backend == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection, _record) -> None:  # type: ignore[no-untyped-def]
    dbapi_connection.isolation_level = None  # transactions are begun by us, not by the driver
    cursor = dbapi_connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    use_wal(cursor.execute, BUSY_TIMEOUT_MS / 1000)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA cache_size=-65536")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: commits at the end, rolls back on an error.

    One writer at a time, on both databases: row numbers are given out by the writer.
    """
    with engine.connect().execution_options(writing=True) as connection, _begun(connection):
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE meta IN EXCLUSIVE MODE"))
        yield connection


def _begun(connection: Connection) -> RootTransaction:
    try:
        return connection.begin()
    except OperationalError as busy:
        if "locked" not in str(busy.orig):
            raise
        waited = BUSY_TIMEOUT_MS // 1000
        raise GazetteerNotReady(
            f"Another process has been writing for {waited} s; try again when it is done."
        ) from busy


def reach(engine: Engine) -> None:
    """Nothing, if the database answers.

    Raises:
        GazetteerNotReady: it does not.
    """
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except DatabaseError as broken:
        raise GazetteerNotReady(f"The database cannot be opened: {broken.orig}") from broken


def check_schema(engine: Engine) -> None:
    """Nothing, if the database has our tables.

    Raises:
        GazetteerNotReady: it cannot be opened, or has no tables yet.
    """
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    if file and not Path(file).exists():
        raise GazetteerNotReady(f"There is no gazetteer at {file} yet; run `python -m gazetteer init`.")
    try:
        tables = inspect(engine).get_table_names()
    except DatabaseError as broken:
        raise GazetteerNotReady(f"The database cannot be opened: {broken.orig}") from broken
    if "entities" not in tables:
        raise GazetteerNotReady("The database has no gazetteer yet; run `python -m gazetteer init`.")
