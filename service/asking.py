"""Where the service asks the domain: queries in, decisions out, with the style they want."""

from collections.abc import Iterable, Mapping

from gazetteer.errors import GazetteerNotReady
from gazetteer.model import Decision, Named, Query
from gazetteer.naming import entity_named, is_one_name, languages_with
from gazetteer.resolve import resolve
from gazetteer.romanization.transliteration import Transliterated
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


def languages_of(text: str) -> Mapping[str, float]:
    """The languages that have a text as a name, and how much likelier it is in them; none without a gazetteer."""
    if not is_one_name(text):
        return {}
    try:
        with gazetteer() as opened:
            return languages_with(opened, text)
    except GazetteerNotReady:
        return {}


def named_by(said: Transliterated) -> Named | None:
    """The entity that a transliterated text names; None where there is no gazetteer to ask: the forms need none."""
    native = said.native
    if native is None or not is_one_name(native):
        return None
    try:
        with gazetteer() as opened:
            return entity_named(opened, native, said.orthography.language)
    except GazetteerNotReady:
        return None
