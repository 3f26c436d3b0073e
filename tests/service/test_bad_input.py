"""What cannot be answered is refused with a sentence that says what would be right."""

import gzip
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

JSON = [
    ({"name": ""}, "name"),
    ({"name": "   "}, "name"),
    ({"name": "a" * 100_000}, "name"),
    ({"name": "Bakh\0mut"}, "name"),
    ({"name": 5}, "name must be a string, not 5"),
    ({"name": None}, "name must be a string, not null"),
    ({"name": ["Bakhmut"]}, "name must be a string"),
    ({}, '"names"'),
    ({"name": "Bakhmut", "names": ["Kyiv"]}, "not both"),
    ({"nam": "Bakhmut"}, "Unknown field nam"),
    ({"name": "Bakhmut", "bar": 1, "foo": 2}, "Unknown fields bar, foo; the fields are name, kind"),
    ({"name": "Bakhmut", "kind": "river"}, "place, person, organization"),
    ({"name": "Bakhmut", "kind": 3}, "kind must be a string"),
    ({"name": "Bakhmut", "kind": ""}, "place, person, organization"),
    ({"name": "Bakhmut", "language": "french"}, "BCP 47"),
    ({"name": "Bakhmut", "language": "qq"}, "BCP 47"),
    ({"name": "Bakhmut", "language": "fr_FR"}, "BCP 47"),
    ({"name": "Bakhmut", "country": "Ukraine"}, "ISO 3166-1"),
    ({"name": "Bakhmut", "country": "UK"}, "GB"),
    ({"name": "Bakhmut", "style": "gazette"}, "ap"),
    ({"name": "Bakhmut", "style": ""}, "known: afp"),
    ({"name": "Bakhmut", "near": "48.6,38.0"}, "near must be two numbers"),
    ({"name": "Bakhmut", "near": [48.6]}, "two numbers"),
    ({"name": "Bakhmut", "near": [48.6, 38.0, 1]}, "two numbers"),
    ({"name": "Bakhmut", "near": ["48.6", "38.0"]}, "near must be two numbers"),
    ({"name": "Bakhmut", "near": [98.6, 38.0]}, "-90 to 90"),
    ({"name": "Bakhmut", "near": [48.6, 380]}, "-180 to 180"),
    ({"name": "Bakhmut", "limit": 0}, "1 to 50"),
    ({"name": "Bakhmut", "limit": 51}, "1 to 50"),
    ({"name": "Bakhmut", "limit": 10**30}, "whole number"),
    ({"name": "Bakhmut", "limit": "5"}, 'limit must be a whole number, not "5"'),
    ({"name": "Bakhmut", "limit": True}, "limit must be a whole number"),
    ({"name": "Bakhmut", "threshold": 1.1}, "0 to 1"),
    ({"name": "Bakhmut", "threshold": "0.5"}, "threshold must be a number from 0 to 1"),
    ({"name": "Bakhmut", "margin": -1}, "0 to 1"),
    ({f"field{number}": 0 for number in range(100_000)}, " fields; the fields are name, kind"),
    ({"names": [{f"field{number}": 0 for number in range(100_000)}]}, "100,000 fields; the fields are name, kind"),
    ({"names": "Bakhmut"}, "names must be a list"),
    ({"names": None}, "names must be a list"),
    ({"names": ["Bakhmut"] * 1001}, "1,001 entries; one request takes at most 1,000"),
    ({"names": ["Bakhmut", "Kyiv", "Nice", ""]}, "names[3]: "),
    ({"names": ["Bakhmut", 7]}, "names[1] must be a string or an object"),
    ({"names": ["Bakhmut", {}]}, "names[1].name is missing"),
    ({"names": ["Bakhmut", {"name": "Kyiv", "foo": 1}]}, "names[1].foo"),
    ({"names": ["Bakhmut", {"name": "Kyiv", "language": "qq"}]}, "names[1]: "),
    ({"names": ["Bakhmut", {"name": "Kyiv", "limit": "3"}]}, "names[1].limit must be a whole number"),
    ({"names": ["Bakhmut"], "language": "qq"}, "BCP 47"),
    ({"names": [], "language": "qq"}, "BCP 47"),
    *[({"name": f"Bakh{mark}mut"}, "name") for mark in BIDI],
]

QUERIES = [
    ("", "name is missing"),
    ("name=", "name"),
    ("name=Bakhmut&name=Kyiv", "twice"),
    ("name=Bakhmut&foo=1", "Unknown parameter foo"),
    ("names=Bakhmut", "Unknown parameter names"),
    ("name=Bakh%00mut", "name"),
    ("name=%ED%A0%80", "UTF-8"),
    ("name=%FF", "UTF-8"),
    ("name=Bakhmut&near=48.6", "two numbers"),
    ("name=Bakhmut&near=here,there", "near must be two numbers"),
    ("name=Bakhmut&near=nan,nan", "near must be two numbers"),
    ("name=Bakhmut&limit=five", "whole number"),
    ("name=Bakhmut&limit=%EF%BC%95", "whole number"),
    ("name=Bakhmut&limit=1_0", "whole number"),
    ("name=Bakhmut&threshold=inf", "number from 0 to 1"),
    ("name=Bakhmut&threshold=1e400", "number from 0 to 1"),
    ("name=Bakhmut&style=", "known: afp"),
    ("name=Bakhmut&kind=", "place, person, organization"),
    ("&".join(f"a{i}=1" for i in range(100)), "parameters"),
    *[(f"name={quote(mark)}Kyiv", "name") for mark in BIDI],
]

BODIES = [
    (b"", "not JSON"),
    (b'{"name": "Bakhmut"', "not JSON"),
    (b"name=Bakhmut", "not JSON"),
    (b'{"name": "Bakhmut", "near": [NaN, 1]}', "not JSON"),
    (b'{"name": "Bakhmut", "threshold": 1e999}', "not JSON"),
    (b'{"name": "\\ud800"}', "not JSON"),
    (b'{"name": "\\udfff\\ud800"}', "not JSON"),
    (b'{"name": "\xed\xa0\x80"}', "UTF-8"),
    (b'{"name": "Beyrouth \xe9"}', "UTF-8"),
    ('{"name": "Bakhmut"}'.encode("utf-16"), "The body is not UTF-8; send the JSON in UTF-8"),
    ('{"name": "Bakhmut"}'.encode("utf-16-le"), "The body is not UTF-8"),
    ('{"name": "Київ"}'.encode("cp1251"), "The body is not UTF-8"),
    (b"[" * 100_000 + b"]" * 100_000, "not JSON"),
    (b'{"names": ' + b"[" * 900 + b"]" * 900 + b"}", "names[0]"),
    (b'["Bakhmut"]', "JSON object"),
    (b'"Bakhmut"', "JSON object"),
    (b"null", "JSON object"),
]


def refused(answer: TestResponse, status: int) -> dict[str, Any]:
    """The problem in an answer of this status, which has the shape of all problems."""
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    problem = answer.json
    assert list(problem) == ["type", "title", "status", "detail"]
    assert problem["status"] == status
    assert len(problem["detail"]) < 1000
    return problem


@pytest.mark.parametrize(("body", "says"), JSON, ids=lambda value: str(value)[:60])
def test_json_that_asks_nothing_sensible_is_refused(client: FlaskClient, body: dict, says: str) -> None:
    assert says in refused(client.post("/normalize", json=body), 400)["detail"]


@pytest.mark.parametrize(("query", "says"), QUERIES, ids=lambda value: str(value)[:60])
def test_a_query_string_that_asks_nothing_sensible_is_refused(client: FlaskClient, query: str, says: str) -> None:
    assert says in refused(client.get(f"/normalize?{query}"), 400)["detail"]


@pytest.mark.parametrize(("body", "says"), BODIES, ids=lambda value: str(value)[:40])
def test_a_body_that_is_no_json_object_is_refused(client: FlaskClient, body: bytes, says: str) -> None:
    answer = client.post("/normalize", data=body, content_type="application/json")
    assert says in refused(answer, 400)["detail"]


def test_a_field_given_twice_counts_once(client: FlaskClient) -> None:
    body = b'{"name": "Kyiv", "name": "Bakhmout"}'
    assert client.post("/normalize", data=body, content_type="application/json").json["query"] == "Bakhmout"


def test_a_byte_order_mark_is_no_fault(client: FlaskClient) -> None:
    body = '{"name": "Bakhmout"}'.encode("utf-8-sig")
    assert client.post("/normalize", data=body, content_type="application/json").status_code == 200


@pytest.mark.parametrize("media", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_refused(client: FlaskClient, media: str | None) -> None:
    answer = client.post("/normalize", data=b'{"name": "Bakhmut"}', content_type=media)
    assert "Content-Type: application/json" in refused(answer, 415)["detail"]


def test_a_compressed_body_is_refused(client: FlaskClient) -> None:
    body = gzip.compress(b'{"name": "Bakhmout"}')
    headers = {"Content-Encoding": "gzip"}
    answer = client.post("/normalize", data=body, content_type="application/json", headers=headers)
    assert "without compression" in refused(answer, 415)["detail"]


def test_a_body_too_large_is_refused(client: FlaskClient) -> None:
    answer = client.post("/normalize", data=b" " * (8 * 2**20 + 1), content_type="application/json")
    assert "8 MiB" in refused(answer, 413)["detail"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_another_method_is_refused_with_those_that_are_right(client: FlaskClient, method: str) -> None:
    answer = client.open("/normalize", method=method)
    assert "POST" in refused(answer, 405)["detail"]
    assert "GET" in answer.headers["Allow"]


def test_an_unknown_address_is_refused(client: FlaskClient) -> None:
    assert "/docs" in refused(client.get("/normalise?name=Bakhmut"), 404)["detail"]


def test_styles_take_no_parameters(client: FlaskClient) -> None:
    assert "Unknown parameter language" in refused(client.get("/styles?language=fr"), 400)["detail"]


@pytest.mark.parametrize("path", ["/readyz", "/normalize?name=Bakhmut"])
def test_a_gazetteer_that_is_not_there_is_said_to_be_missing(unready: FlaskClient, path: str) -> None:
    assert "init" in refused(unready.get(path), 503)["detail"]
