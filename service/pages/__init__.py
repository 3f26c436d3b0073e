"""What people look at: HTML from the server, whole without scripts, nothing from other hosts."""

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import InternalServerError, NotFound

from service.errors import SORTS, answer
from service.pages import bulk, desk, documentation, gazetteer, look_up, packing, transliterate, words

shared = Blueprint("pages", __name__, template_folder="templates", static_folder="static", static_url_path="/static")
shared.add_app_template_global(words.map_link)
shared.add_app_template_global(words.identifiers)
shared.add_app_template_filter(words.sureness)
shared.add_app_template_filter(words.hundredths)
shared.add_app_template_filter(words.share)
shared.add_app_template_filter(words.size)
shared.add_app_template_filter(words.isolated)
shared.add_app_template_filter(words.language_name)
shared.add_app_template_filter(words.style_name)

shared.after_request(packing.packed)

BLUEPRINTS: tuple[Blueprint, ...] = (
    shared,
    desk.blueprint,
    bulk.blueprint,
    look_up.blueprint,
    transliterate.blueprint,
    gazetteer.blueprint,
    documentation.blueprint,
)


@shared.app_errorhandler(NotFound)
def not_found(_error: NotFound) -> Response:
    """A page for people, a problem for programs."""
    return _sorry("not-found", "There is no page at this address", "It may have been mistyped.")


@shared.app_errorhandler(InternalServerError)
def bug(_error: InternalServerError) -> Response:
    """The same for a fault of the program."""
    return _sorry("internal-error", "Something went wrong here", "It is not your doing.")


def _sorry(sort: str, title: str, detail: str) -> Response:
    """The page, where a page was asked for: by a browser, and not of the interface for programs."""
    of_pages = request.blueprint is None or request.blueprint in {blueprint.name for blueprint in BLUEPRINTS}
    if not of_pages or "text/html" not in request.accept_mimetypes.values():
        return answer(sort)
    return make_response(render_template("sorry.html", title=title, detail=detail), SORTS[sort].status)
