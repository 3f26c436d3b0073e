"""A page of another site in a real browser, as the browser add-on asks; and requests as other programs write them."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.service.test_server import send

CHECK = """async ([url, kind]) => {
    const body = new URLSearchParams({language: "en-US", text: "🙂 in Kiev"});
    const answer = await fetch(url, {method: "POST", body, headers: {"Content-Type": kind}});
    const match = (await answer.json()).matches[0];
    return "🙂 in Kiev".substring(match.offset, match.offset + match.length);
}"""
REACH = "async url => { try { await fetch(url); return true; } catch { return false; } }"
FORM = b"language=en-US&text=in%20Kiev"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""


@pytest.fixture
def elsewhere(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of another site."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Another site</title>")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    page = chromium.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json"])
def test_a_page_of_another_site_may_have_a_text_checked(elsewhere: Page, served: str, kind: str) -> None:
    assert elsewhere.evaluate(CHECK, [f"{served}/v2/check", kind]) == "Kiev"


@pytest.mark.browser
def test_it_may_read_nothing_else(elsewhere: Page, served: str) -> None:
    assert elsewhere.evaluate(REACH, f"{served}/v2/languages") is True
    assert elsewhere.evaluate(REACH, f"{served}/normalize?name=Kiev") is False


def test_java_asks_for_a_newer_protocol_and_is_answered_in_this(served: str) -> None:
    head = (
        b"POST //v2/check HTTP/1.1\r\nHost: localhost\r\nConnection: close, Upgrade, HTTP2-Settings\r\n"
        b"HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\nUpgrade: h2c\r\n"
        b"User-Agent: Java-http-client/17\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(FORM)
    )
    answered, said = send(served, head + FORM)
    assert answered.startswith(b"HTTP/1.1 200")
    assert [match["offset"] for match in said["matches"]] == [3]


def test_a_body_in_chunks_is_a_form_too(served: str) -> None:
    head = b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    answered, said = send(served, head + b"%x\r\n%b\r\n0\r\n\r\n" % (len(FORM), FORM))
    assert answered.startswith(b"HTTP/1.1 200")
    assert len(said["matches"]) == 1
