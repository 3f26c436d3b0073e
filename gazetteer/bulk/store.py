"""What a run keeps on disk: the answer to each distinct name, how often it came, and where first.

Answers are kept in a file for all runs that ask the same of the same gazetteer, counts and what a person decided in
the run's own. They make a run resumable, its memory independent of the number of rows, and its review possible.
"""

import json
import sqlite3
import time
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Self

from gazetteer.bulk.answers import Answer, from_bytes
from gazetteer.bulk.filtering import Filter
from gazetteer.keys import hashed_bytes
from gazetteer.store.wal import use_wal

Values = tuple[str, ...]
_as_json = json.JSONEncoder().encode
RUN = """
drop table if exists names;
drop table if exists clusters;
create table if not exists about (key text primary key, value text not null) without rowid;
create table if not exists counts (number integer primary key, count integer not null, first integer not null);
create table if not exists near (number integer primary key, head integer not null);
create index if not exists near_by_head on near (head);
create table if not exists chosen (key text primary key, said text not null, answer blob not null) without rowid;
"""  # the tables that are dropped are those of an earlier layout
# Answers lie in the order they came in, and are found by a short mark: an index of the texts themselves would be
# rewritten nearly whole each time that some are added.
ANSWERS = """
create table if not exists cache.about (key text primary key, value text not null) without rowid;
insert or ignore into cache.about values ('identity', hex(randomblob(16)));
create table if not exists cache.answers (
    number integer primary key, mark integer not null, key text not null, care integer not null, answer blob not null
);
create index if not exists cache.answers_by_mark on answers (mark);
"""
LAYOUT = 2  # of the file of answers
JOINED = """
from counts join cache.answers as told on told.number = counts.number
     left join chosen on chosen.key = told.key
     left join near on near.number = counts.number
     left join counts as heads on heads.number = near.head
"""
# Numbers alone are sorted, and the texts that go with them fetched afterwards.
CAREFUL = "case when chosen.key is null then told.care >= :care else :decided end"
ORDERED = f"""
select counts.number {JOINED} where {CAREFUL}
order by coalesce(heads.count, counts.count) desc, coalesce(heads.first, counts.first), counts.count desc, counts.first
"""
NEEDING = f"select told.key, chosen.answer {JOINED} where {CAREFUL} order by counts.count desc, counts.first"
FOUND = f"select counts.number, told.key, told.answer, chosen.answer, counts.count, counts.first, heads.first {JOINED}"
CLUSTERED = "clustered"  # stands in `about` once near-equal names have been found
IDENTITY = "identity"  # of the file of answers by whose numbers names are counted
ASKED_AT_ONCE = 500  # SQLite takes that many parameters in any build
WORTH_IT = 10_000  # names that a run has asked of, from which on it reads the marks of all that are kept
TO_COME = 500_000  # answers that a run may keep itself, more or less
PAGES_AHEAD = 8_000  # of four kilobytes, that may stand in the log before they are put in their places
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


class Found(NamedTuple):
    """The same as it is kept, which is cheap to hand to another process."""

    key: str
    answer: bytes
    times: int
    first: int
    chosen: bool
    cluster: int | None

    @property
    def values(self) -> Values:
        """The name and its context."""
        return _values(self.key)

    def known(self) -> Known:
        """What is known of the name."""
        return Known(self.values, from_bytes(self.answer), self.times, self.first, self.chosen, self.cluster)


class Told(NamedTuple):
    """The answer to a name, as JSON, and the number by which the name is known where answers are kept."""

    number: int
    answer: bytes


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
        answers = cache / f"answers-{LAYOUT}-{stamp}.sqlite3"
        self._connection.execute("attach database ? as cache", (str(answers),))
        for schema in ("main", "cache"):
            # A process that is killed loses nothing of this; a machine that fails, at most the last second's answers.
            use_wal(self._connection.execute, PATIENCE, schema)
            self._connection.execute(f"pragma {schema}.synchronous = normal")
        self._connection.execute(f"pragma wal_autocheckpoint = {PAGES_AHEAD}")
        self._connection.executescript(RUN)
        self._connection.executescript(ANSWERS)
        self._connection.create_function("mark_of", 1, _mark, deterministic=True)
        answers.touch()
        self._met: _Met | None = None

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
            for table in ("counts", "near", "about"):
                self._connection.execute(f"delete from {table}")
            self._connection.execute("insert into about select key, value from cache.about where key = ?", (IDENTITY,))
        self._met = _Met(self._connection)

    def answers(self, wanted: Iterable[Values]) -> dict[Values, Told]:
        """The answers that are there already."""
        keys = {_key(values): values for values in wanted}
        return {keys[key]: Told(number, answer) for key, number, answer in self._of("key, number, answer", keys)}

    def add(self, answers: Mapping[Values, tuple[int, bytes]]) -> dict[Values, Told]:
        """Keep answers, each with how much care it needs, for this run and later ones; what is kept of these names."""
        keys = {_key(values): values for values in answers}
        with self._transaction():
            # Another run may have been quicker.
            numbers: dict[str, int] = dict(self._of("key, number", keys))
            (last,) = self._connection.execute("select coalesce(max(number), 0) from cache.answers").fetchone()
            fresh = {key: number for number, key in enumerate((key for key in keys if key not in numbers), last + 1)}
            self._connection.executemany(
                "insert into cache.answers values (?, ?, ?, ?, ?)",
                ((number, _mark(key), key, *answers[keys[key]]) for key, number in fresh.items()),
            )
        numbers |= fresh
        return {values: Told(numbers[key], answers[values][1]) for key, values in keys.items()}

    def _of(self, columns: str, wanted: Collection[str]) -> Iterator[tuple[Any, ...]]:
        """These columns, the key first, of those of these keys that are answered."""
        marks: Sequence[int] = [_mark(key) for key in wanted]
        if self._met is not None:
            marks = self._met.among(marks)
        for start in range(0, len(marks), ASKED_AT_ONCE):
            some = marks[start : start + ASKED_AT_ONCE]
            query = f"select {columns} from cache.answers where mark in ({_marks(some)})"
            # Two keys may have one mark.
            yield from (row for row in self._connection.execute(query, some) if row[0] in wanted)

    def count(self, seen: Mapping[int, tuple[int, int]]) -> None:
        """Add so many rows to each of the names of these numbers, and the first of them where it is the first."""
        if self._counted:
            return
        rows = ((number, *seen[number]) for number in sorted(seen))
        statement = (
            "insert into counts values (?, ?, ?) on conflict (number) do update set count = count + excluded.count"
        )
        with self._transaction():
            self._connection.executemany(statement, rows)

    def known(self) -> Iterator[Known]:
        """The distinct names that rows have, the most frequent first, each followed by those nearly equal to it.

        A person's answer stands for the gazetteer's.
        """
        return (found.known() for found in self.found())

    def found(self, care: int = 0, *, decided: bool = True) -> Iterator[Found]:
        """Those names in that order whose answers need so much care, and those that a person decided, or none of these.

        Which these are is settled at the beginning, whatever is decided meanwhile.
        """
        ordered = self._connection.execute(ORDERED, {"care": care, "decided": decided})
        numbers = array("q", (number for (number,) in ordered))
        return self._found(numbers, decided=decided)

    def needing(self, care: int) -> Iterator[tuple[Values, Answer | None]]:
        """The names whose answers need so much care, and those that a person decided, with that; frequent ones first.

        Clusters are not heeded: it is for finding them.
        """
        for key, chosen in self._connection.execute(NEEDING, {"care": care, "decided": True}):
            yield _values(key), None if chosen is None else from_bytes(chosen)

    def _found(self, numbers: Sequence[int], *, decided: bool = True) -> Iterator[Found]:
        for start in range(0, len(numbers), ASKED_AT_ONCE):
            some = numbers[start : start + ASKED_AT_ONCE]
            query = f"{FOUND} where counts.number in ({_marks(some)})"
            by_number = {number: row for number, *row in self._connection.execute(query, some)}
            for number in some:
                if number in by_number:
                    key, told, chosen, count, first, cluster = by_number[number]
                    if not decided:
                        chosen = None
                    yield Found(key, told if chosen is None else chosen, count, first, chosen is not None, cluster)

    def names(self) -> Iterator[tuple[Values, int]]:
        """The distinct names that rows have, each with the first row, in no order."""
        query = "select key, first from counts join cache.answers using (number)"
        for key, first in self._connection.execute(query):
            yield _values(key), first

    def known_of(self, wanted: Iterable[Values]) -> Iterator[Known]:
        """Those of these names that rows have."""
        return (found.known() for values in wanted for found in self._found(list(self._numbers([values]).values())))

    def _numbers(self, wanted: Iterable[Values]) -> dict[str, int]:
        return dict(self._of("key, number", {_key(values) for values in wanted}))

    def lost(self) -> bool:
        """Whether the answers to the run's names are gone; they are kept for a month."""
        query = "select 1 from about join cache.about as there using (key, value) where key = ?"
        return self._connection.execute(query, (IDENTITY,)).fetchone() is None

    def distinct(self) -> int:
        """How many distinct names rows have."""
        (number,) = self._connection.execute("select count(*) from counts").fetchone()
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
        query = """
            select chosen.key, said, chosen.answer
            from chosen cross join cache.answers as told on told.mark = mark_of(chosen.key) and told.key = chosen.key
                 join counts on counts.number = told.number
            order by first
        """
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
        pairs = list(pairs)
        numbers = self._numbers(values for values, _ in pairs)
        rows = [(numbers[_key(values)], numbers[_key(head)]) for values, head in pairs]
        with self._transaction():
            self._connection.execute("delete from near")
            self._connection.executemany("insert into near values (?, ?)", rows)
            self._connection.execute("insert or replace into about values (?, '')", (CLUSTERED,))

    def cluster_of(self, values: Values) -> list[Values]:
        """The names of the cluster that a name is in, itself among them; itself alone, if it is in none."""
        query = """
            select key from near join cache.answers using (number)
            where head = (select head from near where number = ?) order by key
        """
        numbers = self._numbers([values]).values()
        return [_values(key) for number in numbers for (key,) in self._connection.execute(query, (number,))] or [values]

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._connection)


class _Met:
    """The marks of the answers that are kept: most names of a run come for the first time, and need not be looked for.

    They are read once a run has asked of so many that it is worth it; what this run or another keeps from then on is
    taken in before anything is asked.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._filter: Filter | None = None
        self._asked = 0
        self._last = 0  # number that was taken in

    def among(self, marks: Sequence[int]) -> Sequence[int]:
        """Those of these marks under which an answer may be kept."""
        self._asked += len(marks)
        if self._asked < WORTH_IT:
            return marks
        # All of them stand by mark, apart from the answers, which need not be read then; the few that are new do not.
        order = "mark" if self._filter is None else "number"
        if self._filter is None:
            (last,) = self._connection.execute("select coalesce(max(number), 0) from cache.answers").fetchone()
            self._filter = Filter(last + TO_COME)
        query = f"select number, mark from cache.answers where number > ? order by {order}"
        last = self._last
        for number, mark in self._connection.execute(query, (self._last,)):
            self._filter.add(mark)
            last = max(last, number)
        self._last = last
        return [mark for mark in marks if mark in self._filter]


class _Transaction:
    """All or nothing of what is written inside."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        self._connection.execute("commit" if kind is None else "rollback")


def _key(values: Sequence[str]) -> str:
    """A row's values as one text, whatever is in them: as JSON."""
    return f"[{', '.join(map(_as_json, values))}]"


def _mark(key: str) -> int:
    """The number by which a key is looked up; seldom if ever is it another's too."""
    return int.from_bytes(hashed_bytes(key), "little", signed=True)


def _marks(some: Sequence[object]) -> str:
    return ",".join("?" * len(some))


def _values(key: str) -> Values:
    return tuple(json.loads(key))


def _forget_unused(cache: Path) -> None:
    """Remove the answer files that no run has used for a month."""
    for file in cache.glob("answers-*.sqlite3"):
        with suppress(FileNotFoundError):  # another run has just removed it
            if time.time() - file.stat().st_mtime > KEPT_FOR:
                for each in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                    each.unlink(missing_ok=True)
