"""The run: rows flow in, each distinct name is resolved once, and the rows flow out in their order with the answers.

The output grows in a file beside its place and takes its name only when it is whole. A run that was killed is run
again: what was resolved before is read from its store, so that the same output comes about sooner.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from gazetteer.bulk.answers import cells_of
from gazetteer.bulk.store import Store, Values
from gazetteer.bulk.workers import Pool
from gazetteer.errors import GazetteerChanged
from gazetteer.tabular.model import Reject, Row, Writer
from gazetteer.tabular.opening import Opened

ROWS_AT_ONCE = 20_000
BYTES_AT_ONCE = 16 * 2**20  # of rows whose size is known
NAMES_AT_ONCE = 200  # that a worker is sent
AHEAD = 2  # chunks that are read before the first of them is written
REMEMBERED = 100_000  # answers in memory, some fifty megabytes

Cells = tuple[str, ...]


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    taken: int = 0  # rows that came in
    rows: int = 0  # written
    blank: int = 0  # of them, lines with nothing in them
    rejects: int = 0
    read: int = 0  # bytes of the input as it lies on disk
    size: int | None = None  # of the input, if known
    resolved: int = 0  # distinct names that were asked of the gazetteer in this run
    decisions: Counter[str] = field(default_factory=Counter)  # rows by decision

    @property
    def records(self) -> int:
        """Rows of the input, written or rejected."""
        return self.rows + self.rejects


@dataclass(slots=True)
class _Chunk:
    """Some rows in order, and the answers to their names that are still under way."""

    found: list[Row | Reject]
    wanted: dict[Values, tuple[int, int]]  # how many rows have the name, and the first of them
    ready: dict[Values, bytes]
    pending: list[tuple[list[Values], Future[tuple[str, list[bytes]]]]]
    position: int


@dataclass(frozen=True, slots=True)
class Sinks:
    """Where rows go, whole or rejected."""

    writer: Writer
    reject: Callable[[Reject], None]
    in_place: bool = False


class Run:
    """One file on its way through."""

    def __init__(self, pool: Pool, store: Store, stamp: str) -> None:
        self.progress = Progress()
        self._pool = pool
        self._store = store
        self._stamp = stamp
        self._cells: OrderedDict[Values, Cells] = OrderedDict()
        self._under_way: set[Values] = set()
        self._choices = store.choices()

    def rows(self, opened: Opened, asked: Sequence[int], sinks: Sinks) -> Iterator[Progress]:
        """Carry all rows over, and say after each chunk how far it has come; who stops asking stops the run.

        Raises:
            GazetteerChanged: workers answer from different versions.
        """
        ahead: list[_Chunk] = []
        for found in _chunks(opened.table.rows(asked)):
            self.progress.taken += len(found)
            ahead.append(self._asked(found, opened.position()))
            if len(ahead) > AHEAD:
                yield self._written(ahead.pop(0), sinks)
        for chunk in ahead:
            yield self._written(chunk, sinks)

    def _asked(self, found: list[Row | Reject], position: int) -> _Chunk:
        wanted: dict[Values, tuple[int, int]] = {}
        for row in found:
            if isinstance(row, Row) and row.values:
                times, first = wanted.get(row.values, (0, row.number))
                wanted[row.values] = times + 1, first
        new = [values for values in wanted if values not in self._cells and values not in self._under_way]
        ready = self._store.answers(new)
        missing = [values for values in new if values not in ready]
        self._under_way.update(missing)
        pending = [
            (batch, self._pool.submit(batch))
            for start in range(0, len(missing), NAMES_AT_ONCE)
            for batch in [missing[start : start + NAMES_AT_ONCE]]
        ]
        return _Chunk(found, wanted, ready, pending, position)

    def _written(self, chunk: _Chunk, sinks: Sinks) -> Progress:
        self._take_in(chunk)
        cells = self._cells_of(chunk)
        self._store.count(chunk.wanted)
        told = self.progress
        for row in chunk.found:
            if isinstance(row, Reject):
                sinks.reject(row)
                told.rejects += 1
                continue
            told.rows += 1
            if not row.values:
                told.blank += 1
                sinks.writer.write(row, ())
                continue
            own = cells[row.values]
            told.decisions[own[3]] += 1
            if sinks.in_place:
                sinks.writer.write(row, (row.values[0], *own[1:]), own[0] or None)
            else:
                sinks.writer.write(row, own)
        told.read = chunk.position
        return told

    def _take_in(self, chunk: _Chunk) -> None:
        """Wait for the answers under way, and keep them before any row is written."""
        for batch, future in chunk.pending:
            stamp, answers = future.result()
            if stamp != self._stamp:
                raise GazetteerChanged("The gazetteer was changed while the run began; run it again.")
            new = dict(zip(batch, answers, strict=True))
            self._store.add(new)
            chunk.ready |= new
            self._under_way.difference_update(batch)
            self.progress.resolved += len(batch)

    def _cells_of(self, chunk: _Chunk) -> dict[Values, Cells]:
        cells: dict[Values, Cells] = {}
        for values, answer in chunk.ready.items():
            chosen = self._choices.get(values)
            cells[values] = self._cells[values] = chosen.cells() if chosen else cells_of(answer)
        forgotten = []
        for values in chunk.wanted:
            if values in cells:
                continue
            if (own := self._cells.get(values)) is None:
                forgotten.append(values)
                continue
            self._cells.move_to_end(values)
            cells[values] = own
        if forgotten:
            chunk.ready = self._store.answers(forgotten)
            cells |= self._cells_of(_Chunk([], {}, chunk.ready, [], 0))
        while len(self._cells) > REMEMBERED:
            self._cells.popitem(last=False)
        return cells


def _chunks(found: Iterator[Row | Reject]) -> Iterator[list[Row | Reject]]:
    """Rows by so many, or fewer where they are large."""
    chunk: list[Row | Reject] = []
    size = 0
    for row in found:
        chunk.append(row)
        size += _size(row)
        if len(chunk) >= ROWS_AT_ONCE or size >= BYTES_AT_ONCE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(row: Row | Reject) -> int:
    """About how many bytes a row holds in memory, as far as its format tells."""
    raw = row.raw
    if isinstance(raw, tuple) and raw:
        raw = raw[0]
    return len(raw) if isinstance(raw, bytes) else 0
