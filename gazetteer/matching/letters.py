"""Evidence of letters: which letters take each other's place when a name goes from one writing to another.

That *h* is read for *kh*, or *e* is put between two consonants, says little against a name; that *m* is read for *t*
says much. The numbers are logarithms of odds, learned from the gazetteer's own names by `benchmarks/fit.py`, and stand
in letters.toml beside this file: for any writing, for the first and the last letter, and for each kind of writing.
"""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from gazetteer.matching.similarity import changes
from gazetteer.model import Candidate, Query, Weighing

FILE = Path(__file__).with_name("letters.toml")
SCALE = 8.0  # what odds are reckoned up to, either way
ANY, FIRST, LAST = "any", "first", "last"
# The tables of the writings that a question may be in; those that write sounds alike share one.
KIN = {
    "Latn": "Latn", "Cyrl": "Cyrl", "Grek": "Cyrl", "Geor": "Cyrl", "Armn": "Cyrl", "Arab": "Arab", "Hebr": "Arab",
    "Hani": "Hani", "Hang": "Hang", "Kana": "Kana", "Hira": "Kana", "Thai": "Thai",
}  # fmt: skip
OTHERS = "Deva"
ADDED = "+"  # where a letter is read that the known name has not
COMPARED = 64  # pairs that are remembered, as namesakes ask one after another

# The table, the letter of the known name, and what is read instead.
Change = tuple[str, str, str]


def usual_letters(asked: Query, candidate: Candidate) -> Weighing | None:
    """The letters that part the two readings are often put for each other, or seldom."""
    if candidate.said == candidate.form:
        return None
    return odds(candidate.said, candidate.form, candidate.written.script), candidate.form


@lru_cache(COMPARED)
def odds(said: str, known: str, script: str) -> float:
    """How far what was changed speaks for or against two readings' being of one name, -1 to 1."""
    learned = table()
    total = sum([learned.get(change, 0.0) for change in changed(said, known, script)])
    return max(-1.0, min(1.0, total / SCALE))


def changed(said: str, known: str, script: str) -> list[Change]:
    """What must be changed in a known reading to get the one that is asked about, by the tables that tell of it.

    >>> changed("khirsan", "kherson", "Hebr")
    [('any', 'e', 'i'), ('Arab', 'e', 'i'), ('any', 'o', 'a'), ('Arab', 'o', 'a')]
    """
    found: list[Change] = []
    writing, last = KIN.get(script, OTHERS), len(known) - 1
    for one, other, place in changes(known, said):
        pair = one or ADDED, other
        found += ((ANY, *pair), (writing, *pair))
        if place == 0:
            found.append((FIRST, *pair))
        if place >= last:
            found.append((LAST, *pair))
    return found


@cache
def table() -> Mapping[Change, float]:
    """The numbers in use."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        (name, one, other): number
        for name, letters in raw.items()
        for one, others in letters.items()
        for other, number in others.items()
    }
