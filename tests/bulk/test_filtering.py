"""The filter: what was put in is always found, and of what was not little is taken for it."""

import random

import pytest

from gazetteer.bulk.filtering import Filter


@pytest.mark.parametrize("count", [0, 1, 1_000, 20_000])
def test_what_was_put_in_is_found_and_most_of_the_rest_is_not(count: int) -> None:
    chance = random.Random(5)
    marks = [chance.randrange(-(1 << 63), 1 << 63) for _ in range(count)]
    others = [chance.randrange(-(1 << 63), 1 << 63) for _ in range(20_000)]
    met = Filter(count)
    for mark in marks:
        met.add(mark)
    assert all(mark in met for mark in marks)
    assert sum(mark in met for mark in others) < 0.1 * len(others)


def test_it_takes_in_more_than_it_was_made_for() -> None:
    met = Filter(0)
    for mark in range(-5_000, 5_000):
        met.add(mark * 0x9E3779B97F4A7C15 % (1 << 63))
    assert all(mark * 0x9E3779B97F4A7C15 % (1 << 63) in met for mark in range(-5_000, 5_000))
