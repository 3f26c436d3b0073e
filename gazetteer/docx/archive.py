"""The archive that a .docx is: opened with suspicion, so that whatever is in it can be read safely later.

Every entry is unpacked once as it is opened, in pieces that are thrown away: sizes and checksums that lie are found
here. Nothing is ever written to the disk.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gazetteer.docx.guessing import what_it_is
from gazetteer.errors import BadDocument, DocumentTooLarge

MEGABYTE = 1_000_000
BYTES_MOST = 100 * MEGABYTE
UNPACKED_MOST = 500 * MEGABYTE  # of all entries together
ENTRIES_MOST = 10_000
# An entry of some size that shrinks to less than this share of it was made to do harm, not to be read.
SUSPICIOUS_SIZE, SUSPICIOUS_RATIO = 10 * MEGABYTE, 200

ENCRYPTED = 0x1
UTF_8 = 0x800
LOCAL = struct.Struct("<4s5H3L2H")
CHUNK = 1 << 20


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

    data: bytes
    entries: Mapping[str, Entry]
    comment: bytes

    def read(self, name: str) -> bytes:
        """The content of an entry."""
        return b"".join(_unpacked(self.data, self.entries[name]))


def open_archive(data: bytes) -> Archive:
    """The archive in these bytes.

    Raises:
        BadDocument: it is none, is damaged, is protected, or would do harm; the text says what would be right.
    """
    if len(data) > BYTES_MOST:
        raise DocumentTooLarge(
            f"The document has {len(data) / MEGABYTE:,.1f} MB; at most {BYTES_MOST // MEGABYTE} MB are read. "
            "Take pictures out, or send it in parts."
        )
    if not data.startswith(b"PK\x03\x04"):
        raise BadDocument(what_it_is(data))
    # Each is a record of the directory, or happens to look like one inside a picture or an attached file.
    if data.count(b"PK\x01\x02") > 10 * ENTRIES_MOST:
        raise _too_many()
    try:
        with ZipFile(BytesIO(data)) as opened:
            infos, comment, directory = opened.infolist(), opened.comment, opened.start_dir
    except (BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, struct.error) as wrong:
        raise _damaged("its directory cannot be read") from wrong
    _check(infos)
    entries = {info.orig_filename: _entry(data, info) for info in infos}
    _check_places(entries, directory)
    for entry in entries.values():
        for _ in _unpacked(data, entry):
            pass
    return Archive(data, entries, comment)


def encoded_name(info: ZipInfo) -> bytes:
    """The name of an entry as the archive writes it."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & UTF_8 else "cp437")


def _check(infos: list[ZipInfo]) -> None:
    if len(infos) > ENTRIES_MOST:
        raise _too_many()
    if sum(info.file_size for info in infos) > UNPACKED_MOST:
        raise DocumentTooLarge(
            f"The document would unpack to more than {UNPACKED_MOST // MEGABYTE} MB and is not read. "
            "Save it again from Word, without its largest pictures."
        )
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if _leads_elsewhere(name):
            raise BadDocument(
                f"The document has a part called {name[:80]!r}, which leads out of it; Word writes no such thing. "
                "Save it again from Word."
            )
        if name.casefold() in seen:
            raise BadDocument(f"The document has two parts called {name[:80]!r}; save it again from Word.")
        seen.add(name.casefold())
        if info.flag_bits & ENCRYPTED:
            raise BadDocument("The document is encrypted as an archive; unpack it with its password and send it open.")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadDocument("The document is packed in a way that Word does not read; save it again from Word.")
        if info.file_size > max(SUSPICIOUS_SIZE, SUSPICIOUS_RATIO * info.compress_size):
            raise DocumentTooLarge(
                f"The part {name[:80]!r} of the document would unpack to more than {SUSPICIOUS_RATIO} times its size "
                "and is not read. Save it again from Word."
            )


def _leads_elsewhere(name: str) -> bool:
    if name.startswith("/") or any(mark in name for mark in ("\\", "\0", ":")):
        return True
    return any(step in ("..", ".") for step in name.split("/"))


def _entry(data: bytes, info: ZipInfo) -> Entry:
    begin = info.header_offset
    try:
        mark, *_, name_length, extra_length = LOCAL.unpack_from(data, begin)
    except struct.error as wrong:
        raise _damaged(f"{info.orig_filename[:80]!r} is cut off") from wrong
    after_name = begin + LOCAL.size + name_length
    start = after_name + extra_length
    if mark != b"PK\x03\x04" or data[begin + LOCAL.size : after_name] != encoded_name(info):
        raise _damaged(f"{info.orig_filename[:80]!r} is not where its directory says")
    return Entry(info, begin, start, start + info.compress_size, data[after_name:start])


def _check_places(entries: Mapping[str, Entry], directory: int) -> None:
    """Refuse entries that share bytes, by which a small archive unpacks to a large one."""
    at = 0
    for entry in sorted(entries.values(), key=lambda entry: entry.begin):
        if entry.begin < at:
            raise _damaged("its parts overlap")
        at = entry.end
    if at > directory:
        raise _damaged("its parts overlap")


def _unpacked(data: bytes, entry: Entry) -> Iterator[bytes]:
    """The content of an entry in pieces, as long as it is what its header says."""
    packed = memoryview(data)[entry.start : entry.end]
    size, checksum = 0, 0
    for piece in _stored(packed) if entry.info.compress_type == ZIP_STORED else _inflated(packed, entry):
        size += len(piece)
        if size > entry.info.file_size:
            break
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if size != entry.info.file_size or checksum != entry.info.CRC:
        raise _damaged(f"{entry.info.orig_filename[:80]!r} is not what its directory says")


def _stored(packed: memoryview) -> Iterator[bytes]:
    for at in range(0, len(packed), CHUNK):
        yield bytes(packed[at : at + CHUNK])


def _inflated(packed: memoryview, entry: Entry) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    try:
        while rest and not inflate.eof:
            yield inflate.decompress(rest, CHUNK)
            rest = inflate.unconsumed_tail
        yield inflate.flush(CHUNK) if not inflate.eof else b""
    except zlib.error as wrong:
        raise _damaged(f"{entry.info.orig_filename[:80]!r} cannot be unpacked") from wrong


def _too_many() -> BadDocument:
    return DocumentTooLarge(f"The document has more than {ENTRIES_MOST:,} parts and is not read; save it in parts.")


def _damaged(how: str) -> BadDocument:
    return BadDocument(f"The document is damaged: {how}. Open it in Word, let it be repaired, and save it again.")
