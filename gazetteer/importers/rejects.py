"""Refused rows: each with its line and the reason, in a file beside the one they came from.

The file is there only if a row was refused, and tells of the last run alone.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import orjson

from gazetteer.errors import BadFile

LONGEST_TEXT = 10_000  # characters of a refused row that are kept
# Reasons repeat values; past so many different ones the tally says no more than their number.
REASONS_MOST = 50
OTHERS = "other reasons"


def default_rejects(file: Path, home: Path) -> Path:
    """Where the refused rows of a file go: beside it; those of standard input into the home folder."""
    if str(file) == "-":
        return home / "stdin.rejects.jsonl"
    name = file.name.removesuffix(".gz").removesuffix(".zip")
    return file.with_name(f"{Path(name).stem or name}.rejects.jsonl")


def first_rejects(path: Path, most: int) -> Iterator[dict[str, Any]]:
    """The first rows of such a file."""
    with path.open("rb") as lines:
        for _, line in zip(range(most), lines, strict=False):
            yield orjson.loads(line)


class Rejects:
    """Writes refused rows to a file and counts them by reason."""

    def __init__(self, path: Path, refused: Counter[str]) -> None:
        self._path = path
        self._refused = refused
        self._out: BinaryIO | None = None

    def __enter__(self) -> "Rejects":
        self._path.unlink(missing_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._out is not None:
            self._out.close()

    def refuse(self, line: int, reason: str, text: bytes) -> None:
        """Take in a row that was refused."""
        known = reason in self._refused or len(self._refused) < REASONS_MOST
        self._refused[reason if known else OTHERS] += 1
        try:
            if self._out is None:
                self._out = self._path.open("wb")
            shown = text.decode("utf-8", errors="replace").rstrip("\r\n")[:LONGEST_TEXT]
            self._out.write(orjson.dumps({"line": line, "reason": reason, "text": shown}) + b"\n")
        except OSError as failed:
            raise BadFile(f"Refused rows cannot be written to {self._path} ({failed.strerror}); say where.") from failed
