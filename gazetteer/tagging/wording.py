"""Wording: names that a text tells as words, by the names of their time, or beside their translation.

Nothing is advised on them, for a text that speaks of a name means just that name.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from gazetteer.languages.official import official_languages
from gazetteer.model import Kind
from gazetteer.romanization.language_names import script_of_language
from gazetteer.tagging.finding import Found, Opinions, Persons, kind_of
from gazetteer.tagging.lexicon import is_no_name
from gazetteer.tagging.model import Advice
from gazetteer.tagging.opinion import Opinion
from gazetteer.tagging.tokens import Token
from gazetteer.text.scripts import script_of

Spans = list[tuple[int, int]]
ENGLISH = "en"  # the language whose words these are
LONGEST_GLOSS = 80  # letters inside brackets before a name
# What stands before a name that is told as a name in English, or that a ship or an animal has; so many letters at most.
TOLD_AS_NAME = re.compile(
    r"\b(?:called it|knew it as|then (?:called|known as)"
    r"|(?:was|were|is|are|been|be|carrier|ship|vessel|frigate|submarine|yacht|horse|dog|cat|boat) (?:named|called))"
    r" [\"'“‘]?\Z"
)
LONGEST_TOLD = 24
# The English article, and what stands behind a name that nothing goes on from: a Sebastopol, which is no town.
ARTICLE, ENDS_THERE = re.compile(r"(?<!\w)an? \Z"), re.compile(r"[\"'”’]?(?:[.,;:!?)]|\Z)")
# What stands before a name in another writing that is beside its translation, but for its language's name.
GLOSSED = re.compile(r"(?:[:(\[/“„«‹\"‘=–—]|\b(?:or|written|spelled|spelt|as|means?|meaning)) ?\Z")
# A year in which places bore the names of their time, to the end of the Second World War: a date, not a number.
_YEAR = r"(?:1[0-8]\d\d|19[0-3]\d|194[0-5])"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WITH = "the|and|to|by|when|as|at|for|with|an?|he|she|it|they|was|were|had|from|in|or|but|until|after|before"
LONG_PAST = re.compile(
    rf"(?:\b(?:[Ii]n|{_MONTHS}|(?:spring|summer|autumn|winter)(?: of)?|[A-Z]\w+ of) {_YEAR}"
    rf"(?![\w-])(?!,\d| (?!(?:{_WITH})\b)[a-z])|\bthe {_YEAR} [a-z]+ of\b)"
)
# What shows that the sentence is of today for all that: another year, when it was, and what something has been since.
OF_TODAY = re.compile(
    r"(?<![\w.,-])(?:19(?:4[6-9]|[5-9]\d)|20\d\d)(?![\w-])|\b(?:today|tonight|yesterday|tomorrow|now|since|currently)\b"
    r"|\b(?:last|this|next) (?:night|week|month|year)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|\b(?:[Bb]orn|[Ff]ounded|[Bb]uilt|[Oo]pened|[Ee]stablished|[Cc]reated|[Ss]et up) in {_YEAR},"
)


def left_by_the_wording(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token], language: str
) -> Spans:
    """The spans of names that a text in a language tells as words, as names of their time, or beside others."""
    left = _glosses(found, tokens, text, language)
    if language.split("-")[0] == ENGLISH:
        left += _of_their_time(found, opinions, persons, text, tokens)
        left += _told_as_names(found, opinions, persons, text)
    return left


def _of_their_time(
    found: Sequence[Found], opinions: Opinions, persons: Persons, text: str, tokens: Sequence[Token]
) -> Spans:
    """The spans of other names of places in a sentence that tells of years long past: the Kiev of 1918."""
    starts = [token.start for token in tokens if token.opens]
    past = {bisect_right(starts, year.start()) for year in LONG_PAST.finditer(text)}
    past -= {bisect_right(starts, said.start()) for said in OF_TODAY.finditer(text)} if past else set()
    return [
        (start, end)
        for span, surface, start, end in found
        if past
        and bisect_right(starts, start) in past
        and _may_be_old(opinions[(surface, kind_of(span, surface, persons))])
    ]


def _may_be_old(opinion: Opinion) -> bool:
    """Whether another name of a place may be one of former times: it is none in its country's language of today."""
    if not _is_another_name(opinion) or opinion.entity is None:
        return False
    return not set(official_languages(opinion.entity.country)[:1]).intersection(opinion.through)


def _is_another_name(opinion: Opinion) -> bool:
    return opinion.advice is Advice.HOUSE_STYLE and opinion.kind is Kind.PLACE


def _told_as_names(found: Sequence[Found], opinions: Opinions, persons: Persons, text: str) -> Spans:
    """The spans of other names of places that are told as names, or are other things': Poles called it Lwów."""
    return [
        (start, end)
        for span, surface, start, end in found
        if _is_another_name(opinions[(surface, kind_of(span, surface, persons))])
        and ENDS_THERE.match(text, end)
        and (
            TOLD_AS_NAME.search(text, max(0, start - LONGEST_TOLD), start)
            or ARTICLE.search(text, max(0, start - 3), start)
        )
    ]


def _glosses(found: Sequence[Found], tokens: Sequence[Token], text: str, language: str) -> Spans:
    """The spans of names in another writing beside their translation: Kharkiv (Харків), in Arabic القاهرة."""
    if script_of_language(language) != "Latn":
        return []
    return [
        (start, end)
        for span, surface, start, end in found
        if script_of(surface) != "Latn"
        and (
            GLOSSED.search(text, max(0, start - LONGEST_TOLD), start)
            or _is_inside_brackets(text, start)
            or (span.first > 0 and is_no_name(tokens[span.first - 1].text, language))  # the name of a language
        )
    ]


def _is_inside_brackets(text: str, offset: int) -> bool:
    """Whether a bracket is open at an offset, of the letters before that are looked at."""
    first = max(0, offset - LONGEST_GLOSS)
    return text.rfind("(", first, offset) > text.rfind(")", first, offset)
