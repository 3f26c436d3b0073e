"""The run: rows flow in, each distinct name is resolved once, and the rows flow out in their order with the answers.

The output grows in a file beside its place and takes its name only when it is whole. A run that was killed is run
again: what was resolved before is read from its store, so that the same output comes about sooner.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from gazetteer.bulk.answers import Column, cells_of
from gazetteer.bulk.store import Store, Told, Values
from gazetteer.bulk.workers import Pool
from gazetteer.errors import GazetteerChanged
from gazetteer.tabular.model import Ours, Reject, Row, Writer
from gazetteer.tabular.opening import Opened

ROWS_AT_ONCE = 8_000
BYTES_AT_ONCE = 16 * 2**20  # of rows whose size is known
NAMES_AT_ONCE = 200  # that a worker is sent
AHEAD = 4  # chunks that are read before the first of them is written
REMEMBERED = 65_000  # names whose answers are in memory, as they are written: some forty megabytes
DECISION = list(Column).index(Column.DECISION)
WHY = list(Column).index(Column.WHY)
COUNTED = 80_000  # names whose rows are counted in memory before they are on disk


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
    unread: Counter[str] = field(default_factory=Counter)  # rows by what of their context was not understood
    kept: int = 0  # rows whose cell was left as it was, for the name cannot be written there
    formulas: int = 0  # rows whose name is a formula that was not computed
    filled: Counter[int] = field(default_factory=Counter)  # rows with something in a column of context, by its place

    @property
    def records(self) -> int:
        """Rows of the input, written or rejected."""
        return self.rows + self.rejects


@dataclass(slots=True)
class _Chunk:
    """Some rows in order, and the answers to their names that are still under way."""

    rows: list[Row]
    rejects: list[Reject]
    blank: int  # rows with nothing in them
    counts: dict[Values, int]  # how many rows have a name
    firsts: dict[Values, int]  # and the first of them
    ready: dict[Values, Told]
    pending: list[tuple[list[Values], Future[tuple[str, list[tuple[int, bytes]]]]]]
    position: int


@dataclass(slots=True)
class _Remembered(Ours):
    """An answer as rows get it, its decision, the number of its name, and what of its context was not understood."""

    decision: str = ""
    number: int = 0
    unread: tuple[str, ...] = ()
    kept: bool = False  # the cell stays as it was, for the name cannot be written there


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
        self._remembered: OrderedDict[Values, _Remembered] = OrderedDict()
        self._counted: dict[int, tuple[int, int]] = {}
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
                yield from self._finished(ahead.pop(0), sinks)
        while ahead:
            yield from self._finished(ahead.pop(0), sinks)
        self._store.count(self._counted)
        self._counted = {}

    def _asked(self, found: list[Row | Reject], position: int) -> _Chunk:
        rows = [one for one in found if isinstance(one, Row)]
        values = [row.values for row in rows]
        counts = Counter(values)
        # Of rows of one name the first stands last.
        firsts = dict(zip(reversed(values), [row.number for row in reversed(rows)], strict=True))
        blank = counts.pop((), 0)
        new = [values for values in counts if values not in self._remembered and values not in self._under_way]
        ready = self._store.answers(new)
        missing = [values for values in new if values not in ready]
        self._under_way.update(missing)
        pending = [
            (batch, self._pool.submit(batch))
            for start in range(0, len(missing), NAMES_AT_ONCE)
            for batch in [missing[start : start + NAMES_AT_ONCE]]
        ]
        rejects = [one for one in found if isinstance(one, Reject)]
        return _Chunk(rows, rejects, blank, counts, firsts, ready, pending, position)

    def _finished(self, chunk: _Chunk, sinks: Sinks) -> Iterator[Progress]:
        """Take in the answers to a chunk, saying how far that is, and write its rows."""
        for _ in self._take_in(chunk):
            yield self.progress
        yield self._written(chunk, sinks)

    def _written(self, chunk: _Chunk, sinks: Sinks) -> Progress:
        told, answers = self.progress, self._answers_of(chunk, sinks)
        for values, times in chunk.counts.items():
            one = answers[values]
            told.decisions[one.decision] += times
            told.kept += times * one.kept
            told.formulas += times * values[0].lstrip().startswith("=")
            for role in dict.fromkeys(one.unread):
                told.unread[role] += times
            for place, text in enumerate(values):
                if place and text.strip():
                    told.filled[place] += times
        self._count(chunk, answers)
        for reject in chunk.rejects:
            sinks.reject(reject)
        answers[()] = _Remembered(sinks.writer.prepared(()))  # of blank rows
        sinks.writer.write_all(chunk.rows, answers)
        told.rejects += len(chunk.rejects)
        told.rows += len(chunk.rows)
        told.blank += chunk.blank
        told.read = chunk.position
        return told

    def _take_in(self, chunk: _Chunk) -> Iterator[None]:
        """Wait for the answers under way, a batch at a time, and keep them before any row is written.

        The bytes of the rows count as read with the names in them, so that it is seen how far a small file has come.
        """
        told, before = self.progress, self.progress.read
        for done, (batch, future) in enumerate(chunk.pending, start=1):
            stamp, answers = future.result()
            if stamp != self._stamp:
                raise GazetteerChanged("The gazetteer was changed while the run began; run it again.")
            chunk.ready |= self._store.add(dict(zip(batch, answers, strict=True)))
            self._under_way.difference_update(batch)
            told.resolved += len(batch)
            told.read = before + (chunk.position - before) * done // len(chunk.pending)
            yield

    def _count(self, chunk: _Chunk, answers: Mapping[Values, _Remembered]) -> None:
        counted, firsts = self._counted, chunk.firsts
        for values, times in chunk.counts.items():
            number = answers[values].number
            before = counted.get(number)
            counted[number] = (times, firsts[values]) if before is None else (before[0] + times, before[1])
        if len(counted) > COUNTED:
            self._store.count(counted)
            self._counted = {}

    def _answers_of(self, chunk: _Chunk, sinks: Sinks) -> dict[Values, _Remembered]:
        """What the rows of a chunk are told: of its own answers, of those remembered, and of those on disk."""
        remembered, ready = self._remembered, chunk.ready
        answers: dict[Values, _Remembered] = {}
        missing: list[Values] = []
        for values in chunk.counts:
            if (one := remembered.get(values)) is None:
                missing.append(values)
            else:
                answers[values] = one
                remembered.move_to_end(values)
        ready |= self._store.answers([values for values in missing if values not in ready])
        for values in missing:
            answers[values] = remembered[values] = self._prepared(values, ready[values], sinks)
        while len(remembered) > REMEMBERED:
            remembered.popitem(last=False)
        return answers

    def _prepared(self, values: Values, told: Told, sinks: Sinks) -> _Remembered:
        """An answer as rows of these values need it; what a person decided stands for the gazetteer's."""
        choice = self._choices.get(values) if self._choices else None
        cells, unread = cells_of(told.answer)
        if choice is not None:
            cells = choice.cells()
        decision, name, prepared, kept = cells[DECISION], None, sinks.writer.prepared, False
        if sinks.in_place:
            name, cells = cells[0] or None, (values[0], *cells[1:])
            if name is not None and name != values[0] and (why := sinks.writer.refuses(name)) is not None:
                kept, name = True, None
                cells = (*cells[:WHY], f"{cells[WHY]} The cell was left as it was: {why}.", *cells[WHY + 1 :])
        return _Remembered(prepared(cells), name, decision, told.number, unread, kept)


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
