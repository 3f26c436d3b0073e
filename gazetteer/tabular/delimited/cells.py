"""Cells of ours: how a text of ours is written into a delimited file, so that it says what it says and does nothing.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. A character that the encoding lacks
becomes a numeric reference. Where a file has no quotes, what would part cells or rows becomes a space.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from gazetteer.tabular.delimited.splitting import Splitter

# What a spreadsheet reads as the beginning of a formula, in full width too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("Odesa")
    ("'=1+1", 'Odesa')
    """
    return "'" + text if text.startswith(FORMULA) else text


class Written(NamedTuple):
    """Cells as they are written, and how many of them the encoding could not hold as they are."""

    said: bytes
    replaced: int


class Cells:
    """Writes texts of ours in one dialect."""

    def __init__(self, splitter: Splitter) -> None:
        self._encoding = splitter.encoding
        self._whole = self._encoding == "utf-8"  # it has all letters
        self._delimiter = splitter.delimiter.decode(splitter.encoding)
        self._quote = splitter.mark
        self._special = re.compile("[" + re.escape(self._delimiter + (self._quote or "")) + "\r\n]")
        # In cells that stand beside each other: a formula, or what needs quotes and is no delimiter.
        formulas = "".join(map(re.escape, FORMULA))
        self._formula = re.compile(f"{re.escape(self._delimiter)}[{formulas}]")
        self._uneasy = ("\r", "\n", *(self._quote or ""))

    def row(self, texts: Sequence[str]) -> Written:
        """These cells beside each other, with a delimiter before each."""
        together = self._delimiter + self._delimiter.join(texts) if texts else ""
        if (self._whole or together.isascii()) and self._is_easy(together):
            with suppress(UnicodeEncodeError):  # half a character, which the slower way knows how to write
                return Written(self._easy(together, texts).encode(self._encoding), 0)
        cells = [self._cell(text) for text in texts]
        written = "".join(self._delimiter + said for said, _ in cells)
        return Written(written.encode(self._encoding), sum(replaced for _, replaced in cells))

    def _is_easy(self, together: str) -> bool:
        # Looked for one by one, each is found sooner than all of them by one pattern.
        return not any(map(together.__contains__, self._uneasy)) and not self._formula.search(together)

    def _easy(self, together: str, texts: Sequence[str]) -> str:
        """Cells in which nothing asks for quotes but a delimiter; often there is none, and all is written as it is."""
        delimiter, quote = self._delimiter, self._quote
        if together.count(delimiter) == len(texts):
            return together
        if quote is None:
            return "".join([delimiter + text.replace(delimiter, " ") for text in texts])
        return "".join([delimiter + quote + text + quote if delimiter in text else delimiter + text for text in texts])

    def one(self, text: str, quoted: bool = False) -> Written:
        """One cell alone, in quotes if that is asked for or needed."""
        said, replaced = self._cell(text, quoted)
        return Written(said.encode(self._encoding), int(replaced))

    def _cell(self, text: str, quoted: bool = False) -> tuple[str, bool]:
        """How a text is written, and whether the encoding lacks any of it."""
        said = harmless(text)
        held = said if said.isascii() else self._held(said)
        replaced = held is not said and held != said
        if self._quote is None:
            return self._special.sub(" ", held), replaced
        if quoted or self._special.search(held):
            held = self._quote + held.replace(self._quote, self._quote * 2) + self._quote
        return held, replaced

    def _held(self, said: str) -> str:
        return said.encode(self._encoding, "xmlcharrefreplace").decode(self._encoding)
