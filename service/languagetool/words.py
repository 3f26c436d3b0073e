"""Words: the personal dictionary, which is what the desk's judgements say is to be left as it is written.

A word is a name under its fold, as in the check: who adds *kiev* has added *Kiev*.
"""

from collections.abc import Sequence

from gazetteer.model import Action, Judgement
from gazetteer.store import Connection, held, record, undo
from gazetteer.store import listed as judged
from gazetteer.text.clean import fold

REASON = "added to the dictionary in an editor's program"


def listed(connection: Connection) -> Sequence[str]:
    """Every word, as it was first added."""
    words: dict[str, str] = {}
    for judgement in held(connection):
        if judgement.action is Action.IGNORE:
            words.setdefault(fold(judgement.name), judgement.name)
    return list(words.values())


def add(connection: Connection, word: str) -> bool:
    """Leave a name alone from now on; whether it was not there yet."""
    if fold(word) in folded(held(connection)):
        return False
    record(connection, Judgement(word, None, Action.IGNORE), reason=REASON)
    return True


def delete(connection: Connection, word: str) -> bool:
    """Advise on a name again, whoever had it left alone; whether it was there."""
    gone = [
        one.id
        for one in list(judged(connection))
        if not one.undone and one.judgement.action is Action.IGNORE and fold(one.judgement.name) == fold(word)
    ]
    for number in gone:
        undo(connection, number)
    return bool(gone)


def folded(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The folds of the words among the judgements that hold."""
    return frozenset(fold(one.name) for one in judgements if one.action is Action.IGNORE)
