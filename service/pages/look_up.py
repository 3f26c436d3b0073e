"""Looking up one name: type it, see who it is, why, how sure, and who else it might be."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from gazetteer.errors import (
    BadName,
    BadParameter,
    GazetteerError,
    UnknownCountry,
    UnknownKind,
    UnknownLanguage,
    UnknownStyle,
)
from gazetteer.model import Decision, Kind
from gazetteer.query import countries
from gazetteer.styles import styles
from service.asking import decide
from service.bodies import READ
from service.errors import SORTS, Problem, sort_of
from service.pages.choices import country_choices, language_choices
from service.pages.words import language_name
from service.parameters import query_of

blueprint = Blueprint("look_up", __name__)

AROUND = ("kind", "language", "country", "style", "near")
# Beside which field of the form an error is said.
FIELDS: Mapping[type[Exception], str] = {
    BadName: "name",
    UnknownKind: "kind",
    UnknownLanguage: "language",
    UnknownCountry: "country",
    UnknownStyle: "style",
    BadParameter: "near",
    Problem: "near",
}
EXAMPLES = (("Bakhmout", "fr"), ("Артемівськ", "uk"), ("Selenskyj", "de"), ("Pékin", "fr"), ("Thursday", "en"))


@blueprint.get("/look-up")
def look_up() -> Response:
    """Ask who a name means, and show the answer."""
    typed = {key: request.args.get(key, "").strip() for key in ("name", *AROUND)}
    if "name" not in request.args:
        return _page(typed)
    try:
        decided = decide(query_of(_fields(typed), "field"))
    except Problem as wrong:
        return _page(typed, error=str(wrong), field=FIELDS[Problem], status=SORTS[wrong.sort].status)
    except GazetteerError as wrong:
        return _page(typed, error=str(wrong), field=FIELDS.get(type(wrong)), status=SORTS[sort_of(wrong)].status)
    return _page(typed, decided, chosen=request.args.get("chosen"))


@blueprint.get("/credits")
def credits_page() -> str:
    """Show whose data this is."""
    return render_template("credits.html")


def _fields(typed: Mapping[str, str]) -> dict[str, Any]:
    """What was typed as values; what was left blank was not said."""
    said = {key: READ.get(key, str)(text) for key, text in typed.items() if text}
    return {"name": "", **said}


def _told(typed: Mapping[str, str]) -> list[str]:
    """What was said around the name, as the form's closed fold repeats it."""
    known = {
        "language": language_name(typed["language"]),
        "country": countries().get(typed["country"].upper()),
        "near": f"near {typed['near']}",
        "style": styles()[typed["style"]].name if typed["style"] in styles() else None,
    }
    return [known.get(key) or typed[key] for key in AROUND if typed[key]]


def _page(
    typed: Mapping[str, str],
    decided: Decision | None = None,
    *,
    chosen: str | None = None,
    error: str | None = None,
    field: str | None = None,
    status: int = 200,
) -> Response:
    page = render_template(
        "look_up.html",
        typed={key: text.replace("\0", "\N{REPLACEMENT CHARACTER}") for key, text in typed.items()},
        around={key: typed[key] for key in AROUND if typed[key]},
        told=_told(typed),
        decided=decided,
        chosen=next((match for match in decided.matches if match.entity.id == chosen), None) if decided else None,
        error=error,
        field=field,
        examples=EXAMPLES,
        kinds=list(Kind),
        languages=language_choices(typed["language"]),
        countries=country_choices(),
        styles=styles(),
    )
    return make_response(page, status)
