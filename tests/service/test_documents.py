"""``/check/docx``, as an editor's tool asks it: a Word document in, the same with tracked changes out."""

import re
from io import BytesIO
from typing import Any

import orjson
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.forms import PARTS_MOST
from tests.docx.building import docx, p, r
from tests.docx.plain_reading import accepted, comments_of, contents, rejected
from tests.service.test_bad_input import refused

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STORY = docx(p("The battle for Bakh", r("mout", "<w:b/>"), " goes on."), p("He said: “We are in Bakhmout.”"))
TEXT = "The battle for Bakhmout goes on.\n\nHe said: “We are in Bakhmout.”"
RIGHT = TEXT.replace("Bakhmout", "Bakhmut")


def send(client: FlaskClient, data: bytes = STORY, name: str = "story.docx", **fields: object) -> TestResponse:
    return client.post(
        "/check/docx", data={"file": (BytesIO(data), name), **fields}, content_type="multipart/form-data"
    )


def given(answer: TestResponse) -> bytes:
    """The document that was given."""
    assert answer.status_code == 200, answer.text
    assert answer.content_type == DOCX
    return answer.data


def test_a_document_comes_back_with_tracked_changes(client: FlaskClient) -> None:
    made = given(send(client))
    assert (accepted(made), rejected(made)) == (RIGHT, TEXT)
    assert [author for _, author, _ in comments_of(made)] == ["Gazetteer"] * 2
    assert all("Bakhmout" in why for _, _, why in comments_of(made))
    assert re.search(rb'w:date="20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"', contents(made)["word/document.xml"])


def test_a_document_may_come_back_without_a_trace(client: FlaskClient) -> None:
    made = given(send(client, plain="true"))
    assert accepted(made) == rejected(made) == RIGHT
    assert comments_of(made) == []


def test_json_is_the_answer_of_check_for_the_text_and_the_text(client: FlaskClient) -> None:
    told = send(client, answer="json", style="ap", source_language="fr")
    assert told.content_type == "application/json"
    same = client.post("/check", json={"text": TEXT, "style": "ap", "source_language": "fr", "fix": "all"}).json
    assert told.json == {**same, "text": TEXT}
    assert list(told.json) == [*same, "text"]


@pytest.mark.parametrize("which", ["wrong", "all"])
def test_what_is_changed_is_of_the_class_that_was_asked_for(client: FlaskClient, which: str) -> None:
    text = "Bakhmout and Odessa are cities. Volodymyr Selenskyj spoke in Tschernihiw."
    same = client.post("/check", json={"text": text, "fix": which}).json
    assert accepted(given(send(client, docx(p(text)), fix=which))) == same["corrected"]
    assert send(client, docx(p(text)), fix=which, answer="json").json["corrected"] == same["corrected"]


def test_quotations_are_left_alone_when_that_is_asked(client: FlaskClient) -> None:
    assert accepted(given(send(client, quotations="false"))) == TEXT.replace("Bakhmout goes", "Bakhmut goes")


def test_exactly_the_edits_that_are_sent_are_made(client: FlaskClient) -> None:
    at = TEXT.rindex("Bakhmout")
    edits = [
        {"start": at, "end": at + 8, "replacement": "Бахмут", "why": "so we say"},
        {"start": 0, "end": 3, "replacement": ""},
    ]
    made = given(send(client, edits=orjson.dumps(edits).decode()))
    assert accepted(made) == (TEXT[3:at] + "Бахмут" + TEXT[at + 8 :])
    assert rejected(made) == TEXT
    assert [why for _, _, why in comments_of(made)] == ["so we say"]


def test_no_edits_give_the_very_same_file(client: FlaskClient) -> None:
    assert given(send(client, edits="[]")) == STORY
    assert given(send(client, docx(p("It was raining.")))) == docx(p("It was raining."))


def test_edits_need_no_gazetteer(unready: FlaskClient) -> None:
    assert given(send(unready, edits="[]")) == STORY
    assert "init" in refused(send(unready), 503)["detail"]


NAMES = [
    ("story.docx", "attachment; filename=\"story.docx\"; filename*=UTF-8''story.docx"),
    ("C:/Desk/story.DOCX", "attachment; filename=\"story.DOCX\"; filename*=UTF-8''story.DOCX"),
    ("Київ 1.docx", "attachment; filename=\"____ 1.docx\"; filename*=UTF-8''%D0%9A%D0%B8%D1%97%D0%B2%201.docx"),
    ("story.exe", "attachment; filename=\"document.docx\"; filename*=UTF-8''document.docx"),
]


@pytest.mark.parametrize(("name", "header"), NAMES)
def test_the_answer_is_saved_under_the_name_it_was_sent_with(client: FlaskClient, name: str, header: str) -> None:
    assert send(client, name=name).headers["Content-Disposition"] == header


def test_an_empty_field_is_not_said(client: FlaskClient) -> None:
    fields = ("language", "source_language", "style", "fix", "plain", "quotations", "answer", "edits")
    assert accepted(given(send(client, **dict.fromkeys(fields, "")))) == RIGHT


def a_list(**edit: object) -> str:
    return orjson.dumps([{"start": 0, "end": 3, "replacement": "A", **edit}]).decode()


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"fix": "none"}, 'fix is wrong or all, not "none"'),
    ({"plain": "yes"}, 'plain is true or false, not "yes"'),
    ({"quotations": "0"}, "quotations is true or false"),
    ({"answer": "pdf"}, "answer is docx or json"),
    ({"language": "qq"}, "language: No language ‘qq’"),
    ({"source_language": "french"}, "source_language: No language"),
    ({"style": "tabloid"}, "No style 'tabloid'"),
    ({"format": "html"}, "Unknown field format; the fields are file, language"),
    ({"style": ["ap", "nyt"]}, 'The field "style" is given 2 times; give it once.'),
    ({"other": (BytesIO(b"x"), "x.docx")}, 'The field "other" is a file; only file may be one.'),
    ({"edits": "[", "answer": "docx"}, "edits must be a JSON list of changes"),
    ({"edits": "{}"}, "edits must be a JSON list of changes"),
    ({"edits": "[3]"}, "edits[0] must be an object with start, end and replacement, not 3"),
    ({"edits": "[{}]"}, "edits[0].start is missing; it must be a whole number"),
    ({"edits": a_list(end="3")}, 'edits[0].end must be a whole number, not "3"'),
    ({"edits": a_list(start=0.5)}, "edits[0].start must be a whole number"),
    ({"edits": a_list(replacement=None)}, "edits[0].replacement must be a string"),
    ({"edits": a_list(why=3)}, "edits[0].why must be a string"),
    ({"edits": a_list(end=99)}, "edits[0] is from 0 to 99"),
    ({"edits": a_list(end=40)}, "edits[0] goes from one paragraph to the next"),
    ({"edits": a_list(), "answer": "json"}, "leave them out, or ask for answer=docx"),
]


@pytest.mark.parametrize(("fields", "says"), WRONG, ids=[says for _, says in WRONG])
def test_what_cannot_be_done_is_refused_in_a_sentence(client: FlaskClient, fields: dict[str, Any], says: str) -> None:
    assert says in refused(send(client, **fields), 400)["detail"]


def test_a_document_that_is_none_is_refused_as_such(client: FlaskClient) -> None:
    problem = refused(send(client, b"In Bakhmout"), 400)
    assert problem["type"] == "/docs#bad-document"
    assert "zip archive" in problem["detail"]
    assert "200,001 characters" in refused(send(client, docx(p("a" * 200_001))), 413)["detail"]


NO_FORMS = [
    (b"", "multipart/form-data", 400, "file is missing"),
    (b"x", "multipart/form-data; boundary=y", 400, "file is missing"),
    (
        b"--y\r\nContent-Disposition: form-data; name=file\r\n\r\nx\r\n--y--",
        "multipart/form-data; boundary=y",
        400,
        "file is missing",
    ),
    (STORY, DOCX, 415, "sent as Content-Type: multipart/form-data"),
    (b"{}", "application/json", 415, "the type sent is application/json"),
    (b"file=x", "application/x-www-form-urlencoded", 415, "multipart/form-data"),
]


@pytest.mark.parametrize(("data", "kind", "status", "says"), NO_FORMS, ids=lambda value: ascii(value)[:12])
def test_what_is_no_form_with_a_file_is_refused(
    client: FlaskClient, data: bytes, kind: str, status: int, says: str
) -> None:
    assert says in refused(client.post("/check/docx", data=data, content_type=kind), status)["detail"]


def test_the_limits_of_this_address_are_its_own(app: Flask, client: FlaskClient) -> None:
    pictured = docx(p("In Bakhmout"), more={"word/media/image2.png": bytes(range(256)) * 40_000})
    assert len(pictured) > 10_000_000
    assert accepted(given(send(client, pictured))) == "In Bakhmut"
    assert "larger than 100 MB" in refused(send(client, b"P" * 100_000_001), 413)["detail"]
    assert "at most 100 MB" in refused(send(client, b"P" * 109_000_000), 413)["detail"]
    assert "8 MiB" in refused(client.post("/check", json={"text": "a" * 9_000_000}), 413)["detail"]


def test_a_form_has_so_many_fields_at_most(client: FlaskClient) -> None:
    many = {f"x{number}": "" for number in range(PARTS_MOST)}
    assert refused(send(client, **many), 413)["type"] == "/docs#document-too-large"


def test_it_is_asked_by_post_without_parameters(client: FlaskClient) -> None:
    assert "POST" in refused(client.get("/check/docx"), 405)["detail"]
    asked = client.post("/check/docx?style=ap", data={"file": (BytesIO(STORY), "a.docx")})
    assert "Unknown parameter style" in refused(asked, 400)["detail"]
