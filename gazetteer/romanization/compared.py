"""How spellings are compared: without regard to capitals and to which apostrophe it is; or to any marks at all."""

import unicodedata

from gazetteer.romanization.casing import APOSTROPHES

_MARKS = str.maketrans({**dict.fromkeys(APOSTROPHES + "ʹ", "’"), "″": "”", '"': "”", "ʺ": "”"})
_UNMARKED = str.maketrans(dict.fromkeys(APOSTROPHES + "ʹ”″ʺ·ʿʾ", ""))


def plain(text: str) -> str:
    """A spelling as it is compared: lower-case, all apostrophes alike.

    >>> plain("Rus'") == plain("Rus’"), plain("İsmayıllı")
    (True, 'ismayıllı')
    """
    return unicodedata.normalize("NFC", text).replace("İ", "i").lower().translate(_MARKS)


def unmarked(text: str) -> str:
    """A spelling without diacritics and apostrophes, in lower case.

    >>> unmarked("Sevastopol’"), unmarked("Čechov")
    ('sevastopol', 'cechov')
    """
    return _without_diacritics(plain(text)).translate(_UNMARKED)


def _without_diacritics(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
