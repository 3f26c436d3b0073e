"""What an editor decides of names: by mouse, touch and keys; here, in this text, in every text."""

import pytest
from playwright.sync_api import Page, expect

from tests.service.desk.handling import COPY, RIGHT, card, judgements, marks, paste, pasted, press, said, text_of

pytestmark = pytest.mark.browser


def test_one_entity_is_accepted_and_that_is_undone_and_redone(page: Page) -> None:
    pasted(page)
    card(page, "Bakhmut").get_by_role("button", name="Accept both").click()
    expect(card(page, "Bakhmut")).to_have_count(0)
    assert text_of(page) == COPY.replace("Bakhmout", "Bakhmut")
    press(page, "Undo")
    assert text_of(page) == COPY
    expect(marks(page, "Bakhmout")).to_have_count(2)
    press(page, "Redo")
    assert text_of(page) == COPY.replace("Bakhmout", "Bakhmut")


def test_one_occurrence_is_accepted_beside_the_name_itself(page: Page) -> None:
    pasted(page)
    marks(page, "Bakhmout").last.click()
    press(page, "Write Bakhmut here")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    assert text_of(page) == COPY.replace("road to Bakhmout", "road to Bakhmut")


def test_all_are_accepted_at_once_and_compared(page: Page) -> None:
    pasted(page)
    press(page, "Accept all")
    expect(page.locator("#count")).to_have_text("No name left to look at.")
    assert text_of(page) == RIGHT
    press(page, "Changes")
    dialog = page.get_by_role("dialog", name="Before and after")
    expect(dialog.locator("del")).to_have_text(["Bakhmout", "Selenskyj", "Bakhmout", "Tchernihiv"])
    expect(dialog.locator("ins")).to_have_text(["Bakhmut", "Zelenskyy", "Bakhmut", "Chernihiv"])
    dialog.get_by_role("button", name="Close").click()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+z")
    assert text_of(page) == COPY


def test_keys_are_enough(page: Page) -> None:
    pasted(page)
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    expect(page.locator(".current-name")).to_have_text("Bakhmout")
    page.keyboard.press("Alt+Enter")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+x")
    expect(said(page)).to_have_text("Selenskyj is kept in this text. Undo takes it back.")
    page.keyboard.press("Escape")
    focused = page.locator(".card-name:focus")
    expect(focused).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    expect(focused).to_contain_text("Chernihiv")
    page.keyboard.press("a")
    expect(card(page, "Chernihiv")).to_have_count(0)
    expect(focused).to_contain_text("Bakhmut")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
    assert text_of(page) == COPY.replace("on Bakhmout", "on Bakhmut").replace("Tchernihiv", "Chernihiv")


def test_after_a_name_was_accepted_by_keys_the_card_of_the_next_is_open(screen: Page) -> None:
    pasted(screen)
    screen.keyboard.press("Control+Home")
    screen.keyboard.press("F8")
    screen.keyboard.press("F8")
    screen.keyboard.press("Alt+Enter")
    expect(screen.locator(".card.open .becomes")).to_have_text("Chernihiv")


def test_a_name_that_stands_once_is_kept_in_the_text_and_not_only_here(page: Page) -> None:
    paste(page, "Shells fell on Bakhmout.")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    expect(card(page, "Bakhmut").get_by_role("button", name="Keep in this text")).to_be_visible()
    expect(card(page, "Bakhmut").get_by_role("button", name="Keep only here")).to_have_count(0)


def test_the_text_is_left_by_the_tab_key(page: Page) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.cm-content')")


def test_not_this_one_holds_in_this_text_and_the_next_and_is_taken_back(page: Page) -> None:
    pasted(page)
    with page.expect_response("**/judgements") as told:
        card(page, "Bakhmut").get_by_role("button", name="Always means something else").click()
    assert told.value.status == 201
    assert told.value.request.post_data_json["context"] == "Shells fell on Bakhmout."
    expect(card(page, "Bakhmut")).to_have_count(0)
    press(page, "Clear")
    paste(page, "Back in Bakhmout and Tchernihiv.")
    expect(marks(page, "Tchernihiv")).to_have_count(1)
    expect(marks(page, "Bakhmout")).to_have_count(0)
    page.locator("#left summary").click()
    page.get_by_role("button", name="Look at Bakhmout again").click()
    expect(marks(page, "Bakhmout")).to_have_count(1)
    assert [(one["action"], one["undone"]) for one in judgements(page)][:1] == [("not-this", True)]


def test_what_holds_can_be_taken_back_from_another_visit(page: Page) -> None:
    page.context.request.post("/judgements", data={"name": "Bakhmout", "action": "ignore"})
    page.reload()
    paste(page, COPY)
    expect(marks(page, "Tchernihiv")).to_have_count(1)
    expect(marks(page, "Bakhmout")).to_have_count(0)
    page.locator("#left summary").click()
    page.get_by_role("button", name="Look at Bakhmout again").click()
    expect(marks(page, "Bakhmout")).to_have_count(2)


def test_ignoring_here_leaves_the_others_and_is_undone(page: Page) -> None:
    pasted(page)
    card(page, "Bakhmut").get_by_role("button", name="Keep only here").click()
    expect(marks(page, "Bakhmout")).to_have_count(1)
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    with page.expect_request("**/check") as sent:
        page.keyboard.type("Now: ")
    assert sent.value.post_data_json["ignore"] == [[20, 28]]
    expect(page.locator("#checked")).to_contain_text("Checked: ")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    press(page, "Undo")
    press(page, "Undo")
    expect(marks(page, "Bakhmout")).to_have_count(2)


REACH = [
    ("Keep only here", "Bakhmout is kept in this one place.", 1, "reject"),
    ("Keep in this text", "Bakhmout is kept in this text.", 0, "reject"),
    ("Keep in every text", "Bakhmout is kept in every text from now on.", 0, "ignore"),
    ("Always means something else", "Bakhmout does not mean Bakhmut, from now on in every text.", 0, "not-this"),
]


@pytest.mark.parametrize(("label", "says", "marked", "action"), REACH)
def test_each_way_to_leave_a_name_says_how_far_it_reaches(
    page: Page, label: str, says: str, marked: int, action: str
) -> None:
    pasted(page)
    with page.expect_request("**/judgements") as told:
        card(page, "Bakhmut").get_by_role("button", name=label).click()
    assert told.value.post_data_json["action"] == action
    expect(said(page)).to_have_text(f"{says} Undo takes it back.")
    expect(marks(page, "Bakhmout")).to_have_count(marked)
    press(page, "Undo")
    expect(said(page)).to_have_text(f"Undone: {says[:-1]}. Redo does it again.")
    expect(marks(page, "Bakhmout")).to_have_count(2)


def test_the_small_box_offers_what_the_card_offers(page: Page) -> None:
    pasted(page)
    marks(page, "Bakhmout").first.click()
    box = page.locator(".box")
    expect(box.locator(".box-row").first.get_by_role("button")).to_have_text(
        ["Write Bakhmut here", "Keep in this text", "More"]
    )
    box.get_by_role("button", name="More").click()
    labels = [label for label, *_ in REACH]
    for label in labels:
        expect(box.get_by_role("button", name=label)).to_be_visible()
        expect(card(page, "Bakhmut").get_by_role("button", name=label)).to_be_visible()
    box.get_by_role("button", name="Write it in both places").click()
    expect(marks(page, "Bakhmout")).to_have_count(0)


def test_the_button_of_a_card_says_how_many_places_it_changes(page: Page) -> None:
    pasted(page)
    expect(page.locator(".card-head [data-control=accept]")).to_have_text(["Accept both", "Accept", "Accept"])
    paste(page, " Bakhmout!")
    expect(marks(page, "Bakhmout")).to_have_count(3)
    card(page, "Bakhmut").get_by_role("button", name="Accept all 3").click()
    expect(said(page)).to_have_text(
        "Bakhmout changed in 3 places. Undo takes all back; press one in the text for that one."
    )


def test_a_double_click_decides_about_one_card(page: Page) -> None:
    paste(page, "Tchernihiv is quiet, and the road to Bakhmout is open.")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    card(page, "Chernihiv").get_by_role("button", name="Accept").dblclick()
    expect(card(page, "Chernihiv")).to_have_count(0)
    assert text_of(page) == "Chernihiv is quiet, and the road to Bakhmout is open."
