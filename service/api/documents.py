"""``/check/docx``: a Word document to the same with tracked changes, or to what is found in it."""

from datetime import UTC, datetime

from flask import Blueprint, Response, request

from gazetteer.docx import Signature, read_docx, write
from gazetteer.docx.checking import advised, check_docx
from gazetteer.docx.writing import AUTHOR_USUAL
from gazetteer.tagging.payloads import CheckedPayload, checked
from service import payloads
from service.api.examples import CHECKED_DOCUMENT
from service.attachments import attachment
from service.database import gazetteer
from service.description import Operation, described
from service.documents import document_form
from service.form_shapes import DocumentForm
from service.forms import FORM

blueprint = Blueprint("documents", __name__)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROBLEMS = (
    "bad-document",
    "bad-parameter",
    "unknown-language",
    "unknown-style",
    "document-too-large",
    "unsupported-media-type",
    "not-ready",
)


class DocumentPayload(CheckedPayload):
    """What was found in a Word document, and the text it was found in, whose code points the offsets count."""

    text: str


@blueprint.post("/check/docx")
@described(
    Operation(
        gives=DocumentPayload,
        body=DocumentForm,
        problems=PROBLEMS,
        sent_as=FORM,
        file_given=DOCX,
        example=CHECKED_DOCUMENT,
    )
)
def check_document() -> Response:
    """Check a Word document, and give it back with tracked changes.

    Text, notes, headers, footers, tables and text boxes are checked together. Each change can be
    accepted or rejected in Word; the reason stands beside it as a comment. Formatting and all else
    stays as it was. With ``answer=json`` the answer is that of ``/check`` for the document's text,
    and the text; with ``edits`` exactly these changes are made:

        curl http://127.0.0.1:8000/check/docx -F file=@story.docx -F style=ap -o corrected.docx
    """
    asked = document_form(request)
    document = read_docx(asked.upload.data)
    edits = asked.edits
    if edits is None or asked.as_json:
        with gazetteer() as opened:
            found = check_docx(opened, document, asked.around)
        if asked.as_json:
            return payloads.answer({**checked(found, asked.which), "text": document.text})
        edits = advised(found, asked.which)
    signature = Signature(AUTHOR_USUAL, datetime.now(UTC))
    made = write(document, edits, signature, plain=asked.plain)
    return attachment(made, DOCX, asked.upload.name, "document.docx", (".docx", ".docm"))
