"""The blocks of a Markdown document, found line by line: paragraphs, headings and cells; HTML; and what is hidden."""

import re

from gazetteer.tagging.html import BLOCKS, BREAK, HIDDEN, NOTHING, read_html
from gazetteer.tagging.markdown.lines import EOL, LABEL, after_blanks, folded, stop_of

PROSE, HTML = "prose", "html"
# What a block is: PROSE, HTML or HIDDEN, between two offsets.
Block = tuple[int, int, str]
# So many blanks before its first word make a line code.
CODE_INDENT = 4

_EMPTY_LINES = re.compile(rf"(?:[ \t]*+{EOL})+")
# Lines that can be nothing else than a paragraph, where no list or quotation is open.
_PLAIN_LINES = re.compile(rf"(?:([^\W\d_][^\r\n|]*+)(?:{EOL}|\Z))+")
_FRONT_MATTER = re.compile(
    rf"\ufeff?(---|\+\+\+)[ \t]*+{EOL}(?![ \t]*+[\r\n])(?s:.*?)(?<=[\r\n])(?:\1|\.\.\.)[ \t]*+(?=[\r\n]|\Z)"
)
_QUOTES = re.compile(r"(?: {0,3}>)*")
_MARKER = re.compile(r"(?:(>)|(\[\^[^\]\s]++\]:)|([0-9]{1,9})[.)]|[-+*])(?:[ \t]{1,4}(?![ \t])|[ \t]|\Z|(?<=[>:]))")
_RULE = re.compile(r"(?:=++|-++|([-_*])[ \t]*+(?:\1[ \t]*+){2,})[ \t]*+\Z")
_HEADING = re.compile(r"#{1,6}(?:[ \t]++|\Z)")
_HEADING_END = re.compile(r"(?<![ \t#\\])(?:[ \t]++#*+)?[ \t]*+\Z")
_FENCE = re.compile(r"(`{3,}+)[^`]*+\Z|(~{3,}+)")
_FENCE_END = re.compile(rf"{EOL}[ \t>]*+(`{{3,}}+|~{{3,}}+)[ \t]*+(?=[\r\n]|\Z)")
_QUOTE_END = re.compile(rf"{EOL}(?! {{0,3}}>)")
_DEFINITION = re.compile(
    rf"{LABEL.pattern}:[ \t]*+(?:{EOL}[ \t]*+)?(?:<[^<>\r\n]*+>|[^\s<]\S*+)"
    rf"""(?:(?:[ \t]++(?:{EOL}[ \t]*+)?|{EOL}[ \t]*+)(?:"[^"\r\n]*+"|'[^'\r\n]*+'|\([^()\r\n]*+\)))?"""
    r"[ \t]*+(?=[\r\n]|\Z)"
)
_DELIMITERS = re.compile(r"(?=[^|]*+\|)\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*\|?[ \t]*+\Z")
_CELL = re.compile(r"(?:[^|\\]++|\\.?)+")
_VERBATIM = "script|pre|style|textarea|svg|math"
_HTML_BLOCK = re.compile(
    rf"<(?:({_VERBATIM})(?=[\s/>]|\Z)|(!--)|(\?)|(![A-Za-z])|(!\[CDATA\[)"
    rf"|/?(?:{'|'.join(sorted(BLOCKS - {'br', 'button', 'select'}))})(?=[ \t/>]|\Z))",
    re.IGNORECASE | re.ASCII,
)
# By the group of _HTML_BLOCK; without one the block goes on to an empty line.
_HTML_ENDS = tuple(
    re.compile(end, re.IGNORECASE | re.ASCII)
    for end in (rf"(?={EOL}[ \t>]*+(?:[\r\n]|\Z))", rf"</(?:{_VERBATIM})>", "-->", r"\?>", ">", r"\]\]>")
)


class Blocks:
    """Goes over the lines of a document once, and gathers its blocks and the labels that links may have."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.labels: set[str] = set()
        self.found: list[Block] = []
        # The open paragraph: where it starts, where its last line starts and stops.
        self.paragraph: tuple[int, int, int] | None = None
        self.in_table = False
        self.quotes = 0
        self.offsets: list[int] = []  # the columns at which the content of open list items starts

    def read(self) -> list[Block]:
        """The blocks in order; what lies between two is markup and white space."""
        at = 0
        if front := _FRONT_MATTER.match(self.document):
            self.found.append((0, at := front.end(), HIDDEN))
        while at < len(self.document):
            at = self._plain_lines(at) or self._line(at)
        self._close()
        return self.found

    def _plain_lines(self, at: int) -> int | None:
        """Where the next line starts after empty ones, or after any that are surely a paragraph's."""
        if empty := _EMPTY_LINES.match(self.document, at):
            self._close()
            return empty.end()
        if self.quotes or self.offsets or self.in_table:
            return None
        if plain := _PLAIN_LINES.match(self.document, at):
            self._add_line(plain.start(1), plain.end(1), first=at)
            return plain.end()
        return None

    def _line(self, start: int) -> int:
        """Takes in one line, or all of the block that starts in it; where the next one starts."""
        document = self.document
        stop, after = stop_of(document, start)
        here, columns = self._indented(start, stop)
        if here == stop:
            self._close()
            return after
        if self.paragraph is None:
            self._leave_lists(columns)
        if columns >= self._offset() + CODE_INDENT:
            if self.paragraph is None:
                self.found.append((here, stop, HIDDEN))
            else:
                self._add_line(here, stop)
            return after
        if _RULE.match(document, here, stop):
            self._close()
            return after
        here = self._markers(here, stop, columns)
        if fence := _FENCE.match(document, here, stop):
            return self._fence(fence, stop)
        if html := _HTML_BLOCK.match(document, here, stop):
            return self._html(html)
        if heading := _HEADING.match(document, here, stop):
            self._close()
            ending = _HEADING_END.search(document, heading.end(), stop)
            self.found.append((heading.end(), ending.start() if ending else stop, PROSE))
            return after
        if self.paragraph is None and (definition := _DEFINITION.match(document, here)) and definition[1][0] != "^":
            self.labels.add(folded(definition[1]))
            self.found.append((*definition.span(), HIDDEN))
            return stop_of(document, definition.end())[1]
        self._text(here, stop)
        return after

    def _indented(self, start: int, stop: int) -> tuple[int, int]:
        """Where a line's first word is, after the signs of quotations, and how many columns after them."""
        document = self.document
        quoted = _QUOTES.match(document, start, stop)
        margin = quoted.end() if quoted else start
        quotes = document.count(">", start, margin)
        if quotes != self.quotes:
            self._close()
            self.offsets.clear()
            self.quotes = quotes
        if quotes and document.startswith(" ", margin, stop):
            margin += 1
        here = after_blanks(document, margin, stop)
        return here, len(document[margin:here].expandtabs(CODE_INDENT))

    def _markers(self, here: int, stop: int, columns: int) -> int:
        """Where a line's text starts after the markers of list items, quotations in them, and footnotes."""
        document = self.document
        while marker := _MARKER.match(document, here, stop):
            quote, footnote, number = marker.groups()
            if self.paragraph and number and int(number) != 1 and columns >= self._offset():
                break
            self._close()
            self._leave_lists(columns)
            columns += CODE_INDENT if footnote else marker.end() - here
            if not quote:
                self.offsets.append(columns)
            here = after_blanks(document, marker.end(), stop)
            if marker.end() + CODE_INDENT <= here < stop:
                self.found.append((here, stop, HIDDEN))
                return stop
        return here

    def _text(self, here: int, stop: int) -> None:
        """Takes in a line of a paragraph or a table."""
        if self.in_table:
            self._row(here, stop)
        elif self.paragraph and _DELIMITERS.match(self.document, here, stop):
            start, last, end = self.paragraph
            self.paragraph = (start, start, last) if start < last else None
            self._close()
            self._row(last, end)
            self.in_table = True
        elif here < stop:
            self._add_line(here, stop)

    def _row(self, here: int, stop: int) -> None:
        """Takes in the cells of one row."""
        for cell in _CELL.finditer(self.document, here, stop):
            start, end = after_blanks(self.document, *cell.span()), cell.start() + len(cell[0].rstrip(" \t"))
            if start < end:
                self.found.append((start, end, PROSE))

    def _add_line(self, here: int, stop: int, first: int | None = None) -> None:
        """Takes in the last of one or more lines of a paragraph; if none is open, it starts with the first of them."""
        start = self.paragraph[0] if self.paragraph else here if first is None else first
        self.paragraph = (start, here, stop)

    def _fence(self, fence: re.Match[str], stop: int) -> int:
        """Takes in fenced code: to its other fence, the end of the quotation it is in, or the end of all."""
        self._close()
        mark = fence[1] or fence[2]
        end = len(self.document)
        if self.quotes and (left := _QUOTE_END.search(self.document, stop)):
            end = left.start()
        for closing in _FENCE_END.finditer(self.document, stop, end):
            if closing[1][0] == mark[0] and len(closing[1]) >= len(mark):
                end = closing.end()
                break
        self.found.append((fence.start(), end, HIDDEN))
        return stop_of(self.document, end)[1]

    def _html(self, opening: re.Match[str]) -> int:
        """Takes in a block of HTML: to the line in which its end stands, or to an empty one.

        What browsers would still take for a comment, a tag or code there goes on to its own end.
        """
        self._close()
        ending = _HTML_ENDS[opening.lastindex or 0].search(self.document, opening.end())
        stop, after = stop_of(self.document, ending.end() if ending else len(self.document))
        for start, end, text in read_html(self.document, opening.start()):
            if start >= stop:
                break
            if end > stop and text in (HIDDEN, BREAK, NOTHING):
                stop, after = stop_of(self.document, end)
        self.found.append((opening.start(), stop, HTML))
        return after

    def _offset(self) -> int:
        return self.offsets[-1] if self.offsets else 0

    def _leave_lists(self, columns: int) -> None:
        while columns < self._offset():
            self.offsets.pop()

    def _close(self) -> None:
        if self.paragraph:
            self.found.append((self.paragraph[0], self.paragraph[2], PROSE))
        self.paragraph = None
        self.in_table = False
