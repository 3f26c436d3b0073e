"""Surroundings: what stands around a mention, as clients show it: a stretch of the text, and its sentence."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from typing_extensions import TypedDict

from gazetteer.tagging.fixing import utf16_offsets
from gazetteer.tagging.tokens import SHORTENED
from service.languagetool.writing import HIDDEN, Writing

AROUND = 40  # characters before and after
SENTENCE_MOST = 500  # characters before and after: a text may have no full stop at all
CUT = "..."

_LINE_BREAK = re.compile(r"[\r\n\t\u2028\u2029]")
_SENTENCE_END = re.compile(
    r"(?P<stop>[.!?…]+)[\"'”’»)\]]*\s+(?=[\"'“„«‘(\[\ufffc]*[^\W_a-z])|[。！？]|[\n\u2028\u2029]+"
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


class ContextPayload(TypedDict):
    """A stretch of the text, and where in it the match stands, in UTF-16 units."""

    text: str
    offset: int
    length: int


def context(original: str, start: int, end: int) -> ContextPayload:
    """The text around a span, on one line."""
    first, last = max(start - AROUND, 0), min(end + AROUND, len(original))
    before = (CUT if first else "") + original[first:start]
    text = before + original[start:last] + (CUT if last < len(original) else "")
    return {
        "text": _LINE_BREAK.sub(" ", text),
        "offset": units(before),
        "length": units(original[start:end]),
    }


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return utf16_offsets(text)(len(text))


def sentence_starts(text: str) -> Sequence[int]:
    """Where sentences start; what ends a line ends a sentence, and initials and short titles do not."""
    return [0, *(found.end() for found in _SENTENCE_END.finditer(text) if not _is_short(text, found))]


def sentence(writing: Writing, starts: Sequence[int], start: int, end: int) -> str:
    """The sentence in which something that is read stands, without markup; cut where it has no end."""
    first = starts[bisect_right(starts, start) - 1]
    after = bisect_right(starts, end - 1)
    last = starts[after] if after < len(starts) else len(writing.read)
    cut = writing.read[max(first, start - SENTENCE_MOST) : min(last, end + SENTENCE_MOST)]
    return cut.replace(HIDDEN, "").strip()


def _is_short(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop belongs to the word before: V. Zelensky, Gen. Syrsky."""
    if found["stop"] != ".":
        return False
    word = _LAST_WORD.search(text, max(found.start() - 10, 0), found.start())
    return word is not None and (word[0] in SHORTENED or (len(word[0]) == 1 and word[0].isupper()))
