"""``/check``, as an editor's tool asks it."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.service.test_bad_input import BIDI, refused

CHECKED = ["mentions", "corrected", "summary", "guessed_source_language", "gazetteer_version"]
CHECKED += ["language", "style", "warning"]
MENTION = [
    "start",
    "end",
    "start_utf16",
    "end_utf16",
    "surface",
    "kind",
    "decision",
    "entity",
    "class",
    "replacement",
    "alternatives",
    "confidence",
    "relation",
    "why",
    "cluster",
]
ENTITY = ["id", "kind", "canonical", "country", "description", "lat", "lon", "identifiers"]
COPY = "The battle for Bakhmout goes on. Kharkiv and Bakhmout are in Ukraine."
RIGHT = "The battle for Bakhmut goes on. Kharkiv and Bakhmut are in Ukraine."


def ask(client: FlaskClient, text: str, **fields: object) -> dict[str, Any]:
    answer = client.post("/check", json={"text": text, **fields})
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "application/json"
    said: dict[str, Any] = answer.json
    return said


def advised(said: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["surface"], one["replacement"]) for one in said["mentions"] if one["class"]]


def replaced(text: str, said: dict[str, Any]) -> str:
    """The text with every replacement put in, last first."""
    for one in reversed(said["mentions"]):
        if one["replacement"] is not None:
            text = text[: one["start"]] + one["replacement"] + text[one["end"] :]
    return text


def test_a_french_spelling_is_found_wherever_it_stands_and_put_right(client: FlaskClient) -> None:
    said = ask(client, COPY, fix="all")
    assert advised(said) == [("Bakhmout", "Bakhmut")] * 2
    assert said["corrected"] == RIGHT == replaced(COPY, said)


def test_an_answer_has_the_fields_of_the_contract_in_their_order(client: FlaskClient) -> None:
    said = ask(client, COPY, format="text", language="en", source_language="fr", style="ap", fix="wrong")
    assert list(said) == CHECKED
    assert said["gazetteer_version"] >= 1
    assert {tuple(one) for one in said["mentions"]} == {tuple(MENTION)}
    first = said["mentions"][0]
    assert list(first["entity"]) == ENTITY
    assert (first["surface"], first["kind"], first["decision"]) == ("Bakhmout", "place", "linked")
    assert first["entity"]["id"] == "geonames-713174"
    assert first["class"] in ("wrong", "house_style")
    assert "Bakhmout" in first["why"]
    assert 0 < first["confidence"] <= 1
    assert (first["start"], first["end"]) == (15, 23)


OTHERS = [
    ({"text": "À Kiev et Moscou.", "language": "fr"}, "fr-desk", "À Kiev et Moscou."),
    ({"text": "Kämpfe um Lviv.", "language": "de"}, "de-desk", "Kämpfe um Lwiw."),
    ({"text": "Die Stadt Lviv liegt im Westen des Landes."}, "de-desk", "Die Stadt Lwiw liegt im Westen des Landes."),
    ({"text": "A Kiev e Bakhmout.", "language": "it"}, None, "A Kiev e Bakhmout."),
    ({"text": "Президент Зеленский сегодня в Киеве."}, None, "Президент Зеленский сегодня в Киеве."),
    ({"text": "À Kiev.", "language": "fr", "style": "ap"}, None, "À Kiev."),
]


@pytest.mark.parametrize(("fields", "style", "corrected"), OTHERS)
def test_copy_in_another_language_is_held_to_a_style_of_its_own_or_to_none(
    client: FlaskClient, fields: dict[str, str], style: str | None, corrected: str
) -> None:
    said = ask(client, fix="all", **fields)
    assert (said["style"], said["corrected"]) == (style, corrected)
    assert (said["warning"] is None) == (style is not None)
    assert said["mentions"]


def test_a_right_name_is_listed_and_left_alone(client: FlaskClient) -> None:
    [kharkiv] = [one for one in ask(client, COPY)["mentions"] if one["surface"] == "Kharkiv"]
    assert kharkiv["entity"]["id"] == "geonames-706483"
    assert kharkiv["class"] is kharkiv["replacement"] is kharkiv["why"] is None
    assert kharkiv["alternatives"] == []


def test_mentions_of_one_entity_are_one_cluster(client: FlaskClient) -> None:
    clusters = {one["surface"]: one["cluster"] for one in ask(client, COPY)["mentions"]}
    assert [one["cluster"] for one in ask(client, COPY)["mentions"] if one["surface"] == "Bakhmout"] == [
        clusters["Bakhmout"]
    ] * 2
    assert clusters["Bakhmout"] != clusters["Kharkiv"]


def test_the_summary_counts_the_mentions_of_each_entity(client: FlaskClient) -> None:
    bakhmut, kharkiv, ukraine = ask(client, COPY)["summary"]
    assert list(bakhmut) == ["entity", "mentions", "wrong", "house_style", "replacement"]
    assert bakhmut["entity"]["id"] == "geonames-713174"
    assert (bakhmut["mentions"], bakhmut["wrong"] + bakhmut["house_style"], bakhmut["replacement"]) == (2, 2, "Bakhmut")
    for one, entity in ((kharkiv, "geonames-706483"), (ukraine, "iso3166-UA")):
        assert one["entity"]["id"] == entity
        assert (one["mentions"], one["wrong"], one["house_style"], one["replacement"]) == (1, 0, 0, None)


BEFORE = ["", "🏙️ 👩‍👩‍👧 ", "e\u0301\r\n", "שלום, العربية ", "\ufeff", "क्‍ष "]


@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_offsets_count_code_points_and_utf_16_units(client: FlaskClient, before: str) -> None:
    text = f"{before}The battle for Bakhmout goes on."
    [one] = [one for one in ask(client, text)["mentions"] if one["surface"] == "Bakhmout"]
    assert text[one["start"] : one["end"]] == "Bakhmout"
    units = text.encode("utf-16-le")
    assert units[2 * one["start_utf16"] : 2 * one["end_utf16"]].decode("utf-16-le") == "Bakhmout"


def test_unless_asked_nothing_is_put_right(client: FlaskClient) -> None:
    assert ask(client, COPY)["corrected"] == ask(client, COPY, fix="none")["corrected"] == COPY
    assert advised(ask(client, COPY))


@pytest.mark.parametrize("which", ["wrong", "all"])
def test_what_is_put_right_is_of_the_class_that_was_asked_for(client: FlaskClient, which: str) -> None:
    text = "Bakhmout and Odessa are cities. Volodymyr Selenskyj spoke in Tschernihiw."
    said = ask(client, text, fix=which)
    assert advised(said)
    for one in said["mentions"]:
        if which == "wrong" and one["class"] != "wrong":
            one["replacement"] = None
    assert said["corrected"] == replaced(text, said)


MARKED_UP = [
    ("html", '<p title="Bakhmout">The battle for <b>Bakhmout</b> &amp; <code>Bakhmout</code></p>', "<b>Bakhmut</b>"),
    ("markdown", "The battle for **Bakhmout** `Bakhmout` [here](https://bakhmout.example/Bakhmout)\r\n", "**Bakhmut**"),
]


@pytest.mark.parametrize(("markup", "text", "right"), MARKED_UP)
def test_markup_is_left_alone(client: FlaskClient, markup: str, text: str, right: str) -> None:
    said = ask(client, text, format=markup, fix="all")
    assert said["corrected"] == text.replace(right.replace("Bakhmut", "Bakhmout"), right)
    assert [text[one["start"] : one["end"]] for one in said["mentions"] if one["class"]] == ["Bakhmout"]


def test_what_is_ignored_is_left_alone(client: FlaskClient) -> None:
    said = ask(client, COPY, fix="all", ignore=[[15, 23]])
    assert [one["start"] for one in said["mentions"] if one["class"]] == [45]
    assert said["corrected"] == COPY[:32] + RIGHT[31:]


def test_quotations_are_left_alone_when_that_is_asked(client: FlaskClient) -> None:
    text = "The battle for Bakhmout goes on. He said: “We are in Bakhmout.”"
    assert len(advised(ask(client, text))) == 2
    said = ask(client, text, quotations=False)
    assert [one["start"] for one in said["mentions"] if one["class"]] == [15]


def test_a_style_has_its_own_spellings(client: FlaskClient) -> None:
    text = "The president, Volodymyr Selenskyj, spoke."
    assert ask(client, text, style="nyt", fix="all")["corrected"] == "The president, Volodymyr Zelensky, spoke."
    assert ask(client, text, style="ap", fix="all")["corrected"] == "The president, Volodymyr Zelenskyy, spoke."


def test_a_language_that_is_told_is_not_guessed(client: FlaskClient) -> None:
    told = ask(client, COPY, source_language="fr")["guessed_source_language"]
    assert told == {"language": "fr", "confidence": 1.0}


def test_without_foreign_spellings_there_is_no_guess(client: FlaskClient) -> None:
    assert ask(client, "Kharkiv is in Ukraine.")["guessed_source_language"] is None


NAMELESS = ["", " ", "\n", "It was raining all day.", "a" * 200_000, "<p><b", "🏙️", "क्‍ष"]


@pytest.mark.parametrize("text", NAMELESS, ids=lambda text: repr(text[:30]))
@pytest.mark.parametrize("markup", ["text", "html", "markdown"])
def test_a_text_without_a_wrong_name_comes_back_as_it_was(client: FlaskClient, text: str, markup: str) -> None:
    said = ask(client, text, format=markup, fix="all")
    assert advised(said) == []
    assert said["corrected"] == text


def test_what_is_null_is_not_said(client: FlaskClient) -> None:
    fields = ("format", "language", "source_language", "source_text", "style", "fix", "ignore", "quotations")
    assert ask(client, COPY, **dict.fromkeys(fields)) == ask(client, COPY)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "text is missing; it must be a string"),
    ({"text": None}, "text must be a string, not null"),
    ({"text": ["Bakhmout"]}, "text must be a string"),
    ({"txt": "Bakhmout"}, "Unknown field txt; the fields are text, format"),
    ({"text": "", "name": "Bakhmout"}, "Unknown field name"),
    ({"text": "", "format": "rtf"}, "format is one of text, html, markdown, not ‘rtf’"),
    ({"text": "", "format": 1}, "format must be a string, not 1"),
    ({"text": "", "fix": "some"}, "fix is one of none, wrong, all, not ‘some’"),
    ({"text": "", "fix": True}, "fix must be a string, not true"),
    ({"text": "", "language": "qq"}, "language: No language ‘qq’; write a BCP 47 tag"),
    ({"text": "", "source_language": "french"}, "source_language: No language ‘french’"),
    ({"text": "", "style": "tabloid"}, "No style 'tabloid'; known: "),
    ({"text": "", "quotations": "no"}, 'quotations must be true or false, not "no"'),
    ({"text": "", "quotations": 0}, "quotations must be true or false"),
    ({"text": "Bakhmut", "ignore": 3}, "ignore must be a list of spans"),
    ({"text": "Bakhmut", "ignore": [3]}, "ignore[0] must be a span, [start, end], not 3"),
    ({"text": "Bakhmut", "ignore": [[0, 1], [0, "2"]]}, 'ignore[1][1] must be a whole number, not "2"'),
    ({"text": "Bakhmut", "ignore": [[0, 1.5]]}, "ignore[0][1] must be a whole number, not 1.5"),
    ({"text": "Bakhmut", "ignore": [[1]]}, "ignore[0] has 1 numbers; a span is two, start and end"),
    ({"text": "Bakhmut", "ignore": [[0, 1, 2]]}, "ignore[0] has 3 numbers"),
    ({"text": "Bakhmut", "ignore": [[0, 7], [-1, 3]]}, "ignore[1] is [-1, 3]"),
    ({"text": "Bakhmut", "ignore": [[3, 3]]}, "ignore[0] is [3, 3]"),
    ({"text": "Bakhmut", "ignore": [[5, 3]]}, "ignore[0] is [5, 3]"),
    ({"text": "Bakhmut", "ignore": [[0, 8]]}, "ends by 7, where the text does"),
    ({"text": "", "ignore": [[0, 1]]}, "ignore[0] is [0, 1]"),
    ({"text": "Bakhmut", "ignore": [[0, 10**15]]}, "ignore[0] is"),
    ({"text": "Bakhmut", "ignore": [[0, 1]] * 1_001}, "ignore has 1,001 spans"),
    ({"text": "Bakh\0mut"}, "text has a null character (U+0000) at 4"),
    ({"text": "", "source_text": "\0"}, "source_text has a null character"),
    *[({"text": f"near Bakh{mark}mut"}, f"a direction override (U+{ord(mark):04X}) at 9") for mark in BIDI],
    *[({"text": "", "source_text": mark}, "source_text has a direction override") for mark in BIDI],
]


@pytest.mark.parametrize(("body", "says"), WRONG, ids=lambda value: ascii(value)[:60])
def test_what_cannot_be_checked_is_refused_in_a_sentence(client: FlaskClient, body: dict[str, Any], says: str) -> None:
    assert says in refused(client.post("/check", json=body), 400)["detail"]


LONG = [
    ({"text": "a" * 200_001}, "text has 200,001 characters; at most 200,000"),
    ({"text": "🏙" * 200_001}, "text has 200,001 characters"),
    ({"text": "", "source_text": "a" * 200_001}, "source_text has 200,001 characters"),
]


@pytest.mark.parametrize(("body", "says"), LONG, ids=lambda value: ascii(value)[:30])
def test_a_text_that_is_too_long_is_refused(client: FlaskClient, body: dict[str, Any], says: str) -> None:
    problem = refused(client.post("/check", json=body), 413)
    assert problem["type"] == "/docs#text-too-long"
    assert says in problem["detail"]


def test_the_longest_text_fits_in_a_body_however_it_is_written(client: FlaskClient) -> None:
    body = b'{"text": "' + b"\\ud83c\\udfd9" * 200_000 + b'"}'
    answer = client.post("/check", data=body, content_type="application/json")
    assert answer.status_code == 200
    assert answer.json["mentions"] == []


HALVES = [
    (rb'{"text": "\ud800"}', "not JSON in UTF-8"),
    (rb'{"text": "\udfff\ud800"}', "not JSON in UTF-8"),
    (b'{"text": "\xed\xa0\x80"}', "The body is not UTF-8; send the JSON in UTF-8"),
    (b'{"text": "B\xe9ni"}', "The body is not UTF-8; send the JSON in UTF-8"),
]


@pytest.mark.parametrize(("body", "says"), HALVES)
def test_halves_of_characters_are_refused(client: FlaskClient, body: bytes, says: str) -> None:
    assert says in refused(client.post("/check", data=body, content_type="application/json"), 400)["detail"]


@pytest.mark.parametrize("body", [b"[]", b'"Bakhmout"', b"null"])
def test_a_body_that_is_no_object_is_refused_with_an_example(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/check", data=body, content_type="application/json")
    assert '{"text": "near Bakhmout"}' in refused(answer, 400)["detail"]


def test_a_text_that_is_not_sent_as_json_is_refused(client: FlaskClient) -> None:
    assert (
        "application/json"
        in refused(client.post("/check", data=COPY.encode(), content_type="text/plain"), 415)["detail"]
    )


def test_it_is_asked_by_post_alone(client: FlaskClient) -> None:
    assert "POST" in refused(client.get("/check?text=Bakhmout"), 405)["detail"]


def test_a_gazetteer_that_is_not_there_is_said_to_be_missing(unready: FlaskClient) -> None:
    assert "init" in refused(unready.post("/check", json={"text": COPY}), 503)["detail"]
