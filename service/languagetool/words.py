"""Words: the personal dictionary, which is what the desk's judgements say is to be left as it is written.

A word that is added is a judgement like any other, so that it holds in every channel and can be undone.
"""

from collections.abc import Sequence

from gazetteer.judgements import make_judgement
from gazetteer.model import Action
from gazetteer.store import held_records, record, undo, writing
from service.database import gazetteer


def listed() -> Sequence[str]:
    """Every word, in the order in which they came, each once."""
    with gazetteer() as opened:
        return list(dict.fromkeys(one.name for one in opened.held() if one.action is Action.IGNORE))


def add(word: str) -> bool:
    """Leave a word alone from now on; whether it was not there yet."""
    judged = make_judgement(word, Action.IGNORE)
    with gazetteer() as opened, writing(opened.engine) as connection:
        known = any(one.judgement.name == word for one in held_records(connection, Action.IGNORE))
        if not known:
            record(connection, judged)
    return not known


def delete(word: str) -> bool:
    """Advise on a word again; whether it was on the list."""
    with gazetteer() as opened, writing(opened.engine) as connection:
        there = [one for one in held_records(connection, Action.IGNORE) if one.judgement.name == word]
        for one in there:
            undo(connection, one.id)
    return bool(there)
