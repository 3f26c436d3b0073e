"""Files as lines of bytes, plain, gzipped or inside a zip archive; and the mark of what is in them."""

import gzip
import hashlib
import shutil
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from gazetteer.errors import BadFile

CHUNK = 1 << 20
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one file; `member` is the one inside a zip archive."""

    path: Path
    member: str | None = None

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Each line with its number from 1, without a byte order mark.

        Raises:
            BadFile: it cannot be read, or is damaged.
        """
        try:
            with self._open() as stream:
                for number, line in enumerate(stream, start=1):
                    yield number, line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as broken:
            raise BadFile(f"{self.path} cannot be read: {broken}.") from broken

    def fingerprint(self) -> tuple[str, int]:
        """A mark of the content, and how many lines there are."""
        mark, count, last = hashlib.sha256(), 0, b"\n"
        try:
            with self._open() as stream:
                while chunk := stream.read(CHUNK):
                    mark.update(chunk)
                    count += chunk.count(b"\n")
                    last = chunk
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as broken:
            raise BadFile(f"{self.path} cannot be read: {broken}.") from broken
        return mark.hexdigest()[:16], count + (not last.endswith(b"\n"))

    def _open(self) -> IO[bytes]:
        if self.member is not None:
            return zipfile.ZipFile(self.path).open(self.member)
        if self.path.suffix == ".gz":
            return cast(IO[bytes], gzip.open(self.path, "rb"))
        return self.path.open("rb")


def spooled(home: Path) -> Path:
    """Standard input as a file under the home folder, so that another process can read it."""
    path = home / "spool" / "stdin"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        shutil.copyfileobj(sys.stdin.buffer, out, CHUNK)
    return path
