"""Every answer, of whatever sort, carries the headers that keep it to itself."""

import gzip
import re

import pytest
from flask.testing import FlaskClient

PATHS = [
    "/",
    "/?name=Bakhmout",
    "/look-up",
    "/look-up?name=Bakhmout",
    "/look-up?name=",
    "/gazetteer/geonames-713174",
    "/gazetteer/nowhere-1",
    "/normalize?name=Bakhmout",
    "/normalize",
    "/styles",
    "/healthz",
    "/readyz",
    "/transliterate",
    "/transliterate?text=Київ",
    "/transliterate?text=",
    "/openapi.json",
    "/docs",
    "/credits",
    "/nowhere",
    "/static/pages.css",
    "/static/desk.js",
]
KEPT = {"/openapi.json", "/static/pages.css", "/static/desk.js"}


@pytest.mark.parametrize("path", PATHS)
def test_the_headers_are_there(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == ("no-cache" if path in KEPT else "no-store")
    assert headers["Content-Type"]
    assert "Set-Cookie" not in headers


def test_the_desk_may_add_styles_by_a_word_that_is_another_each_time(client: FlaskClient) -> None:
    words = set()
    for _ in range(2):
        answer = client.get("/")
        word = re.search(r"style-src 'self' 'nonce-([\w-]+)'", answer.headers["Content-Security-Policy"])
        assert word
        assert f'nonce="{word[1]}"' in answer.text
        words.add(word[1])
    assert len(words) == 2
    assert "nonce" not in client.get("/docs").headers["Content-Security-Policy"]


def test_a_static_file_is_packed_for_whoever_takes_it(client: FlaskClient) -> None:
    plain = client.get("/static/desk.js")
    packed = client.get("/static/desk.js", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert {plain.headers["Vary"], packed.headers["Vary"]} == {"Accept-Encoding"}
    assert gzip.decompress(packed.data) == plain.data
    again = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}
    assert client.get("/static/desk.js", headers=again).status_code == 304


def test_an_answer_is_never_packed(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/styles", headers={"Accept-Encoding": "gzip"}).headers


def test_the_first_page_comes_in_less_than_300_kilobytes(client: FlaskClient) -> None:
    page = client.get("/")
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)
    assert "/static/desk.js" in loaded
    parts = [client.get(path, headers={"Accept-Encoding": "gzip"}).data for path in set(loaded)]
    assert len(page.data) + sum(map(len, parts)) < 300_000
