"""Han: the Mandarin reading of Chinese characters, as pinyin without tones.

One reading per text, the commonest; what pinyin's letters *say* is the business of its orthography,
``zh-Latn``, so that 重庆 and *Chongqing* are read alike.
"""

import re
from functools import cache
from typing import Any

from gazetteer.romanization.transliterators import transliterate

_HAN = re.compile(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def pinyin(text: str) -> str:
    """A text with its Chinese characters in pinyin, syllables joined, ü written so.

    >>> pinyin("重慶"), pinyin("广州市")
    ('chongqing', 'guangzhoushi')
    """
    return _HAN.sub(lambda found: "".join(_lazy_pinyin()(found[0])), simplify(text))


def simplify(text: str) -> str:
    """A text in simplified characters, for comparing writings: 臺灣 and 台湾 are one.

    >>> simplify("烏克蘭"), simplify("Київ")
    ('乌克兰', 'Київ')
    """
    return transliterate("Hant-Hans", text) if _HAN.search(text) else text


@cache
def _lazy_pinyin() -> Any:
    from pypinyin import Style, lazy_pinyin

    return lambda text: lazy_pinyin(text, style=Style.NORMAL, strict=True, v_to_u=True, errors="ignore")
