"""How alike two readings are: the one door to rapidfuzz, which is handed folded text only."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel, Levenshtein


def ratio(one: str, other: str) -> float:
    """The share of letters two texts have in common in order, 0 to 1.

    >>> ratio("bakhmut", "bakhmut"), ratio("abc", "xyz")
    (1.0, 0.0)
    """
    return Indel.normalized_similarity(one, other)


def edits(one: str, other: str) -> int:
    """How many letters left out, added, replaced or changed round with their neighbour make one text of the other.

    >>> edits("bakhmut", "bakhmtu"), edits("bakhmut", "bakhmout"), edits("kyiv", "kiew")
    (1, 1, 3)
    """
    return OSA.distance(one, other)


def changes(one: str, other: str) -> list[tuple[str, str, int]]:
    """The fewest changes that make one text of the other: a letter, what is put for it, and where it stands.

    Nothing is put for a letter left out; what is added is put for nothing.

    >>> changes("kherson", "jersony")
    [('k', 'j', 0), ('h', '', 1), ('', 'y', 7)]
    """
    return [
        ("" if op.tag == "insert" else one[op.src_pos], "" if op.tag == "delete" else other[op.dest_pos], op.src_pos)
        for op in Levenshtein.editops(one, other)
    ]


def is_slip(one: str, other: str) -> bool:
    """Whether one letter added, left out or replaced, or two neighbours changed round, make one text of the other.

    >>> is_slip("bakhmut", "bakhmtu"), is_slip("bakhmut", "bahmut"), is_slip("bakhmut", "bakhmut")
    (True, True, False)
    """
    return OSA.distance(one, other, score_cutoff=1) == 1


def token_ratio(one: str, other: str) -> float:
    """The same whatever the order of the words, 0 to 1.

    >>> token_ratio("sirski oleksandr", "oleksandr sirski")
    1.0
    """
    return fuzz.token_sort_ratio(one, other, processor=None) / 100


def most_alike(one: str, others: Sequence[str], least: float) -> tuple[int, float] | None:
    """Where among others the one most like a text stands, and its ratio; None where none has the least.

    >>> most_alike("bakhmut", ["kyiv", "bakhmout", "bakhmutt"], 0.8)
    (1, 0.9333333333333333)
    """
    found = process.extractOne(one, others, scorer=Indel.normalized_similarity, processor=None, score_cutoff=least)
    return None if found is None else (found[2], found[1])
