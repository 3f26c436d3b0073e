"""A job's progress as it comes (server-sent events): told when it changes, ended with the job.

A stream holds one of the worker's threads. There are only so many at once; whoever comes later is told how the job
stands, once, and asks again in a moment, as browsers do by themselves.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from threading import BoundedSemaphore, Event
from typing import Any

import orjson

MEDIA_TYPE = "text/event-stream"
STREAMS_MOST = 6  # at once, of a worker's threads
LOOK_EVERY = 0.5  # seconds
BEAT_EVERY = 10.0  # seconds without a change; whoever is gone is noticed so
RETRY = 2000  # milliseconds
LEAVING = Event()  # set when the process is to end

_streams = BoundedSemaphore(STREAMS_MOST)
Look = Callable[[], Mapping[str, Any]]


def mark_of(job: Mapping[str, Any]) -> str:
    """The id of the event that tells this: equal events have equal ids."""
    return sha256(orjson.dumps(job)).hexdigest()[:16]


def stream(look: Look, seen: str | None, ended: Callable[[Mapping[str, Any]], bool]) -> Iterator[bytes]:
    """The events of a job from what a client has seen already."""
    yield f"retry: {RETRY}\n\n".encode()
    alone = _streams.acquire(blocking=False)
    try:
        yield from _events(look, seen, ended, once=not alone)
    finally:
        if alone:
            _streams.release()


def _events(look: Look, seen: str | None, ended: Callable[[Mapping[str, Any]], bool], *, once: bool) -> Iterator[bytes]:
    told = time.monotonic()
    while True:
        job = look()
        mark = mark_of(job)
        if mark != seen:
            seen, told = mark, time.monotonic()
            yield _event("job", mark, job)
        if ended(job):
            yield _event("end", mark, job)
            return
        if once or LEAVING.is_set():
            return
        if time.monotonic() - told >= BEAT_EVERY:
            told = time.monotonic()
            yield b": still here\n\n"
        LEAVING.wait(LOOK_EVERY)


def _event(name: str, mark: str, job: Mapping[str, Any]) -> bytes:
    return b"id: %s\nevent: %s\ndata: %s\n\n" % (mark.encode(), name.encode(), orjson.dumps(job))
