"""JSON lines: one object a line, with fields of ours before its closing brace and every other byte as it came.

A line that is no object is data that cannot be read, not an error; a blank line passes through.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import orjson

from gazetteer.errors import BadTable
from gazetteer.tabular.added import check_added, is_number
from gazetteer.tabular.lines.places import place_of
from gazetteer.tabular.model import Reject, Row, Writer

LINE_MOST = 100_000_000  # bytes
LOOKED_AT = 1_000_000  # bytes of the first lines, whose keys are the columns
DEPTH_MOST = 8  # of objects inside objects whose keys are columns
MARK = b"\xef\xbb\xbf"
_SPACED = re.compile(rb'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s')
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Unreadable(Exception):
    """Why a line has no object."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it came: blank lines before it, its bytes, whether its object has any field, the first asked path."""

    before: bytes
    line: bytes
    filled: bool
    path: tuple[str, ...] | None


class JsonLinesTable:
    """The objects of a stream; the columns are the keys of its first lines, those inside objects by dotted paths."""

    def __init__(self, stream: BinaryIO, beginning: bytes) -> None:
        """Of a stream, and its first bytes, which it will give again.

        Raises:
            BadTable: it is not in UTF-8, or one piece of JSON.
        """
        if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise BadTable("The file is in UTF-16; JSON lines are in UTF-8. Save it again in that encoding.")
        text = beginning.removeprefix(MARK).lstrip()
        if text.startswith(b"[") or text.split(b"\n", 1)[0].strip() == b"{":
            raise BadTable(
                "The file is one piece of JSON over many objects or lines; JSON lines have one object a line, "
                "such as `jq -c '.[]'` makes of a list."
            )
        self._stream, self._read, self._mark = stream, 0, beginning.startswith(MARK)
        self._left, self._added = b"", frozenset[str]()
        self._paths = _paths(beginning)
        self.columns = tuple(self._paths)

    def rows(self, asked: Sequence[int]) -> Iterator[Row | Reject]:
        """All objects in order, with the text of the values at these keys."""
        paths = [self._paths[self.columns[place]] for place in asked]
        number = 0
        for place, line in enumerate(self._lines(), start=1):
            if not line.strip():
                self._left += line
                continue
            number += 1
            try:
                found = self._object(line)
                values = tuple(_text(_value(found, path), line, path) for path in paths)
            except _Unreadable as why:
                yield Reject(place, f"Line {place} {why}.", line)
                continue
            before, self._left = self._left, b""
            yield Row(number, values, RawLine(before, line, bool(found), paths[0] if paths else None))

    def position(self) -> int:
        """How many bytes have been read."""
        return self._read

    def writer(self, out: BinaryIO, added: Sequence[str], *, numbers: Sequence[str] = ()) -> "JsonLinesWriter":
        """A writer with fields of ours; those in `numbers` are written as numbers, empty ones as null.

        Raises:
            ColumnExists: the first objects have a field of such a name.
        """
        check_added(self.columns, added)
        self._added = frozenset(added)
        return JsonLinesWriter(out, self, added, [name in numbers for name in added])

    def left(self) -> bytes:
        """Blank lines behind the last row."""
        return self._left

    def _lines(self) -> Iterator[bytes]:
        if self._mark:
            self._left = self._stream.read(len(MARK))
            self._read += len(self._left)
        while line := self._stream.readline(LINE_MOST + 1):
            self._read += len(line)
            yield line

    def _object(self, line: bytes) -> dict[str, Any]:
        if len(line) > LINE_MOST:
            size = len(line) + self._skip_line(line)
            raise _Unreadable(
                f"has {size:,} bytes; at most {LINE_MOST:,} are read. The first {LINE_MOST + 1:,} are kept here"
            )
        found = _parsed(line)
        if not isinstance(found, dict):
            raise _Unreadable('is no JSON object, such as {"name": "Kyiv"}')
        twice = self._added & found.keys()
        if twice:
            raise _Unreadable(f"has a field {min(twice)!r} already; choose another prefix for the new fields")
        return found

    def _skip_line(self, line: bytes) -> int:
        """Read on to the end of a line; how many bytes that is."""
        skipped = 0
        while not line.endswith(b"\n") and (line := self._stream.readline(1 << 20)):
            skipped += len(line)
        self._read += skipped
        return skipped


class JsonLinesWriter(Writer):
    """Writes lines again with fields of ours, spaced as the line itself is."""

    def __init__(self, out: BinaryIO, table: JsonLinesTable, added: Sequence[str], numbers: Sequence[bool]) -> None:
        self._out, self._table, self._numbers = out, table, numbers
        self._keys = [orjson.dumps(name) for name in added]

    def write(self, row: Row, cells: Sequence[str], name: str | None = None) -> None:
        """One line as it came, then our fields; with `name`, that stands in place of the first asked value."""
        raw: RawLine = row.raw
        line = raw.line
        if name is not None and raw.path is not None and name != row.values[0]:
            line = _replaced(line, raw.path, name)
        self._out.write(raw.before + self._extended(line, cells, filled=raw.filled))

    def end(self) -> None:
        """Blank lines at the end."""
        self._out.write(self._table.left())

    def _extended(self, line: bytes, cells: Sequence[str], *, filled: bool) -> bytes:
        inside = line[: line.rindex(b"}")].rstrip()
        comma, colon = (b", ", b": ") if _SPACED.match(line) else (b",", b":")
        ours = comma.join(
            key + colon + _written(cell, as_number=as_number)
            for key, cell, as_number in zip(self._keys, cells, self._numbers, strict=True)
        )
        return inside + (comma if filled and ours else b"") + ours + line[len(inside) :]


def _paths(beginning: bytes) -> dict[str, tuple[str, ...]]:
    """The keys of the objects in the first lines, by what the columns are called; a plain key before a dotted one."""
    lines = beginning.removeprefix(MARK).splitlines()
    if len(beginning) >= LOOKED_AT and not beginning.endswith(b"\n"):
        lines = lines[:-1] or lines
    plain: dict[str, tuple[str, ...]] = {}
    for line in lines:
        try:
            found = _parsed(line)
        except _Unreadable:
            continue  # blank, or one that will be rejected when its turn comes
        if isinstance(found, dict):
            for path in _leaves(found, ()):
                name = ".".join(path)
                if len(path) < len(plain.get(name, (*path, ""))):
                    plain[name] = path
    return plain


def _leaves(found: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, value in found.items():
        path = (*above, key)
        if isinstance(value, dict) and value and len(path) < DEPTH_MOST:
            yield from _leaves(value, path)
        else:
            yield path


def _parsed(line: bytes) -> Any:
    """What a line says; it may be JSON as only Python writes it, with NaN, or with half a character in an escape."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        pass  # the slower parser has the last word
    try:
        return json.loads(line.decode())
    except UnicodeDecodeError as wrong:
        raise _Unreadable(f"is not in UTF-8: byte {wrong.start + 1} of it is none of a character") from wrong
    except json.JSONDecodeError as wrong:
        # The parser counts lines within this one; which line of the file it is, is said already.
        raise _Unreadable(f"is not JSON ({wrong.msg}, at its character {wrong.pos + 1})") from wrong
    except (ValueError, RecursionError) as wrong:
        raise _Unreadable(f"is not JSON ({wrong})") from wrong


def _value(found: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if not isinstance(found, dict):
            return None
        found = found.get(key)
    return found


def _text(value: Any, line: bytes, path: tuple[str, ...]) -> str:
    """A value as a person reads it: a number as it is written, lists and objects as JSON."""
    if isinstance(value, str):
        if not value.isascii() and _SURROGATE.search(value):
            raise _Unreadable(
                f"has half a character in {'.'.join(path)!r}, an escape such as \\ud83d without the other half"
            )
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        return str(_value(json.loads(line.decode(), parse_float=str, parse_int=str, parse_constant=str), path))
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _written(cell: str, *, as_number: bool) -> bytes:
    if not cell:
        return b"null"
    return cell.encode() if as_number and is_number(cell) else orjson.dumps(cell)


def _replaced(line: bytes, path: tuple[str, ...], name: str) -> bytes:
    """A line with a name in place of the value at a path, where there is one."""
    text = line.decode()
    place = place_of(text, path)
    if place is None:
        return line
    return text[: place[0]].encode() + orjson.dumps(name) + text[place[1] :].encode()
