"""A document without the changes of one author, taken back by hand: what is left must be what was there before."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
COMMENTED = ("commentRangeStart", "commentRangeEnd", "commentReference")


def normal(xml: bytes, author: str, comments: set[str]) -> str:
    """Canonical XML without that author's changes and these comments; runs that are alike are joined."""
    root = ElementTree.fromstring(xml)
    word = root.tag[: root.tag.index("}") + 1]
    _take_back(root, word, author, comments)
    for text in root.iter(word + "t"):
        if text.attrib.pop(SPACE, None) is None:
            text.text = (text.text or "").strip()
    _join(root, word)
    return ElementTree.canonicalize(ElementTree.tostring(root, encoding="unicode"))


def _take_back(element: Element, word: str, author: str, comments: set[str]) -> None:
    for place in reversed(range(len(element))):
        child = element[place]
        _take_back(child, word, author, comments)
        mine = child.get(word + "author") == author
        marked = child.tag.removeprefix(word) in COMMENTED and child.get(word + "id") in comments
        if marked or (mine and child.tag == word + "ins") or _is_empty(child, word):
            element.remove(child)
        elif mine and child.tag == word + "del":
            for text in child.iter(word + "delText"):
                text.tag = word + "t"
            element[place : place + 1] = list(child)


def _is_empty(element: Element, word: str) -> bool:
    return element.tag == word + "r" and all(child.tag == word + "rPr" for child in element)


def _join(element: Element, word: str) -> None:
    for child in list(element):
        _join(child, word)
    place = 1
    while place < len(element):
        before, child = element[place - 1], element[place]
        if _alike(before, child, word):
            before.extend(one for one in child if one.tag != word + "rPr")
            element.remove(child)
            _join(before, word)
        elif before.tag == child.tag == word + "t":
            before.text = (before.text or "") + (child.text or "")
            element.remove(child)
        else:
            place += 1


def _alike(one: Element, other: Element, word: str) -> bool:
    if one.tag != other.tag or one.tag not in (word + "r", word + "ins", word + "moveTo"):
        return False
    return _face(one, word) == _face(other, word)


def _face(element: Element, word: str) -> tuple[object, ...]:
    properties = element.find(word + "rPr")
    shown = "" if properties is None else ElementTree.tostring(properties, encoding="unicode")
    return {key: value for key, value in element.items() if key != word + "id"}, shown
