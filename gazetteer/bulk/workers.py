"""Workers: processes that each have the gazetteer open and answer batches of distinct names.

They share the mapped index, and the tables of languages that were read before they parted; they hold no database
transaction, and end with the process that started them, however it ends.
"""

import hashlib
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import Self, TypeVar

from gazetteer.bulk.answers import Answer, answer_of, unanswered
from gazetteer.bulk.around import Around
from gazetteer.bulk.asking import Asking, query_of
from gazetteer.bulk.contents import no_name
from gazetteer.bulk.forerunner import context, undisturbed
from gazetteer.bulk.names import care_of
from gazetteer.bulk.several import Several
from gazetteer.bulk.store import Values
from gazetteer.collector import be_patient
from gazetteer.errors import BadName
from gazetteer.index.layout import code_of, rules_fingerprint
from gazetteer.matching.weights import weights
from gazetteer.model import Judgement, Style
from gazetteer.resolve import Gazetteer, open_gazetteer, resolve
from gazetteer.styles import style_of

# Code that answers hang on besides that of keys and readings: after an upgrade no answer of before is taken for new.
DECIDING = (
    "model.py", "matching", "qualifying.py", "text/states.toml", "text/generics.toml", "resolve.py", "styles",
    "bulk/around.py", "bulk/asking.py", "bulk/answers.py", "bulk/names.py",
    "bulk/contents.py", "bulk/several.py",
)  # fmt: skip
MAPPED_AT_ONCE = 500
MAPPED_AHEAD = 8
One = TypeVar("One")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Source:
    """Where workers find the gazetteer, and what is asked of it."""

    home: Path
    url: str | None
    asking: Asking


class Answerer:
    """One opened gazetteer and what is asked of it: answers values as they come."""

    def __init__(self, source: Source) -> None:
        self.gazetteer: Gazetteer = open_gazetteer(source.home, source.url)
        self.asking = source.asking
        self._around = Around(self.gazetteer)
        self._several = Several(self.gazetteer)
        self.style: Style = style_of(source.asking.style)
        self.judgements: Sequence[Judgement] = self.gazetteer.held()
        self.stamp = self._stamp()  # what answers depend on besides the values: equal stamps give equal answers

    def _stamp(self) -> str:
        mark = hashlib.sha256(rules_fingerprint().encode())
        for part in (weights(), self.style, self.judgements, self.asking):
            mark.update(repr(part).encode() + b"\0")
        for code in code_of(DECIDING):
            mark.update(code)
        return f"{self.gazetteer.version}-{mark.hexdigest()[:32]}"

    def answer(self, values: Values) -> Answer:
        """The answer to a row's values."""
        if not values[0].strip():
            return unanswered("The cell is empty.")
        if (why := no_name(values[0])) is not None:
            return unanswered(why)
        try:
            asked = query_of(self.asking, values, self._around)
            decision = resolve(self.gazetteer, asked.query, style=self.style, judgements=self.judgements)
        except BadName as refused:
            return unanswered(str(refused))
        if (told := self._several.answer(values[0], asked.query, decision)) is not None:
            return told
        return answer_of(decision, values[0], asked)

    def kept(self, values: Values) -> tuple[int, bytes]:
        """The answer as it is kept: how much care it needs, and all of it as JSON."""
        answer = self.answer(values)
        return care_of(values[0], answer).value, answer.to_bytes()


class Pool:
    """So many workers; leaving the context ends them."""

    def __init__(self, source: Source, workers: int) -> None:
        self._pool = ProcessPoolExecutor(workers, mp_context=context(), initializer=_begin, initargs=(source,))
        try:
            with undisturbed():
                self._stamp = self._pool.submit(_stamp)  # processes begin with the first question
        except KeyboardInterrupt:
            self._pool.shutdown(wait=True, cancel_futures=True)
            raise

    def stamp(self) -> str:
        """The stamp of the answers that come from here."""
        return self._stamp.result()

    def submit(self, batch: Sequence[Values]) -> "Future[tuple[str, list[tuple[int, bytes]]]]":
        """The stamp and the answers to a batch, in its order, when they are there."""
        return self._pool.submit(_answer, batch)

    def map(self, function: Callable[[One], Other], items: Iterable[One]) -> Iterator[Other]:
        """What a function of a module gives for each item, in their order; few are under way at a time."""
        under_way: deque[Future[list[Other]]] = deque()
        left = iter(items)
        while batch := list(islice(left, MAPPED_AT_ONCE)):
            under_way.append(self._pool.submit(_mapped, function, batch))
            if len(under_way) > MAPPED_AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


_source: list[Source] = []  # of this process, as the pool says it


def _begin(source: Source) -> None:
    _source.append(source)
    be_patient()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@cache
def _own() -> Answerer:
    """The answerer of this process, opened with the first question: what is wrong with it is told as its answer."""
    return Answerer(_source[0])


def _stamp() -> str:
    return _own().stamp


def _answer(batch: Sequence[Values]) -> tuple[str, list[tuple[int, bytes]]]:
    own = _own()
    return own.stamp, [own.kept(values) for values in batch]


def _mapped(function: Callable[[One], Other], items: Sequence[One]) -> list[Other]:
    return [function(item) for item in items]
