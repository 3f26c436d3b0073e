"""Static files packed for the way: gzip for whoever takes it, once for each version of a file.

Answers are never packed: what was asked and what a page holds of it could be told from the length.
"""

import gzip
from functools import lru_cache

from flask import Response, request

KINDS = {"text/css", "text/javascript", "application/javascript", "image/svg+xml", "text/plain"}
LEAST = 1_000  # bytes; less is not worth it
FILES = 32


def packed(answer: Response) -> Response:
    """A static file's answer, packed where the client takes it."""
    if request.endpoint != "pages.static" or answer.mimetype not in KINDS:
        return answer
    answer.vary.add("Accept-Encoding")
    tag, _ = answer.get_etag()
    if answer.status_code != 200 or tag is None or not request.accept_encodings["gzip"]:
        return answer
    answer.direct_passthrough = False
    whole = answer.get_data()
    if len(whole) < LEAST:
        return answer
    answer.set_data(_gzip(tag, whole))
    answer.set_etag(tag, weak=True)
    answer.headers["Content-Encoding"] = "gzip"
    return answer


@lru_cache(FILES)
def _gzip(_tag: str, whole: bytes) -> bytes:
    return gzip.compress(whole, mtime=0)
