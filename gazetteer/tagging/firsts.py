"""First mentions: the form that a style wants where an entity is named for the first time in a copy."""

from collections.abc import Sequence
from dataclasses import replace

from gazetteer.model import Outcome, Style
from gazetteer.tagging.cuts import put_in
from gazetteer.tagging.model import Advice, Mention
from gazetteer.text.clean import fold

SURE = 0.9  # what a style decides is no guess; who is meant may be one


def with_first_mentions(
    mentions: Sequence[Mention], style: Style, left: Sequence[tuple[int, int]]
) -> tuple[Mention, ...]:
    """The same mentions, the first one of each entity in the form that the style has for it, if any.

    `left` are spans of the copy in which nothing is advised.
    """
    met: set[str] = set()
    return tuple(_first(mention, style, left, met) for mention in mentions) if style.firsts else tuple(mentions)


def _first(mention: Mention, style: Style, left: Sequence[tuple[int, int]], met: set[str]) -> Mention:
    entity = mention.entity
    if entity is None or entity.id in met or mention.decision is not Outcome.LINKED:
        return mention
    met.add(entity.id)
    wanted = style.firsts.get(entity.id)
    ignored = any(mention.start < stop and start < mention.end for start, stop in left)
    if wanted is not None and put_in(mention.name, mention.cuts, wanted, str) is None:
        return mention
    if wanted is None or fold(wanted) == fold(mention.name) or ignored:
        return mention
    why = f"‘{mention.name}’ is the first mention, where {style.name} writes {wanted}."
    return replace(
        mention, advice=mention.advice or Advice.HOUSE_STYLE, replacement=wanted, alternatives=(), why=why,
        confidence=min(mention.confidence, SURE),
    )  # fmt: skip
