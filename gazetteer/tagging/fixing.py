"""Fixing: advice carried out in the copy, and counted.

Nothing outside the spans of the mentions is touched; what is put in is written as the copy's format writes it, with
the markup inside a name where it was.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from gazetteer.model import Entity
from gazetteer.tagging.cuts import put_in
from gazetteer.tagging.model import Advice, Checked, Fix, Format, Mention
from gazetteer.tagging.prose import escape

CARRIED_OUT = {
    Fix.NONE: frozenset[Advice](),
    Fix.WRONG: frozenset({Advice.WRONG}),
    Fix.ALL: frozenset(Advice),
}

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """What was found of one entity: how often it is named, how often that is advised on, and what it should be.

    `replacement` is the fullest of those advised, None where all is right.
    """

    entity: Entity
    mentions: int
    wrong: int
    house_style: int
    replacement: str | None


def fix(checked: Checked, which: Fix) -> str:
    """The text of the copy with that advice carried out."""
    text, parts, at = checked.copy.text, list[str](), 0
    for mention in checked.mentions:
        wanted = mention.replacement if mention.advice in CARRIED_OUT[which] else None
        written = None if wanted is None else instead_of(mention, wanted, checked.copy.format)
        if written is not None:
            parts += (text[at : mention.start], written)
            at = mention.end
    return "".join(parts) + text[at:]


def instead_of(mention: Mention, text: str, format: Format) -> str | None:
    """A text as that format writes it where a mention stands; None if it does not fit the markup there."""
    return put_in(mention.name, mention.cuts, text, lambda part: escape(part, format))


def summary(checked: Checked) -> list[Row]:
    """A row for each entity the copy names, in the order in which it names them."""
    by_entity: dict[str, list[Mention]] = {}
    for mention in checked.mentions:
        if mention.entity is not None:
            by_entity.setdefault(mention.entity.id, []).append(mention)
    return [_row(mentions) for mentions in by_entity.values()]


def utf16_offsets(text: str) -> Callable[[int], int]:
    """The function from an offset in code points to the same in UTF-16 units, as JavaScript and Java count.

    >>> offset = utf16_offsets("👍 Kyiv")
    >>> offset(0), offset(1), offset(2)
    (0, 2, 3)
    """
    doubled = [found.start() for found in _TWO_UNITS.finditer(text)]
    return lambda offset: offset + bisect_left(doubled, offset)


def _row(mentions: list[Mention]) -> Row:
    """The row of an entity that has these mentions."""
    entity = mentions[0].entity
    assert entity is not None
    advice = [mention.advice for mention in mentions]
    replacements = [mention.replacement for mention in mentions if mention.advice and mention.replacement]
    return Row(
        entity=entity,
        mentions=len(mentions),
        wrong=advice.count(Advice.WRONG),
        house_style=advice.count(Advice.HOUSE_STYLE),
        replacement=max(replacements, key=len, default=None),
    )
