"""Paragraphs of a part: what a reader sees once every earlier change is accepted, and where each character stands.

What was deleted or moved away is no text, nor are the codes of fields; what was inserted is. What fields compute can
be read, not edited. A box that is written twice, for new programs and for old ones, is read once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gazetteer.docx.model import Paragraph, Piece
from gazetteer.errors import DocumentTooLarge
from gazetteer.package.markup import XML_SPACE, Element
from gazetteer.tagging.copies import TEXT_MOST

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BLANKS = " \t\n\r"

# Elements of a run that stand for a character. A hyphen that is only seen at the end of a line stands for none, but
# belongs to the word that it is in.
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
OBJECTS = {"drawing", "pict", "object"}
# What is skipped with all it holds: the properties of things, what is gone, what is no prose.
SKIPPED = {"del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rt"}
# Fields whose result somebody wrote, or is wherever it points; what the others show is computed again and again.
WRITTEN_FIELDS = {"HYPERLINK", "TOC", "FORMTEXT"}
NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}
NOTES = {"footnote", "endnote"}
GONE = {"del", "moveFrom"}
# Line ends inside w:t are blanks; what turns the direction of writing is hidden, as no text that is checked has it.
SEEN = str.maketrans(
    {"\n": " ", "\r": " ", **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "\ufffc")}
)
_SOFT = re.compile("[^\u00ad]+")


def visible(node: Element) -> str:
    """The text of a w:t, without the blanks at its edges that Word drops."""
    text = node.text or ""
    if text[:1] not in BLANKS and text[-1:] not in BLANKS:
        return text
    above: Element | None = node
    while above is not None and above.get(XML_SPACE) is None:
        above = above.getparent()
    return text if above is not None and above.get(XML_SPACE) == "preserve" else text.strip(BLANKS)


@dataclass(slots=True)
class Field:
    """A field we are in: its code so far, and whether its result has begun."""

    code: str = ""
    begun: bool = False

    @property
    def written(self) -> bool:
        """Whether what it shows may be edited."""
        return self.code.split()[:1] != [] and self.code.split()[0].upper() in WRITTEN_FIELDS


class Walk:
    """One way through a part, or through a box in it, gathering paragraphs."""

    def __init__(self, namespace: str, *, commentable: bool) -> None:
        self.word = f"{{{namespace}}}"
        self.commentable = commentable
        self.paragraphs: list[Paragraph] = []
        self._boxes: list[Paragraph] = []
        self._fields: list[Field] = []
        self._length = 0

    def blocks(self, element: Element) -> "Walk":
        """Gather the paragraphs of an element, however deep they are in it."""
        for child, name in self._children(element):
            if name == "p":
                self._paragraph(child)
            elif name == f"{MC}AlternateContent":
                self.paragraphs += self._once(child)
            elif not self._is_gone(child, name):
                self.blocks(child)
        return self

    def _children(self, element: Element) -> Iterator[tuple[Element, str]]:
        """The elements of an element with their names, those of Word's own without their namespace."""
        for child in element:
            if isinstance(child.tag, str):
                yield child, child.tag.removeprefix(self.word)

    def _is_gone(self, element: Element, name: str) -> bool:
        if name in NOTES:
            return element.get(f"{self.word}type") in NO_NOTES
        if name == "tr":
            return element.find(f"{self.word}trPr/{self.word}del") is not None
        if name == "tc":
            return element.find(f"{self.word}tcPr/{self.word}cellDel") is not None
        return name in SKIPPED

    def _paragraph(self, element: Element) -> None:
        if len(self.paragraphs) > TEXT_MOST // 2:
            raise DocumentTooLarge(
                f"The document has more than {TEXT_MOST // 2:,} paragraphs, which are too many to be checked at once. "
                "Send it in parts."
            )
        self.paragraphs.append(Paragraph(self.commentable, self._runs_on(element)))
        self._length = 0
        self._inline(element)
        if not self.paragraphs[-1].joined:
            self.paragraphs += self._boxes
            self._boxes = []

    def _runs_on(self, element: Element) -> bool:
        """Whether the mark at a paragraph's end is deleted, and there is one to run on in."""
        properties = element.find(f"{self.word}pPr/{self.word}rPr")
        if properties is None or not any(name in GONE for _, name in self._children(properties)):
            return False
        following = (one for one in element.itersiblings(f"{self.word}*") if len(one) or one.tag == f"{self.word}p")
        return next((one.tag for one in following), None) == f"{self.word}p"

    def _inline(self, element: Element) -> None:
        for child, name in self._children(element):
            if name == "r":
                self._run(child)
            elif name == f"{MC}AlternateContent":
                self._boxes += self._once(child)
            elif name == "fldSimple":
                self._fields.append(Field(child.get(f"{self.word}instr", ""), begun=True))
                self._inline(child)
                self._fields.pop()
            elif name not in SKIPPED:
                self._inline(child)

    def _run(self, run: Element) -> None:
        for child, name in self._children(run):
            if name == "fldChar":
                self._field(child.get(f"{self.word}fldCharType"))
            elif name == f"{MC}AlternateContent":
                self._alternate(child)
            elif name in OBJECTS:
                self._boxes += Walk(self.word[1:-1], commentable=False).blocks(child).paragraphs
            elif name == "ruby":
                for base in child.iterchildren(f"{self.word}rubyBase"):
                    self._inline(base)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += child.text or ""
            elif all(field.begun for field in self._fields):
                self._characters(child, name)

    def _field(self, sort: str | None) -> None:
        if sort == "begin":
            self._fields.append(Field())
        elif sort == "separate" and self._fields:
            self._fields[-1].begun = True
        elif sort == "end" and self._fields:
            self._fields.pop()

    def _characters(self, element: Element, name: str) -> None:
        if name == "t" and not len(element):
            for found in _SOFT.finditer(visible(element)):
                self._piece(element, found[0].translate(SEEN), at=found.start())
        elif name == "t":
            self._piece(element, "".join(map(str, element.itertext())).translate(SEEN), locked=True)
        elif name == "sym":
            self._piece(element, "\ufffc", locked=True)
        elif name in CHARACTERS:
            self._piece(element, CHARACTERS[name])

    def _piece(self, node: Element, text: str, *, at: int = 0, locked: bool = False) -> None:
        locked = locked or not all(field.written for field in self._fields)
        self.paragraphs[-1].pieces.append(Piece(node, self._length, text, at, locked))
        self._length += len(text)

    def _alternate(self, element: Element) -> None:
        """What a run has twice: boxes, or a symbol such as an emoji with the letter for it."""
        boxes = self._once(element)
        self._boxes += boxes
        if not boxes and all(field.begun for field in self._fields):
            for fallback in element.iterchildren(f"{MC}Fallback"):
                text = "".join(str(text) for node in fallback.iterchildren(f"{self.word}t") for text in node.itertext())
                if text:
                    self._piece(element, text.translate(SEEN), locked=True)

    def _once(self, element: Element) -> list[Paragraph]:
        """The paragraphs of the first of several versions; those of the others are its twins if they read alike."""
        versions = [
            Walk(self.word[1:-1], commentable=False).blocks(child).paragraphs
            for child in element.iterchildren(f"{MC}Choice", f"{MC}Fallback")
        ]
        if not versions:
            return []
        first, *others = versions
        for other in others:
            if [one.text for one in other] == [one.text for one in first]:
                for one, twin in zip(first, other, strict=True):
                    one.twins.append(twin)
        return first
