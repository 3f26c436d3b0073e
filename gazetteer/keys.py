"""Keys: the short strings under which readings meet, so that names need not be compared one by one.

A key is never shown and never decides; it only brings candidates together.
"""

import re

from xxhash import xxh3_64_intdigest

from gazetteer.text.clean import fold

# The coarse skeleton keeps what survives a journey through two scripts: the order of broad classes
# of consonants. Voice goes first (b/p, t/d, k/g flip), then l/r, then v/f and the kinds of h.
_DIGRAPHS = re.compile("shch|sh|zh|ch|kh|ts|dz|gh|th|ph|ks")
_CLASS_OF_DIGRAPH = {
    "shch": "x", "sh": "x", "zh": "x", "ch": "x", "kh": "k", "ts": "s", "dz": "s", "gh": "k", "th": "t", "ph": "v",
    "ks": "ks",
}  # fmt: skip
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("aeiouyw '-", None),
        **{"p": "b", "b": "b", "f": "v", "v": "v", "t": "t", "d": "t", "k": "k", "g": "k", "q": "k", "h": "k"},
        **{"c": "k", "s": "s", "z": "s", "j": "x", "x": "x", "l": "r", "r": "r", "m": "m", "n": "n"},
    }
)
VOWELS = frozenset("aeiouy")
_DOUBLED = re.compile(r"(.)\1+")


def exact_key(text: str) -> str:
    """The folded text without its spaces: equal for forms that differ in case, marks and punctuation."""
    return fold(text).replace(" ", "")


def form(reading: str) -> str:
    """A reading without its spaces, as the n-gram index keeps it."""
    return reading.replace(" ", "")


def word_key(reading: str) -> str | None:
    """The words of a reading in order of the alphabet; None where there is one word only.

    >>> word_key("sirski oleksandr") == word_key("oleksandr sirski")
    True
    """
    words = reading.split()
    return " ".join(sorted(words)) if len(words) > 1 else None


def skeleton(reading: str) -> str:
    """The classes of the consonants of a reading, and whether it opens with a vowel.

    >>> skeleton("chernihiv"), skeleton("odesa")
    ('xrnkv', 'ats')
    """
    text = reading.replace(" ", "")
    classes = _DIGRAPHS.sub(_class_of_digraph, text)
    # Upper case marks digraphs already classed, so that their letters are not classed again.
    classes = _DOUBLED.sub(r"\1", classes.translate(_CLASSES).lower())
    return ("a" if text[:1] in VOWELS else "") + classes


def _class_of_digraph(found: re.Match[str]) -> str:
    return _CLASS_OF_DIGRAPH[found[0]].upper()


def hashed(key: str) -> int:
    """64 bits of a key, for look-up in sorted arrays."""
    return xxh3_64_intdigest(key.encode("utf-8", "surrogatepass"))


def hashed_bytes(key: str) -> bytes:
    """The same as eight bytes, the lowest first."""
    return hashed(key).to_bytes(8, "little")
