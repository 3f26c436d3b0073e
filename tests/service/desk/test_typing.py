"""Typing over what is selected: the text is what was typed, in whatever way the keyboard gives it."""

from playwright.sync_api import Page, expect

from tests.service.desk.handling import marks, paste, press, text_of

# What begins with a mark: a browser that types over it by itself would keep how the mark looks.
COPY = "Bakhmout held.\n\nThe road to Tchernihiv is open."


def pasted(page: Page) -> None:
    paste(page, COPY)
    expect(marks(page, "Bakhmout")).to_have_count(1)
    expect(marks(page, "Tchernihiv")).to_have_count(1)


def select_all(page: Page) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+a")


def test_a_letter_takes_the_place_of_all(page: Page) -> None:
    pasted(page)
    select_all(page)
    page.keyboard.type("Kiev fell")
    assert text_of(page) == "Kiev fell"


def test_a_keyboard_that_gives_whole_lines_does_as_well(page: Page) -> None:
    pasted(page)
    select_all(page)
    page.keyboard.insert_text("Kiev fell.\n\nBakhmout too.")
    assert text_of(page) == "Kiev fell.\n\nBakhmout too."


def test_what_was_typed_over_comes_back(page: Page) -> None:
    pasted(page)
    select_all(page)
    page.keyboard.type("x")
    press(page, "Undo")
    assert text_of(page) == COPY
