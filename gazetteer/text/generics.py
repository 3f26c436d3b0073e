"""Generic words of place names (*region*, *город*, 市): a name without them, and what they say.

The whole name is always looked up too: taking a word off is a second try, never a correction.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from gazetteer.text.clean import fold

FILE = Path(__file__).with_name("generics.toml")
COMMAS = ",،、，;；"
PARTING = re.compile(rf"[{COMMAS}(（\[]")
COMMA = re.compile(rf"\s*{PARTING.pattern}\s*")
Suffixes = tuple[Sequence[tuple[str, str]], tuple[str, ...]]  # the longest first, with their sorts; and all alone
NO_SUFFIXES: Suffixes = ((), ())
CLOSING = ")）]"
# An abbreviation without a blank behind it: м.Суми.
JOINED = re.compile(r"\A(\w{1,4}\.)(?=[^\W\d_]{3})")


def without_generic(text: str, script: str) -> tuple[str, str] | None:
    """A name without a generic word at either end, and the sort of place it spoke of; None if there is none.

    >>> without_generic("Kherson region", "Latn")
    ('Kherson', 'region')
    >>> without_generic("栗山町", "Hani")
    ('栗山', 'settlement')
    """
    suffixes, ends = _suffixes().get(script, NO_SUFFIXES)
    for suffix, sort in suffixes if text.rstrip().endswith(ends) else ():
        stem = text.removesuffix(suffix).rstrip()
        if stem != text and len(stem) > 1:
            return stem, sort
    words = JOINED.sub(r"\1 ", text).split()
    if len(words) < 2:
        return None
    known = _words()
    for count in (2, 1):  # of words that are one term: *thị xã*, *King Amphoe*
        if len(words) > count:
            for term, rest in ((words[-count:], words[:-count]), (words[:count], words[count:])):
                if (said := known.get(fold(" ".join(term)))) is not None and not _is_initial(term):
                    return " ".join(rest), said
    return None


def _is_initial(words: Sequence[str]) -> bool:
    """Whether words are one capital with its point: *М. Горький* was born in *м. Горький*."""
    return len(words) == 1 and len(words[0].rstrip(".")) == 1 and words[0].isupper()


def split_qualifier(text: str) -> tuple[str, str] | None:
    """What stands before a comma or bracket, and what after it; None if there is neither.

    >>> split_qualifier("Waterloo, Sierra Leone")
    ('Waterloo', 'Sierra Leone')
    """
    if not PARTING.search(text):
        return None
    head, *tail = COMMA.split(text, maxsplit=1)
    rest = tail[0].strip(CLOSING + " ") if tail else ""
    return (head, rest) if head and rest else None


def split_parts(text: str) -> list[str]:
    """The parts of a text between commas and brackets, the first first.

    >>> split_parts("Illinois, USA")
    ['Illinois', 'USA']
    """
    return [part for part in (one.strip(CLOSING + " ") for one in COMMA.split(text)) if part]


def is_generic(text: str) -> bool:
    """Whether a text is itself a word for a sort of place, in whatever language.

    >>> is_generic("oblast"), is_generic("Missouri")
    (True, False)
    """
    return fold(text) in _words()


@cache
def _words() -> dict[str, str]:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))["word"]
    return {fold(word): sort for sort, by_language in raw.items() for words in by_language.values() for word in words}


@cache
def _suffixes() -> dict[str, Suffixes]:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))["suffix"]
    found: dict[str, list[tuple[str, str]]] = {}
    for sort, by_script in raw.items():
        for script, suffixes in by_script.items():
            found.setdefault(script, []).extend((suffix, sort) for suffix in suffixes)
    return {
        script: (sorted(pairs, key=lambda pair: -len(pair[0])), tuple(suffix for suffix, _ in pairs))
        for script, pairs in found.items()
    }
