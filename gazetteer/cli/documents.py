"""Documents as files: read with the encoding they have, written back whole or not at all.

Nothing is translated: line ends, a byte order mark and a missing last line end stay as they are.
"""

import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from gazetteer.errors import BadFile
from gazetteer.tagging.copies import TEXT_MOST
from gazetteer.tagging.encodings import byte_order_mark
from gazetteer.tagging.model import Format

STANDARD_INPUT = "-"
FORMATS = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}
BYTES_MOST = 4 * TEXT_MOST + 4  # no character takes more than four, nor any mark


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, without the byte order mark, and how it was written."""

    name: str
    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Another text as this file writes its own."""
        return self.mark + text.encode(self.encoding)


def read_document(name: str) -> Document:
    """The document in a file; that on standard input for a -.

    Raises:
        BadFile: it cannot be read, or is no text in UTF-8 or in what its byte order mark says.
    """
    data = _data(name, BYTES_MOST + 1)
    if len(data) > BYTES_MOST:
        raise BadFile(f"{shown(name)} has more than {TEXT_MOST:,} characters; check it in parts.")
    mark, said = byte_order_mark(data)
    encoding = said or "utf-8"
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as wrong:
        at = len(mark) + wrong.start
        why = "as its byte order mark says" if mark else "and has no byte order mark that says what else"
        raise BadFile(
            f"{shown(name)} is not text in {encoding.upper()}, {why}: byte {at + 1:,} is wrong. Save it as UTF-8."
        ) from None
    return Document(name, text, encoding, mark)


def read_data(name: str, most: int) -> bytes:
    """The bytes of a file that has no more than so many.

    Raises:
        BadFile: it cannot be read, or has more.
    """
    data = _data(name, most + 1)
    if len(data) > most:
        raise BadFile(f"{shown(name)} has more than {most // 2**20} MiB; check it in parts.")
    return data


def cannot_be_read(name: str, wrong: OSError | ValueError) -> BadFile:
    """The error that says why a document cannot be read."""
    return BadFile(f"{shown(name)} cannot be read: {_reason(wrong)}.")


def shown(name: str) -> str:
    """What to call a document of this name."""
    return "standard input" if name == STANDARD_INPUT else click.format_filename(name)


def format_of(name: str) -> Format | None:
    """How a document is marked up, by the end of its name; None if that does not tell.

    >>> format_of("stories/One.HTML"), format_of("one.docx")
    (<Format.HTML: 'html'>, None)
    """
    return FORMATS.get(Path(name).suffix.lower())


def write_document(name: str, data: bytes) -> None:
    """Put other bytes into a document's file: in one step, so that nobody ever sees half of it.

    Raises:
        BadFile: it cannot be written; the file is as it was.
    """
    # The file that a link leads to is changed, not the link.
    path = Path(os.path.realpath(name))
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError("it is write-protected")
        _replace(path, data)
    except (OSError, ValueError) as wrong:
        raise BadFile(f"{shown(name)} cannot be written: {_reason(wrong)}.") from wrong


def _data(name: str, most: int) -> bytes:
    try:
        if name == STANDARD_INPUT and sys.stdin is None:
            raise OSError("it is closed")
        if name == STANDARD_INPUT:
            return sys.stdin.buffer.read(most)
        with open(name, "rb") as file:
            return file.read(most)
    except (OSError, ValueError) as wrong:
        raise cannot_be_read(name, wrong) from wrong


def _replace(path: Path, data: bytes) -> None:
    before = path.stat()
    handle, made = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            with suppress(PermissionError):
                os.fchown(file.fileno(), before.st_uid, before.st_gid)
            os.fchmod(file.fileno(), before.st_mode & 0o7777)
            os.fsync(file.fileno())
        os.replace(made, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(made)
        raise


def _reason(wrong: OSError | ValueError) -> str:
    text = getattr(wrong, "strerror", None) or str(wrong)
    return text[:1].lower() + text[1:]
