"""Addresses: every way clients write an address of the protocol, as the one that is served.

Users are asked for a base address and each program appends something else, so ``/v2/v2/check``, ``//v2/check`` and
a slash at the end all come. One part may stand before: a proxy's prefix, or the id of the house style that is wanted.
"""

from typing import Any

PREFIX = "gazetteer.prefix"  # of the request's environment: the part that stood before /v2
ROOT = "v2"


def straighten(environ: dict[str, Any]) -> dict[str, Any]:
    """The environment of a request with its path as ``/v2/...``, if it is one of the protocol.

    >>> [straighten({"PATH_INFO": path})["PATH_INFO"] for path in ("/lt/v2/v2/check/", "/check", "//v2/words/add")]
    ['/v2/check', '/check', '/v2/words/add']
    """
    parts = [part for part in environ.get("PATH_INFO", "").split("/") if part]
    if ROOT not in parts[:2]:
        return environ
    prefix = None if parts[0] == ROOT else parts.pop(0)
    while parts and parts[0] == ROOT:
        parts.pop(0)
    return {**environ, "PATH_INFO": "/".join(("", ROOT, *(parts or [""]))), PREFIX: prefix}
