"""The archive written again with some parts changed: the others keep their packed bytes, all keep their order."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from gazetteer.docx.archive import LOCAL, UTF_8, Archive, encoded_name

CENTRAL = struct.Struct("<4s4B4H3L5H2L")
END = struct.Struct("<4s4H2LH")
# Sizes stand in the header itself here, not after the bytes (bit 3) nor in an extra field (1).
SIZES_AFTER, LONG_SIZES = 0x8, 1
VERSION = 20  # of the archive's format: deflate


@dataclass(frozen=True, slots=True)
class _Packed:
    """What a header says of an entry's bytes."""

    checksum: int
    size: int
    content: bytes


def repack(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The archive with the content of these parts; those it has not come last."""
    made, directory, number = bytearray(), bytearray(), 0
    for name, entry in archive.entries.items():
        if name in changed:
            packed = _pack(changed[name], entry.info.compress_type)
        else:
            packed = _Packed(entry.info.CRC, entry.info.file_size, archive.data[entry.start : entry.end])
        _add(made, directory, entry.info, _without_long_sizes(entry.extra), packed)
        number += 1
    first = next(iter(archive.entries.values())).info
    for name in (name for name in changed if name not in archive.entries):
        info = ZipInfo(name, first.date_time)
        info.compress_type, info.flag_bits = ZIP_DEFLATED, 0 if name.isascii() else UTF_8
        _add(made, directory, info, b"", _pack(changed[name], ZIP_DEFLATED))
        number += 1
    end = END.pack(b"PK\x05\x06", 0, 0, number, number, len(directory), len(made), len(archive.comment))
    return bytes(made + directory) + end + archive.comment


def _pack(content: bytes, method: int) -> _Packed:
    packed = content
    if method != ZIP_STORED:
        deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflate.compress(content) + deflate.flush()
    return _Packed(zlib.crc32(content), len(content), packed)


def _add(made: bytearray, directory: bytearray, info: ZipInfo, extra: bytes, packed: _Packed) -> None:
    """Put an entry behind the others, and a record of it into the directory."""
    name, at = encoded_name(info), len(made)
    day, time = _dos_time(info)
    version = max(info.extract_version, VERSION)
    shared = (info.flag_bits & ~SIZES_AFTER, info.compress_type, time, day)
    sizes = (packed.checksum, len(packed.content), packed.size)
    made += LOCAL.pack(b"PK\x03\x04", version, *shared, *sizes, len(name), len(extra)) + name + extra + packed.content
    kept = _without_long_sizes(info.extra)
    directory += CENTRAL.pack(
        b"PK\x01\x02", info.create_version, info.create_system, version & 0xFF, info.reserved, *shared, *sizes,
        len(name), len(kept), len(info.comment), 0, info.internal_attr, info.external_attr, at,
    )  # fmt: skip
    directory += name + kept + info.comment


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
