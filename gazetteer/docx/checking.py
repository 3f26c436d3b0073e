"""A Word document checked: its text as any other, and the advice as edits of the document."""

from dataclasses import replace

from gazetteer.docx.model import Document, Edit
from gazetteer.model import Style
from gazetteer.resolve import Gazetteer
from gazetteer.tagging.checking import check
from gazetteer.tagging.copies import Fields, make_copy
from gazetteer.tagging.fixing import CARRIED_OUT
from gazetteer.tagging.model import Checked, Fix


def check_docx(gazetteer: Gazetteer, document: Document, around: Fields, *, style: Style | None = None) -> Checked:
    """Every mention in a document, with what is advised of it; what fields compute is left alone.

    Raises:
        BadParameter: a field is not what it may be; the text says what would be right.
    """
    copy = make_copy(document.text, usual=None if style is None else style.language, **around)
    locked = [(start, end) for start, end in document.locked if any(map(str.isalpha, document.text[start:end]))]
    return check(gazetteer, replace(copy, ignore=(*copy.ignore, *locked)), style=style)


def advised(found: Checked, which: Fix) -> list[Edit]:
    """The edits that carry out that advice."""
    return [
        Edit(mention.start, mention.end, mention.replacement, mention.why)
        for mention in found.mentions
        if mention.advice in CARRIED_OUT[which] and mention.replacement is not None
    ]
