"""How alike two readings are: the one door to rapidfuzz, which is handed folded text only."""

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel


def ratio(one: str, other: str) -> float:
    """The share of letters two texts have in common in order, 0 to 1.

    >>> ratio("bakhmut", "bakhmut"), ratio("abc", "xyz")
    (1.0, 0.0)
    """
    return Indel.normalized_similarity(one, other)


def token_ratio(one: str, other: str) -> float:
    """The same whatever the order of the words, 0 to 1.

    >>> token_ratio("sirski oleksandr", "oleksandr sirski")
    1.0
    """
    return fuzz.token_sort_ratio(one, other, processor=None) / 100
