"""Letters that are put for each other: what is learned of them, and what it says of two readings."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.matching.letters import ADDED, ANY, FIRST, KIN, LAST, OTHERS, SCALE, changed, odds, table
from gazetteer.matching.similarity import changes

READINGS = st.text("abcdehikmorstuvyz", min_size=1, max_size=12)


def test_the_table_is_of_single_letters_by_kinds_of_writing() -> None:
    assert {name for name, _, _ in table()} == {ANY, FIRST, LAST, OTHERS, *KIN.values()}
    assert all(len(one) == 1 and len(other) <= 1 and one != other for _, one, other in table())
    assert all(one != ADDED or other for _, one, other in table()), "what is added is a letter"
    assert all(math.isfinite(number) and abs(number) < SCALE for number in table().values())


# What the writings themselves cause: abjads write no short vowels, and Arabic has no p, no v and no o; the Japanese
# kana have one sound for l and r; Thai reads no r at the end of a syllable. Against it, what nobody confuses.
CAUSED = [
    ("Arab", "berlin", "brlin", "berlim"),
    ("Arab", "palermo", "balermo", "salermo"),
    ("Hebr", "boston", "bostun", "bostin"),
    ("Kana", "lima", "rima", "tima"),
    ("Thai", "denver", "denve", "denvs"),
    ("Latn", "khartum", "hartum", "bhartum"),
]


@pytest.mark.parametrize(("script", "known", "likely", "unlikely"), CAUSED)
def test_what_a_writing_causes_is_likelier_than_what_it_does_not(
    script: str, known: str, likely: str, unlikely: str
) -> None:
    assert odds(likely, known, script) > odds(unlikely, known, script)


@given(READINGS, READINGS, st.sampled_from([*KIN, "Deva", "Ethi"]))
def test_odds_lie_between_minus_one_and_one_and_say_nothing_of_the_same(one: str, other: str, script: str) -> None:
    assert -1.0 <= odds(one, other, script) <= 1.0
    assert odds(one, one, script) == 0.0


@given(READINGS, READINGS)
def test_changes_make_one_text_of_the_other(one: str, other: str) -> None:
    rebuilt, at = [], 0
    for letter, said, place in changes(one, other):
        rebuilt += [one[at:place], said]
        at = place + len(letter)
    assert "".join([*rebuilt, one[at:]]) == other


@given(READINGS, READINGS)
def test_the_first_letter_and_the_last_are_told_apart(one: str, other: str) -> None:
    made = changes(other, one)
    tables = [name for name, _, _ in changed(one, other, "Latn")]
    assert tables.count(ANY) == tables.count("Latn") == len(made)
    assert tables.count(FIRST) == sum(place == 0 for _, _, place in made)
    assert tables.count(LAST) == sum(place >= len(other) - 1 for _, _, place in made)


def test_kinds_of_writing_have_tables_of_their_own() -> None:
    """A letter left out of a name in an abjad and one left out in Latin letters are not weighed alike."""
    of = {name: {key[1:]: number for key, number in table().items() if key[0] == name} for name in KIN.values()}
    assert all(one != other for one, other in itertools.combinations(of.values(), 2))
