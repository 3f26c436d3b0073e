"""Derivations: what is made of a name by other letters at its end, and so is no slip of it: Berlinale, Merkelism.

A slip changes, drops, doubles or swaps letters before the end. Case forms are told by the endings of inflections.
"""

import re

from gazetteer.matching.similarity import is_slip

# So many letters at least are of the name itself, and so many at most of the ending are the name's: Nantes, Nantais.
LEAST_STEM, LAST = 3, 1
ADDED = 2  # letters before those that an ending has at least: Marseillaise
CASES, STEM = ("a", "u", "e"), ("sk", "zk", "ck")  # endings of places in Slavic cases, and of the stem of an adjective
# How adjectives of places end in Slavic languages, romanized: Almatinskaya, Volynskoi.
ADJECTIVE = re.compile(r"[sc]k(?:a|aya|aia|aja|oe|oye|oje|oi|oy|oj|oho|ogo|i|y|iy|yi|ij|yj|ie|ye|iye)?\Z")


def is_derived(said: str, name: str) -> bool:
    """Whether what is said, folded, is a name with another ending than its own.

    >>> [is_derived(said, "berlin") for said in ("berlinale", "berliner", "berlinn", "berlni", "brelin", "berli")]
    [True, True, False, False, False, False]
    >>> is_derived("nantais", "nantes"), is_derived("sarajevans", "sarajevo"), is_derived("zaporizhia", "zaporizhzhia")
    (True, True, False)
    """
    if said.startswith(name):
        return said not in (name, name + name[-1:])
    if name.startswith(said) or said == name[:-2] + name[:-3:-1]:
        return False  # cut short, or its last letters changed round
    first = _shared(said, name)
    last = min(_shared(said[::-1], name[::-1]), len(said) - first, len(name) - first)
    if first < LEAST_STEM:
        return False
    return last == 0 or (last <= LAST and len(said) - first - last >= ADDED)


def is_garbled_case(said: str, name: str) -> bool:
    """Whether what is said, folded, may be a garbled case or an adjective's stem of a Slavic place's name.

    >>> is_garbled_case("mykolaieva", "mykolaiv"), is_garbled_case("zaporizk", "zaporizhzhia")
    (True, True)
    """
    return said.endswith(STEM) or (said.endswith(CASES) and is_slip(said[:-1], name))


def is_adjective(said: str) -> bool:
    """Whether a word, folded, ends as adjectives of places do in Slavic languages."""
    return ADJECTIVE.search(said) is not None


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginnings."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (mine, its) in enumerate(pairs) if mine != its), min(len(one), len(other)))
