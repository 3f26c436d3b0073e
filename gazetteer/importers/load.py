"""Loading sources: batches, each one transaction with its own progress mark.

Whatever is killed in between, the next run goes on after the last whole batch, and the result is
that of an uninterrupted run. Rows are made by a second process while this one writes.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from typing import Any

from sqlalchemy import Engine

from gazetteer.collector import no_collector
from gazetteer.importers.counts import Counts
from gazetteer.importers.source import Source, batches
from gazetteer.store import EntityRow, Writer, gazetteer_version, note_progress, set_version, source_state, writing

Step = Callable[[str, int, int], None]


def load(engine: Engine, sources: Sequence[Source], step: Step) -> Mapping[str, Counts]:
    """Load what is not loaded yet of these sources; one loaded from the same data is left alone."""
    waiting = {source.key: source for source in sources}
    tallies: dict[str, Counts] = {}
    todo: list[tuple[Source, int]] = []
    for source in sources:
        skip = _rows_done(engine, source)
        if skip is None:
            tallies[source.key] = Counts(unchanged=source.total)
        else:
            todo.append((source, skip))
    if not todo:
        return tallies
    begun: dict[str, int] = {}
    for key, rows, read in _made(todo):
        source = waiting[key]
        if key not in begun:
            begun[key], tallies[key] = _begin(engine, source)
        counts = tallies[key]
        counts.read, counts.refused, counts.notes = read.read, read.refused, read.notes
        if rows is None:
            _finish(engine, source, begun[key], counts)
        else:
            begun[key] += len(rows)
            _write(engine, source, rows, begun[key], counts)
        step(key, begun[key], max(source.total, begun[key]))
    return {source.key: tallies[source.key] for source in sources}


def _rows_done(engine: Engine, source: Source) -> int | None:
    """How many rows an earlier run got done; None if the source is loaded."""
    with engine.connect() as connection:
        state = source_state(connection, source.key)
    if state is None or state["fingerprint"] != source.fingerprint:
        return 0
    return None if state["complete"] else int(state["rows_done"])


def _begin(engine: Engine, source: Source) -> tuple[int, Counts]:
    with engine.connect() as connection:
        state = source_state(connection, source.key)
    if state is None or state["fingerprint"] != source.fingerprint:
        return 0, Counts()
    return int(state["rows_done"]), Counts.from_dict(json.loads(state["counts"]))


def _write(engine: Engine, source: Source, rows: list[EntityRow], position: int, counts: Counts) -> None:
    with no_collector(), writing(engine) as connection:
        writer = Writer(connection, gazetteer_version(connection) + 1)
        counts.add(writer.put(rows))
        _note(connection, source, position, counts, complete=False)


def _finish(engine: Engine, source: Source, position: int, counts: Counts) -> None:
    with writing(engine) as connection:
        if counts.new + counts.changed:
            set_version(connection, gazetteer_version(connection) + 1)
        _note(connection, source, position, counts, complete=True)


def _note(connection: Any, source: Source, position: int, counts: Counts, *, complete: bool) -> None:
    note_progress(
        connection,
        source.key,
        fingerprint=source.fingerprint,
        rows_done=position,
        complete=complete,
        counts=counts.as_dict(),
    )


def _made(todo: list[tuple[Source, int]]) -> Iterable[tuple[str, list[EntityRow] | None, Counts]]:
    """Batches of rows, made ahead by another process; None for the rows ends a source.

    What goes wrong over there is raised here.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    maker = context.Process(target=_make, args=(todo, sender), daemon=True)
    maker.start()
    sender.close()
    try:
        for _ in range(len(todo)):
            ended = False
            while not ended:
                message = receiver.recv()
                if isinstance(message, BaseException):
                    raise message
                yield message
                ended = message[1] is None
    finally:
        receiver.close()
        maker.join(5)


def _make(todo: list[tuple[Source, int]], sender: Pipe) -> None:
    """In the other process: make the rows of each source and send them on."""
    try:
        with no_collector():
            for source, skip in todo:
                counts = Counts()
                for batch in batches(source.rows(counts), skip):
                    sender.send((source.key, batch, counts))
                sender.send((source.key, None, counts))
    except BrokenPipeError:
        return
    except BaseException as error:  # noqa: BLE001 - it is raised again by the process that writes
        sender.send(error)
