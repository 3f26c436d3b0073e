"""What may be checked: each field is taken as it may be said, or refused in a sentence."""

from typing import Any

import pytest

from gazetteer.errors import BadParameter, GazetteerError, UnknownLanguage, UnknownStyle
from gazetteer.tagging.copies import IGNORED_MOST, TEXT_MOST, make_copy
from gazetteer.tagging.model import Copy, Format

REFUSED: list[tuple[str, dict[str, Any], type[GazetteerError], str]] = [
    ("a" * (TEXT_MOST + 1), {}, BadParameter, "200,001 characters"),
    ("Ki\0ev", {}, BadParameter, "null character (U+0000) at 2"),
    ("Ki\u202eev", {}, BadParameter, "direction override (U+202E) at 2"),
    ("Ki\ud83dev", {}, BadParameter, "half of a surrogate pair (U+D83D) at 2"),
    ("Kiev", {"source_text": "\0"}, BadParameter, "source_text has"),
    ("Kiev", {"format": "rtf"}, BadParameter, "text, html, markdown"),
    ("Kiev", {"format": "x" * 500}, BadParameter, "…"),
    ("Kiev", {"language": "french"}, UnknownLanguage, "language: "),
    ("Kiev", {"source_language": "qq"}, UnknownLanguage, "source_language: "),
    ("Kiev", {"style": "tabloid"}, UnknownStyle, "tabloid"),
    ("Kiev", {"ignore": [(0, 5)]}, BadParameter, "ends by 4"),
    ("Kiev", {"ignore": [(0, 1), (2, 2)]}, BadParameter, "ignore[1] is [2, 2]"),
    ("Kiev", {"ignore": [(-1, 2)]}, BadParameter, "starts at 0 or later"),
    ("Kiev", {"ignore": [(1, 2, 3)]}, BadParameter, "has 3 numbers"),
    ("Kiev", {"ignore": [(0, 1)] * (IGNORED_MOST + 1)}, BadParameter, "1,001 spans"),
]


def test_a_text_alone_is_english_plain_text() -> None:
    assert make_copy("Kiev") == Copy("Kiev", Format.TEXT, "en")


def test_what_is_none_is_not_said() -> None:
    said: dict[str, Any] = dict.fromkeys(
        ["format", "language", "source_language", "source_text", "style", "ignore", "quotations"]
    )
    assert make_copy("Kiev", **said) == make_copy("Kiev")


def test_what_is_said_is_kept() -> None:
    copy = make_copy(
        "Kiev", format="html", language="fr", source_language="uk", source_text="Київ", style="ap",
        ignore=[[0, 2], [3, 4]], quotations=False,
    )  # fmt: skip
    assert copy == Copy("Kiev", Format.HTML, "fr", "uk", "Київ", "ap", ((0, 2), (3, 4)), False)


@pytest.mark.parametrize(
    ("style", "language"), [("fr-desk", "fr"), ("de-desk", "de"), ("pl-desk", "pl"), ("nyt", "en")]
)
def test_a_copy_is_in_the_language_of_its_style(style: str, language: str) -> None:
    assert make_copy("Kiev", style=style).language == language
    assert make_copy("Kiev", style=style, language="es").language == "es"


@pytest.mark.parametrize(("text", "fields", "error", "says"), REFUSED, ids=lambda value: ascii(value)[:40])
def test_what_cannot_be_checked_is_refused(
    text: str, fields: dict[str, Any], error: type[GazetteerError], says: str
) -> None:
    with pytest.raises(error) as refused:
        make_copy(text, **fields)
    assert says in str(refused.value)


@pytest.mark.parametrize("text", ["", "a" * TEXT_MOST, "\u200d\u200f\ufeff", "\r\n\t", "👍🏽", "\ufffd"])
def test_any_other_text_may_be_checked(text: str) -> None:
    assert make_copy(text).text == text
