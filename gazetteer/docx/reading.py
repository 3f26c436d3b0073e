"""Reading a .docx: from bytes to the text that is checked, paragraphs of all parts with an empty line between them."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from gazetteer.docx.model import Document, Paragraph, Part
from gazetteer.docx.package import main_part, namespace_of, prose_parts
from gazetteer.docx.sort import DOCX
from gazetteer.docx.walking import Walk
from gazetteer.errors import DocumentTooLarge
from gazetteer.package.archive import Archive, open_archive
from gazetteer.package.markup import PART_MOST, parse
from gazetteer.tagging.copies import TEXT_MOST

BETWEEN = "\n\n"


def read_docx(data: bytes) -> Document:
    """The document in these bytes: body, then footnotes, endnotes, headers and footers.

    Raises:
        BadDocument: it cannot be read, or not safely; the text says what would be right.
    """
    archive = open_archive(BytesIO(data), DOCX)
    paragraphs = [paragraph for part in parts_of(archive) for paragraph in part.paragraphs]
    text = text_of(paragraphs)
    if len(text) > TEXT_MOST:
        raise DocumentTooLarge(
            f"The document has {len(text):,} characters; at most {TEXT_MOST:,} are checked at once. Send it in parts."
        )
    return Document(archive, text, tuple(_locked(paragraphs)))


def parts_of(archive: Archive) -> list[Part]:
    """The parts with prose, parsed afresh, so that whoever asks may edit them."""
    main = main_part(archive)
    names = prose_parts(archive, main)
    if sum(archive.entries[name].info.file_size for name in names) > PART_MOST:
        raise DocumentTooLarge("The document's XML is too large to be read; send the document in parts.")
    return [_part(archive, name, commentable=name == main) for name in names]


def text_of(paragraphs: Sequence[Paragraph]) -> str:
    """The text that these paragraphs are."""
    return "".join(paragraph.text + after for paragraph, after in zip(paragraphs, separators(paragraphs), strict=True))


def separators(paragraphs: Sequence[Paragraph]) -> list[str]:
    """What stands after each paragraph: nothing after the last, and after one that runs on in the next."""
    return ["" if one.joined else BETWEEN for one in paragraphs[:-1]] + [""] * bool(paragraphs)


def _locked(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """The spans of the text that cannot be edited, neighbours as one."""
    begin, held = 0, (0, 0)
    for paragraph, after in zip(paragraphs, separators(paragraphs), strict=True):
        for piece in paragraph.pieces:
            start, end = begin + piece.start, begin + piece.end
            if not piece.locked:
                continue
            if start > held[1]:
                yield from [held] * (held[0] < held[1])
                held = start, end
            held = min(held[0], start), end
        begin += len(paragraph.text) + len(after)
    yield from [held] * (held[0] < held[1])


def _part(archive: Archive, name: str, *, commentable: bool) -> Part:
    markup = parse(archive, name)
    namespace = namespace_of(markup.root, name)
    return Part(name, markup, namespace, Walk(namespace, commentable=commentable).blocks(markup.root).paragraphs)
