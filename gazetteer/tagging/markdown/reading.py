"""Reading Markdown: its blocks one after the other, each by what it holds."""

from collections.abc import Iterator

from gazetteer.tagging.html import BREAK, HIDDEN, Piece, read_html
from gazetteer.tagging.markdown.blocks import HTML, PROSE, Blocks
from gazetteer.tagging.markdown.inside import Inside, may_have_markup


def read_markdown(document: str) -> Iterator[Piece]:
    """The pieces of a Markdown document that do not read as they are written, in order; what lies between them does."""
    blocks = Blocks(document)
    at = 0
    for start, end, sort in blocks.read():
        if at < start:
            yield at, start, BREAK
        if sort == PROSE and may_have_markup(document, start, end):
            yield from Inside(document, start, end, blocks.labels).read()
        elif sort == HTML:
            yield from read_html(document, start, end)
        elif sort == HIDDEN:
            yield start, end, HIDDEN
        at = end
    if at < len(document):
        yield at, len(document), BREAK
