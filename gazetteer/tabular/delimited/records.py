"""Records: the rows of delimited text as they lie in the file, each with its line end and every byte of its own.

Nothing damaged ends the reading. A row whose bytes are not in the encoding is damaged as a whole. So is, up to the end
of its line, a row with a quote that no quote closes: none at all before the end of the file, or only one on a later
line that stands in the middle of a cell, and so opens or means something else. What follows that line is read on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gazetteer.tabular.delimited.blocks import MOST, Blocks
from gazetteer.tabular.delimited.encodings import name_of
from gazetteer.tabular.delimited.splitting import LINE_ENDS, Splitter

UNCLOSED = "a quote is opened and never closed"


class Split(NamedTuple):
    """A record that had to be split to be read, and its cells; a tuple, as a row is."""

    record: bytes
    cells: list[bytes]


@dataclass(frozen=True, slots=True)
class Damage:
    """A record that cannot be read, and why."""

    record: bytes
    reason: str


class Records:
    """All records of a stream, once: bare bytes where they may be split wherever the delimiter stands."""

    def __init__(self, blocks: Blocks, splitter: Splitter) -> None:
        self.line = 0  # on which the last record given begins, from 1
        self._blocks = blocks
        self._splitter = splitter
        self._next = 1  # the line that is read next
        self._lines: list[bytes] = []
        self._clean = True  # whether all of these lines are in the encoding

    def __iter__(self) -> Iterator[bytes | Split | Damage]:
        while block := self._blocks.take():
            self._lines = block.splitlines(True)
            self._clean = self._is_clean(block)
            if self._clean and self._splitter.is_simple(block):
                for number, line in enumerate(self._lines, self._next):
                    self.line = number
                    yield line
                self._next += len(self._lines)
            else:
                yield from self._one_by_one()

    def _one_by_one(self) -> Iterator[bytes | Split | Damage]:
        splitter = self._splitter
        quote = splitter.quote if splitter.plain else None  # the only thing that makes a line of these not simple
        at = 0
        while at < len(self._lines):
            found: bytes | Split | Damage
            line, count = self._lines[at], 1
            found = line
            if quote in line if quote is not None else not splitter.is_simple(line):
                cells = splitter.cells(line.rstrip(LINE_ENDS))
                if cells is not None:
                    found = Split(line, cells)
                else:
                    # What was read is let go, for many lines may have to be held.
                    del self._lines[:at]
                    at = 0
                    found, count = self._spanning()
            if not self._clean:
                found = self._checked(found)
            at += count
            self.line, self._next = self._next, self._next + count
            yield found

    def _spanning(self) -> tuple[Split | Damage, int]:
        """The record of several lines that begins with the first line, and how many they are."""
        lines, splitter = self._lines, self._splitter
        opened, last, size = 0, 0, len(lines[0])
        while True:
            last += 1
            if last == len(lines) and not (size < MOST and self._more()):
                return Damage(b"".join(lines[: opened + 1]), UNCLOSED), opened + 1
            size += len(lines[last])
            end = splitter.closes(lines[last])
            if end is None:
                continue
            rest = lines[last][end:].rstrip(LINE_ENDS)
            if rest and not rest.startswith(splitter.delimiter):
                return Damage(b"".join(lines[: opened + 1]), UNCLOSED), opened + 1
            if rest and splitter.cells(rest[len(splitter.delimiter) :]) is None:
                opened = last
                continue
            record = b"".join(lines[: last + 1])
            return Split(record, splitter.cells(record.rstrip(LINE_ENDS)) or []), last + 1

    def _more(self) -> bool:
        """Take more lines to those that are being read; whether there were any."""
        block = self._blocks.take()
        self._lines.extend(block.splitlines(True))
        self._clean = self._clean and self._is_clean(block)
        return bool(block)

    def _is_clean(self, some: bytes) -> bool:
        if some.isascii():
            return True
        try:
            some.decode(self._splitter.encoding)
        except UnicodeDecodeError:
            return False
        return True

    def _checked(self, found: bytes | Split | Damage) -> bytes | Split | Damage:
        """A record, or why its bytes cannot be read."""
        if isinstance(found, Damage):
            return found
        record = found.record if isinstance(found, Split) else found
        if self._is_clean(record):
            return found
        return Damage(record, f"its bytes are not {name_of(self._splitter.encoding)}")
