"""The archive written again with some parts changed: the others keep their packed bytes, all keep their order."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from gazetteer.package.archive import CHUNK, LOCAL, UTF_8, Archive, encoded_name
from gazetteer.package.sort import Sort

CENTRAL = struct.Struct("<4s4B4H3L5H2L")
END = struct.Struct("<4s4H2LH")
# Sizes stand in the header itself here, not after the bytes (bit 3) nor in an extra field (1).
SIZES_AFTER, LONG_SIZES = 0x8, 1
VERSION = 20  # of the archive's format: deflate
SIZE_MOST = 0xFFFF_FFFF  # what a header can say


@dataclass(frozen=True, slots=True)
class Packed:
    """What a header says of an entry's bytes, and those bytes, piece by piece."""

    checksum: int
    size: int
    packed_size: int
    pieces: Iterator[bytes]


class Packer:
    """Packs a part that is too long for memory, as it is written, into a temporary file.

    Raises:
        GazetteerError: the sort's own: the part is longer than an archive can hold.
    """

    def __init__(self, sort: Sort, level: int) -> None:
        self._sort = sort
        self._deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as the packer lives
        self._checksum, self._size = 0, 0

    def write(self, piece: bytes) -> None:
        """Pack what comes next."""
        self._checksum = zlib.crc32(piece, self._checksum)
        self._size += len(piece)
        if self._size > SIZE_MOST:
            raise self._sort.too_large(
                f"The {self._sort.noun} would have a part of more than 4 GB, which no archive of its kind holds. "
                f"{self._sort.smaller}"
            )
        self._file.write(self._deflate.compress(piece))

    def packed(self) -> Packed:
        """All of it."""
        self._file.write(self._deflate.flush())
        length = self._file.tell()
        self._file.seek(0)
        return Packed(self._checksum, self._size, length, iter(lambda: self._file.read(CHUNK), b""))


def repack(archive: Archive, changed: Mapping[str, bytes | Packer], out: BinaryIO) -> None:
    """Write the archive with the content of these parts; those it has not come last."""
    made = _Made(out)
    for name, entry in archive.entries.items():
        if name in changed:
            packed = _pack(changed[name], entry.info.compress_type)
            method = ZIP_DEFLATED if isinstance(changed[name], Packer) else entry.info.compress_type
        else:
            packed = Packed(entry.info.CRC, entry.info.file_size, entry.end - entry.start, archive.packed(name))
            method = entry.info.compress_type
        made.add(entry.info, method, _without_long_sizes(entry.extra), packed)
    first = next(iter(archive.entries.values())).info
    for name in (name for name in changed if name not in archive.entries):
        info = ZipInfo(name, first.date_time)
        info.flag_bits = 0 if name.isascii() else UTF_8
        made.add(info, ZIP_DEFLATED, b"", _pack(changed[name], ZIP_DEFLATED))
    made.end(archive.comment)


def _pack(content: bytes | Packer, method: int) -> Packed:
    if isinstance(content, Packer):
        return content.packed()
    packed = content
    if method != ZIP_STORED:
        deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(content) + deflate.flush()
    pieces = iter((packed,))
    return Packed(zlib.crc32(content), len(content), len(packed), pieces)


class _Made:
    """An archive as it is being written, entry after entry."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._at = out, 0
        self._directory, self._number = BytesIO(), 0

    def add(self, info: ZipInfo, method: int, extra: bytes, packed: Packed) -> None:
        """Put an entry behind the others, and a record of it into the directory."""
        name, at = encoded_name(info), self._at
        day, time = _dos_time(info)
        version = max(info.extract_version, VERSION)
        shared = (info.flag_bits & ~SIZES_AFTER, method, time, day)
        sizes = (packed.checksum, packed.packed_size, packed.size)
        self._write(LOCAL.pack(b"PK\x03\x04", version, *shared, *sizes, len(name), len(extra)) + name + extra)
        for piece in packed.pieces:
            self._write(piece)
        kept = _without_long_sizes(info.extra)
        record = CENTRAL.pack(
            b"PK\x01\x02", info.create_version, info.create_system, version & 0xFF, info.reserved, *shared, *sizes,
            len(name), len(kept), len(info.comment), 0, info.internal_attr, info.external_attr, at,
        )  # fmt: skip
        self._directory.write(record + name + kept + info.comment)
        self._number += 1

    def end(self, comment: bytes) -> None:
        """Write the directory."""
        begin, directory = self._at, self._directory.getvalue()
        self._write(directory)
        number = self._number
        self._write(END.pack(b"PK\x05\x06", 0, 0, number, number, len(directory), begin, len(comment)) + comment)

    def _write(self, piece: bytes) -> None:
        self._out.write(piece)
        self._at += len(piece)


def _dos_time(info: ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2


def _without_long_sizes(extra: bytes) -> bytes:
    """An extra field without the sizes that only archives of four gigabytes need."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        sort, length = struct.unpack_from("<2H", extra, at)
        if sort != LONG_SIZES:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept
