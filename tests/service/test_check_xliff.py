"""``/check/xliff``, as a translators' tool asks it."""

import codecs
import re
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.service.test_bad_input import refused
from tests.xliff.marks import MARKED, before_and_after

STORIES = {path.stem: before_and_after(path) for path in MARKED}
BEFORE, AFTER = (text.encode() for text in STORIES["2.0-pc"])
XLIFF = "application/xliff+xml"


def post(client: FlaskClient, data: bytes, name: str = "story.xlf", **fields: str) -> TestResponse:
    return client.post("/check/xliff", data={"file": (BytesIO(data), name), **fields})


def ask(client: FlaskClient, data: bytes, **fields: str) -> dict[str, Any]:
    answer = post(client, data, **fields)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "application/json"
    said: dict[str, Any] = answer.json
    return said


def test_names_are_listed_with_their_unit_and_segment(client: FlaskClient) -> None:
    said = ask(client, STORIES["2.0-plain"][0].encode())
    assert list(said) == ["version", "mentions", "parts", "gazetteer_version"]
    where = [(one["file"], one["unit"], one["segment"], one["surface"], one["replacement"]) for one in said["mentions"]]
    assert where == [("f1", "u1", "s1", "Bakhmout", "Bakhmut"), ("f1", "u1", "s2", "Bakhmout", "Bakhmut")]
    assert [one["fixed"] for one in said["mentions"]] == [False, False]
    [part] = said["parts"]
    assert (part["source_language"], part["language"], part["style"], part["segments"]) == ("fr", "en", "default", 2)
    assert [(row["mentions"], row["replacement"]) for row in part["summary"]] == [(2, "Bakhmut")]


def test_offsets_count_in_the_segment(client: FlaskClient) -> None:
    for one in ask(client, STORIES["1.2-emoji"][0].encode())["mentions"]:
        text = "👩‍👩‍👧 🏙️ The battle for 🪖 Bakhmout 🎉🎉 Bakhmout"
        assert text[one["start"] : one["end"]] == one["surface"] == "Bakhmout"
        units = text.encode("utf-16-le")
        assert units[2 * one["start_utf16"] : 2 * one["end_utf16"]].decode("utf-16-le") == "Bakhmout"


def test_the_file_comes_back_put_right_under_its_name(client: FlaskClient) -> None:
    for mark, encoding in ((b"", "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        data, right = (mark + text.encode(encoding) for text in STORIES["2.0-pc"])
        answer = post(client, data, "Été <1>.xlf", answer="xliff")
        assert (answer.status_code, answer.content_type) == (200, XLIFF)
        assert answer.data == right
        said = answer.headers["Content-Disposition"]
        assert said == "attachment; filename=\"_t_ <1>.xlf\"; filename*=UTF-8''%C3%89t%C3%A9%20%3C1%3E.xlf"


@pytest.mark.parametrize(("which", "right"), [("none", BEFORE), ("all", AFTER)])
def test_how_much_is_put_right_may_be_said(client: FlaskClient, which: str, right: bytes) -> None:
    assert post(client, BEFORE, answer="xliff", fix=which).data == right
    assert {one["fixed"] for one in ask(client, BEFORE, fix=which)["mentions"]} == {which == "all"}


def test_a_style_has_its_own_spellings(client: FlaskClient) -> None:
    data = STORIES["1.2-g"][0].encode()
    for style, name in (("nyt", b">Zelensky<"), ("ap", b">Zelenskyy<")):
        assert name in post(client, data, answer="xliff", style=style).data


WRONG = [
    (b"<xliff", {}, 400, "bad-xliff", "not well-formed XML"),
    (b"<html/>", {}, 400, "bad-xliff", "The root of the file is ‘html’"),
    (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><xliff/>', {}, 400, "bad-xliff", "has a DOCTYPE"),
    (b'<xliff version="9"/>', {}, 400, "bad-xliff", "The file has version ‘9’; XLIFF is read in"),
    (b'<xliff version="2.0"/>', {}, 400, "nothing-translated", "translate the file first"),
    (BEFORE.replace(b'"en"', b'"es"'), {}, 400, "no-style-of-language", "in es, which no style writes"),
    (BEFORE, {"style": "fr-desk"}, 400, "no-style-of-language", "The style fr-desk writes fr, the targets are in en"),
    (BEFORE, {"style": "tabloid"}, 400, "unknown-style", "No style 'tabloid'; known: "),
    (BEFORE, {"fix": "some"}, 400, "bad-parameter", 'fix is none, wrong or all, not "some".'),
    (BEFORE, {"answer": "docx"}, 400, "bad-parameter", 'answer is json or xliff, not "docx".'),
    (BEFORE, {"quotations": "no"}, 400, "bad-parameter", 'quotations is true or false, not "no".'),
    (BEFORE, {"language": "qq"}, 400, "unknown-language", "language: No language ‘qq’"),
    (BEFORE, {"source_language": "french"}, 400, "unknown-language", "source_language: No language ‘french’"),
    (
        BEFORE,
        {"language": "fr"},
        400,
        "bad-parameter",
        "language says fr, but the file says that its targets are in en",
    ),
    (
        BEFORE,
        {"source_language": "de"},
        400,
        "bad-parameter",
        "source_language says de, but the file says that its sources are in fr; leave source_language out.",
    ),
    (
        BEFORE,
        {"format": "html"},
        400,
        "bad-parameter",
        "Unknown field format; the fields are file, language, source_language, style, fix, quotations, answer",
    ),
    (b" " * (20 * 2**20 + 1), {}, 413, "too-large", "The file is larger than 20 MiB"),
    (b" " * (21 * 2**20), {}, 413, "too-large", "The file is larger than 20 MiB"),
    (
        BEFORE.replace(b"<target>", b"<target>" + b"a" * 200_000),
        {},
        413,
        "text-too-long",
        "more than 200,000 characters; send the file in parts",
    ),
]


@pytest.mark.parametrize(("data", "fields", "status", "sort", "says"), WRONG, ids=[row[4][:30] for row in WRONG])
def test_what_cannot_be_checked_is_refused_in_a_sentence(
    client: FlaskClient, data: bytes, fields: dict[str, str], status: int, sort: str, says: str
) -> None:
    problem = refused(post(client, data, **fields), status)
    assert problem["type"] == f"/docs#{sort}"
    assert says in problem["detail"]


def test_quotations_are_left_alone_when_that_is_asked(client: FlaskClient) -> None:
    text = "In Bakhmout: “Bakhmout.”"
    data = re.sub("<target>.*</target>", f"<target>{text}</target>", STORIES["1.2-plain"][0]).encode()
    for said, right in (("", text.replace("Bakhmout", "Bakhmut")), ("false", text.replace("Bakhmout", "Bakhmut", 1))):
        assert right in post(client, data, answer="xliff", quotations=said).data.decode()


def test_where_the_file_is_silent_its_languages_may_be_said(client: FlaskClient) -> None:
    silent = BEFORE.replace(b' trgLang="en"', b"")
    assert "does not say the language of its targets" in refused(post(client, silent), 400)["detail"]
    [part] = ask(client, silent, language="en-GB")["parts"]
    assert (part["source_language"], part["language"], part["style"]) == ("fr", "en-GB", "default")
    unclear = BEFORE.replace(b'srcLang="fr"', b'srcLang="x-wire"')
    assert ask(client, unclear)["parts"][0]["source_language"] is None
    assert ask(client, unclear, source_language="fr")["parts"][0]["source_language"] == "fr"


def test_what_the_file_says_may_be_said_again(client: FlaskClient) -> None:
    [part] = ask(client, BEFORE, language="en-GB", source_language="fr-CA")["parts"]
    assert (part["source_language"], part["language"]) == ("fr", "en")


def test_an_empty_field_is_not_said(client: FlaskClient) -> None:
    fields = ("language", "source_language", "style", "fix", "quotations", "answer")
    assert ask(client, BEFORE, **dict.fromkeys(fields, "")) == ask(client, BEFORE)


def test_parameters_in_the_address_are_refused(client: FlaskClient) -> None:
    asked = client.post("/check/xliff?style=ap", data={"file": (BytesIO(BEFORE), "a.xlf")})
    assert "Unknown parameter style" in refused(asked, 400)["detail"]


def test_a_file_as_large_as_may_be_is_read(client: FlaskClient) -> None:
    data = BEFORE.replace(b"<notes>", b" " * (20 * 2**20 - len(BEFORE)) + b"<notes>")
    assert len(data) == 20 * 2**20
    assert ask(client, data)["mentions"]


FORMS: list[tuple[dict[str, Any], str]] = [
    ({}, "file is missing; send one file in that field, with its name, as curl does with -F file=@story.xlf."),
    ({"style": "ap"}, "file is missing"),
    ({"file": "text"}, "file is missing"),
    ({"document": (BytesIO(BEFORE), "a.xlf")}, 'The field "document" is a file; only file may be one.'),
    ({"file": (BytesIO(BEFORE), "a.xlf"), "other": (BytesIO(BEFORE), "b.xlf")}, 'The field "other" is a file'),
    ({"file": [(BytesIO(BEFORE), "a.xlf"), "text"]}, 'The field "file" is given 2 times; give it once.'),
    ({"file": [(BytesIO(BEFORE), "a.xlf"), (BytesIO(BEFORE), "b.xlf")]}, 'The field "file" is given 2 times'),
    ({"file": (BytesIO(BEFORE), "a.xlf"), "style": ["ap", "nyt"]}, 'The field "style" is given 2 times'),
]


@pytest.mark.parametrize(("form", "says"), FORMS)
def test_a_form_without_one_file_is_refused(client: FlaskClient, form: dict[str, Any], says: str) -> None:
    answer = client.post("/check/xliff", data=form, content_type="multipart/form-data")
    assert says in refused(answer, 400)["detail"]


@pytest.mark.parametrize("kind", ["application/json", XLIFF, "application/x-www-form-urlencoded"])
def test_what_is_no_form_is_refused(client: FlaskClient, kind: str) -> None:
    problem = refused(client.post("/check/xliff", data=BEFORE, content_type=kind), 415)
    assert "multipart/form-data, as curl does with -F file=@story.xlf" in problem["detail"]


def test_a_broken_form_is_refused(client: FlaskClient) -> None:
    for data in (b"", b"--x", b"--x\r\nContent-Disposition: form-data; name=file\r\n\r\n<xliff"):
        assert refused(client.post("/check/xliff", data=data, content_type="multipart/form-data; boundary=x"), 400)


def test_it_is_asked_by_post_alone(client: FlaskClient) -> None:
    assert "POST" in refused(client.get("/check/xliff"), 405)["detail"]


def test_a_gazetteer_that_is_not_there_is_said_to_be_missing(unready: FlaskClient) -> None:
    assert "init" in refused(post(unready, BEFORE), 503)["detail"]
