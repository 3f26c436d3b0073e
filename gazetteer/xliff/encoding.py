"""Bytes of an XML document as text, by its byte order mark or what it declares; and the certainty of getting them back.

What cannot be written back byte for byte is refused.
"""

import codecs
import re

from gazetteer.errors import BadXliff
from gazetteer.tagging.encodings import byte_order_mark
from gazetteer.xliff.model import Written

BYTES_MOST = 20 * 1024 * 1024
# How a document without a mark begins in the encodings that the letters of its declaration cannot be read in.
BEGINNINGS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']""")
_READ = re.compile(
    r"utf-?8|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|(?:windows-|cp)\d{3,4}|koi8-[ru]|macintosh"
    r"|gb2312|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr",
    re.IGNORECASE,
)


def read_bytes(data: bytes) -> Written:
    """The text of a document, and how it was written.

    Raises:
        BadXliff: it is larger than what is read, or not written as it says.
    """
    if len(data) > BYTES_MOST:
        raise BadXliff(f"The file has more than {BYTES_MOST // 2**20} MiB; send it in parts.")
    mark, encoding = byte_order_mark(data)
    if encoding is None:
        encoding = next((name for begins, name in BEGINNINGS if data.startswith(begins)), None) or _declared(data)
    try:
        written = Written(data[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError as wrong:
        at = len(mark) + wrong.start
        raise BadXliff(
            f"The file is not text in {encoding.upper()}: byte {at + 1:,} is wrong. "
            "Save it as UTF-8, or declare the encoding it has."
        ) from None
    if written.encoded(written.text) != data:
        raise BadXliff(f"The file writes one letter in several ways of {encoding.upper()}; save it as UTF-8.")
    return written


def _declared(data: bytes) -> str:
    """The encoding that an XML declaration says; UTF-8 where none does."""
    found = _DECLARED.match(data[:400])
    if found is None:
        return "utf-8"
    name = found[1].decode("ascii")
    try:
        if not _READ.fullmatch(name):
            raise LookupError
        return codecs.lookup(name).name
    except LookupError:
        raise BadXliff(
            f"The file declares the encoding {name}, but is not written or cannot be read so; save it as UTF-8."
        ) from None
