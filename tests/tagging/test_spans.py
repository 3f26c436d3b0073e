"""Spans are found from capitals, joints and the words around; the kind is said before anybody is linked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.model import Kind
from gazetteer.tagging.spans import Span, find_spans
from gazetteer.tagging.tokens import tokenize

PLACE, PERSON = Kind.PLACE, Kind.PERSON
# What the made-up gazetteer has.
KNOWN = {
    "Zorvik", "Velmar", "Chasiv Yar", "Zorvik region", "Moscow", "Kyiv", "London", "Reading", "Rugby", "Wells",
    "Possad", "Rendi-Wagner", "Warsaw", "Thursday Island", "Bank of Zorvik", "Kherson", "Kuang-tung",
}  # fmt: skip
# A text, and the names in it with their kinds.
FOUND: list[tuple[str, list[tuple[str, Kind | None]]]] = [
    ("", []),
    ("nothing here is a name", []),
    ("… 12, 👍🏽!", []),
    ("and Zorvik fell", [("Zorvik", None)]),
    ("They live in Zorvik.", [("Zorvik", PLACE)]),
    ("They came from Xqzzt.", [("Xqzzt", PLACE)]),
    ("the city of Zorvik", [("Zorvik", PLACE)]),
    ("It rained. In Xqzzt they waited.", [("Xqzzt", PLACE)]),
    ("a road to Zorvik, according to Xqzzt", [("Zorvik", PLACE), ("Xqzzt", None)]),
    ("the fall of Zorvik", [("Zorvik", None)]),
    ("so President Zorvik spoke", [("Zorvik", PERSON)]),
    ("the president Zorvik", [("Zorvik", PERSON)]),
    ("so Gen. Zorvik spoke", [("Zorvik", PERSON)]),
    ("in Chasiv Yar today", [("Chasiv Yar", None)]),
    ("in Chasiv\u00a0Yar today", [("Chasiv\u00a0Yar", None)]),
    ("the Zorvik region is quiet", [("Zorvik region", None)]),
    ("the Velmar region is quiet", [("Velmar", None)]),
    ("at the Bank of Zorvik", [("Bank of Zorvik", None)]),
    ("Zorvik, Velmar and Kyiv", [("Zorvik", None), ("Velmar", None), ("Kyiv", None)]),
    ("by Zorvik’s men, Velmar's and KYIV'S", [("Zorvik", None), ("Velmar", None), ("KYIV", None)]),
    # A person's name that looks like a place.
    ("the writer Jack London wrote", [("Jack London", PERSON)]),
    ("as Maria Zorvik said", [("Maria Zorvik", PERSON)]),
    ("as Maria van der Zorvik said", [("Maria van der Zorvik", PERSON)]),
    ("as Jean-Luc Xqzzt said", [("Jean-Luc Xqzzt", PERSON)]),
    ("as Jean-Luc said", [("Jean-Luc", None)]),
    ("John-Paul Zorvik said", [("John-Paul Zorvik", PERSON)]),
    ("the founder He Zorvik said", [("Zorvik", PERSON)]),
    ("Today He is risen", []),
    ("as Maria Zorvik and Petro Velmar said", [("Maria Zorvik", PERSON), ("Petro Velmar", PERSON)]),
    ("as Moscow Mayor Sobyanin said", [("Moscow", None), ("Sobyanin", PERSON)]),
    # One name, or names that a hyphen has joined for the occasion.
    ("near Possad-Pokrovské now", [("Possad-Pokrovské", PLACE)]),
    ("so Rendi-Wagner said", [("Rendi-Wagner", None)]),
    ("a Zorvik-based firm", [("Zorvik", None)]),
    ("in Kuang-tung now", [("Kuang-tung", None)]),
    ("the post-Zorvik world", [("Zorvik", None)]),
    # What is no name by itself.
    ("On Monday, in March, the Russian and the Germans met.", []),
    ("Yesterday Zorvik fell.", [("Zorvik", None)]),
    ("The General said: It fell.", []),
    ("Rugby is played here, and rugby is loved.", []),
    ("All read; but Reading is a town.", [("Reading", None)]),
    ("on Thursday Island", [("Thursday Island", None)]),
    # Two sentences, blocks or lines are never one name.
    ("by Zorvik. Velmar fell", [("Zorvik", None), ("Velmar", None)]),
    ("by Chasiv\nYar fell", [("Chasiv", None), ("Yar", None)]),
    ("by Chasiv\ufffcYar fell", [("Chasiv", None), ("Yar", None)]),
    ("by Chasiv, Yar fell", [("Chasiv", None), ("Yar", None)]),
    # In Arabic every word may be a name; it is not one with a name in Latin letters.
    ("القاهرة تتحدث عن Xqzzt", [("القاهرة تتحدث عن", None), ("Xqzzt", None)]),
    ("Xqzzt في القاهرة", [("Xqzzt", None), ("في القاهرة", None)]),
    ("Жзорвик Xqzzt 東京 タワー", [("Жзорвик", None), ("Xqzzt", None), ("東京 タワー", None)]),
    ("Битва за Київ", [("Битва", None), ("Київ", None)]),
]
WORDS = st.sampled_from(
    ["Zorvik", "Kyiv", "London", "Jack", "Maria", "President", "Monday", "the", "of", "van", "der", "in", "region",
     "-", "-", " ", " ", " ", ". ", ", ", "\n", "’s", "KYIV", "Reading", "Chasiv Yar", "基辅", "שלום", "👍🏽", "\ufffc"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=30).map("".join)


def spans_of(text: str, known: set[str] | None = None) -> list[tuple[str, Span]]:
    """The spans of an English text, each with what is written there."""
    tokens = tokenize(text)
    has = KNOWN if known is None else known
    spans = find_spans(tokens, text, lambda form: form.replace("\u00a0", " ") in has, "en")
    return [(text[tokens[span.first].start : tokens[span.last].end], span) for span in spans]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_a_text_has_these_names(text: str, names: list[tuple[str, Kind | None]]) -> None:
    assert [(surface, span.kind) for surface, span in spans_of(text)] == names


@pytest.mark.parametrize("after", ["", " and Petro Velmar", " of Velmar", " and the Zorvik Works"])
def test_a_full_name_that_is_heard_ends_before_and_and_of(after: str) -> None:
    text = f"so Xqzzt Zorvikov{after} met"
    tokens = tokenize(text)
    first = find_spans(tokens, text, KNOWN.__contains__, "en", heard={"Xqzzt Zorvikov"}.__contains__)[0]
    assert (text[tokens[first.first].start : tokens[first.last].end], first.kind) == ("Xqzzt Zorvikov", PERSON)


def test_a_span_says_whether_the_gazetteer_has_it() -> None:
    assert [span.known for _, span in spans_of("by Zorvik, Xqzzt, Maria Zorvik and Chasiv Yar")] == [
        True,
        False,
        False,
        True,
    ]


def test_names_joined_by_a_hyphen_can_be_taken_apart() -> None:
    [(surface, talks)] = spans_of("the Moscow-Kyiv-Warsaw talks")
    assert surface == "Moscow-Kyiv-Warsaw"
    assert [(part.first, part.last) for part in talks.parts] == [(1, 1), (2, 2), (3, 3)]
    [(_, village)] = spans_of("near Possad-Pokrovské")
    assert village.parts == ()


def test_a_word_opens_a_sentence_or_does_not() -> None:
    assert [span.opens for _, span in spans_of("Zorvik fell. Velmar and Kyiv stand.")] == [True, True, False]


@given(TEXTS, st.sampled_from([set(), KNOWN, {"Kyiv", "Jack", "of"}]))
def test_spans_are_in_order_apart_and_of_words_in_capitals(text: str, known: set[str]) -> None:
    tokens, before = tokenize(text), -1
    for surface, span in spans_of(text, known):
        assert before < span.first <= span.last < len(tokens)
        assert tokens[span.first].capital
        assert tokens[span.last].capital or surface in known
        assert all(tokens[place].joint for place in range(span.first + 1, span.last + 1))
        before = span.last


def test_a_run_without_end_is_parted_all_the_same() -> None:
    spans = spans_of("Zorvik " * 5_000)
    assert len(spans) == 5_000
    assert {span.kind for _, span in spans} == {None}
