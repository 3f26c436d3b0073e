"""The counter: where web requests hand in a file and ask for a job; the settings and the queue of this process."""

import time
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import IO, Any, cast

from flask import Flask, Request, current_app

from gazetteer.errors import JobNotFound
from service.bulk import payloads, steps
from service.bulk.alone import is_worked_for
from service.bulk.folder import Folder, arriving, folder_of, settle
from service.bulk.forms import said_in_form
from service.bulk.guessing import guess
from service.bulk.queue import OUT_OF_REACH, Queue
from service.bulk.record import AT_REST, GONE, Record, State
from service.bulk.room import room
from service.config import Settings
from service.errors import Problem
from service.forms import Taken, form
from service.payloads import UnderWayPayload

EXTENSION = "bulk"
NAME_MOST = 200  # characters of a file's name that are kept
NO_FILE = "There is no such file of this job."


@dataclass(slots=True)
class Counter:
    """What a web process needs for jobs; the queue is opened with the first job that is put into it."""

    settings: Settings
    lock: Lock = field(default_factory=Lock)
    queue: Queue | None = None


def put_up(app: Flask, settings: Settings) -> None:
    """Give the application its counter."""
    app.extensions[EXTENSION] = Counter(settings)


def settings() -> Settings:
    """The settings of the application."""
    return _counter().settings


def hand_in(request: Request) -> Folder:
    """Take the file of a request and what is said of it; with a column the job is put into the queue.

    Whatever goes wrong on the way, nothing is left of it.
    """
    said = settings()
    with room(), arriving(said.home) as folder:
        opened: list[IO[bytes]] = []
        taken = Taken(said.bulk.upload_most, "cities.csv", spool=partial(_spool, folder, opened))
        try:
            sent = form(request, taken)
        finally:
            for file in opened:
                file.close()
        size = folder.upload.stat().st_size
        if size > said.bulk.upload_most:
            raise Problem(taken.too_large, f"The file is larger than {taken.size}; send it in parts.")
        wished = said_in_form(sent.fields)
        name = sent.name.replace("\\", "/").rpartition("/")[2][-NAME_MOST:]
        folder.reserve()
        state = State.QUEUED if wished.get("column") else State.WAITING
        now = time.time()
        seen = cast(dict[str, Any], guess(folder.upload, name, wished))
        folder.write(Record(state, name, size, now, now, wished, seen))
        settled = settle(folder)
    if state is State.QUEUED:
        enqueue(settled)
    return settled


def _spool(folder: Folder, opened: list[IO[bytes]]) -> IO[bytes]:
    """Where a file of a form is put as it comes in; one too many is put aside until the form is refused."""
    file = folder.upload.with_name(f"upload{len(opened) or ''}").open("w+b")
    opened.append(file)
    return file


def find(job: str) -> Folder:
    """The folder of a job.

    Raises:
        JobNotFound: there is none of this id.
    """
    folder = folder_of(settings().home, job)
    if folder is None:
        raise JobNotFound("There is no job of this id; POST /bulk makes one, and gives its id.")
    return folder


def stands(folder: Folder) -> Record:
    """The record of a job as it is true now."""
    try:
        with room():
            return steps.stands(folder, settings().bulk.kept)
    except FileNotFoundError:
        raise JobNotFound("There is no job of this id any more.") from None


def told(folder: Folder, record: Record | None = None) -> payloads.JobPayload:
    """A job as JSON."""
    return payloads.job(folder, record or stands(folder), settings().bulk.kept)


def change(folder: Folder, said: dict[str, Any], *, begin: bool) -> Record:
    """Read the file anew with what is said of it, and begin if that is wished."""
    record = steps.at_rest(stands(folder))
    with room():
        changed = steps.say(folder, said, guess(folder.upload, record.name, said), begin=begin)
    if begin:
        enqueue(folder)
    return changed


def again(folder: Folder) -> Record:
    """Let a job be done again, with what was decided meanwhile."""
    stands(folder)
    with room():
        record = steps.again(folder)
    enqueue(folder)
    return record


def finished(folder: Folder) -> Record:
    """The record of a finished job.

    Raises:
        Problem: it is not finished, or its files are gone.
    """
    record = stands(folder)
    if record.state in GONE:
        raise Problem("gone", record.error or steps.EXPIRED)
    if record.state is not State.FINISHED:
        wait = "say its column first" if record.state in AT_REST else "wait until it is finished"
        why = record.error if record.state is State.FAILED else f"The job is {record.state}; {wait}."
        raise Problem("conflict", why or "The job failed.")
    return record


def under_way() -> UnderWayPayload:
    """Whether there is a worker, and how many jobs are in the queue and under way."""
    said = settings()
    found = steps.under_way(said.home, said.bulk.kept)
    return {"worker": is_worked_for(said.home), "queued": found[State.QUEUED], "running": found[State.RUNNING]}


def enqueue(folder: Folder) -> None:
    """Put a job into the queue; where that is out of reach, the next sweep of the worker does."""
    counter = _counter()
    with counter.lock:
        try:
            if counter.queue is None:
                counter.queue = Queue(counter.settings)
            counter.queue.put(folder.id)
        except OUT_OF_REACH as failed:
            current_app.logger.warning("The queue is out of reach: %s", type(failed).__name__)


def _counter() -> Counter:
    return cast(Counter, current_app.extensions[EXTENSION])
