"""Senses: phrases in which a name is not the name it looks like, such as chicken Kiev; they are data of a style."""

import re
from collections.abc import Sequence
from functools import lru_cache


def sense_spans(text: str, senses: Sequence[str]) -> list[tuple[int, int]]:
    """The spans of the phrases that stand in a text, whatever the case.

    >>> sense_spans("We ate Chicken Kiev.", ("chicken Kiev",))
    [(7, 19)]
    """
    pattern = _compiled(tuple(senses))
    return [match.span() for match in pattern.finditer(text)] if pattern is not None else []


@lru_cache(16)
def _compiled(senses: tuple[str, ...]) -> re.Pattern[str] | None:
    if not senses:
        return None
    longest_first = sorted(senses, key=len, reverse=True)
    phrases = [r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first]
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE)
