"""Senses: phrases in which a name is not the name it looks like."""

import pytest

from gazetteer.model import Style
from gazetteer.styles import styles
from gazetteer.tagging.senses import sense_spans

PHRASES = ("chicken Zorvik", "Zorvik", "Zorvik, Idaho", "St. Zorvik (film)")
FOUND = [
    ("", []),
    ("nothing of the kind", []),
    ("a chicken Zorvik, please", ["chicken Zorvik"]),
    ("Chicken ZORVIK", ["Chicken ZORVIK"]),
    ("a chicken\nZorvik and a chicken \r\n Zorvik", ["chicken\nZorvik", "chicken \r\n Zorvik"]),
    ("a chicken\u00a0Zorvik", ["chicken\u00a0Zorvik"]),
    ("Zorvik, Idaho and Zorvik", ["Zorvik, Idaho", "Zorvik"]),
    ("Zorviks and aZorvik", []),
    ("Zorvik’s", ["Zorvik"]),
    ("chickenZorvik", []),
    ("👍🏽 chicken Zorvik", ["chicken Zorvik"]),
]


@pytest.mark.parametrize(("text", "spans"), FOUND)
def test_a_phrase_is_found_in_whatever_case_and_broken_as_it_may_be(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in sense_spans(text, PHRASES)] == spans


def test_a_phrase_is_read_as_it_is_written() -> None:
    assert sense_spans("Stx Zorvik", ("St. Zorvik",)) == []
    assert sense_spans("St. Zorvik", ("St. Zorvik",)) == [(0, 10)]


def test_without_phrases_nothing_is_found() -> None:
    assert sense_spans("a chicken Kiev", ()) == []


@pytest.mark.parametrize("style", styles().values(), ids=lambda style: style.id)
def test_every_phrase_of_every_style_is_found_in_a_sentence(style: Style) -> None:
    for phrase in style.senses:
        text = f"It was, they said, {phrase} again."
        assert sense_spans(text, style.senses) == [(19, 19 + len(phrase))]
