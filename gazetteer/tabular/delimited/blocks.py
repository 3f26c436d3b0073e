"""Blocks: a stream of bytes as blocks of whole lines, of ASCII and what goes with it.

UTF-16 is read as UTF-8, lone surrogates and all, so that every byte can be had back; all else stays as it is.
A line ends as `bytes.splitlines` has it: with LF, CR, or both.
"""

import codecs
from typing import BinaryIO

from gazetteer.errors import BadTable
from gazetteer.tabular.delimited.encodings import MARKS, WIDE

BLOCK = 1 << 18
# The longest row that is held; a table with a cell of 50 MB is still one.
MOST = 1 << 26
# No byte of UTF-8 is this: it stands before half a unit of UTF-16 at the end of a file.
_HALF = b"\xff"


class Blocks:
    """The lines of a stream, some at a time, without its byte order mark."""

    def __init__(self, stream: BinaryIO, encoding: str, size: int = BLOCK) -> None:
        self._size = size
        self.read = 0  # bytes off the stream
        self._stream = stream
        self._units = Units(encoding) if encoding in WIDE else None
        self._held: list[bytes] = []
        self._next: bytes | None = None
        mark = MARKS.get(encoding, b"")
        begins = self._bytes(max(len(mark), 2))
        self.mark = mark if mark and begins.startswith(mark) else b""
        self._begins = begins[len(self.mark) :]

    def peek(self) -> bytes:
        """The lines that are taken next, left where they are."""
        if self._next is None:
            self._next = self._lines()
        return self._next

    def take(self) -> bytes:
        """The next lines, whole; nothing at the end. The last may end without a line end."""
        taken = self.peek()
        self._next = None
        return taken

    def _lines(self) -> bytes:
        held = self._held
        size = sum(map(len, held))
        while chunk := self._chunk():
            cut = _behind_last_line(chunk)
            if cut:
                self._held = [chunk[cut:]]
                return b"".join([*held, chunk[:cut]])
            held.append(chunk)
            size += len(chunk)
            if size > MOST:
                raise BadTable(
                    f"A line is longer than {MOST // 2**20} MiB: this is no delimited text, or not in the encoding "
                    "that was guessed or asked for."
                )
        self._held = []
        return b"".join(held)

    def _chunk(self) -> bytes:
        """Some bytes more; with UTF-16, as UTF-8."""
        raw = self._begins + self._read_once(self._size)
        self._begins = b""
        if self._units is None:
            return raw
        while raw:
            if chunk := self._units.narrow(raw):
                return chunk
            raw = self._read_once(self._size)
        return self._units.rest()

    def _read_once(self, most: int) -> bytes:
        """What one reading gives: what was read before a fault in the stream is handed on before that is met."""
        piece = self._stream.read(most)
        self.read += len(piece)
        return piece

    def _bytes(self, most: int) -> bytes:
        """As many bytes as asked for, fewer only at the end: a pipe may give them in drops."""
        drops = []
        while most > 0 and (drop := self._stream.read(most)):
            drops.append(drop)
            most -= len(drop)
            self.read += len(drop)
        return b"".join(drops)


class Units:
    """UTF-16 as UTF-8 and back, each unit for itself, so that wrong ones come back as they were."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
        self._odd = b""

    def narrow(self, raw: bytes) -> bytes:
        """The UTF-8 of the next bytes; what is half at their end is kept for the next."""
        raw = self._odd + raw
        whole = len(raw) & ~1
        self._odd = raw[whole:]
        return self._decoder.decode(raw[:whole]).encode("utf-8", "surrogatepass")

    def rest(self) -> bytes:
        """What was still kept at the end."""
        rest = self._decoder.decode(b"", True).encode("utf-8", "surrogatepass")
        odd, self._odd = self._odd, b""
        return rest + _HALF + odd if odd else rest

    def widen(self, narrow: bytes) -> bytes:
        """The bytes as they were."""
        units, _, odd = narrow.partition(_HALF)
        return units.decode("utf-8", "surrogatepass").encode(self._encoding, "surrogatepass") + odd


def _behind_last_line(chunk: bytes) -> int:
    """Where the last line ends for certain; 0 if none does. A CR at the very end may have an LF behind it."""
    cut = chunk.rfind(b"\n") + 1
    return chunk.rfind(b"\r", cut, len(chunk) - 1) + 1 or cut
