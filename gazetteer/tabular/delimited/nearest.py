"""Nearest: a text in the letters that an encoding has; what it lacks in plain signs, without marks, or by number."""

import unicodedata

_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼʹ′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\xa0\u2009\u202f", " "), "…": "...", "•": "-", "№": "No.",
}  # fmt: skip
# Letters of Latin writing that are no other letter with a mark.
_LATIN = {
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS", "æ": "ae",
    "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ŋ": "ng", "Ŋ": "Ng",
    "ə": "e", "Ə": "E",
}  # fmt: skip


def nearest(text: str, encoding: str) -> str:
    """A text as far as an encoding has its letters; each of the others as the nearest that it has.

    >>> nearest("Gdańsk – Łódź", "cp1251"), nearest("Київ", "latin-1")
    ('Gdansk – Lodz', '&#1050;&#1080;&#1111;&#1074;')
    """
    if has_all(text, encoding):
        return text
    return "".join(letter if has_all(letter, encoding) else _instead(letter, encoding) for letter in text)


def has_all(text: str, encoding: str) -> bool:
    """Whether an encoding has all letters of a text.

    >>> has_all("Łódź", "cp1250"), has_all("Łódź", "cp1251")
    (True, False)
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _instead(letter: str, encoding: str) -> str:
    bare = _PLAIN.get(letter) or _LATIN.get(letter) or unicodedata.normalize("NFD", letter)[0]
    if bare != letter and has_all(bare, encoding):
        return bare
    return "" if unicodedata.category(letter) == "Mn" else f"&#{ord(letter)};"
