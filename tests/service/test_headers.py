"""Every answer, of whatever sort, carries the headers that keep it to itself."""

import pytest
from flask.testing import FlaskClient

PATHS = [
    "/",
    "/?name=Bakhmout",
    "/?name=",
    "/normalize?name=Bakhmout",
    "/normalize",
    "/styles",
    "/healthz",
    "/readyz",
    "/openapi.json",
    "/docs",
    "/credits",
    "/nowhere",
    "/static/pages.css",
]
KEPT = {"/openapi.json", "/static/pages.css"}


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
