"""A file as an answer, to be saved under the name it was sent with: whatever that name is, it is only a name.

It is given twice (RFC 6266): in ASCII for old clients, and as it is, percent-encoded.
"""

from collections.abc import Sequence
from urllib.parse import quote

from flask import Response

LONGEST = 100  # characters of a name, its ending among them
UNSAFE = str.maketrans(dict.fromkeys('"\\?%', "_"))


def attachment(data: bytes, kind: str, name: str, usual: str, endings: Sequence[str] = ("",)) -> Response:
    """The bytes of a file as an answer; a name with none of these endings gives way to the usual one."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(char for char in last if char.isprintable())[-LONGEST:]
    if not kept or not kept.lower().endswith(tuple(endings)):
        kept = usual
    bare = kept.encode("ascii", "replace").decode().translate(UNSAFE)
    said = Response(data, content_type=kind)
    said.headers["Content-Disposition"] = f"attachment; filename=\"{bare}\"; filename*=UTF-8''{quote(kept, safe='')}"
    return said
