"""Outputs: files that take their names only when they are whole, and the file of rows that could not be read.

What is half written stands beside its place under a name that says so, and is removed when its run ends otherwise.
"""

import base64
import csv
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from gazetteer.errors import BadParameter
from gazetteer.tabular.model import Reject

HEADER = ("line", "reason", "text", "base64")


def part_of(path: Path) -> Path:
    """Where a file grows until it is whole."""
    return path.with_name(f".{path.name}.part")


@contextmanager
def whole(path: Path, *, partial: bool = False) -> Iterator[BinaryIO]:
    """A file to write, which takes its name at the end; with `partial` it has it from the first, and keeps it.

    Raises:
        BadParameter: it cannot be written there.
    """
    place = path if partial else part_of(path)
    try:
        file = place.open("wb", buffering=1 << 20)
    except OSError as refused:
        raise BadParameter(f"{path} cannot be written: {refused.strerror}.") from refused
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        place.replace(path)
    except BaseException:
        if not partial:
            place.unlink(missing_ok=True)
        raise


class Rejects:
    """The rows that could not be read, as CSV in UTF-8: line, reason, the text as far as it can be read, its bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self.count = 0
        self._out = out
        self._write(HEADER)

    def __call__(self, reject: Reject) -> None:
        """Keep one row."""
        self.count += 1
        text = reject.raw.decode("utf-8", "backslashreplace").rstrip("\r\n")
        encoded = base64.b64encode(reject.raw).decode()
        self._write((str(reject.line), reject.reason, f"'{text}" if text[:1] in "=+-@\t\r" else text, encoded))

    def _write(self, cells: tuple[str, ...]) -> None:
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(cells)
        self._out.write(line.getvalue().encode())
