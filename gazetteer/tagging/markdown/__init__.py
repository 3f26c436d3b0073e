"""Markdown: what of a document is markup; CommonMark, with GitHub's tables, footnotes and strikethrough.

Lines come first, then what is inside them: only in paragraphs, headings and table cells are code spans, links and
HTML looked for. Emphasis is left to `emphasis`, for when addresses and their underscores are out of the way.
"""

from gazetteer.tagging.markdown.reading import read_markdown
from gazetteer.tagging.markdown.signs import emphasis, escape_markdown

__all__ = ["emphasis", "escape_markdown", "read_markdown"]
