"""Scripts: the ISO 15924 code of the writing a text is in.

The script of a letter is read off its Unicode name and remembered; letters alone count, so
that digits, marks and punctuation never decide.
"""

import unicodedata

NONE = "Zyyy"

# The first word of a letter's Unicode name, where it is not the code's own spelling.
CODES = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARMENIAN": "Armn",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "ORIYA": "Orya",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "TIBETAN": "Tibt",
    "MYANMAR": "Mymr",
    "GEORGIAN": "Geor",
    "HANGUL": "Hang",
    "HALFWIDTH HANGUL": "Hang",
    "ETHIOPIC": "Ethi",
    "CHEROKEE": "Cher",
    "CANADIAN": "Cans",
    "KHMER": "Khmr",
    "MONGOLIAN": "Mong",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "HALFWIDTH KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "BOPOMOFO": "Bopo",
    "CJK": "Hani",
    "IDEOGRAPHIC": "Hani",
    "FULLWIDTH LATIN": "Latn",
    "MODIFIER": NONE,
    "YI": "Yiii",
    "COPTIC": "Copt",
    "NKO": "Nkoo",
    "TIFINAGH": "Tfng",
    "JAVANESE": "Java",
    "BALINESE": "Bali",
    "OL": "Olck",
    "MEETEI": "Mtei",
}
# Marks written as letters of their script: the Japanese long vowel, and vowel signs of abugidas.
COUNTED = ("L", "M")


class _Scripts(dict[str, str]):
    """The script of each character met so far."""

    def __missing__(self, char: str) -> str:
        found = self[char] = _look_up(char)
        return found


def _look_up(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] not in COUNTED:
        return NONE
    words = unicodedata.name(char, "").split()
    if not words or words[0] == "COMBINING":
        return NONE
    return CODES.get(" ".join(words[:2])) or CODES.get(words[0]) or "Zzzz"


_SCRIPT = _Scripts()
_script = _SCRIPT.__getitem__


def script_of_char(char: str) -> str:
    """The script of one character, ``Zyyy`` for what belongs to none.

    >>> script_of_char("ї"), script_of_char("7")
    ('Cyrl', 'Zyyy')
    """
    return _SCRIPT[char]


def scripts_of(text: str) -> dict[str, int]:
    """How many letters of each script a text has, in the order in which they are met."""
    counts: dict[str, int] = {}
    for char in text:
        script = _SCRIPT[char]
        if script != NONE:
            counts[script] = counts.get(script, 0) + 1
    return counts


def script_of(text: str) -> str:
    """The script that most letters of a text are in, ``Zyyy`` if it has none; of equals the first.

    >>> script_of("Чернігів"), script_of("東京タワー"), script_of("1917")
    ('Cyrl', 'Kana', 'Zyyy')
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else NONE
    kinds = set(map(_script, text))
    kinds.discard(NONE)
    if len(kinds) < 2:
        return kinds.pop() if kinds else NONE
    met = [*map(_script, text)]
    return max(kinds, key=lambda script: (met.count(script), -met.index(script)))
