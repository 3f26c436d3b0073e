"""The desk in a browser: paste, decide, take back, copy, save; by mouse, touch and keys; nothing is ever lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 780}
COPY = "Shells fell on Bakhmout. Selenskyj spoke in Kyiv.\n\nThe road to Bakhmout is open, and Tchernihiv is quiet."
RIGHT = "Shells fell on Bakhmut. Zelenskyy spoke in Kyiv.\n\nThe road to Bakhmut is open, and Chernihiv is quiet."
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@dataclass
class Watch:
    """What a page must not do, and what it may in this test."""

    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    allowed: str = "$^"


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, desk: str, watch: Watch) -> Iterator[Page]:
    """The desk in a browser that was never there; it must not complain, nor ask any other host."""
    phone = request.param is PHONE
    context = chromium.new_context(viewport=request.param, base_url=desk, has_touch=phone, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    watched(page, watch)
    page.goto("/")
    expect(page.locator(".card").first).to_be_visible()
    yield page
    for judged in judgements(page):
        page.context.request.delete(f"/judgements/{judged['id']}")
    context.close()
    assert [said for said in watch.complaints if not re.search(watch.allowed, said)] == []
    assert watch.asked
    assert [url for url in watch.asked if not url.startswith((desk, f"blob:{desk}"))] == []


def judgements(page: Page) -> list[dict[str, Any]]:
    return list(page.context.request.get("/judgements").json()["judgements"])


def watched(page: Page, watch: Watch) -> None:
    page.on("console", lambda said: watch.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    page.on("request", lambda sent: watch.asked.append(sent.url))


def paste(page: Page, text: str) -> None:
    page.locator(".cm-content").focus()
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          const pasted = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
          document.querySelector(".cm-content").dispatchEvent(pasted);
        }""",
        text,
    )


def text_of(page: Page) -> str:
    """The text as it is copied, which is all of it, also what is not on the screen."""
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#said")).to_have_text("Copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def card(page: Page, text: str) -> Locator:
    return page.locator(".card").filter(has=page.locator(".becomes", has_text=text))


def marks(page: Page, text: str) -> Locator:
    return page.locator(".cm-content .name").filter(has_text=text)


def pasted(page: Page) -> None:
    paste(page, COPY)
    expect(marks(page, "Bakhmout")).to_have_count(2)
    expect(marks(page, "Tchernihiv")).to_have_count(1)


def test_a_first_visit_shows_what_it_does(page: Page) -> None:
    expect(page.locator("#sample-note")).to_be_visible()
    expect(card(page, "Bakhmut").locator(".change").first).to_have_text("Bakhmout ×4 → Bakhmut")
    page.get_by_role("button", name="Start empty").click()
    expect(page.locator(".card")).to_have_count(0)
    page.get_by_role("button", name="Try a sample").click()
    expect(card(page, "Bakhmut")).to_have_count(1)


def test_pasting_over_the_sample_replaces_it_and_marks_the_names(page: Page) -> None:
    pasted(page)
    assert text_of(page) == COPY
    expect(page.locator("#sample-note")).to_be_hidden()
    expect(marks(page, "Bakhmout").first).to_have_class(re.compile("house_style"))
    expect(marks(page, "Kyiv")).to_have_count(0)
    lines = page.evaluate(
        "[...document.querySelectorAll('.cm-content .name')].map(one => getComputedStyle(one).textDecorationStyle)"
    )
    assert set(lines) <= {"dotted", "wavy"}
    expect(page.locator("#count")).to_contain_text("4 names to look at")


def test_a_card_says_why_how_sure_and_where(page: Page) -> None:
    pasted(page)
    opened = card(page, "Bakhmut")
    expect(opened.locator(".why")).to_contain_text("is how French writes")
    expect(opened.locator(".sure")).to_have_text(re.compile(r"^[A-Z][a-z ]+, [0-9]+%$"))
    expect(opened.get_by_role("img", name=re.compile("Map: Bakhmut"))).to_be_visible()
    land = opened.locator("use.land").first
    assert land.evaluate("one => one.getBBox().width") > 100
    # Chernihiv and Kyiv are in the text too, and are on the map.
    expect(opened.locator("circle.dot")).to_have_count(3)
    expect(opened.locator(".who a")).to_have_attribute("href", "/gazetteer/geonames-713174")


def test_one_entity_is_accepted_and_that_is_undone_and_redone(page: Page) -> None:
    pasted(page)
    card(page, "Bakhmut").get_by_role("button", name="Accept", exact=True).click()
    expect(card(page, "Bakhmut")).to_have_count(0)
    assert text_of(page) == COPY.replace("Bakhmout", "Bakhmut")
    page.get_by_role("button", name="Undo").click()
    assert text_of(page) == COPY
    expect(marks(page, "Bakhmout")).to_have_count(2)
    page.get_by_role("button", name="Redo").click()
    assert text_of(page) == COPY.replace("Bakhmout", "Bakhmut")


def test_one_occurrence_is_accepted_beside_the_name_itself(page: Page) -> None:
    pasted(page)
    marks(page, "Bakhmout").last.click()
    page.get_by_role("button", name="Write Bakhmut").click()
    expect(marks(page, "Bakhmout")).to_have_count(1)
    assert text_of(page) == COPY.replace("road to Bakhmout", "road to Bakhmut")


def test_all_are_accepted_at_once_and_compared(page: Page) -> None:
    pasted(page)
    page.get_by_role("button", name="Accept all").click()
    expect(page.locator("#count")).to_have_text("No name to look at.")
    assert text_of(page) == RIGHT
    page.get_by_role("button", name="Changes").click()
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
    expect(page.locator("#said")).to_contain_text("Selenskyj is kept")
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
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert text_of(page) == COPY.replace("on Bakhmout", "on Bakhmut").replace("Tchernihiv", "Chernihiv")


def test_the_text_is_left_by_the_tab_key(page: Page) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.cm-content')")


def test_another_style_is_another_advice(page: Page) -> None:
    paste(page, "Volodymyr Zelenski spoke.")
    expect(card(page, "Zelenskyy")).to_have_count(1)
    page.get_by_label("House style").select_option("nyt")
    expect(card(page, "Zelensky").locator(".becomes")).to_have_text("Volodymyr Zelensky")


def test_a_source_language_is_guessed_and_can_be_told(page: Page) -> None:
    pasted(page)
    expect(page.get_by_label("Translated from").locator("option").first).to_contain_text("Guessed: ")
    with page.expect_request("**/check") as sent:
        page.get_by_label("Translated from").select_option("fr")
    assert sent.value.post_data_json["source_language"] == "fr"


def test_a_reload_keeps_text_settings_and_decisions(page: Page) -> None:
    pasted(page)
    page.get_by_label("House style").select_option("ap")
    card(page, "Chernihiv").locator(".card-name").click()
    page.get_by_role("button", name="Keep Tchernihiv in this text").click()
    page.reload()
    expect(marks(page, "Bakhmout")).to_have_count(2)
    expect(marks(page, "Tchernihiv")).to_have_count(0)
    expect(page.get_by_label("House style")).to_have_value("ap")
    assert text_of(page) == COPY


def test_two_tabs_keep_to_themselves(page: Page, watch: Watch) -> None:
    pasted(page)
    other = page.context.new_page()
    watched(other, watch)
    other.goto("/")
    page.wait_for_timeout(800)
    other.locator(".cm-content").focus()
    paste(other, "Another text of Bakhmout.")
    expect(marks(other, "Bakhmout")).to_have_count(1)
    other.reload()
    page.reload()
    expect(marks(other, "Bakhmout")).to_have_count(1)
    expect(marks(page, "Bakhmout")).to_have_count(2)


def test_a_text_of_a_tab_that_was_closed_is_offered(page: Page, watch: Watch) -> None:
    pasted(page)
    page.wait_for_timeout(800)
    other = page.context.new_page()
    watched(other, watch)
    page.close()
    other.goto("/")
    other.get_by_role("button", name="Bring back your last text").click()
    expect(marks(other, "Bakhmout")).to_have_count(2)


def test_clearing_forgets_and_can_be_undone(page: Page) -> None:
    pasted(page)
    page.wait_for_timeout(800)
    page.get_by_role("button", name="Clear").click()
    page.wait_for_timeout(800)
    assert "Bakhmout" not in page.evaluate("JSON.stringify(localStorage)")
    page.get_by_role("button", name="Undo").click()
    expect(marks(page, "Bakhmout")).to_have_count(2)


def test_a_file_comes_back_in_its_format_and_with_its_line_endings(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_bytes(b"# Bakhmout\r\n\r\n`Bakhmout` in code\r\n")
    page.locator("#file").set_input_files(story)
    expect(page.get_by_label("Written as")).to_have_value("markdown")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    page.get_by_role("button", name="Accept all").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download").click()
    assert saved.value.suggested_filename == "story-checked.md"
    assert Path(saved.value.path()).read_bytes() == b"# Bakhmut\r\n\r\n`Bakhmout` in code\r\n"


@pytest.mark.parametrize("onto", [".cm-content", "#names"])
def test_a_file_is_dropped_on_the_page(page: Page, onto: str) -> None:
    page.evaluate(
        """onto => {
          const data = new DataTransfer();
          data.items.add(new File(["<p>Bakhmout &amp; Kyiv</p>"], "story.html", {type: "text/html"}));
          const dropped = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
          document.querySelector(onto).dispatchEvent(dropped);
        }""",
        onto,
    )
    expect(marks(page, "Bakhmout")).to_have_count(1)
    expect(page.get_by_label("Written as")).to_have_value("html")
    expect(page.locator("#file-name")).to_have_text("story.html")


FILES = [("broken.docx", b"no Word file"), ("photo.jpg", b"\xff\xd8"), ("latin.txt", "Mikolaïv".encode("latin-1"))]


@pytest.mark.parametrize(("name", "content"), FILES)
def test_a_file_that_cannot_be_read_is_said_and_changes_nothing(
    page: Page, watch: Watch, tmp_path: Path, name: str, content: bytes
) -> None:
    watch.allowed = "Failed to load resource.*(40[045]|41[35]|422)"
    pasted(page)
    (tmp_path / name).write_bytes(content)
    page.locator("#file").set_input_files(tmp_path / name)
    expect(page.locator("#said")).not_to_have_text(re.compile("^(Opening .*)?$"))
    assert text_of(page) == COPY


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
    expect(page.locator("#checked")).to_have_text("Checked.")
    assert text_of(page) == COPY


def test_what_is_typed_while_a_check_runs_is_kept_and_the_marks_stand_right(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/check", lambda route: waiting.append(route))
    paste(page, COPY)
    page.wait_for_timeout(300)
    page.keyboard.press("Control+Home")
    page.keyboard.type("Yesterday 👍 ")
    assert waiting
    waiting[0].continue_()
    expect(marks(page, "Bakhmout")).to_have_count(2)
    page.unroute("**/check")
    page.keyboard.type("at dawn, ")
    expect(page.locator("#checked")).to_have_text("Checked.")
    expect(marks(page, "Bakhmout")).to_have_count(2)
    assert text_of(page) == "Yesterday 👍 at dawn, " + COPY


def test_not_this_one_holds_in_this_text_and_the_next_and_is_taken_back(page: Page) -> None:
    pasted(page)
    with page.expect_response("**/judgements") as told:
        page.get_by_role("button", name="Bakhmout does not mean Bakhmut").click()
    assert told.value.status == 201
    assert told.value.request.post_data_json["context"] == "Shells fell on Bakhmout."
    expect(card(page, "Bakhmut")).to_have_count(0)
    page.get_by_role("button", name="Clear").click()
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
    page.get_by_role("button", name="Leave this one Bakhmout alone").click()
    expect(marks(page, "Bakhmout")).to_have_count(1)
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    with page.expect_request("**/check") as sent:
        page.keyboard.type("Now: ")
    assert sent.value.post_data_json["ignore"] == [[20, 28]]
    expect(page.locator("#checked")).to_have_text("Checked.")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    expect(marks(page, "Bakhmout")).to_have_count(2)


def test_each_line_has_the_direction_of_its_script(page: Page) -> None:
    paste(page, "القاهرة تتحدث عن Bakhmout\nCairo speaks of Bakhmout")
    expect(marks(page, "Bakhmout")).to_have_count(2)
    ways = page.evaluate("[...document.querySelectorAll('.cm-line')].map(one => getComputedStyle(one).direction)")
    assert ways == ["rtl", "ltr"]


def test_a_hundred_thousand_characters_stay_editable(page: Page) -> None:
    page.evaluate(
        "window.tasks = []; new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration)))"
        ".observe({entryTypes: ['longtask']})"
    )
    whole = (COPY + "\n\n") * (100_000 // len(COPY))
    paste(page, whole)
    expect(page.locator("#count")).to_contain_text("names to look at", timeout=20_000)
    page.keyboard.press("Control+Home")
    page.keyboard.type("Typed. ")
    assert text_of(page) == "Typed. " + whole
    print(f"{len(whole):,} characters: longest task {max(page.evaluate('tasks'), default=0):.0f} ms")


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
    assert violations(page) == []
    page.get_by_role("button", name="Accept all").click()
    page.get_by_role("button", name="Changes").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keys").click()
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


def test_the_marks_come_soon(page: Page) -> None:
    article = (COPY + "\n\n") * (4_000 // len(COPY))
    paste(page, article)
    expect(page.locator("#checked")).to_have_text("Checked.")
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
