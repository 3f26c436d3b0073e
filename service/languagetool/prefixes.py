"""What stands in an address before ``/v2``: the id of a house style, or a proxy's own; a slip of an id is refused."""

from difflib import get_close_matches

from flask import Response, request

from gazetteer.styles import styles
from service.errors import Problem
from service.languagetool.addresses import PREFIX

# Shorter words are too like each other: api is no slip of ap.
SLIP_LEAST, SLIP_LIKE = 4, 0.75


def style_wanted() -> str | None:
    """The style whose id stands in the address, in whatever case; None if none does."""
    prefix = request.environ.get(PREFIX)
    return {known.casefold(): known for known in styles()}.get(prefix.casefold()) if prefix else None


def refuse_slips() -> Response | None:
    """Refuse an address with what looks like a house style's id, and is none."""
    prefix = request.environ.get(PREFIX)
    if not prefix or len(prefix) < SLIP_LEAST or style_wanted() is not None:
        return None
    like = get_close_matches(prefix.casefold(), styles(), n=1, cutoff=SLIP_LIKE)
    if like or prefix.casefold().endswith("-desk"):
        hint = f"; is {like[0]} meant?" if like else "."
        raise Problem("not-found", f"There is no house style {prefix[:40]}{hint} The styles are listed at /styles.")
    return None


def unknown_prefix() -> str:
    """What to say of an address with something else before /v2 than a style; nothing if there is none."""
    prefix = request.environ.get(PREFIX)
    if not prefix or style_wanted() is not None:
        return ""
    return f"{prefix[:40]} in the address is no house style, and is taken for a proxy's; the styles are at /styles."
