"""Deciphering: which encoding a sample of bytes is in.

A byte order mark settles it. Otherwise each encoding reads the same lines, those with bytes beyond ASCII, and the one
that makes the likeliest writing of them is taken: a wrong one makes strange letters, capitals inside of words, boxes.
Bytes that form UTF-8 by chance are rare, and a line that an encoding cannot read speaks against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.errors import BadTable
from gazetteer.tabular.delimited.encodings import GUESSED, KNOWN, MARKS, MARKS_OF_UTF_32, WIDE, Encoding
from gazetteer.tabular.delimited.letters import ALPHABETS, likelihood

LINES_MOST = 300
# A sample with NULs is tried as UTF-16 by its beginning.
HEAD = 4096
# What speaks for UTF-8 where all is: other texts seldom happen to be, and with each letter less so; as logarithms.
UTF_8 = 4.0
UTF_8_LETTER = 3.0
# Letters that all happen to be UTF-8 do so by chance no more; a wrong line is forgiven for so many.
CERTAIN = 8
FORGIVEN = 20
# A line that an encoding cannot read, besides what the bytes it cannot read cost as odd signs.
UNREADABLE = -12.0
# Shares of lines that the likeliest encoding cannot read, beyond which it is not sure, or none fits at all.
NOT_SURELY, FITS_NOT = 0.05, 0.5
# How much likelier than the next a reading must be to be called so.
SURE, LIKELY = 20.0, 5.0


@dataclass(frozen=True, slots=True)
class Deciphered:
    """An encoding, whether a mark says so, and why it was taken, in words."""

    codec: str
    mark: bool
    why: str


def decipher(sample: bytes) -> Deciphered:
    """The encoding of a sample of whole lines.

    Raises:
        BadTable: it is UTF-32, which is not read.
    """
    if sample.startswith(MARKS_OF_UTF_32):
        raise BadTable("The file is in UTF-32, which is not read here; save it as UTF-8.")
    for codec, mark in MARKS.items():
        if sample.startswith(mark):
            return Deciphered(codec, True, "the file begins with its byte order mark")
    lines = telling_lines(sample)
    if b"\0" in sample and (wide := _wide(sample[:HEAD])):
        return Deciphered(wide, False, "read so, its letters and signs are likely ones; otherwise they are NULs")
    if not lines:
        return Deciphered("utf-8", False, "the sample is ASCII alone, which is the same in most encodings")
    if _is_certainly_utf_8(lines):
        return Deciphered("utf-8", False, _lines_that_are_not(lines, "utf-8") or "all of the sample is UTF-8")
    weighed = sorted(((_weight(lines, one), one) for one in (KNOWN["utf-8"], *GUESSED)), key=lambda pair: -pair[0])
    (weight, taken), *others = weighed
    margin = next((weight - less for less, other in others if _differ(lines, taken.codec, other.codec)), SURE)
    sure = "surely" if margin >= SURE else "likely" if margin >= LIKELY else "perhaps"
    wrong = unreadable(lines, taken.codec)
    if wrong > NOT_SURELY * len(lines):
        sure = "perhaps"
    if wrong > FITS_NOT * len(lines):
        sure = "no encoding that is known here fits; say which it is (--encoding). Perhaps"
    reasons = [
        _lines_that_are_not(lines, taken.codec),
        _lines_that_are_not(lines, "utf-8") if taken.codec != "utf-8" else "",
    ]
    return Deciphered(taken.codec, False, "; ".join([f"{sure}, by its letters", *filter(None, reasons)]))


def telling_lines(sample: bytes) -> list[bytes]:
    """Lines with bytes beyond ASCII, from all over the sample."""
    lines = [line for line in sample.splitlines() if not line.isascii()]
    return lines[:: len(lines) // LINES_MOST + 1]


def unreadable(lines: Sequence[bytes], codec: str) -> int:
    """How many of these lines are not in an encoding."""
    wrong = 0
    for line in lines:
        try:
            line.decode(codec)
        except UnicodeDecodeError:
            wrong += 1
    return wrong


def _lines_that_are_not(lines: Sequence[bytes], codec: str) -> str:
    """How many lines an encoding cannot read, in words; nothing if it can read all."""
    wrong = unreadable(lines, codec)
    return f"{wrong:,} of {len(lines):,} lines with letters beyond ASCII are not {KNOWN[codec].name}" if wrong else ""


def _is_certainly_utf_8(lines: Sequence[bytes]) -> bool:
    wrong = unreadable(lines, "utf-8")
    beyond = sum(not letter.isascii() for line in lines for letter in line.decode("utf-8", "ignore"))
    return beyond >= CERTAIN + FORGIVEN * wrong


def _weight(lines: Sequence[bytes], encoding: Encoding) -> float:
    """How likely these lines are in an encoding."""
    alphabets = encoding.alphabets or tuple(ALPHABETS)
    text = "\n".join(line.decode(encoding.codec, "replace") for line in lines)
    wrong = unreadable(lines, encoding.codec)
    before = -encoding.rarity
    if encoding.codec == "utf-8" and not wrong:
        before += UTF_8 + UTF_8_LETTER * sum(not letter.isascii() for letter in text)
    return before + likelihood(text, alphabets) + UNREADABLE * wrong


def _wide(head: bytes) -> str | None:
    """UTF-16 of one of both kinds, if that is likelier than any encoding in which NULs are NULs."""
    head = head[: len(head) & ~1]
    narrow = max(_weight([head], one) for one in (KNOWN["utf-8"], *GUESSED))
    wide = {codec: likelihood(head.decode(codec, "replace"), ALPHABETS) for codec in WIDE}
    best = max(WIDE, key=lambda codec: wide[codec])
    return best if wide[best] > narrow else None


def _differ(lines: Sequence[bytes], one: str, other: str) -> bool:
    """Whether two encodings read these lines differently."""
    return any(line.decode(one, "replace") != line.decode(other, "replace") for line in lines)
