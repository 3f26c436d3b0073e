"""The page of names in Latin letters as the server writes it, which is all there is without scripts."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from gazetteer.languages import systems
from gazetteer.romanization.guessing import with_systems
from service.pages.system_choices import asked_as, languages_by_letters, origins
from tests.service.test_bad_input import refused
from tests.service.test_pages import Elements

ROW = re.compile(
    r'data-by="(?P<by>[^"]*)">(?P<form>[^<]*)</bdi>.*?<summary>(?P<origin>[^<]*)<.*?class="lost">(?P<lost>.*?)</td>',
    re.S,
)


def page(client: FlaskClient, status: int = 200, **asked: str) -> str:
    answer = client.get(f"/transliterate?{urlencode(asked)}", headers={"Accept": "text/html"})
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    return answer.text


def rows(text: str) -> dict[str, dict[str, str]]:
    """What the tables say of each system, by its name."""
    found = [{key: said(value) for key, value in row.groupdict().items()} for row in ROW.finditer(text)]
    return {row["by"]: row for row in found}


def said(text: str) -> str:
    """The words of a piece of the page, without its elements."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


def chosen(text: str, field: str) -> list[str | None]:
    """The values that are selected in a field."""
    inside = text[text.index(f'<select id="{field}"') :]
    return [one.get("value") for one in Elements(inside[: inside.index("</select>")]).of("option") if "selected" in one]


def test_each_form_stands_beside_its_system_with_who_published_it_and_what_is_lost(client: FlaskClient) -> None:
    text = page(client, text="Чернігів", language="uk")
    found = rows(text)
    assert len(found) == len([one for one in systems() if one.startswith("uk-Cyrl/")])
    assert found["Ukrainian national system"]["form"] == "Chernihiv"
    assert found["Ukrainian national system"]["origin"] == "Cabinet of Ministers of Ukraine, 2010"
    assert found["Ukrainian national system"]["lost"] == "Lossy: it cannot be read back for certain."
    assert found["French press usage"]["form"] == "Tchernihiv"
    assert found["ISO 9:1995"]["lost"] == "Reversible: it can be read back."
    assert re.findall(r'<h2 id="[\w-]+">([^<]+)</h2>', text) == ["Published standards", "Press usages"]
    assert systems()["uk-Cyrl/national-2010"].source in unescape(text)


def test_a_guess_is_told_with_its_confidence_and_the_others_are_offered(client: FlaskClient) -> None:
    text = page(client, text="Бахмут")
    assert re.search(r"Guessed: <strong>[\w ]+</strong>, [a-z ]+ \([0-9]+ in 100\)\.", text)
    other = re.search(r'Or <a href="([^"]+)">', text)
    assert other
    assert "as you say" in client.get(unescape(other[1]), headers={"Accept": "text/html"}).text


def test_a_language_that_is_to_be_guessed_may_be_called_so(client: FlaskClient) -> None:
    text = page(client, text="Чернігів", language="auto")
    assert "Guessed: <strong>Ukrainian</strong>" in text
    assert chosen(text, "language") == []


def test_letters_that_a_system_does_not_know_are_listed_in_words(client: FlaskClient) -> None:
    found = rows(page(client, text="Подъём", language="uk"))
    assert "Letters it does not know, left as they are: ъ, ё" in found["Ukrainian national system"]["lost"]


def test_capitals_and_lines_stay(client: FlaskClient) -> None:
    found = rows(page(client, text="ЩУКА\r\nЩука", language="uk"))
    assert found["Ukrainian national system"]["form"].split() == ["SHCHUKA", "Shchuka"]


def test_readers_are_chosen(client: FlaskClient) -> None:
    french = page(client, text="Чернігів", language="uk", target="fr")
    assert list(rows(french)) == ["French press usage"]
    assert "1 of the systems is for these readers" in french
    standards = page(client, text="Чернігів", language="uk", target="published")
    assert "ISO 9:1995" in rows(standards)
    assert "French press usage" not in rows(standards)
    assert (chosen(french, "target"), chosen(standards, "target")) == (["fr"], ["published"])
    assert "No system here writes Ukrainian for these readers" in page(
        client, text="Чернігів", language="uk", target="vi"
    )


def test_a_latin_spelling_goes_through_its_native_form(client: FlaskClient) -> None:
    text = page(client, text="Bakhmout", language="uk", **{"from": "press-fr"})
    assert "Bakhmout, written by French press usage, stands for Бахмут" in said(text)
    assert rows(text)["Ukrainian national system"]["form"] == "Bakhmut"
    assert (chosen(text, "language"), chosen(text, "from")) == (["uk"], ["press-fr"])


def test_a_form_that_is_not_certain_says_what_else_it_may_be(client: FlaskClient) -> None:
    found = rows(page(client, text="Selenskyj", language="uk", **{"from": "press-de"}))
    lost = found["Ukrainian national system"]
    assert "Not certain: it may also be" in lost["lost"]
    assert {"Zelenskyi", "Selenskyi"} <= {lost["form"], *re.findall(r"\w+", lost["lost"])}


def test_a_latin_spelling_of_no_known_system_is_explained(client: FlaskClient) -> None:
    text = page(client, text="Tchernihiv")
    assert "Which system made" in text
    first = text[text.index('<ol class="makers">') :]
    assert said(first[: first.index("</p>")]).startswith(
        "‘Tchernihiv’ is how French press usage writes Ukrainian Чернігів"
    )
    onward = unescape(re.findall(r'class="onward" href="([^"]+)"', first)[0])
    assert onward == "/transliterate?text=Tchernihiv&language=uk&from=press-fr"
    assert "Chernihiv" in client.get(onward, headers={"Accept": "text/html"}).text


def test_a_spelling_that_no_system_makes_is_said_to_be_none(client: FlaskClient) -> None:
    text = said(page(client, text="Wøwø", language="ka"))
    assert "No system is known to make Wøwø" in text
    assert "None of Georgian, that is." in text


WRONG = [
    ({"text": ""}, "text", "text is empty", 400),
    ({"text": "123"}, "text", "no letters of a script that a system romanizes", 400),
    ({"text": "К" * 801}, "text", "this page takes 800", 413),
    ({"text": "Washington", "language": "uk", "from": "press-fr"}, "text", "‘Washington’ is no spelling", 400),
    ({"text": "a" * 101}, "text", "at most 100 characters", 400),
    ({"text": "Київ", "language": "qq"}, "language", "No language ‘qq’", 400),
    ({"language": "qq"}, "language", "No language ‘qq’", 400),
    ({"text": "Київ", "language": "es"}, "language", "No system romanizes Spanish", 400),
    ({"text": "Kyiv", "language": "uk", "from": "iso"}, "from", "Ukrainian has no system ‘iso’", 400),
]


@pytest.mark.parametrize(("asked", "field", "says", "status"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept(
    client: FlaskClient, asked: dict[str, str], field: str, says: str, status: int
) -> None:
    text = page(client, status, **asked)
    found = Elements(text)
    wrong = [one for one in found.of("textarea", "select") if one.get("aria-invalid")]
    assert [one["name"] for one in wrong] == [field]
    error = re.search(rf'<span class="error" id="{field}-error" role="alert">([^<]+)</span>', text)
    assert error
    assert says in unescape(error[1])
    assert f">{asked.get('text', '')}</textarea>" in text
    for each in ("language", "from"):
        assert chosen(text, each) == ([asked[each]] if each in asked else [])


def test_what_is_typed_is_text(client: FlaskClient) -> None:
    for asked in (
        {"text": '"><script>alert(1)</script>К'},
        {"text": "К", "target": "<b>"},
        {"text": "К", "from": "<b>"},
    ):
        answer = client.get(f"/transliterate?{urlencode(asked)}", headers={"Accept": "text/html"})
        assert "<script>alert" not in answer.text
        assert "<b>" not in answer.text


@pytest.mark.parametrize("accept", ["application/json", "application/json, text/plain, */*"])
def test_a_program_that_wants_json_is_told_to_post(client: FlaskClient, accept: str) -> None:
    answer = client.get("/transliterate", headers={"Accept": accept})
    assert "use POST" in refused(answer, 405)["detail"]
    assert answer.headers["Allow"] == "POST"


def test_the_interface_for_programs_stays_where_it_is(client: FlaskClient) -> None:
    answer = client.post("/transliterate", json={"text": "Чернігів"}, headers={"Accept": "text/html"})
    assert answer.content_type == "application/json"


@pytest.mark.parametrize("path", ["/", "/look-up", "/bulk", "/docs", "/credits", "/gazetteer/geonames-713174"])
def test_every_page_leads_to_it(client: FlaskClient, path: str) -> None:
    footer = client.get(path, headers={"Accept": "text/html"}).text.partition("<footer")[2]
    assert '<a href="/transliterate">Names in Latin letters</a>' in footer


def test_every_language_that_has_systems_is_offered_once(client: FlaskClient) -> None:
    offered = [value for _, choices in languages_by_letters() for value, _ in choices]
    assert sorted(offered) == sorted(asked_as(one.tag) for one in with_systems())
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize("orthography", [None, *with_systems()], ids=lambda one: one.tag if one else "any")
def test_every_system_that_has_a_way_back_is_offered_as_an_origin_once(orthography) -> None:
    offered = [value for _, choices in origins(orthography) for value, _ in choices]
    wanted = [
        one for one in systems().values() if one.voice is None and orthography in (None, _orthography(one.orthography))
    ]
    assert sorted(offered) == sorted({one.id for one in wanted})


def _orthography(tag: str) -> object:
    return next(one for one in with_systems() if one.tag == tag)


def recorded(text: str) -> dict[str, list[str]]:
    """The recorded names that stand beside the form of each system."""
    found: dict[str, list[str]] = {}
    for by, name in re.findall(r'data-by="recorded name, ([^"]*)">([^<]*)</bdi>', text):
        found.setdefault(unescape(by), []).append(unescape(name))
    return found


def test_a_known_name_is_told_and_the_names_of_its_own_that_a_language_has_stand_beside_the_form(
    client: FlaskClient,
) -> None:
    text = page(client, text="Київ", language="uk")
    told = re.search(r'<p class="why known">(.*?)</p>', text)
    assert told
    assert said(told[1]) == "In the gazetteer: Kyiv, city, Ukraine"
    link = re.search(r'href="([^"]+)"', told[1])
    assert link
    assert "Kyiv" in client.get(unescape(link[1])).text
    found = recorded(text)
    assert (found["German press usage"][0], found["Polish transcription"][0]) == ("Kiew", "Kijów")
    assert "English press usage" not in found  # it writes Kyiv, and so do the rules
    assert rows(text)["Polish transcription"]["form"] == "Kyjiw"


def test_of_a_name_of_several_nothing_is_told(client: FlaskClient) -> None:
    text = page(client, text="Костянтинівка", language="uk")
    assert "In the gazetteer" not in text
    assert recorded(text) == {}


def test_a_spelling_that_stands_for_one_name_is_known_by_it(client: FlaskClient) -> None:
    text = page(client, text="Kiïv", language="uk", **{"from": "iso-9-1995"})
    assert "In the gazetteer: Kyiv, city, Ukraine" in said(text)
    assert recorded(text)["Polish transcription"][0] == "Kijów"


def test_a_gazetteer_is_not_needed(unready: FlaskClient) -> None:
    text = page(unready, text="Чернігів")
    assert "Tchernihiv" in text
    assert "In the gazetteer" not in text
    assert recorded(text) == {}
