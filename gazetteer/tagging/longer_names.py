"""Longer names: forms that only look like a name, for they are part of an expression or of a foreign name.

Nothing is advised on them: Human Rights, Haute école des arts du Rhin.
"""

from collections.abc import Sequence

from gazetteer.model import Kind
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import is_ordinary
from gazetteer.tagging.tokens import Token

Spans = list[tuple[int, int]]
ENGLISH = "en"
# Words in small letters before names in other languages, none of which English has: du Rhin, von der, della.
FOREIGN = frozenset((
    "de", "du", "des", "del", "della", "dello", "delle", "dei", "degli", "di", "da", "dos", "das", "der", "dem", "vom",
    "von", "zu", "zur", "la", "le", "les", "las", "los", "et", "und", "y", "ein", "eine",
))  # fmt: skip


def left_in_longer_names(
    found: Sequence[Found], opinions: Opinions, persons: Persons, tokens: Sequence[Token], language: str
) -> Spans:
    """The spans of ordinary words beside another one with a capital, and of names after a foreign word."""
    return [
        (start, end)
        for span, surface, start, end in found
        if opinions[(surface, kind_of(span, surface, persons))].kind is not Kind.PERSON
        and (
            _is_in_an_expression(tokens, span.first, span.last, language)
            or (language.split("-")[0] == ENGLISH and _is_after_a_foreign_word(tokens, span.first))
        )
    ]


def _is_in_an_expression(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether a lone ordinary word stands beside another that has a capital too: Human Rights."""
    if first != last or not is_ordinary(tokens[first].text, language, opens=False):
        return False
    behind = tokens[last + 1] if last + 1 < len(tokens) and tokens[last + 1].joint == " " else None
    before = tokens[first - 1] if first > 0 and tokens[first].joint == " " else None
    beside = [word for word in (before, behind) if word is not None]
    return any(word.capital and is_ordinary(word.text, language, opens=True) for word in beside)


def _is_after_a_foreign_word(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first].joint == " " and tokens[first - 1].text in FOREIGN
