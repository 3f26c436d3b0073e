"""HTML: what of a document is markup, and what its character references stand for.

It is read as browsers read it (WHATWG HTML, 13.2.5), broken markup too: a tag or comment that is not closed goes on
to the end. One pass from left to right; nothing is looked at twice.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from html.entities import html5

# What a piece of a document reads as, from start to end: its text, or one of these three.
Piece = tuple[int, int, str]
HIDDEN = "\ufffc"
BREAK = "\n"
NOTHING = ""  # what stands on both sides is read as one

# Elements whose content is not markup: hidden, or text with character references.
RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
TEXT_ONLY = frozenset(("title", "textarea"))
# Elements whose content is code, formulas, drawings, or nothing that is shown.
OPAQUE = frozenset(("code", "pre", "kbd", "samp", "var", "tt", "svg", "math", "template"))
# Elements that only say how the words in them look or what they are, and do not part them.
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "dfn", "em", "font", "i", "ins", "mark", "nobr",
    "o:p", "small", "span", "strong", "time", "u", "wbr",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "title", "tr", "ul",
))  # fmt: skip

_BLANK = r"[\t\n\f\r ]"
_TEXT = rf"&(?=[#A-Za-z])|{_BLANK}{{2,}}|[\t\n\f\r]"
_IN_TEXT = re.compile(_TEXT)
_IN_MARKUP = re.compile(f"<(?=[A-Za-z/!?])|{_TEXT}")
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_TAG_NAME = re.compile(r"</?([A-Za-z][^\t\n\f\r />]*+)")
# A quote opens a value only after an equals sign; one that is never closed goes on to the end.
_ATTRIBUTE = re.compile(
    rf"[\t\n\f\r /]*+(?:[^\t\n\f\r />][^\t\n\f\r />=]*+(?:{_BLANK}*+="
    rf"""(?:{_BLANK}*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r "'>][^\t\n\f\r >]*+))?)?)?"""
)
_COMMENT = re.compile(r"<!--(?:-?>|(?s:.*?)--!?>)")
# What browsers take for a comment that ends at the next angle bracket: declarations, instructions, slips.
_BOGUS = re.compile(r"<(?:[!?]|/(?![A-Za-z]))")
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII) for name in sorted(RAW | TEXT_ONLY)
}
_SCRIPT = re.compile(r"<!---?>|<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII)
_REFERENCE = re.compile(r"&(?:#([0-9]++)|#[xX]([0-9A-Fa-f]++)|([A-Za-z][A-Za-z0-9]{0,31}+));?")
_MOST_DIGITS = 8


def read_html(document: str, start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The pieces of an HTML document that do not read as they are written, in order; what lies between them does."""
    end = len(document) if end is None else end
    at = start
    while found := _IN_MARKUP.search(document, at, end):
        here = found.start()
        if document[here] != "<":
            piece = _text_piece(document, found, end)
            at = piece[1] if piece else found.end()
            if piece:
                yield piece
            continue
        name, at = _markup(document, here, end)
        if name in OPAQUE:
            at = _element_end(document, name, at, end)
        yield here, at, markup_reads_as(name, document[here:at])
        if name in TEXT_ONLY:
            at, begun = _raw_end(document, name, at, end), at
            for reference in _IN_TEXT.finditer(document, begun, at):
                if piece := _text_piece(document, reference, at):
                    yield piece


def read_reference(document: str, start: int, end: int, *, closed: bool = False) -> tuple[str, int] | None:
    """What a character reference stands for and where it ends; None if it is only an ampersand.

    `closed` asks for the semicolon, as Markdown does; HTML knows old names without it.

    >>> read_reference("Orl&eacute;ans", 3, 14), read_reference("&ampersand", 0, 10), read_reference("AT&T", 2, 4)
    (('é', 11), ('&', 4), None)
    """
    found = _REFERENCE.match(document, start, end)
    if found is None or (closed and not found[0].endswith(";")):
        return None
    decimal, hexadecimal, name = found.groups()
    if name is None:
        digits = (decimal or hexadecimal).lstrip("0")
        code = int(digits or "0", 10 if decimal else 16) if len(digits) <= _MOST_DIGITS else -1
        return html.unescape(f"&#{code};") if code >= 0 else "\ufffd", found.end()
    written = found[0][1:]
    for size in range(len(written), 1, -1):
        if (stands_for := html5.get(written[:size])) is not None:
            return stands_for, start + 1 + size
        if closed:
            break
    return None


def escape_html(text: str) -> str:
    """A text as HTML writes it between tags.

    >>> escape_html("Marks & Spencer <London>")
    'Marks &amp; Spencer &lt;London&gt;'
    """
    return html.escape(text, quote=False)


def reads_as(stands_for: str) -> str:
    """What a character reference is in the text that is read: white space is a space, what nobody sees is hidden."""
    return " " if stands_for in ("\t", "\n", "\f", "\r") else stands_for or HIDDEN


def markup_reads_as(name: str, markup: str) -> str:
    """What a tag of that name, or markup without one, is in the text that is read; an open end hides what it takes."""
    name = name.lstrip("/")
    if name in BLOCKS:
        return BREAK
    inline = markup.endswith(">") if name in INLINE else not name and _COMMENT.fullmatch(markup)
    return NOTHING if inline else HIDDEN


def _text_piece(document: str, found: re.Match[str], end: int) -> Piece | None:
    """A character reference, or white space that reads as one space; None for what is only an ampersand."""
    here = found.start()
    if document[here] != "&":
        return here, found.end(), " "
    reference = read_reference(document, here, end)
    return (here, reference[1], reads_as(reference[0])) if reference else None


def _markup(document: str, start: int, end: int) -> tuple[str, int]:
    """The name of the tag that starts here, with a slash before that of an end tag, and where it ends.

    Elements of raw content end with their end tag; what is no tag, a comment for one, has no name.
    """
    if tag := _TAG_NAME.match(document, start, end):
        name, after = tag[1].lower(), _tag_end(document, tag.end(), end)
        if document[start + 1] == "/":
            return "/" + name, after
        if name in RAW:
            after = _tag_end(document, _raw_end(document, name, after, end), end)
        return name, after
    if document.startswith("<!--", start, end):
        comment = _COMMENT.match(document, start, end)
        return "", comment.end() if comment else end
    return "", (document.find(">", start, end) + 1 or end) if _BOGUS.match(document, start, end) else end


def _tag_end(document: str, at: int, end: int) -> int:
    """Where a tag ends whose name ends here, or that starts here; attributes are taken one by one, none is retried."""
    while at < end and document[at] != ">":
        attribute = _ATTRIBUTE.match(document, at, end)
        at = attribute.end() if attribute else end
    return min(at + 1, end)


def _raw_end(document: str, name: str, start: int, end: int) -> int:
    """Where the end tag of an element starts whose content is not markup; the end if there is none."""
    if name == "script":
        return _script_end(document, start, end)
    closing = _RAW_END[name].search(document, start, end)
    return closing.start() if closing else end


def _script_end(document: str, start: int, end: int) -> int:
    """Where a script's end tag starts: one inside a comment that a script opens in a comment ends only that one."""
    comment = inner = False
    for found in _SCRIPT.finditer(document, start, end):
        if found[0] == "<!--":
            comment = True
        elif found[0] == "-->":
            comment = inner = False
        elif found[1] == "/" and not inner:
            return found.start()
        elif found[1] is not None:
            inner = comment and not found[1]
    return end


def _element_end(document: str, element: str, start: int, end: int) -> int:
    """Where an element ends, and all opened in it that is hidden too; the end of all if that is not closed."""
    if document.startswith("/>", start - 2) and element in ("svg", "math"):
        return start
    opened, at = Counter([element]), start
    hidden = 1
    while hidden and (found := _OPENING.search(document, at, end)):
        name, at = _markup(document, found.start(), end)
        if name in TEXT_ONLY:
            at = _raw_end(document, name, at, end)
        change = (name in OPAQUE) - (name.startswith("/") and opened[name[1:]] > 0)
        hidden += change
        opened[name.lstrip("/")] += change
    return end if hidden else at
