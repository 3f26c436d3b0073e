"""Prose: the readable text of a document, and where each of its characters stands in the original.

Markup that only says how words look, or where they lead, reads as nothing, and so does what no reader sees in a word.
All other markup and addresses are one U+FFFC each, so that no name spans them; the boundaries of blocks are line
breaks, and a line break inside a paragraph of HTML or Markdown is a space, as it is shown. Between the spans of two
characters is only what reads as nothing. Linear in the length of the document, whatever it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gazetteer.tagging.html import HIDDEN, NOTHING, Piece, escape_html, read_html
from gazetteer.tagging.markdown import emphasis, escape_markdown, read_markdown
from gazetteer.tagging.model import Format
from gazetteer.tagging.unseen import unseen

# What a web address is made of; quotation marks and the punctuation of Chinese and Japanese end it.
_REST = r"""[^\s\ufffc<>"“”„«»‹›`|（），。、；：！？「」『』【】]*+"""
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*+://|(?i:www)\.(?=\w)){_REST}"  # https://kyiv.ua
    r"|(?<![\w.+%-])[\w.+%-]++@\w[\w.-]*+"  # press@kyiv.ua
    r"|(?<![\w@])@\w[\w.@-]*+"  # @kyiv, @kyiv@mastodon.social
    r"|(?<![\w&#])[#＃]\w++"  # #Kyiv
    rf"|(?<![\w.-])(?P<host>[\w-]++(?:\.[\w-]++)+)(?:(?=/){_REST})?"  # kyiv.ua/news, kyiv.jpg
)
# A second blank between two words of a paragraph, as tags with blanks around them leave it, or a slip.
_MORE_BLANKS = re.compile(r"(?<=[^\W\d_][ \u00a0])[ \u00a0](?=[^\W\d_])")
_LAST_LABEL = re.compile(r"[a-z]{2,}(?:-.*)?")
_AFTER = ".,;:!?'’…)]}*_~"


@dataclass(frozen=True, slots=True)
class Prose:
    """The readable text of a document; its character at i is the original's from starts[i] to ends[i]."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def read_prose(document: str, format: Format) -> Prose:
    """The readable text of a document in its format.

    >>> read_prose("Orl&eacute;ans<br>", Format.HTML)
    Prose(text='Orléans\\n', starts=[0, 1, 2, 3, 11, 12, 13, 14], ends=[1, 2, 3, 11, 12, 13, 14, 18])
    """
    pieces: Iterable[Piece] = ()
    if format is Format.HTML:
        pieces = read_html(document)
    elif format is Format.MARKDOWN:
        pieces = read_markdown(document)
    prose = _join(document, _seamless(document, pieces))
    prose = _replace(prose, ((*span, HIDDEN) for span in _addresses(prose.text)))
    if format is Format.MARKDOWN:
        prose = _replace(prose, _emphasis(prose))
    prose = _without(prose, unseen(prose.text))
    return _without(prose, (found.span() for found in _MORE_BLANKS.finditer(prose.text)))


def escape(text: str, format: Format) -> str:
    """A text as a document in that format writes it, so that it is read as it is and nothing becomes markup."""
    if format is Format.HTML:
        return escape_html(text)
    if format is Format.MARKDOWN:
        return escape_markdown(text)
    return text


def _seamless(document: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with several tags that stand between two names for a blank hidden: <a>Kyiv</a><a>Odesa</a>."""
    for _, together in groupby(pieces, key=_Neighbours()):
        tags = list(together)
        start, end = tags[0][0], tags[-1][1]
        if len(tags) > 1 and _are_two_words(document, start, end):
            yield start, end, HIDDEN
        else:
            yield from tags


class _Neighbours:
    """The number of the group that a piece is in: what reads as nothing and touches the one before is in its group."""

    def __init__(self) -> None:
        self.number, self.end = 0, -1

    def __call__(self, piece: Piece) -> int:
        start, end, text = piece
        self.number += text != NOTHING or start != self.end
        self.end = end if text == NOTHING else -1
        return self.number


def _are_two_words(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].islower() and text[end : end + 1].isupper()


def _join(document: str, pieces: Iterable[Piece]) -> Prose:
    """The prose of a document in which the pieces read otherwise than they are written."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, text in pieces:
        texts += (document[at:start], text)
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        starts.extend([start] * len(text))
        ends.extend([end] * len(text))
        at = end
    texts.append(document[at:])
    starts.extend(range(at, len(document)))
    ends.extend(range(at + 1, len(document) + 1))
    return Prose("".join(texts), starts, ends)


def _replace(prose: Prose, pieces: Iterable[Piece]) -> Prose:
    """The prose with pieces of its text hidden, or read as nothing."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, text in pieces:
        texts += (prose.text[at:start], text)
        starts.extend(prose.starts[at : start + len(text)])
        ends.extend(prose.ends[at:start])
        ends.extend([prose.ends[end - 1]] * len(text))
        at = end
    if not texts:
        return prose
    texts.append(prose.text[at:])
    starts.extend(prose.starts[at:])
    ends.extend(prose.ends[at:])
    return Prose("".join(texts), starts, ends)


def _without(prose: Prose, spans: Iterable[tuple[int, int]]) -> Prose:
    """The prose without what is not seen in spans of it; that belongs to the sign or letter that it touches."""
    pieces: list[Piece] = [(*span, NOTHING) for span in spans]
    if not pieces:
        return prose
    starts, ends = list(prose.starts), list(prose.ends)
    for start, end, _ in pieces:
        before, after = start - 1, end
        if starts[after] == ends[end - 1] and not prose.text[after].isalpha():
            starts[after] = starts[start]
        elif ends[before] == starts[start]:
            ends[before] = ends[end - 1]
    return _replace(Prose(prose.text, starts, ends), pieces)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where web addresses, e-mail addresses, handles, hashtags and names of hosts and files stand in a text."""
    for found in _ADDRESS.finditer(text):
        host = found["host"]
        if host is None or _LAST_LABEL.fullmatch(host[host.rindex(".") + 1 :]):
            yield found.start(), found.start() + len(found[0].rstrip(_AFTER))


def _emphasis(prose: Prose) -> Iterator[Piece]:
    """The signs of emphasis in Markdown, but for those that are escaped or come of references.

    What is struck through is none of the text around it, and a sign alone between two words may be any sign.
    """
    for start, end in emphasis(prose.text):
        parts = prose.text[start] == "~" or _are_two_words(prose.text, start, end)
        reads = HIDDEN if parts else NOTHING
        if prose.ends[end - 1] - prose.starts[start] == end - start:
            yield start, end, reads
        else:
            yield from ((at, at + 1, reads) for at in range(start, end) if prose.ends[at] - prose.starts[at] == 1)
