"""The service in front of the small seeded world: in the process, behind a port, in a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, expect, sync_playwright

from service import create_app
from tests.conftest import copy_world
from tests.serving import serving

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

# How long a page is waited for in milliseconds: a machine that does much else is slower, and no less right.
PATIENCE = 20_000


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(path).exists():
        pytest.fail(f"no Chromium at {path}; set CHROMIUM, or install Debian's package")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
