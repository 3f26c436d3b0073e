"""Runs: cut so that what an edit touches stands alone, and made anew for what it puts in.

Of a w:t that is cut, the element itself keeps what was before the cut: edits are carried out from the last to the
first, so that those still to come find their characters where they were.
"""

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from gazetteer.docx.touching import Touched
from gazetteer.docx.walking import BLANKS, visible
from gazetteer.package.markup import XML_SPACE, Element

# What is written as an element of its own, in text that is put in.
ELEMENTS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
# Of the properties of a run, what speaks of changes to it; a new run has had none.
CHANGES = ("rPrChange", "ins", "del", "moveFrom", "moveTo")
_PARTS = re.compile("[\t\n\u2011]|[^\t\n\u2011]+")


def word(of: Element) -> str:
    """The namespace of an element of Word's, in braces."""
    return of.tag[: of.tag.index("}") + 1]


def new(like: Element, name: str, **attributes: str) -> Element:
    """A new element of Word's, in the namespace and with the prefix of another."""
    prefix = like.prefix or "w"
    made = etree.Element(f"{word(like)}{name}", nsmap={prefix: word(like)[1:-1]})
    for key, value in attributes.items():
        made.set(f"{word(like)}{key}", value)
    return made


def set_text(node: Element, text: str) -> None:
    """Give a w:t its text, and have the blanks at its edges kept."""
    node.text = text
    if text[:1] in BLANKS or text[-1:] in BLANKS:
        node.set(XML_SPACE, "preserve")


def carve(touched: Touched) -> Element | None:
    """The element with exactly what is touched, in the place where it was; None if nothing is.

    A w:t leaves what was before in itself, and what was after in one of its kind.
    """
    node, start, end = touched.node, touched.start, touched.end
    if node.tag != f"{word(node)}t":
        return node
    text = visible(node)
    if start >= end:
        return None
    if end < len(text):
        _after(node, text[end:])
    if start == 0:
        set_text(node, text[:end])
        return node
    set_text(node, text[:start])
    return _after(node, text[start:end])


def _after(node: Element, text: str) -> Element:
    made = new(node, "t")
    set_text(made, text)
    node.addnext(made)
    return made


def alone(nodes: Sequence[Element]) -> Element:
    """A run that holds these neighbours and nothing else; what was beside them is in runs before and after it."""
    run = _parent(nodes[0])
    following = list(nodes[-1].itersiblings())
    if following:
        run.addnext(_like(run, following))
    if not _holds_more(run, nodes):
        return run
    made = _like(run, nodes)
    run.addnext(made)
    return made


def holds_nothing(run: Element) -> bool:
    """Whether a run has properties at most."""
    return all(child.tag == f"{word(run)}rPr" for child in run)


def filled(like: Element, text: str) -> Element:
    """A new run with this text, and the properties of another."""
    made = new(like, "r")
    properties = like.find(f"{word(like)}rPr")
    if properties is not None:
        kept = deepcopy(properties)
        kept.tail = None
        for name in CHANGES:
            for change in kept.findall(f"{word(like)}{name}"):
                kept.remove(change)
        made.append(kept)
    made.extend(content(like, text))
    return made


def content(like: Element, text: str) -> Iterable[Element]:
    """What a run holds, of this text."""
    for part in _PARTS.findall(text):
        if part in ELEMENTS:
            yield new(like, ELEMENTS[part])
        else:
            made = new(like, "t")
            set_text(made, part)
            yield made


def _like(run: Element, children: Iterable[Element]) -> Element:
    """A run as another one, with these children of it."""
    made = new(run, "r")
    for key, value in run.attrib.items():
        made.set(key, value)
    properties = run.find(f"{word(run)}rPr")
    if properties is not None:
        kept = deepcopy(properties)
        kept.tail = None
        made.append(kept)
    made.extend(children)
    return made


def _holds_more(run: Element, nodes: Sequence[Element]) -> bool:
    mine = {f"{word(run)}rPr"}
    return any(child.tag not in mine and all(child is not node for node in nodes) for child in run)


def _parent(node: Element) -> Element:
    parent = node.getparent()
    assert parent is not None
    return parent
