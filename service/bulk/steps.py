"""The steps of a job from state to state, each taken by whoever holds its `changing`, and written before it counts.

Waiting, finished and failed jobs may be begun; one that is running is only asked to end, and ends itself.
"""

import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from gazetteer.errors import BadParameter
from service.bulk.folder import PROGRESS, Folder, folders
from service.bulk.record import AT_REST, GONE, Record, State
from service.errors import Problem

CANCELLED = "The job was cancelled, and its files were removed."
EXPIRED = "The files of the job were kept for their time, and are removed; send the file again."


def stands(folder: Folder, kept: float) -> Record:
    """The record as it is true now: past its time a job has expired, and one that nobody works on is in the queue."""
    record = folder.read()
    if has_expired(record, kept):
        return expire(folder, kept)
    if record.state is State.RUNNING and not folder.is_worked_on():
        return replace(folder.read(), state=_if_running(folder.read().state))
    return record


def _if_running(state: State) -> State:
    """Between the two looks its work may have ended; only what still counts as running waits to be taken up again."""
    return State.QUEUED if state is State.RUNNING else state


def expires(record: Record, kept: float) -> float | None:
    """When the files of a job are removed, in seconds since 1970; None while it is under way, or if they are."""
    return record.changed + kept if record.state in AT_REST else None


def has_expired(record: Record, kept: float) -> bool:
    """Whether its time is over."""
    until = expires(record, kept)
    return until is not None and time.time() >= until


def expire(folder: Folder, kept: float) -> Record:
    """Remove the files of a job whose time is over."""
    with folder.changing():
        record = folder.read()
        return _close(folder, record, State.EXPIRED, EXPIRED) if has_expired(record, kept) else record


def say(folder: Folder, said: dict[str, Any], guess: Any, *, begin: bool) -> Record:
    """Keep what its owner says of a job that is at rest, and let it begin if that is wished.

    Raises:
        Problem: it is not at rest.
    """
    with folder.changing():
        record = at_rest(folder.read())
        if begin and not said.get("column"):
            raise BadParameter("column is missing; say which column has the names, by its header or its number.")
        return _put(
            folder, replace(record, said=said, guess=guess, came_to=None), State.QUEUED if begin else State.WAITING
        )


def again(folder: Folder) -> Record:
    """Let a job that is finished, or failed, be done again.

    Raises:
        Problem: it is neither.
    """
    with folder.changing():
        record = at_rest(folder.read())
        if record.state is State.WAITING:
            raise Problem("conflict", "The job was not begun; say its column at /bulk/{id}/settings.")
        return _put(folder, record, State.QUEUED)


def at_rest(record: Record) -> Record:
    """The record, of a job that nobody works on, nor will.

    Raises:
        Problem: it is under way, or gone.
    """
    if record.state in GONE:
        raise Problem("gone", record.error or EXPIRED)
    if record.state not in AT_REST:
        raise Problem("conflict", f"The job is {record.state}; wait until it has ended, or DELETE it.")
    return record


def begin(folder: Folder) -> Record | None:
    """Say that the work begins; None if there is none to do."""
    with folder.changing():
        record = folder.read()
        if record.state not in (State.QUEUED, State.RUNNING):
            return None
        if folder.leaving:
            _close(folder, record, State.CANCELLED, CANCELLED)
            return None
        return _put(folder, record, State.RUNNING)


def finish(folder: Folder, came_to: Any) -> None:
    """Say that the work is done; of a job that its owner wanted to end, nothing is left."""
    with folder.changing():
        record = folder.read()
        if folder.leaving:
            _close(folder, record, State.CANCELLED, CANCELLED)
        else:
            _put(folder, replace(record, came_to=came_to), State.FINISHED)


def left(folder: Folder) -> None:
    """Say that the work has ended as its owner wanted, and remove the files."""
    with folder.changing():
        _close(folder, folder.read(), State.CANCELLED, CANCELLED)


def fail(folder: Folder, why: str) -> None:
    """Say that the work failed, and why; room for that was reserved. One that was to end has ended."""
    folder.give_back()
    with folder.changing():
        record = folder.read()
        if folder.leaving:
            _close(folder, record, State.CANCELLED, CANCELLED)
        else:
            _put(folder, replace(record, error=why), State.FAILED)


def cancel(folder: Folder) -> Record:
    """End a job and remove its files: at once, or when whoever works on it looks up from its rows."""
    with folder.changing():
        record = folder.read()
        if record.state in GONE:
            return record
        if record.state is State.RUNNING and folder.is_worked_on():
            folder.leave()
            return record
        return _close(folder, record, State.CANCELLED, CANCELLED)


def under_way(home: Path, kept: float) -> Counter[State]:
    """How many jobs stand where."""
    found: Counter[State] = Counter()
    for folder in folders(home):
        with suppress(FileNotFoundError):  # another has removed it meanwhile
            found[stands(folder, kept).state] += 1
    return found


def _put(folder: Folder, record: Record, state: State) -> Record:
    if state is State.QUEUED:
        folder.reserve()
        (folder.path / PROGRESS).unlink(missing_ok=True)
    error = record.error if state is State.FAILED else None
    changed = replace(record, state=state, error=error, changed=time.time())
    folder.write(changed)
    return changed


def _close(folder: Folder, record: Record, state: State, why: str) -> Record:
    """Remove the files: the record says so first, so that none is offered that is gone."""
    folder.give_back()
    closed = replace(record, state=state, error=why, changed=time.time(), guess=None, came_to=None, said={})
    folder.write(closed)
    folder.empty()
    return closed
