"""A file as an answer, to be saved under the name it was sent with: whatever that name is, it is only a name.

It is given twice (RFC 6266): in ASCII for old clients, and as it is, percent-encoded.
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from flask import Response, send_file

LONGEST = 100  # characters of a name, its ending among them
UNSAFE = str.maketrans(dict.fromkeys('"\\?%', "_"))


def attachment(data: bytes, kind: str, name: str, usual: str, endings: Sequence[str] = ("",)) -> Response:
    """The bytes of a file as an answer; a name with none of these endings gives way to the usual one."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(char for char in last if char.isprintable())[-LONGEST:]
    if not kept or not kept.lower().endswith(tuple(endings)):
        kept = usual
    said = Response(data, content_type=kind)
    said.headers["Content-Disposition"] = disposition(kept)
    return said


def attached(file: Path, kind: str, name: str) -> Response:
    """A file on disk as an answer, sent piece by piece; it may be removed meanwhile."""
    said = send_file(file, mimetype=kind, conditional=False, etag=False)
    said.headers["Content-Type"] = kind
    said.headers["Content-Disposition"] = disposition(name[-LONGEST:])
    del said.headers["Last-Modified"]
    said.headers.pop("Cache-Control", None)
    return said


def disposition(name: str) -> str:
    """What says that an answer is to be saved, and under which name."""
    bare = name.encode("ascii", "replace").decode().translate(UNSAFE)
    return f"attachment; filename=\"{bare}\"; filename*=UTF-8''{quote(name, safe='')}"
