"""``/v2/check``: a text to the names in it that are not as the desk writes them."""

from flask import Blueprint, Response, current_app, request

from gazetteer.tagging.checking import check
from gazetteer.tagging.copies import make_copy
from gazetteer.tagging.house import house_of
from gazetteer.tagging.model import Copy
from service.database import gazetteer
from service.errors import Problem
from service.languagetool import words
from service.languagetool.about import SOFTWARE
from service.languagetool.answers import json
from service.languagetool.answers import serve as serve_at
from service.languagetool.forms import form, listed, said
from service.languagetool.languages import primary, spoken
from service.languagetool.matches import MatchPayload, Span, known_spans, matches
from service.languagetool.merging import beside
from service.languagetool.prefixes import style_wanted, unknown_prefix
from service.languagetool.rules import Switches, switches
from service.languagetool.station import upstream
from service.languagetool.upstream import Answer, Asked, UpstreamFailed
from service.languagetool.writing import Writing, writing

# The browser add-on sends each text twice; the second time it asks for what only whole texts tell.
SECOND = "textLevelOnly"


def check_writing() -> Response:
    """Find the names in a text that are not as the desk writes them."""
    fields = form(request)
    sent = writing(fields.get("text"), said(fields, "data"))
    code = said(fields, "language")
    if code is None:
        raise Problem("bad-parameter", "language is missing; send a code such as en-GB, or auto.")
    if said(fields, "apiKey") and not said(fields, "username"):
        raise Problem("bad-parameter", "apiKey needs a username beside it.")
    wanted = switches(fields)
    copy = make_copy(sent.read, language=primary(code), style=style_wanted())
    other = upstream()
    asked = other.ask(fields) if other else None
    ours, known = ([], []) if said(fields, "mode") == SECOND else _checked(sent, copy, wanted)
    theirs = _theirs(asked)
    return json(
        {
            "software": {**SOFTWARE, "status": " ".join(filter(None, (house_of(copy).warning, unknown_prefix())))},
            "warnings": {"incompleteResults": asked is not None and (theirs is None or theirs.incomplete)},
            "language": (theirs and theirs.language)
            or spoken(code, listed(fields, "preferredVariants"), copy.language),
            "matches": [*ours, *(beside(theirs.matches, known) if theirs else ())],
        }
    )


def serve(blueprint: Blueprint) -> None:
    """Give the view its address."""
    serve_at(blueprint, "/check", check_writing, "GET", "POST")


def _checked(sent: Writing, copy: Copy, wanted: Switches) -> tuple[list[MatchPayload], list[Span]]:
    """Our matches, and where the names stand that we know."""
    with gazetteer() as opened:
        holding = opened.held()
        found = check(opened, copy, judgements=holding)
    return matches(found, sent, wanted), known_spans(found, sent, words.folded(holding))


def _theirs(asked: Asked | None) -> Answer | None:
    """What the other server found; None where there is none, or it failed."""
    if asked is None:
        return None
    try:
        return asked.answer()
    except UpstreamFailed as failed:
        current_app.logger.warning("The other LanguageTool failed: %s", failed)
        return None
