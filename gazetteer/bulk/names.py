"""Which distinct names of a run a person should see: what is not linked, or not surely, and could be a name at all."""

from collections.abc import Iterator
from enum import IntEnum

from gazetteer.bulk.answers import Answer
from gazetteer.bulk.contents import no_name
from gazetteer.bulk.store import Found, Known, Store
from gazetteer.errors import BadName
from gazetteer.model import Outcome
from gazetteer.text.clean import clean, fold

SURE = 0.85  # a link that is less sure than this is shown


class Care(IntEnum):
    """How much care the answer to a name needs; it is kept with it, so that only such answers need be read again."""

    NONE = 0
    DOUBTFUL = 1  # a person should see it
    UNKNOWN = 2  # it is doubtful, and nobody is called just so


def care_of(name: str, answer: Answer) -> Care:
    """How much care is needed with what was answered of a name."""
    if not is_doubtful(name, answer):
        return Care.NONE
    return Care.UNKNOWN if is_unknown(name, answer) else Care.DOUBTFUL


def to_review(store: Store) -> Iterator[Known]:
    """The names that a person should see and has not decided yet, the most frequent first, near-equal ones together.

    Ordinary words are among them: whoever names a column of names says that what stands in it is meant as one, and of
    *Split* or *Nice* nobody but a person can say whether the town is meant. What cannot be a name is not: empty cells,
    cells without a letter, texts that are too long, *n/a*, addresses, formulas. Nobody could decide more of them than
    the reason in their rows.
    """
    return (found.known() for found in found_to_review(store))


def found_to_review(store: Store) -> Iterator[Found]:
    """The same names as they are kept."""
    return store.found(Care.DOUBTFUL, decided=False)


def is_doubtful(name: str, answer: Answer) -> bool:
    """Whether a person should see what was answered of a name."""
    surely = answer.decision is Outcome.LINKED and answer.confidence >= SURE
    return not surely and could_be_name(name)


def is_unknown(name: str, answer: Answer) -> bool:
    """Whether nobody is called just so, as far as the gazetteer can say, though it could be a name."""
    if answer.decision is Outcome.LINKED or not could_be_name(name):
        return False
    return not answer.choices or fold(answer.choices[0].name) != fold(name)


def could_be_name(text: str) -> bool:
    """Whether a cell may name somebody.

    >>> could_be_name("Nice"), could_be_name("12-7"), could_be_name(""), could_be_name("n/a")
    (True, False, False, False)
    """
    if no_name(text) is not None:
        return False
    try:
        return any(map(str.isalpha, clean(text)))
    except BadName:
        return False
