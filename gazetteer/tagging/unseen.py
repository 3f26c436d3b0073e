"""Unseen: characters of a text that no reader sees, soft hyphens and the like, where they stand in or beside a word.

Joiners are seen between letters without capitals, which they shape; a zero-width space parts words where it is the
only sign that there are two.
"""

import re
from collections.abc import Iterator

_LETTER = r"[^\W\d_]|[\u0300-\u036f]"
_SIGN = r"[ \u00a0\-‐‑'’ʼ.,;:!?()\"“”]"
_UNSEEN = re.compile(
    rf"(?P<before>{_LETTER}|{_SIGN})(?P<unseen>[\u00ad\u034f\u200b-\u200f\u2060\ufeff]+)(?=(?P<after>{_LETTER}|{_SIGN}))"
)
_MAY_BE_SEEN = re.compile("[\u200b-\u200f]")


def unseen(text: str) -> Iterator[tuple[int, int]]:
    """Where characters stand between two letters, or a letter and a sign, that are not seen there.

    >>> list(unseen("Ki\u00adew, Kyiv\u200bOdesa"))
    [(2, 3)]
    """
    if text.isascii():
        return
    for found in _UNSEEN.finditer(text):
        before, after = found["before"], found["after"]
        if not (_is_letter(before) or _is_letter(after)):
            continue
        if _MAY_BE_SEEN.search(found["unseen"]) and _parts(before, after):
            continue
        yield found.span("unseen")


def _is_letter(char: str) -> bool:
    return char.isalpha() or "\u0300" <= char <= "\u036f"


def _parts(before: str, after: str) -> bool:
    """Whether what stands between two letters may be seen: in writings without capitals, or between two words."""
    if before.islower() and after.isupper():
        return True
    return any(char.isalpha() and char.lower() == char.upper() for char in (before, after))
