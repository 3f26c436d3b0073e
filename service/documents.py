"""A form with a Word document to typed values: the document, what is known of it, what is wanted of it."""

from dataclasses import dataclass

import orjson
from flask import Request

from gazetteer.docx import Edit
from gazetteer.docx.sort import BYTES_MOST
from gazetteer.tagging.copies import Fields
from gazetteer.tagging.model import Fix
from service.complaints import MUST_BE
from service.errors import Problem
from service.form_fields import around, chosen, whether
from service.form_shapes import DocumentForm, EditsShape
from service.forms import FILE, Taken, Upload, uploaded
from service.parameters import no_query, shaped

TAKEN = Taken(BYTES_MOST, "story.docx", too_large="document-too-large")


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A Word document, what is known of it, and what is wanted of it."""

    upload: Upload
    around: Fields
    which: Fix
    plain: bool
    as_json: bool
    edits: list[Edit] | None


def document_form(request: Request) -> AskedDocument:
    """The document that a form holds, and what is to be done with it; an empty field is not said."""
    no_query(request)
    upload, fields = uploaded(request, TAKEN)
    shaped(DocumentForm, {**fields, FILE: ""}, "field")
    edits = _edits(fields.get("edits"))
    as_json = chosen(fields, "answer", ("docx", "json")) == "json"
    if edits is not None and as_json:
        raise Problem("bad-parameter", "edits are made in a document; leave them out, or ask for answer=docx.")
    return AskedDocument(
        upload,
        around(fields),
        Fix(chosen(fields, "fix", (Fix.WRONG, Fix.ALL)) or Fix.ALL),
        whether(fields, "plain") or False,
        as_json,
        edits,
    )


def _edits(text: str | None) -> list[Edit] | None:
    if not text:
        return None
    try:
        listed = orjson.loads(text)
    except orjson.JSONDecodeError as broken:
        raise Problem("bad-parameter", f"edits must be {MUST_BE['edits']}; it is not JSON: {broken}.") from None
    shape = shaped(EditsShape, {"edits": listed}, "field")
    return [Edit(one.start, one.end, one.replacement, one.why) for one in shape.edits]
