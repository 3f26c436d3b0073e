"""Beginnings: native words built letter by letter, as long as what they become is the beginning of a spelling.

Of those that reach the same place only the most usual are followed further. Rules that look around are not heeded:
whoever asks writes the words with the system again.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gazetteer.languages import System
from gazetteer.romanization.letters import EDGE, UNKNOWN_COST, Usage, usage_of
from gazetteer.romanization.pieces import pieces_of

KNOWN = 10  # times that a letter is met; of one that is rarer nothing is known
LETTER = 0.5  # what a letter costs for being there: one that explains a spelling is likelier than two that do


@dataclass(frozen=True, slots=True)
class Begun:
    """The beginning of a native word: in lower case, as it is to be written, and what it costs so far."""

    lowered: str
    written: str
    cost: float
    silent: bool  # whether its last letter is one that is not written


@dataclass(frozen=True, slots=True)
class Way:
    """How a system is run backwards: heeding its diacritics and apostrophes or not, keeping how many beginnings."""

    system: System
    marks: bool
    kept: int  # at each letter


def begin(word: str, wanted: str, way: Way, *, usual: bool) -> tuple[list[Begun], bool]:
    """Every native word whose letters can become the wanted ones, as far as they are followed; and whether all were.

    A letter that is not written is looked for only where the language has it, and, if they shall be ``usual``, only
    before letters that it is met before.
    """
    pieces, usage = pieces_of(way.system, way.marks), usage_of(*way.system.orthography.split("-"))
    in_capitals = len(word) > 1 and word.isupper()
    at: list[dict[str, Begun]] = [{} for _ in range(len(wanted) + 1)]
    at[0][""] = Begun("", "", 0.0, silent=False)
    complete = _is_known(pieces.get("", ()), usage)
    for position, beginnings in enumerate(at):
        ordered = sorted(beginnings.values(), key=lambda one: (one.cost, one.written))
        complete = complete and len(ordered) <= way.kept
        kept = ordered[: way.kept]
        kept += [longer for one in kept if not one.silent for longer in _with_silent(one, pieces, usage)]
        if position == len(wanted):
            return [_ended(one, usage) for one in kept], complete
        written_here = list(_fitting(wanted, position, pieces))
        for one in kept:
            for length, native in written_here:
                cased = _as_written(native, word[position : position + length], in_capitals)
                if _may_stand(one, native) and (not usual or _may_follow(one, native, usage)):
                    longer = _longer(one, native, cased, usage)
                    known = at[position + length].get(longer.lowered)
                    if known is None or longer.cost < known.cost:
                        at[position + length][longer.lowered] = longer
    return [], complete


def _fitting(wanted: str, position: int, pieces: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    """What may have become the letters at a position, with how many they are; no letter stands for itself."""
    for length in range(1, max(map(len, pieces), default=0) + 1):
        for native in pieces.get(wanted[position : position + length], ()) if position + length <= len(wanted) else ():
            yield length, native
    if not wanted[position].isalpha() and wanted[position] not in pieces:
        yield 1, wanted[position]


def _with_silent(one: Begun, pieces: Mapping[str, Sequence[str]], usage: Usage | None) -> Iterator[Begun]:
    """The same beginning with a letter after it that is not written, where the language has such a letter there."""
    for native in pieces.get("", ()):
        if one.lowered and (usage is None or usage.seen(one.lowered[-1] + native)):
            in_capitals = len(one.written) > 1 and one.written.isupper()
            longer = _longer(one, native, native.upper() if in_capitals else native, usage)
            yield Begun(longer.lowered, longer.written, longer.cost - LETTER, silent=True)


def _is_known(silent: Sequence[str], usage: Usage | None) -> bool:
    """Whether the language's names say where letters stand that are not written: of rare ones they do not."""
    return not silent or (usage is not None and all(usage.firsts.get(letter[0], 0) >= KNOWN for letter in silent))


def _may_stand(one: Begun, native: str) -> bool:
    """Whether letters may be written there: a vowel sign or another mark needs a letter or mark before it."""
    before = one.lowered[-1:]
    marks = unicodedata.category(native[0]).startswith("M")
    return not marks or before.isalpha() or (bool(before) and unicodedata.category(before).startswith("M"))


def _may_follow(one: Begun, native: str, usage: Usage | None) -> bool:
    """Whether letters may follow a beginning: one that ends in a letter that is not written is met before few."""
    return not one.silent or usage is None or not native[0].isalpha() or usage.seen(one.lowered[-1] + native[0])


def _longer(one: Begun, native: str, cased: str, usage: Usage | None) -> Begun:
    """A beginning and what follows."""
    lowered = one.lowered + native
    return Begun(lowered, one.written + cased, one.cost + _cost(one.lowered[-1:], native, usage), silent=False)


def _ended(one: Begun, usage: Usage | None) -> Begun:
    last = one.lowered[-1:]
    end = usage.cost(last + EDGE) if usage is not None and last.isalpha() else 0.0
    return Begun(one.lowered, one.written, one.cost + end, one.silent)


def _cost(before: str, native: str, usage: Usage | None) -> float:
    letters = LETTER * len(native)
    if usage is None:
        return letters + UNKNOWN_COST * len(native)
    chain = (before if before.isalpha() else EDGE) + "".join(char if char.isalpha() else EDGE for char in native)
    return letters + sum(usage.cost(pair) for pair in map("".join, pairwise(chain)) if pair != EDGE * 2)


def _as_written(native: str, latin: str, in_capitals: bool) -> str:
    """Native letters in the case of the Latin ones they stand for; a script without capitals has none."""
    if not any(map(str.isupper, latin)) or native.title() == native:
        return native
    return native.upper() if in_capitals else native[0].upper() + native[1:]
