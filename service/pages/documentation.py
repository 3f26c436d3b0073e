"""The description of the service: as JSON for programs, and the same as a page to read."""

from typing import Any

import orjson
from flask import Blueprint, Response, current_app, render_template

from service.description import description
from service.errors import SORTS
from service.payloads import answer

blueprint = Blueprint("documentation", __name__)


@blueprint.app_template_filter()
def pretty(value: Any) -> str:
    """A value as JSON to read: in its order and its letters."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()


EXTENSION = "description"
HEADLINES = (
    "/normalize",
    "/check",
    "/check/xliff",
    "/styles",
)  # read first; what keeps the service running comes after


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Describe the service in OpenAPI 3.1."""
    said = answer(_description())
    said.headers["Cache-Control"] = "no-cache"
    return said


@blueprint.get("/docs")
def docs() -> str:
    """Show the description as a page."""
    whole = _description()
    paths = sorted(whole["paths"].items(), key=lambda item: (item[0] not in HEADLINES, item[0]))
    return render_template("docs.html", paths=paths, schemas=whole["components"]["schemas"], sorts=SORTS)


def _description() -> dict[str, Any]:
    """The description, made once: it changes only with the program."""
    kept: dict[str, Any] = current_app.extensions.setdefault(EXTENSION, {})
    if not kept:
        kept.update(description(current_app))
    return kept
