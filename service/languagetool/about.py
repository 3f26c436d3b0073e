"""What a client asks before it sends a text: which languages there are, how much it may send, who answers."""

from flask import Blueprint, Response
from typing_extensions import TypedDict

from gazetteer import __version__
from gazetteer.tagging.copies import TEXT_MOST
from service.languagetool.answers import json, plain
from service.languagetool.answers import serve as serve_at
from service.languagetool.languages import choices
from service.languagetool.prefixes import unknown_prefix


class SoftwarePayload(TypedDict):
    """Who answers; clients know the protocol by the version that it is of."""

    name: str
    version: str
    buildDate: str
    apiVersion: int
    premium: bool
    status: str


SOFTWARE: SoftwarePayload = {
    "name": "LanguageTool",
    "version": f"6.6-names-{__version__}",
    "buildDate": "2026-01-01 00:00:00 +0000",
    "apiVersion": 1,
    "premium": False,
    "status": "",
}


def serve(blueprint: Blueprint) -> None:
    """Give the views their addresses."""
    serve_at(blueprint, "/languages", list_languages, "GET")
    serve_at(blueprint, "/maxtextlength", most, "GET")
    serve_at(blueprint, "/info", info, "GET")
    serve_at(blueprint, "/healthcheck", health, "GET")


def list_languages() -> Response:
    """List the languages a client may choose from."""
    return json(choices())


def most() -> Response:
    """Say how many characters are checked at once."""
    return plain(str(TEXT_MOST))


def info() -> Response:
    """Say who answers."""
    return json({"software": {**SOFTWARE, "status": unknown_prefix()}})


def health() -> Response:
    """Say that the process is alive."""
    return plain("OK")
