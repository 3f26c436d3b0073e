"""Clusters: unknown names that are nearly equal, so that a person decides once for all of them.

The most frequent of them leads, and every other is near to it, not merely to one that is. Names are looked for where
their skeletons meet, and compared only there; what is needed for that lies on disk.
"""

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gazetteer.bulk.names import is_unknown
from gazetteer.bulk.store import Store, Values
from gazetteer.keys import form, hashed_bytes, skeleton, word_key
from gazetteer.matching.similarity import ratio, token_ratio
from gazetteer.romanization.readings import readings
from gazetteer.text.clean import clean, fold

# One letter of six may differ; in a name of four letters or fewer, none: there it makes another name.
NEAR = 0.83
SHORT = 4
# So many of a name's readings are looked up, and so many leaders are compared with it, the most frequent first.
READ = 4
COMPARED = 100
# Classes of consonants that a skeleton has where one of them is left out: fewer say nothing then, more need it not.
BONES_LEAST, BONES_MOST = 3, 40
# The most frequent unknown names; those beyond are on a row or two each, and stand alone.
CLUSTERED = 200_000
# What stands beside a name and makes another thing of it; where on the map a row lies may vary.
PARTING = ("kind", "country", "region")
DIGITS = re.compile(r"\d+")
TABLES = """
pragma journal_mode = off;
pragma synchronous = off;
create table leaders (number integer primary key, name text not null, said text not null);
create table blocks (key blob not null, number integer not null, primary key (key, number)) without rowid;
"""


def cluster(store: Store, roles: Iterable[str]) -> None:
    """Find the names of a run that are nearly equal, if that was not done yet, and keep which they are."""
    if not store.clustered():
        parting = [place for place, role in enumerate(roles, start=1) if role in PARTING]
        store.cluster(near_equal(_unknown(store), parting))


def _unknown(store: Store) -> Iterator[Values]:
    count = 0
    for known in store.known():
        if is_unknown(known):
            yield known.values
            count += 1
            if count == CLUSTERED:
                return


def near_equal(names: Iterable[Values], parting: Iterable[int] = ()) -> list[tuple[Values, Values]]:
    """Which names, given the most frequent first, are near to an earlier one: each with its leader, leaders too.

    Names whose cells at the `parting` places differ are never near.

    >>> [name for (name,), _ in near_equal([("Zorvikivka",), ("Odra",), ("Zorwikiwka",)])]
    ['Zorvikivka', 'Zorwikiwka']
    """
    places = tuple(parting)
    led: dict[int, list[Values]] = {}
    with tempfile.TemporaryDirectory() as folder, closing(_Leaders(Path(folder))) as leaders:
        for values in names:
            written = _read(values, places)
            leader = leaders.nearest(written)
            if leader is None:
                leaders.add(values, written)
            else:
                led.setdefault(leader, []).append(values)
        pairs = []
        for number, members in led.items():
            head = leaders.name(number)
            pairs += [(head, head), *((member, head) for member in members)]
    return pairs


@dataclass(frozen=True, slots=True)
class _Read:
    """A name as it is compared: its readings, and the blocks in which others like it are."""

    said: tuple[str, ...]
    blocks: tuple[bytes, ...]


def _read(values: Values, places: tuple[int, ...]) -> _Read:
    said = tuple(reading.text for reading in readings(clean(values[0]))[:READ])
    beside = [fold(values[place]) for place in places]
    # Numbers part names as nothing else does: a Sector 12 is not nearly a Sector 13.
    apart = "\x1f".join((*beside, *DIGITS.findall(values[0]), ""))
    bones = {skeleton(text) for one in said for text in (one, word_key(one) or one)}
    keys = {key for one in bones for key in _near_bones(one)}
    return _Read(said, tuple(sorted(hashed_bytes(apart + key) for key in keys)))


def _near_bones(bones: str) -> Iterator[str]:
    """A skeleton, and it without each of its classes: two that differ in one class have one of these in common."""
    yield bones
    if BONES_LEAST <= len(bones) <= BONES_MOST:
        for place in range(len(bones)):
            left = bones[:place] + bones[place + 1 :]
            # Of what stands doubled then, a skeleton keeps one.
            yield left[:place] + left[place + 1 :] if left[place - 1 : place] == left[place : place + 1] else left


class _Leaders:
    """The names that others may be near to, by block."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "leaders.sqlite3", isolation_level=None)
        self._connection.executescript(TABLES)
        self._connection.execute("begin")

    def add(self, values: Values, written: _Read) -> None:
        """A name that is near to none before it."""
        row = (json.dumps(values), "\n".join(written.said))
        number = self._connection.execute("insert into leaders (name, said) values (?, ?)", row).lastrowid
        self._connection.executemany("insert into blocks values (?, ?)", [(key, number) for key in written.blocks])

    def nearest(self, written: _Read) -> int | None:
        """The leader that a name is nearest to, if one is near."""
        marks = ",".join("?" * len(written.blocks))
        query = (
            "select number, said from leaders where number in"
            f" (select distinct number from blocks where key in ({marks}) order by number limit {COMPARED})"
        )
        best, most = None, 0.0
        for number, said in self._connection.execute(query, written.blocks):
            alike = max((_alike(one, other) for one in written.said for other in said.split("\n")), default=0.0)
            if alike > most:
                best, most = number, alike
        return best if most >= NEAR else None

    def name(self, number: int) -> Values:
        """The values of a leader."""
        (name,) = self._connection.execute("select name from leaders where number = ?", (number,)).fetchone()
        return tuple(json.loads(name))

    def close(self) -> None:
        """Forget them all."""
        self._connection.close()


def _alike(one: str, other: str) -> float:
    """How alike two readings are, with or without their spaces and in either order of words; short ones all or none."""
    mine, theirs = form(one), form(other)
    if mine == theirs:
        return 1.0
    if min(len(mine), len(theirs)) <= SHORT:
        return 0.0
    alike = ratio(mine, theirs)
    return max(alike, token_ratio(one, other)) if alike < NEAR and " " in one and " " in other else alike
