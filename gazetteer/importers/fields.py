"""Fields of a JSON row, each checked for what it may be; a BadRow says which was wrong and how."""

import math
import re
from collections.abc import Mapping
from typing import Any

from gazetteer.errors import BadName, BadRow
from gazetteer.text.clean import clean

Raw = Mapping[str, Any]
WHOLE_MOST = 2**31 - 1  # what a whole number in both databases holds
LONGEST_NOTE = 2_000
COUNTRY = re.compile("[A-Z]{2}")
SURROGATE_OR_NUL = re.compile("[\x00\ud800-\udfff]")


def name_text(raw: Raw, key: str) -> str:
    """A text that is a name, as `clean` leaves it."""
    value = raw.get(key)
    if not isinstance(value, str):
        raise BadRow(f"{key} is missing or not a text")
    try:
        return clean(value)
    except BadName as bad:
        raise BadRow(f"{key} is not a name: {bad}") from bad


def text(raw: Raw, key: str, longest: int = LONGEST_NOTE) -> str | None:
    """A text, or None where there is none."""
    value = raw.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadRow(f"{key} is not a text")
    if SURROGATE_OR_NUL.search(value) or len(value) > longest:
        raise BadRow(f"{key} is longer than {longest} characters or holds characters that no text has")
    return value


def number(raw: Raw, key: str, low: float, high: float) -> float | None:
    """A number between two others, or None."""
    value = raw.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadRow(f"{key} is not a number")
    if not low <= value <= high:
        raise BadRow(f"{key} is {value}, not between {low} and {high}")
    return float(value)


def whole(raw: Raw, key: str) -> int | None:
    """A whole number from 0, or None."""
    value = number(raw, key, 0, WHOLE_MOST)
    if value is not None and value != int(value):
        raise BadRow(f"{key} is {value}, not a whole number")
    return None if value is None else int(value)


def flag(raw: Raw, key: str, usual: bool) -> bool:
    """Yes or no."""
    value = raw.get(key, usual)
    if not isinstance(value, bool):
        raise BadRow(f"{key} is neither true nor false")
    return value


def country(raw: Raw) -> str | None:
    """An ISO 3166-1 code of two letters, or None."""
    value = raw.get("country")
    if value is None:
        return None
    if not isinstance(value, str) or not COUNTRY.fullmatch(value):
        raise BadRow(f"country is {value!r:.40}, not an ISO 3166-1 code of two letters")
    return value


def pair(value: Any, key: str) -> tuple[str, str]:
    """A scheme and a value, as identifiers are written."""
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) and part for part in value)):
        raise BadRow(f"{key} is not a pair of a scheme and a value")
    if any(SURROGATE_OR_NUL.search(part) for part in value):
        raise BadRow(f"{key} holds characters that no text has")
    return value[0], value[1]


def objects(raw: Raw, key: str) -> list[Raw]:
    """A list of objects, possibly empty."""
    value = raw.get(key)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise BadRow(f"{key} is not a list of objects")
    return value
