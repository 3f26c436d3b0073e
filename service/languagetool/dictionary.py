"""``/v2/words``: the personal dictionary, in which "add word" means that a name is left alone.

It belongs to the desk, so no page of another site may read or change it from inside a reader's browser.
"""

from urllib.parse import urlsplit

from flask import Blueprint, Response, request

from gazetteer.store import writing
from gazetteer.text.clean import clean
from service.database import gazetteer
from service.errors import Problem
from service.languagetool import words
from service.languagetool.answers import json
from service.languagetool.answers import serve as serve_at
from service.languagetool.forms import Form, form, said

WORDS_MOST = 1_000_000  # that one answer lists, unless it is asked for fewer


def serve(blueprint: Blueprint) -> None:
    """Give the views their addresses."""
    serve_at(blueprint, "/words", list_words, "GET")
    serve_at(blueprint, "/words/add", add_word, "POST")
    serve_at(blueprint, "/words/delete", delete_word, "POST")


def list_words() -> Response:
    """List the words, from an offset and up to a limit if asked."""
    fields = _form()
    first, most = _whole(fields, "offset", 0), _whole(fields, "limit", WORDS_MOST)
    with gazetteer() as opened, opened.engine.connect() as connection:
        found = words.listed(connection)
    return json({"words": found[first : first + most]})


def add_word() -> Response:
    """Leave a name alone from now on."""
    word = _word(_form())
    with gazetteer() as opened, writing(opened.engine) as connection:
        added = words.add(connection, word)
    return json({"added": added})


def delete_word() -> Response:
    """Advise on a name again."""
    word = _word(_form())
    with gazetteer() as opened, writing(opened.engine) as connection:
        deleted = words.delete(connection, word)
    return json({"deleted": deleted})


def _form() -> Form:
    """The fields of a request that no foreign page has sent."""
    # A browser names the page that asks; add-ons and editors have schemes of their own, or say nothing.
    page = request.headers.get("Origin") or ""
    origin = urlsplit(page)
    if page == "null" or (origin.scheme in ("http", "https") and origin.netloc != request.host):
        raise Problem("forbidden", "Pages of other sites may not use the dictionary.")
    return form(request)


def _word(fields: Form) -> str:
    word = said(fields, "word")
    if word is None:
        raise Problem("bad-parameter", "word is missing; send the name that is to be left alone.")
    return clean(word)


def _whole(fields: Form, name: str, usual: int) -> int:
    text = said(fields, name) or str(usual)
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise Problem("bad-parameter", f"{name} must be a whole number such as {usual}.")
    return int(text)
