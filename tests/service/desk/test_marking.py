"""The names of a text: marked, listed, explained; while one types, and while the service fails."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.service.desk.handling import (
    COPY,
    Watch,
    card,
    marks,
    paste,
    pasted,
    press,
    text_of,
)

pytestmark = pytest.mark.browser


def test_a_first_visit_shows_what_it_does(page: Page) -> None:
    expect(page.locator("#sample-note")).to_be_visible()
    expect(card(page, "Bakhmut").locator(".change").first).to_have_text("Bakhmout ×4 → Bakhmut")
    press(page, "Start empty")
    expect(page.locator(".card")).to_have_count(0)
    press(page, "Try a sample")
    expect(card(page, "Bakhmut")).to_have_count(1)


def test_pasting_over_the_sample_replaces_it_and_marks_the_names(page: Page) -> None:
    pasted(page)
    assert text_of(page) == COPY
    expect(page.locator("#sample-note")).to_be_hidden()
    expect(marks(page, "Bakhmout").first).to_have_class(re.compile("house_style"))
    expect(marks(page, "Kyiv")).to_have_count(0)
    lines = page.evaluate(
        "[...document.querySelectorAll('.cm-content .stroke')].map(one => getComputedStyle(one).textDecorationStyle)"
    )
    assert set(lines) <= {"dotted", "wavy"}
    expect(page.locator("#count")).to_have_text("3 names, 4 mentions: 3 not house style.")


def test_a_card_says_why_how_sure_and_where(page: Page) -> None:
    pasted(page)
    opened = card(page, "Bakhmut")
    expect(opened.locator(".why")).to_contain_text("is how French writes")
    expect(opened.locator(".sure")).to_have_text(re.compile(r"^[0-9]+% sure that the town is meant\.$"))
    expect(opened.get_by_role("img", name=re.compile("Map: Bakhmut"))).to_be_visible()
    land = opened.locator("use.land").first
    assert land.evaluate("one => one.getBBox().width") > 100
    # Chernihiv and Kyiv are in the text too, and are on the map.
    expect(opened.locator("circle.dot")).to_have_count(3)
    expect(opened.locator("text.map-name")).to_contain_text(["Bakhmut"])
    assert opened.locator("use.borders").first.evaluate("one => one.getBBox().width") > 100
    expect(opened.locator(".who a")).to_have_attribute("href", "/gazetteer/geonames-713174")


def test_who_else_may_be_meant_is_said_without_a_second_percentage(page: Page) -> None:
    paste(page, "They spoke in Bakhmout.")
    expect(card(page, "Bakhmut").locator(".runner")).to_have_text(
        re.compile(r"^By the name alone it could also be .*\.$")
    )
    assert (card(page, "Bakhmut").text_content() or "").count("%") == 1


def test_another_style_is_another_advice(page: Page) -> None:
    paste(page, "Volodymyr Zelenski spoke.")
    expect(card(page, "Zelenskyy")).to_have_count(1)
    page.get_by_label("House style").select_option("nyt")
    expect(card(page, "Zelensky").locator(".becomes")).to_have_text("Volodymyr Zelensky")


# The first text that is not English opens the words of all languages, which takes longer where much else runs.
WORDS_OPENED = 30_000  # milliseconds


def test_a_text_in_another_language_is_checked_by_a_style_of_that_or_by_none(page: Page) -> None:
    paste(page, "Die Stadt Lviv liegt im Westen des Landes.")
    expect(card(page, "Lwiw")).to_have_count(1, timeout=WORDS_OPENED)
    expect(page.locator("#checked")).to_contain_text("House style, by the language of the text: German desk")
    paste(page, "La città di Bakhmout è nella parte orientale del paese.")
    expect(page.locator("#checked")).to_contain_text("No house style writes Italian")
    expect(marks(page, "Bakhmout")).to_have_count(0)


def test_a_source_language_is_guessed_and_can_be_told(page: Page) -> None:
    pasted(page)
    expect(page.get_by_label("Translated from").locator("option").first).to_contain_text("Guessed: ")
    with page.expect_request("**/check") as sent:
        page.get_by_label("Translated from").select_option("fr")
    assert sent.value.post_data_json["source_language"] == "fr"


def test_a_failed_request_is_said_and_tried_again(page: Page, watch: Watch) -> None:
    watch.allowed = "Failed to load resource"
    failures: list[Route] = []

    def fail_once(route: Route) -> None:
        failures.append(route)
        if len(failures) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/check", fail_once)
    paste(page, COPY)
    expect(page.locator("#checked")).to_contain_text("Your text is safe; trying again")
    expect(marks(page, "Bakhmout")).to_have_count(2)
    expect(page.locator("#checked")).to_contain_text("Checked: ")
    assert text_of(page) == COPY


def test_a_text_that_is_too_long_is_said_and_nothing_of_the_text_before(page: Page) -> None:
    pasted(page)
    expect(page.locator("#right")).to_have_count(1)
    page.keyboard.press("Control+a")
    paste(page, "Kiev is far.\n" * 16_000)
    expect(page.locator("#checked")).to_have_text(
        "Not checked: The text has 208,000 characters, and at most 200,000 can be checked at once. "
        "Check it part by part: paste the first part alone, then the next."
    )
    expect(page.locator("#count")).to_have_text("Not checked yet.")
    expect(page.locator("#right")).to_have_count(0)
    expect(page.locator("#again")).to_be_hidden()
    press(page, "Undo")
    expect(page.locator("#checked")).to_have_text("Checked: 3 names to look at.")
    expect(page.locator("#right")).to_have_count(1)


def test_while_the_service_does_not_answer_nothing_is_said_of_the_text_before(page: Page, watch: Watch) -> None:
    watch.allowed = "Failed to load resource"
    pasted(page)
    page.route("**/check", lambda route: route.abort())
    page.keyboard.press("Control+a")
    paste(page, "The road to Tchernihiv.")
    expect(page.get_by_role("button", name="Try now")).to_be_visible()
    expect(page.locator("#count")).to_have_text("Not checked yet.")
    expect(page.locator("#right")).to_have_count(0)
    page.unroute("**/check")
    press(page, "Try now")
    expect(page.locator("#count")).to_have_text("1 name: 1 not house style.")


def test_what_is_typed_while_a_check_runs_is_kept_and_the_marks_stand_right(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/check", lambda route: waiting.append(route))
    paste(page, COPY)
    page.wait_for_timeout(300)
    assert waiting
    answer = waiting[0].fetch()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Yesterday 👍 ")
    waiting[0].fulfill(response=answer)  # at once: after the next pause in typing it would be asked anew
    expect(marks(page, "Bakhmout")).to_have_count(2)
    page.unroute("**/check")
    page.keyboard.type("at dawn, ")
    expect(page.locator("#checked")).to_contain_text("Checked: ")
    expect(marks(page, "Bakhmout")).to_have_count(2)
    assert text_of(page) == "Yesterday 👍 at dawn, " + COPY


def test_each_line_has_the_direction_of_its_script(page: Page) -> None:
    paste(page, "القاهرة تتحدث عن Bakhmout\nCairo speaks of Bakhmout")
    expect(marks(page, "Bakhmout")).to_have_count(2)
    ways = page.evaluate("[...document.querySelectorAll('.cm-line')].map(one => getComputedStyle(one).direction)")
    assert ways == ["rtl", "ltr"]


DIRECTIONS = [
    ("בנימין נתניהו spoke of Bakhmout.", "ltr"),
    ("محمد بن سلمان said no.", "ltr"),
    ("שלום לכולם", "rtl"),
    ("קהיר מדברת על Bakhmout: https://example.org/a-long-address-of-many-letters", "rtl"),
    ("12–14", "ltr"),
]


def test_a_name_from_right_to_left_does_not_turn_a_line_of_the_copy_round(page: Page) -> None:
    paste(page, "\n".join(["Cairo speaks of Bakhmout, and so do all the others.", *(line for line, _ in DIRECTIONS)]))
    expect(marks(page, "Bakhmout")).to_have_count(3)
    ways = page.evaluate("[...document.querySelectorAll('.cm-line')].map(one => getComputedStyle(one).direction)")
    assert ways == ["ltr", *(way for _, way in DIRECTIONS)]
    press(page, "Accept all")
    press(page, "Changes")
    ways = page.evaluate("[...document.querySelectorAll('#comparison li')].map(one => getComputedStyle(one).direction)")
    assert ways == ["ltr", "ltr", "rtl"]


def test_what_is_of_no_writing_goes_the_way_of_the_text(page: Page) -> None:
    paste(page, "القاهرة تتحدث عن باخموت والناس\n2024\nBakhmout")
    expect(page.locator("#checked")).to_contain_text("No house style writes Arabic", timeout=WORDS_OPENED)
    ways = page.evaluate("[...document.querySelectorAll('.cm-line')].map(one => getComputedStyle(one).direction)")
    assert ways == ["rtl", "rtl", "ltr"]


def test_a_hundred_thousand_characters_stay_editable(page: Page) -> None:
    page.evaluate(
        "window.tasks = []; new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration)))"
        ".observe({entryTypes: ['longtask']})"
    )
    whole = (COPY + "\n\n") * (100_000 // len(COPY))
    paste(page, whole)
    expect(page.locator("#count")).to_contain_text("3 names, ", timeout=20_000)
    page.keyboard.press("Control+Home")
    page.keyboard.type("Typed. ")
    assert text_of(page) == "Typed. " + whole
    print(f"{len(whole):,} characters: longest task {max(page.evaluate('tasks'), default=0):.0f} ms")


def test_the_marks_come_soon(page: Page) -> None:
    article = (COPY + "\n\n") * (4_000 // len(COPY))
    paste(page, article)
    expect(page.locator("#checked")).to_contain_text("Checked: ")
    page.keyboard.press("Control+End")
    page.keyboard.type("And so to Bakhmout")
    took = page.evaluate(
        """() => new Promise(done => {
          const start = performance.now();
          const seen = () => document.querySelector(".cm-line:last-child .name");
          const look = () => seen() ? done(performance.now() - start) : requestAnimationFrame(look);
          look();
        })"""
    )
    print(f"{len(article):,} characters: underlined {took:.0f} ms after the last key")


def test_each_name_is_counted_once_and_its_places_beside(page: Page) -> None:
    pasted(page)
    expect(page.locator("#count")).to_have_text("3 names, 4 mentions: 3 not house style.")
    expect(page.locator("#checked")).to_have_text("Checked: 3 names to look at.")
    press(page, "Accept all")
    expect(page.locator("#checked")).to_have_text("Checked: nothing to look at.")


def test_what_a_place_is_does_not_say_its_name_again(page: Page) -> None:
    paste(page, "They spoke in Kiev.")
    expect(card(page, "Kyiv").locator(".who")).to_contain_text("city, Ukraine")
    expect(card(page, "Kyiv").locator(".who")).not_to_contain_text("Kyiv City")


def test_a_surname_offered_for_a_full_name_says_so(page: Page) -> None:
    paste(page, "Volodymyr Selenskyj spoke.")
    choices = card(page, "Zelenskyy").locator(".choices")
    expect(choices.get_by_role("button", name="Zelenskyy surname only")).to_be_visible()


def test_no_line_is_under_a_blank(page: Page) -> None:
    paste(page, "Volodymyr Selenskyj spoke.")
    expect(page.locator(".cm-content .stroke")).to_have_text(["Volodymyr", "Selenskyj"])
    expect(marks(page, "Volodymyr Selenskyj")).to_have_count(1)


def test_right_names_are_listed_as_the_text_has_them(page: Page) -> None:
    paste(page, "Zelenskyy spoke in Kyiv.")
    page.locator("#right summary").click()
    expect(page.locator("#right li")).to_contain_text(["Zelenskyy: Volodymyr Zelenskyy", "Kyiv"])


def test_a_card_starts_with_the_first_place_and_shows_no_steps_where_there_is_but_one(page: Page) -> None:
    pasted(page)
    card(page, "Bakhmut").get_by_role("button", name="The next one in the text").click()
    expect(card(page, "Bakhmut").locator(".place")).to_have_text("2 of 2")
    card(page, "Chernihiv").locator(".card-name").click()
    expect(card(page, "Chernihiv").locator(".place")).to_have_count(0)
    card(page, "Bakhmut").locator(".card-name").click()
    expect(card(page, "Bakhmut").locator(".place")).to_have_text("1 of 2")


def test_a_list_that_goes_on_below_says_so(screen: Page) -> None:
    screen.set_viewport_size({"width": 1280, "height": 620})
    pasted(screen)
    expect(screen.locator("#below")).to_have_text(re.compile("^[12] more below"))
    expect(screen.locator("#above")).to_have_text("")
    screen.locator("#names").evaluate("pane => pane.scrollTo(0, 1e6)")
    expect(screen.locator("#below")).to_have_text("")
    expect(screen.locator("#above")).to_have_text(re.compile("^[12] more above"))


def test_the_count_of_what_is_below_is_right_when_a_card_has_grown(screen: Page) -> None:
    screen.set_viewport_size({"width": 1280, "height": 700})
    paste(screen, "Bakhmout and Kiev, Tchernihiv and Varsovie, said Volodymyr Selenskyj.")
    expect(card(screen, "Bakhmut").locator(".runner")).to_be_visible()
    hidden = """() => {
      const end = document.querySelector("#below").getBoundingClientRect().top;
      const ends = [...document.querySelectorAll(".card-head")].map(one => one.getBoundingClientRect().bottom);
      return ends.filter(one => one > end + 1).length;
    }"""
    expect(screen.locator("#below")).to_have_text(f"{screen.evaluate(hidden)} more below ↓")


def test_a_small_box_stays_inside_the_text(screen: Page) -> None:
    paste(screen, "So they all went on, and after a long way, past Kramatorsk and a bit more, came back to Bakhmout")
    marks(screen, "Bakhmout").click()
    edges = """selector => {
      const {left, right} = document.querySelector(selector).getBoundingClientRect();
      return [left, right];
    }"""
    # The editor keeps a new box far outside until it has measured it.
    expect(screen.locator(".box")).to_be_in_viewport()
    left, right = screen.evaluate(edges, ".box")
    start, end = screen.evaluate(edges, ".cm-scroller")
    assert start < left < right < end


def test_a_card_that_is_pressed_while_an_answer_comes_is_opened(page: Page) -> None:
    pasted(page)
    name = card(page, "Chernihiv").locator(".card-name")
    name.scroll_into_view_if_needed()
    name.hover()
    page.mouse.down()
    page.locator("#checked").evaluate("checked => { checked.dataset.state = 'pressed'; }")
    page.locator("#style").evaluate("style => { style.value = 'bbc'; style.dispatchEvent(new Event('change')); }")
    expect(page.locator("#checked")).to_have_attribute("data-state", "done")
    page.mouse.up()
    expect(name).to_have_attribute("aria-expanded", "true")
    expect(card(page, "Zelensky").locator(".becomes")).to_have_text("Zelensky")


def test_no_hint_comes_over_what_is_pressed(screen: Page) -> None:
    screen.set_viewport_size({"width": 1280, "height": 1000})
    pasted(screen)
    expect(screen.locator("#below")).to_have_text("")
    card(screen, "Chernihiv").locator(".card-name").hover()
    screen.mouse.down()
    screen.locator(".card").first.evaluate("card => { card.style.paddingBlockEnd = '1000px'; }")
    screen.wait_for_timeout(300)
    expect(screen.locator("#below")).to_have_text("")
    screen.mouse.up()
    expect(screen.locator("#below")).to_have_text(re.compile("more below"))
