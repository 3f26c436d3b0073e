"""Why a recorded name is not the one that rules make: the first cause in a fixed order that explains the difference.

Both are folded. The causes look at the letters alone; none of them asks what the name means.
"""

import re
from collections.abc import Callable, Collection
from itertools import takewhile

from gazetteer.matching.similarity import ratio

ENDING = 3  # letters
LIKE = 0.6
VOWELS = re.compile("[aeiouyj]+")
DOUBLED = re.compile(r"(.)\1")
# Letters that are put for each other.
LETTERS = (("h or g", "g", "h"), ("y or i", "y", "i"), ("j, i or y beside a vowel", "jy", "ii"), ("v or w", "w", "v"))
DOUBLED_LETTERS, SEVERAL, ENDS = "doubled letters", "several letters", "ending"
# What parts a recorded name from a written one that is a transcription too, by another rule; the other causes say that
# it is none of the native name, but a form of its own, another language's, or another name.
OF_LETTERS = frozenset((*(name for name, _, _ in LETTERS), DOUBLED_LETTERS, SEVERAL, ENDS))
OTHER_NAME = "another name"


def cause(written: str, recorded: str, others: Collection[str], russian: Collection[str]) -> str:
    """What parts a recorded name from what was written; others are forms of other languages, and of Russian names.

    >>> cause("lyssa hora", "lysa gora", (), ())
    'several letters'
    """
    if recorded in russian:
        return "Russian form"
    if recorded in others:
        return "as another language writes it"
    if len(written.split()) != len(recorded.split()):
        return "more words or fewer"
    for name, one, other in LETTERS:
        alike = str.maketrans(one, other)
        if _runs(written.translate(alike)) == _runs(recorded.translate(alike)):
            return name
    return _further(written, recorded)


def nearest(written: Collection[str], recorded: Collection[str]) -> tuple[str, str]:
    """Of what is written and what is recorded the two that are most alike; ties by the alphabet."""
    pairs = sorted((one, other) for one in written for other in recorded)
    return max(pairs, key=lambda pair: ratio(*pair))


def _further(written: str, recorded: str) -> str:
    tests: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
        (DOUBLED_LETTERS, lambda one, other: DOUBLED.sub(r"\1", one) == DOUBLED.sub(r"\1", other)),
        (SEVERAL, lambda one, other: _alike(one) == _alike(other)),
        (ENDS, _ends_otherwise),
        ("a form of its own: other vowels", lambda one, other: VOWELS.sub("", one) == VOWELS.sub("", other)),
        ("a form of its own: other letters", lambda one, other: ratio(one, other) >= LIKE),
    )
    return next((name for name, explains in tests if explains(written, recorded)), OTHER_NAME)


def _runs(text: str) -> str:
    """A text in which i is never doubled: where j is i, ij and ji are."""
    return re.sub("i+", "i", text)


def _alike(text: str) -> str:
    for _, one, other in LETTERS:
        text = text.translate(str.maketrans(one, other))
    return DOUBLED.sub(r"\1", _runs(text))


def _ends_otherwise(one: str, other: str) -> bool:
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return common >= max(len(one), len(other)) - ENDING and common > ENDING
