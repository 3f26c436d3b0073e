"""Tokens keep the offsets of their words, cut possessives off, and see what looks like a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.tagging.tokens import tokenize

WORDS = [
    ("", []),
    (" .,–!?…\n", []),
    ("12 345 3.5", []),
    ("👍🏽🏙️👩‍👩‍👧", []),
    ("near Kyiv, now", ["near", "Kyiv", "now"]),
    ("Kiev's Kiev’s KIEV'S", ["Kiev", "s", "Kiev", "s", "KIEV", "S"]),
    ("the Russians' Kupʼiansk", ["the", "Russians", "Kupʼiansk"]),
    ("O'Neill, D’Artagnan’s", ["O'Neill", "D’Artagnan", "s"]),
    ("Kup'ians'k", ["Kup'ians'k"]),
    ("to Hawai‘i, Hawaiʻi", ["to", "Hawai‘i", "Hawaiʻi"]),
    ("'Kiev' ‘Kiev’ “Kiev”", ["Kiev"] * 3),
    ("Possad-Pokrovské", ["Possad", "Pokrovské"]),
    ("Kiev/Moscow Kiev–Moscow Kiev—Moscow", ["Kiev", "Moscow"] * 3),
    ("snake_case Kiev_2", ["snake", "case", "Kiev"]),
    ("Mu\u0308nchen, Kiev\u0301", ["Mu\u0308nchen", "Kiev\u0301"]),
    ("\u0301Kiev", ["Kiev"]),
    ("\ufffcKiev\ufffc's", ["Kiev", "s"]),
    ("שָׁלוֹם، القَاهِرَة", ["שָׁלוֹם", "القَاهِرَة"]),
    ("में दिल्ली กรุงเทพ", ["में", "दिल्ली", "กรุงเทพ"]),
    ("Kyiv\r\nOdesa\u00a0Lviv", ["Kyiv", "Odesa", "Lviv"]),
]
CAPITALS = [
    ("Kyiv", True), ("KYIV", True), ("kyiv", False), ("ǅakovo", True), ("Łódź", True), ("łódź", False),
    ("McDonald", True), ("iPhone", True), ("eU", False),
    ("Київ", True), ("київ", False), ("基辅", True), ("القاهرة", True), ("תל", True), ("دنيبر", True),
]  # fmt: skip
# The last word of each, and whether it opens a sentence.
OPENS = [
    ("Kyiv", True),
    ("in Kyiv", False),
    ("It fell. Kyiv", True),
    ("Did it? Kyiv", True),
    ("It fell… Kyiv", True),
    ("“It fell.” Kyiv", True),
    ("A heading\nKyiv", True),
    ("in \ufffcKyiv", False),
    ("He said: Kyiv", True),
    ("it fell, Kyiv", False),
    ("met Mr. Zelensky", False),
    ("in St. Petersburg", False),
    ("J. K. Rowling", False),
    ("they met mr. Zelensky", True),
    ("J.\nRowling", True),
]
# The last word of each, and what could join it to the word before.
JOINTS = [
    ("Chasiv Yar", " "),
    ("Chasiv\u00a0Yar", "\u00a0"),
    ("Rendi-Wagner", "-"),
    ("Rendi‑Wagner", "‑"),
    ("J. Rowling", ". "),
    ("J.Rowling", "."),
    ("fell. Kyiv", ""),
    ("Odesa, Kyiv", ""),
    ("Odesa  Kyiv", ""),
    ("Odesa\nKyiv", ""),
    ("Odesa–Kyiv", ""),
    ("Odesa/Kyiv", ""),
    ("Odesa\ufffcKyiv", ""),
    ("Kyiv", ""),
]
TEXTS = st.lists(
    st.sampled_from(
        ["Kiev", "Kiev's", "’", "-", ". ", " ", "\r\n", "👍🏽", "\u0301", "שלום", "दिल्ली", "\u200d", "\ufffc", "J."]
    )
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(("text", "words"), WORDS, ids=ascii)
def test_a_text_has_these_words(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@pytest.mark.parametrize(("word", "capital"), CAPITALS)
def test_a_word_looks_like_part_of_a_name(word: str, capital: bool) -> None:
    [token] = tokenize(word)
    assert token.capital is capital


@pytest.mark.parametrize(("text", "opens"), OPENS, ids=ascii)
def test_a_sentence_opens_where_one_has_ended(text: str, opens: bool) -> None:
    assert tokenize(text)[-1].opens is opens


@pytest.mark.parametrize(("text", "joint"), JOINTS, ids=ascii)
def test_only_a_blank_a_hyphen_or_an_initials_stop_joins_two_words(text: str, joint: str) -> None:
    assert tokenize(text)[-1].joint == joint


@given(TEXTS)
def test_words_stand_where_their_offsets_say_in_order_and_apart(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        if token.joint:
            assert text[at : token.start] == token.joint
        at = token.end


def test_the_longest_word_is_one_token() -> None:
    assert [len(token.text) for token in tokenize("a" * 200_000)] == [200_000]
