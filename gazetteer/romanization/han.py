"""Han: the Mandarin reading of Chinese characters, as pinyin without tones.

One reading per text, the commonest; what pinyin's letters *say* is the business of its orthography,
``zh-Latn``, so that 重庆 and *Chongqing* are read alike.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from gazetteer.romanization.transliterators import transliterate
from gazetteer.romanization.xinhua import spelled, spells

REMEMBERED = 16_384
REMEMBERED_NAMES = 1_024  # that spell a foreign one: a question asks twice
# Shorter texts are as likely native ones.
LEAST_SPELLED = 3
_HAN = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def pinyin(text: str) -> str:
    """A text with its Chinese characters in pinyin, syllables joined, ü written so.

    >>> pinyin("重慶"), pinyin("广州市")
    ('chongqing', 'guangzhoushi')
    """
    return _HAN.sub(_syllables, simplify(text))


@lru_cache(REMEMBERED_NAMES)
def borrowed(text: str, read: Callable[[str], str]) -> Sequence[str]:
    """What a text may say whose characters spell a foreign name, the likeliest first; pinyin is read by another.

    >>> borrowed("羅斯托夫", str)[0]
    'rostov'
    """
    return spelled(simplify(text), lambda piece: read(_word(piece)) if _HAN.match(piece) else piece)


def spells_all(text: str) -> bool:
    """Whether each character of a text of some length spells a foreign name, or is a word of one.

    >>> spells_all("羅斯托夫"), spells_all("萊茵河畔法蘭克福"), spells_all("北京")
    (True, True, False)
    """
    return len(text) >= LEAST_SPELLED and spells(simplify(text))


def simplify(text: str) -> str:
    """A text in simplified characters, for comparing writings: 臺灣 and 台湾 are one.

    >>> simplify("烏克蘭"), simplify("Київ")
    ('乌克兰', 'Київ')
    """
    return transliterate("Hant-Hans", text) if _HAN.search(text) else text


def _syllables(found: re.Match[str]) -> str:
    return "".join(map(_word, _segments()(found[0])))


@lru_cache(REMEMBERED)
def _word(word: str) -> str:
    """The pinyin of one of the words that a text was cut into: it does not hang on the words beside it."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin([word], style=Style.NORMAL, strict=True, v_to_u=True, errors="ignore"))


@cache
def _segments() -> Callable[[str], list[str]]:
    """The function that cuts a text into the words that pinyin is looked up by."""
    from pypinyin.seg.simpleseg import seg

    cut: Callable[[str], list[str]] = seg
    return cut
