"""Counting: how much of the romanization of names the files of this folder hold. A language counts once."""

from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.languages import System

CYRILLIC = "Cyrl"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many systems there are, and of what sort."""

    systems: int  # with a name of their own, press usages among them
    languages: tuple[str, ...]  # whose names they write
    press: int  # usages of the press, one for each language that writes and each that is written
    press_of_cyrillic: tuple[str, ...]  # the languages whose press usage is known for names in Cyrillic letters
    reversible: int  # by design


def count(systems: Iterable[System]) -> Counts:
    """What there is among these systems.

    >>> from gazetteer.languages import system
    >>> count([system("uk-Cyrl/national-2010"), system("uk-Cyrl/press-fr")]).press_of_cyrillic
    ('fr',)
    """
    known = list(systems)
    press = [one for one in known if one.language is not None]
    of_cyrillic = {str(one.language) for one in press if one.orthography.endswith(f"-{CYRILLIC}")}
    return Counts(
        systems=len(known),
        languages=tuple(sorted({one.orthography.split("-")[0] for one in known})),
        press=len(press),
        press_of_cyrillic=tuple(sorted(of_cyrillic)),
        reversible=sum(one.reversible for one in known),
    )
