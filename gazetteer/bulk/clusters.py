"""Clusters: unknown names that are nearly equal, so that a person decides once for all of them.

The most frequent of them leads, and every other is near to it, not merely to one that is. Names are looked for where
their skeletons meet, and compared only there; what is held for that grows with the names, of which there are so many at
most, and not with the rows.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, chain, islice
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from gazetteer.bulk.names import Care, is_unknown
from gazetteer.bulk.store import Store, Values
from gazetteer.keys import form, hashed_bytes, skeleton, word_key
from gazetteer.matching.similarity import most_alike
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

One = TypeVar("One")
Other = TypeVar("Other")


class Mapped(Protocol):
    """What does as `map` does: that itself, or workers."""

    def __call__(self, function: Callable[[One], Other], items: Iterable[One], /) -> Iterable[Other]:
        """What the function, one of a module, gives for each item, in their order."""


class Texts(NamedTuple):
    """A name as readings have it: the likeliest, and all of them; empty where there is none."""

    likeliest: str
    every: Sequence[str]


class Said(NamedTuple):
    """A name as it is compared: its readings, and the blocks in which others like it are, eight bytes each."""

    forms: Texts  # longer than what is short
    short: Texts
    sorted: Texts  # of several words, those in order of the alphabet
    blocks: bytes


def cluster(store: Store, roles: Iterable[str], mapped: Mapped = map) -> None:
    """Find the names of a run that are nearly equal, if that was not done yet, and keep which they are."""
    if not store.clustered():
        parting = [place for place, role in enumerate(roles, start=1) if role in PARTING]
        store.cluster(near_equal(_unknown(store), parting, mapped))


def _unknown(store: Store) -> Iterator[Values]:
    """The unknown names, the most frequent first; what a person has decided of one may have made it known."""
    needing = store.needing(Care.UNKNOWN)
    unknown = (values for values, chosen in needing if chosen is None or is_unknown(values[0], chosen))
    return islice(unknown, CLUSTERED)


def near_equal(
    names: Iterable[Values], parting: Iterable[int] = (), mapped: Mapped = map
) -> list[tuple[Values, Values]]:
    """Which names, given the most frequent first, are near to an earlier one: each with its leader, leaders too.

    Names whose cells at the `parting` places differ are never near.

    >>> [name for (name,), _ in near_equal([("Zorvikivka",), ("Odra",), ("Zorwikiwka",)])]
    ['Zorvikivka', 'Zorwikiwka']
    """
    given = list(names)
    said = list(mapped(partial(read, parting=tuple(parting)), given))
    leaders = _Leaders(said)
    led: dict[int, list[int]] = {}
    for number, blocks in enumerate(_shared(said)):
        leader = leaders.nearest(number, blocks)
        if leader is None:
            leaders.add(number, blocks)
        else:
            led.setdefault(leader, []).append(number)
    return [(given[number], given[head]) for head in sorted(led) for number in (head, *led[head])]


def read(values: Values, parting: tuple[int, ...]) -> Said:
    """A row's values, the name first, as they are compared."""
    texts = [reading.text for reading in readings(clean(values[0]))[:READ]]
    ordered = [key for one in texts if (key := word_key(one))]
    beside = [fold(values[place]) for place in parting]
    # Numbers part names as nothing else does: a Sector 12 is not nearly a Sector 13.
    apart = "\x1f".join((*beside, *DIGITS.findall(values[0]), ""))
    keys = {key for one in {skeleton(text) for text in (*texts, *ordered)} for key in _near_bones(one)}
    forms = list(dict.fromkeys(form(text) for text in texts))
    return Said(
        forms=_texts(forms, [one for one in forms if len(one) > SHORT]),
        short=_texts(forms, [one for one in forms if len(one) <= SHORT]),
        sorted=_texts(ordered, [one for one in ordered if len(form(one)) > SHORT]),
        blocks=b"".join(hashed_bytes(apart + key) for key in sorted(keys)),
    )


def _texts(readings: Sequence[str], some: Sequence[str]) -> Texts:
    """Some of a name's readings, which are given likeliest first; the likeliest is left empty if it is not of them."""
    return Texts(some[0] if some and some[0] == readings[0] else "", some)


def _near_bones(bones: str) -> Iterator[str]:
    """A skeleton, and it without each of its classes: two that differ in one class have one of these in common."""
    yield bones
    if BONES_LEAST <= len(bones) <= BONES_MOST:
        for place in range(len(bones)):
            left = bones[:place] + bones[place + 1 :]
            # Of what stands doubled then, a skeleton keeps one.
            yield left[:place] + left[place + 1 :] if left[place - 1 : place] == left[place : place + 1] else left


def _shared(said: Sequence[Said]) -> Iterator[list[int]]:
    """The blocks of each name in which there is another, numbered."""
    keys = np.frombuffer(b"".join(one.blocks for one in said), dtype=np.uint64)
    _, block, count = np.unique(keys, return_inverse=True, return_counts=True)
    numbered: npt.NDArray[np.int64] = np.where(count[block] > 1, block, -1)
    at = 0
    for one in said:
        until = at + len(one.blocks) // 8
        yield [number for number in numbered[at:until].tolist() if number >= 0]
        at = until


@dataclass(slots=True)
class _Leaders:
    """The names that others may be near to, by block."""

    said: Sequence[Said]
    by_block: dict[int, list[int]] = field(default_factory=dict)
    forms: "_Readings" = field(init=False)
    sorted: "_Readings" = field(init=False)

    def __post_init__(self) -> None:
        self.forms = _Readings([one.forms for one in self.said])
        self.sorted = _Readings([one.sorted for one in self.said])

    def add(self, number: int, blocks: Sequence[int]) -> None:
        """A name that is near to none before it."""
        for block in blocks:
            led = self.by_block.setdefault(block, [])
            if len(led) < COMPARED:
                led.append(number)

    def nearest(self, number: int, blocks: Sequence[int]) -> int | None:
        """The leader that a name is nearest to, if one is near; of equally near ones the most frequent."""
        met: set[int] = set()
        for block in blocks:
            met.update(self.by_block.get(block, ()))
        if not met:
            return None
        heads, own = sorted(met)[:COMPARED], self.said[number]
        if own.short.every:
            for head in heads:
                if _same(own.short, self.said[head].short):
                    return head
        found = [*self.forms.nearest(own.forms, heads), *self.sorted.nearest(own.sorted, heads)]
        return -max((alike, -head) for alike, head in found)[1] if found else None


class _Readings:
    """Some of the readings of each name, by its number, as they are looked up by the million."""

    def __init__(self, texts: Sequence[Texts]) -> None:
        self.likeliest = [one.likeliest for one in texts]
        self.every = [one.every for one in texts]

    def nearest(self, mine: Texts, heads: Sequence[int]) -> Iterator[tuple[float, int]]:
        """The likenesses and heads of those most like a name, by its likeliest reading or theirs, if any is near."""
        if mine.likeliest:
            every = list(map(self.every.__getitem__, heads))
            if (found := most_alike(mine.likeliest, list(chain.from_iterable(every)), NEAR)) is not None:
                place, alike = found
                yield alike, heads[bisect_right(list(accumulate(map(len, every))), place)]
        others = [text for text in mine.every if text != mine.likeliest]
        if others:
            likeliest = list(map(self.likeliest.__getitem__, heads))
            for text in others:
                if (found := most_alike(text, likeliest, NEAR)) is not None:
                    place, alike = found
                    yield alike, heads[place]


def _same(mine: Texts, other: Texts) -> bool:
    """Whether the likeliest reading of one is a reading of the other."""
    return (mine.likeliest != "" and mine.likeliest in other.every) or (
        other.likeliest != "" and other.likeliest in mine.every
    )
