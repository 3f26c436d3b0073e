"""Writing a .docx: the document with edits in it, as tracked changes with the reason beside each, or silently.

A part that no edit lies in leaves as it came, packed bytes and all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

from gazetteer.docx.comments import Comments, numbers_in
from gazetteer.docx.marking import Change, Stamp, free_numbers, mark
from gazetteer.docx.model import Document, Edit, Part
from gazetteer.docx.package import main_part
from gazetteer.docx.reading import parts_of
from gazetteer.docx.replacing import replace
from gazetteer.docx.touching import Places, Stretch, versions
from gazetteer.errors import BadParameter
from gazetteer.package import repack
from gazetteer.package.markup import legal

EDITS_MOST = 20_000
REPLACEMENT_MOST, WHY_MOST = 1_000, 2_000  # characters
AUTHOR_USUAL, AUTHOR_MOST = "Gazetteer", 100


@dataclass(frozen=True, slots=True)
class Signature:
    """Who makes the changes, and when."""

    author: str
    date: datetime


def write(document: Document, edits: Sequence[Edit], signature: Signature, *, plain: bool = False) -> bytes:
    """The document with these edits in it; without any, the very same bytes.

    Raises:
        BadParameter: an edit cannot be made, or two are in each other's way.
    """
    stamp_date = _date(signature.date)
    author = _author(signature.author)
    wanted = _in_order(document, edits)
    if not wanted:
        return document.archive.data
    parts = parts_of(document.archive)
    places = Places([paragraph for part in parts for paragraph in part.paragraphs])
    found = [(name, edit, places.of(edit, name)) for name, edit in wanted]
    numbers = set().union(*(numbers_in(part.markup.root) for part in parts))
    comments = Comments(document.archive, main_part(document.archive), parts[0].namespace)
    if not plain and any(edit.why and stretches[0].paragraph.commentable for _, edit, stretches in found):
        numbers |= comments.taken()
    stamp = Stamp(author, stamp_date, free_numbers(numbers))
    for _, edit, stretches in reversed(found):
        change = _carry_out(edit, stretches, stamp, plain=plain)
        if change is not None and edit.why and stretches[0].paragraph.commentable:
            comments.add(change, edit.why, stamp)
    changed = {part.name: part.markup for part in _edited(parts, found)} | comments.changed
    out = BytesIO()
    repack(document.archive, {name: markup.written() for name, markup in changed.items()}, out)
    return out.getvalue()


def _carry_out(edit: Edit, stretches: Sequence[Stretch], stamp: Stamp, *, plain: bool) -> Change | None:
    """Make an edit wherever its words are written; the change where they are written first."""
    changes: list[Change] = []
    for touched in versions(stretches):
        if plain:
            replace(touched, edit.replacement)
        else:
            changes.append(mark(touched, edit.replacement, stamp))
    return changes[0] if changes else None


def _edited(parts: Sequence[Part], found: Sequence[tuple[str, Edit, list[Stretch]]]) -> list[Part]:
    """The parts that an edit lies in."""
    touched = {id(stretch.paragraph) for _, _, stretches in found for stretch in stretches}
    return [part for part in parts if any(id(paragraph) in touched for paragraph in part.paragraphs)]


def _in_order(document: Document, edits: Sequence[Edit]) -> list[tuple[str, Edit]]:
    """The edits that change something, in their order in the text, each with what an error calls it."""
    if len(edits) > EDITS_MOST:
        raise BadParameter(f"There are {len(edits):,} edits; at most {EDITS_MOST:,} are made at once.")
    named = [(f"edits[{number}]", edit) for number, edit in enumerate(edits)]
    for name, edit in named:
        _check(name, edit, len(document.text))
    named.sort(key=lambda one: one[1].start)
    for (first, before), (second, after) in pairwise(named):
        if after.start < before.end:
            raise BadParameter(f"{first} and {second} overlap; make one of them.")
    return [one for one in named if document.text[one[1].start : one[1].end] != one[1].replacement]


def _check(name: str, edit: Edit, length: int) -> None:
    if not 0 <= edit.start < edit.end <= length:
        raise BadParameter(
            f"{name} is from {edit.start} to {edit.end}; an edit starts at 0 or later, ends after its start, "
            f"and ends by {length}, where the text does."
        )
    if len(edit.replacement) > REPLACEMENT_MOST or len(edit.why or "") > WHY_MOST:
        raise BadParameter(
            f"{name} is too long; a replacement has at most {REPLACEMENT_MOST:,} characters, a reason {WHY_MOST:,}."
        )
    if legal(edit.replacement) != edit.replacement or "\r" in edit.replacement:
        raise BadParameter(f"{name} would put in a character that no document can hold; leave it out.")


def _author(author: str) -> str:
    if not author.strip() or len(author) > AUTHOR_MOST or legal(author) != author or "\n" in author:
        raise BadParameter(f"An author is a name of at most {AUTHOR_MOST} characters, on one line.")
    return author.strip()


def _date(date: datetime) -> str:
    return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
