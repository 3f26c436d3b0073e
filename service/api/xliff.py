"""``/check/xliff``: a translators' file to the names in its targets, with what is wrong, and the file put right."""

from flask import Blueprint, Response, request

from gazetteer.xliff.checking import check_document, fix_document
from gazetteer.xliff.payloads import CheckedXliffPayload, checked_xliff
from gazetteer.xliff.reading import read_xliff
from service import payloads
from service.api.examples import CHECKED_XLIFF
from service.attachments import attachment
from service.database import gazetteer
from service.description import Operation, described
from service.form_shapes import XliffAnswer, XliffForm
from service.forms import FORM
from service.xliff import xliff_form

blueprint = Blueprint("xliff", __name__)

MEDIA_TYPE = "application/xliff+xml"
PROBLEMS = (
    "bad-parameter",
    "unknown-language",
    "unknown-style",
    "no-style-of-language",
    "bad-xliff",
    "nothing-translated",
    "too-large",
    "text-too-long",
    "unsupported-media-type",
    "not-ready",
)


@blueprint.post("/check/xliff")
@described(
    Operation(
        gives=CheckedXliffPayload,
        body=XliffForm,
        sent_as=FORM,
        file_given=MEDIA_TYPE,
        problems=PROBLEMS,
        example=CHECKED_XLIFF,
    )
)
def check_xliff() -> Response:
    """Find every name in the targets of an XLIFF file, and say which are not spelled as this desk spells them, and why.

    XLIFF 1.2 and 2.x, up to 20 MiB with up to 200,000 characters in targets, which are checked together,
    in the languages the file says; where it is silent, ``language`` and ``source_language`` may say them. Without
    ``style`` it is the first that writes the language of the targets.
    With ``answer=xliff`` the file itself comes back, put right, every byte beside the names as it was:

        curl http://127.0.0.1:8000/check/xliff -F file=@story.xlf -F answer=xliff
    """
    asked = xliff_form(request)
    document = read_xliff(asked.upload.data)
    with gazetteer() as opened:
        found = check_document(
            opened,
            document,
            style=asked.style,
            language=asked.language,
            source_language=asked.source_language,
            quotations=asked.quotations,
        )
    if asked.answer is XliffAnswer.JSON:
        return payloads.answer(checked_xliff(found, asked.which))
    made = document.written.encoded(fix_document(found, asked.which))
    return attachment(made, MEDIA_TYPE, asked.upload.name, "document.xlf")
