"""What a run keeps on disk: the answer to each distinct name, how often it came, and where first.

Answers are kept in a file for all runs that ask the same of the same gazetteer, counts and what a person decided in
the run's own. They make a run resumable, its memory independent of the number of rows, and its review possible.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from gazetteer.bulk.answers import Answer, from_bytes

Values = tuple[str, ...]
RUN = """
create table if not exists about (key text primary key, value text not null) without rowid;
create table if not exists names (key text primary key, count integer not null, first integer not null) without rowid;
create table if not exists choices (key text primary key, answer blob not null) without rowid;
"""
ANSWERS = "create table if not exists cache.answers (key text primary key, answer blob not null) without rowid"
ASKED_AT_ONCE = 500  # SQLite takes that many parameters in any build
PATIENCE = 60.0  # seconds to wait for another run that is writing answers
KEPT_FOR = 30 * 24 * 3600.0  # seconds since the last use of an answer file


@dataclass(frozen=True, slots=True)
class Known:
    """One distinct name with its context: its answer, how many rows have it, the first, and if a person decided it."""

    values: Values
    answer: Answer
    count: int
    first: int
    chosen: bool


class Store:
    """The distinct names of one run; leaving the context closes its files."""

    def __init__(self, folder: Path, cache: Path, stamp: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        cache.mkdir(parents=True, exist_ok=True)
        _forget_unused(cache)
        self._connection = sqlite3.connect(folder / "run.sqlite3", isolation_level=None, timeout=PATIENCE)
        answers = cache / f"answers-{stamp}.sqlite3"
        self._connection.execute("attach database ? as cache", (str(answers),))
        for schema in ("main", "cache"):
            # A process that is killed loses nothing of this; a machine that fails, at most the last second's answers.
            self._connection.execute(f"pragma {schema}.journal_mode = wal")
            self._connection.execute(f"pragma {schema}.synchronous = normal")
        self._connection.executescript(RUN)
        self._connection.execute(ANSWERS)
        answers.touch()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def begin(self) -> None:
        """Forget what was counted: rows are counted from the first again."""
        with self._transaction():
            self._connection.execute("delete from names")

    def answers(self, wanted: Iterable[Values]) -> dict[Values, bytes]:
        """The answers that are there already, as JSON."""
        keys = {_key(values): values for values in wanted}
        found: dict[Values, bytes] = {}
        listed = list(keys)
        for start in range(0, len(listed), ASKED_AT_ONCE):
            some = listed[start : start + ASKED_AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"select key, answer from cache.answers where key in ({marks})"
            found.update((keys[key], answer) for key, answer in self._connection.execute(query, some))
        return found

    def add(self, answers: Mapping[Values, bytes]) -> None:
        """Keep answers for this run and later ones."""
        rows = [(_key(values), answer) for values, answer in answers.items()]
        with self._transaction():
            self._connection.executemany("insert or ignore into cache.answers values (?, ?)", rows)

    def count(self, seen: Mapping[Values, tuple[int, int]]) -> None:
        """Add so many rows to each of these names, and the number of the first where it is the first."""
        rows = [(_key(values), times, first) for values, (times, first) in seen.items()]
        statement = "insert into names values (?, ?, ?) on conflict (key) do update set count = count + excluded.count"
        with self._transaction():
            self._connection.executemany(statement, rows)

    def known(self) -> Iterator[Known]:
        """The distinct names that rows have, the most frequent first; a person's answer stands for the gazetteer's."""
        query = (
            "select key, coalesce(choices.answer, cache.answers.answer), count, first, choices.answer is not null"
            " from names join cache.answers using (key) left join choices using (key) order by count desc, first"
        )
        for key, answer, count, first, chosen in self._connection.execute(query):
            yield Known(tuple(json.loads(key)), from_bytes(answer), count, first, bool(chosen))

    def has(self, values: Values) -> bool:
        """Whether rows have this name with this context."""
        found = self._connection.execute("select 1 from names where key = ?", (_key(values),))
        return found.fetchone() is not None

    def distinct(self) -> int:
        """How many distinct names rows have."""
        (number,) = self._connection.execute("select count(*) from names").fetchone()
        return int(number)

    def choose(self, choices: Mapping[Values, Answer]) -> None:
        """Keep what a person decided of names, in place of the gazetteer's answers."""
        rows = [(_key(values), answer.to_bytes()) for values, answer in choices.items()]
        with self._transaction():
            self._connection.executemany("insert or replace into choices values (?, ?)", rows)

    def forget_choice(self, values: Values) -> None:
        """Let the gazetteer's answer to a name stand again."""
        with self._transaction():
            self._connection.execute("delete from choices where key = ?", (_key(values),))

    def choices(self) -> dict[Values, Answer]:
        """What a person decided of names."""
        found = self._connection.execute("select key, answer from choices")
        return {tuple(json.loads(key)): from_bytes(answer) for key, answer in found}

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._connection)


class _Transaction:
    """All or nothing of what is written inside."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        self._connection.execute("commit" if kind is None else "rollback")


def _key(values: Sequence[str]) -> str:
    """A row's values as one text, whatever is in them."""
    return json.dumps(values)


def _forget_unused(cache: Path) -> None:
    """Remove the answer files that no run has used for a month."""
    for file in cache.glob("answers-*.sqlite3"):
        if time.time() - file.stat().st_mtime > KEPT_FOR:
            for each in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                each.unlink(missing_ok=True)
