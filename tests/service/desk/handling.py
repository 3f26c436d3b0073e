"""How a test handles the desk: pasting, copying, finding cards and marks; and what it watches the page for."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 780}
COPY = "Shells fell on Bakhmout. Selenskyj spoke in Kyiv.\n\nThe road to Bakhmout is open, and Tchernihiv is quiet."
RIGHT = "Shells fell on Bakhmut. Zelenskyy spoke in Kyiv.\n\nThe road to Bakhmut is open, and Chernihiv is quiet."


@dataclass
class Watch:
    """What a page must not do, and what it may in this test."""

    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    allowed: str = "$^"


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


def pasted(page: Page) -> None:
    paste(page, COPY)
    expect(marks(page, "Bakhmout")).to_have_count(2)
    expect(marks(page, "Tchernihiv")).to_have_count(1)


def text_of(page: Page) -> str:
    """The text as it is copied, which is all of it, also what is not on the screen."""
    press(page, "Copy")
    expect(said(page)).to_contain_text("Copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def press(page: Page, name: str) -> None:
    """Press the one button on the page that is called so."""
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page) -> Locator:
    return page.locator("#said")


def card(page: Page, text: str) -> Locator:
    return page.locator(".card").filter(has=page.locator(".becomes", has_text=text))


def marks(page: Page, text: str) -> Locator:
    return page.locator(".cm-content .name").filter(has_text=text)


def changed(page: Page, text: str) -> Locator:
    return page.locator(".cm-content .changed").filter(has_text=text)


def kept(page: Page, text: str) -> Locator:
    return page.locator(".cm-content .kept").filter(has_text=text)
