"""XML of a .docx: parsed without a look at anything outside it, and written back as it was written.

A part with a document type is refused: Word writes none, and only attacks need one.
"""

import codecs
import re
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from gazetteer.errors import BadDocument, DocumentTooLarge

Element: TypeAlias = etree._Element

# Of a part: more than any text of the length that is checked needs, whatever its formatting.
PART_MOST = 50_000_000  # bytes
TAGS_MOST = 1_500_000

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+<!DOCTYPE")
_DECLARATION = re.compile(r"<\?xml\b[^?]*\?>\s*")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed part, which may be edited, and what it takes to write it as it was written."""

    root: Element
    mark: bytes
    encoding: str
    declaration: str

    def written(self) -> bytes:
        """The part as it is now."""
        text = self.declaration + etree.tostring(self.root.getroottree(), encoding="unicode")
        return self.mark + text.encode(self.encoding, "xmlcharrefreplace")


def parse(name: str, content: bytes) -> Markup:
    """The part of this name and content.

    Raises:
        BadDocument: it is no XML, has a document type, or is out of all proportion.
    """
    if len(content) > PART_MOST or content.count(b"<") > TAGS_MOST:
        raise DocumentTooLarge(f"{name} in the document is too large to be read; send the document in parts.")
    if _DOCTYPE.match(content):
        raise _with_a_type(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, strip_cdata=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as wrong:
        raise BadDocument(
            f"The document is damaged: {name} is not sound XML. Open it in Word, let it be repaired, and save it again."
        ) from wrong
    known = root.getroottree().docinfo
    if known.doctype:  # type: ignore[union-attr]
        raise _with_a_type(name)
    mark, encoding = next(((mark, encoding) for mark, encoding in MARKS if content.startswith(mark)), (b"", ""))
    encoding = encoding or known.encoding or "utf-8"
    declared = _DECLARATION.match(content[len(mark) : len(mark) + 500].decode(encoding, "ignore"))
    return Markup(root, mark, encoding, declared[0] if declared else "")


def legal(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def _with_a_type(name: str) -> BadDocument:
    return BadDocument(
        f"{name} in the document has a document type (DOCTYPE), which Word never writes and which is not read; "
        "save the document again from Word."
    )
