"""Matches: advice on mentions, in the shape in which the protocol's clients read it.

Every field that some client reads without asking whether it is there is always there.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NotRequired

from typing_extensions import TypedDict

from gazetteer.model import Outcome
from gazetteer.tagging.fixing import utf16_offsets
from gazetteer.tagging.model import Advice, Checked, Mention
from gazetteer.text.clean import fold
from service.languagetool.rules import CATEGORY, CATEGORY_NAME, SHORT, Rule, Switches, rule_of
from service.languagetool.surroundings import ContextPayload, context, sentence, sentence_starts
from service.languagetool.writing import Writing

REPLACEMENTS_MOST = 10  # what clients show
Span = tuple[int, int]


class ReplacementPayload(TypedDict):
    """What may be put in instead, and who that is."""

    value: str
    shortDescription: NotRequired[str]


class TypePayload(TypedDict):
    """The sort of match, an older word for the issue type."""

    typeName: str


class CategoryPayload(TypedDict):
    """What a client colours a match by."""

    id: str
    name: str


class RulePayload(TypedDict):
    """The rule behind a match."""

    id: str
    subId: NotRequired[str]
    description: str
    issueType: str
    category: CategoryPayload


class MatchPayload(TypedDict):
    """A name that is not as the desk writes it; offset and length count UTF-16 units of the text with its markup."""

    message: str
    shortMessage: str
    replacements: list[ReplacementPayload]
    offset: int
    length: int
    context: ContextPayload
    sentence: str
    type: TypePayload
    rule: RulePayload
    ignoreForIncompleteSentence: bool
    contextForSureMatch: int


def matches(checked: Checked, writing: Writing, switches: Switches) -> list[MatchPayload]:
    """The advice that a client wants to see."""
    in_utf16 = utf16_offsets(writing.original)
    starts = sentence_starts(writing.read)
    found: list[MatchPayload] = []
    for mention in checked.mentions:
        if mention.advice is None:
            continue
        rule = rule_of(mention, mention.advice)
        if switches.let(rule):
            around = sentence(writing, starts, mention.start, mention.end)
            found.append(_match(mention, mention.advice, rule, writing, in_utf16, around))
    return found


def known_spans(checked: Checked, writing: Writing, words: Collection[str]) -> list[Span]:
    """Where names stand that we know, advised on or not, or whose fold is among the words: start and end in units."""
    in_utf16 = utf16_offsets(writing.original)
    return [
        (in_utf16(start), in_utf16(end))
        for mention in checked.mentions
        if mention.decision is Outcome.LINKED or fold(mention.surface) in words
        for start, end in (writing.span(mention.start, mention.end),)
    ]


def _match(
    mention: Mention, advice: Advice, rule: Rule, writing: Writing, in_utf16: Callable[[int], int], around: str
) -> MatchPayload:
    start, end = writing.span(mention.start, mention.end)
    offset = in_utf16(start)
    return {
        "message": mention.why or rule.description + ".",
        "shortMessage": SHORT[advice],
        "replacements": list(_replacements(mention))[:REPLACEMENTS_MOST],
        "offset": offset,
        "length": in_utf16(end) - offset,
        "context": context(writing.original, start, end),
        "sentence": around,
        "type": {"typeName": "Other"},
        "rule": _rule(rule),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _replacements(mention: Mention) -> Iterator[ReplacementPayload]:
    said = (mention.entity.description if mention.entity else None) or ""
    for value in dict.fromkeys((mention.replacement, *mention.alternatives)):
        if value is not None and value != mention.surface:
            yield {"value": value, "shortDescription": said} if said else {"value": value}


def _rule(rule: Rule) -> RulePayload:
    sub: dict[str, str] = {} if rule.sub_id is None else {"subId": rule.sub_id}
    return {
        "id": rule.id,
        **sub,  # type: ignore[typeddict-item]
        "description": rule.description,
        "issueType": rule.issue_type,
        "category": {"id": CATEGORY, "name": CATEGORY_NAME},
    }
