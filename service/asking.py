"""Where the service asks the domain: queries in, decisions out, with the style they want."""

from collections.abc import Iterable

from gazetteer.model import Decision, Query
from gazetteer.resolve import resolve
from gazetteer.styles import style_of
from service.database import gazetteer


def decide(asked: Query) -> Decision:
    """The decision on one query."""
    return decide_all([asked])[0]


def decide_all(asked: Iterable[Query]) -> list[Decision]:
    """The decisions on many queries in their order, all from one state of the gazetteer."""
    with gazetteer() as opened:
        holding = opened.held()
        return [resolve(opened, one, style=style_of(one.style), judgements=holding) for one in asked]
