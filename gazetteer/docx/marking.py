"""A tracked change: what an edit takes away stays in the document as deleted, what it puts in is marked as new.

Inside somebody's earlier insertion the deletion is nested in it, and the new text stands beside it: that insertion
is parted where need be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from gazetteer.docx.runs import alone, carve, filled, new, word
from gazetteer.docx.touching import Touched
from gazetteer.package.markup import Element

INSERTED = ("ins", "moveTo")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes, when, and the numbers that are free for changes and comments in the whole document."""

    author: str
    date: str
    numbers: Iterator[int]

    def attributes(self) -> dict[str, str]:
        """The attributes of the next change."""
        return {"id": str(next(self.numbers)), "author": self.author, "date": self.date}


def free_numbers(taken: set[int]) -> Iterator[int]:
    """Numbers that nothing has, the smallest first."""
    return (number for number in count(1) if number not in taken)


@dataclass(frozen=True, slots=True)
class Change:
    """The first and the last element of a change, between which it lies."""

    first: Element
    last: Element


def mark(touched: Sequence[Touched], replacement: str, stamp: Stamp) -> Change:
    """Mark these characters as deleted and the replacement as inserted."""
    runs = [alone(nodes) for nodes in _neighbours(touched)]
    put_in = filled(runs[0], replacement)
    deletions = _delete(runs, stamp)
    tops = [_lift(deletion, stamp) for deletion in deletions]
    last = tops[-1]
    if replacement:
        beside = last if all(top.getparent() is last.getparent() for top in tops) else tops[0]
        put_in = _inserted(put_in, beside, stamp)
        beside.addnext(put_in)
        last = put_in if beside is last else last
    return Change(tops[0], last)


def _neighbours(touched: Sequence[Touched]) -> Iterator[list[Element]]:
    """The touched elements, those that stand side by side in a run together."""
    group: list[Element] = []
    for node in map(carve, touched):
        if node is None:
            continue
        if group and node.getprevious() is not group[-1]:
            yield group
            group = []
        group.append(node)
    if group:
        yield group


def _delete(runs: Sequence[Element], stamp: Stamp) -> list[Element]:
    """Wrap the runs in deletions, neighbours in one."""
    deletions: list[Element] = []
    for run in runs:
        if deletions and run.getprevious() is deletions[-1]:
            deletions[-1].append(run)
        else:
            deletion = new(run, "del", **stamp.attributes())
            run.addprevious(deletion)
            deletion.append(run)
            deletions.append(deletion)
        for text in run.findall(f"{word(run)}t"):
            text.tag = f"{word(run)}delText"
    return deletions


def _lift(deletion: Element, stamp: Stamp) -> Element:
    """What stands for a deletion among its paragraph's elements: itself, or the insertion that holds it alone."""
    above = deletion.getparent()
    assert above is not None
    if not _is_inserted(above):
        return deletion
    following = list(deletion.itersiblings())
    if following:
        above.addnext(_parted(above, following, stamp))
    if deletion.getprevious() is None:
        return above
    own = _parted(above, [deletion], stamp)
    above.addnext(own)
    return own


def _parted(insertion: Element, children: Sequence[Element], stamp: Stamp) -> Element:
    """An insertion as another one, by the same author, with these children of it."""
    made = new(insertion, insertion.tag[len(word(insertion)) :])
    for key, value in insertion.attrib.items():
        made.set(key, value)
    made.set(f"{word(insertion)}id", str(next(stamp.numbers)))
    made.extend(children)
    return made


def _inserted(run: Element, beside: Element, stamp: Stamp) -> Element:
    """A new run as an insertion; as it is where all around is one already, in which none can be nested."""
    for above in beside.iterancestors(f"{word(beside)}*"):
        if _is_inserted(above):
            return run
        if above.tag == f"{word(beside)}p":
            break
    made = new(run, "ins", **stamp.attributes())
    made.append(run)
    return made


def _is_inserted(element: Element) -> bool:
    return element.tag in {f"{word(element)}{name}" for name in INSERTED}
