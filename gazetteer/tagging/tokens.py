"""Tokens: the words of a text with their offsets, and what can be seen of each without knowing it.

Hyphens and apostrophes between letters join words that stay tokens of their own; a possessive 's is none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.text.scripts import script_of_char

WORD = re.compile(
    r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u065f\u0900-\u0dff\u0e30-\u0e4e\u200c\u200d]|['’‘ʼ`](?=[^\W\d_])(?![sS]\b))*"
)
INITIAL = re.compile(r"[A-ZÀ-Þ]")
# What may stand between two words of one name: nothing else than a blank or a hyphen.
JOINT = re.compile(r"[ \u00a0]|[-‐‑]|\. ?")
# What is written with an apostrophe before a name in languages that do so: d'Odessa, dell'Ucraina.
ELIDED = re.compile(r"(?:[dlsn]|qu|jusqu|lorsqu|un|dell|all|nell|sull|dall)['’](?=[^\W\d_a-zß-ÿ])")
ELIDING = frozenset(("fr", "it", "ca", "oc"))
SENTENCE_END = re.compile(r"[.!?…:;]|\n")
# A line is a headline in title case from so many words of so many letters, and such a share of capitals.
HEADLINE_WORDS, HEADLINE_LETTERS, HEADLINE_SHARE = 4, 4, 0.8
OPENING = "\"“„«‹‘'([—–-"


@dataclass(frozen=True, slots=True)
class Token:
    """A word at start:end of the text; whether it looks like part of a name, and opens a sentence."""

    start: int
    end: int
    text: str
    capital: bool
    opens: bool
    joint: str  # what stands between the word before and this one, if that could join them; else ""


def tokenize(text: str, language: str = "en") -> list[Token]:
    """The words of a text in order; what a language elides before a name is no part of it.

    >>> [(t.text, t.capital, t.opens) for t in tokenize("The mayor of Kyiv. Then")]
    [('The', True, True), ('mayor', False, False), ('of', False, False), ('Kyiv', True, False), ('Then', True, True)]
    >>> [t.text for t in tokenize("la Côte d'Ivoire et l'Ukraine", "fr")]
    ['la', 'Côte', "d'Ivoire", 'et', 'Ukraine']
    """
    found: list[Token] = []
    before = 0
    elides = language.split("-")[0] in ELIDING
    for match in WORD.finditer(text):
        start, word = match.start(), match[0]
        inside = found and found[-1].capital and JOINT.fullmatch(text[before:start])  # Côte d'Ivoire
        if elides and not inside and (elided := ELIDED.match(word)):
            start, word = start + elided.end(), word[elided.end() :]
        gap = text[before:start]
        opens = not found or bool(SENTENCE_END.search(gap) and not _is_initial(found[-1], gap))
        joint = gap if found and (JOINT.fullmatch(gap) is not None) and (gap[0] != "." or not opens) else ""
        found.append(Token(start, match.end(), word, _is_capital(word), opens, joint))
        before = match.end()
    return found


def headlines(tokens: Sequence[Token], text: str) -> list[tuple[int, int]]:
    """The spans of the lines in which nearly every longer word has a capital, so that capitals tell nothing there.

    >>> text = chr(10).join(("Gales Batter The Whole North", "Gales hit Leeds on Monday"))
    >>> headlines(tokenize(text), text)
    [(0, 28)]
    """
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        own = tokens[bisect_left(tokens, start, key=_start) : bisect_left(tokens, end, key=_start)]
        capitals = [token.capital for token in own if len(token.text) >= HEADLINE_LETTERS]
        stopped = line.rstrip().endswith((".", "!", "?"))  # a sentence of names
        if not stopped and len(capitals) >= HEADLINE_WORDS and sum(capitals) >= HEADLINE_SHARE * len(capitals):
            found.append((start, end))
        start += len(line)
    return found


def _start(token: Token) -> int:
    return token.start


def _is_initial(token: Token, gap: str) -> bool:
    """Whether a full stop ends an initial or a short title, not a sentence."""
    return (
        gap.startswith(".") and "\n" not in gap and (len(token.text) == 1 or token.text in SHORTENED) and token.capital
    )


SHORTENED = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Col", "Lt", "Sgt", "Capt", "Prof", "Sen", "Rep", "Gov", "Jr", "Sr", "Maj",
     "Adm", "Rev", "Hon", "Mt", "Ft")
)  # fmt: skip


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name's: with a capital anywhere, or in a script without capitals."""
    first = word[0]
    if first.isupper() or first.istitle():
        return True
    if first.islower():
        return len(word) > 2 and any(char.isupper() for char in word[1:])  # al-Sisi's kin: McX, iPhone
    return script_of_char(first) not in ("Latn", "Zyyy")
