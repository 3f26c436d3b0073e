"""A job as JSON, as every address of it gives it."""

from datetime import UTC, datetime
from typing import Any

from typing_extensions import TypedDict

from service.bulk import steps
from service.bulk.folder import Folder
from service.bulk.guessing import GuessPayload
from service.bulk.picture import PicturePayload
from service.bulk.progress import ProgressPayload, read_progress
from service.bulk.record import Record, State


class JobPayload(TypedDict):
    """A job: where it stands, how its file is read, how far it has come, and what it came to.

    `stopping` says that it was cancelled and has still to notice; `files` are those that can be fetched now;
    `notices` say what its owner should hear, such as a column of which most cells were not understood.
    """

    id: str
    state: State
    stopping: bool
    error: str | None
    name: str
    size: int
    made: str
    expires: str | None
    settings: dict[str, Any]
    guess: GuessPayload | None
    progress: ProgressPayload | None
    distinct: int | None
    to_review: int | None
    unwritable: int | None
    notices: list[str]
    picture: PicturePayload | None
    result: str | None
    files: list[str]


def job(folder: Folder, record: Record, kept: float) -> JobPayload:
    """The job whose record this is."""
    done = record.came_to if record.state is State.FINISHED else None
    under_way = read_progress(folder) if record.state in (State.QUEUED, State.RUNNING, State.FAILED) else None
    came_to = done or {}
    return {
        "id": folder.id,
        "state": record.state,
        "stopping": record.state is State.RUNNING and folder.leaving,
        "error": record.error,
        "name": record.name,
        "size": record.size,
        "made": _time(record.made),
        "expires": None if (until := steps.expires(record, kept)) is None else _time(until),
        "settings": record.said,
        "guess": record.guess,  # type: ignore[typeddict-item]
        "progress": came_to.get("progress", under_way),
        "distinct": came_to.get("distinct"),
        "to_review": came_to.get("reviewed"),
        "unwritable": came_to.get("unwritable"),
        "notices": came_to.get("notices", []),
        "picture": came_to.get("picture"),
        "result": came_to.get("result"),
        "files": _files(folder) if done else [],
    }


def _files(folder: Folder) -> list[str]:
    there = [("rejects", folder.rejects), ("review", folder.review)]
    return ["result", *(name for name, path in there if path.exists())]


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
