"""Xinhua: what Chinese characters say where they spell a foreign name, by the tables Xinhua writes such names with.

A character may stand for several syllables (拉 is la and ra), so that a text has several readings: the likeliest few
are given. The table is in ``xinhua.toml``; how a character that it does not have is read, the caller says.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("xinhua.toml")
# So many readings are given, and so many are kept on the way from the first character to the last.
MOST, KEPT = 8, 24
# How much less likely a syllable is than the one before it: nearly as likely, and any other.
NEARLY, LESS = 0.4, 1.0
# A name *A河畔B* is B on the river A; its words stand the other way round in other languages.
RIVERBANK = "河畔"
PARTING = frozenset("-－‐·・• ")  # the words of a name
_ON_RIVER = [(number * NEARLY, f" {word} ") for number, word in enumerate(("sur", "an der", "nad"))]
REST = "_"

Said = tuple[float, str]  # what a piece of text may say, and how unlikely that is
Read = Callable[[str], str]


class _Table(NamedTuple):
    """What pieces of a text say, in it, where they open it and where they close it, and the patterns that find them."""

    syllables: Mapping[str, list[Said]]
    first: Mapping[str, list[Said]]
    last: Mapping[str, list[Said]]
    pieces: re.Pattern[str]
    closing: re.Pattern[str]


def spelled(text: str, read: Read) -> tuple[str, ...]:
    """What simplified characters may say when they spell a foreign name, the likeliest first.

    >>> spelled("罗斯托夫", str)[:2], spelled("顿河畔罗斯托夫", str)[0]
    (('rostov', 'rostof'), 'rostov sur ton')
    """
    river, _, place = text.partition(RIVERBANK)
    parts = [_name(place, read), _ON_RIVER, _name(river, read)] if river and place else [_name(text, read)]
    return tuple(dict.fromkeys(said for _, said in _joined(parts)))[:MOST]


def spells(text: str) -> bool:
    """Whether each of the simplified characters of a text spells a syllable, or is a word of such names.

    >>> spells("罗斯托夫"), spells("新罗斯托夫"), spells("凡尔纳-罗斯"), spells("北京")
    (True, True, True, False)
    """
    table = _table()
    river, _, place = text.partition(RIVERBANK)
    middles = [_parted(name)[1] for name in ((place, river) if river and place else (text,))]
    pieces = (piece for middle in middles for piece in table.pieces.findall(middle))
    return all(piece in table.syllables or piece in PARTING for piece in pieces)


def _parted(text: str) -> tuple[str, str, str]:
    """A name between what opens and closes it and is translated; either may be missing."""
    table = _table()
    opens = text[:1] if len(text) > 2 and text[0] in table.first else ""
    found = table.closing.search(text, len(opens) + 2)
    closes = found[0] if found else ""
    return opens, text[len(opens) : len(text) - len(closes)], closes


def _name(text: str, read: Read) -> list[Said]:
    """What one name may say, the likeliest first: the syllables, and around them what is translated."""
    table = _table()
    opens, middle, closes = _parted(text)
    said = _joined([table.syllables.get(piece) or [(0.0, read(piece))] for piece in table.pieces.findall(middle)])
    for words in (table.first.get(opens), table.last.get(closes)):
        if words:
            said = _kept((cost + more, _around(word, rest)) for cost, rest in said for more, word in words)
    return said


def _around(word: str, rest: str) -> str:
    """A word with the rest of the name at its place, parted from it.

    >>> _around("lake_", "vinipeg"), _around("_siti", "kanzas")
    ('lake vinipeg', 'kanzas siti')
    """
    return word.replace(REST, f" {rest} ").strip()


def _joined(parts: Iterable[list[Said]]) -> list[Said]:
    """What parts say one after another, the likeliest first."""
    found: list[Said] = [(0.0, "")]
    for said in parts:
        found = _kept((cost + more, so_far + one) for cost, so_far in found for more, one in said)
    return found


def _kept(found: Iterable[Said]) -> list[Said]:
    return sorted(found, key=itemgetter(0))[:KEPT]


@cache
def _table() -> _Table:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    syllables, first, last = (
        {piece: _said(said) for piece, said in raw[part].items()} for part in ("syllables", "first", "last")
    )
    several = sorted((piece for piece in syllables if len(piece) > 1), key=len, reverse=True)
    pieces = re.compile("|".join([*several, "."]), re.DOTALL)
    closing = re.compile(f"(?:{'|'.join(sorted(last, key=len, reverse=True))})\\Z")
    return _Table(syllables, first, last, pieces, closing)


def _said(line: str) -> list[Said]:
    """A line of the table: what it says, each with how unlikely that is.

    >>> _said("la/ra le")
    [(0.0, 'la'), (0.4, 'ra'), (1.0, 'le')]
    """
    return [
        (less * LESS + nearly * NEARLY, said)
        for less, group in enumerate(line.split(" "))
        for nearly, said in enumerate(group.split("/"))
    ]
