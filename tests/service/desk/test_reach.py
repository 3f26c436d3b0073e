"""The desk is in everybody's reach: by ear, in the dark, on the narrowest screen, on a phone."""

import re
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from tests.service.desk.handling import (
    card,
    marks,
    pasted,
    press,
    said,
)

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 200) == (scheme == "dark")
    assert violations(page) == []
    pasted(page)
    marks(page, "Bakhmout").first.click()
    press(page, "More")
    assert violations(page) == []
    press(page, "Accept all")
    press(page, "Changes")
    assert violations(page) == []
    page.keyboard.press("Escape")
    press(page, "Help")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/look-up?name=Bakhmout", "/gazetteer/geonames-713174", "/docs", "/credits"])
def test_nor_on_the_other_pages(page: Page, path: str) -> None:
    page.goto(path)
    assert violations(page) == []


def test_nothing_is_cut_off_at_the_narrowest(page: Page) -> None:
    pasted(page)
    page.set_viewport_size({"width": 360, "height": 640})
    marks(page, "Bakhmout").first.click()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_on_a_phone_the_answer_stays_where_it_was_tapped(phone: Page) -> None:
    tapped = card(phone, "Chernihiv").locator(".card-name")
    press(phone, "Names")
    tapped.scroll_into_view_if_needed()
    top = "one => Math.round(one.getBoundingClientRect().top)"
    before = tapped.evaluate(top)
    tapped.tap()
    expect(card(phone, "Chernihiv").locator(".why")).to_be_in_viewport()
    assert abs(tapped.evaluate(top) - before) <= 1


def test_on_a_phone_the_small_box_says_why_and_how_sure(phone: Page) -> None:
    pasted(phone)
    phone.evaluate("document.activeElement.blur()")
    marks(phone, "Bakhmout").first.tap()
    expect(phone.locator(".box-why")).to_contain_text("is how French writes")
    expect(phone.locator(".box-sure")).to_have_text(re.compile("^[0-9]+% sure that the town is meant"))
    # And no keyboard comes up over it.
    assert not phone.evaluate("document.activeElement.matches('.cm-content')")


def test_on_a_phone_the_last_message_and_undo_stay_in_sight_and_cover_nothing(phone: Page) -> None:
    pasted(phone)
    phone.evaluate("scrollTo(0, 1e6)")
    card(phone, "Chernihiv").get_by_role("button", name="Accept").tap()
    expect(said(phone)).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Undo")).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Accept all", exact=True)).to_be_in_viewport()
    phone.evaluate("scrollTo(0, 1e6)")
    last = phone.locator("footer a").last.evaluate("one => one.getBoundingClientRect().bottom")
    assert last < phone.locator("#status").evaluate("one => one.getBoundingClientRect().top")


def test_on_a_phone_one_button_leads_to_the_names_and_back(phone: Page) -> None:
    press(phone, "Names")
    expect(phone.locator("#names-title")).to_be_in_viewport()
    expect(phone.locator(".cm-line").first).not_to_be_in_viewport()
    press(phone, "Text")
    expect(phone.locator(".cm-line").first).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Names", exact=True)).to_be_visible()


def test_on_a_phone_what_is_chosen_can_be_read(phone: Page) -> None:
    phone.set_viewport_size({"width": 360, "height": 640})
    for name in ("House style", "Translated from", "Format"):
        wide = phone.get_by_label(name).evaluate(
            """one => {
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = getComputedStyle(one).font;
              return one.clientWidth - pen.measureText(one.selectedOptions[0].text).width;
            }"""
        )
        assert wide > 20, name


def test_help_explains_marks_and_buttons_and_keys_where_there_are_keys(page: Page) -> None:
    press(page, "Help")
    help_ = page.get_by_role("dialog", name="Help")
    for title in ("The marks", "The percentage", "The buttons"):
        expect(help_.get_by_role("heading", name=title)).to_be_visible()
    touch = page.evaluate("matchMedia('(hover: none)').matches")
    expect(help_.get_by_role("heading", name="Keys in the text")).to_be_visible(visible=not touch)
