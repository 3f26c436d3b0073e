"""Checking a document: its copies checked as every copy is, and each mention brought back to its segment.

Fixing puts the edits of the wanted advice into the document's text; nothing else of it changes.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from gazetteer.model import Style
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.checking import check
from gazetteer.tagging.fixing import CARRIED_OUT
from gazetteer.tagging.model import Fix, Mention
from gazetteer.xliff.model import CheckedDocument, CheckedPart, Document, Edit, Found, Left, Part
from gazetteer.xliff.parts import parts_of
from gazetteer.xliff.placing import place


def check_document(
    gazetteer: Gazetteer,
    document: Document,
    *,
    style: Style | None = None,
    language: str | None = None,
    source_language: str | None = None,
    quotations: bool = True,
) -> CheckedDocument:
    """Every mention in the targets of a document, with what is advised of it and how that is carried out.

    Of the languages the file says, the fields may only say the same.

    Raises:
        GazetteerError: its targets cannot be checked together, or in this style; see `parts_of`.
    """
    parts = parts_of(document, style=style, language=language, source_language=source_language, quotations=quotations)
    return CheckedDocument(document, tuple(_checked(gazetteer, document, part) for part in parts))


def fix_document(found: CheckedDocument, which: Fix) -> str:
    """The text of the document with that advice carried out."""
    text, parts, at = found.document.written.text, list[str](), 0
    for edit in sorted(edits(found, which), key=lambda edit: (edit.start, edit.end)):
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join(parts) + text[at:]


def edits(found: CheckedDocument, which: Fix) -> Iterator[Edit]:
    """What carrying that advice out changes."""
    for one in all_found(found):
        if one.mention.advice in CARRIED_OUT[which]:
            yield from one.edits


def all_found(found: CheckedDocument) -> Iterator[Found]:
    """Every mention of a document, part by part."""
    for part in found.parts:
        yield from part.found


def offset(found: Found) -> int:
    """Where in the document a mention begins."""
    return next(
        piece.starts[max(found.mention.start - piece.start, 0)]
        for piece in found.segment.pieces
        if found.mention.start < piece.end
    )


def _checked(gazetteer: Gazetteer, document: Document, part: Part) -> CheckedPart:
    checked = check(gazetteer, part.copy, style=part.style)
    return CheckedPart(part, checked, tuple(_found(document, part, mention) for mention in checked.mentions))


def _found(document: Document, part: Part, mention: Mention) -> Found:
    at = bisect_right(part.starts, mention.start) - 1
    segment, begins = part.segments[at], part.starts[at]
    here = replace(mention, start=mention.start - begins, end=mention.end - begins)
    if mention.replacement is None:
        return Found(here, segment)
    placed = place(document.written, segment, here.start, here.end, mention.replacement)
    return Found(here, segment, left=placed) if isinstance(placed, Left) else Found(here, segment, placed)
