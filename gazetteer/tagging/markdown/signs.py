"""What the signs of Markdown do to a text: where they may be emphasis, and how they are written so as to be none."""

import re
from collections.abc import Iterator
from html.entities import html5

_EMPHASIS = re.compile(r"\*+|_+|~~+")
_BECOMES_MARKUP = re.compile(
    r"\A(?:[0-9]{1,9}(?=[.)](?:\s|\Z))|(?=[-+](?:\s|\Z)|#{1,6}(?:\s|\Z)|>|(?:=+|-+)\Z))"
    r"|(?=[\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_])|<(?:[A-Za-z/!?]|\Z)|&#)|(?=&([A-Za-z][A-Za-z0-9]*+)(?:;|\Z))"
)


def emphasis(text: str) -> Iterator[tuple[int, int]]:
    """Where there may be emphasis: asterisks, underscores and tildes not between blanks, and no underscore in a word.

    >>> list(emphasis("**Kyiv**, 2 * 3, snake_case"))
    [(0, 2), (6, 8)]
    """
    for found in _EMPHASIS.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        in_word = found[0][0] == "_" and before.isalnum() and after.isalnum()
        if not in_word and not (before.isspace() and after.isspace()):
            yield start, end


def escape_markdown(text: str) -> str:
    """A text as Markdown writes it, inside a paragraph or at its start; what would not become markup stays as it is.

    >>> escape_markdown("AT&T"), escape_markdown("1. FC Köln"), escape_markdown("[Rock*]")
    ('AT&T', '1\\\\. FC Köln', '\\\\[Rock\\\\*\\\\]')
    """

    def escaped(found: re.Match[str]) -> str:
        ordinary = found[1] is not None and found[1] + ";" not in html5
        return found[0] if ordinary else found[0] + "\\"

    return _BECOMES_MARKUP.sub(escaped, text)
