"""Comments: why a name was changed, beside the change. The part that holds them is made where there is none."""

import posixpath
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from gazetteer.docx.marking import Change, Stamp
from gazetteer.docx.package import CONTENT_TYPES, TYPES, WORDS, namespace_of
from gazetteer.docx.runs import filled, new, word
from gazetteer.errors import BadDocument
from gazetteer.package.archive import Archive
from gazetteer.package.markup import Element, Markup, legal, parse
from gazetteer.package.relationships import RELATIONSHIPS, relationships, relationships_of

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NUMBER = re.compile("-?[0-9]{1,18}")
# A namespace whose elements have no prefix; the stubs of lxml know none.
_UNNAMED: Any = {None: RELATIONSHIPS}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class Comments:
    """The comments of a document: the part with them, parsed at the first need, and what had to be extended for it."""

    archive: Archive
    main: str
    namespace: str
    changed: dict[str, Markup] = field(default_factory=dict)
    root: Element | None = None
    latest: Element | None = None

    def taken(self) -> set[int]:
        """The numbers that comments have."""
        return numbers_in(self._root())

    def add(self, change: Change, why: str, stamp: Stamp) -> None:
        """Write a comment on a change; it goes before the one that was added last, as the changes do."""
        at = stamp.attributes()
        number, first = at["id"], change.first
        comment = new(self._root(), "comment", **at, initials=initials_of(stamp.author))
        paragraph = new(comment, "p")
        paragraph.append(filled(paragraph, legal(why)))
        comment.append(paragraph)
        if self.latest is None:
            self._root().append(comment)
        else:
            self.latest.addprevious(comment)
        self.latest = comment
        start, end = (new(first, f"commentRange{side}", id=number) for side in ("Start", "End"))
        reference = new(first, "r")
        reference.append(new(first, "commentReference", id=number))
        first.addprevious(start)
        change.last.addnext(end)
        end.addnext(reference)

    def _root(self) -> Element:
        if self.root is None:
            name = next((one.target for one in relationships(self.archive, self.main) if one.sort == "comments"), None)
            if name is None:
                name = self._make_room()
            if name in self.archive.entries:
                markup = parse(self.archive, name)
                if namespace_of(markup.root, name) != self.namespace:
                    raise BadDocument(f"{name} in the document is of another kind of XML; save it again from Word.")
            else:
                markup = Markup(
                    etree.Element(f"{{{self.namespace}}}comments", nsmap={"w": self.namespace}),
                    b"",
                    "utf-8",
                    DECLARATION,
                )
            self.changed[name] = markup
            self._declare(name)
            self.root = markup.root
        return self.root

    def _make_room(self) -> str:
        """The name of a new part for comments, which the main part is now related to."""
        folder = posixpath.dirname(self.main)
        names = (
            posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(self.archive.entries) + 1)
        )
        taken = {name.casefold() for name in self.archive.entries}
        name = next(name for name in names if name.casefold() not in taken)
        related = relationships_of(self.main)
        if related in self.archive.entries:
            markup = parse(self.archive, related)
        else:
            markup = Markup(
                etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=_UNNAMED),
                b"",
                "utf-8",
                DECLARATION,
            )
        ids = {one.get("Id") for one in markup.root}
        made = etree.SubElement(markup.root, f"{{{RELATIONSHIPS}}}Relationship")
        made.set("Id", next(id for number in range(1, len(ids) + 2) if (id := f"rId{number}") not in ids))
        made.set("Type", f"{WORDS[self.namespace]}/comments")
        made.set("Target", posixpath.basename(name))
        self.changed[related] = markup
        return name

    def _declare(self, name: str) -> None:
        """Say of what type the part is, where that is not said."""
        if TYPES not in self.archive.entries:
            raise BadDocument(f"The document is damaged: {TYPES} is missing. Open it in Word, and save it again.")
        markup = parse(self.archive, TYPES)
        overrides = markup.root.findall(f"{{{CONTENT_TYPES}}}Override")
        if any(one.get("PartName", "").casefold() == f"/{name}".casefold() for one in overrides):
            return
        made = etree.SubElement(markup.root, f"{{{CONTENT_TYPES}}}Override")
        made.set("PartName", f"/{name}")
        made.set("ContentType", CONTENT_TYPE)
        self.changed[TYPES] = markup


def numbers_in(root: Element) -> set[int]:
    """The numbers that changes, comments and marks in a part have."""
    key = f"{word(root)}id"
    found = (element.get(key) for element in root.iter(etree.Element))
    return {int(one) for one in found if one is not None and _NUMBER.fullmatch(one)}


def initials_of(author: str) -> str:
    """The first letters of an author's names.

    >>> initials_of("Foreign desk")
    'FD'
    """
    return "".join(part[0] for part in author.split())[:9].upper()
