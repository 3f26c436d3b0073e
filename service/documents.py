"""A form with a Word document to typed values: the document, what is known of it, what is wanted of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson
from flask import Request

from gazetteer.docx import Edit
from gazetteer.docx.sort import BYTES_MOST
from gazetteer.tagging.copies import Fields, make_copy
from gazetteer.tagging.model import Fix
from service.bodies import shown
from service.complaints import MUST_BE
from service.document_shapes import DocumentForm, EditsShape
from service.errors import Problem
from service.forms import PARTS_MOST, Upload, form
from service.parameters import no_query, shaped


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
    limits = f"A document has at most {BYTES_MOST:,} bytes, and its form {PARTS_MOST} fields."
    upload, sent = form(request, "file", BYTES_MOST, Problem("document-too-large", limits))
    fields = {name: value for name, value in sent.items() if value}
    shaped(DocumentForm, {**dict.fromkeys(sent, ""), "file": ""}, "field")
    edits = _edits(fields.get("edits"))
    as_json = _one_of(fields, "answer", ("docx", "json")) == "json"
    if edits is not None and as_json:
        raise Problem("bad-parameter", "edits are made in a document; leave them out, or ask for answer=docx.")
    quotations = _one_of(fields, "quotations", ("true", "false"))
    around = Fields(
        language=fields.get("language"),
        source_language=fields.get("source_language"),
        style=fields.get("style"),
        quotations=None if quotations is None else quotations == "true",
    )
    make_copy("", **around)  # before a large document is read
    return AskedDocument(
        upload,
        around,
        Fix(_one_of(fields, "fix", (str(Fix.WRONG), str(Fix.ALL))) or Fix.ALL),
        _one_of(fields, "plain", ("true", "false")) == "true",
        as_json,
        edits,
    )


def _edits(text: str | None) -> list[Edit] | None:
    if text is None:
        return None
    try:
        listed = orjson.loads(text)
    except orjson.JSONDecodeError as broken:
        raise Problem("bad-parameter", f"edits must be {MUST_BE['edits']}; it is not JSON: {broken}.") from None
    shape = shaped(EditsShape, {"edits": listed}, "field")
    return [Edit(one.start, one.end, one.replacement, one.why) for one in shape.edits]


def _one_of(fields: Mapping[str, str], field: str, choices: Sequence[str]) -> str | None:
    said = fields.get(field)
    if said is not None and said not in choices:
        raise Problem("bad-parameter", f"{field} is {' or '.join(choices)}, not {shown(said)}.")
    return said
