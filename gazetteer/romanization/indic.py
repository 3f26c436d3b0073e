"""Indic scripts: ICU's scholarly Latin turned into the common form.

In the scripts of northern languages an inherent vowel is written but not said at the end of a
word, nor between a syllable and the next: it is dropped there. Southern scripts keep it.
"""

import re

from gazetteer.romanization.transliterators import transliterate

NORTHERN = frozenset(("Deva", "Beng", "Gujr", "Guru"))
SCRIPTS = frozenset(("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym"))
# Aspirates are merged as the common form merges them; kh stays, since it is written kh elsewhere too.
_SAYS = {
    "cch": "ch", "cc": "ch", "ch": "ch", "c": "ch", "jh": "j", "gh": "g", "dh": "d", "ḍh": "d", "ḍ": "d", "bh": "b",
    "th": "t", "ṭh": "t", "ṭ": "t", "ph": "f", "ś": "sh", "ṣ": "sh", "ṅ": "n", "ñ": "n", "ṇ": "n", "r̥": "ri",
    "jñ": "gy", "kṣ": "ksh", "ṁb": "mb", "ṁp": "mp", "ṁ": "n", "ṃ": "n", "m̐": "n", "ṛ": "r", "ṛh": "r", "ḷ": "l",
    "ḻ": "l", "ṟ": "r", "ṟṟ": "tr", "ṉ": "n", "ẏ": "y", "ḥ": "h", "w": "v", "eā": "o", "ēā": "o",
}  # fmt: skip
_LETTER = re.compile("|".join(sorted(map(re.escape, _SAYS), key=len, reverse=True)))
_V = "[aāiīuūeēoōæ]"
_C = "(?:[bcdgjkptḍṭṛ]h|[^aāiīuūeēoōæ\\W\\d_])"
_FINAL = re.compile(rf"(?<={_V})({_C})a\b")
_MEDIAL = re.compile(rf"({_V}{_C})a(?={_C}{_V})")


def read(text: str, script: str) -> str:
    """What a text in that Indic script says.

    >>> read("कानपुर", "Deva"), read("चेन्नई", "Deva"), read("ಬೆಂಗಳೂರು", "Knda")
    ('kanpur', 'chennai', 'bengaluru')
    """
    latin = transliterate("Any-Latin", text).lower().replace("'", "").replace("’", "")
    if script in NORTHERN:
        latin = _MEDIAL.sub(r"\1", _FINAL.sub(r"\1", latin))
    said = _LETTER.sub(lambda found: _SAYS[found[0]], latin)
    return said.translate(_LONG)


_LONG = str.maketrans("āīūēōæ", "aiueoe")
