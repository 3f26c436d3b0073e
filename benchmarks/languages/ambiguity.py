"""What a system writes alike: letters and pairs of letters that nobody can tell apart in what it writes.

Each letter and each pair of letters is written by the system as a word; those that come out the same are compared, and
what they have in common is taken away. What follows from what was found before is not listed again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from gazetteer.languages import System
from gazetteer.romanization.rivals import alike
from gazetteer.romanization.rules import parse
from gazetteer.romanization.systems import romanize


@dataclass(frozen=True, slots=True)
class Alike:
    """Two writings that come out the same, the second perhaps empty, and two words that show it."""

    one: str
    other: str
    shown: tuple[str, str]

    @property
    def everywhere(self) -> bool:
        """Whether the two words are just these writings, so that nothing beside them has a part in it."""
        return self.shown == (self.one, self.other)

    def __str__(self) -> str:
        what = f"{self.one} = {self.other}" if self.other else f"{self.one} is not written"
        return what if self.everywhere else f"{what} ({', '.join(self.shown)})"


def alphabet(system: System) -> list[str]:
    """The letters that a system names, each once, in the order of its file; a sigma at the end is a sigma."""
    named = (*system.rules.letters, *(parse(rule)[0] for rule in system.rules.rules))
    return list(dict.fromkeys("".join(named).replace("ς", "σ").replace("\u200c", "").replace("\u200d", "")))


def written_alike(system: System) -> list[Alike]:
    """The letters and pairs that a system writes alike, the shorter first."""
    letters = alphabet(system)
    by_form: dict[str, list[str]] = defaultdict(list)
    for word in ("", *letters, *("".join(pair) for pair in product(letters, repeat=2))):
        by_form[romanize(word, system, capitals=False)].append(word)
    found: dict[tuple[str, str], Alike] = {}
    for each in sorted(_pairs(by_form.values()), key=lambda pair: (len(pair.one + pair.other), not pair.everywhere)):
        if (each.one, each.other) not in found and not _follows(each, found.values()):
            found[each.one, each.other] = each
    return list(found.values())


def _pairs(groups: Iterable[list[str]]) -> Iterator[Alike]:
    """Of words that come out the same each with the first, without what both begin and end with."""
    return (_parted(other, first) for first, *others in groups for other in others if not alike(first, other))


def _parted(one: str, other: str) -> Alike:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return Alike(one[start : len(one) - end], other[start : len(other) - end], (one, other))


def _follows(new: Alike, found: Iterable[Alike]) -> bool:
    """Whether both become the same when of what is written alike everywhere one is put for the other."""
    known = [each for each in found if each.everywhere]
    return _put(new.one, known) == _put(new.other, known) or _put(new.shown[0], known) == _put(new.shown[1], known)


def _put(text: str, known: Iterable[Alike]) -> str:
    before = None
    while before != text:
        before = text
        for each in known:
            text = text.replace(each.one, each.other)
    return text
