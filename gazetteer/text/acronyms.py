"""Acronyms: texts written in capitals, which match more strictly the shorter they are."""

import re
import unicodedata

ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}")
# Up to this many letters an acronym matches only as it is written: IS, AP, EU, RSF.
SHORT_ACRONYM = 5
# So many capitals are an initialism whatever they are; more, up to five, if each has its point, or none is a vowel.
INITIALS = 3
VOWELS = frozenset("AEIOUYАЕЁИІЇЄОУЎЫЭЮЯΑΕΗΙΟΥΩ")
_POINTED = re.compile(r"[^\W\d_](?:[.\- ]{0,2}[^\W_]){1,4}\.?")


def is_acronym(text: str) -> bool:
    """Whether a text is written as an acronym: capitals, two to eight of them, no space.

    >>> is_acronym("NATO"), is_acronym("Nato")
    (True, False)
    """
    return ACRONYM.fullmatch(text) is not None


def is_short_acronym(text: str) -> bool:
    """Whether a text is an acronym so short that only the very letters may match it."""
    return is_acronym(text) and len(text) <= SHORT_ACRONYM


def is_initialism(text: str) -> bool:
    """Whether a text is the initials of a name, in whatever script, with points or without, and so not to be read.

    >>> [is_initialism(text) for text in ("UAE", "U.A.E.", "КНДР", "OSLO", "Ulm")]
    [True, True, True, False, False]
    """
    if not text.isupper() or _POINTED.fullmatch(text) is None:
        return False
    initials = letters_of(text)
    if len(initials) <= INITIALS or text.count(".") >= len(initials) - 1:
        return True
    return VOWELS.isdisjoint(unicodedata.normalize("NFD", initials))


def letters_of(text: str) -> str:
    """The letters and digits of a text, as they are written, with their marks.

    >>> letters_of("É.-U.")
    'ÉU'
    """
    return "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char)[0] in "LMN")
