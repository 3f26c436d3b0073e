"""A gunicorn worker whose own refusals are problems too, and whose log repeats no address.

gunicorn answers what it cannot parse (a line too long, a broken header) before the application
sees it, in HTML, and logs the request line, in which a name may stand. And it closes on a client whose body was
refused half read, who may then never see why.
"""

import socket
import time
from collections.abc import Mapping
from types import FrameType
from typing import Any

import orjson
from gunicorn import util  # type: ignore[import-untyped]
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

from service.bulk.events import LEAVING
from service.errors import MEDIA_TYPE, SORTS, problem
from service.headers import KEEP_NOTHING, POLICY

REFUSED: Mapping[type[Exception], tuple[str, str | None]] = {
    LimitRequestLine: ("address-too-long", None),
    LimitRequestHeaders: ("bad-request", "The request's headers are too large."),
    ParseException: ("bad-request", None),
}
UNREAD_MOST = 64 * 2**20  # bytes of a refused body that are read for its client's sake
UNREAD_LONGEST = 10.0  # seconds


class Worker(ThreadWorker):  # type: ignore[misc]
    """Threads that wait for slow clients; the gazetteer is lent to one of them at a time."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End when told to, and streams of events at once: their clients come back to the next worker."""
        LEAVING.set()
        super().handle_exit(sig, frame)

    def handle_request(self, req: Any, conn: Any) -> bool:
        """Answer a request; what it left unread of the body is read after the answer, so that the answer arrives.

        A connection closed with bytes unread is reset, and a client that sends all before it listens loses the answer.
        """
        kept = super().handle_request(req, conn)
        read = conn.parser.finish_body(deadline=time.monotonic() + UNREAD_LONGEST, max_bytes=UNREAD_MOST)
        return bool(kept and read)

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer a request that never reached the application."""
        sort, detail = next(
            (REFUSED[kin] for kin in type(exc).__mro__ if kin in REFUSED),
            ("internal-error", None),
        )
        self.log.warning("Refused a request: %s", type(exc).__name__)
        body = orjson.dumps(problem(sort, detail))
        headers = {
            "Connection": "close",
            "Content-Type": MEDIA_TYPE,
            "Content-Length": str(len(body)),
            "Cache-Control": KEEP_NOTHING,
            **POLICY,
        }
        head = f"HTTP/1.1 {SORTS[sort].status} {SORTS[sort].title}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        try:
            util.write_nonblock(client, head.encode("ascii") + b"\r\n" + body)
        except OSError:
            self.log.debug("The client has gone.")
