"""Indic scripts: ICU's scholarly Latin turned into the common form.

In the scripts of northern languages an inherent vowel is written but not said at the end of a
word, nor between a syllable and the next: it is dropped there. Southern scripts keep it.
"""

import re

from gazetteer.languages import system
from gazetteer.romanization.systems import romanize
from gazetteer.romanization.transliterators import transliterate

NORTHERN = frozenset(("Deva", "Beng", "Gujr", "Guru"))
SCRIPTS = frozenset(("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"))
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
    return _said(_latin(text, script), script)


def alternatives(text: str, script: str) -> tuple[str, ...]:
    """The readings of a text: as its language says it, and as it writes names of other languages.

    Bengali has no letters for v and w and writes ভ and ওয়; Tamil writes voiced and voiceless stops alike, voiced after
    a nasal and between vowels.

    >>> alternatives("ওয়াশিংটন", "Beng")[-1], alternatives("செங்காங்", "Taml")
    ('vashintan', ('chenkan', 'sengan'))
    """
    latin = _latin(text, script)
    return tuple(dict.fromkeys((_said(latin, script), _said(_borrowed(latin, script), script))))


def _latin(text: str, script: str) -> str:
    # ICU does not write Sinhala.
    latin = romanize(text, system("si-Sinh/iso-15919")) if script == "Sinh" else transliterate("Any-Latin", text)
    return latin.lower().replace("'", "").replace("’", "").replace(":", "")


def _borrowed(latin: str, script: str) -> str:
    if script == "Beng":
        return _GLIDE.sub("", _W.sub("v", latin.replace("bh", "v")))
    if script == "Taml":
        voiced = _AFTER_NASAL.sub(lambda found: found[1] + _VOICED[found[2]], latin)
        return _BETWEEN_VOWELS.sub(lambda found: _VOICED_ALONE[found[0]], voiced)
    return latin


def _said(latin: str, script: str) -> str:
    if script == "Mlym":
        latin = latin.replace("ṟṟ", "ṭṭ").replace("nṟ", "nṭ")  # ററ and ന്റ are said so
    if script in NORTHERN:
        latin = _MEDIAL.sub(r"\1", _FINAL.sub(r"\1", latin))
    said = _LETTER.sub(lambda found: _SAYS[found[0]], latin)
    return said.translate(_LONG)


_W = re.compile("(?:ō|u)ẏ(?=[āiīēeō])")
_GLIDE = re.compile("(?<=[aāiīuūēeō])ẏ(?=[āiīēeō])")
_VOICED = {"k": "g", "c": "j", "ṭ": "ḍ", "t": "d", "p": "b"}
_VOICED_ALONE = {**_VOICED, "c": "s"}
_AFTER_NASAL = re.compile("([ṅñṇnmṉ])([kcṭtp])(?!h)")
_BETWEEN_VOWELS = re.compile(f"(?:(?<={_V})|^)(?:c|(?<={_V})[kṭtp])(?={_V})")
_LONG = str.maketrans("āīūēōæ", "aiueoe")
