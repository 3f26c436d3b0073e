"""The folder of a job: its record, its files, and the two locks that keep web and worker from each other's steps.

Whoever changes the record holds `changing`, for a moment. Whoever works on the job holds `working`, as long as that
takes; the system lets it go when that process ends, however it ends, so that nobody is taken to work who does not.
"""

import fcntl
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from service.bulk.record import Record, from_bytes

ID = re.compile(r"[0-9a-f]{32}")  # 128 bits, by chance
RECORD = "job.json"
PROGRESS = "progress.json"
RESERVE = 64 * 1024  # bytes that are given back to write the last word of a job on a full disk
GLANCE = 0.05  # seconds for which somebody may hold a lock only to see whether it is held
ARRIVING = ".arriving-"
KEPT = {RECORD, "changing", "working"}  # of a job whose files are removed


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the files of one job are."""

    path: Path

    @property
    def id(self) -> str:
        """The job's id: who has it has the job."""
        return self.path.name

    @property
    def upload(self) -> Path:
        """The file as it was sent."""
        return self.path / "upload"

    @property
    def review(self) -> Path:
        """The file of what a person should see."""
        return self.path / "review.csv"

    @property
    def rejects(self) -> Path:
        """The file of rows that could not be read."""
        return self.path / "rejects.csv"

    @property
    def run(self) -> Path:
        """The engine's own folder."""
        return self.path / "run"

    def read(self) -> Record:
        """The record; FileNotFoundError if there is no such job."""
        return from_bytes((self.path / RECORD).read_bytes())

    def write(self, record: Record) -> None:
        """Put this record in place of the one before, whole or not at all."""
        self.put(RECORD, record.to_bytes(), lasting=True)

    def put(self, name: str, data: bytes, *, lasting: bool = False) -> None:
        """Write a small file in one piece; a lasting one outlives a failure of the machine."""
        part = self.path / f".{name}.part"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        part.replace(self.path / name)

    def get(self, name: str) -> bytes | None:
        """A small file, if it is there."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def reserve(self) -> None:
        """Take some room, so that there is some for the record when the disk is full."""
        (self.path / "reserve").write_bytes(bytes(RESERVE))

    def give_back(self) -> None:
        """Let go of the room that was taken."""
        (self.path / "reserve").unlink(missing_ok=True)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Alone with the record; others wait for it."""
        file = self._lock("changing", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(file)

    @contextmanager
    def working(self, patience: float = 0.0) -> Iterator[bool]:
        """Whether one is alone with the job; False if somebody else works on it for longer than so many seconds."""
        until = time.monotonic() + patience
        file: int | None = None
        while file is None:
            try:
                file = self._lock("working", fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    break
                time.sleep(GLANCE)
        try:
            yield file is not None
        finally:
            if file is not None:
                os.close(file)

    def is_worked_on(self) -> bool:
        """Whether a living process works on the job."""
        with self.working() as free:
            return not free

    @property
    def leaving(self) -> bool:
        """Whether its owner wants it to end."""
        return (self.path / "leave").exists()

    def leave(self) -> None:
        """Ask whoever works on it to end."""
        (self.path / "leave").touch()

    def empty(self) -> None:
        """Remove all files but the record."""
        for one in self.path.iterdir():
            if one.name in KEPT:
                continue
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            else:
                one.unlink(missing_ok=True)

    def _lock(self, name: str, how: int) -> int:
        file = os.open(self.path / name, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, how)
        except BaseException:
            os.close(file)
            raise
        return file

    def remove(self) -> None:
        """Remove all of it."""
        shutil.rmtree(self.path, ignore_errors=True)


def jobs_of(home: Path) -> Path:
    """The folder of all jobs."""
    return home.resolve() / "bulk" / "jobs"


def folder_of(home: Path, job: str) -> Folder | None:
    """The folder of the job with this id; None if there is none."""
    folder = Folder(jobs_of(home) / job)
    return folder if ID.fullmatch(job) and (folder.path / RECORD).is_file() else None


def folders(home: Path) -> Iterator[Folder]:
    """The folders of all jobs."""
    with suppress(FileNotFoundError):
        for path in sorted(jobs_of(home).iterdir()):
            if ID.fullmatch(path.name) and (path / RECORD).is_file():
                yield Folder(path)


@contextmanager
def arriving(home: Path) -> Iterator[Folder]:
    """A folder for a job that is still on its way; unless it is settled, it is gone when it is left."""
    folder = Folder(jobs_of(home) / f"{ARRIVING}{secrets.token_hex(16)}")
    folder.path.mkdir(parents=True)
    try:
        yield folder
    finally:
        folder.remove()


def settle(folder: Folder) -> Folder:
    """Give an arrived job its id and its place, all at once."""
    place = folder.path.with_name(folder.path.name.removeprefix(ARRIVING))
    folder.path.replace(place)
    return Folder(place)


def forget_cut_off(home: Path, before: float) -> None:
    """Remove what is left of uploads that were cut off together with the process that took them, this long ago."""
    for path in jobs_of(home).glob(f"{ARRIVING}*"):
        with suppress(FileNotFoundError):
            newest = max(one.stat().st_mtime for one in (path, *path.iterdir()))
            if newest < before:
                Folder(path).remove()
