"""XML of a package: parsed without a look at anything outside it, and written back as it was written.

A part with a document type is refused: no office program writes one, and only attacks need one.
"""

import codecs
import re
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from gazetteer.errors import GazetteerError
from gazetteer.package.archive import Archive
from gazetteer.package.sort import Sort

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


def parse(archive: Archive, name: str) -> Markup:
    """The part of this name.

    Raises:
        GazetteerError: the sort's own: it is no XML, has a document type, or is out of all proportion.
    """
    sort, info = archive.sort, archive.entries[name].info
    content = archive.read(name) if info.file_size <= PART_MOST else b""
    if info.file_size > PART_MOST or content.count(b"<") > TAGS_MOST:
        raise sort.too_large(f"{name} in the {sort.noun} is too large to be read; send the {sort.noun} in parts.")
    if _DOCTYPE.match(content):
        raise _with_a_type(name, sort)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, strip_cdata=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as wrong:
        raise sort.damaged(f"{name} is not sound XML") from wrong
    known = root.getroottree().docinfo
    if known.doctype:  # type: ignore[union-attr]
        raise _with_a_type(name, sort)
    mark, encoding = next(((mark, encoding) for mark, encoding in MARKS if content.startswith(mark)), (b"", ""))
    encoding = encoding or known.encoding or "utf-8"
    declared = _DECLARATION.match(content[len(mark) : len(mark) + 500].decode(encoding, "ignore"))
    return Markup(root, mark, encoding, declared[0] if declared else "")


def legal(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def _with_a_type(name: str, sort: Sort) -> GazetteerError:
    return sort.bad(
        f"{name} in the {sort.noun} has a document type (DOCTYPE), which {sort.program} never writes and which is not "
        f"read; save the {sort.noun} again from {sort.program}."
    )
