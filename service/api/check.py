"""``/check``: a text to the names in it, with what is wrong with each and the text put right."""

from flask import Blueprint, Response, request

from gazetteer.tagging.checking import check
from gazetteer.tagging.payloads import CheckedPayload, checked
from service import parameters, payloads
from service.api.examples import CHECK_ASKS, CHECKED
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


@blueprint.post("/check")
@described(Operation(gives=CheckedPayload, body=Submitted, problems=PROBLEMS, asks=CHECK_ASKS, example=CHECKED))
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
