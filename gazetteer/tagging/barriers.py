"""Barriers: names beside markup that no name spans, where more of the name may stand behind it.

Nothing is advised on them: Wolodymyr<sup>1</sup> Selenskyj, Bakh<img>mout, Wolodymyr [Selenskyj][].
"""

import re
from collections.abc import Sequence

from gazetteer.tagging.finding import Found
from gazetteer.tagging.html import HIDDEN
from gazetteer.tagging.lexicon import is_ordinary
from gazetteer.tagging.prose import Prose
from gazetteer.tagging.tokens import Token
from gazetteer.text.scripts import script_of
from gazetteer.text.words import usage

Spans = list[tuple[int, int]]
# What may be between two words of a name: barriers, the number of a note among them, that touch one of the words.
_BARRIERS = r"(?:\ufffc[\d*†‡()\[\]]{0,4})+"
BETWEEN = re.compile(rf"{_BARRIERS} ?| {_BARRIERS}")
# Zipf frequency from which a word beside a picture is one of its own: and, the.
SMALL_WORD = 6.0
# A name that is hidden with its markup, behind a blank: a link that is told by its label alone.
HIDDEN_BEHIND = re.compile(r" \ufffc")
HIDDEN_NAME = re.compile(r"\[\W*[^\W\d_]")


def left_at_barriers(
    found: Sequence[Found], tokens: Sequence[Token], prose: Prose, document: str, language: str
) -> Spans:
    """The spans of names that more of a name stands beside, behind markup."""
    if HIDDEN not in prose.text:
        return []
    return [
        (start, end)
        for span, _, start, end in found
        if _are_one(tokens, span.last, prose.text, language)
        or (span.first > 0 and _are_one(tokens, span.first - 1, prose.text, language))
        or _is_before_a_hidden_name(end, prose, document)
    ]


def _are_one(tokens: Sequence[Token], place: int, text: str, language: str) -> bool:
    """Whether a word and the next are of one word or name, as far as can be seen, that a barrier parts."""
    if place + 1 == len(tokens):
        return False
    one, other = tokens[place], tokens[place + 1]
    between = text[one.end : other.start]
    if HIDDEN not in between or not BETWEEN.fullmatch(between) or script_of(one.text) != script_of(other.text):
        return False
    if " " in between:
        return all(word.capital and not is_ordinary(word.text, language, opens=False) for word in (one, other))
    if max(usage(one.text, language), usage(other.text, language)) >= SMALL_WORD:
        return False
    return not (one.text[-1].islower() and other.text[0].isupper())


def _is_before_a_hidden_name(end: int, prose: Prose, document: str) -> bool:
    if HIDDEN_BEHIND.match(prose.text, end) is None:
        return False
    hidden = HIDDEN_NAME.match(document, prose.starts[end + 1], prose.ends[end + 1])
    return hidden is not None and hidden[0][-1].isupper()
