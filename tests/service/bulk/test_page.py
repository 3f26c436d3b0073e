"""The page of jobs in a browser, from the file that is dropped to the result that is fetched, wide and narrow."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.service.bulk.asking import Jobs

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 780}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PATIENCE = 90_000  # milliseconds for a job, which takes a few seconds
FILE = {
    "name": "міста.csv",
    "mimeType": "text/csv",
    "buffer": ("Місто;Країна;Рік\r\n" + "Бахмут;UA;2020\r\nЧернігів;UA;2021\r\nЗирзанагар;UA;2022\r\n" * 3).encode(
        "cp1251"
    ),
}


@dataclass
class Watch:
    """What the page must not do, and what it may in this test."""

    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    allowed: str = "$^"


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, bulk_address: str, watch: Watch) -> Iterator[Page]:
    """The page in a browser that was never there; it must not complain, nor ask any other host."""
    context = chromium.new_context(
        viewport=request.param, base_url=bulk_address, has_touch=request.param is PHONE, accept_downloads=True
    )
    page = context.new_page()
    page.on("console", lambda said: watch.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    page.on("request", lambda sent: watch.asked.append(sent.url))
    page.goto("/bulk")
    yield page
    context.close()
    assert [said for said in watch.complaints if not re.search(watch.allowed, said)] == []
    assert watch.asked
    assert [url for url in watch.asked if not url.startswith((bulk_address, f"blob:{bulk_address}"))] == []


def handed_in(page: Page, file: dict[str, object] = FILE) -> None:
    page.set_input_files("#file", file)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name="How it is read")).to_be_visible(timeout=PATIENCE)


def done(page: Page) -> None:
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#card")).not_to_be_empty(timeout=PATIENCE)


def test_how_large_a_file_may_be_is_said_in_round_numbers(page: Page) -> None:
    expect(page.locator(".drop")).to_contain_text("up to 20 MB.")


def test_the_whole_journey_from_a_file_to_its_result_with_what_a_person_decided(page: Page) -> None:
    handed_in(page)
    expect(page).to_have_url(re.compile(r"/bulk/[0-9a-f]{32}/view$"))
    expect(page.locator("#about-name")).to_have_text("міста.csv")
    expect(page.locator("#encoding option:checked")).to_have_text("Windows-1251 (Cyrillic) – guessed")
    expect(page.locator("#delimiter option:checked")).to_have_text("semicolon – guessed")
    expect(page.locator("#rows thead th")).to_have_text(["Місто", "Країна", "Рік"])
    expect(page.locator("#rows tbody tr").first.locator("td")).to_have_text(["Бахмут", "UA", "2020"])
    expect(page.get_by_label("The column of names")).to_have_value("Місто")
    page.get_by_text("What else is known").click()
    page.get_by_label("A column with the country").select_option("Країна")
    done(page)
    expect(page.locator("#done-said")).to_have_text("9 rows with 3 distinct names.")
    expect(page.get_by_role("img", name=re.compile("^Rows: known 67%, nobody known 33%"))).to_be_visible()
    expect(page.get_by_role("img", name="Map of 2 places")).to_be_visible()
    assert page.locator("#picture .land").first.evaluate("one => one.getBBox().width") > 100
    expect(page.locator("#picture circle.dot")).to_have_count(2)
    expect(page.locator(".unknown li")).to_have_text(["Зирзанагар 3 rows"])
    card = page.locator("#card")
    expect(card.get_by_role("heading")).to_have_text("Зирзанагар")
    expect(card).to_contain_text("3 rows, the first is row 3")
    expect(card.locator("dd")).to_have_text(["Зирзанагар", "UA", "2022"])
    page.keyboard.press("n")
    expect(page.locator("#review-count")).to_contain_text("1 name decided")
    page.get_by_role("button", name="Write the result anew").click()
    expect(page.get_by_role("heading", name="Under way")).to_be_visible()
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#review")).to_be_hidden()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download the result").click()
    assert started.value.suggested_filename == "міста-clean.csv"
    written = Path(started.value.path()).read_bytes().decode("cp1251")
    rows = list(csv.DictReader(io.StringIO(written), delimiter=";"))
    assert [row["Місто_canonical"] for row in rows[:3]] == ["Bakhmut", "Chernihiv", ""]
    assert rows[2]["Місто_why"] == "A person decided that ‘Зирзанагар’ is nobody in the gazetteer."


def test_the_guess_is_corrected_and_the_rows_change_at_once(page: Page) -> None:
    handed_in(page)
    page.get_by_label("The first row").select_option("is a row like the others")
    expect(page.locator("#rows thead th")).to_have_text(["1", "2", "3"])
    expect(page.locator("#rows tbody tr").first.locator("td").first).to_have_text("Місто")
    page.get_by_label("Delimiter").select_option("comma")
    expect(page.locator("#rows thead th")).to_have_count(1)
    page.get_by_label("Delimiter").select_option("guess it")
    page.get_by_label("The first row").select_option("names the columns")
    expect(page.locator("#rows thead th")).to_have_text(["Місто", "Країна", "Рік"])
    page.get_by_label("Encoding").select_option("KOI8-R (Russian)")
    expect(page.locator("#rows tbody td").first).not_to_have_text("Бахмут")


def test_the_last_correction_holds_however_late_the_first_is_answered(page: Page) -> None:
    handed_in(page)
    page.evaluate(
        """() => {
          const ask = window.fetch;
          let late = 1000;
          window.fetch = async (address, how) => {
            const answer = await ask(address, how);
            if (how?.method === "PATCH") await new Promise((go) => window.setTimeout(go, late));
            late = 0;
            return answer;
          };
        }"""
    )
    page.get_by_label("The first row").select_option("is a row like the others")
    page.get_by_label("The first row").select_option("names the columns")
    page.get_by_label("Encoding").select_option("KOI8-R (Russian)")
    expect(page.locator("#rows tbody td").first).not_to_have_text("Бахмут")
    expect(page.locator("#guess")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#header option:checked")).to_have_text("names the columns")
    expect(page.locator("#encoding option:checked")).to_have_text("KOI8-R (Russian)")


def test_a_correction_that_cannot_be_is_said_and_changes_nothing(page: Page, watch: Watch) -> None:
    watch.allowed = "400"
    handed_in(page)
    page.get_by_label("Encoding").select_option("UTF-16 LE (any language)")
    expect(page.get_by_role("alert")).to_contain_text("It looks like Windows-1251")
    expect(page.locator("#rows tbody td").first).to_have_text("Бахмут")


def test_a_column_is_chosen_in_the_table(page: Page) -> None:
    handed_in(page)
    page.locator("#rows").get_by_role("button", name="Країна").click()
    expect(page.get_by_label("The column of names")).to_have_value("Країна")
    expect(page.locator("#rows tbody tr").first.locator("td.chosen")).to_have_text("UA")


def test_a_job_survives_a_reload_at_every_stage(page: Page) -> None:
    handed_in(page)
    page.reload()
    expect(page.locator("#rows thead th")).to_have_text(["Місто", "Країна", "Рік"])
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name="Under way")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#card h3")).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("n")
    expect(page.get_by_role("button", name="Write the result anew")).to_be_enabled()
    page.reload()
    expect(page.get_by_role("button", name="Write the result anew")).to_be_enabled()


def test_the_review_is_done_with_keys_or_buttons_and_undone(page: Page) -> None:
    names = "name\nXyzzyqq\nXyzzyqq\nFrobnitzer\nQwertyburg\n"
    handed_in(page, {"name": "names.csv", "mimeType": "text/csv", "buffer": names.encode()})
    done(page)
    heading = page.locator("#card h3")
    expect(heading).to_have_text("Xyzzyqq")
    page.keyboard.press("s")
    expect(heading).to_have_text("Frobnitzer")
    page.keyboard.press("u")
    expect(heading).to_have_text("Xyzzyqq")
    page.keyboard.press("1")
    expect(heading).to_have_text("Frobnitzer")
    expect(page.locator("#review-count")).to_contain_text("1 name decided")
    page.get_by_role("button", name="Nobody").click()
    expect(heading).to_have_text("Qwertyburg")
    page.locator(".candidate").first.click()
    expect(page.locator("#card")).to_have_text("That was the last one.")
    expect(page.locator("#review-count")).to_contain_text("3 names decided")
    for name in ("Qwertyburg", "Frobnitzer", "Xyzzyqq"):
        page.get_by_role("button", name="Undo").click()
        expect(heading).to_have_text(name)
    expect(page.locator("#review-count")).to_contain_text("0 names decided")


def test_it_goes_on_without_events(page: Page) -> None:
    page.add_init_script("delete window.EventSource")
    page.reload()
    assert page.evaluate("typeof EventSource") == "undefined"
    handed_in(page)
    done(page)
    expect(page.get_by_role("link", name="Download the result")).to_be_visible()


def test_a_job_is_removed_and_its_address_says_so(page: Page) -> None:
    handed_in(page)
    page.get_by_role("button", name="Remove the file").click()
    expect(page.locator("#gone-said")).to_contain_text("cancelled, and its files were removed")
    page.reload()
    expect(page.locator("#gone-said")).to_contain_text("cancelled, and its files were removed")


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(page: Page, watch: Watch) -> None:
    watch.allowed = "400"
    page.set_input_files("#file", {"name": "names.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})
    expect(page.get_by_role("alert")).to_contain_text("This is a PDF file")
    expect(page.get_by_role("button", name="Choose a file")).to_be_visible()


def test_a_file_is_dropped(page: Page) -> None:
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["city\\nBakhmout\\n"], "cities.csv"));
          document.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(page.locator("#about-name")).to_have_text("cities.csv")


def test_the_page_of_an_unknown_job_is_not_found(page: Page, watch: Watch, jobs: Jobs) -> None:
    watch.allowed = "404"
    answer = page.goto(f"/bulk/{'0' * 32}/view")
    assert answer is not None
    assert answer.status == 404


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    assert (violations(page), is_too_wide(page)) == ([], False)
    handed_in(page)
    page.get_by_text("What else is known").click()
    page.get_by_text("Why it is read so").click()
    assert (violations(page), is_too_wide(page)) == ([], False)
    done(page)
    expect(page.locator("#card h3")).to_be_visible()
    assert (violations(page), is_too_wide(page)) == ([], False)
