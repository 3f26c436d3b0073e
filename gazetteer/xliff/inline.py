"""Inline elements: what each one in a target does to the text around it.

This is all the program knows of them. What is not listed is foreign, and stands like a placeholder.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inline:
    """What an element does: it opens or closes formatting, or stands for something in the text.

    The content of one that `holds` is prose; any other's is native code, but for the `sub` inside.
    """

    opens: bool = False
    closes: bool = False
    stands: bool = False
    holds: bool = False


PAIR = Inline(holds=True)
OPENS, CLOSES, STANDS, LOOSE = Inline(opens=True), Inline(closes=True), Inline(stands=True), Inline()
FOREIGN = STANDS

ONE = {
    "g": PAIR,
    "mrk": PAIR,
    "x": STANDS,
    "bx": OPENS,
    "ex": CLOSES,
    "bpt": OPENS,
    "ept": CLOSES,
    "ph": STANDS,
    "it": LOOSE,
    "ut": STANDS,
}
TWO = {
    "pc": PAIR,
    "mrk": PAIR,
    "sc": OPENS,
    "ec": CLOSES,
    "sm": OPENS,
    "em": CLOSES,
    "ph": STANDS,
    "cp": STANDS,
}
INLINE: Mapping[int, Mapping[str, Inline]] = {1: ONE, 2: TWO}

# A flow of text of its own inside native code, such as the words that a link shows on a touch.
SUB = "sub"
_LINE_BREAKS = frozenset(("lb", "x-br", "xlf:lb", "pb", "xlf:pb"))


def is_line_break(attributes: Mapping[str, str]) -> bool:
    """Whether what stands in the text is the end of a line there."""
    return not _LINE_BREAKS.isdisjoint((attributes.get("ctype"), attributes.get("subType")))


def is_protected(attributes: Mapping[str, str]) -> bool:
    """Whether the words that an element holds are to be left as they are."""
    return attributes.get("translate") == "no" or attributes.get("mtype") == "protected"


def is_segment(attributes: Mapping[str, str]) -> bool:
    """Whether an element holds a segment of a unit."""
    return attributes.get("mtype") == "seg"
