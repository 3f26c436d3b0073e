"""Decisions as a table for people: columns as wide as what is in them, and why below each."""

import unicodedata
from collections.abc import Iterator, Sequence

from gazetteer.model import Decision

HEAD = ("name", "decision", "canonical", "description", "confidence")
WIDEST = 44  # of a column; what is longer is cut
TSV_HEAD = (*HEAD, "why")


def table(decided: Sequence[Decision]) -> Iterator[str]:
    """The lines of the table."""
    rows = [HEAD, *(cells(one) for one in decided)]
    widths = [min(WIDEST, max(width(row[column]) for row in rows)) for column in range(len(HEAD))]
    for number, row in enumerate(rows):
        yield "  ".join(padded(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip()
        if number:
            yield f"  {decided[number - 1].why}"


def tab_separated(decision: Decision) -> str:
    """One decision as a line for another program."""
    return "\t".join(" ".join(cell.split()) for cell in (*cells(decision), decision.why))


def cells(decision: Decision) -> tuple[str, ...]:
    """What a row shows: of an answer that is not linked, the first candidate's confidence alone."""
    entity = decision.entity
    return (
        decision.query,
        str(decision.outcome),
        decision.canonical or "",
        (entity.description or "") if entity else "",
        f"{decision.confidence:.2f}",
    )


def padded(text: str, wide: int) -> str:
    """A text filled up, or cut, to a width.

    >>> padded("Київ", 6) + "|", padded("北京", 3) + "|"
    ('Київ  |', '北…|')
    """
    if width(text) > wide:
        while text and width(text) >= wide:
            text = text[:-1]
        text += "…"
    return text + " " * (wide - width(text))


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("Київ"), width("北京")
    (4, 4)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
