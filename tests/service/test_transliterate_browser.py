"""The page of names in Latin letters in a browser: typed, copied, passed on; on a desk and on a phone."""

import re
from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.service.desk.handling import DESK, PHONE, Watch, watched

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
SMALL = {"width": 360, "height": 640}
TEXT = "A name or a short text, in its own letters or in a Latin spelling"
KEYS_MOST = 20


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, served: str, watch: Watch) -> Iterator[Page]:
    """The page in a browser that was never there; it must not complain, nor ask any other host."""
    phone = request.param is PHONE
    context = chromium.new_context(viewport=request.param, base_url=served, has_touch=phone, is_mobile=phone)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    watched(page, watch)
    page.goto("/transliterate")
    yield page
    context.close()
    assert [said for said in watch.complaints if not re.search(watch.allowed, said)] == []
    assert [url for url in watch.asked if not url.startswith(served)] == []


def row(page: Page, system: str) -> Locator:
    """The row of a system."""
    return page.get_by_role("row").filter(has=page.locator(".system", has_text=re.compile(f"^{re.escape(system)}$")))


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks."""
    return parse_qs(urlsplit(page.url).query)


def tab_to(page: Page, selector: str) -> None:
    for _ in range(KEYS_MOST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by the keyboard")


def test_a_name_is_typed_its_forms_are_shown_one_is_copied_and_the_address_leads_back(page: Page) -> None:
    page.get_by_label(TEXT).press_sequentially("Чернігів")
    expect(row(page, "French press usage").locator(".form")).to_have_text("Tchernihiv")
    expect(row(page, "Ukrainian national system").locator(".form")).to_have_text("Chernihiv")
    expect(page.get_by_role("table", name="Published standards")).to_contain_text(
        "Cabinet of Ministers of Ukraine, 2010"
    )
    expect(page.get_by_role("table", name="Press usages")).to_contain_text("Tschernihiw")
    expect(page.locator(".summary")).to_contain_text(re.compile(r"Guessed: Ukrainian, [a-z ]+ \([0-9]+ in 100\)"))
    assert asked(page) == {"text": ["Чернігів"]}
    page.get_by_role("button", name="Copy Tchernihiv, French press usage").click()
    expect(page.get_by_role("status")).to_have_text("Copied: Tchernihiv")
    expect(page.get_by_role("button", name="Copied Tchernihiv, French press usage")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Tchernihiv"
    page.get_by_label("Its language").select_option(label="Ukrainian")
    expect(page.locator(".summary")).to_contain_text("Ukrainian, as you say.")
    page.get_by_label("Forms for readers of").select_option(label="French")
    expect(page.locator(".form")).to_have_text(["Tchernihiv"])
    assert asked(page) == {"text": ["Чернігів"], "language": ["uk"], "target": ["fr"]}
    page.reload()
    expect(page.locator(".form")).to_have_text(["Tchernihiv"])
    expect(page.get_by_label(TEXT)).to_have_value("Чернігів")
    expect(page.get_by_label("Its language")).to_have_value("uk")
    expect(page.get_by_label("Forms for readers of")).to_have_value("fr")
    expect(page.get_by_role("button", name="Copy Tchernihiv")).to_be_visible()
    anew = page.context.new_page()
    anew.goto(page.url)
    expect(anew.locator(".form")).to_have_text(["Tchernihiv"])
    expect(anew.get_by_label(TEXT)).to_have_value("Чернігів")


def test_capitals_are_kept_and_copied(page: Page) -> None:
    page.get_by_label("Its language").select_option("uk")
    page.get_by_label(TEXT).fill("ЩУКА Щука")
    page.get_by_role("button", name="Copy SHCHUKA Shchuka, Ukrainian national system", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Copied: SHCHUKA Shchuka")
    assert page.evaluate("navigator.clipboard.readText()") == "SHCHUKA Shchuka"


def test_a_recorded_name_is_copied_like_the_form_it_stands_beside(page: Page) -> None:
    page.get_by_label("Its language").select_option("uk")
    page.get_by_label(TEXT).fill("Київ")
    expect(page.locator(".known")).to_have_text("In the gazetteer: Kyiv, city, Ukraine")
    polish = row(page, "Polish transcription")
    expect(polish.locator(".form").first).to_have_text("Kyjiw")
    expect(polish.locator(".recorded")).to_contain_text("recorded:")
    polish.get_by_role("button", name="Copy Kijów, recorded name, Polish transcription").click()
    expect(page.get_by_role("status")).to_have_text("Copied: Kijów")
    assert page.evaluate("navigator.clipboard.readText()") == "Kijów"
    expect(row(page, "English press usage").locator(".recorded")).to_have_count(0)
    page.get_by_role("link", name="Kyiv", exact=True).click()
    page.wait_for_url("**/look-up?**")
    expect(page.locator("main")).to_contain_text("Kyiv")


def test_a_form_is_copied_where_a_page_may_not_write_to_the_clipboard(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.get_by_label(TEXT).fill("Чернігів")
    page.get_by_role("button", name="Copy Tschernihiw, German press usage").click()
    expect(page.get_by_role("status")).to_have_text("Copied: Tschernihiw")
    assert page.evaluate("navigator.clipboard.readText()") == "Tschernihiw"


def test_what_a_latin_spelling_stands_for_is_told_and_taken_to_the_other_systems(page: Page) -> None:
    page.get_by_label("Its language").select_option("uk")
    page.get_by_label("A Latin spelling is by").select_option(label="German press usage")
    page.get_by_label(TEXT).fill("Selenskyj")
    expect(page.locator(".why")).to_contain_text("Selenskyj, written by German press usage, stands for")
    expect(page.locator(".why")).to_contain_text("Зеленський")
    national = row(page, "Ukrainian national system")
    expect(national).to_contain_text("Not certain: it may also be")
    expect(national).to_contain_text("Zelenskyi")
    assert asked(page) == {"text": ["Selenskyj"], "language": ["uk"], "from": ["press-de"]}
    page.reload()
    expect(page.get_by_label("A Latin spelling is by")).to_have_value("press-de")
    expect(page.locator(".why")).to_contain_text("Зеленський")


def test_which_system_made_a_spelling_is_told_with_what_it_would_stand_for(page: Page) -> None:
    page.get_by_label(TEXT).fill("Tchernihiv")
    expect(page.get_by_role("heading", name="Which system made Tchernihiv?")).to_be_visible()
    first = page.locator(".makers li").first
    expect(first).to_contain_text("‘Tchernihiv’ is how French press usage writes Ukrainian Чернігів")
    first.get_by_role("link", name="Чернігів", exact=True).click()
    expect(row(page, "Ukrainian national system").locator(".form")).to_have_text("Chernihiv")
    expect(page.get_by_label(TEXT)).to_have_value("Чернігів")
    page.go_back()
    first.get_by_role("link", name="Take it to the other systems").click()
    expect(page.locator(".why")).to_contain_text("Tchernihiv, written by French press usage, stands for Чернігів")


def test_the_systems_to_choose_from_follow_the_language(page: Page) -> None:
    by = page.get_by_label("A Latin spelling is by")
    page.get_by_label(TEXT).fill("Tbilisi")
    page.get_by_label("Its language").select_option("ka")
    expect(by.locator("option", has_text="Georgian national system")).to_have_count(1)
    expect(by.locator("option", has_text="Ukrainian national system")).to_have_count(0)
    page.get_by_label("Its language").select_option("uk")
    expect(by.locator("option", has_text="Ukrainian national system").first).to_be_attached()


def test_what_is_wrong_is_said_and_gone_when_it_is_right(page: Page, watch: Watch) -> None:
    watch.allowed = "400"
    page.get_by_label("A Latin spelling is by").select_option("press-fr")
    page.get_by_label(TEXT).fill("Washington")
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("‘Washington’ is no spelling that")
    expect(page.get_by_label(TEXT)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("link", name="Which system made Washington?")).to_be_visible()
    page.get_by_label(TEXT).fill("Bakhmout")
    expect(page.locator(".form").first).to_have_text("Bakhmut")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)
    expect(page.get_by_label(TEXT)).not_to_have_attribute("aria-invalid", "true")


def test_a_service_that_does_not_answer_is_said_and_what_was_typed_stays(page: Page, watch: Watch) -> None:
    watch.allowed = "ERR_INTERNET_DISCONNECTED"
    page.context.set_offline(True)
    page.get_by_label(TEXT).fill("Чернігів")
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("The service does not answer")
    expect(page.get_by_label(TEXT)).to_have_value("Чернігів")
    page.context.set_offline(False)
    page.get_by_label(TEXT).press_sequentially(" ")
    expect(page.locator(".form").first).to_have_text("Chernihiv")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)


def test_a_text_too_long_for_an_address_is_refused_in_a_sentence(page: Page, watch: Watch) -> None:
    watch.allowed = "4[0-9][0-9]"
    page.get_by_label(TEXT).fill("Чернігів " * 300)
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("too long")
    page.get_by_label(TEXT).fill("Чернігів " * 100)
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("this page takes 800")


def test_the_last_question_holds_however_late_the_first_is_answered(page: Page) -> None:
    page.evaluate(
        """() => {
          const ask = window.fetch;
          let late = 1000;
          window.fetch = async (address, how) => {
            const wait = late;
            late = 0;
            const answer = await ask(address, {...how, signal: undefined});
            await new Promise((go) => window.setTimeout(go, wait));
            document.body.dataset.answered = Number(document.body.dataset.answered ?? 0) + 1;
            return answer;
          };
        }"""
    )
    with page.expect_request("**/transliterate?*"):
        page.get_by_label(TEXT).fill("Чернігів")
    page.get_by_label(TEXT).fill("Полтава")
    expect(page.locator("body")).to_have_attribute("data-answered", "2")
    expect(row(page, "Ukrainian national system").locator(".form")).to_have_text("Poltava")
    expect(page.locator("#answer")).not_to_have_attribute("aria-busy", "true")


def test_the_keyboard_is_enough(page: Page) -> None:
    tab_to(page, "#text")
    page.keyboard.type("Чернігів")
    expect(page.locator(".form").first).to_have_text("Chernihiv")
    tab_to(page, ".is button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied: Chernihiv")


def test_nothing_is_asked_while_a_word_is_composed(page: Page) -> None:
    compose = """([kind, text]) => {
      const field = document.querySelector("#text");
      field.value = text;
      if (kind === "end") field.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
      else field.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true}));
    }"""
    page.clock.install()
    page.evaluate(compose, ["input", "Черн"])
    page.clock.run_for(60_000)
    assert asked(page) == {}
    page.evaluate(compose, ["end", "Чернігів"])
    page.clock.run_for(60_000)
    expect(page.locator(".form").first).to_have_text("Chernihiv")


def test_a_name_from_right_to_left_keeps_to_itself(page: Page) -> None:
    page.get_by_label("Its language").select_option("uk")
    page.get_by_label(TEXT).fill("القاهرة")
    form = row(page, "Ukrainian national system").locator(".form")
    expect(form).to_have_text("القاهرة")
    direction = "one => getComputedStyle(one).direction"
    assert page.get_by_label(TEXT).evaluate("one => one.matches(':dir(rtl)')")
    assert form.evaluate(direction) == "rtl"
    assert row(page, "Ukrainian national system").locator(".system").evaluate(direction) == "ltr"
    left_as_they_are = row(page, "Ukrainian national system").locator(".lost bdi")
    expect(left_as_they_are.first).to_have_text("ا")
    boxes = [form.bounding_box(), row(page, "Ukrainian national system").get_by_role("button").bounding_box()]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    # The letters stand in the order of the sentence, each in its own isolate.
    places = [box["x"] for box in (one.bounding_box() for one in left_as_they_are.all()[:2]) if box]
    assert places == sorted(places)


def test_it_works_without_scripts(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto("/transliterate")
    page.get_by_label(TEXT).fill("Чернігів")
    page.get_by_role("button", name="Write it").click()
    page.wait_for_url("**/transliterate?text=**")
    expect(page.locator('.form[data-by="French press usage"]')).to_have_text("Tchernihiv")
    expect(page.get_by_role("button")).to_have_text(["Write it"])
    context.close()


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def is_too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


STATES = {
    "": "Write a name",
    "?text=Чернігів": "Published standards",
    "?text=Київ&language=uk": "recorded:",
    "?text=Володимир Зеленський&language=uk": "recorded:",
    "?text=Підозра&language=uk&target=fr": "Press usages",
    "?text=Selenskyj&from=press-de&language=uk": "stands for",
    "?text=Tchernihiv": "Which system made",
    "?text=Washington&from=press-fr": "is no spelling",
    "?text=القاهرة&language=uk": "left as they are",
    "?text=" + "Щ" * 300 + "&language=uk": "Published standards",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(page: Page, watch: Watch, scheme: str) -> None:
    watch.allowed = "400"
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    before = page.viewport_size
    assert before
    for path, shown in STATES.items():
        page.goto(f"/transliterate{path}")
        expect(page.locator("main")).to_contain_text(shown)
        for fold in page.locator("details").all()[:3]:
            fold.locator("summary").click()
        assert (violations(page), is_too_wide(page)) == ([], False), path
        page.set_viewport_size(SMALL)  # type: ignore[arg-type]
        assert not is_too_wide(page), path
        page.set_viewport_size(before)
