"""How long checking an article takes, beside two peers over the same gazetteer in the same run.

All on one core, warm: the median of five articles that were not seen before, so that no cache holds their names.
"""

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import mean, median

import ahocorasick
from rapidfuzz import fuzz
from rapidfuzz.process import extractOne
from sqlalchemy import select

from benchmarks.documents.articles import articles
from benchmarks.documents.baselines import RATIO, capitalized_spans
from benchmarks.documents.passages import Passage
from benchmarks.peers import folded
from gazetteer.model import Kind
from gazetteer.resolve import Gazetteer
from gazetteer.store.schema import entities, names
from gazetteer.tagging.checking import check
from gazetteer.tagging.model import Copy

LENGTHS = (4_000, 20_000, 200_000)
TIMES, SEED = 5, 7
# rapidfuzz is so slow over all names that it is timed on so many spans, and the rest reckoned from them.
SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Timing:
    """Median seconds an article of this length takes, and the spans that rapidfuzz would be asked about."""

    length: int
    spans: int
    this: float
    scanning: float
    rapidfuzz: float


def timings(gazetteer: Gazetteer, passages: Sequence[Passage]) -> list[Timing]:
    """The times of articles of each length."""
    put_in = {kind.value: _canonical(gazetteer, kind) for kind in Kind}
    warm_up, *made = articles(passages, put_in, [LENGTHS[1], *(n for n in LENGTHS for _ in range(TIMES))], SEED)
    written = latin_names(gazetteer)
    scanner = _scanner(written)
    choices = list({folded(name) for name in written} - {""})
    told = []
    with one_core():
        for work in (lambda text: check(gazetteer, Copy(text)), lambda text: _scan(scanner, text)):
            work(warm_up)
        for number, length in enumerate(LENGTHS):
            five = made[number * TIMES : (number + 1) * TIMES]
            this = _median(lambda text: check(gazetteer, Copy(text)), five)
            scanning = _median(lambda text: _scan(scanner, text), five)
            spans = [capitalized_spans(text) for text in five]
            one_span = _one_span(random.Random(SEED).sample([one for some in spans for one in some], SAMPLE), choices)
            count = int(median(len(some) for some in spans))
            told.append(Timing(length, count, this, scanning, one_span * count))
    return told


def latin_names(gazetteer: Gazetteer) -> list[str]:
    """All names in Latin letters that the gazetteer shows."""
    asked = select(names.c.text).distinct().where(names.c.shown, names.c.script == "Latn", names.c.status == "accepted")
    with gazetteer.engine.connect() as connection:
        return list(connection.execute(asked).scalars())


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _canonical(gazetteer: Gazetteer, kind: Kind) -> list[str]:
    asked = select(entities.c.canonical).where(entities.c.kind == kind.value).order_by(entities.c.id)
    with gazetteer.engine.connect() as connection:
        return list(connection.execute(asked).scalars())


def _scanner(written: Sequence[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in written:
        automaton.add_word(name)
    automaton.make_automaton()
    return automaton


def _scan(scanner: ahocorasick.Automaton, text: str) -> int:
    """How many names are written in a text anywhere, even inside words."""
    return sum(1 for _ in scanner.iter(text))


def _median(work: Callable[[str], object], texts: Sequence[str]) -> float:
    return median(_seconds(work, text) for text in texts)


def _one_span(spans: Sequence[str], choices: Sequence[str]) -> float:
    """Mean seconds that the nearest of all names takes to find, for one span."""
    return mean(
        _seconds(lambda said: extractOne(said, choices, scorer=fuzz.ratio, score_cutoff=RATIO), folded(span))
        for span in spans
    )


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    work(text)
    return time.perf_counter() - began
