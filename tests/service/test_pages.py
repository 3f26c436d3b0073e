"""The pages as the server writes them, which is all there is without scripts."""

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

FIRST = ["Bakhmout", "Артемівськ", "Selenskyj", "Pékin", "Thursday"]


class Elements(HTMLParser):
    """The elements of a page with their attributes, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


def page(client: FlaskClient, path: str, status: int = 200) -> str:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    return answer.text


def test_the_first_visit_offers_examples(client: FlaskClient) -> None:
    links = {link.get("href") for link in Elements(page(client, "/look-up")).of("a")}
    assert {f"/look-up?name={quote(name)}" for name in FIRST} <= links


def test_a_linked_name_says_who_why_and_how_sure(client: FlaskClient) -> None:
    text = page(client, "/look-up?name=Bakhmout&language=fr")
    assert re.search(r'<h1 class="canonical"[^>]*>Bakhmut</h1>', text)
    assert 'class="why"' in text
    assert "of 100 answers like this" in text
    links = {link["href"]: link for link in Elements(text).of("a")}
    assert "https://www.geonames.org/713174" in links
    on_map = next(link for href, link in links.items() if href.startswith("https://www.openstreetmap.org/?mlat=48."))
    assert on_map["rel"] == "noreferrer"


def test_namesakes_can_be_chosen_from(client: FlaskClient) -> None:
    text = page(client, "/look-up?name=Balakliia&limit=5&chosen=geonames-712925")
    assert "You chose" in text
    current = [link for link in Elements(text).of("a") if link.get("aria-current") == "true"]
    assert [link["href"] for link in current] == ["/look-up?name=Balakliia&chosen=geonames-712925"]


def test_a_choice_that_is_no_candidate_is_ignored(client: FlaskClient) -> None:
    assert "You chose" not in page(client, "/look-up?name=Balakliia&chosen=geonames-1")


def test_nobody_of_that_name(client: FlaskClient) -> None:
    assert "Nobody we know of that name" in page(client, "/look-up?name=Xqzzt")


ERRORS = [
    ("name=", "name"),
    ("name=Bakh%00mut", "name"),
    ("name=Bakhmut&near=48", "near"),
    ("name=Bakhmut&near=here", "near"),
    ("name=Bakhmut&language=qq", "language"),
    ("name=Bakhmut&country=QQ", "country"),
    ("name=Bakhmut&kind=river", "kind"),
    ("name=Bakhmut&style=gazette", "style"),
]


@pytest.mark.parametrize(("query", "field"), ERRORS)
def test_an_error_stands_beside_its_field_and_what_was_typed_is_kept(
    client: FlaskClient, query: str, field: str
) -> None:
    found = Elements(page(client, f"/look-up?{query}", 400))
    wrong = [element for element in found.of("input", "select") if element.get("aria-invalid")]
    assert [element["name"] for element in wrong] == [field]
    assert wrong[0]["aria-describedby"] == f"{field}-error"
    assert any(element.get("id") == f"{field}-error" for element in found.of("span"))
    if "Bakhmut" in query:
        assert next(element for element in found.of("input") if element["name"] == "name")["value"] == "Bakhmut"


def test_what_is_typed_is_text(client: FlaskClient) -> None:
    text = page(client, "/look-up?name=" + quote('"><script>alert(1)</script>'))
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_a_name_from_right_to_left_keeps_to_itself(client: FlaskClient) -> None:
    text = page(client, "/look-up?name=" + quote("القاهرة"))
    assert '<bdi class="asked">القاهرة</bdi>' in text or "<bdi>القاهرة</bdi>" in text


def test_a_gazetteer_that_is_not_there_is_said_on_the_page(unready: FlaskClient) -> None:
    assert "No answer just now" in page(unready, "/look-up?name=Bakhmut", 503)


def test_an_unknown_address_is_a_page_for_people(client: FlaskClient) -> None:
    assert "There is no page at this address" in page(client, "/nowhere", 404)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/look-up",
        "/look-up?name=Bakhmout",
        "/look-up?name=Xqzzt",
        "/gazetteer/geonames-713174",
        "/transliterate",
        "/transliterate?text=Бахмут",
        "/transliterate?text=Tchernihiv",
        "/transliterate?text=Selenskyj&from=press-de&language=uk",
        "/docs",
        "/credits",
    ],
)
def test_a_page_is_sound(client: FlaskClient, path: str) -> None:
    text = page(client, path)
    found = Elements(text)
    assert found.of("html")[0]["lang"] == "en"
    assert len(found.of("main")) == 1
    assert len(found.of("h1")) == (0 if path == "/look-up" else 1)
    ids = [element["id"] for _, element in found.found if "id" in element]
    assert len(ids) == len(set(ids))
    labelled = {label["for"] for label in found.of("label")}
    assert {field["id"] for field in found.of("input", "select", "textarea")} == labelled
    assert not any(name == "style" or name.startswith("on") for _, element in found.found for name in element)
    assert not found.of("style")
    loaded = [element.get("src") or element.get("href") for element in found.of("script", "img", "link")]
    assert all(address and address.startswith("/static/") for address in loaded)
    for link in found.of("a"):
        href = link["href"] or ""
        assert href.startswith(("/", "#")) or link.get("rel") == "noreferrer"


def test_the_credits_name_whom_they_must(client: FlaskClient) -> None:
    text = page(client, "/credits")
    for owed in ["GeoNames", "CC BY 4.0", "Who’s On First", "Unicode License", "Open Parliament Licence", "POPONG"]:
        assert owed in text


MOVED = [
    ("/?name=Bakhmout", "/look-up?name=Bakhmout"),
    ("/?name=", "/look-up?name="),
    ("/?name=Pékin&language=fr&near=48.6,38.0&chosen=geonames-1", None),
]


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_an_old_address_of_the_look_up_leads_to_the_new_one(client: FlaskClient, old: str, new: str | None) -> None:
    answer = client.get(old)
    assert answer.status_code == 301
    assert new is None or answer.headers["Location"] == new
    assert client.get(answer.headers["Location"]).status_code == (400 if old == "/?name=" else 200)


@pytest.mark.parametrize("path", ["/", "/docs", "/credits", "/gazetteer/geonames-713174"])
def test_a_name_can_be_looked_up_from_every_page(client: FlaskClient, path: str) -> None:
    found = Elements(page(client, path))
    assert [form for form in found.of("form") if form.get("action") == "/look-up" and form.get("role") == "search"]


def test_without_scripts_the_desk_is_a_form_whose_text_comes_back_put_right(client: FlaskClient) -> None:
    assert '<form class="plain-form" action="/" method="post">' in page(client, "/")
    answer = client.post("/", data={"text": "The road to Bakhmout.\r\n\r\n<b>Selenskyj</b>", "style": "", "source": ""})
    assert answer.status_code == 200
    assert ">The road to Bakhmut.\n\n&lt;b&gt;" in answer.text
    assert "is how French writes" in answer.text
    assert '<textarea id="plain-text" name="text" rows="12" dir="auto">The road to Bakhmout.' in answer.text


def test_the_plain_form_says_that_no_style_has_a_say(client: FlaskClient) -> None:
    answer = client.post("/", data={"text": "La città di Kiev è la capitale del paese.", "style": "", "source": ""})
    assert answer.status_code == 200
    assert "No house style writes Italian" in answer.text
    assert "La città di Kiev è" in answer.text


def test_the_plain_form_says_what_was_wrong_and_keeps_the_text(client: FlaskClient) -> None:
    answer = client.post("/", data={"text": "Bakhmout \u202e", "style": ""})
    assert answer.status_code == 400
    assert "direction override" in answer.text
    assert ">Bakhmout" in answer.text
    assert client.post("/", data={"text": "Bakhmout", "style": "gazette"}).status_code == 400
