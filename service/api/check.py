"""``/check``: a text to the names in it, with what is wrong with each and the text put right."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, request

from gazetteer.tagging.checking import check
from gazetteer.tagging.payloads import CheckedPayload, checked
from service import parameters, payloads
from service.api.normalize import BAKHMUT
from service.database import gazetteer
from service.description import Operation, described
from service.shapes import Submitted

blueprint = Blueprint("check", __name__)

PROBLEMS = (
    "bad-parameter",
    "unknown-language",
    "unknown-style",
    "malformed-json",
    "too-large",
    "text-too-long",
    "unsupported-media-type",
    "not-ready",
)
ASKS: Mapping[str, Any] = {
    "text": {"text": "The battle for Bakhmout goes on.", "language": "en", "fix": "all"},
    "html": {
        "text": "<p>The <b>Tschernihiw</b> region, said &quot;Selenskyj&quot;</p>",
        "format": "html",
        "source_language": "de",
        "style": "ap",
        "fix": "all",
        "quotations": False,
    },
    "markdown": {"text": "# Kiev\n\nChicken Kiev", "format": "markdown", "ignore": [[8, 20]]},
    "source": {
        "text": "They met in Beni.",
        "source_language": "fr",
        "source_text": "Ils se sont rencontrés à Beni.",
    },
}
EXAMPLE: Mapping[str, Any] = {
    "mentions": [
        {
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
    "corrected": "The battle for Bakhmut goes on.",
    "summary": [{"entity": BAKHMUT, "mentions": 1, "wrong": 0, "house_style": 1, "replacement": "Bakhmut"}],
    "guessed_source_language": {"language": "fr", "confidence": 0.72},
    "gazetteer_version": 12,
}


@blueprint.post("/check")
@described(Operation(gives=CheckedPayload, body=Submitted, problems=PROBLEMS, asks=ASKS, example=EXAMPLE))
def check_text() -> Response:
    """Find every name in a text, and say which are not spelled as this desk spells them, and why.

    The text may be plain, HTML or Markdown, and has up to 200,000 characters; markup, addresses and
    code are never touched. Offsets count code points of the text as it was sent, and UTF-16 units
    beside them. What is wrong and what is only house style are told apart, and right names are
    listed without advice:

        curl http://127.0.0.1:8000/check -H 'Content-Type: application/json' \\
             -d '{"text": "The battle for Bakhmout goes on.", "language": "en", "fix": "all"}'
    """
    copy, which = parameters.check_body(request)
    with gazetteer() as opened:
        found = check(opened, copy)
    return payloads.answer(checked(found, which))
