"""Files: those of a run are all different ones, and each can be written; that is seen before anything is read.

Two names of one file are one: links of either kind, a relative path beside a whole one, a stream from a file.
"""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from gazetteer.bulk.outputs import part_of
from gazetteer.errors import BadParameter

INPUT = "input"
File = Path | BinaryIO


def check_files(source: File, outputs: Mapping[str, File | None], *, partial: bool = False) -> None:
    """See that no output, by what it is called, is the input or another, and that each can be written.

    Raises:
        BadParameter: one is, or cannot be; says which.
    """
    check_different({INPUT: source, **outputs})
    for called, file in outputs.items():
        if isinstance(file, Path):
            check_writable(called, file, partial=partial)


def check_different(files: Mapping[str, File | None]) -> None:
    """See that these are all different files, each told by what it is called.

    Raises:
        BadParameter: two are one.
    """
    named = [(called, file) for called, file in files.items() if file is not None]
    for place, (called, file) in enumerate(named):
        for before, other in named[:place]:
            if _marks(file, written=True) & _marks(other, written=before != INPUT):
                shown = file if isinstance(file, Path) else other if isinstance(other, Path) else "One file"
                raise BadParameter(
                    f"{shown} is named twice, as the {before} and as the {called}; each needs a file of its own."
                    " Nothing was read or written."
                )


def check_writable(called: str, path: Path | None, *, partial: bool = False) -> None:
    """See that a file can be written there; `partial` lets it be a pipe, or another thing that is no file.

    Raises:
        BadParameter: it cannot be.
    """
    if path is None:
        return
    if path.is_dir():
        raise BadParameter(f"{path} is a folder; name a file in it for the {called}, as in {path / 'out.csv'}.")
    folder = path.absolute().parent
    if not folder.is_dir():
        raise BadParameter(f"There is no folder {folder} for the {called}.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BadParameter(f"Nothing can be written in the folder {folder}, where the {called} is to be.")
    if path.exists() and not path.is_file() and not partial:
        raise BadParameter(f"{path} is no file that can be written anew; the {called} needs one, or - for a stream.")


def check_apart(places: Mapping[str, Path | None]) -> None:
    """See that none of these is another, or a folder that another is in: a folder is written anew as a whole.

    Raises:
        BadParameter: one is.
    """
    check_different(places)
    known = [(called, path.resolve()) for called, path in places.items() if path is not None]
    for called, path in known:
        for other, inside in known:
            if path in inside.parents and INPUT in (called, other):
                raise BadParameter(
                    f"{inside}, the {other}, is in {path}, the {called}; each needs a place of its own. Nothing was"
                    " read or written."
                )


def _marks(file: File, *, written: bool) -> set[object]:
    """What tells a file: its path, where it lies on the disk, and where it grows until it is whole."""
    if not isinstance(file, Path):
        return _marks_of_stream(file)
    marks: set[object] = set()
    for path in (file, part_of(file)) if written else (file,):
        marks.add(path.resolve())
        if path.exists():
            marks.add(_place(path.stat()))
    return marks


def _marks_of_stream(stream: BinaryIO) -> set[object]:
    try:
        found = os.fstat(stream.fileno())
    except (OSError, ValueError, AttributeError):
        return set()  # in memory, or closed
    return {_place(found)} if stat.S_ISREG(found.st_mode) else set()


def _place(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
