"""The desk in a browser that was never there, on a screen and on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.service.desk.handling import DESK, PHONE, Watch, judgements, watched


@pytest.fixture
def watch() -> Watch:
    return Watch()


# The first page that a worker answers opens the gazetteer, which takes longer while the machine does much else.
FIRST_ANSWER = 30_000  # milliseconds


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, desk: str, watch: Watch) -> Iterator[Page]:
    """The desk; it must not complain, nor ask any other host."""
    yield from visit(request.param is PHONE, chromium, desk, watch)


@pytest.fixture
def phone(chromium: Browser, desk: str, watch: Watch) -> Iterator[Page]:
    """The same on a phone alone."""
    yield from visit(True, chromium, desk, watch)


@pytest.fixture
def screen(chromium: Browser, desk: str, watch: Watch) -> Iterator[Page]:
    """The same on a screen alone."""
    yield from visit(False, chromium, desk, watch)


def visit(phone: bool, chromium: Browser, desk: str, watch: Watch) -> Iterator[Page]:
    context = chromium.new_context(
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        base_url=desk,
        has_touch=phone,
        is_mobile=phone,
        accept_downloads=True,
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    watched(page, watch)
    page.goto("/")
    expect(page.locator(".card").first).to_be_visible(timeout=FIRST_ANSWER)
    yield page
    for judged in judgements(page):
        page.context.request.delete(f"/judgements/{judged['id']}")
    context.close()
    assert [said for said in watch.complaints if not re.search(watch.allowed, said)] == []
    assert watch.asked
    assert [url for url in watch.asked if not url.startswith((desk, f"blob:{desk}"))] == []
