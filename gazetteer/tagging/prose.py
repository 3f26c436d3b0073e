"""Prose: the readable text of a document, and where each of its characters stands in the original.

Markup and addresses are one U+FFFC each, so that no name spans them; the boundaries of blocks are line breaks, and a
line break inside a paragraph of HTML or Markdown is a space, as it is shown. The spans of the characters touch:
nothing of the original is left out. Linear in the length of the document, whatever it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gazetteer.tagging.html import HIDDEN, Piece, escape_html, read_html
from gazetteer.tagging.markdown import emphasis, escape_markdown, read_markdown
from gazetteer.tagging.model import Format

# What a web address is made of; quotation marks and the punctuation of Chinese and Japanese end it.
_REST = r"""[^\s\ufffc<>"“”„«»‹›`|（），。、；：！？「」『』【】]*+"""
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*+://|(?i:www)\.(?=\w)){_REST}"  # https://kyiv.ua
    r"|(?<![\w.+%-])[\w.+%-]++@\w[\w.-]*+"  # press@kyiv.ua
    r"|(?<![\w@])@\w[\w.@-]*+"  # @kyiv, @kyiv@mastodon.social
    r"|(?<![\w&#])[#＃]\w++"  # #Kyiv
    rf"|(?<![\w.-])(?P<host>[\w-]++(?:\.[\w-]++)+)(?:(?=/){_REST})?"  # kyiv.ua/news, kyiv.jpg
)
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
    prose = _join(document, pieces)
    prose = _hide(prose, _addresses(prose.text))
    if format is Format.MARKDOWN:
        prose = _hide(prose, _unescaped(prose, emphasis(prose.text)))
    return prose


def escape(text: str, format: Format) -> str:
    """A text as a document in that format writes it, so that it is read as it is and nothing becomes markup."""
    if format is Format.HTML:
        return escape_html(text)
    if format is Format.MARKDOWN:
        return escape_markdown(text)
    return text


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


def _hide(prose: Prose, spans: Iterable[tuple[int, int]]) -> Prose:
    """The prose with the spans of its text hidden."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end in spans:
        texts += (prose.text[at:start], HIDDEN)
        starts.extend(prose.starts[at : start + 1])
        ends.extend(prose.ends[at:start])
        ends.append(prose.ends[end - 1])
        at = end
    if not texts:
        return prose
    texts.append(prose.text[at:])
    starts.extend(prose.starts[at:])
    ends.extend(prose.ends[at:])
    return Prose("".join(texts), starts, ends)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where web addresses, e-mail addresses, handles, hashtags and names of hosts and files stand in a text."""
    for found in _ADDRESS.finditer(text):
        host = found["host"]
        if host is None or _LAST_LABEL.fullmatch(host[host.rindex(".") + 1 :]):
            yield found.start(), found.start() + len(found[0].rstrip(_AFTER))


def _unescaped(prose: Prose, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without characters that are escaped, or come of references."""
    for start, end in spans:
        if prose.ends[end - 1] - prose.starts[start] == end - start:
            yield start, end
        else:
            yield from ((at, at + 1) for at in range(start, end) if prose.ends[at] - prose.starts[at] == 1)
