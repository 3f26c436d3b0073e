"""Encodings: what the first bytes of a document say of how it is written."""

import codecs

# The mark of UTF-32 begins with that of UTF-16, and goes first.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def byte_order_mark(data: bytes) -> tuple[bytes, str | None]:
    """The byte order mark that a document begins with, and the encoding it says; none, and None, where it has none.

    >>> byte_order_mark(codecs.BOM_UTF16_LE + b"K\\0"), byte_order_mark(b"Kyiv")
    ((b'\\xff\\xfe', 'utf-16-le'), (b'', None))
    """
    return next(((mark, encoding) for mark, encoding in MARKS if data.startswith(mark)), (b"", None))
