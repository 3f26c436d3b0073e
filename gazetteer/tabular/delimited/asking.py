"""Asking: what a person says of a delimited file instead of having it guessed, checked against the file.

What cannot be is refused in a sentence that says what could.
"""

from gazetteer.errors import BadDelimiter, WrongEncoding
from gazetteer.tabular.delimited.deciphering import Deciphered, decipher, telling_lines, unreadable
from gazetteer.tabular.delimited.encodings import MARKS, WIDE, codec_of, name_of

SPOKEN = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}
# The share of lines beyond which an encoding is wrong; fewer are damaged lines.
WRONG = 0.2


def asked_encoding(sample: bytes, name: str) -> Deciphered:
    """The encoding of that name, in which the sample is.

    Raises:
        UnknownEncoding: there is none of that name, or none that is read.
        WrongEncoding: the sample is not in it.
    """
    codec = codec_of(name)
    marked = next((known for known, mark in MARKS.items() if sample.startswith(mark)), None)
    if codec == "utf-16":
        codec = marked or (decipher(sample).codec if sample else WIDE[0])
        if codec not in WIDE:
            raise _wrong(sample, "UTF-16", "it has no NULs where UTF-16 has them")
    if marked not in (None, codec):
        raise _wrong(sample, name_of(codec), f"it begins with the byte order mark of {name_of(str(marked))}")
    if codec in WIDE:
        if marked is None and sample and b"\0" not in sample:
            raise _wrong(sample, name_of(codec), "it has no NULs where UTF-16 has them")
        return Deciphered(codec, marked is not None, "as asked")
    lines = telling_lines(sample)
    wrong = unreadable(lines, codec)
    if wrong > WRONG * len(lines):
        raise _wrong(sample, name_of(codec), f"{wrong:,} of {len(lines):,} lines with letters beyond ASCII are not")
    damaged = f"; {wrong:,} of {len(lines):,} lines with letters beyond ASCII are not in it" if wrong else ""
    return Deciphered(codec, marked is not None, f"as asked{damaged}")


def asked_delimiter(said: str | None, codec: str) -> str | None:
    """The delimiter of that name, or that character.

    Raises:
        BadDelimiter: it is none.
    """
    if said is None:
        return None
    sign = SPOKEN.get(said.lower(), said)
    if len(sign) != 1 or sign in '\r\n"' or sign.encode(codec, "ignore") == b"":
        raise BadDelimiter(f'A delimiter is one character such as , ; | or "tab"; "{said}" is none.')
    return sign


def asked_quote(said: str | None, delimiter: str | None) -> str | None:
    """The quote asked for; "" where there is to be none.

    Raises:
        BadDelimiter: it is no single character of ASCII, or the delimiter.
    """
    if said and (len(said) != 1 or not said.isascii() or said in "\r\n\0" or said == delimiter):
        raise BadDelimiter(f"A quote is one character such as \" or ', and not the delimiter; {said!r} is none.")
    return said


def _wrong(sample: bytes, name: str, why: str) -> WrongEncoding:
    likely = name_of(decipher(sample).codec)
    return WrongEncoding(f"The file is not in {name}: {why}. It looks like {likely}.")
