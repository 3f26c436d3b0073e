"""Aloud: a text of which sounds are left unsaid, read by a voice and then written by rules.

Runs of the orthography's own letters alone are read; whatever stands between them stays as it is, but for hyphens of
its own.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, product

from gazetteer.languages import Orthography, System, orthographies
from gazetteer.romanization.casing import JOINERS, capitalize
from gazetteer.romanization.voices import voiced
from gazetteer.text.scripts import script_of_char

READINGS_MOST = 8  # of a whole text
SIGNS = "・་׳״"  # which stand between words or syllables of one run, or change a letter before them
HYPHENS = str.maketrans("־", "-")


@dataclass(frozen=True, slots=True)
class Aloud:
    """How a text may be written, the likeliest way first, and whether its writing leaves no other."""

    texts: tuple[str, ...]
    certain: bool


def write_aloud(text: str, system: System, write: Callable[[str], str], *, capitals: bool) -> Aloud:
    """A text read aloud, each reading written by the rules of a system, words with a capital each if that is wanted."""
    ways: list[tuple[str, ...]] = []
    certain, begun = True, False
    for own, run in _runs(text, orthographies()[system.orthography]):
        if not own:
            ways.append((run.translate(HYPHENS),))
            continue
        read = voiced(run, system.orthography, str(system.voice))
        certain = certain and read.certain
        written = map(write, read.readings)
        cased = (_capitals(each, system.articles, begun=begun) for each in written) if capitals else written
        ways.append(tuple(dict.fromkeys(cased)))
        begun = True
    return Aloud(_joined(ways), certain)


def _capitals(written: str, articles: tuple[str, ...], *, begun: bool) -> str:
    """Words with a capital each; an article as the system has it, but with one where it begins a name as its own word.

    >>> _capitals("al-qāhirah", ("al-",), begun=False), _capitals("ha-karmel", ("Ha-",), begun=False)
    ('al-Qāhirah', 'Ha-Karmel')
    >>> _capitals("al qāhirah", ("al ",), begun=False), _capitals("al qāhirah", ("al ",), begun=True)
    ('Al Qāhirah', 'al Qāhirah')
    """
    words = written.split(" ")
    return " ".join(_capital(word, articles, begun=begun or place > 0) for place, word in enumerate(words))


def _capital(word: str, articles: tuple[str, ...], *, begun: bool) -> str:
    article = next((each for each in articles if f"{word} ".startswith(each.lower())), "")
    if article.endswith(" "):
        return word if begun else capitalize(word)
    return article + capitalize(word[len(article) :])


def _joined(ways: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The likeliest way of all, then the others; of a long text only the first runs are read in more ways than one."""
    kept, many = [], 1
    for way in ways:
        most = max(1, READINGS_MOST // many)
        kept.append(way[:most])
        many *= len(kept[-1])
    joined = (unicodedata.normalize("NFC", "".join(pieces)) for pieces in product(*kept))
    return tuple(dict.fromkeys(joined))


def _runs(text: str, orthography: Orthography) -> Iterator[tuple[bool, str]]:
    """A text in runs: whether one is of the orthography's scripts, and its characters."""
    scripts, before = orthography.scripts, False

    def own(place: int) -> bool:
        nonlocal before
        char, after = text[place], text[place + 1 : place + 2]
        # An apostrophe that stands for a letter's sign is one between letters only: elsewhere it quotes.
        stands_for_sign = char in orthography.alike and bool(after) and script_of_char(after) in scripts
        goes_on = char in JOINERS or char in SIGNS or stands_for_sign or unicodedata.category(char).startswith("M")
        before = (before and goes_on) or script_of_char(char) in scripts
        return before

    return ((is_own, "".join([text[at] for at in places])) for is_own, places in groupby(range(len(text)), own))
