"""Peers to measure against: plain ways of finding a name, each over the same places and questions."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.process import extract
from unidecode import unidecode


@dataclass(frozen=True, slots=True)
class PeerResult:
    """What a peer answered: recall at 1 and 10 over questions with an answer, and its median time in seconds."""

    questions: int
    recall_1: float
    recall_10: float
    median: float


def folded(name: str) -> str:
    """A name romanized by Unidecode, in lower case, letters and digits alone."""
    return "".join(char if char.isalnum() else " " for char in unidecode(name).lower()).strip()


def rapidfuzz_over_folded(
    names: Sequence[tuple[str, str]], population: Mapping[str, int], questions: Sequence[tuple[str, frozenset[str]]]
) -> PeerResult:
    """rapidfuzz's ratio over all folded names: the ten nearest, ties to the larger place.

    `names` are (name, place), `questions` (name, right places).
    """
    owners: dict[str, set[str]] = {}
    for name, place in names:
        owners.setdefault(folded(name), set()).add(place)
    choices = list(owners)
    right_1 = right_10 = 0
    times = []
    for name, right in questions:
        began = time.perf_counter()
        nearest = extract(folded(name), choices, scorer=fuzz.ratio, limit=30, score_cutoff=50)
        ranked = sorted(
            ((score, population.get(place, 0), place) for text, score, _ in nearest for place in owners[text]),
            reverse=True,
        )
        places = list(dict.fromkeys(place for _, _, place in ranked))
        times.append(time.perf_counter() - began)
        right_1 += bool(places[:1]) and places[0] in right
        right_10 += not right.isdisjoint(places[:10])
    count = len(questions)
    return PeerResult(count, right_1 / count, right_10 / count, sorted(times)[count // 2])
