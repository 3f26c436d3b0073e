"""Word documents as files: read whole, written back whole with tracked changes, or silently."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gazetteer.cli.documents import cannot_be_read, shown
from gazetteer.docx import Document, Signature, read_docx, write
from gazetteer.docx.checking import advised, check_docx
from gazetteer.docx.sort import BYTES_MOST
from gazetteer.errors import BadDocument, BadFile
from gazetteer.model import Style
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.copies import Fields
from gazetteer.tagging.model import Checked, Fix

ENDINGS = (".docx", ".docm")


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A Word document in a file."""

    name: str
    inside: Document

    @property
    def text(self) -> str:
        return self.inside.text

    def check(self, gazetteer: Gazetteer, around: Fields, style: Style | None) -> Checked:
        """What is found in it."""
        return check_docx(gazetteer, self.inside, {**around, "format": None}, style=style)

    def put_right(self, found: Checked, which: Fix, author: str, *, plain: bool) -> bytes:
        """The document with that advice carried out."""
        return write(self.inside, advised(found, which), Signature(author, datetime.now(UTC)), plain=plain)


def is_word(name: str) -> bool:
    """Whether a file of this name is a Word document.

    >>> is_word("story.DOCX"), is_word("story.docx.txt")
    (True, False)
    """
    return Path(name).suffix.lower() in ENDINGS


def read_word(name: str) -> WordDocument:
    """The Word document in a file.

    Raises:
        BadFile: it cannot be read, or is none that can be read safely.
    """
    try:
        with open(name, "rb") as file:
            data = file.read(BYTES_MOST + 1)
    except (OSError, ValueError) as wrong:
        raise cannot_be_read(name, wrong) from wrong
    try:
        return WordDocument(name, read_docx(data))
    except BadDocument as wrong:
        raise BadFile(f"{shown(name)}: {wrong}") from wrong
