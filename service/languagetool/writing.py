"""Writing: the text a client sends, plain or with its markup apart, and what of it is read.

Offsets count text and markup as the client has them; what markup is to be read as counts nothing. Nothing is
normalized, so that every offset stays the client's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from gazetteer.tagging.copies import REFUSED, TEXT_MOST
from service.errors import Problem

# No name spans it. It stands for markup, and for characters that may not be checked but are not the writer's fault.
HIDDEN = "\ufffc"


@dataclass(frozen=True, slots=True)
class Writing:
    """A text with its markup, and what is read: its character at i is the original's from starts[i] to ends[i]."""

    original: str
    read: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original what is read from start to end stands."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the original, and what it reads as: itself, if it is text."""

    original: str
    read: str


def writing(text: str | None, data: str | None) -> Writing:
    """What a client sent: exactly one of a text and the JSON of an annotated one.

    Raises:
        Problem: it sent both or neither, or the JSON is not what it should be, or the text is too long.
    """
    if (text is None) == (not data):
        raise Problem("bad-parameter", "Send either text or data, and not both.")
    parts = _parts(data) if data else [Part(text or "", text or "")]
    for kept in (sum(len(part.original) for part in parts), sum(len(part.read) for part in parts)):
        if kept > TEXT_MOST:
            raise Problem(
                "text-too-long", f"The text has {kept:,} characters; at most {TEXT_MOST:,} are checked at once."
            )
    return _joined(parts)


def _parts(data: str) -> Sequence[Part]:
    try:
        sent = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise _bad("is no JSON") from None
    if not isinstance(sent, dict) or ("text" in sent) == ("annotation" in sent):
        raise _bad("has both text and annotation, or neither")
    if "text" in sent:
        return [Part(_string(sent["text"]), sent["text"])]
    if not isinstance(sent["annotation"], list):
        raise _bad("has an annotation that is no list")
    if len(sent["annotation"]) > TEXT_MOST:
        raise Problem("text-too-long", f"data has more than {TEXT_MOST:,} parts; send it in several requests.")
    return [_part(one) for one in sent["annotation"]]


def _part(sent: object) -> Part:
    if not isinstance(sent, dict) or ("text" in sent) == ("markup" in sent):
        raise _bad("has a part with both text and markup, or neither")
    if "text" in sent:
        return Part(_string(sent["text"]), sent["text"])
    markup = _string(sent["markup"])
    reads_as = _string(sent.get("interpretAs") or "")
    # A client may say where a paragraph ends though nothing stands there.
    return Part(markup, _reading(markup, reads_as) if markup or reads_as else "")


def _reading(markup: str, reads_as: str) -> str:
    """What markup is read as: the one character that an entity or a command stands for, or the end of a paragraph.

    A name may hold the first, but no tag. Whatever else markup is said to be is nothing that its writer wrote.
    """
    if len(reads_as) == 1 and markup and "<" not in markup:
        return reads_as
    return "\n\n" if "\n" in reads_as or "\n" in markup else HIDDEN


def _string(sent: object) -> str:
    if not isinstance(sent, str):
        raise _bad("has something else where a string should be")
    return sent


def _bad(what: str) -> Problem:
    wanted = 'send {"text": "..."} or {"annotation": [{"text": "..."}, {"markup": "...", "interpretAs": "..."}]}'
    return Problem("bad-parameter", f"data {what}; {wanted}.")


def _joined(parts: Sequence[Part]) -> Writing:
    originals: list[str] = []
    reads: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for part in parts:
        stop = at + len(part.original)
        if part.read is part.original:
            starts.extend(range(at, stop))
            ends.extend(range(at + 1, stop + 1))
        else:
            starts.extend([at] * len(part.read))
            ends.extend([stop] * len(part.read))
        originals.append(part.original)
        reads.append(part.read)
        at = stop
    original, read = (REFUSED.sub(HIDDEN, "".join(texts)) for texts in (originals, reads))
    return Writing(original, read, starts, ends)
