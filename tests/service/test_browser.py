"""The look-up in a browser: on a desk and on a phone, by keyboard, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 780}
SMALL = {"width": 360, "height": 640}
STATES = [
    "/look-up",
    "/look-up?name=Bakhmout&language=fr",
    "/look-up?name=Balakliia",
    "/look-up?name=Xqzzt",
    "/gazetteer/geonames-713174",
    "/docs",
    "/credits",
]
KEYS_MOST = 12


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, served: str) -> Iterator[Page]:
    """A page that must not complain, nor ask any other host."""
    context = chromium.new_context(viewport=request.param, base_url=served)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda sent: asked.append(sent.url))
    yield page
    context.close()
    assert complaints == []
    assert asked
    assert [url for url in asked if not url.startswith(served)] == []


def tab_to(page: Page, selector: str) -> None:
    for _ in range(KEYS_MOST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by the keyboard")


def test_a_name_is_asked_and_an_example_followed(page: Page) -> None:
    page.goto("/look-up")
    page.get_by_role("link", name="Bakhmout").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bakhmut")
    page.get_by_label("A name, in any spelling or script").fill("Pékin")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beijing")
    # What was left blank is left out of the address.
    assert page.url.endswith("/look-up?name=P%C3%A9kin")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/look-up")
    tab_to(page, "#name")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.type("Balakliia")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    tab_to(page, "#kind")
    page.keyboard.type("place")
    tab_to(page, "#near")
    page.keyboard.type("50.0,33.5")
    page.keyboard.press("Enter")
    page.wait_for_url("**/look-up?name=Balakliia**")
    assert page.get_by_role("heading", level=1).inner_text() == "Balakliia"
    assert page.locator('a[href="https://www.geonames.org/712925"]').count() == 1


def test_a_namesake_is_chosen(page: Page) -> None:
    page.goto("/look-up?name=Balakliia")
    page.locator("a.choice").last.click()
    expect(page.locator("a.choice[aria-current]")).to_have_count(1)


@pytest.mark.parametrize("path", STATES)
def test_nothing_is_cut_off(page: Page, path: str) -> None:
    page.goto(path)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    page.set_viewport_size(SMALL)
    assert page.evaluate(wide) == 0


def test_it_works_without_scripts(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto("/look-up")
    page.get_by_label("A name, in any spelling or script").fill("Bakhmout")
    page.keyboard.press("Enter")
    page.wait_for_url("**/look-up?name=Bakhmout**")
    assert page.locator("h1").inner_text() == "Bakhmut"
    context.close()


# The least ratio of light to dark that readable text has (WCAG 2.2, 1.4.3), for every piece of text.
CONTRAST = """() => {
  const parse = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own && !element.matches("input, select")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${element.tagName} ${element.className} ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(chromium: Browser, served: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme=scheme, base_url=served)
    page = context.new_page()
    for path in [*STATES, "/look-up?name=&style=ap"]:
        page.goto(path)
        assert page.evaluate(CONTRAST) == [], path
    context.close()
