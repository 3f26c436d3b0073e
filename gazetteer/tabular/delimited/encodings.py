"""Encodings: which ones delimited text is read in, how people call them, and where a byte is not what it seems.

Only those are read whose bytes below 128 mean ASCII wherever a character begins, and UTF-16, which is read as UTF-8.
"""

import codecs
import re
from dataclasses import dataclass

from gazetteer.errors import UnknownEncoding

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
WIDE = ("utf-16-le", "utf-16-be")
# The mark of UTF-32 begins with that of UTF-16.
MARKS_OF_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding that is guessed: as people call it, what is written in it, and the alphabets to expect."""

    codec: str
    name: str
    writes: str
    alphabets: tuple[str, ...]
    rarity: float  # how much less likely than the others before anything was read, as a logarithm


# All that is Latin is read by the same letters, so that only words decide that two encodings read differently.
LATIN = ("western", "central", "turkish", "baltic")

GUESSED = (
    Encoding("cp1252", "Windows-1252", "Western European", LATIN, 0),
    Encoding("cp1250", "Windows-1250", "Central European", LATIN, 1),
    Encoding("cp1251", "Windows-1251", "Cyrillic", ("cyrillic",), 0),
    Encoding("koi8-r", "KOI8-R", "Russian", ("cyrillic",), 1),
    Encoding("koi8-u", "KOI8-U", "Ukrainian", ("cyrillic",), 2),
    Encoding("cp1256", "Windows-1256", "Arabic", ("arabic",), 1),
    Encoding("cp932", "Shift-JIS", "Japanese", ("japanese",), 1),
    Encoding("gb18030", "GB18030", "Chinese", ("chinese",), 1),
    Encoding("cp950", "Big5", "Chinese, traditional", ("chinese",), 1),
    Encoding("cp1253", "Windows-1253", "Greek", ("greek",), 3),
    Encoding("cp1254", "Windows-1254", "Turkish", LATIN, 3),
    Encoding("cp1255", "Windows-1255", "Hebrew", ("hebrew",), 3),
    Encoding("cp1257", "Windows-1257", "Baltic", LATIN, 4),
    Encoding("cp949", "Windows-949", "Korean", ("korean",), 3),
    Encoding("euc_jp", "EUC-JP", "Japanese", ("japanese",), 3),
    Encoding("iso8859-2", "ISO-8859-2", "Central European", LATIN, 4),
    Encoding("iso8859-5", "ISO-8859-5", "Cyrillic", ("cyrillic",), 4),
    Encoding("cp866", "CP866", "Cyrillic, of DOS", ("cyrillic",), 4),
    Encoding("mac-cyrillic", "Mac Cyrillic", "Cyrillic", ("cyrillic",), 4),
)
UNICODE = (
    Encoding("utf-8", "UTF-8", "any language", (), 0),
    Encoding("utf-16-le", "UTF-16 LE", "any language", (), 0),
    Encoding("utf-16-be", "UTF-16 BE", "any language", (), 0),
)
KNOWN = {one.codec: one for one in GUESSED + UNICODE}

# What people say, where Windows means more by it than Python does.
_MEANT = {
    "utf-8-sig": "utf-8",
    "ascii": "utf-8",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "euc_kr": "cp949",
    "koi8": "koi8-r",
}
_STATEFUL = ("iso2022", "utf-7", "hz", "idna", "punycode", "raw-unicode-escape", "unicode-escape")
_ASCII = bytes(range(128))

_JAPANESE = rb"[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]"
_CHINESE = rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]"
_CHINESE_OF_FOUR = rb"[\x81-\xfe](?:[\x30-\x39][\x81-\xfe][\x30-\x39]|[\x40-\x7e\x80-\xfe])"
_KOREAN = rb"[\x81-\xfe][\x31-\x7e\x81-\xfe]"
_PAIRS = {
    "cp932": _JAPANESE,
    "shift_jisx0213": _JAPANESE,
    "gb18030": _CHINESE_OF_FOUR,
    "cp950": _CHINESE,
    "big5hkscs": _CHINESE,
    "cp949": _KOREAN,
    "johab": _KOREAN,
}


def codec_of(name: str) -> str:
    """The codec of an encoding as people call it; "utf-16" alone stays so, for its bytes must say which.

    >>> codec_of("Windows-1251"), codec_of("SJIS"), codec_of("UTF8"), codec_of("koi8")
    ('cp1251', 'cp932', 'utf-8', 'koi8-r')

    Raises:
        UnknownEncoding: there is none of that name, or none that is read.
    """
    said = name.strip().lower()
    try:
        found = codecs.lookup(_MEANT.get(said, said)).name
    except (LookupError, ValueError):
        raise UnknownEncoding(f'There is no encoding "{name}"; say for example {examples()}.') from None
    codec = _MEANT.get(found, found)
    if codec != "utf-16" and codec not in WIDE and not _is_ascii_below_128(codec):
        raise UnknownEncoding(f"Rows cannot be read in {name}; save the file as UTF-8, or say {examples()}.")
    return codec


def examples() -> str:
    """Some encodings that can be asked for."""
    return "utf-8, utf-16, windows-1251, koi8-r, shift_jis, gb18030 or big5"


def name_of(codec: str) -> str:
    """An encoding as people call it, with what is written in it.

    >>> name_of("cp1251"), name_of("utf-8"), name_of("cp437")
    ('Windows-1251 (Cyrillic)', 'UTF-8', 'CP437')
    """
    known = KNOWN.get(codec)
    if known is None:
        return codec.upper()
    return known.name if known in UNICODE else f"{known.name} ({known.writes})"


def pairs_of(codec: str, *signs: bytes) -> bytes | None:
    """The pattern of characters of several bytes, where one of these signs may be the second half of such a one.

    >>> pairs_of("cp932", b",", b'"') is None, pairs_of("cp932", b"|") is None
    (True, False)
    """
    return _PAIRS.get(codec) if any(re.search(rb"[0-9\x40-\x7e]", sign) for sign in signs) else None


def _is_ascii_below_128(codec: str) -> bool:
    """Whether bytes below 128 mean ASCII, and no sign changes what those behind it mean."""
    if codec.startswith(_STATEFUL):
        return False
    try:
        return _ASCII.decode(codec) == _ASCII.decode("ascii")
    except (UnicodeError, LookupError):
        return False
