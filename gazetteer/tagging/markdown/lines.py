"""Lines of a Markdown document, and the little that blocks and what is inside them are both made of."""

import re

EOL = r"(?:\r\n?|\n)"
_LINE = re.compile(rf"([^\r\n]*+){EOL}?")
_BLANKS = re.compile(r"[ \t]*")
LABEL = re.compile(r"\[((?:[^\[\]\\]++|\\.)+)\]")


def folded(label: str) -> str:
    """A label as the others that mean the same fold to."""
    return " ".join(label.casefold().split())


def stop_of(document: str, start: int) -> tuple[int, int]:
    """Where the line that goes on here stops, and where the next one starts."""
    line = _LINE.match(document, start)
    return (line.end(1), line.end()) if line else (len(document), len(document))


def after_blanks(document: str, start: int, stop: int) -> int:
    """Where the first word of a stretch is, or its end."""
    return end_of(_BLANKS, document, start, stop)


def end_of(pattern: re.Pattern[str], document: str, start: int, stop: int) -> int:
    """Where what a pattern finds at the start of a stretch ends; the start itself where it finds nothing."""
    found = pattern.match(document, start, stop)
    return found.end() if found else start
