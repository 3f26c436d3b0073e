"""Nothing is lost: texts outlive a reload, files come back as they came in."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.service.desk.handling import (
    COPY,
    Watch,
    card,
    marks,
    paste,
    pasted,
    press,
    said,
    text_of,
    watched,
)

pytestmark = pytest.mark.browser


def test_a_reload_keeps_text_settings_and_decisions(page: Page) -> None:
    pasted(page)
    page.get_by_label("House style").select_option("ap")
    card(page, "Chernihiv").locator(".card-name").click()
    card(page, "Chernihiv").get_by_role("button", name="Keep in this text").click()
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


def test_a_file_comes_back_in_its_format_and_with_its_line_endings(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_bytes(b"# Bakhmout\r\n\r\n`Bakhmout` in code\r\n")
    page.locator("#file").set_input_files(story)
    expect(page.get_by_label("Format")).to_have_value("markdown")
    expect(marks(page, "Bakhmout")).to_have_count(1)
    press(page, "Accept all")
    with page.expect_download() as saved:
        press(page, "Download")
    assert saved.value.suggested_filename == "story-checked.md"
    assert Path(saved.value.path()).read_bytes() == b"# Bakhmut\r\n\r\n`Bakhmout` in code\r\n"
    expect(said(page)).to_have_text("Saved as story-checked.md.")


def test_a_file_whose_text_was_cleared_comes_back_with_it(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_bytes(b"# Bakhmout\r\n\r\nquiet\r\n")
    page.locator("#file").set_input_files(story)
    expect(marks(page, "Bakhmout")).to_have_count(1)
    press(page, "Clear")
    press(page, "Undo")
    expect(page.locator("#file-name")).to_have_text("story.md")
    with page.expect_download() as saved:
        press(page, "Download")
    assert Path(saved.value.path()).read_bytes() == story.read_bytes()


def test_a_file_saved_with_names_still_marked_says_so(page: Page) -> None:
    pasted(page)
    with page.expect_download():
        press(page, "Download")
    expect(page.locator("#download")).to_have_class(re.compile("done"))
    expect(page.locator("#download")).to_have_text("DownloadSaved")
    expect(said(page)).to_have_text("Saved as text-part-checked.txt. 3 names still marked.")


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
    expect(page.get_by_label("Format")).to_have_value("html")
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
    expect(said(page)).not_to_have_text(re.compile("^(Opening .*)?$"))
    assert text_of(page) == COPY
