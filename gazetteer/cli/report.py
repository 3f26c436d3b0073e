"""What was found in a document, as people read it: a line for each advice with why below, and a summary.

Lines begin as those of compilers do, so that editors jump to them; colours are for terminals alone.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from typing import Any

from gazetteer.tagging.fixing import Row, summary
from gazetteer.tagging.model import Advice, Checked, Mention

COLOURS = {Advice.WRONG: "red", Advice.HOUSE_STYLE: "yellow"}
CALLED = {Advice.WRONG: "wrong", Advice.HOUSE_STYLE: "house style"}
DIFF_COLOURS = {"-": "red", "+": "green", "@": "cyan"}

Paint = Callable[..., str]

_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(end.end() for end in _LINE_ENDS.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1.

        >>> Lines("one\\r\\ntwo").at(6)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def plain(text: str, **_: Any) -> str:
    """A text without colour, where ``click.style`` would give it one."""
    return text


def report(name: str, found: Checked, paint: Paint) -> Iterator[str]:
    """The lines of what was found in a document."""
    lines = Lines(found.copy.text)
    for mention in found.mentions:
        if mention.advice is not None:
            line, column = lines.at(mention.start)
            yield f"{paint(f'{name}:{line}:{column}:', bold=True)} {advice(mention, paint)}"
            if mention.why:
                yield f"    {seen(mention.why)}"
            if mention.alternatives:
                yield f"    Or: {seen(', '.join(mention.alternatives))}."
    if found.warning:
        yield f"{paint(f'{name}:', bold=True)} {found.warning}"
    yield from counted(name, found.mentions, summary(found), paint)


def counted(name: str, mentions: Sequence[Mention], rows: Sequence[Row], paint: Paint) -> Iterator[str]:
    """What it comes to: all the names, then a line for each entity, those with advice first."""
    advised = sum(mention.advice is not None for mention in mentions)
    said = f"{advised:,} to change" if advised else "nothing to change"
    yield f"{paint(f'{name}:', bold=True)} {_many(len(mentions), 'name')}, {said}."
    for row in sorted(rows, key=lambda row: row.wrong + row.house_style == 0):
        called = " ".join(
            filter(None, [row.entity.canonical, row.entity.description and f"({row.entity.description})"])
        )
        yield f"  {seen(called)}: {', '.join(_told(row))}"


def _told(row: Row) -> Iterator[str]:
    yield _many(row.mentions, "mention")
    for advice, number in ((Advice.WRONG, row.wrong), (Advice.HOUSE_STYLE, row.house_style)):
        if number:
            yield f"{number:,} {CALLED[advice]}"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def diff(name: str, before: str, after: str, paint: Paint) -> Iterator[str]:
    """What changes from one text to another, as ``patch`` reads it; lines with the ends they have."""
    found = unified_diff(_split(before), _split(after), name, name)
    for number, line in enumerate(found):
        body = line.removesuffix("\n")
        if number < 2:
            yield paint(body, bold=True) + "\n"
        else:
            yield (paint(body, fg=DIFF_COLOURS[line[0]]) if line[0] in DIFF_COLOURS else body) + "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def seen(text: str) -> str:
    """A text on one line, and without what would command a terminal.

    >>> seen("Posad-\\n  Pokrovske")
    'Posad- Pokrovske'
    """
    return " ".join(_UNSEEN.sub(" ", text).split())


def _split(text: str) -> list[str]:
    """The lines of a text as ``patch`` counts them, each with its end."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def advice(mention: Mention, paint: Paint) -> str:
    """What is advised of a mention that has advice, how sure that is, and of which class."""
    assert mention.advice is not None
    colour = COLOURS[mention.advice]
    instead = paint(seen(mention.replacement or " or ".join(mention.alternatives) + "?"), fg="green")
    said = paint(CALLED[mention.advice], fg=colour)
    return f"{paint(seen(mention.name), fg=colour)} -> {instead} ({said}, {mention.confidence:.2f})"
