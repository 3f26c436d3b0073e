"""What a run keeps on disk, where several runs do so at once."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from gazetteer.bulk.store import Store, Told
from gazetteer.store.wal import use_wal

AT_ONCE = 6
TIMES = 25


def test_runs_that_begin_at_once_share_their_answers(tmp_path: Path) -> None:
    together = Barrier(AT_ONCE)

    def run(number: int) -> list[dict[tuple[str, ...], Told]]:
        seen = []
        for turn in range(TIMES):
            together.wait(60)
            with Store(tmp_path / f"{number}-{turn}", tmp_path / f"answers-{turn}", "stamp") as store:
                store.add({(f"name {number}",): (0, b"[]")})
                together.wait(60)
                seen.append(store.answers([(f"name {other}",) for other in range(AT_ONCE)]))
        return seen

    with ThreadPoolExecutor(AT_ONCE) as threads:
        for seen in threads.map(run, range(AT_ONCE)):
            assert [len(answers) for answers in seen] == [AT_ONCE] * TIMES


def test_a_file_that_stays_locked_is_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "one.sqlite3"
    with sqlite3.connect(file, isolation_level=None) as holder, sqlite3.connect(file, timeout=0) as other:
        holder.execute("begin exclusive")
        since = time.monotonic()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            use_wal(other.execute, patience=0.1)
        assert time.monotonic() - since >= 0.1
        holder.execute("commit")
        use_wal(other.execute, patience=0.1)
        assert other.execute("pragma journal_mode").fetchone() == ("wal",)
