"""Forms: the fields a client sends, in the address or in the body, as plain strings.

The body is a form whatever its header says: a widely used client calls its forms JSON. Unknown fields are kept and
mean nothing; of a field that comes twice the last counts, and the body goes before the address.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.bodies import BYTE_ORDER_MARK
from service.config import BODY_MOST
from service.errors import Problem

Form = Mapping[str, str]
FIELDS_MOST = 100  # clients send some twenty


def form(request: Request) -> Form:
    """Every field of a request."""
    data = request.get_data(cache=False)
    if len(data) > BODY_MOST:
        raise RequestEntityTooLarge
    return _fields(request.query_string, "address") | _fields(data.removeprefix(BYTE_ORDER_MARK), "body")


def said(fields: Form, name: str) -> str | None:
    """A field without blanks around it; None where it is missing or blank."""
    return (fields.get(name) or "").strip() or None


def listed(fields: Form, name: str) -> frozenset[str]:
    """The entries of a field that is a list with commas."""
    return frozenset(entry for part in fields.get(name, "").split(",") if (entry := part.strip()))


def _fields(data: bytes, place: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(data.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS_MOST)
    except UnicodeDecodeError:
        raise Problem("bad-encoding", f"The form in the {place} is not UTF-8; percent-encode texts as UTF-8.") from None
    except ValueError:
        raise Problem("bad-parameter", f"The form in the {place} has more than {FIELDS_MOST} fields.") from None
    return dict(pairs)
