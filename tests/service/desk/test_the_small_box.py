"""The small box of a name: it comes where one presses, goes when one presses elsewhere, and covers nothing else."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.service.desk.handling import card, changed, kept, marks, paste, pasted, press, said, text_of

pytestmark = pytest.mark.browser

ELSEWHERE = {
    "a plain word of the text": (".cm-line", {"x": 30, "y": 12}),
    "the blank part of the text": (".cm-content", None),
    "the legend": (".legend", {"x": 4, "y": 4}),
    "the map": (".card.open .map", {"x": 60, "y": 60}),
    "the page": (".top", {"x": 4, "y": 4}),
}


def box(page: Page) -> Locator:
    return page.locator(".box")


def edges(one: Locator) -> tuple[float, float]:
    """The top and the bottom of it, in the window."""
    top, bottom = one.evaluate("one => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]")
    return top, bottom


def opened(page: Page, name: str = "Bakhmout") -> Locator:
    marks(page, name).last.click()
    expect(box(page)).to_be_in_viewport()  # the editor keeps a new one far outside until it has measured it
    return box(page)


@pytest.mark.parametrize("where", ELSEWHERE)
def test_a_press_anywhere_else_closes_it(page: Page, where: str) -> None:
    paste(page, "Shells fell on Bakhmout, and so they went on.\n\n\nThere.")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    opened(page)
    selector, position = ELSEWHERE[where]
    place = page.locator(selector).first
    place.scroll_into_view_if_needed()
    if position is None:  # at the right end of a line that is blank
        edges = page.locator(".cm-line").nth(1).bounding_box()
        assert edges
        page.mouse.click(edges["x"] + edges["width"] - 20, edges["y"] + edges["height"] / 2)
    else:
        place.click(position=position)  # type: ignore[arg-type]
    expect(box(page)).to_have_count(0)
    assert text_of(page) == "Shells fell on Bakhmout, and so they went on.\n\n\nThere."


def test_another_name_moves_it_there_and_the_same_name_closes_it(page: Page) -> None:
    pasted(page)
    opened(page, "Tchernihiv")
    marks(page, "Selenskyj").click()
    expect(box(page)).to_have_count(1)
    expect(box(page).get_by_role("button", name="Write Zelenskyy here")).to_be_visible()
    marks(page, "Selenskyj").click()
    expect(box(page)).to_have_count(0)


def test_what_one_does_elsewhere_closes_it(page: Page) -> None:
    pasted(page)
    opened(page)
    press(page, "Copy")
    expect(said(page)).to_contain_text("Copied.")
    expect(box(page)).to_have_count(0)


def test_esc_closes_it_after_more(page: Page) -> None:
    pasted(page)
    opened(page).get_by_role("button", name="More").click()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)


def test_esc_closes_it_after_help_was_opened_and_closed(page: Page) -> None:
    pasted(page)
    opened(page).get_by_role("button", name="More").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
    expect(box(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)


def test_after_esc_one_is_in_the_text_again(screen: Page) -> None:
    pasted(screen)
    opened(screen).get_by_role("button", name="More").click()
    screen.keyboard.press("Escape")
    assert screen.evaluate("document.activeElement.matches('.cm-content')")


def test_on_a_phone_it_has_a_button_that_closes_it(phone: Page) -> None:
    pasted(phone)
    marks(phone, "Selenskyj").tap()
    box(phone).get_by_role("button", name="Close").tap()
    expect(box(phone)).to_have_count(0)


def test_more_has_other_forms_and_who_else_may_be_meant(phone: Page) -> None:
    paste(phone, "Volodymyr Selenskyj spoke in Bakhmout.")
    expect(marks(phone, "Bakhmout")).to_have_count(1)
    marks(phone, "Volodymyr Selenskyj").tap()
    box(phone).get_by_role("button", name="More").tap()
    box(phone).get_by_role("button", name="Zelenskyy surname only").tap()
    assert text_of(phone) == "Zelenskyy spoke in Bakhmout."
    marks(phone, "Bakhmout").tap()
    box(phone).get_by_role("button", name="More").tap()
    expect(box(phone).locator(".runner")).to_contain_text("By the name alone it could also be ")


@pytest.mark.parametrize("height", [844, 640, 480])
def test_on_a_phone_it_covers_neither_its_name_nor_the_tools_and_scrolls_inside_itself(
    phone: Page, height: int
) -> None:
    phone.set_viewport_size({"width": 360, "height": height})
    paste(phone, "\n".join(["One more line.", "Volodymyr Selenskyj spoke.", *["And so on."] * 20, "To Bakhmout"]))
    expect(marks(phone, "Bakhmout")).to_have_count(1)
    for name in ("Volodymyr Selenskyj", "Bakhmout"):
        marks(phone, name).tap()
        box(phone).get_by_role("button", name="More").tap()
        top, bottom = edges(phone.locator("#sheet"))
        above, below = edges(phone.locator(".current-name"))
        assert 0 <= above < below <= top
        assert height / 4 < top < bottom <= edges(phone.locator("#status .at-hand"))[0]
        last = box(phone).get_by_role("button").last
        last.scroll_into_view_if_needed()
        assert edges(last)[1] <= bottom
        phone.keyboard.press("Escape")


def test_a_kept_name_has_a_trace_at_which_it_is_looked_at_again(page: Page) -> None:
    pasted(page)
    marks(page, "Bakhmout").first.click()
    box(page).get_by_role("button", name="Keep in this text").click()
    expect(kept(page, "Bakhmout")).to_have_count(2)
    kept(page, "Bakhmout").last.click()
    expect(box(page)).to_contain_text("Bakhmout is kept in this text.")
    box(page).get_by_role("button", name="Look again").click()
    expect(marks(page, "Bakhmout")).to_have_count(2)
    expect(kept(page, "Bakhmout")).to_have_count(0)
    press(page, "Undo")
    expect(kept(page, "Bakhmout")).to_have_count(2)


def test_the_legend_explains_the_marks_that_are_there(page: Page) -> None:
    pasted(page)
    legend = page.locator(".legend")
    line, ground, grey = (legend.get_by_text(text) for text in ("Blue dotted line", "Green ground", "Grey line"))
    expect(line).to_be_visible()
    expect(ground).to_be_hidden()
    card(page, "Chernihiv").locator(".card-name").click()
    card(page, "Chernihiv").get_by_role("button", name="Keep in this text").click()
    expect(grey).to_be_visible()
    press(page, "Accept all")
    expect(legend).to_contain_text("press it to put back what stood there")
    expect(ground).to_be_visible()
    expect(line).to_be_hidden()
    expect(changed(page, "Bakhmut")).to_have_count(2)
    press(page, "Undo")
    expect(ground).to_be_hidden()
