"""What a run keeps on disk: the answer to each distinct name, how often it came, and where first.

Answers are kept in a file for all runs that ask the same of the same gazetteer, counts and what a person decided in
the run's own. They make a run resumable, its memory independent of the number of rows, and its review possible.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from gazetteer.bulk.answers import Answer, from_bytes
from gazetteer.store.wal import use_wal

Values = tuple[str, ...]
RUN = """
create table if not exists about (key text primary key, value text not null) without rowid;
create table if not exists names (key text primary key, count integer not null, first integer not null) without rowid;
create table if not exists chosen (key text primary key, said text not null, answer blob not null) without rowid;
create table if not exists clusters (key text primary key, head text not null) without rowid;
create index if not exists clusters_by_head on clusters (head);
"""
ANSWERS = "create table if not exists cache.answers (key text primary key, answer blob not null) without rowid"
KNOWN = """
select names.key, coalesce(chosen.answer, cache.answers.answer), names.count, names.first,
       chosen.answer is not null, heads.first
from names join cache.answers on cache.answers.key = names.key
     left join chosen on chosen.key = names.key
     left join clusters on clusters.key = names.key
     left join names as heads on heads.key = clusters.head
order by coalesce(heads.count, names.count) desc, coalesce(heads.first, names.first), names.count desc, names.first
"""
CLUSTERED = "clustered"  # stands in `about` once near-equal names have been found
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
    cluster: int | None = None  # the first row of the most frequent of the names that are nearly equal to it


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person decided of a name: in words, as gazetteer.bulk.choosing has them, and as its rows are told."""

    values: Values
    said: str
    answer: Answer


class Store:
    """The distinct names of one run; leaving the context closes its files.

    With `counted`, the rows of the run have been counted before, and that stands: it is written again, or reviewed.
    """

    def __init__(self, folder: Path, cache: Path, stamp: str, *, counted: bool = False) -> None:
        self._counted = counted
        folder.mkdir(parents=True, exist_ok=True)
        cache.mkdir(parents=True, exist_ok=True)
        _forget_unused(cache)
        self._connection = sqlite3.connect(folder / "run.sqlite3", isolation_level=None, timeout=PATIENCE)
        answers = cache / f"answers-{stamp}.sqlite3"
        self._connection.execute("attach database ? as cache", (str(answers),))
        for schema in ("main", "cache"):
            # A process that is killed loses nothing of this; a machine that fails, at most the last second's answers.
            use_wal(self._connection.execute, PATIENCE, schema)
            self._connection.execute(f"pragma {schema}.synchronous = normal")
        self._connection.executescript(RUN)
        self._connection.execute(ANSWERS)
        answers.touch()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close its files."""
        self._connection.close()

    def begin(self) -> None:
        """Forget what was counted: rows are counted from the first again."""
        if self._counted:
            return
        with self._transaction():
            for table in ("names", "clusters", "about"):
                self._connection.execute(f"delete from {table}")

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
        if self._counted:
            return
        rows = [(_key(values), times, first) for values, (times, first) in seen.items()]
        statement = "insert into names values (?, ?, ?) on conflict (key) do update set count = count + excluded.count"
        with self._transaction():
            self._connection.executemany(statement, rows)

    def known(self) -> Iterator[Known]:
        """The distinct names that rows have, the most frequent first, each followed by those nearly equal to it.

        A person's answer stands for the gazetteer's.
        """
        for key, answer, count, first, chosen, cluster in self._connection.execute(KNOWN):
            yield Known(_values(key), from_bytes(answer), count, first, bool(chosen), cluster)

    def names(self) -> Iterator[tuple[Values, int]]:
        """The distinct names that rows have, each with the first row, in no order."""
        for key, first in self._connection.execute("select key, first from names"):
            yield _values(key), first

    def known_of(self, wanted: Iterable[Values]) -> Iterator[Known]:
        """Those of these names that rows have and that are answered."""
        query = KNOWN.partition("order by")[0] + "where names.key = ?"
        for values in wanted:
            for key, answer, count, first, chosen, cluster in self._connection.execute(query, (_key(values),)):
                yield Known(_values(key), from_bytes(answer), count, first, bool(chosen), cluster)

    def unanswered(self) -> int:
        """How many names have lost their answers, which are kept for a month."""
        query = "select count(*) from names where not exists (select 1 from cache.answers a where a.key = names.key)"
        (number,) = self._connection.execute(query).fetchone()
        return int(number)

    def distinct(self) -> int:
        """How many distinct names rows have."""
        (number,) = self._connection.execute("select count(*) from names").fetchone()
        return int(number)

    def choose(self, chosen: Iterable[Chosen]) -> None:
        """Keep what a person decided of names, in place of the gazetteer's answers: all of it, or nothing."""
        rows = ((_key(one.values), one.said, one.answer.to_bytes()) for one in chosen)
        with self._transaction():
            self._connection.executemany("insert or replace into chosen values (?, ?, ?)", rows)

    def withdraw(self, names: Iterable[Values]) -> None:
        """Let the gazetteer's answers to these names stand again."""
        with self._transaction():
            self._connection.executemany("delete from chosen where key = ?", [(_key(values),) for values in names])

    def chosen(self) -> Iterator[Chosen]:
        """What a person decided, of names that rows have, in the order of those rows."""
        query = "select key, said, answer from chosen join names using (key) order by first"
        for key, said, answer in self._connection.execute(query):
            yield Chosen(_values(key), said, from_bytes(answer))

    def choices(self) -> dict[Values, Answer]:
        """What the rows of names are told that a person decided."""
        found = self._connection.execute("select key, answer from chosen")
        return {_values(key): from_bytes(answer) for key, answer in found}

    def clustered(self) -> bool:
        """Whether near-equal names have been found already."""
        found = self._connection.execute("select 1 from about where key = ?", (CLUSTERED,)).fetchone()
        return found is not None

    def cluster(self, pairs: Iterable[tuple[Values, Values]]) -> None:
        """Keep which names are nearly equal: each with the most frequent of its cluster, that one with itself too."""
        rows = ((_key(values), _key(head)) for values, head in pairs)
        with self._transaction():
            self._connection.execute("delete from clusters")
            self._connection.executemany("insert into clusters values (?, ?)", rows)
            self._connection.execute("insert or replace into about values (?, '')", (CLUSTERED,))

    def cluster_of(self, values: Values) -> list[Values]:
        """The names of the cluster that a name is in, itself among them; itself alone, if it is in none."""
        query = "select key from clusters where head = (select head from clusters where key = ?) order by key"
        return [_values(key) for (key,) in self._connection.execute(query, (_key(values),))] or [values]

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


def _values(key: str) -> Values:
    return tuple(json.loads(key))


def _forget_unused(cache: Path) -> None:
    """Remove the answer files that no run has used for a month."""
    for file in cache.glob("answers-*.sqlite3"):
        with suppress(FileNotFoundError):  # another run has just removed it
            if time.time() - file.stat().st_mtime > KEPT_FOR:
                for each in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                    each.unlink(missing_ok=True)
