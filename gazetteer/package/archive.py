"""The archive that a package is: opened with suspicion, so that whatever is in it can be read safely later.

Every entry is unpacked once as it is opened, in pieces that are thrown away: sizes and checksums that lie are found
here. The archive stays where it is, in memory or on disk, and is read from there piece by piece.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from os import SEEK_END
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gazetteer.errors import GazetteerError
from gazetteer.package.sort import MEGABYTE, Sort

ENTRIES_MOST = 10_000
# An entry of some size that shrinks to less than this share of it was made to do harm, not to be read.
SUSPICIOUS_SIZE, SUSPICIOUS_RATIO = 10 * MEGABYTE, 200

ENCRYPTED = 0x1
UTF_8 = 0x800
LOCAL = struct.Struct("<4s5H3L2H")
CHUNK = 1 << 20
PACKED_CHUNK = 1 << 16
GUESSED_FROM = 100 * MEGABYTE  # how much is looked at of what is no archive, to say what it is
_RECORD = re.compile(rb"PK\x01\x02")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is packed: where its header begins, its bytes begin and end; and the header's extra field."""

    info: ZipInfo
    begin: int
    start: int
    end: int
    extra: bytes


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive and its entries, by their names, in their order."""

    file: BinaryIO
    size: int
    sort: Sort
    entries: Mapping[str, Entry]
    comment: bytes

    @property
    def data(self) -> bytes:
        """The whole archive, as it came."""
        return _at(self.file, 0, self.size)

    def read(self, name: str) -> bytes:
        """The content of an entry."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of an entry, piece by piece."""
        return _unpacked(self.file, self.entries[name], self.sort)

    def packed(self, name: str) -> Iterator[bytes]:
        """An entry as it is packed, piece by piece."""
        return _pieces(self.file, self.entries[name])


def open_archive(file: BinaryIO, sort: Sort) -> Archive:
    """The archive in this file, which can be read at any place of it.

    Raises:
        GazetteerError: the sort's own: it is none, is damaged, is protected, or would do harm; the text says what
            would be right.
    """
    size = file.seek(0, SEEK_END)
    if size > sort.bytes_most:
        raise sort.too_large(
            f"The {sort.noun} has {size / MEGABYTE:,.1f} MB; at most {sort.bytes_most // MEGABYTE} MB are read. "
            f"{sort.smaller}"
        )
    if _at(file, 0, 4) != b"PK\x03\x04":
        raise sort.bad(sort.what_it_is(_at(file, 0, GUESSED_FROM)))
    # Each is a record of the directory, or happens to look like one inside a picture or an attached file.
    if _records(file) > 10 * ENTRIES_MOST:
        raise _too_many(sort)
    try:
        file.seek(0)
        with ZipFile(file) as opened:
            infos, comment, directory = opened.infolist(), opened.comment, opened.start_dir
    except (BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, struct.error) as wrong:
        raise sort.damaged("its directory cannot be read") from wrong
    _check(infos, sort)
    entries = {info.orig_filename: _entry(file, info, sort) for info in infos}
    _check_places(entries, directory, sort)
    for entry in entries.values():
        for _ in _unpacked(file, entry, sort):
            pass
    return Archive(file, size, sort, entries, comment)


def encoded_name(info: ZipInfo) -> bytes:
    """The name of an entry as the archive writes it."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & UTF_8 else "cp437")


def _records(file: BinaryIO) -> int:
    """How many records a directory could have, counted no further than matters."""
    file.seek(0)
    count, last = 0, b""
    while count <= 10 * ENTRIES_MOST and (piece := file.read(CHUNK)):
        count += sum(1 for _ in islice(_RECORD.finditer(last + piece), 10 * ENTRIES_MOST + 1))
        last = piece[-3:]
    return count


def _check(infos: list[ZipInfo], sort: Sort) -> None:
    if len(infos) > ENTRIES_MOST:
        raise _too_many(sort)
    if sum(info.file_size for info in infos) > sort.unpacked_most:
        raise sort.too_large(
            f"The {sort.noun} would unpack to more than {sort.unpacked_most // MEGABYTE} MB and is not read. "
            f"{sort.smaller}"
        )
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if _leads_elsewhere(name):
            raise sort.bad(
                f"The {sort.noun} has a part called {name[:80]!r}, which leads out of it; {sort.program} writes no "
                f"such thing. Save it again from {sort.program}."
            )
        if name.casefold() in seen:
            raise sort.bad(f"The {sort.noun} has two parts called {name[:80]!r}; save it again from {sort.program}.")
        seen.add(name.casefold())
        _check_packing(info, sort)


def _check_packing(info: ZipInfo, sort: Sort) -> None:
    if info.flag_bits & ENCRYPTED:
        raise sort.bad(f"The {sort.noun} is encrypted as an archive; unpack it with its password and send it open.")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise sort.bad(
            f"The {sort.noun} is packed in a way that {sort.program} does not read; save it again from {sort.program}."
        )
    if info.file_size > max(SUSPICIOUS_SIZE, SUSPICIOUS_RATIO * info.compress_size):
        raise sort.too_large(
            f"The part {info.orig_filename[:80]!r} of the {sort.noun} would unpack to more than {SUSPICIOUS_RATIO} "
            f"times its size and is not read. Save it again from {sort.program}."
        )


def _leads_elsewhere(name: str) -> bool:
    if name.startswith("/") or any(mark in name for mark in ("\\", "\0", ":")):
        return True
    return any(step in ("..", ".") for step in name.split("/"))


def _entry(file: BinaryIO, info: ZipInfo, sort: Sort) -> Entry:
    begin = info.header_offset
    try:
        mark, *_, name_length, extra_length = LOCAL.unpack(_at(file, begin, LOCAL.size) if begin >= 0 else b"")
    except struct.error as wrong:
        raise sort.damaged(f"{info.orig_filename[:80]!r} is cut off") from wrong
    rest = _at(file, begin + LOCAL.size, name_length + extra_length)
    if mark != b"PK\x03\x04" or rest[:name_length] != encoded_name(info):
        raise sort.damaged(f"{info.orig_filename[:80]!r} is not where its directory says")
    start = begin + LOCAL.size + name_length + extra_length
    return Entry(info, begin, start, start + info.compress_size, rest[name_length:])


def _check_places(entries: Mapping[str, Entry], directory: int, sort: Sort) -> None:
    """Refuse entries that share bytes, by which a small archive unpacks to a large one."""
    at = 0
    for entry in sorted(entries.values(), key=lambda entry: entry.begin):
        if entry.begin < at:
            raise sort.damaged("its parts overlap")
        at = entry.end
    if at > directory:
        raise sort.damaged("its parts overlap")


def _unpacked(file: BinaryIO, entry: Entry, sort: Sort) -> Iterator[bytes]:
    """The content of an entry in pieces, as long as it is what its header says."""
    size, checksum = 0, 0
    packed = _pieces(file, entry)
    for piece in packed if entry.info.compress_type == ZIP_STORED else _inflated(packed, entry, sort):
        size += len(piece)
        if size > entry.info.file_size:
            break
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if size != entry.info.file_size or checksum != entry.info.CRC:
        raise sort.damaged(f"{entry.info.orig_filename[:80]!r} is not what its directory says")


def _inflated(packed: Iterator[bytes], entry: Entry, sort: Sort) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in packed:
            rest = piece
            while rest and not inflate.eof:
                yield inflate.decompress(rest, CHUNK)
                rest = inflate.unconsumed_tail
        while not inflate.eof and (last := inflate.decompress(b"", CHUNK)):
            yield last
    except zlib.error as wrong:
        raise sort.damaged(f"{entry.info.orig_filename[:80]!r} cannot be unpacked") from wrong


def _pieces(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    for at in range(entry.start, entry.end, PACKED_CHUNK):
        yield _at(file, at, min(PACKED_CHUNK, entry.end - at))


def _at(file: BinaryIO, place: int, length: int) -> bytes:
    file.seek(place)
    return file.read(length)


def _too_many(sort: Sort) -> GazetteerError:
    return sort.too_large(f"The {sort.noun} has more than {ENTRIES_MOST:,} parts and is not read; save it in parts.")
