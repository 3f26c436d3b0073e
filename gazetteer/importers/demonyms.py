"""What English calls the people of a country, or their language: a name of theirs, and not of the country.

An ending behind what the country's name begins with makes most of them; the others are listed.
"""

import re
from collections.abc import Iterable

from gazetteer.text.clean import fold

ENDING = re.compile(r"(?<!st)(?:(?:i|e)?ans?|ese|ish|ic|is?|ers?|ois|ino|ite)$")
SHORTEST = 3  # letters before the ending
LISTED = frozenset((
    "american", "americans", "argentine", "australians", "austrailian", "bosniak", "bosniaks", "brish",
    "british", "britisher", "briton", "britons", "britsh", "brittish", "btitish", "burmese", "cypriot",
    "cypriote", "czech", "dane", "danish", "dutch", "dutchman", "dutchwoman", "emirati", "emirian", "english",
    "englishman", "englishwoman", "filipino", "finnish", "flipino", "french", "frenchman", "frenchwoman",
    "german", "greek", "hellenic", "irish", "irishman", "irishwoman", "ivorian", "kazakh", "kyrgyz", "lao",
    "malagasy", "manx", "manxwoman", "norwegian", "norweigan", "persian", "philippino", "polish", "sahrawi",
    "sahrawian", "scottish", "siberian", "slovak", "spanish", "swazi", "swedish", "swiss", "tajik", "thai",
    "turkish", "turkmen", "uzbek", "welsh", "welshman", "welshwoman",
))  # fmt: skip


def is_demonym(text: str, english: Iterable[str]) -> bool:
    """Whether a text is what the people of a country are called, whose English names are these.

    >>> is_demonym("Ukrainian", ["Ukraine"]), is_demonym("Danmarki", ["Denmark"])
    (True, False)
    """
    if not text.isascii() or " " in text:
        return False
    word, names = fold(text), [fold(name) for name in english]
    if word in LISTED:
        return True
    if word in names:
        return False
    found = ENDING.search(word)
    if found is None or found.start() < SHORTEST:
        return False
    stem = word[: found.start()]
    begins = stem[: max(SHORTEST, len(stem) - 1)]
    return any(name.startswith(begins) for name in names)
