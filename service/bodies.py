"""Requests as plain values: a query string or a JSON body, read strictly as UTF-8.

Here one learns only that the writing is sound; what the fields mean is in ``parameters``.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson
from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.config import BODY_MOST
from service.errors import Problem

WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
PARAMETERS_MOST = 50
SHOWN_LENGTH = 40  # of a refused value, in an error's text
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def query_fields(request: Request) -> dict[str, Any]:
    """The parameters of a query string, each once, numbers read as numbers."""
    try:
        pairs = parse_qsl(
            request.query_string.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=PARAMETERS_MOST,
        )
    except UnicodeDecodeError:
        raise Problem("bad-encoding", "The query string is not UTF-8; percent-encode each name as UTF-8.") from None
    except ValueError:
        raise Problem("bad-parameter", f"More than {PARAMETERS_MOST} parameters; send many names by POST.") from None
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise Problem("bad-parameter", f"The parameter {shown(key)} is given twice; give it once.")
        fields[key] = READ.get(key, str)(value)
    return fields


def json_object(request: Request, example: str = '{"name": "Bakhmout"}') -> Mapping[str, Any]:
    """The JSON object in a request's body; ``example`` is what an error shows instead."""
    if request.mimetype != "application/json" and not request.mimetype.endswith("+json"):
        sent = request.mimetype or "none"
        raise Problem(
            "unsupported-media-type",
            f"The body must be JSON, sent as Content-Type: application/json; the type sent is {sent}.",
        )
    if (encoding := request.headers.get("Content-Encoding", "identity").strip().lower()) not in ("", "identity"):
        raise Problem(
            "unsupported-media-type",
            f"The body is sent with Content-Encoding {shown(encoding)}; send it as it is, without compression.",
        )
    data = request.get_data()
    if len(data) > BODY_MOST:
        raise RequestEntityTooLarge
    if not _is_utf_8(data):
        raise Problem(
            "malformed-json", "The body is not UTF-8; send the JSON in UTF-8, whatever the names are written in."
        )
    try:
        body = orjson.loads(data.removeprefix(BYTE_ORDER_MARK))
    except orjson.JSONDecodeError as broken:
        raise Problem("malformed-json", f"The body is not JSON in UTF-8: {broken}.") from None
    if not isinstance(body, dict):
        raise Problem("malformed-json", f"The body must be a JSON object such as {example}.")
    return body


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are text in UTF-8; UTF-16 is not, though its zeros would be."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def shown(value: object) -> str:
    """A refused value as an error may repeat it: as JSON and cut short, or only its sort."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if isinstance(value, str) and len(value) > SHOWN_LENGTH:
        value = value[:SHOWN_LENGTH] + "…"
    return orjson.dumps(value).decode()


def _whole(text: str) -> int | str:
    return int(text) if WHOLE.fullmatch(text) else text


def _number(text: str) -> float | str:
    return float(text) if NUMBER.fullmatch(text) else text


def _pair(text: str) -> list[float | str]:
    return [_number(part.strip(" ")) for part in text.split(",")]


READ: Mapping[str, Callable[[str], Any]] = {
    "limit": _whole,
    "before": _whole,
    "skip": _whole,
    "threshold": _number,
    "margin": _number,
    "near": _pair,
}
