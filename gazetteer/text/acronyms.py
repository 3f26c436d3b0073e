"""Acronyms: texts written in capitals, which match more strictly the shorter they are."""

import re

ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}")
# Up to this many letters an acronym matches only as it is written: IS, AP, EU, RSF.
SHORT_ACRONYM = 5


def is_acronym(text: str) -> bool:
    """Whether a text is written as an acronym: capitals, two to eight of them, no space.

    >>> is_acronym("NATO"), is_acronym("Nato")
    (True, False)
    """
    return ACRONYM.fullmatch(text) is not None


def is_short_acronym(text: str) -> bool:
    """Whether a text is an acronym so short that only the very letters may match it."""
    return is_acronym(text) and len(text) <= SHORT_ACRONYM
