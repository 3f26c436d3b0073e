"""Streams of bytes that cannot be read twice: looked at ahead, counted, or put where they can be read at any place."""

import io
from collections.abc import Callable
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from gazetteer.errors import TableTooLarge

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 20
MEGABYTE = 1_000_000


class Source(io.RawIOBase):
    """A stream made of a function that gives the next bytes, none at the end; bytes looked at ahead come first."""

    def __init__(self, more: Callable[[int], bytes], ahead: bytes = b"") -> None:
        self._more, self._rest = more, memoryview(ahead)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer).cast("B")
        if not self._rest:
            self._rest = memoryview(self._more(len(room)))
        length = min(len(room), len(self._rest))
        room[:length], self._rest = self._rest[:length], self._rest[length:]
        return length


class Flow(io.BufferedReader):
    """A stream of which a read gives what there is, at most as much as asked; so all before a fault is given first."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size) if size is None or size < 0 else self.read1(size)


class Counted:
    """The bytes of a stream, and how many have been read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.count = stream, 0

    def read(self, size: int) -> bytes:
        piece = self._stream.read(size)
        self.count += len(piece)
        return piece


def buffered(more: Callable[[int], bytes], ahead: bytes = b"") -> Flow:
    """A stream of bytes looked at ahead, then of those that a function gives."""
    return Flow(Source(more, ahead), CHUNK)


def read_ahead(more: Callable[[int], bytes], size: int) -> bytes:
    """The first bytes of a stream, fewer only where it has no more; a pipe gives them in pieces."""
    pieces, length = [], 0
    while length < size and (piece := more(size - length)):
        pieces.append(piece)
        length += len(piece)
    return b"".join(pieces)


def spooled(stream: BinaryIO, most: int) -> BinaryIO:
    """The content of a stream as a temporary file, which is gone as soon as it is closed.

    Raises:
        TableTooLarge: it has more bytes than that.
    """
    spool = TemporaryFile()  # noqa: SIM115 - handed on
    length = 0
    while piece := stream.read(CHUNK):
        length += len(piece)
        if length > most:
            spool.close()
            raise TableTooLarge(
                f"The file has more than {most // MEGABYTE:,} MB, which is all that is read of its kind from a stream "
                "or compressed; save it in parts, or as CSV."
            )
        spool.write(piece)
    spool.seek(0)
    return spool
