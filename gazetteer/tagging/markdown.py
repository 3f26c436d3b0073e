"""Markdown: what of a document is markup; CommonMark, with GitHub's tables, footnotes and strikethrough.

Lines come first, then what is inside them: only in paragraphs, headings and table cells are code spans, links and
HTML looked for. Emphasis is left to `emphasis`, for when addresses and their underscores are out of the way.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from html.entities import html5

from gazetteer.tagging.html import BLOCKS, BREAK, HIDDEN, OPAQUE, RAW, Piece, read_html, read_reference, reads_as

PROSE, HTML = "prose", "html"
# What a block is: PROSE, HTML or HIDDEN, between two offsets.
Block = tuple[int, int, str]
# So many blanks before its first word make a line code.
CODE_INDENT = 4

_EOL = r"(?:\r\n?|\n)"
_LINE = re.compile(rf"([^\r\n]*+){_EOL}?")
_EMPTY_LINES = re.compile(rf"(?:[ \t]*+{_EOL})+")
# Lines that can be nothing else than a paragraph, where no list or quotation is open.
_PLAIN_LINES = re.compile(rf"(?:([^\W\d_][^\r\n|]*+)(?:{_EOL}|\Z))+")
_FRONT_MATTER = re.compile(
    rf"\ufeff?(---|\+\+\+)[ \t]*+{_EOL}(?![ \t]*+[\r\n])(?s:.*?)(?<=[\r\n])(?:\1|\.\.\.)[ \t]*+(?=[\r\n]|\Z)"
)
_QUOTES = re.compile(r"(?: {0,3}>)*")
_BLANKS = re.compile(r"[ \t]*")
_MARKER = re.compile(r"(?:(>)|(\[\^[^\]\s]++\]:)|([0-9]{1,9})[.)]|[-+*])(?:[ \t]{1,4}(?![ \t])|[ \t]|\Z|(?<=[>:]))")
_RULE = re.compile(r"(?:=++|-++|([-_*])[ \t]*+(?:\1[ \t]*+){2,})[ \t]*+\Z")
_HEADING = re.compile(r"#{1,6}(?:[ \t]++|\Z)")
_HEADING_END = re.compile(r"(?<![ \t#\\])(?:[ \t]++#*+)?[ \t]*+\Z")
_FENCE = re.compile(r"(`{3,}+)[^`]*+\Z|(~{3,}+)")
_FENCE_END = re.compile(rf"{_EOL}[ \t>]*+(`{{3,}}+|~{{3,}}+)[ \t]*+(?=[\r\n]|\Z)")
_QUOTE_END = re.compile(rf"{_EOL}(?! {{0,3}}>)")
_LABEL = re.compile(r"\[((?:[^\[\]\\]++|\\.)+)\]")
_DEFINITION = re.compile(
    rf"{_LABEL.pattern}:[ \t]*+(?:{_EOL}[ \t]*+)?(?:<[^<>\r\n]*+>|[^\s<]\S*+)"
    rf"""(?:(?:[ \t]++(?:{_EOL}[ \t]*+)?|{_EOL}[ \t]*+)(?:"[^"\r\n]*+"|'[^'\r\n]*+'|\([^()\r\n]*+\)))?"""
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
    for end in (rf"(?={_EOL}[ \t>]*+(?:[\r\n]|\Z))", rf"</(?:{_VERBATIM})>", "-->", r"\?>", ">", r"\]\]>")
)

_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\r\n])|`|<(?=[^\s<>])|&(?=[#A-Za-z])|\[(?=[^\[\]])|\](?=[(\[])"
    rf"|(?<![ \t])[ \t]*+{_EOL}[ \t>]*+"
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
_EMPHASIS = re.compile(r"\*+|_+|~~+")
_BECOMES_MARKUP = re.compile(
    r"\A(?:[0-9]{1,9}(?=[.)](?:\s|\Z))|(?=[-+](?:\s|\Z)|#{1,6}(?:\s|\Z)|>|(?:=+|-+)\Z))"
    r"|(?=[\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_])|<(?:[A-Za-z/!?]|\Z)|&#)|(?=&([A-Za-z][A-Za-z0-9]*+)(?:;|\Z))"
)


def read_markdown(document: str) -> Iterator[Piece]:
    """The pieces of a Markdown document that do not read as they are written, in order; what lies between them does."""
    blocks = _Blocks(document)
    at = 0
    for start, end, sort in blocks.read():
        if at < start:
            yield at, start, BREAK
        if sort == PROSE and _MARK.search(document, start, end):
            yield from _Inside(document, start, end, blocks.labels).read()
        elif sort == HTML:
            yield from read_html(document, start, end)
        elif sort == HIDDEN:
            yield start, end, HIDDEN
        at = end
    if at < len(document):
        yield at, len(document), BREAK


def emphasis(text: str) -> Iterator[tuple[int, int]]:
    """Where there may be emphasis: asterisks, underscores and tildes not between blanks, and no underscore in a word.

    >>> list(emphasis("**Kyiv**, 2 * 3, snake_case"))
    [(0, 2), (6, 8)]
    """
    for found in _EMPHASIS.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        in_word = found[0][0] == "_" and before.isalnum() and after.isalnum()
        if not in_word and not (before.isspace() and after.isspace()):
            yield start, end


def escape_markdown(text: str) -> str:
    """A text as Markdown writes it, inside a paragraph or at its start; what would not become markup stays as it is.

    >>> escape_markdown("AT&T"), escape_markdown("1. FC Köln"), escape_markdown("[Rock*]")
    ('AT&T', '1\\\\. FC Köln', '\\\\[Rock\\\\*\\\\]')
    """

    def escaped(found: re.Match[str]) -> str:
        ordinary = found[1] is not None and found[1] + ";" not in html5
        return found[0] if ordinary else found[0] + "\\"

    return _BECOMES_MARKUP.sub(escaped, text)


class _Blocks:
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
        stop, after = _stop_of(document, start)
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
            self.labels.add(_folded(definition[1]))
            self.found.append((*definition.span(), HIDDEN))
            return _stop_of(document, definition.end())[1]
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
        here = _after_blanks(document, margin, stop)
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
            here = _after_blanks(document, marker.end(), stop)
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
            start, end = _after_blanks(self.document, *cell.span()), cell.start() + len(cell[0].rstrip(" \t"))
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
        return _stop_of(self.document, end)[1]

    def _html(self, opening: re.Match[str]) -> int:
        """Takes in a block of HTML: to the line in which its end stands, or to an empty one.

        What browsers would still take for a comment, a tag or code there goes on to its own end.
        """
        self._close()
        ending = _HTML_ENDS[opening.lastindex or 0].search(self.document, opening.end())
        stop, after = _stop_of(self.document, ending.end() if ending else len(self.document))
        for start, end, text in read_html(self.document, opening.start()):
            if start >= stop:
                break
            if end > stop and text in (HIDDEN, BREAK):
                stop, after = _stop_of(self.document, end)
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


class _Inside:
    """Goes over the inside of a paragraph, heading or table cell once, from one sign that may be markup to the next."""

    def __init__(self, document: str, start: int, end: int, labels: set[str]) -> None:
        self.document, self.start, self.end, self.labels = document, start, end, labels
        self.ticks: dict[int, list[int]] | None = None  # where runs of backticks start, by their length
        self.missing: set[str] = set()  # what was looked for to the end, and does not come any more

    def read(self) -> Iterator[Piece]:
        """The pieces that do not read as they are written."""
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
                at = _end_of(_TICKS, self.document, here, self.end)

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
        opened = _end_of(_TICKS, self.document, here, self.end)
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
            return here, tag.end(), BREAK if name in BLOCKS else HIDDEN
        for opening, closing_sign in _NO_TAG.items():
            if document.startswith(opening, here, end) and closing_sign not in self.missing:
                if (closed := document.find(closing_sign, here + len(opening), end)) >= 0:
                    return here, closed + len(closing_sign), HIDDEN
                self.missing.add(closing_sign)
        return None

    def _reference(self, here: int) -> Piece | None:
        reference = read_reference(self.document, here, self.end, closed=True)
        return (here, reference[1], reads_as(reference[0])) if reference else None

    def _opening(self, here: int) -> Piece | None:
        """A footnote's number, or a link whose text is its label too; the text of other links is read."""
        label = _LABEL.match(self.document, here, self.end)
        if label is None:
            return None
        if label[1][0] == "^":
            return (*label.span(), HIDDEN)
        if not self._is_label(label[1]) or self._closing(label.end() - 1):
            return None
        return here, label.end() + 2 * self.document.startswith("[]", label.end(), self.end), HIDDEN

    def _closing(self, here: int) -> Piece | None:
        """What a link or image has after its text: where it leads, or a label."""
        if destination := _DESTINATION.match(self.document, here + 1, self.end):
            return here, destination.end(), HIDDEN
        label = _LABEL.match(self.document, here + 1, self.end)
        return (here, label.end(), HIDDEN) if label and self._is_label(label[1]) else None

    def _is_label(self, text: str) -> bool:
        return bool(self.labels) and _folded(text) in self.labels


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _stop_of(document: str, start: int) -> tuple[int, int]:
    """Where the line that goes on here stops, and where the next one starts."""
    line = _LINE.match(document, start)
    return (line.end(1), line.end()) if line else (len(document), len(document))


def _after_blanks(document: str, start: int, stop: int) -> int:
    return _end_of(_BLANKS, document, start, stop)


def _end_of(pattern: re.Pattern[str], document: str, start: int, stop: int) -> int:
    found = pattern.match(document, start, stop)
    return found.end() if found else start
