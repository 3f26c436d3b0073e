"""Cells of ours: how a text of ours is written into a delimited file, so that it says what it says and does nothing.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. Of a character that the encoding lacks
the nearest is written that it has. Where a file has no quotes, what would part cells or rows becomes a space. Both are
counted, and a name that would suffer so is not written into somebody's own column.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from gazetteer.tabular.delimited.nearest import has_all, nearest
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
    """Cells as they are written, and how many of them the encoding, or a file without quotes, could not hold so."""

    said: bytes
    replaced: int
    spaced: int = 0


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
                return self._easy(together, texts)
        cells = [self._cell(text) for text in texts]
        written = "".join(self._delimiter + said for said, _, _ in cells)
        return Written(written.encode(self._encoding), sum(one for _, one, _ in cells), sum(one for *_, one in cells))

    def _is_easy(self, together: str) -> bool:
        # Looked for one by one, each is found sooner than all of them by one pattern.
        return not any(map(together.__contains__, self._uneasy)) and not self._formula.search(together)

    def _easy(self, together: str, texts: Sequence[str]) -> Written:
        """Cells in which nothing asks for quotes but a delimiter; often there is none, and all is written as it is."""
        delimiter, quote, spaced = self._delimiter, self._quote, 0
        if together.count(delimiter) != len(texts):
            if quote is None:
                spaced = sum(delimiter in text for text in texts)
                cells = [text.replace(delimiter, " ") for text in texts]
            else:
                cells = [quote + text + quote if delimiter in text else text for text in texts]
            together = "".join([delimiter + cell for cell in cells])
        return Written(together.encode(self._encoding), 0, spaced)

    def one(self, text: str, quoted: bool = False) -> Written:
        """One cell alone, in quotes if that is asked for or needed."""
        said, replaced, spaced = self._cell(text, quoted)
        return Written(said.encode(self._encoding), int(replaced), int(spaced))

    def refuses(self, text: str) -> str | None:
        """Why a text cannot stand in a cell as it is; None if it can."""
        if not has_all(text, self._encoding):
            return "the file's encoding has not all the letters of it"
        if self._quote is None and self._special.search(text):
            return "the delimiter is in it, and the file has no quotes"
        return None

    def _cell(self, text: str, quoted: bool = False) -> tuple[str, bool, bool]:
        """How a text is written, and whether the encoding lacks any of it, or the file quotes for it."""
        said = harmless(text)
        held = said if said.isascii() else nearest(said, self._encoding)
        replaced = held is not said and held != said
        special = self._special.search(held) is not None
        if self._quote is None:
            return self._special.sub(" ", held), replaced, special
        if quoted or special:
            held = self._quote + held.replace(self._quote, self._quote * 2) + self._quote
        return held, replaced, False
