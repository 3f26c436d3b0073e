"""Phrases: the runs of capitals that may be names translated as words, each with what tells it from others.

The words alone are looked at: it is one look into a table for a word with a capital, and most are not in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazetteer.tagging.lexicon import PLACE_BEFORE, is_no_name
from gazetteer.tagging.tokens import Token
from gazetteer.tagging.toponyms import is_common, lexicon

LONGEST = 3  # words of a name that was translated


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words first..last of the text that may be a name translated; in New Town in Moravia there is more than words."""

    first: int
    last: int
    words: tuple[str, ...]
    between: str | None = None
    other: str | None = None

    @property
    def stays(self) -> tuple[str, ...]:
        """The words that were not translated."""
        return tuple(word for word in self.words if word.lower() not in lexicon().words)


def find_phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The whole runs of capitals that begin with a word of the lexicon, with what tells them from others."""
    words = lexicon().words
    for first, token in enumerate(tokens):
        if not token.capital or token.text.lower() not in words or not _may_begin(tokens, first):
            continue
        last = first
        while last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].joint == " ":
            last += 1
        said = tuple(one.text for one in tokens[first : last + 1])
        if not 1 < len(said) <= LONGEST or any(word.isupper() for word in said):
            continue
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if after is not None and after.joint and (after.joint != " " or after.text == "of"):
            continue  # of another name: Old Town of Warsaw
        if (end := _told_by(tokens, last)) is not None:
            yield Phrase(first, end, said, tokens[last + 1].text, tokens[end].text)
        if not is_common(said):
            yield Phrase(first, last, said)


def _may_begin(tokens: Sequence[Token], first: int) -> bool:
    """Whether no name goes on here: In White Church."""
    if not tokens[first].joint or not tokens[first - 1].capital:
        return True
    before = tokens[first - 1]
    return tokens[first].joint == " " and before.opens and before.text.lower() in PLACE_BEFORE


def _told_by(tokens: Sequence[Token], last: int) -> int | None:
    """The word that tells a name from others, where one follows with a preposition: New Town in Moravia."""
    place = last + 2
    if place >= len(tokens) or tokens[last + 1].joint != " " or tokens[last + 1].text not in lexicon().between:
        return None
    if tokens[place].text == "the" and place + 1 < len(tokens):
        place += 1
    ends = place + 1 == len(tokens) or not (tokens[place + 1].capital and tokens[place + 1].joint)
    name = tokens[place].capital and tokens[place].joint == " " and not is_no_name(tokens[place].text, "en")
    return place if name and ends else None
