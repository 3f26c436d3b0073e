"""Quotations: the spans inside quotation marks of many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.tagging.quotations import quoted_spans

QUOTED = [
    ("", []),
    ("no quotation", []),
    ("he said “Kiev” and left", ["Kiev"]),
    ('he said "Kiev" and "Odessa"', ["Kiev", "Odessa"]),
    ("er sagte „Kiew“, dann „Odessa”", ["Kiew", "Odessa"]),
    ("il a dit « Kiev » et ‹ Odessa ›", [" Kiev ", " Odessa "]),
    ("an empty “” one", [""]),
    ("“it’s «Kiev» now”", ["it’s «Kiev» now"]),
    ("not closed “Kiev", []),
    ("not closed “Kiev\nthen ”Odessa", []),
    ('not closed "Kiev\nthen "Odessa" is', ["Odessa"]),
    ("never opened Kiev” “Odessa”", ["Odessa"]),
    ("Kiev's, the Russians' and 12\u2033", []),
    ("👍🏽 “שלום” e\u0301", ["שלום"]),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_a_quotation_is_what_stands_between_its_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


@given(st.text(alphabet="ab “”„«»\"'\n", max_size=40))
def test_quotations_are_in_order_apart_and_of_one_paragraph(text: str) -> None:
    at = 0
    for start, end in quoted_spans(text):
        assert at < start <= end < len(text)
        assert "\n" not in text[start:end]
        at = end
