"""Rivals: other native words that a system writes as it writes this one, so that nobody can tell which was meant.

Of words that are written the same the shortest is read: one letter where two would do, a vowel sign and no vowel of its
own. So only words that are no longer are rivals. They are built letter by letter, and given up as soon as what the
system makes of them is another beginning; rules that look around are heeded. Only letters that the language's names
have side by side are tried, if anything is known of it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from gazetteer.languages import System, system, systems
from gazetteer.romanization.casing import JOINERS
from gazetteer.romanization.compared import plain
from gazetteer.romanization.letters import EDGE, usage_of
from gazetteer.romanization.pieces import pieces_of
from gazetteer.romanization.rules import parse
from gazetteer.romanization.systems import lowered, romanize, spans

WORD_LONGEST = 100  # characters; what is longer is no word
BEGUN_MOST = 300  # words that are built at once; where there are more, nothing is known
CLASS = re.compile(r"\[\^?\w+\]")


def rivals(word: str, by: System) -> tuple[str, ...] | None:
    """The other words, no longer, that a system writes as this one, in lower case; None if there may be too many.

    Capitals, joiners and the shape that a letter has at some place make no other word.

    >>> from gazetteer.languages import system
    >>> rivals("подъём", system("ru-Cyrl/iso-9-1995"))
    ()
    """
    if len(word) > WORD_LONGEST:
        return None
    written = romanize(word, by, capitals=False).lower()
    wanted = plain(written)
    usage = usage_of(*by.orthography.split("-"))
    pieces = {latin: [one for one in of if one not in JOINERS] for latin, of in pieces_of(by, marks=True).items()}
    at: list[dict[str, None]] = [{} for _ in range(len(wanted) + 1)]
    at[0][""] = None
    for position, begun in enumerate(at):
        begun |= dict.fromkeys(longer for one in list(begun) for longer in _longer(one, pieces.get("", ()), wanted, by))
        if len(begun) > BEGUN_MOST:
            return None
        for length, natives in _fitting(wanted, position, pieces):
            at[position + length] |= dict.fromkeys(each for one in begun for each in _longer(one, natives, wanted, by))
    longest = len(_letters(word))
    found = (one for one in at[-1] if 0 < len(_letters(one)) <= longest and not alike(one, word))
    ended = (one for one in found if usage is None or usage.seen(one[-1] + EDGE))
    return tuple(one for one in ended if romanize(one, by, capitals=False).lower() == written)


def alike(one: str, other: str) -> bool:
    """Whether texts are the same but for capitals, joiners and the shapes that letters have at places.

    >>> alike("ΣΊΣΥΦΟΣ", "Σίσυφος"), alike("Երևան", "Երեւան"), alike("є", "е")
    (True, True, False)
    """
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return lowered(unicodedata.normalize("NFKC", text)).replace("ς", "σ").translate(_WITHOUT_JOINERS)


def _fitting(wanted: str, position: int, pieces: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    """What may have become the letters at a position, by how many they are; a letter that none becomes is kept."""
    for length in range(1, min(max(map(len, pieces), default=0), len(wanted) - position) + 1):
        yield length, pieces.get(wanted[position : position + length], ())
    if position < len(wanted) and wanted[position] not in pieces:
        yield 1, (wanted[position],)


def _longer(begun: str, natives: Sequence[str], wanted: str, by: System) -> Iterator[str]:
    """A beginning with each of these letters after it, where names of the language have them so and the system too."""
    usage = usage_of(*by.orthography.split("-"))
    for native in natives:
        letters = (begun[-1:] or EDGE) + native
        met = usage is None or all(map(usage.seen, map("".join, pairwise(letters))))
        if met and _begins(begun + native, wanted, by):
            yield begun + native


def _begins(native: str, wanted: str, by: System) -> bool:
    """Whether what becomes of a beginning, as far as nothing that follows can change it, begins the wanted one."""
    settled, kept, written = len(native) - _look_ahead(by), 0, ""
    for start, stop, latin in spans(native, by):
        if stop > settled:
            break
        written += native[kept:start] + latin
        kept = stop
    return wanted.startswith(plain(written))


def _look_ahead(by: System) -> int:
    """How many letters further a rule may look, or a letter reach."""
    return _registered(by.full_id) if systems().get(by.full_id) is by else _reach(by)


@cache
def _registered(full_id: str) -> int:
    return _reach(system(full_id))


def _reach(by: System) -> int:
    rules = list(map(parse, by.rules.rules))
    longest = max(map(len, (*by.rules.letters, *(what for what, *_ in rules))), default=1)
    sides = [CLASS.sub("x", side).strip() for *_, after in rules for side in after.split("|")]
    return longest - 1 + max(map(len, sides), default=0)


_WITHOUT_JOINERS = str.maketrans(dict.fromkeys(JOINERS))
