"""Runs: what is kept of each under the gazetteer's home, so that one can be gone on with or reviewed later.

A run is known by its output: the same command writes the same run. Its settings and the mark of its input say whether
what is there may be gone on with.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from gazetteer.errors import AnotherRun, NothingToResume

MARKED = 1 << 20  # bytes at either end of an input that make its mark
STATE = "state.json"
OWN_OPTIONS = ("kind", "country", "language")  # what has an option for its column


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run's files are: its own folder, and the answers that all runs share."""

    folder: Path
    answers: Path


def place_of(home: Path, output: Path | None) -> Place:
    """The place of the run that writes this output; one to standard output has a place too, of the last such run."""
    said = str(output.resolve()) if output is not None else "-"
    return Place(home / "bulk" / "runs" / hashlib.sha256(said.encode()).hexdigest()[:24], home / "bulk" / "answers")


def mark_of(path: Path) -> Mapping[str, Any]:
    """What tells one input from another: size, and both ends."""
    size = path.stat().st_size
    mark = hashlib.sha256()
    with path.open("rb") as file:
        mark.update(file.read(MARKED))
        if size > MARKED:
            file.seek(max(MARKED, size - MARKED))
            mark.update(file.read(MARKED))
    return {"path": str(path.resolve()), "size": size, "sha256": mark.hexdigest()}


def read_state(folder: Path) -> dict[str, Any] | None:
    """What is kept of a run; None if there is none."""
    try:
        state: dict[str, Any] = orjson.loads((folder / STATE).read_bytes())
    except FileNotFoundError:
        return None
    return state


def write_state(folder: Path, state: Mapping[str, Any]) -> None:
    """Keep this of a run, in place of what was kept."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{STATE}.part"
    with part.open("wb") as file:
        file.write(orjson.dumps(state, option=orjson.OPT_INDENT_2))
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / STATE)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else works on this run meanwhile; whoever does is gone when its process is.

    Raises:
        AnotherRun: somebody does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherRun("Another run is writing to this output; wait for it to end, or stop it.") from None
        yield


def label_of(place: Place, state: Mapping[str, Any]) -> str:
    """What a run is called in its review: it is another when the same output is made of another input, or anew."""
    told = orjson.dumps([state["input"], state["settings"], state["stamp"]], option=orjson.OPT_SORT_KEYS)
    return f"{place.folder.name}-{hashlib.sha256(told).hexdigest()[:8]}"


def check_resumable(folder: Path, settings: Mapping[str, Any], mark: Mapping[str, Any] | None) -> None:
    """See that there is an unfinished run of these settings and this input.

    Raises:
        NothingToResume: there is none; the text says what differs.
    """
    state = read_state(folder)
    if mark is None:
        raise NothingToResume("Standard input cannot be read twice, so there is nothing to go on with; name a file.")
    if state is None:
        raise NothingToResume("No run has written to this output yet; run it without --resume.")
    if state["state"] == "finished":
        raise NothingToResume("That run is finished; run it without --resume to do it again.")
    if state["input"] != mark:
        raise NothingToResume("The input is not what it was when the run began; run it without --resume.")
    differing = _options(settings, state["settings"])
    if differing:
        raise NothingToResume(
            f"That run was begun with other settings ({', '.join(differing)}); give the same, or leave out --resume."
        )


def _options(new: Mapping[str, Any], old: Mapping[str, Any]) -> list[str]:
    """The options of the command line in which two runs' settings differ."""
    told = [f"--{key.replace('_', '-')}" for key in new if not isinstance(new[key], dict) and new[key] != old.get(key)]
    for group in (key for key in new if isinstance(new[key], dict)):
        before = old.get(group) or {}
        for key, said in new[group].items():
            if key not in ("context", "named") and said != before.get(key):
                told.append(f"--{key.replace('_', '-')}")
            elif key == "context":
                roles = {
                    role for role in {*said, *before.get(key, {})} if said.get(role) != before.get(key, {}).get(role)
                }
                told += [f"--{role}-column" if role in OWN_OPTIONS else "--context-columns" for role in roles]
    return sorted(set(told))
