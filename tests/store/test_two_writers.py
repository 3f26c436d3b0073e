"""Two writers at once, on one database: one waits for the other, and nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from gazetteer.errors import GazetteerNotReady
from gazetteer.store import database, writing
from gazetteer.store.schema import entities, identifiers, names

ROOT = Path(__file__).parents[2]
BATCHES, ROWS = 20, 25
WRITE = f"""
import sys
from gazetteer.model import Kind
from gazetteer.store import EntityRow, NameRow, Writer, open_engine, writing

engine, who = open_engine(sys.argv[1]), sys.argv[2]
for batch in range({BATCHES}):
    with writing(engine) as connection:
        rows = [
            EntityRow(Kind.PLACE, "Z", [("shared" if row == 0 else who, f"{{batch}}-{{row}}")], names=[NameRow(who)])
            for row in range({ROWS})
        ]
        Writer(connection, 1).put(rows)
"""


def test_nothing_is_lost_and_nothing_doubled(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, url, who], cwd=ROOT) for who in ("one", "other")]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    with engine.connect() as connection:
        own = 2 * BATCHES * (ROWS - 1)
        assert connection.execute(select(func.count()).select_from(entities)).scalar_one() == own + BATCHES
        assert connection.execute(select(func.count()).select_from(identifiers)).scalar_one() == own + BATCHES
        # The shared entities have a name from each writer.
        assert connection.execute(select(func.count()).select_from(names)).scalar_one() == own + 2 * BATCHES


def test_who_waits_too_long_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 100)
    one = database.open_engine(f"sqlite:///{tmp_path / 'busy.sqlite3'}")
    other = database.open_engine(f"sqlite:///{tmp_path / 'busy.sqlite3'}")
    with writing(one) as connection:
        connection.execute(text("CREATE TABLE some (number INTEGER)"))
        with pytest.raises(GazetteerNotReady, match="Another process"), writing(other):
            pass


def test_who_reads_is_not_held_up_by_who_writes(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE meta SET value = 'changed' WHERE key = 'gazetteer_id'"))
        with engine.connect() as reader:
            there = reader.execute(text("SELECT value FROM meta WHERE key = 'gazetteer_id'")).scalar_one()
            assert there != "changed"


def test_an_error_takes_back_what_was_written(engine: Engine) -> None:
    def empty_and_fail() -> None:
        with writing(engine) as connection:
            connection.execute(text("DELETE FROM meta"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        empty_and_fail()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM meta")).scalar_one() > 0
