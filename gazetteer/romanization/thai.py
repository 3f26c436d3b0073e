"""Thai: what its letters say in the common form, each consonant by its place in the syllable.

A vowel written before its consonant is said after it; tones go; vowels that Thai leaves unwritten
stay unwritten. The aspirates ph and th are merged as readers of the Royal romanization merge them.
"""

import re

# What a consonant says before a vowel, and what it says at the end of a syllable.
_OPENS = {
    "ก": "k", "ข": "kh", "ฃ": "kh", "ค": "kh", "ฅ": "kh", "ฆ": "kh", "ง": "ng", "จ": "ch", "ฉ": "ch", "ช": "ch",
    "ซ": "s",
    "ฌ": "ch", "ญ": "y", "ฎ": "d", "ฏ": "t", "ฐ": "t", "ฑ": "t", "ฒ": "t", "ณ": "n", "ด": "d", "ต": "t", "ถ": "t",
    "ท": "t",
    "ธ": "t", "น": "n", "บ": "b", "ป": "p", "ผ": "f", "ฝ": "f", "พ": "f", "ฟ": "f", "ภ": "f", "ม": "m", "ย": "y",
    "ร": "r",
    "ล": "l", "ว": "v", "ศ": "s", "ษ": "s", "ส": "s", "ห": "h", "ฬ": "l", "อ": "", "ฮ": "h",
}  # fmt: skip
_CLOSES = dict.fromkeys("กขฃคฅฆ", "k") | dict.fromkeys("จฉชซฌฎฏฐฑฒดตถทธศษส", "t") | dict.fromkeys("บปผฝพฟภ", "p") | {
    "ญ": "n", "ณ": "n", "ร": "n", "ล": "n", "ฬ": "n", "ย": "i", "ว": "o", "อ": "o", "ฮ": "", "ห": "",
}  # fmt: skip
_TONES = re.compile("[็-๋ํ๎]|[ก-ฮ][ุิ]?์")
_SILENT_H = re.compile(r"(?<=[เแโไใ])ห(?=[งญนมยรลว])|\bห(?=[งญนมยรลว][ะ-ฺ])")
_ONSET = "([กขคตปผพ][รล](?![ะ-ฺ]*$)|[ก-ฮ])"
# Vowels that stand around their consonant, the longest first; what they become follows it.
_AROUND = [
    (re.compile(f"เ{_ONSET}ีย"), "ia"),
    (re.compile(f"เ{_ONSET}ือ"), "ua"),
    (re.compile(f"เ{_ONSET}าะ?"), "ao"),
    (re.compile(f"เ{_ONSET}[ิอ]"), "o"),
    (re.compile(f"[ไใ]{_ONSET}ย?"), "ai"),
    (re.compile(f"[เแ]{_ONSET}ะ?"), "e"),
    (re.compile(f"โ{_ONSET}ะ?"), "o"),
    (re.compile("()ัว"), "ua"),
    (re.compile("()รร(?=[ก-ฮ])"), "a"),
    (re.compile("([ก-ฮ])อ(?![ะ-ฺ])"), "o"),
]
_SIGNS = str.maketrans({
    "ะ": "a", "ั": "a", "า": "a", "ำ": "am", "ิ": "i", "ี": "i", "ึ": "u", "ื": "u", "ุ": "u", "ู": "u", "ฤ": "ru", "ฦ": "lu",
    "ๅ": "", "ฯ": "", "ๆ": "",
})  # fmt: skip
_CONSONANT = re.compile("([ก-ฮ])")


def read(text: str) -> str:
    """What a text in Thai says.

    >>> read("ภูเก็ต"), read("เชียงใหม่"), read("กรุงเทพ")
    ('fuket', 'chiangmai', 'krungtep')
    """
    text = _SILENT_H.sub("", _TONES.sub("", text))
    for pattern, vowel in _AROUND:
        text = pattern.sub(rf"\g<1>{vowel}", text)
    text = text.translate(_SIGNS)
    return _CONSONANT.sub(lambda found: _says(text, found), text)


def _says(text: str, found: re.Match[str]) -> str:
    """A consonant opens a syllable before a vowel, or before r and l after which one comes."""
    letter, following = found[1], text[found.end() : found.end() + 2]
    vowel_next = following[:1] in tuple("aeiou")
    cluster = letter in "กขคตปผพ" and following[:1] in tuple("รล") and following[1:] in tuple("aeiou")
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    if vowel_next or cluster or before not in tuple("aeiou"):
        return _OPENS[letter]
    return _CLOSES.get(letter, _OPENS[letter])
