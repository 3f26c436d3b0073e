"""Aloud: a text of which sounds are left unsaid, read by a voice and then written by rules.

Runs of the orthography's own letters alone are read; whatever stands between them stays as it is.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, product

from gazetteer.languages import System, orthographies
from gazetteer.romanization.casing import JOINERS, capitalize
from gazetteer.romanization.voices import voiced
from gazetteer.text.scripts import script_of_char

READINGS_MOST = 8  # of a whole text
SIGNS = "・་"  # which stand between words, or syllables, of one run


@dataclass(frozen=True, slots=True)
class Aloud:
    """How a text may be written, the likeliest way first, and whether its writing leaves no other."""

    texts: tuple[str, ...]
    certain: bool


def write_aloud(text: str, system: System, write: Callable[[str], str], *, capitals: bool) -> Aloud:
    """A text read aloud, each reading written by the rules of a system, words with a capital each if that is wanted."""
    ways: list[tuple[str, ...]] = []
    certain = True
    for own, run in _runs(text, orthographies()[system.orthography].scripts):
        if not own:
            ways.append((run,))
            continue
        read = voiced(run, system.orthography, str(system.voice))
        certain = certain and read.certain
        ways.append(tuple(dict.fromkeys(_capitals(write(reading), capitals) for reading in read.readings)))
    return Aloud(_joined(ways), certain)


def _capitals(written: str, capitals: bool) -> str:
    return " ".join(map(capitalize, written.split(" "))) if capitals else written


def _joined(ways: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The likeliest way of all, then the others; of a long text only the first runs are read in more ways than one."""
    kept, many = [], 1
    for way in ways:
        most = max(1, READINGS_MOST // many)
        kept.append(way[:most])
        many *= len(kept[-1])
    joined = (unicodedata.normalize("NFC", "".join(pieces)) for pieces in product(*kept))
    return tuple(dict.fromkeys(joined))


def _runs(text: str, scripts: frozenset[str]) -> Iterator[tuple[bool, str]]:
    """A text in runs: whether one is of these scripts, and its characters."""
    before = False

    def own(char: str) -> bool:
        nonlocal before
        goes_on = before and (char in JOINERS or char in SIGNS or unicodedata.category(char).startswith("M"))
        before = goes_on or script_of_char(char) in scripts
        return before

    return ((is_own, "".join(run)) for is_own, run in groupby(text, own))
