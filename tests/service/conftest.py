"""The service in front of the small seeded world: in the process, behind a port, in a browser."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright

from service import create_app
from tests.conftest import copy_world

ROOT = Path(__file__).parents[2]
SECONDS_TO_STOP = 20
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def app(world: Path) -> Flask:
    """The application, with the gazetteer open from the first test to the last."""
    return create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """What a program sees."""
    return app.test_client()


@pytest.fixture
def unready(tmp_path: Path) -> FlaskClient:
    """A service whose gazetteer nobody has set up."""
    return create_app({"GAZETTEER_HOME": str(tmp_path), "DATABASE_URL": ""}).test_client()


@pytest.fixture(scope="session")
def served(world: Path) -> Iterator[str]:
    """The address of the service behind its own web server, on a port the system chose."""
    with serving(world) as address:
        yield address


@pytest.fixture(scope="session")
def desk(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same for tests that tell the service what was decided: a gazetteer of their own."""
    home = tmp_path_factory.mktemp("desk")
    copy_world(world, home)
    with serving(home) as address:
        yield address


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The service of a home behind its own web server, until it is left."""
    server = subprocess.Popen(
        [sys.executable, "-c", "from service.server import run; run(port=0, workers=1)"],
        cwd=ROOT,
        env={**os.environ, "GAZETTEER_HOME": str(home), "DATABASE_URL": ""},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    said = server.stdout.readline()
    address = re.fullmatch(r"Listening on (http://127\.0\.0\.1:[0-9]+)\n", said)
    assert address, said
    yield address[1]
    server.send_signal(signal.SIGTERM)
    assert server.wait(SECONDS_TO_STOP) == 0
    server.stdout.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(path).exists():
        pytest.fail(f"no Chromium at {path}; set CHROMIUM, or install Debian's package")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
