"""The first page: the editor's desk, and what of it works without scripts, as a plain form.

A name in the address is a question to the look-up, which once was the first page: it leads there.
"""

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from gazetteer.errors import GazetteerError
from gazetteer.model import Style
from gazetteer.styles import DEFAULT, styles
from gazetteer.tagging.checking import check
from gazetteer.tagging.copies import TEXT_MOST, make_copy
from gazetteer.tagging.fixing import fix
from gazetteer.tagging.model import Checked, Fix
from service.config import BODY_MOST
from service.database import gazetteer
from service.errors import SORTS, sort_of
from service.headers import style_nonce
from service.pages.choices import language_choices

blueprint = Blueprint("desk", __name__)

FIELDS = ("text", "style", "source")


@blueprint.get("/")
def desk() -> AnyResponse:
    """The desk, with nothing on it yet."""
    if "name" in request.args:
        return redirect(f"/look-up?{request.query_string.decode('ascii', 'replace')}", 301)
    return _page(dict.fromkeys(FIELDS, ""))


@blueprint.post("/")
def put_right() -> AnyResponse:
    """The text of the plain form put right, with what was changed and why."""
    request.max_form_memory_size = BODY_MOST
    typed = {key: request.form.get(key, "").replace("\r\n", "\n") for key in FIELDS}
    try:
        copy = make_copy(typed["text"], style=typed["style"] or None, source_language=typed["source"] or None)
        with gazetteer() as opened:
            found = check(opened, copy)
    except GazetteerError as wrong:
        return _page(typed, error=str(wrong), status=SORTS[sort_of(wrong)].status)
    return _page(typed, found)


def _usual_first() -> dict[str, Style]:
    """The styles, the default one first, which is what one has without choosing."""
    known = styles()
    return {DEFAULT: known[DEFAULT], **known}


def _page(
    typed: dict[str, str], found: Checked | None = None, *, error: str | None = None, status: int = 200
) -> Response:
    page = render_template(
        "plain.html" if found or error else "desk.html",
        typed={key: text.replace("\0", "\N{REPLACEMENT CHARACTER}") for key, text in typed.items()},
        languages=language_choices(None),
        styles=_usual_first(),
        nonce=style_nonce(),
        corrected=fix(found, Fix.ALL) if found else None,
        text_most=TEXT_MOST,
        warning=found.warning if found else None,
        advised=[one for one in found.mentions if one.advice] if found else [],
        error=error,
    )
    return make_response(page, status)
