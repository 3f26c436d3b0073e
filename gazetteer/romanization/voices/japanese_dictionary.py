"""The Japanese dictionary: how it cuts a text into words, and every reading that it has of a word, as katakana.

It is loaded when the first kanji are asked for, and is the same that readings for matching are made of.
"""

from collections.abc import Iterator
from functools import lru_cache

from gazetteer.romanization import kana

REMEMBERED = 4_096
TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


@lru_cache(REMEMBERED)
def looked_up(text: str) -> tuple[tuple[str, str], ...]:
    """The words that the dictionary cuts a text into, each with its reading; what it lacks is read as it stands.

    >>> looked_up("東京タワー")
    (('東京', 'トウキョウ'), ('タワー', 'タワー'))
    """
    words, at = [], 0
    for part in kana._kakasi().convert(text):
        written = part["orig"]
        place = text.find(written, at)
        if place > at:  # it leaves out what it does not know
            words.append((text[at:place], text[at:place]))
        words.append((written, part["kana"] or written))
        at = max(at, place + len(written))
    return (*words, (text[at:], text[at:])) if at < len(text) else tuple(words)


def other_readings(word: str) -> Iterator[str]:
    """Each reading that the dictionary has of a word wherever it stands.

    >>> [*other_readings("上野")][:2]
    ['ウエノ', 'コウズケ']
    """
    words = kana._kakasi()._jconv._own._kanwa.load(word[0]) or {}
    return (said.translate(TO_KATAKANA) for said, condition in words.get(word, ()) if condition is None)
