"""Texts with their markup apart: what is read, and where it stands for the client."""

import pytest
from flask.testing import FlaskClient

from tests.service.languagetool.conftest import ask_annotated, cut

TEXT, MARKUP = "text", "markup"


def part(kind: str, value: str, reads_as: str | None = None) -> dict[str, str]:
    return {kind: value} if reads_as is None else {kind: value, "interpretAs": reads_as}


CASES = [
    ("markup counts", [part(MARKUP, "<b>"), part(TEXT, "Kiev"), part(MARKUP, "</b>")], [(3, "Kiev")]),
    ("what it reads as does not", [part(MARKUP, "<p>", "\n\n"), part(TEXT, "Kiev")], [(3, "Kiev")]),
    ("markup counts in units", [part(MARKUP, "<🙂>"), part(TEXT, "🙂 Kiev")], [(7, "Kiev")]),
    ("a name in markup is not read", [part(MARKUP, "<Kiev>"), part(TEXT, " fell")], []),
    ("nor one that it reads as", [part(TEXT, "In "), part(MARKUP, "<x>", "Kiev"), part(TEXT, " it rains")], []),
    (
        "an entity is a letter of the name",
        [part(TEXT, "Possad-Pokrovsk"), part(MARKUP, "&eacute;", "é"), part(TEXT, " fell")],
        [(0, "Possad-Pokrovsk&eacute;")],
    ),
    (
        "a tie is a blank of the name",
        [part(TEXT, "Oleksandre"), part(MARKUP, "~", " "), part(TEXT, "Syrsky")],
        [(0, "Oleksandre~Syrsky")],
    ),
    ("a tag is none", [part(TEXT, "Oleksandre"), part(MARKUP, "<br>", " "), part(TEXT, "Syrsky")], []),
    ("a name across a tag stays", [part(TEXT, "Bakh"), part(MARKUP, "<b>"), part(TEXT, "mout")], []),
    (
        "nor is one that more may stand behind a tag of",
        [part(TEXT, "The "), part(MARKUP, "<b>"), part(TEXT, "Kiev"), part(MARKUP, "</b>"), part(TEXT, " Selenskyj")],
        [],
    ),
    (
        "a paragraph ends a name",
        [part(TEXT, "Oleksandre"), part(MARKUP, "\n\n", "\n\n"), part(TEXT, "Syrsky")],
        [],
    ),
    ("what stands for a formula is none", [part(MARKUP, "$x$", "Dummy0"), part(TEXT, " Kiev")], [(4, "Kiev")]),
    (
        "a paragraph ends a name where nothing stands",
        [part(TEXT, "Oleksandre"), part(MARKUP, "", "\n\n"), part(MARKUP, " "), part(TEXT, "Syrsky")],
        [],
    ),
    ("letters where nothing stands are no name", [part(MARKUP, "", letter) for letter in "Kiev"], []),
    ("nothing", [], []),
    ("empty parts", [part(TEXT, ""), part(MARKUP, "", "Kiev"), part(TEXT, "Kiev"), part(MARKUP, "")], [(0, "Kiev")]),
]


@pytest.mark.parametrize(("parts", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_offsets_count_text_and_markup(
    client: FlaskClient, parts: list[dict[str, str]], found: list[tuple[int, str]]
) -> None:
    text = "".join(one.get(TEXT, one.get(MARKUP, "")) for one in parts)
    said = ask_annotated(client, *parts)
    assert [(match["offset"], cut(text, match)) for match in said["matches"]] == found


def test_context_shows_the_markup_and_the_sentence_does_not(client: FlaskClient) -> None:
    parts = [part(MARKUP, "\\textbf{"), part(TEXT, "Kiev"), part(MARKUP, "}"), part(TEXT, " fell.")]
    [match] = ask_annotated(client, *parts)["matches"]
    assert match["context"]["text"] == "\\textbf{Kiev} fell."
    assert cut(match["context"]["text"], match["context"]) == "Kiev"
    assert match["sentence"] == "Kiev fell."


def test_the_end_of_a_paragraph_ends_a_sentence(client: FlaskClient) -> None:
    parts = [part(TEXT, "Near Kiev"), part(MARKUP, "", "\n\n"), part(MARKUP, "  "), part(TEXT, "It rained")]
    [match] = ask_annotated(client, *parts)["matches"]
    assert match["sentence"] == "Near Kiev"


def test_data_may_be_a_text_alone(client: FlaskClient) -> None:
    answer = client.post("/v2/check", data={"language": "en", "data": '{"text": "in Kiev"}'})
    assert [match["offset"] for match in answer.json["matches"]] == [3]
