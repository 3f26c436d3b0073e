"""Mixed words: letters of two scripts in one word, which keyboards and converters leave there unseen.

A word is mended only if every letter of the other script looks just like one of its own. Source of what looks alike:
Unicode Technical Standard #39, Unicode Security Mechanisms (confusables), for Latin, Cyrillic and Greek.
"""

import re
from collections import Counter

from gazetteer.text.scripts import script_of_char

SCRIPTS = ("Latn", "Cyrl", "Grek")
# Letters that look alike, in the order of those scripts; a blank where a script has none.
_ALIKE = (
    "AАΑ", "BВΒ", "CС ", "EЕΕ", "HНΗ", "IІΙ", "JЈ ", "KКΚ", "MМΜ", "N Ν", "OОΟ", "PРΡ", "SЅ ", "TТΤ", "XХΧ", "YУΥ",
    "Z Ζ", "aаα", "cс ", "eе ", "iіι", "jј ", "oоο", "pрρ", "sѕ ", "v ν", "xх ", "yу ", "ËЁ ", "ëё ", "ÏЇΪ", "ïїϊ",
)  # fmt: skip
_AS = {
    script: {ord(letter): alike[place] for alike in _ALIKE for letter in alike if letter != " " and alike[place] != " "}
    for place, script in enumerate(SCRIPTS)
}
_WORD = re.compile(r"[^\W\d_]+")


def mended(text: str) -> str | None:
    """A text whose mixed words are in one script each; None if none of them is mixed, or one cannot be mended.

    >>> mended("Kи\u0457в"), mended("Xaрків"), mended("Київ"), mended("Газprom")
    ('Київ', 'Харків', None, None)
    """
    if text.isascii() or len(set(map(script_of_char, text)).intersection(SCRIPTS)) < 2:
        return None
    whole = Counter(map(script_of_char, text))
    found = _WORD.sub(lambda word: _mended(word[0], whole), text)
    return found if found != text and not any(_is_mixed(word) for word in _WORD.findall(found)) else None


def _mended(word: str, whole: Counter[str]) -> str:
    """A word in the script of most of its letters, of as many in that of the text, if it can be."""
    if not _is_mixed(word):
        return word
    counts = Counter(map(script_of_char, word))
    for script in sorted(SCRIPTS, key=lambda script: (-counts[script], -whole[script])):
        written = word.translate(_AS[script])
        if counts[script] and not _is_mixed(written):
            return written
    return word


def _is_mixed(word: str) -> bool:
    return not word.isascii() and len({script_of_char(char) for char in word}.intersection(SCRIPTS)) > 1
