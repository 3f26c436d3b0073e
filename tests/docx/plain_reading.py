"""What a reader would see: a second, slow reading of a document, with every change accepted or every one rejected.

It shares nothing with the program, not even the library that parses.
"""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ORDER = ("footnotes", "endnotes", "header", "footer")
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
PROPERTIES = {"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "rt"}


def contents(data: bytes) -> dict[str, bytes]:
    """The parts of a document by their names."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def accepted(data: bytes, version: str = "Choice") -> str:
    """The text with every change accepted."""
    return _text(data, {"del", "moveFrom"}, version)


def rejected(data: bytes, version: str = "Choice") -> str:
    """The text with every change rejected."""
    return _text(data, {"ins", "moveTo"}, version)


def prose(data: bytes) -> list[str]:
    """The names of the parts with prose."""
    parts = contents(data)
    main = next(target for sort, target in _links(parts, "") if sort == "officeDocument")
    found = sorted(
        (ORDER.index(sort), number, name) for number, (sort, name) in enumerate(_links(parts, main)) if sort in ORDER
    )
    return [main, *(name for _, _, name in found)]


def _links(parts: dict[str, bytes], part: str) -> list[tuple[str, str]]:
    folder, name = posixpath.split(part)
    related = posixpath.join(folder, "_rels", name + ".rels")
    if related not in parts:
        return []
    return [
        (
            link.get("Type", "").split("/")[-1],
            posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
        )
        for link in ElementTree.fromstring(parts[related])
        if link.get("TargetMode") != "External"
    ]


def _text(data: bytes, gone: set[str], version: str) -> str:
    parts, found = contents(data), list[str]()
    for name in prose(data):
        found += Reader(ElementTree.fromstring(parts[name]), gone, version).paragraphs()
    return "\n\n".join(found)


class Reader:
    """One part, read with the elements of some names taken out."""

    def __init__(self, root: Element, gone: set[str], version: str) -> None:
        self.root, self.gone, self.version = root, gone, version
        self.word = root.tag[: root.tag.index("}") + 1]
        self.rejecting = "ins" in gone
        self.fields: list[str] = []

    def paragraphs(self) -> list[str]:
        return list(self.blocks(self.root))

    def name(self, element: Element) -> str:
        return element.tag.removeprefix(self.word)

    def has(self, element: Element, path: str) -> bool:
        return element.find("/".join(self.word + step for step in path.split("/"))) is not None

    def is_gone(self, element: Element) -> bool:
        mark, cell = ("ins", "cellIns") if self.rejecting else ("del", "cellDel")
        return (
            self.name(element) in self.gone | PROPERTIES
            or self.has(element, f"trPr/{mark}")
            or self.has(element, f"tcPr/{cell}")
            or "eparator" in element.get(self.word + "type", "")
        )

    def chosen(self, element: Element) -> list[Element]:
        """An element's children, of those written twice only one version."""
        found = []
        for child in element:
            if child.tag == MC + "AlternateContent":
                symbol = any(part.tag.endswith("}symEx") for part in child.iter())
                versions = child.findall(MC + ("Fallback" if symbol else self.version))
                found += versions[:1]
            else:
                found.append(child)
        return found

    def blocks(self, element: Element) -> Iterator[str]:
        before, boxes = "", list[str]()
        children = [child for child in self.chosen(element) if not self.is_gone(child)]
        for number, child in enumerate(children):
            if self.name(child) != "p":
                yield from self.blocks(child)
                continue
            text, own = self.inline(child)
            before, boxes = before + text, boxes + own
            marks = {"ins", "moveTo"} if self.rejecting else {"del", "moveFrom"}
            gone = any(self.has(child, f"pPr/rPr/{mark}") for mark in marks)
            if gone and number + 1 < len(children) and self.name(children[number + 1]) == "p":
                continue
            yield before
            yield from boxes
            before, boxes = "", []

    def inline(self, element: Element) -> tuple[str, list[str]]:
        """The text of a paragraph, and the paragraphs of the boxes in it."""
        text, boxes = "", list[str]()
        for child in self.chosen(element):
            name = self.name(child)
            if name == "fldChar":
                self.turn(child.get(self.word + "fldCharType"))
            elif self.is_gone(child):
                continue
            elif name in ("drawing", "pict", "object"):
                fields, self.fields = self.fields, []
                boxes += self.blocks(child)
                self.fields = fields
            elif name in ("t", "delText"):
                text += "" if "code" in self.fields else self.letters(child)
            elif name in SIGNS:
                text += "" if "code" in self.fields else SIGNS[name]
            else:
                more, others = self.inline(child)
                text, boxes = text + more, boxes + others
        return text, boxes

    def turn(self, sort: str | None) -> None:
        if sort == "begin":
            self.fields.append("code")
        elif sort == "separate":
            self.fields[-1] = "result"
        else:
            self.fields.pop()

    def letters(self, element: Element) -> str:
        text = "".join(element.itertext()).replace("\u00ad", "").replace("\n", " ")
        for sign in BIDI:
            text = text.replace(sign, "\ufffc")
        return text if "space" in " ".join(element.keys()) else text.strip()


SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "",
    "sym": "\ufffc",
}


def attribute(element: Element, name: str) -> str | None:
    return element.get(element.tag[: element.tag.index("}") + 1] + name)


def comments_of(data: bytes) -> list[tuple[str, str, str]]:
    """The number, author and text of each comment."""
    found = []
    for name, xml in contents(data).items():
        if name.startswith("word/comments") and xml.startswith(b"<"):
            for one in ElementTree.fromstring(xml):
                found.append((attribute(one, "id") or "", attribute(one, "author") or "", "".join(one.itertext())))
    return found
