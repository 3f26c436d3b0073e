"""Kana: what Japanese syllables say, in the common form; kanji among them are read in Japanese.

Long vowels are written once, as maps do (東京 is ``tokyo`` to the world): ー is dropped, and so is
the second half of ō and ū. A doubled consonant (ッ) is left to be written once.
"""

import gc
import marshal
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from gazetteer.text.scripts import script_of_char

CODE_BITS = 21  # of a character
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_SINGLE = {kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, "aiueo", strict=True)} | {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ヤ": "ya", "ユ": "yu",
    "ヨ": "yo",
    "ワ": "va", "ヰ": "i", "ヱ": "e", "ヲ": "o", "ン": "n", "ヴ": "vu", "ヷ": "va", "ヸ": "vi", "ヹ": "ve", "ヺ": "vo",
    "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "va",
    "ヵ": "ka", "ヶ": "ga",
    "ッ": "", "ー": "", "・": " ", "゠": " ", "ヽ": "", "ヾ": "", "々": "",
}  # fmt: skip
# A first kana gives its consonant, a small one its vowel.
_GLIDES = {"キ": "ky", "ニ": "ny", "ヒ": "hy", "ミ": "my", "リ": "ry", "ギ": "gy", "ビ": "by", "ピ": "py", "テ": "ty",
           "デ": "dy", "シ": "sh", "チ": "ch", "ジ": "j", "ヂ": "j", "フ": "fy", "ヴ": "vy"}  # fmt: skip
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_FOREIGN = {"フ": "f", "ヴ": "v", "ウ": "v", "ツ": "ts", "テ": "t", "デ": "d", "ト": "t", "ド": "d", "ク": "kv",
            "グ": "gv", "シ": "sh", "ジ": "j", "チ": "ch", "イ": "y", "ス": "s",
            "ズ": "z", "キ": "ky", "ホ": "h"}  # fmt: skip
_PAIRS = {
    first + small: glide + vowel
    for first, glide in _GLIDES.items()
    for small, vowel in zip("ャュョ", "auo", strict=True)
} | {first + small: consonant + vowel for first, consonant in _FOREIGN.items() for small, vowel in _SMALL.items()}
# Selectors of a character's shape, which say nothing of its reading.
_VARIANTS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_SYLLABLE = re.compile("|".join(_PAIRS) + "|[" + "".join(_SINGLE) + "]")
_LONG = re.compile("(?<=[オコソトノホモヨロゴゾドボポョ])[ウオ]|(?<=[ウクスツヌフムユルグズブプュ])ウ(?![ァィェォ])")


def read(text: str) -> str:
    """What a text in kana says; kanji and anything else are left as they stand.

    >>> read("とうきょう"), read("チェルニーヒウ"), read("ウクライナ")
    ('tokyo', 'cherunihiu', 'ukuraina')
    """
    text = text.translate(_HIRAGANA)
    return _SYLLABLE.sub(lambda found: _PAIRS.get(found[0]) or _SINGLE.get(found[0], ""), _LONG.sub("", text))


def read_japanese(text: str) -> str:
    """What a text in kanji, or in kanji and kana, says in Japanese; a common reading, not the only one.

    >>> read_japanese("東京")
    'tokyo'
    """
    if all(script_of_char(char) != "Hani" for char in text):
        return read(text)
    # Characters that Japanese does not write are left as they stand.
    return read(" ".join(part["kana"] or part["orig"] for part in _kakasi().convert(text)))


def may_be_japanese(text: str) -> bool:
    """Whether Japan's standard of characters has those that a text begins with; simplified ones of China it has not.

    Source: JIS X 0213:2004, as Python's codec EUC-JIS-2004 has it.

    >>> may_be_japanese("東京"), may_be_japanese("张家口"), may_be_japanese("葛\U000e0100城市")
    (True, False, True)
    """
    try:
        text.translate(_VARIANTS).encode("euc_jis_2004")
    except UnicodeEncodeError as lacking:
        return script_of_char(lacking.object[lacking.start]) != "Hani"
    return True


@cache
def _kakasi() -> Any:
    import pykakasi

    make: Any = pykakasi.Kakasi
    made = make()
    made._jconv._kanwa = _Dictionary(made._jconv._kanwa)
    made._jconv, made._iconv = _Words(made._jconv), _Kana(made._iconv)
    return made


class _Dictionary:
    """pykakasi's dictionary, the words that begin alike packed until they are asked for: a tenth of its size.

    Words of one character stand by themselves, others with those that have their first two characters in common.
    """

    def __init__(self, own: Any) -> None:
        tables = own._jisyo_table
        # One buffer and two arrays: small objects would keep alive the memory of those they lay between.
        self._packed, self._first, self._start = bytearray(), array("Q"), array("L", [0])
        for char in sorted(tables):
            begun: dict[str, dict[str, Any]] = {}
            for word, said in tables.pop(char).items():
                begun.setdefault(word[:2], {})[word] = said
            for first in sorted(begun):
                self._packed += marshal.dumps(begun[first])
                self._first.append(_number(first))
                self._start.append(len(self._packed))
        # The next to ask pykakasi itself loads its dictionary anew; what was unpacked here can go at once.
        own._jisyo_table = None
        del tables
        gc.collect()

    def load(self, char: str) -> Any:
        """All words that begin with a character, as pykakasi asks for them; None if there are none."""
        first, last = (bisect_left(self._first, ord(char[0]) + more << CODE_BITS) for more in (0, 1))
        return {word: said for place in range(first, last) for word, said in self._unpacked(place).items()} or None

    def begun(self, first: str) -> Mapping[str, Any]:
        """The word that a character is, or those that begin with two characters."""
        wanted = _number(first)
        place = bisect_left(self._first, wanted)
        return self._unpacked(place) if self._first[place : place + 1] == array("Q", [wanted]) else {}

    def _unpacked(self, place: int) -> Mapping[str, Any]:
        words: Mapping[str, Any] = marshal.loads(self._packed[self._start[place] : self._start[place + 1]])
        return words


def _number(first: str) -> int:
    """One character or two as a number, in the order of texts."""
    return ord(first[0]) << CODE_BITS | (ord(first[1]) if len(first) > 1 else 0)


class _Words:
    """The words of pykakasi's dictionary, the longest looked up first, where it would try every one."""

    def __init__(self, own: Any) -> None:
        self._own = own
        self.isRegion = own.isRegion

    def convert(self, text: str, before: str) -> tuple[str, int]:
        """What the longest word says that opens a text, and its length."""
        plain = self._own._itaiji.convert(text)
        if len(plain) == len(text):
            return _longest(self._own._kanwa.begun, plain, before)
        found: tuple[str, int] = self._own.convert(text, before)  # it has variation selectors, which is rare
        return found


class _Kana:
    """What pykakasi says of a word, without its Latin forms, which nobody asks for."""

    def __init__(self, own: Any) -> None:
        self._own = own

    def convert(self, written: str, hiragana: str) -> dict[str, str]:
        """The word, and what it says in katakana."""
        return {"orig": written, "kana": self._own._h2k(hiragana)}


def _longest(begun: Callable[[str], Mapping[str, Any]], text: str, before: str) -> tuple[str, int]:
    """The reading of the longest word that opens a text, and its length; some words need others before them."""
    for first in (text[:2], text[:1]) if len(text) > 1 else (text,):
        words = begun(first)
        for length in range(min(len(text), max(map(len, words), default=0)), 0, -1):
            for said, condition in words.get(text[:length], ()):
                if condition is None or before in condition:
                    return said, length
    return "", 0
