"""How much of what is recorded rules of letters could reach at all: learned from most of it, and put to the rest.

For each letter of a press form its neighbours say what is recorded for it: of all stretches of letters around it that
were met in learning, the longest decides, by what is most often recorded. So much is learned by heart that no table of
letters says as much; names that come again are known from one place to the next.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from benchmarks.languages.causes import nearest

FOLDS, SEED = 10, 1
EDGES = "    "  # before the first letter and behind the last
# How many letters before and behind are looked at, the most first.
AROUND = (
    (4, 4), (3, 3), (2, 4), (4, 2), (3, 2), (2, 3), (2, 2), (1, 4), (1, 3), (1, 2), (2, 1), (1, 1), (0, 2), (0, 1),
    (1, 0), (0, 0),
)  # fmt: skip

Learned = Mapping[tuple[int, int, str], Counter[str]]


def learnable(places: Sequence[tuple[Collection[str], Collection[str]]]) -> float:
    """The share of places of which a tenth that was not learned from is right; of each its written and recorded forms.

    Both are folds; a place is right if one of the recorded is made of one of the written.
    """
    if not places:
        return 0.0
    shuffled = list(places)
    random.Random(SEED).shuffle(shuffled)
    right = 0
    for fold in range(FOLDS):
        learned = learn(nearest(*pair) for number, pair in enumerate(shuffled) if number % FOLDS != fold)
        right += sum(
            any(rewritten(one, learned) in recorded for one in written) for written, recorded in shuffled[fold::FOLDS]
        )
    return right / len(shuffled)


def learn(pairs: Iterable[tuple[str, str]]) -> Learned:
    """What is recorded for each letter between its neighbours, from pairs of a written and a recorded form."""
    learned: dict[tuple[int, int, str], Counter[str]] = defaultdict(Counter)
    for written, recorded in pairs:
        for place, said in enumerate(_aligned(written, recorded)):
            for stretch in _around(written, place):
                learned[stretch][said] += 1
    return learned


def rewritten(written: str, learned: Learned) -> str:
    """A written form as it would be recorded, by what was learned.

    >>> rewritten("iwankiw", learn([("mykolajiw", "mikolajow"), ("iwanowe", "iwanowe")]))
    'iwankow'
    """
    made = []
    for place, letter in enumerate(written):
        met = next((learned[stretch] for stretch in _around(written, place) if stretch in learned), None)
        made.append(letter if met is None else met.most_common(1)[0][0])
    return "".join(made)


def _aligned(written: str, recorded: str) -> list[str]:
    """For each letter of the written form what is recorded for it; what is put in goes to the one before."""
    said = [""] * len(written)
    for step in Levenshtein.opcodes(written, recorded):
        other = recorded[step.dest_start : step.dest_end]
        if step.tag == "insert":
            said[max(0, step.src_start - 1)] += other
        for number, place in enumerate(range(step.src_start, step.src_end)):
            said[place] += other[number : number + 1]
    return said


def _around(text: str, place: int) -> Iterator[tuple[int, int, str]]:
    padded, middle = EDGES + text + EDGES, place + len(EDGES)
    for before, behind in AROUND:
        yield before, behind, padded[middle - before : middle + behind + 1]
