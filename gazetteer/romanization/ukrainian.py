"""Romanizations of Cyrillic names among themselves: what they differ in where all are English usage.

``squash`` drops all that romanizations of Ukrainian differ in, whoever uses them: Balakliia, Balakliya, Balaklija.
``english_key`` only what English usage itself leaves open: Syrsky, Syrskyi, Syrskiy are one, Syrskyj and Syrski not.
"""

import re

from gazetteer.text.clean import fold

_I = re.compile("[iy]{1,2}(?![a-z])|[iy]{1,2}(?=[aeou])")
_SKI = re.compile(r"(?<=[sc]k)i\b")


def squash(text: str) -> str:
    """A Latin form without what romanizations of Ukrainian differ in.

    >>> squash("Kup'yans'k") == squash("Kupiansk")
    True
    """
    return re.sub("[iyj ]", "", fold(text))


def english_key(text: str) -> str:
    """A Latin form in which what English usage leaves open is one: iy, yi, yy, ii, y at an end, y and i before a vowel.

    >>> english_key("Oleksii Zelenskyy") == english_key("Oleksiy Zelensky")
    True
    >>> english_key("Yuliia") == english_key("Yulia")
    True
    >>> english_key("Zelensky") == english_key("Zelenski"), english_key("Zelensky") == english_key("Zelenskyj")
    (False, False)
    """
    return _I.sub("i", _SKI.sub("!", fold(text)))
