"""``/check/xliff``: a translators' file to the names in its targets, with what is wrong, and the file put right."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, request

from gazetteer.styles import style_of
from gazetteer.xliff.checking import check_document, fix_document
from gazetteer.xliff.payloads import CheckedXliffPayload, checked_xliff
from gazetteer.xliff.reading import read_xliff
from service import parameters, payloads
from service.api.normalize import BAKHMUT
from service.database import gazetteer
from service.description import Operation, described
from service.shapes import SubmittedXliff, XliffAnswer
from service.uploads import FORM, Upload

blueprint = Blueprint("xliff", __name__)

MEDIA_TYPE = "application/xliff+xml"
PROBLEMS = (
    "bad-parameter",
    "unknown-style",
    "no-style-of-language",
    "bad-xliff",
    "nothing-translated",
    "too-large",
    "text-too-long",
    "unsupported-media-type",
    "not-ready",
)
EXAMPLE: Mapping[str, Any] = {
    "version": "1.2",
    "mentions": [
        {
            "file": "story.html",
            "unit": "1",
            "segment": None,
            "fixed": True,
            "left": None,
            "start": 15,
            "end": 23,
            "start_utf16": 15,
            "end_utf16": 23,
            "surface": "Bakhmout",
            "kind": "place",
            "decision": "linked",
            "entity": BAKHMUT,
            "class": "house_style",
            "replacement": "Bakhmut",
            "alternatives": [],
            "confidence": 0.99,
            "relation": "romanization",
            "why": "‘Bakhmout’ is how French writes Ukrainian Бахмут; the gazetteer’s form is Bakhmut.",
            "cluster": 1,
        }
    ],
    "parts": [
        {
            "source_language": "fr",
            "language": "en",
            "style": "default",
            "segments": 1,
            "summary": [{"entity": BAKHMUT, "mentions": 1, "wrong": 0, "house_style": 1, "replacement": "Bakhmut"}],
            "guessed_source_language": {"language": "fr", "confidence": 1.0},
        }
    ],
    "gazetteer_version": 12,
}


@blueprint.post("/check/xliff")
@described(
    Operation(
        gives=CheckedXliffPayload,
        body=SubmittedXliff,
        sent_as=FORM,
        file_given=MEDIA_TYPE,
        problems=PROBLEMS,
        example=EXAMPLE,
    )
)
def check_xliff() -> Response:
    """Find every name in the targets of an XLIFF file, and say which are not spelled as this desk spells them, and why.

    XLIFF 1.2 and 2.x, up to 20 MiB with up to 200,000 characters in targets, which are checked together,
    in the languages the file says. Without ``style`` it is the first that writes the language of the targets.
    With ``answer=xliff`` the file itself comes back, put right, every byte beside the names as it was:

        curl http://127.0.0.1:8000/check/xliff -F file=@story.xlf -F answer=xliff
    """
    upload, style, which, wanted = parameters.xliff_form(request)
    document = read_xliff(upload.data)
    asked = None if style is None else style_of(style)
    with gazetteer() as opened:
        found = check_document(opened, document, style=asked)
    if wanted is XliffAnswer.JSON:
        return payloads.answer(checked_xliff(found, which))
    return _file(document.written.encoded(fix_document(found, which)), upload)


def _file(data: bytes, upload: Upload) -> Response:
    """The bytes of a file as an HTTP answer, under the name it came with."""
    answer = Response(data, content_type=MEDIA_TYPE)
    name = re.sub(r"[^\w. -]+", "_", upload.name)[-100:]
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
