"""Merging: our matches, then those of the newsroom's LanguageTool that do not call a name we know a slip of the pen."""

from bisect import bisect_right
from collections.abc import Sequence

from service.languagetool.matches import Span
from service.languagetool.upstream import Match

SPELLING_IDS = ("MORFOLOGIK", "HUNSPELL", "SPELLER", "SPELLING_RULE")


def beside(theirs: Sequence[Match], known: Sequence[Span]) -> list[Match]:
    """The other server's matches, without those of spelling that overlap the span of a known name.

    The spans are in order, and none overlaps another.
    """
    return [match for match in theirs if not (is_spelling(match) and _overlaps(match, known))]


def is_spelling(match: Match) -> bool:
    """Whether a match says that a word is in no dictionary, by what clients go by too."""
    rule = match.get("rule")
    if not isinstance(rule, dict):
        return False
    category = rule.get("category")
    return (
        rule.get("issueType") == "misspelling"
        or (isinstance(category, dict) and category.get("id") == "TYPOS")
        or any(part in str(rule.get("id")) for part in SPELLING_IDS)
    )


def _overlaps(match: Match, known: Sequence[Span]) -> bool:
    start, end = match["offset"], match["offset"] + match["length"]
    first = bisect_right(known, start, key=lambda span: span[1])
    return first < len(known) and known[first][0] < end
