"""Values of a Parquet file as text: numbers without a trailing .0, dates and times by ISO 8601, the rest as JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A value that is no text: why, and its bytes."""

    why: str
    raw: bytes


def texts(column: Any) -> Sequence[str | Unreadable]:
    """What a person reads in each row of a column; "" where nothing is."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.dictionary_decode(), kind.value_type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return _strings(column)
    if pa.types.is_boolean(kind):
        return ["" if value is None else "TRUE" if value else "FALSE" for value in column.to_pylist()]
    if pa.types.is_floating(kind):
        return ["" if value is None else _number(value) for value in column.to_pylist()]
    if pa.types.is_timestamp(kind):
        return _moments(column, kind)
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return [_decoded(value) for value in column.to_pylist()]
    show: Callable[[Any], str] = _json if pa.types.is_nested(kind) else _plain
    return ["" if value is None else show(value) for value in column.to_pylist()]


def _strings(column: Any) -> Sequence[str | Unreadable]:
    try:
        return ["" if value is None else value for value in column.to_pylist()]
    except UnicodeDecodeError:
        return [_decoded(value) for value in column.cast(pa.large_binary()).to_pylist()]


def _decoded(value: bytes | None) -> str | Unreadable:
    try:
        return "" if value is None else value.decode()
    except UnicodeDecodeError as wrong:
        return Unreadable(f"is not in UTF-8: byte {wrong.start + 1} of a value is none of a character", value or b"")


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _moments(column: Any, kind: Any) -> Sequence[str]:
    """Moments to the second, or to the fraction that is there."""
    cast = column.cast(pa.timestamp(kind.unit)).cast(pa.string()).to_pylist()
    return ["" if value is None else _moment(value, bool(kind.tz)) for value in cast]


def _moment(value: str, utc: bool) -> str:
    day, _, time = value.partition(" ")
    whole, _, fraction = time.partition(".")
    fraction = fraction.rstrip("0")
    return f"{day}T{whole}{'.' * bool(fraction)}{fraction}{'Z' * utc}"


def _plain(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)
