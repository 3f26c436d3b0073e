"""The inside of a paragraph, heading or table cell: code spans, links, HTML, references, escapes and line breaks."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from heapq import merge

from gazetteer.tagging.html import (
    BREAK,
    HIDDEN,
    NOTHING,
    OPAQUE,
    RAW,
    Piece,
    markup_reads_as,
    read_reference,
    reads_as,
)
from gazetteer.tagging.markdown.lines import EOL, LABEL, end_of, folded

_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\r\n])|`|<(?=[^\s<>])|&(?=[#A-Za-z])|\[(?=[^\[\]])|\]"
    rf"|(?<![ \t])[ \t]*+{EOL}[ \t>]*+"
)
_TICKS = re.compile("`+")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[^\s<>@]++@[^\s<>]++)>")
_TAG = re.compile(
    r"</([A-Za-z][A-Za-z0-9-]*+)\s*+>|<([A-Za-z][A-Za-z0-9-]*+)"
    r"""(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?)*\s*+/?>"""
)
_TAG_END = {name: re.compile(rf"</{name}\s*+>", re.IGNORECASE | re.ASCII) for name in sorted(OPAQUE | RAW)}
_NO_TAG = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">"}
_SPACE = r"[ \t\r\n]"
_DESTINATION = re.compile(
    rf"\({_SPACE}*+(?:<(?:[^<>\\\r\n]++|\\.)*>|(?!<)(?:[^\s()\\]++|\\\S|\((?:[^\s()\\]++|\\\S)*\))*)"
    rf"""(?:{_SPACE}++(?:"(?:[^"\\]++|\\.)*"|'(?:[^'\\]++|\\.)*'|\((?:[^()\\]++|\\.)*\)))?{_SPACE}*+\)"""
)


def may_have_markup(document: str, start: int, end: int) -> bool:
    """Whether there is any sign in a stretch that may be markup."""
    return _MARK.search(document, start, end) is not None


class Inside:
    """Goes over the inside of a paragraph, heading or table cell once, from one sign that may be markup to the next."""

    def __init__(self, document: str, start: int, end: int, labels: set[str]) -> None:
        self.document, self.start, self.end, self.labels = document, start, end, labels
        self.ticks: dict[int, list[int]] | None = None  # where runs of backticks start, by their length
        self.missing: set[str] = set()  # what was looked for to the end, and does not come any more
        self.opened: list[int] = []  # where brackets are that may open a link
        self.links: list[int] = []  # where those are that do

    def read(self) -> Iterator[Piece]:
        """The pieces that do not read as they are written."""
        pieces = list(self._pieces())
        return merge(pieces, ((start, start + 1, NOTHING) for start in sorted(self.links)))

    def _pieces(self) -> Iterator[Piece]:
        readers = {"\\": self._escape, "`": self._code, "<": self._html, "&": self._reference}
        readers |= {"[": self._opening, "]": self._closing}
        at = self.start
        while found := _MARK.search(self.document, at, self.end):
            here, at = found.span()
            reader = readers.get(found[0])
            piece = reader(here) if reader else (here, at, BREAK if found[0].startswith("  ") else " ")
            if piece is not None:
                at = piece[1]
                yield piece
            elif found[0] == "`":
                at = end_of(_TICKS, self.document, here, self.end)

    def _escape(self, here: int) -> Piece:
        escaped = self.document[here + 1]
        if escaped in "\r\n" and (line_end := _MARK.match(self.document, here + 1, self.end)):
            return here, line_end.end(), BREAK
        return here, here + 2, escaped

    def _code(self, here: int) -> Piece | None:
        if self.ticks is None:
            self.ticks = {}
            for run in _TICKS.finditer(self.document, here, self.end):
                self.ticks.setdefault(run.end() - run.start(), []).append(run.start())
        opened = end_of(_TICKS, self.document, here, self.end)
        alike = self.ticks.get(opened - here, [])
        closing = bisect_left(alike, opened)
        return (here, alike[closing] + opened - here, HIDDEN) if closing < len(alike) else None

    def _html(self, here: int) -> Piece | None:
        document, end = self.document, self.end
        if link := _AUTOLINK.match(document, here, end):
            return here, link.end(), HIDDEN
        if tag := _TAG.match(document, here, end):
            name = (tag[1] or tag[2]).lower()
            if tag[2] and name in _TAG_END:
                closing = _TAG_END[name].search(document, tag.end(), end)
                return here, closing.end() if closing else end, HIDDEN
            return here, tag.end(), markup_reads_as(name, tag[0])
        for opening, closing_sign in _NO_TAG.items():
            if document.startswith(opening, here, end) and closing_sign not in self.missing:
                if (closed := document.find(closing_sign, here + len(opening), end)) >= 0:
                    return here, closed + len(closing_sign), NOTHING if opening == "<!--" else HIDDEN
                self.missing.add(closing_sign)
        return None

    def _reference(self, here: int) -> Piece | None:
        reference = read_reference(self.document, here, self.end, closed=True)
        return (here, reference[1], reads_as(reference[0])) if reference else None

    def _opening(self, here: int) -> Piece | None:
        """A footnote's number, or a link whose text is its label too; the text of other links is read."""
        label = LABEL.match(self.document, here, self.end)
        if label is None or not label[1].startswith("^"):
            self.opened.append(here)
        if label is None:
            return None
        if label[1][0] == "^":
            return (*label.span(), HIDDEN)
        if not self._is_label(label[1]) or self._link_end(label.end() - 1):
            return None
        self.opened.pop()
        return here, label.end() + 2 * self.document.startswith("[]", label.end(), self.end), HIDDEN

    def _closing(self, here: int) -> Piece | None:
        """What a link or image has after its text: where it leads, or a label.

        Between it and the bracket that opens a link the text reads as if they were not there.
        """
        opening = self.opened.pop() if self.opened else None
        end = self._link_end(here)
        if end is None:
            return None
        if opening is None or self.document.startswith("!", opening - 1):
            return here, end, HIDDEN
        self.links.append(opening)
        return here, end, NOTHING

    def _link_end(self, here: int) -> int | None:
        """Where a link ends whose text ends here; None if it is none."""
        if destination := _DESTINATION.match(self.document, here + 1, self.end):
            return destination.end()
        label = LABEL.match(self.document, here + 1, self.end)
        return label.end() if label and self._is_label(label[1]) else None

    def _is_label(self, text: str) -> bool:
        return bool(self.labels) and folded(text) in self.labels
