"""Hebrew: what its letters say in the common form; unwritten vowels stay unwritten.

ב, פ and ו each say two things: b, p, o as they are written first in a word, and v, f, u as they often are inside one.
All the first, or all the second, is likeliest; in names of other languages (סבסטופול) each may be either.
"""

import re
from itertools import product

_LETTERS = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "kh", "ט": "t", "כ": "kh", "ך": "kh",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts",
    "ק": "k", "ר": "r", "ש": "sh", "ת": "t", "וו": "v", "יי": "ei", "צ׳": "ch", "ץ׳": "ch", "ג׳": "j", "ז׳": "zh",
    "ת׳": "t", "ד׳": "d", "ח׳": "kh", "ע׳": "g", "ר׳": "g", "טש": "ch", "זש": "zh",
}  # fmt: skip
_SOFT = {"ב": "v", "פ": "f", "ו": "u"}
_HARD = {"ב": "b", "פ": "p", "ו": "o"}
_NIQQUD = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+")
_WORD = re.compile("[א-ת׳]+")
# The geresh is typed as an apostrophe more often than as itself; gershayim in an acronym say nothing.
_TYPED = str.maketrans({"'": "׳", "’": "׳", "`": "׳", "״": "", '"': "", "־": " ", "ײ": "יי", "ױ": "וי", "װ": "וו"})


def read(text: str, *, soft: bool = False) -> str:
    """What a text in Hebrew says, with ב, פ, ו hard or, inside words, soft.

    >>> read("תל אביב", soft=True), read("ירושלים", soft=True), read("צ'רניהיב")
    ('tl aviv', 'yrushlim', 'chrnihib')
    """
    return _read(text, _SOFT if soft else _HARD)


def alternatives(text: str) -> tuple[str, ...]:
    """The readings of a text, the likeliest first; one if nothing in it is ambiguous.

    >>> alternatives("ירושלים"), alternatives("סבסטופול")[:3]
    (('yroshlim', 'yrushlim'), ('sbstopol', 'svstuful', 'sbstupul'))
    """
    ways = [dict(zip(_HARD, said, strict=True)) for said in product(*zip(_HARD.values(), _SOFT.values(), strict=True))]
    return tuple(dict.fromkeys([read(text), read(text, soft=True), *(_read(text, inside) for inside in ways)]))


def _read(text: str, inside: dict[str, str]) -> str:
    bare = _NIQQUD.sub("", text).translate(_TYPED)
    return _WORD.sub(lambda found: _word(found[0], inside), bare)


def _word(word: str, inside: dict[str, str]) -> str:
    said = ""
    place = 0
    while place < len(word):
        letter, pair = word[place], word[place : place + 2]
        if place and pair == "יי" and word[place + 2 : place + 3] in tuple("בו"):
            pair = ""
        if len(pair) == 2 and pair in _LETTERS:
            said += _LETTERS[pair]
            place += 2
            continue
        said += _letter(word, place, letter, said, inside)
        place += 1
    return said


def _letter(word: str, place: int, letter: str, said: str, inside: dict[str, str]) -> str:
    after = word[place + 1 : place + 2]
    if letter == "ו":
        return "v" if not place or (said[-1:] in "aeiou" and after in tuple("איוה")) else inside["ו"]
    if letter == "י":
        opens = after in tuple("או") or word[place + 1 :] == "ה"
        return "y" if not place or opens else "i"
    if letter in "אע" and not place:
        return "" if after and after in "וי" else "a"
    if letter == "ה" and place == len(word) - 1 and place:
        return "a" if said[-1:] != "a" else ""
    if letter == "כ" and not place:
        return "k"
    if letter in "בפ" and place:
        return inside[letter]
    return _LETTERS.get(letter, "")
