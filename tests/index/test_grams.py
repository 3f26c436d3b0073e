"""Trigrams: the fast tables against a slow and obvious reference."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.index.grams import ALPHABET, CHUNK, SIZE, GramTable, build, grams_of, nearest

# Few letters, so that strings share trigrams, and all the rest now and then.
WORDS = st.text(st.one_of(st.sampled_from("abc"), st.sampled_from(ALPHABET)), max_size=12)
ENOUGH = 10**9


def table_of(strings: Sequence[str]) -> GramTable:
    """The table over some strings, laid out as the index lays them out."""
    starts = np.array([0, *accumulate(map(len, strings))], dtype=np.int64)
    return build("".join(strings).encode("ascii"), starts)


def trigrams(text: str) -> set[str]:
    """The reference: three neighbours at a time, with an edge on either side."""
    edged = f" {text} "
    return {edged[place : place + 3] for place in range(len(edged) - 2)}


def code(trigram: str) -> int:
    """The number under which a trigram stands in the table."""
    first, second, third = (ALPHABET.find(char) + 1 for char in trigram)
    return (first * SIZE + second) * SIZE + third


def likeness(strings: Sequence[str], texts: Sequence[str]) -> dict[int, float]:
    """The reference: of each string that shares a trigram with the texts, how many it shares for its length."""
    asked = set().union(*map(trigrams, texts))
    typical = sum(len(text) + 1 for text in texts) / len(texts)
    shared = {number: len(asked & trigrams(string)) for number, string in enumerate(strings)}
    return {number: count / (typical + len(trigrams(strings[number]))) for number, count in shared.items() if count}


@given(st.lists(WORDS, max_size=30))
def test_the_table_holds_each_string_under_each_of_its_trigrams(strings: list[str]) -> None:
    table = table_of(strings)
    held: dict[int, list[int]] = {}
    for number, string in enumerate(strings):
        for trigram in trigrams(string):
            held.setdefault(code(trigram), []).append(number)
    lengths = np.diff(table.offsets)
    assert {int(gram) for gram in np.flatnonzero(lengths)} == set(held)
    for gram, numbers in held.items():
        assert table.postings[table.offsets[gram] : table.offsets[gram + 1]].tolist() == numbers
    assert table.sizes.tolist() == [len(trigrams(string)) for string in strings]


@given(WORDS)
def test_a_question_is_cut_as_the_strings_are(text: str) -> None:
    assert sorted(grams_of(text)) == sorted(map(code, trigrams(text)))


@given(st.lists(WORDS, max_size=40), st.lists(WORDS, min_size=1, max_size=3), st.integers(1, 12))
def test_the_nearest_are_those_that_share_the_most(strings: list[str], texts: list[str], best: int) -> None:
    alike = likeness(strings, texts)
    found = nearest(table_of(strings), texts, budget=ENOUGH, best=best).tolist()
    assert len(found) == len(set(found)) == min(best, len(alike))
    # Of strings that are equally alike any may be taken.
    assert sorted(alike[number] for number in found) == sorted(alike.values())[len(alike) - len(found) :]


@given(st.lists(WORDS, max_size=40), st.lists(WORDS, min_size=1, max_size=3), st.integers(0, 30))
def test_a_budget_leaves_the_rarest_trigram_and_opens_no_more_than_it_allows(
    strings: list[str], texts: list[str], budget: int
) -> None:
    asked = set().union(*map(trigrams, texts))
    holders = [{n for n, string in enumerate(strings) if one in trigrams(string)} for one in asked]
    held = [some for some in holders if some]
    found = set(nearest(table_of(strings), texts, budget=budget, best=ENOUGH).tolist())
    assert found <= set().union(*held)
    if held:
        fewest = min(map(len, held))
        assert any(some <= found for some in held if len(some) == fewest)
        assert len(found) <= max(budget, fewest)


def test_a_table_of_more_strings_than_one_chunk_forgets_none() -> None:
    strings = [f"{number:o}" for number in range(CHUNK + 1000)]
    table = table_of(strings)
    for trigram in ("200", " 20", "12 ", "777"):
        holders = [number for number, string in enumerate(strings) if trigram in f" {string} "]
        gram = code(trigram)
        assert table.postings[table.offsets[gram] : table.offsets[gram + 1]].tolist() == holders
    assert {*range(CHUNK - 2, CHUNK + 2)} <= set(
        nearest(table, strings[CHUNK - 2 : CHUNK + 2], budget=ENOUGH, best=500).tolist()
    )


def test_nothing_is_near_where_nothing_is() -> None:
    assert nearest(table_of([]), ["abc"], budget=ENOUGH, best=5).tolist() == []
    assert nearest(table_of(["abc"]), ["xyz"], budget=ENOUGH, best=5).tolist() == []
    assert nearest(table_of(["abc"]), [""], budget=ENOUGH, best=5).tolist() == []
