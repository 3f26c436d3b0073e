"""The web server: gunicorn, set up by the program instead of by a file or arguments.

Each worker process opens the gazetteer for itself before it takes its first request, and
shares the pages of the mapped index with the others. No access log is kept.
"""

import sys
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]

from gazetteer.errors import GazetteerNotReady
from service import create_app
from service.arbiter import House
from service.config import WORKERS_USUAL
from service.database import gazetteer
from service.worker import Worker

HOST_USUAL = "127.0.0.1"
THREADS = 12  # of a worker; one computes, the others wait for clients to send or read, some for jobs (bulk.events)
SECONDS_MOST = 60  # for one request; a batch of 1,000 names takes a few
SECONDS_TO_LEAVE = 20  # for requests under way when the server is told to stop
LINE_MOST = 8190  # bytes of a request line, the most gunicorn bounds


class Server(BaseApplication):  # type: ignore[misc]
    """The service under gunicorn."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the settings as given."""
        for key, value in self.options.items():
            self.cfg.set(key, value)

    def run(self) -> None:
        """Serve until told to stop."""
        House(self).run()

    def load(self) -> Flask:
        """The application, made in the worker and with the gazetteer open where there is one."""
        app = create_app()
        with app.app_context():
            try:
                with gazetteer():
                    pass
            except GazetteerNotReady as not_yet:
                # Not an end: /readyz says the same, and the next request tries again.
                print(f"Not ready: {not_yet}", file=sys.stderr, flush=True)
        return app


def run(host: str = HOST_USUAL, port: int = 8000, workers: int = WORKERS_USUAL) -> None:
    """Serve until told to stop, and say where."""
    Server(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            "worker_class": Worker,
            "threads": THREADS,
            "preload_app": False,
            "timeout": SECONDS_MOST,
            "graceful_timeout": SECONDS_TO_LEAVE,
            "limit_request_line": LINE_MOST,
            "loglevel": "warning",
            "proc_name": "gazetteer",
            "control_socket_disable": True,
            "when_ready": _say_where,
        }
    ).run()


def _say_where(arbiter: Arbiter) -> None:
    for listener in arbiter.LISTENERS:
        host, port = listener.sock.getsockname()[:2]
        print(f"Listening on http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)
