"""Kana: how Japanese is read, kanji by the dictionary, all of it as katakana that rules write.

A blank stands between words and between family name and given name, a hyphen before the rank of a place, a dot between
vowels that meet without becoming a long one. Kana say how they are read; kanji have other readings, and never tell.
"""

import unicodedata
from itertools import islice, product

from gazetteer.languages import Orthography
from gazetteer.romanization.voices.japanese_words import Word, words_of
from gazetteer.romanization.voices.voiced import Voiced
from gazetteer.text.scripts import script_of_char

KANA = "kana"  # what files call this voice
READINGS_MOST = 8
HAN = "Hani"
TO_KATAKANA = {code: code + 0x60 for code in (*range(ord("ぁ"), ord("ゖ") + 1), ord("ゝ"), ord("ゞ"))}
AGAIN, AGAIN_VOICED = "ヽ", "ヾ"
VOICED_MARK = "\u3099"
APART, BETWEEN = ".", "・゠"
SHORTEST_WORD = 2
LENGTHENED_BY_O = "コソトノホモヨロゴゾドボポョ"
# Writings in kana alone in which two vowels belong to two words.
TOLD_APART = {
    "イノウエ": "イノ.ウエ",
    "マツウラ": "マツ.ウラ",
    "タケノウチ": "タケノ.ウチ",
    "ヤマノウチ": "ヤマノ.ウチ",
}


def read_kana(run: str, orthography: Orthography) -> Voiced:
    """A run in katakana: what kana say, and of kanji each reading that the dictionary has, the likeliest first.

    >>> from gazetteer.languages import orthographies
    >>> read_kana("とうきょう", orthographies()["ja-Jpan"])
    Voiced(readings=('トウキョウ',), certain=True)
    >>> read_kana("東京都", orthographies()["ja-Jpan"]).readings[0]
    'トウキョウ-ト'
    """
    run = unicodedata.normalize("NFKC", run)
    if all(script_of_char(char) != HAN for char in run):
        return _of_kana(katakana(run))
    if run in orthography.words:
        return Voiced(orthography.words[run], certain=False)
    words = words_of(run, orthography)
    ways = islice(product(*map(_said, words)), READINGS_MOST)
    return Voiced(tuple(dict.fromkeys(map("".join, ways))), certain=False)


def _of_kana(said: str) -> Voiced:
    """Kana as they stand, but for a last オ behind o, which is as often a word of its own: ヨコ・オ."""
    if said in TOLD_APART:
        return Voiced((TOLD_APART[said],), certain=True)
    if len(said) > SHORTEST_WORD and said[-1] == "オ" and said[-2] in LENGTHENED_BY_O:
        return Voiced((f"{said[:-1]}{APART}オ", said), certain=False)
    return Voiced((said,), certain=True)


def _said(word: Word) -> tuple[str, ...]:
    """What a word is read as, with the mark that stands before it."""
    return tuple(word.mark + katakana(reading) for reading in word.readings)


def katakana(text: str) -> str:
    """Kana as katakana, each sign of repetition as what it repeats, a point between words as a blank.

    >>> katakana("いすゞ"), katakana("ウラジーミル・プーチン")
    ('イスズ', 'ウラジーミル プーチン')
    """
    said = ""
    for char in text.translate(TO_KATAKANA):
        if char in (AGAIN, AGAIN_VOICED) and said:
            char = said[-1] if char == AGAIN else unicodedata.normalize("NFC", said[-1] + VOICED_MARK)
        said += " " if char in BETWEEN else char
    return said
