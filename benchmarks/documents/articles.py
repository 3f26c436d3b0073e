"""Articles of any length, made of our own passages in mixed order; no two have the same names.

Where the passages are used again, each name gives way to another of its kind, and a wrong one to a slip of another.
The text makes no more sense than that.
"""

import random
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.documents.passages import Label, Passage

VOWELS = "aeiou"
BETWEEN = "\n\n"


def articles(
    passages: Sequence[Passage], names: Mapping[str, Sequence[str]], lengths: Sequence[int], seed: int
) -> list[str]:
    """One article of each length, each of passages of its own; `names` by kind are those put in."""
    stream = _stream(passages, names, random.Random(seed))
    return [_cut(stream, length) for length in lengths]


def _cut(stream: Iterator[str], length: int) -> str:
    text = next(stream)
    while len(text) < length:
        text += BETWEEN + next(stream)
    return text[:length]


def _stream(passages: Sequence[Passage], names: Mapping[str, Sequence[str]], chance: random.Random) -> Iterator[str]:
    """The passages in mixed order, then again with other names, without end."""
    order = list(passages)
    chance.shuffle(order)
    yield from (passage.text for passage in order)
    while True:
        chance.shuffle(order)
        yield from (_renamed(passage, names, chance) for passage in order)


def _renamed(passage: Passage, names: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    """The passage with other names: the same one for the same, a lone surname for a lone surname."""
    given: dict[str, str] = {}
    for label in sorted(passage.labels, key=lambda one: one.start - one.end):
        surface = passage.text[label.start : label.end]
        if surface not in given:
            given[surface] = _other(surface, label, given, chance.choice(names[label.kind]), chance)
    text, before = "", 0
    for label in passage.labels:
        text += passage.text[before : label.start] + given[passage.text[label.start : label.end]]
        before = label.end
    return text + passage.text[before:]


def _other(surface: str, label: Label, given: Mapping[str, str], fresh: str, chance: random.Random) -> str:
    if label.kind == "person" and " " not in surface:
        full = next((new for old, new in given.items() if old.endswith(" " + surface)), fresh)
        fresh = full.split()[-1]
    return slip(fresh, chance) if label.wrong else fresh


def slip(name: str, chance: random.Random) -> str:
    """The name with one of its vowels another, not the first letter; as it is, if there is none."""
    places = [at for at, letter in enumerate(name) if at and letter in VOWELS]
    if not places:
        return name
    at = chance.choice(places)
    return name[:at] + chance.choice(VOWELS.replace(name[at], "")) + name[at + 1 :]
