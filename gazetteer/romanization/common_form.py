"""The common form: lower-case ASCII words, whatever rules or a script's module made of a text.

Diacritics go, punctuation parts words, apostrophes vanish, and a doubled consonant is written
once. What letters *say* is NOT decided here: that is done before, by an orthography.
"""

import re
import unicodedata

# Letters that no decomposition takes apart, as anyone without the letter on the keyboard writes them.
LETTERS = {
    "ß": "ss", "ẞ": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "e", "ǝ": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɣ": "g", "ɛ": "e", "ɔ": "o",
    "ƴ": "y", "ɨ": "i", "ʉ": "u", "ƶ": "z", "ĸ": "k", "ǥ": "g", "ɲ": "ny", "ʒ": "zh", "ǯ": "zh",
}  # fmt: skip
APOSTROPHES = "'’‘`´ʼʻʹʺʾʿ′″ʽˈꞌ＇\"”“"


class _Plain(dict[int, str]):
    """What each character met so far is in plain letters: looked up once, remembered."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _plain_char(chr(code))
        return found


def _plain_char(char: str) -> str:
    if char in APOSTROPHES:
        return ""
    if char in LETTERS:
        return LETTERS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    letters = "".join(each for each in unicodedata.normalize("NFKD", char) if each.isascii() and each.isalnum())
    if letters or category[0] in "LM" or category in ("Nl", "No", "Cf"):
        return letters.lower()
    return " "


_PLAIN = _Plain()
# The same for ASCII, where bytes are faster: small letters for capitals, and what vanishes.
_ASCII_PLAIN = bytes(ord(_plain_char(chr(code).lower()) or " ") for code in range(128)) + bytes(128)
_ASCII_SILENT = bytes(code for code in range(128) if not _plain_char(chr(code)))
_DOUBLED = re.compile(r"([bcdfgjklmnpqrstvwxyz])\1+")
# An h after the h of a digraph is a sound of its own: Ужгород is uzhhorod.
_DOUBLED_H = re.compile("(?<![cksz])hh+")


def plain(text: str) -> str:
    """A text in ASCII letters, digits and single spaces: marks stripped, case folded, nothing else merged.

    >>> plain("Łódź-Górna"), plain("L’Haÿ-les-Roses")
    ('lodz gorna', 'lhay les roses')
    """
    if text.isascii():
        if text.isalnum():  # one word, as most are
            return text.lower()
        return " ".join(text.encode().translate(_ASCII_PLAIN, _ASCII_SILENT).decode().split())
    return " ".join(text.lower().translate(_PLAIN).split())


def finish(text: str) -> str:
    """A text in the common form, from what rules or a script's module wrote.

    >>> finish("Vinnyts'ka"), finish("posad-pokrovske")
    ('vinytska', 'posad pokrovske')
    """
    text = plain(text)
    if _DOUBLED.search(text):
        text = _DOUBLED.sub(r"\1", text)
    return _DOUBLED_H.sub("h", text) if "hh" in text else text
