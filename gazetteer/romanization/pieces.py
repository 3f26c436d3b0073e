"""Pieces: what each written piece of a system may stand for, and a text read back letter for letter.

These are the system's letters and rules turned round; what stands around a letter is not looked at.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from gazetteer.languages import RuleSet, System, system, systems
from gazetteer.romanization.compared import plain, unmarked
from gazetteer.romanization.rules import compile_rules, parse
from gazetteer.romanization.systems import lowered


def read_back(text: str, system: System) -> str:
    """What a text says when the letters of a system are read one for one, in lower case: the way back, if there is one.

    >>> from gazetteer.languages import system
    >>> read_back("šuka", system("ru-Cyrl/iso-9-1995"))
    'шука'
    """
    return lowered(_reader(system)(unicodedata.normalize("NFC", text.lower())))


def has_marks(system: System) -> bool:
    """Whether a system writes diacritics or apostrophes, which others may leave out.

    >>> from gazetteer.languages import system
    >>> has_marks(system("sr-Cyrl/gaj")), has_marks(system("uk-Cyrl/national-2010"))
    (True, False)
    """
    return pieces_of(system, marks=True) != pieces_of(system, marks=False)


def pieces_of(asked: System, marks: bool) -> Mapping[str, Sequence[str]]:
    """What each written piece may stand for, by a system: kept if the folder defines it."""
    if systems().get(asked.full_id) is asked:
        return _registered_pieces(asked.full_id, marks)
    return _collect(asked, marks)


@cache
def _registered_pieces(full_id: str, marks: bool) -> Mapping[str, Sequence[str]]:
    return _collect(system(full_id), marks)


def _collect(asked: System, marks: bool) -> Mapping[str, Sequence[str]]:
    pieces: dict[str, dict[str, None]] = {}
    for what, becomes in _becoming(asked.rules):
        pieces.setdefault(plain(becomes) if marks else unmarked(becomes), {}).setdefault(what)
    return {latin: tuple(natives) for latin, natives in pieces.items()}


def _becoming(rules: RuleSet) -> Iterator[tuple[str, str]]:
    yield from rules.letters.items()
    for rule in rules.rules:
        yield parse(rule)[:2]


def _reader(asked: System) -> Callable[[str], str]:
    return _registered_reader(asked.full_id) if systems().get(asked.full_id) is asked else _make_reader(asked)


@cache
def _registered_reader(full_id: str) -> Callable[[str], str]:
    return _make_reader(system(full_id))


def _make_reader(asked: System) -> Callable[[str], str]:
    letters: dict[str, str] = {}
    for what, becomes in _becoming(asked.rules):
        if becomes:
            letters.setdefault(becomes.lower(), what)
    return compile_rules(RuleSet(letters, (), {}))
