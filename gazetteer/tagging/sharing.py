"""Sharing out: a replacement parted as the name is that it is put in for, so that markup in the name stays where it is.

Markup keeps its place among the letters that both spellings have; where they differ, the new letters go before it.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise


def share_out(name: str, lengths: Sequence[int], needed: Sequence[bool], replacement: str) -> list[str] | None:
    """The replacement parted as a name is, of which the parts have these lengths; None if a needed one would be empty.

    >>> share_out("Tschernihiw", [1, 10], [True, False], "Chernihiv")
    ['C', 'hernihiv']
    >>> share_out("Bakhmout", [5, 1, 2], [False, True, False], "Bakhmut")
    ['Bakhm', 'u', 't']
    """
    within = list(accumulate(lengths))[:-1]
    cuts = [0, *(_moved(name, replacement, cut) for cut in within), len(replacement)]
    for at, need in enumerate(needed):
        cuts[at + 1] = max(cuts[at + 1], cuts[at] + need)
    cuts[-1] = len(replacement)
    for at in reversed(range(len(needed))):
        cuts[at] = min(cuts[at], cuts[at + 1] - needed[at])
    return None if cuts[0] else [replacement[begin:end] for begin, end in pairwise(cuts)]


def _moved(name: str, replacement: str, cut: int) -> int:
    """Where a cut in a name is in its replacement: in the same word, where both have as many."""
    if name.count(" ") != replacement.count(" "):
        return _moved_in_word(name, replacement, cut)
    before = 0
    for old, new in zip(name.split(" "), replacement.split(" "), strict=True):
        if cut <= len(old):
            return before + _moved_in_word(old, new, cut)
        cut -= len(old) + 1
        before += len(new) + 1
    raise AssertionError("a cut is inside the name")


def _moved_in_word(old: str, new: str, cut: int) -> int:
    if cut == len(old):
        return len(new)
    for what, begin, end, there, there_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if begin <= cut <= end:
            if what == "equal":
                return there + cut - begin
            return there if cut == begin else there_end
    raise AssertionError("a cut is inside the word")
