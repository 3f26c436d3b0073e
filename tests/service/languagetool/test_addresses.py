"""Addresses of the protocol: how clients write them, what is refused, who may read the answers."""

import pytest
from flask.testing import FlaskClient

CHECKED = [
    "/v2/check",
    "/v2/check/",
    "/v2/v2/check",
    "/lt/v2/check",
    "/lt/v2/v2/check/",
    "/v2//check",
    "/ap/v2/check",
]


@pytest.mark.parametrize("path", CHECKED)
def test_every_way_to_write_an_address_leads_there(client: FlaskClient, path: str) -> None:
    answer = client.post(path, data={"language": "en", "text": "Kiev"})
    assert answer.status_code == 200
    assert len(answer.json["matches"]) == 1


@pytest.mark.parametrize("path", ["/languages", "/maxtextlength", "/info", "/healthcheck", "/words"])
@pytest.mark.parametrize("before", ["/v2", "/v2/v2", "/lt/v2"])
def test_so_do_the_others(client: FlaskClient, before: str, path: str) -> None:
    assert client.get(f"{before}{path}/").status_code == 200


@pytest.mark.parametrize("prefix", ["reuter", "gaurdian", "de_desk", "our-desk", "fr-dsk"])
def test_a_slip_of_a_style_is_told(client: FlaskClient, prefix: str) -> None:
    for answer in (
        client.post(f"/{prefix}/v2/check", data={"language": "en", "text": "Kiev"}),
        client.get(f"/{prefix}/v2/healthcheck"),
    ):
        assert (answer.status_code, answer.content_type) == (404, "text/plain; charset=utf-8")
        assert answer.text.startswith(f"Error: There is no house style {prefix}")
        assert "/styles" in answer.text


@pytest.mark.parametrize("prefix", ["lt", "api", "languagetool", "nope", "proxy"])
def test_any_other_part_is_a_proxys_and_that_is_said(client: FlaskClient, prefix: str) -> None:
    answer = client.post(f"/{prefix}/v2/check", data={"language": "en", "text": "Kiev"})
    assert len(answer.json["matches"]) == 1
    assert answer.json["software"]["status"].startswith(f"{prefix} in the address is no house style")
    assert client.get(f"/{prefix}/v2/info").json["software"]["status"].startswith(prefix)


def test_a_style_may_be_in_capitals(client: FlaskClient) -> None:
    answer = client.post("/NYT/v2/check", data={"language": "en", "text": "President Volodymyr Selenskyj spoke."})
    assert answer.json["matches"][0]["replacements"][0]["value"].endswith("Zelensky")
    assert answer.json["software"]["status"] == ""


def test_check_alone_is_another_interface(client: FlaskClient) -> None:
    answer = client.post("/check", json={"text": "Kiev"})
    assert "mentions" in answer.json
    assert client.post("/a/b/v2/check", data={"language": "en", "text": "Kiev"}).status_code == 404


REFUSED = [
    ("GET", "/v2", 404),
    ("GET", "/v2/", 404),
    ("GET", "/v2/nowhere", 404),
    ("GET", "/lt/v2/nowhere", 404),
    ("POST", "/v2/languages", 405),
    ("PUT", "/v2/check", 405),
    ("DELETE", "/v2/check", 405),
    ("GET", "/v2/words/add", 405),
    ("GET", "/v2/check", 400),
    ("PROPFIND", "/v2/check", 405),
    ("CONNECT", "/lt/v2/check/", 405),
    ("BREW", "/v2/languages", 405),
    ("BREW", "/v2/words/add", 405),
    ("PROPFIND", "/v2", 404),
    ("BREW", "/v2/nowhere", 404),
    ("GET", "/v2/no%0Awhere", 404),
    ("BREW", "/v2/check%0A", 404),
]


@pytest.mark.parametrize(("method", "path", "status"), REFUSED)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_refusal_is_plain_text_for_everybody(
    client: FlaskClient, method: str, path: str, status: int, accept: str
) -> None:
    answer = client.open(path, method=method, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (status, "text/plain; charset=utf-8")
    assert answer.text.startswith("Error: ")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert ("Allow" in answer.headers) == (status == 405)


ALLOWED = [("/v2/check", "GET or POST"), ("/v2/languages", "GET"), ("/v2/words/add", "POST")]


@pytest.mark.parametrize(("path", "allowed"), ALLOWED)
@pytest.mark.parametrize("method", ["DELETE", "PROPFIND", "BREW"])
def test_whatever_the_method_the_refusal_says_what_is_taken(
    client: FlaskClient, path: str, allowed: str, method: str
) -> None:
    answer = client.open(path, method=method)
    assert answer.text == f"Error: {method} is not possible here; use {allowed}."
    assert answer.headers["Allow"] == f"{allowed.replace(' or ', ', ')}, OPTIONS"


@pytest.mark.parametrize("path", ["/v2/check", "/v2/languages", "/v2/words/add", "/v2/nowhere", "/lt/v2/check/"])
def test_a_browser_may_ask_beforehand(client: FlaskClient, path: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = client.options(path, headers={**asked, "Access-Control-Request-Headers": "content-type"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("path", ["/", "/normalize?name=Kiev", "/styles", "/healthz", "/check", "/nowhere"])
def test_nothing_else_is_open_to_other_pages(client: FlaskClient, path: str) -> None:
    assert "Access-Control-Allow-Origin" not in client.get(path).headers
    assert "Access-Control-Allow-Origin" not in client.options(path).headers


def test_a_bug_is_a_plain_refusal_that_tells_nothing(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.languagetool.check.known_spans", None)
    answer = client.post("/v2/check", data={"language": "en", "text": "Kiev"})
    assert (answer.status_code, answer.content_type) == (500, "text/plain; charset=utf-8")
    assert answer.text.startswith("Error: ")
    assert "known_spans" not in answer.text


def test_the_other_addresses_say_what_they_are_asked_for(client: FlaskClient) -> None:
    assert client.get("/v2/maxtextlength").text == "200000"
    assert client.get("/v2/healthcheck").text == "OK"
    assert client.get("/v2/info").json["software"]["apiVersion"] == 1


def test_languages_are_a_list_with_several_codes_each(client: FlaskClient) -> None:
    listed = client.get("/v2/languages").json
    assert isinstance(listed, list)
    assert {frozenset(one) for one in listed} == {frozenset(("name", "code", "longCode"))}
    english = {one["longCode"]: one["name"] for one in listed if one["code"] == "en"}
    assert {"en", "en-US", "en-GB", "en-AU", "en-CA", "en-IE", "en-NZ", "en-ZA"} <= set(english)
    assert english["en-GB"] == "English (United Kingdom)"
    codes = [one["longCode"] for one in listed]
    assert len(codes) == len(set(codes))
    assert {"fr-FR", "de-DE", "de-AT", "pl-PL", "uk-UA", "ja-JP"} <= set(codes)
    assert "auto" not in codes
