"""The page of one entity: every name it goes by, how each style writes it, where it is and who says so."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, make_response, redirect, render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from gazetteer.errors import EntityNotFound, GazetteerNotReady
from gazetteer.model import Name
from gazetteer.store import Account, read_account
from gazetteer.styles import DEFAULT, spelling, styles
from gazetteer.tagging.accepted import accepted_forms
from service.database import gazetteer
from service.errors import SORTS
from service.pages.locator import locator
from service.pages.words import language_name, linked, script_name, style_name

blueprint = Blueprint("gazetteer", __name__)


@blueprint.get("/gazetteer/<public_id>")
def entity(public_id: str) -> AnyResponse:
    """Show an entity; another of its ids, or one that was merged into it, leads to its own."""
    try:
        with gazetteer() as opened, opened.engine.connect() as connection:
            account = read_account(connection, public_id)
    except EntityNotFound:
        raise NotFound from None
    except GazetteerNotReady as wrong:
        page = render_template("sorry.html", title="No answer just now", detail=str(wrong))
        return make_response(page, SORTS["not-ready"].status)
    if account.entity.id != public_id:
        return redirect(url_for("gazetteer.entity", public_id=account.entity.id), 301)
    return _page(account)


def _page(account: Account) -> Response:
    return make_response(
        render_template(
            "entity.html",
            entity=account.entity,
            region=account.region,
            languages=by_language(account),
            hidden=sum(not name.shown for name, _ in account.names),
            forms=forms(account),
            standing=standing(account),
            locator=locator(account.entity),
            ids=linked(account.identifiers),
            sources=account.sources,
        )
    )


def by_language(account: Account) -> Sequence[tuple[str, str | None, str, Sequence[Name]]]:
    """The names that are shown, by language and script: the heading, the language's tag, the script, the names."""
    grouped: dict[tuple[str | None, str], list[Name]] = {}
    for name, script in account.names:
        if name.shown:
            grouped.setdefault((name.language, script or "Zzzz"), []).append(name)
    rows = [(heading(*key), *key, _distinct(names)) for key, names in grouped.items()]
    return sorted(rows, key=lambda row: (row[1] is None, row[0]))


def forms(account: Account) -> Mapping[str, Sequence[str]]:
    """What the styles write, with the names of the styles that write so; what is usual in English goes first."""
    names = [name for name, _ in account.names]
    written: dict[str, list[str]] = {}
    for style in sorted(styles().values(), key=lambda style: style.id != DEFAULT):
        written.setdefault(spelling(style, account.entity, lambda: names), []).append(style_name(style))
    return written


def standing(account: Account) -> Sequence[str]:
    """The other forms that are let stand where no house style is chosen."""
    accepted = accepted_forms(account.entity, [name for name, _ in account.names], styles()[DEFAULT])
    return sorted(text for text in accepted.forms.values() if text != accepted.own)


def heading(language: str | None, script: str) -> str:
    """What names of a language in a script stand under; the script is said where no language is known.

    >>> heading("uk", "Cyrl"), heading(None, "Arab")
    ('Ukrainian', 'Arabic letters, language not known')
    """
    return f"{script_name(script)} letters, language not known" if language is None else language_name(language)


def _distinct(names: Sequence[Name]) -> Sequence[Name]:
    return list({name.text: name for name in reversed(names)}.values())[::-1]
