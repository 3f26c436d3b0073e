"""Jobs as a program has them: over HTTP, from a service in a process of its own."""

import json
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

BOUNDARY = "----a-boundary-that-no-file-has"
PATIENCE = 120.0  # seconds until a test that waits for what should come gives up
UNDER_WAY = ("queued", "running")


class Jobs:
    """The jobs of one service."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host, self.port = str(parts.hostname), parts.port

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        """The answer to a request, whole."""
        sent = dict(headers or {})
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        line = HTTPConnection(self.host, self.port or 80, timeout=PATIENCE)
        line.request(method, path, body, sent)
        answer = line.getresponse()
        data = answer.read()
        line.close()
        return answer, data

    def said(self, method: str, path: str, body: Any = None, *, status: int = 200) -> dict[str, Any]:
        """The JSON of an answer, which has this status."""
        answer, data = self.ask(method, path, body)
        assert answer.status == status, data
        said: dict[str, Any] = json.loads(data)
        return said

    def hand_in(self, file: bytes, name: str = "cities.csv", *, status: int = 201, **fields: str) -> dict[str, Any]:
        """The job that a form with this file makes."""
        headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        answer, data = self.ask("POST", "/bulk", form(file, name, **fields), headers)
        assert answer.status == status, data
        said: dict[str, Any] = json.loads(data)
        return said

    def job(self, job: str) -> dict[str, Any]:
        """A job as it stands."""
        return self.said("GET", f"/bulk/{job}")

    def ended(self, job: str) -> dict[str, Any]:
        """A job when nobody works on it any more."""
        return self.until(job, lambda one: one["state"] not in UNDER_WAY)

    def until(self, job: str, true: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """A job when this is true of it."""
        return eventually(lambda: self.job(job), true)

    def fetch(self, job: str, file: str = "result") -> bytes:
        """A file of a job."""
        answer, data = self.ask("GET", f"/bulk/{job}/{file}")
        assert answer.status == 200, data
        return data


def form(file: bytes, name: str, **fields: str) -> bytes:
    """A form with a file, as curl sends it."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n'.encode()
        for key, text in fields.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return b"".join(parts) + head + file + f"\r\n--{BOUNDARY}--\r\n".encode()


def eventually(look: Callable[[], Any], true: Callable[[Any], bool]) -> Any:
    """What is seen when this is true of it, which must come."""
    until = time.monotonic() + PATIENCE
    while True:
        seen = look()
        if true(seen):
            return seen
        assert time.monotonic() < until, f"still {seen}"
        time.sleep(0.05)


def consumer_of(server: int) -> psutil.Process:
    """The process that works on the jobs of a server."""

    def look() -> list[psutil.Process]:
        return [one for one in psutil.Process(server).children() if "service.bulk" in one.cmdline()]

    found: list[psutil.Process] = eventually(look, bool)
    return found[0]


def left_of(home: Path) -> list[str]:
    """What there is of jobs in a home, by name."""
    return sorted(path.name for path in (home / "bulk" / "jobs").glob("*"))


def many(rows: int, per_name: int = 24) -> bytes:
    """A file of so many rows, with new names all through."""
    names = ("Bakhmout", "Tchernihiv", "Харків", "Selenskyj", "Beni")
    lines = [f"{names[row % 5]} {row // per_name},{row}\n" for row in range(rows)]
    return ("city,n\n" + "".join(lines)).encode()
