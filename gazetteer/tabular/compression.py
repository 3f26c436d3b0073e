"""Compressed streams, gzip and Zstandard, both ways and in constant memory.

Whatever stands before a fault is given out; then the fault is an error, so that a file that was cut off is never
taken for a whole one.
"""

import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

import zstandard

from gazetteer.errors import BadCompression
from gazetteer.tabular.streams import Flow, buffered

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Compression(StrEnum):
    """How a file is compressed; its value is the ending of its name."""

    GZIP = "gz"
    ZSTANDARD = "zst"


# How a compressed stream begins. Zstandard's own frames, and those that only carry notes, which come first in some.
MAGIC: Mapping[Compression, tuple[bytes, ...]] = {
    Compression.GZIP: (b"\x1f\x8b\x08",),
    Compression.ZSTANDARD: (b"\x28\xb5\x2f\xfd", *(bytes((number, 0x2A, 0x4D, 0x18)) for number in range(0x50, 0x60))),
}
SAID: Mapping[Compression, str] = {Compression.GZIP: "gzip", Compression.ZSTANDARD: "Zstandard"}
# Unpacked at once: of Zstandard at most some 32 MB, of gzip 1 MB, whoever made it; and little is lost at a fault.
SLICE = 1024
READ = 1 << 18
GZIP_LEVEL, ZSTANDARD_LEVEL = 6, 3  # the programs' own
WBITS = 31  # gzip's header and checksum


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class _Packer(Protocol):
    def compress(self, data: "ReadableBuffer", /) -> bytes: ...
    def flush(self) -> bytes: ...


def compression_of(beginning: bytes) -> Compression | None:
    """How a file that begins with these bytes is compressed; None if it is not."""
    return next((how for how, marks in MAGIC.items() if beginning.startswith(marks)), None)


def compression_named(name: str) -> tuple[str, Compression | None]:
    """A file's name without the ending of its compression, and what that ending says.

    >>> compression_named("cities.csv.gz")
    ('cities.csv', <Compression.GZIP: 'gz'>)
    """
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending in list(Compression):
        return name[: -len(ending) - 1], Compression(ending)
    return name, None


def unpacked(more: Callable[[int], bytes], how: Compression) -> Flow:
    """The content of a compressed stream, which a function gives piece by piece.

    Raises, as it is read:
        BadCompression: it is cut off or damaged; all before that has been read.
    """
    return buffered(_Unpacking(more, how).read)


@contextmanager
def compressed(out: BinaryIO, how: Compression | None) -> Iterator[BinaryIO]:
    """A stream that packs what is written to it; the end is written only if all went well."""
    if how is None:
        yield out
        return
    packing = _Packing(out, _packer(how))
    stream = io.BufferedWriter(packing, READ)
    yield stream
    stream.flush()
    packing.finish()


class _Unpacking:
    def __init__(self, more: Callable[[int], bytes], how: Compression) -> None:
        self._more, self._how = more, how
        self._unpacker: _Unpacker | None = None
        self._pieces = self._all()
        self._fault: BadCompression | None = None

    def read(self, _: int) -> bytes:
        """The next piece; a fault is said as often as anybody asks."""
        if self._fault is not None:
            raise self._fault
        try:
            return next(self._pieces, b"")
        except BadCompression as fault:
            self._fault = fault
            raise

    def _all(self) -> Iterator[bytes]:
        """What is in the stream; none of the pieces is empty."""
        rest = b""
        while piece := self._more(READ):
            for at in range(0, len(piece), SLICE):
                rest += piece[at : at + SLICE]
                while rest:
                    content, rest, waiting = self._step(rest)
                    if content:
                        yield content
                    if waiting:
                        break
        if self._unpacker is not None or rest:
            raise BadCompression(
                f"The file is cut off: its {SAID[self._how]} compression has no end. Copy or download it again, whole."
            )

    def _step(self, rest: bytes) -> tuple[bytes, bytes, bool]:
        """What some bytes unpack to, those that are left, and whether more are needed to go on."""
        if self._unpacker is None:
            if self._how == Compression.GZIP:
                rest = rest.lstrip(b"\0")  # tapes are filled up with them
            if len(rest) < len(MAGIC[self._how][0]):
                return b"", rest, True
            if not rest.startswith(MAGIC[self._how]):
                raise BadCompression(
                    f"Something stands behind the {SAID[self._how]} compression in the file that is none; "
                    "it was read up to there. Take that off, or compress the file again."
                )
            self._unpacker = _unpacker(self._how)
        try:
            content = self._unpacker.decompress(rest)
        except (zlib.error, zstandard.ZstdError) as wrong:
            raise BadCompression(
                f"The file is damaged: its {SAID[self._how]} compression cannot be unpacked any further ({wrong}). "
                "Copy or download it again."
            ) from wrong
        if not self._unpacker.eof:
            return content, b"", True
        rest, self._unpacker = self._unpacker.unused_data, None
        return content, rest, False


class _Packing(io.RawIOBase):
    def __init__(self, out: BinaryIO, packer: _Packer) -> None:
        self._out, self._packer = out, packer

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        self._out.write(self._packer.compress(data))
        return memoryview(data).nbytes

    def finish(self) -> None:
        self._out.write(self._packer.flush())


def _unpacker(how: Compression) -> _Unpacker:
    if how == Compression.GZIP:
        return cast(_Unpacker, zlib.decompressobj(WBITS))
    return cast(_Unpacker, zstandard.ZstdDecompressor().decompressobj())


def _packer(how: Compression) -> _Packer:
    if how == Compression.GZIP:
        return zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, WBITS)
    return cast(_Packer, zstandard.ZstdCompressor(level=ZSTANDARD_LEVEL, write_checksum=True).compressobj())
