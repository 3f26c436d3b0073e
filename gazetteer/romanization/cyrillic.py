"""Cyrillic: which orthography a text is in, by its letters, and a broad reading of letters none knows.

The guess is an order, not an answer: of several orthographies that a text could be in, the most
telling comes first. Languages without a file are read by the nearest one and these letters.
"""

from functools import cache

# Letters that tell an orthography, in the order in which they decide.
TELLING = (
    ("be", frozenset("ўЎ")),
    ("mk", frozenset("ѓќѕЃЌЅ")),
    ("sr", frozenset("ђћљњџЂЋЉЊЏ")),
    ("sr", frozenset("јЈ")),
    ("uk", frozenset("ґїєҐЇЄ")),
    ("kk", frozenset("қғұҚҒҰ")),
    ("mn", frozenset("өүӨҮ")),
    ("uk", frozenset("іІ")),
    ("ru", frozenset("ыэёЫЭЁ")),
    ("bg", frozenset("ъЪ")),
)
USUAL = ("ru", "uk", "bg", "be", "sr", "mk")

BROAD = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ѣ": "e", "ѳ": "f", "ѵ": "i", "ѫ": "a", "ѭ": "ya",
    "ђ": "j", "ѓ": "g", "ѕ": "dz", "ј": "y", "љ": "ly", "њ": "ny", "ћ": "ch", "ќ": "k", "џ": "j",
    "ә": "e", "ғ": "g", "қ": "k", "ҡ": "k", "ҝ": "g", "ҟ": "k", "ҳ": "kh", "ң": "ng", "ҥ": "ng", "ӊ": "n", "ӈ": "n",
    "ө": "o", "ӫ": "o", "ұ": "u", "ү": "u", "һ": "h", "ҷ": "j", "җ": "j", "ӌ": "ch", "ҹ": "j", "ҙ": "z", "ҫ": "s",
    "ӑ": "a", "ӓ": "e", "ӗ": "e", "ӝ": "j", "ӟ": "z", "ӣ": "i", "ӥ": "i", "ӧ": "o", "ӯ": "u", "ӱ": "u", "ӳ": "u",
    "ӵ": "ch", "ӹ": "i", "ӕ": "e", "ӏ": "", "ԥ": "p", "ҧ": "p", "ҵ": "ts", "ҭ": "t", "ӡ": "dz", "ҽ": "ch", "ҿ": "ch",
    "ӷ": "g", "ӆ": "l", "ԓ": "l", "ԡ": "l", "ԣ": "n", "ԛ": "k", "ԝ": "v", "ѝ": "i", "ѐ": "e", "ꙋ": "u", "ѧ": "ya",
}  # fmt: skip
_READ = str.maketrans(BROAD)
_TELLING_LETTERS = frozenset[str]().union(*(letters for _, letters in TELLING))


def broad(text: str) -> str:
    """A lower-case text whose Cyrillic letters, those that no rule has read, say what they commonly say.

    >>> broad("қостанай"), broad("Куп'янськ".lower())
    ('kostanay', "kup'yansk")
    """
    return text.translate(_READ)


def languages(text: str) -> tuple[str, ...]:
    """The languages of Cyrillic orthographies a text may be in, most likely first.

    >>> languages("Чернігів")[0], languages("Выборг")[0], languages("Скопје")[0]
    ('uk', 'ru', 'sr')
    """
    return _told_by(_TELLING_LETTERS.intersection(text))


@cache
def _told_by(met: frozenset[str]) -> tuple[str, ...]:
    told = [language for language, letters in TELLING if not letters.isdisjoint(met)]
    return tuple(dict.fromkeys((*told, *USUAL)))
