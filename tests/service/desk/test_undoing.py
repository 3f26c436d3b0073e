"""Undo and redo: from anywhere, said as they are done, and one name by itself."""

import pytest
from playwright.sync_api import Page, expect

from tests.service.desk.handling import (
    COPY,
    RIGHT,
    card,
    changed,
    judgements,
    marks,
    paste,
    pasted,
    press,
    said,
    text_of,
)

pytestmark = pytest.mark.browser


def test_clearing_forgets_and_can_be_undone(page: Page) -> None:
    pasted(page)
    page.wait_for_timeout(800)
    press(page, "Clear")
    page.wait_for_timeout(800)
    assert "Bakhmout" not in page.evaluate("JSON.stringify(localStorage)")
    press(page, "Undo")
    expect(marks(page, "Bakhmout")).to_have_count(2)


def test_keys_undo_and_redo_from_anywhere_and_what_they_did_is_said(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    expect(said(page)).to_have_text(
        "3 names changed in 4 places. Undo takes all back; press one in the text for that one."
    )
    page.keyboard.press("Control+z")
    expect(said(page)).to_have_text("Undone: 3 names changed in 4 places. Redo does it again.")
    assert text_of(page) == COPY
    page.keyboard.press("Control+y")
    expect(said(page)).to_have_text("Done again: 3 names changed in 4 places. Undo takes it back.")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+Shift+Z")
    assert text_of(page) == RIGHT


WITH_CAPS_LOCK = """key => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {
  ...key, keyCode: key.code.charCodeAt(3), ctrlKey: true, bubbles: true, cancelable: true,
}))"""


@pytest.mark.parametrize("where", [".cm-content", ".card-name"])
def test_redo_is_redo_with_caps_lock_and_on_a_keyboard_of_other_letters(page: Page, where: str) -> None:
    pasted(page)
    card(page, "Chernihiv").get_by_role("button", name="Accept").click()
    right = COPY.replace("Tchernihiv", "Chernihiv")
    for key in ("z", "я"):
        page.locator(where).first.focus()
        page.evaluate(WITH_CAPS_LOCK, {"key": key.upper(), "code": "KeyZ"})
        assert text_of(page) == COPY
        page.locator(where).first.focus()
        page.evaluate(WITH_CAPS_LOCK, {"key": key, "code": "KeyZ", "shiftKey": True})
        assert text_of(page) == right


def test_a_field_one_types_into_keeps_its_own_undo(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    page.get_by_label("Look up a name").focus()
    page.keyboard.type("Kiev")
    page.keyboard.press("Control+z")
    assert text_of(page) == RIGHT


def test_what_was_said_goes_when_one_types_on(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" On")
    expect(said(page)).to_have_text("")


def test_undo_and_redo_are_offered_where_there_is_something(page: Page) -> None:
    undo, redo = (page.get_by_role("button", name=name) for name in ("Undo", "Redo"))
    expect(undo).to_be_disabled()
    expect(redo).to_be_disabled()
    pasted(page)
    expect(undo).to_be_enabled()
    undo.click()
    expect(marks(page, "Kiev")).not_to_have_count(0)
    expect(redo).to_be_enabled()


def test_a_paste_over_everything_is_undone_and_the_cursor_stands_at_its_end(page: Page) -> None:
    pasted(page)
    card(page, "Chernihiv").locator(".card-name").click()
    card(page, "Chernihiv").get_by_role("button", name="Keep in this text").click()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+a")
    paste(page, "Back in Tchernihiv")
    # What was kept in the text before is marked in this one.
    expect(marks(page, "Tchernihiv")).to_have_count(1)
    page.keyboard.type(", today.")
    assert text_of(page) == "Back in Tchernihiv, today."
    press(page, "Undo")
    press(page, "Undo")
    assert text_of(page) == COPY
    expect(marks(page, "Bakhmout")).to_have_count(2)
    expect(marks(page, "Tchernihiv")).to_have_count(0)


def test_undoing_a_cleared_text_brings_its_changes_back(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    press(page, "Clear")
    expect(page.get_by_role("button", name="Changes")).to_be_disabled()
    page.keyboard.press("Control+z")
    expect(said(page)).to_have_text("Undone: the text cleared. Redo does it again.")
    press(page, "Changes")
    expect(page.locator("#comparison ins")).to_have_text(["Bakhmut", "Zelenskyy", "Bakhmut", "Chernihiv"])


def test_one_of_many_changes_is_put_back_in_the_text(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    changed(page, "Bakhmut").last.click()
    press(page, "Put back Bakhmout")
    expect(said(page)).to_have_text("Bakhmout is put back. Undo takes it back.")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    # The other place is still accepted.
    assert [one["action"] for one in judgements(page) if one["name"] == "Bakhmout" and not one["undone"]] == ["accept"]
    assert text_of(page) == RIGHT.replace("road to Bakhmut", "road to Bakhmout")
    press(page, "Undo")
    expect(said(page)).to_have_text("Bakhmut stands again in place of Bakhmout. Redo puts Bakhmout back.")
    assert text_of(page) == RIGHT
    expect(changed(page, "Bakhmut")).to_have_count(2)


def test_a_change_is_put_back_by_keys_in_the_text_and_among_the_changes(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    for _ in "Shells fell on Ba":
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+b")
    expect(changed(page, "Bakhmut")).to_have_count(1)
    press(page, "Changes")
    page.get_by_role("button", name="Put back Tchernihiv").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#comparison ins")).to_have_text(["Zelenskyy", "Bakhmut"])
    page.keyboard.press("Escape")
    assert text_of(page) == COPY.replace("Selenskyj", "Zelenskyy").replace("road to Bakhmout", "road to Bakhmut")


def test_before_and_after_a_comma_stays_with_the_name_it_follows(page: Page) -> None:
    paste(page, "In Bakhmout, they spoke.")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    press(page, "Accept all")
    press(page, "Changes")
    expect(page.locator("#comparison .unbroken")).to_have_text("Bakhmut ,")
    expect(page.locator("#comparison li")).to_have_text("In Bakhmout Bakhmut , they spoke.")


def test_what_puts_a_change_back_is_small_and_large_enough_for_a_finger(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    press(page, "Changes")
    expect(page.locator(".put-back")).to_have_count(4)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.put-back')].map(one => one.getBoundingClientRect())"
        ".flatMap(({width, height}) => [width, height])"
    )
    assert all(24 <= size <= 32 for size in sizes)
    page.get_by_role("button", name="Put back Tchernihiv").click()
    expect(page.locator("#comparison ins")).to_have_text(["Bakhmut", "Zelenskyy", "Bakhmut"])
