"""Letters: how likely a text is to be writing of some alphabet, from which letters follow which in real words.

Words come from wordfreq's lists, each counted once, so that the letters are those of the dictionary and not of its
twenty commonest words; likelihoods are natural logarithms. ASCII costs the same in any alphabet, as what is compared
are readings of the same bytes.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log

ALPHABETS: Mapping[str, tuple[str, ...]] = {
    "western": ("fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "ca"),
    "central": ("pl", "cs", "sk", "hu", "sl", "sh", "ro"),
    "turkish": ("tr",),
    "baltic": ("lt", "lv"),
    "cyrillic": ("ru", "uk", "bg", "mk"),
    "greek": ("el",),
    "hebrew": ("he",),
    "arabic": ("ar", "fa", "ur"),
    "japanese": ("ja",),
    "chinese": ("zh",),
    "korean": ("ko",),
    "vietnamese": ("vi",),
}
WORDS_MOST = 6_000  # of each language, the commonest
EDGE = "\x00"
# What no text has: NUL and its like; line ends and tabs are none of them.
_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\r\x1f"]
# How strongly a letter's own frequency speaks where a pair of letters is rare, in pairs.
BACKING = 6.0
# Logarithms of what is no letter of a word that is looked at.
ASCII = -2.5
SIGN = -6.0  # that stands in running text of any language
MARK = -8.0  # that goes on a letter
ODD = -11.0
CONTROL = -14.0
MIXED_CASE = -3.0  # a capital inside of a word: what a wrong code table makes of words
# A letter that no word of the alphabet has; a Chinese character that is taught in schools is likelier than others.
STRANGE = exp(-14.0)
TAUGHT = exp(-9.5)
_LATIN = ("western", "central", "turkish", "baltic", "vietnamese")
_ASCII_LETTER = re.compile("[a-z]")
_CHINESE = ("chinese", "japanese")
_SIGNS = frozenset(
    "’‘“”„«»‹›–—…·•°²³¹½¼±№§©®€£¡¿ªº\xa0\u200c\u200f\u200e、。・，；：（）「」『』《》〈〉ー－／　？！〒＆"
)
# Chinese and Japanese writing is a word by itself, for it stands beside Latin without a space.
_EAST_ASIAN = "\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
# Signs that go behind a number or a word, never before a letter; Hebrew and Arabic joined to Latin; Chinese within it.
_MISPLACED = re.compile(
    r"[²³¹½¼¾£§°±®](?=[^\W\d_²³¹½¼¾])|(?<=[A-Za-z])[\u0590-\u06ff]|[\u0590-\u06ff](?=[A-Za-z])"
    rf"|(?<=[a-z])[{_EAST_ASIAN}](?=[a-z])"
)
MISPLACED = -8.0
_WORD = re.compile(rf"[{_EAST_ASIAN}]+|[^\W\d_²³¹½¼¾{_EAST_ASIAN}]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one alphabet: how likely each is, and how often each came after another."""

    alphabet: str
    single: Mapping[str, float]
    pairs: Mapping[tuple[str, str], int]
    firsts: Mapping[str, int]

    def likelihood(self, word: str) -> float:
        """How likely a word in small letters is."""
        before, total = EDGE, 0.0
        for letter in word:
            alone = self.single.get(letter) or self._strange(letter)
            paired = self.pairs.get((before, letter), 0) + BACKING * alone
            total += log(paired / (self.firsts.get(before, 0) + BACKING))
            before = letter
        return total

    def _strange(self, letter: str) -> float:
        return TAUGHT if self.alphabet in _CHINESE and _is_taught(letter) else STRANGE


def likelihood(text: str, alphabets: Iterable[str]) -> float:
    """How likely a text is, each of its words with letters beyond ASCII in the one of these alphabets that suits it."""
    known = [letters(alphabet) for alphabet in alphabets]
    total = 0.0
    for word in _WORD.findall(text):
        if not word.isascii():
            total += max(one.likelihood(word.lower()) for one in known)
            if word[1:] != word[1:].lower() and word != word.upper():
                total += MIXED_CASE
    total += MISPLACED * len(_MISPLACED.findall(text))
    return total + _outside_words(_WORD.sub(lambda found: found[0] if found[0].isascii() else "", text))


@cache
def letters(alphabet: str) -> Letters:
    """The letters of an alphabet, counted."""
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    firsts: Counter[str] = Counter()
    for language in ALPHABETS[alphabet]:
        for word in _words(language, latin=alphabet in _LATIN):
            spelled = EDGE + word
            single.update(word)
            pairs.update(zip(spelled, word, strict=False))
            firsts.update(spelled[:-1])
    every = single.total()
    return Letters(alphabet, {letter: count / every for letter, count in single.items()}, pairs, firsts)


def _words(language: str, latin: bool) -> list[str]:
    """The commonest words of a language, borrowed ones in Latin letters only if it is written in `latin` itself.

    They are read anew, so that the lists take no memory afterwards.
    """
    from wordfreq import available_languages, read_cBpack

    some: list[str] = []
    for words in read_cBpack(available_languages("small")[language]):
        some += [word for word in words if word.isalpha() and (latin or not _ASCII_LETTER.search(word))]
        if len(some) > WORDS_MOST:
            break
    return some


def _outside_words(text: str) -> float:
    """How likely signs are, and what is ASCII."""
    others = [sign for sign in text if not sign.isascii()]
    controls = sum(map(text.count, _CONTROLS))
    return ASCII * (len(text) - len(others)) + CONTROL * controls + sum(map(_sign, others))


def _sign(sign: str) -> float:
    if sign in _SIGNS:
        return SIGN
    sort = unicodedata.category(sign)
    if sort.startswith("M"):
        return MARK
    return CONTROL if sort.startswith("C") else ODD


def _is_taught(letter: str) -> bool:
    """Whether a Chinese character is in the first, common part of a national standard."""
    return any(
        first <= letter.encode(standard, "ignore")[:1] < end
        for standard, first, end in (
            ("gb2312", b"\xb0", b"\xd8"),
            ("big5", b"\xa4", b"\xc7"),
            ("cp932", b"\x88", b"\x99"),
        )
    )
