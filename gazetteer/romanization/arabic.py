"""Arabic script: what its letters say in the common form; short vowels, being unwritten, stay unwritten.

و and ي say a vowel unless a vowel follows or they open the word. What languages disagree about
(ث ذ ض, final ه) is read as the given language reads it, else as the letters suggest.
"""

import re
from functools import cache, lru_cache

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ة": "a", "ء": "", "ئ": "", "ؤ": "u",
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ټ": "t", "ث": "t", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ڈ": "d", "ډ": "d", "ذ": "z", "ر": "r", "ڑ": "r", "ړ": "r", "ڕ": "r", "ز": "z", "ژ": "zh", "ږ": "zh",
    "س": "s", "ش": "sh", "ښ": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ڤ": "v", "ق": "k",
    "ك": "k", "ک": "k", "ڪ": "k", "گ": "g", "ڭ": "ng", "ݣ": "g", "ڱ": "ng", "ل": "l", "ڵ": "l", "م": "m", "ن": "n",
    "ں": "n", "ڼ": "n", "ڻ": "n", "ه": "h", "ہ": "h", "ھ": "h", "ۀ": "e", "ۃ": "a", "ە": "e", "ێ": "e", "ې": "e",
    "ے": "e", "ۓ": "e", "ۍ": "ei", "ۆ": "o", "ۇ": "u", "ۈ": "u", "ۋ": "v", "ځ": "z", "څ": "ts", "ڀ": "b", "ٿ": "t",
    "ڙ": "r", "ڏ": "d", "ڌ": "d", "ڊ": "d", "ڳ": "g", "ڄ": "j", "ڃ": "ny", "ڇ": "ch", "ڦ": "f", "ڨ": "g", "ڥ": "v",
    "کھ": "kh", "گھ": "g", "چھ": "ch", "جھ": "j", "تھ": "t", "ٹھ": "t", "دھ": "d", "ڈھ": "d", "بھ": "b", "پھ": "f",
    "ڑھ": "r", "تش": "ch", "دج": "j",
}  # fmt: skip
REMEMBERED = 16_384
_EASTERN = {"ث": "s", "ض": "z"}
_OVERRIDES = {"fa": _EASTERN, "ur": _EASTERN, "ps": _EASTERN, "ckb": {"وو": "u"}, "ug": {"ئ": "", "ج": "j"}}
# Letters that only some languages write; the first set that a text meets tells the language.
_TELLING = (
    ("ur", frozenset("ٹڈڑںےہھ")),
    ("ug", frozenset("ۇۈۋڭ")),
    ("ckb", frozenset("ەێۆڵڕ")),
    ("ps", frozenset("ټډړږښڼځڅۍې")),
    ("fa", frozenset("پچژگکی")),
)
_FINAL_H = {"fa": "e", "ps": "a", "ur": "a"}
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200d\u200e\u200f]+")
_WORD = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7]+"
)
_BOUND = re.compile("ة(?=[\\s\u200c]+[\u0620-\u064a])")
_ARTICLE = re.compile(r"^(?:ال(?=..))")
_VOWELS = frozenset("اأإآٱىۆۇۈەێېے")
_SEMIVOWELS = {"و": ("u", "v"), "ي": ("i", "y"), "ی": ("i", "y"), "ۊ": ("u", "v")}


def read(text: str, language: str | None = None) -> str:
    """What a text in Arabic script says.

    >>> read("أوكرانيا"), read("تشرنيهيف"), read("الرياض"), read("خارکیف", "fa")
    ('ukranya', 'chrnihif', 'al ryad', 'kharkif')
    """
    bare = _MARKS.sub("", text).replace("\u200c", " ")
    language = language if language in _OVERRIDES else guess_language(bare)
    return _WORD.sub(lambda found: _word(found[0], language), bare)


def alternatives(text: str, language: str | None = None) -> tuple[str, ...]:
    """The readings of a text: as written, with f for the v that Arabic has no letter for, and with the t that a word
    ending in ة has before the one it belongs to, as romanizations of Arabic write it.

    >>> alternatives("مدينة زايد")
    ('mdina zaid', 'mdint zaid')
    """
    bare = _MARKS.sub("", text)
    both = (read(bare, language), read(_BOUND.sub("ت", bare), language))
    return tuple(dict.fromkeys([said for one in both for said in (one, one.replace("f", "v"))]))


def guess_language(text: str) -> str:
    """The language whose own letters a text in Arabic script has, else Arabic."""
    return next((language for language, letters in _TELLING if not letters.isdisjoint(text)), "ar")


@lru_cache(REMEMBERED)
def _word(word: str, language: str) -> str:
    if language == "ar" and len(word) > 3 and (article := _ARTICLE.match(word)):
        return "al " + _word(word[article.end() :], language)
    letters = _letters(language)
    vowels = _vowels(word, final_h_is_vowel=language in _FINAL_H)
    said = ""
    place = 0
    while place < len(word):
        letter, pair = word[place], word[place : place + 2]
        if pair in letters and len(pair) == 2:
            said += letters[pair]
            place += 2
            continue
        if letter in _SEMIVOWELS:
            doubled = letter != "و" and place and pair == letter * 2
            said += "iy" if doubled else _SEMIVOWELS[letter][0 if vowels[place] else 1]
        elif letter == "ع":
            beside = word[place - 1 : place] + word[place + 1 : place + 2]
            said += "" if "ا" in beside or "آ" in beside else "a"
        elif letter in "اأإ" and not place and len(word) > 1 and word[1] in _SEMIVOWELS and vowels[1]:
            pass
        elif letter in "هہ" and place == len(word) - 1 and said and said[-1] not in "aeiou":
            said += _FINAL_H.get(language, "h")
        else:
            said += letters.get(letter, "")
        place += 1
    return said


@cache
def _letters(language: str) -> dict[str, str]:
    return _LETTERS | _OVERRIDES.get(language, {})


def _vowels(word: str, *, final_h_is_vowel: bool) -> list[bool]:
    """For each letter whether it says a vowel; a semivowel does, unless a vowel follows or it opens the word."""
    vowels = [letter in _VOWELS for letter in word]
    vowels[-1] = vowels[-1] or (final_h_is_vowel and word[-1] in "هہ" and word[-2:-1] not in _VOWELS)
    for place in range(len(word) - 1, 0, -1):
        if word[place] in _SEMIVOWELS:
            vowels[place] = place + 1 == len(word) or not vowels[place + 1]
    return vowels
