"""Beside another LanguageTool: what both found, and what is told when the other one fails."""

import json
import logging
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from service.config import settings
from service.languagetool.merging import beside as merged
from tests.service.languagetool.conftest import SLOW, OtherServer, ask, ask_annotated, cut, recorded

TEXT = "🙂 Bakhmout and Kharkiv are are teh cities."
THEIRS = recorded("upstream-answer.json")
Beside = Callable[[str], FlaskClient]


def answering(other: OtherServer, answer: Any = THEIRS) -> str:
    other.behaviour.body = json.dumps(answer).encode()
    return other.url


def found(said: dict[str, Any]) -> list[tuple[str, str]]:
    return [(match["rule"]["id"], cut(TEXT, match)) for match in said["matches"]]


OURS = [("NAME_VARIANT_PLACE", "Bakhmout")]
BOTH = [
    *OURS,
    ("COMMA_RULE", "and Kharkiv"),
    ("ENGLISH_WORD_REPEAT_RULE", "are are"),
    ("MORFOLOGIK_RULE_EN_GB", "teh"),
]


def test_ours_come_first_and_a_known_name_is_no_slip_of_the_pen(other: OtherServer, beside: Beside) -> None:
    said = ask(beside(answering(other)), TEXT, language="auto")
    assert found(said) == BOTH
    assert said["language"] == THEIRS["language"]
    assert said["warnings"] == {"incompleteResults": False}
    assert said["matches"][1:] == [one for one in THEIRS["matches"] if cut(TEXT, one) not in ("Bakhmout", "Kharkiv")]


def test_offsets_are_compared_in_the_text_with_its_markup(other: OtherServer, beside: Beside) -> None:
    typo = {**THEIRS["matches"][0], "offset": 3, "length": 7}
    client = beside(answering(other, {**THEIRS, "matches": [typo, {**typo, "offset": 0}]}))
    said = ask_annotated(
        client, {"markup": "<b>", "interpretAs": "\n\n\n\n\n"}, {"text": "Kharkiv"}, {"markup": "</b>"}
    )
    assert said["matches"] == []
    typo = {**typo, "offset": 0, "length": 3}
    client = beside(answering(other, {**THEIRS, "matches": [typo]}))
    assert ask_annotated(client, {"markup": "<b>"}, {"text": "Kharkiv"})["matches"] == [typo]


def test_a_word_of_the_dictionary_is_no_slip_either(other: OtherServer, beside: Beside) -> None:
    typo = {**THEIRS["matches"][0], "offset": 3, "length": 10}
    client = beside(answering(other, {**THEIRS, "matches": [typo]}))
    text = "At Xqzzt Vrbnk."
    assert len(ask(client, text)["matches"]) == 1
    client.post("/v2/words/add", data={"word": "Xqzzt Vrbnk"})
    assert ask(client, text)["matches"] == []


OVERLAPS = [
    (0, 3, False),
    (0, 4, True),
    (3, 2, True),
    (5, 9, True),
    (9, 1, True),
    (10, 2, False),
    (10, 11, True),
    (30, 5, False),
]


@pytest.mark.parametrize(("offset", "length", "gone"), OVERLAPS)
def test_one_unit_in_a_known_name_is_enough(offset: int, length: int, gone: bool) -> None:
    match = {"offset": offset, "length": length, "rule": {"id": "GERMAN_SPELLER_RULE"}}
    assert merged([match], [(3, 10), (20, 25)]) == ([] if gone else [match])
    assert merged([{**match, "rule": {"id": "X"}}], [(3, 10)]) == [{**match, "rule": {"id": "X"}}]


def test_what_only_whole_texts_tell_is_theirs_alone(other: OtherServer, beside: Beside) -> None:
    said = ask(beside(answering(other)), TEXT, mode="textLevelOnly")
    assert said["matches"] == THEIRS["matches"]


FORMS = [
    {"language": "en-GB", "text": TEXT, "level": "picky", "disabledRules": "A,B", "mode": "all", "x": ""},
    {"language": "auto", "text": "naïve & 100 % + more", "preferredVariants": "en-GB,de-DE"},
    {"language": "en", "data": '{"annotation": [{"text": "é"}]}'},
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json"])
def test_the_same_form_is_sent_on(other: OtherServer, beside: Beside, form: dict[str, str], kind: str) -> None:
    client = beside(answering(other))
    assert client.post("/v2/check", data=urlencode(form), content_type=kind).status_code == 200
    assert other.behaviour.asked == [("/v2/check", form)]


def test_variants_that_it_would_refuse_are_not_sent_on(other: OtherServer, beside: Beside) -> None:
    ask(beside(answering(other)), TEXT, language="en-GB", preferredVariants="en-GB")
    assert other.behaviour.asked == [("/v2/check", {"language": "en-GB", "text": TEXT})]


@pytest.mark.parametrize("path", ["", "/", "/v2", "/v2/", "/v2/check"])
def test_its_address_may_be_written_as_users_write_it(other: OtherServer, beside: Beside, path: str) -> None:
    url = answering(other).removesuffix("/v2") + "/lt" + path
    assert found(ask(beside(url), TEXT)) == BOTH
    assert other.behaviour.asked[0][0] == "/lt/v2/check"


def test_what_is_refused_is_not_sent_on(other: OtherServer, beside: Beside) -> None:
    client = beside(answering(other))
    assert client.post("/v2/check", data={"language": "en"}).status_code == 400
    assert other.behaviour.asked == []


def test_what_it_could_not_finish_is_said(other: OtherServer, beside: Beside) -> None:
    url = answering(other, {**THEIRS, "warnings": {"incompleteResults": True}})
    assert ask(beside(url), TEXT)["warnings"] == {"incompleteResults": True}


BROKEN = [
    (500, b"Error: internal"),
    (400, b"Error: language"),
    (413, b"Error: too long"),
    (429, b""),
    (204, b""),
    (200, b""),
    (200, b"<html>"),
    (200, b'{"matches": ['),
    (200, b"[]"),
    (200, b"null"),
    (200, b'{"matches": {}}'),
    (200, b'{"matches": [1]}'),
    (200, b'{"matches": [{"offset": "1", "length": 2}]}'),
    (200, b'{"matches": [{"offset": -1, "length": 2}]}'),
    (200, b'{"matches": [{"offset": true, "length": 2}]}'),
    (200, b"\xff\xfe"),
]


@pytest.mark.parametrize(("status", "body"), BROKEN)
def test_when_it_fails_ours_are_told_and_that_it_is_not_all(
    other: OtherServer, beside: Beside, status: int, body: bytes
) -> None:
    other.behaviour.status, other.behaviour.body = status, body
    said = ask(beside(other.url), TEXT)
    assert found(said) == OURS
    assert said["warnings"] == {"incompleteResults": True}
    assert said["language"]["code"] == "en-US"


def test_a_redirect_leads_nowhere(other: OtherServer, beside: Beside) -> None:
    answering(other)
    other.behaviour.status, other.behaviour.headers = 307, {"Location": other.url + "/check"}
    said = ask(beside(other.url), TEXT)
    assert (found(said), said["warnings"]) == (OURS, {"incompleteResults": True})
    assert len(other.behaviour.asked) == 1


def test_an_answer_without_a_language_keeps_ours(other: OtherServer, beside: Beside) -> None:
    said = ask(beside(answering(other, {"matches": [], "language": {"name": "English"}})), TEXT)
    assert said["language"]["code"] == said["language"]["detectedLanguage"]["code"] == "en-US"
    assert said["warnings"] == {"incompleteResults": False}


def test_a_server_that_is_not_there_is_a_failure(beside: Beside) -> None:
    with socket.create_server(("127.0.0.1", 0)) as line:
        port = line.getsockname()[1]
    said = ask(beside(f"http://127.0.0.1:{port}"), TEXT)
    assert (found(said), said["warnings"]) == (OURS, {"incompleteResults": True})


@pytest.mark.parametrize("way", ["silent", "dripping"])
def test_nobody_waits_long_for_it(other: OtherServer, beside: Beside, way: str) -> None:
    answering(other)
    if way == "silent":
        other.behaviour.seconds = SLOW
    else:
        other.behaviour.drip = 0.2
    client = beside(other.url)
    said = ask(client, TEXT)  # had we waited to the end, its answer would be there
    assert (found(said), said["warnings"]) == (OURS, {"incompleteResults": True})
    other.behaviour.seconds = other.behaviour.drip = 0.0
    assert found(ask(client, TEXT)) == BOTH


def test_nothing_that_was_asked_is_in_the_log(
    other: OtherServer, beside: Beside, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    other.behaviour.body = b'{"Bakhmout'
    client = beside(other.url)
    ask(client, TEXT, username="desk@example.org", apiKey="k3y-of-the-desk")
    client.post("/v2/check", data="text=Bakhmout&apiKey=k3y-of-the-desk&language=en")
    client.post("/v2/words/add", data={"word": "Bakhmout", "apiKey": "k3y-of-the-desk", "username": "desk@example.org"})
    logged = "\n".join(record.getMessage() + str(record.exc_info) for record in caplog.records)
    assert "The other LanguageTool failed" in logged
    for secret in ("Bakhmout", "k3y", "desk@example.org", "teh"):
        assert secret not in logged


WRONG = ["localhost:8081", "ftp://host", "http://", "http://host:x", "http://user:pass@host", "http://host/?a=1", "x"]


@pytest.mark.parametrize("url", WRONG)
def test_an_address_that_is_none_stops_the_start(url: str) -> None:
    with pytest.raises(SystemExit, match="LANGUAGETOOL_UPSTREAM must be an address"):
        settings({"LANGUAGETOOL_UPSTREAM": url})


@pytest.mark.parametrize("blank", ["", "  "])
def test_without_an_address_nobody_else_is_asked(blank: str) -> None:
    assert settings({"LANGUAGETOOL_UPSTREAM": blank}).languagetool_upstream is None
