"""Borrowed names: what foreign names say, written in syllables that cannot but add vowels.

Japanese and Korean write a lone consonant of a foreign name with a syllable of its own (ク, 크 for k). Here those
syllables give their consonant alone, so that クリフテル meets *Kriftel*. It is one more reading of such a text, beside
the native one, never instead of it. What Chinese characters say of foreign names is in ``xinhua``.

Sources: the Cabinet's notice on the writing of loanwords (外来語の表記, 1991) for kana; the rules for loanwords of the
National Institute of Korean Language (외래어 표기법, 1986) for Hangul, where ㅡ stands for no vowel.
"""

import re

# In the reading of kana: u after any consonant, o after t and d, before a consonant or at the end.
_ADDED = re.compile(r"(?<=[kgsztdnhfbpmrv])u(?=[kgsztdnhfbpmrvjc]|\b)|(?<=[td])o(?=[kgsztdnhfbpmrvjc]|\b)")
# Vowels of Hangul, by their number among the vowels: ㅓ stands for e or no clear vowel, ㅡ for none at all.
HANGUL = {4: "e", 18: ""}


def borrowed_kana(said: str) -> str:
    """A reading of kana without the vowels that Japanese had to add.

    >>> borrowed_kana("kurifuteru"), borrowed_kana("toronto")
    ('krifter', 'tront')
    """
    return _ADDED.sub("", said)
