"""Upstream: a LanguageTool server of the newsroom's own, asked beside us so that one address serves a client.

Only the configured address is ever asked: no redirect is followed, no proxy of the environment is used. However it
behaves, nobody waits for it longer than ``SECONDS``.
"""

import time
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import BoundedSemaphore, Thread
from typing import Any
from urllib.parse import urlencode, urlsplit

import orjson

from service.languagetool.forms import Form, said
from service.languagetool.languages import AUTO

SECONDS = 5.0  # LibreOffice waits ten for the whole answer
UNDER_WAY_MOST = 16  # questions; past them it is as if it did not answer
ANSWER_MOST = 32 * 1024 * 1024  # bytes
HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
    "Accept": "application/json",
    "Connection": "close",
}

Match = Mapping[str, Any]


class UpstreamFailed(Exception):
    """The other server did not answer in time, or not in the protocol; the text names the sort of failure alone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other server found; ``language`` is None where it does not say."""

    matches: tuple[Match, ...]
    language: Mapping[str, Any] | None
    incomplete: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question under way."""

    future: "Future[Answer]"
    until: float

    def answer(self) -> Answer:
        """The answer, waited for as long as there is time.

        Raises:
            UpstreamFailed: there is none.
        """
        try:
            return self.future.result(max(self.until - time.monotonic(), 0.0))
        except TimeoutError:
            raise UpstreamFailed("no answer in time") from None


@dataclass(frozen=True, slots=True)
class Upstream:
    """A server by its address: with or without /v2, as clients' users write it too."""

    url: str
    seconds: float = SECONDS
    _free: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(UNDER_WAY_MOST))

    def ask(self, fields: Form) -> Asked:
        """Send the same form on, and go on with one's own work meanwhile."""
        until = time.monotonic() + self.seconds
        future: Future[Answer] = Future()
        if self._free.acquire(blocking=False):
            Thread(target=self._work, args=(fields, future, until), daemon=True).start()
        else:
            future.set_exception(UpstreamFailed("too many questions under way"))
        return Asked(future, until)

    def _work(self, fields: Form, future: "Future[Answer]", until: float) -> None:
        try:
            future.set_result(answer_of(self._fetch(fields, until)))
        except UpstreamFailed as failed:
            future.set_exception(failed)
        except (OSError, HTTPException, ValueError) as failed:
            # Not its text: an error of JSON repeats what it could not read.
            future.set_exception(UpstreamFailed(type(failed).__name__))
        finally:
            self._free.release()

    def _fetch(self, fields: Form, until: float) -> bytes:
        there = urlsplit(self.url)
        kind = HTTPSConnection if there.scheme == "https" else HTTPConnection
        connection = kind(there.hostname or "", there.port, timeout=self.seconds)
        base = there.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
        try:
            connection.request("POST", f"{base}/v2/check", urlencode(forwarded(fields)).encode("ascii"), HEADERS)
            response = connection.getresponse()
            if response.status != 200:
                raise UpstreamFailed(f"status {response.status}")
            return _read(response, until)
        finally:
            connection.close()


def forwarded(fields: Form) -> Form:
    """The form as LanguageTool takes it: it refuses variants where the language is given."""
    if said(fields, "language") == AUTO:
        return fields
    return {name: value for name, value in fields.items() if name != "preferredVariants"}


def answer_of(body: bytes) -> Answer:
    """The answer that a body of JSON holds.

    Raises:
        UpstreamFailed: it has another shape.
        ValueError: it is no JSON.
    """
    sent = orjson.loads(body)
    matches = sent.get("matches") if isinstance(sent, dict) else None
    if not isinstance(matches, list) or not all(_is_match(one) for one in matches):
        raise UpstreamFailed("an answer of another shape")
    warnings = sent.get("warnings")
    incomplete = bool(warnings.get("incompleteResults")) if isinstance(warnings, dict) else False
    language = sent.get("language")
    return Answer(tuple(matches), language if _is_language(language) else None, incomplete)


def _read(response: HTTPResponse, until: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(65536):
        chunks.append(chunk)
        size += len(chunk)
        if size > ANSWER_MOST or time.monotonic() > until:
            raise UpstreamFailed("an answer too long")
    return b"".join(chunks)


def _is_match(sent: object) -> bool:
    return isinstance(sent, dict) and all(type(sent.get(key)) is int and sent[key] >= 0 for key in ("offset", "length"))


def _is_language(sent: object) -> bool:
    """Whether it has what clients read without asking."""
    return (
        isinstance(sent, dict)
        and all(isinstance(sent.get(key), str) for key in ("name", "code"))
        and isinstance(sent.get("detectedLanguage"), dict)
        and isinstance(sent["detectedLanguage"].get("code"), str)
    )
