"""Station: what the views of the protocol share in one process, set up once from the settings."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from service.config import Settings
from service.languagetool.upstream import Upstream
from service.languagetool.words import Words, WordsInMemory

EXTENSION = "languagetool"


@dataclass(frozen=True, slots=True)
class Station:
    """Who keeps the words, and who is asked besides us, if anybody."""

    words: Words
    upstream: Upstream | None


def put_up(app: Flask, settings: Settings) -> None:
    """Give the application its station."""
    address = settings.languagetool_upstream
    app.extensions[EXTENSION] = Station(WordsInMemory(), Upstream(address) if address else None)


def station() -> Station:
    """That of the application which is answering."""
    return cast(Station, current_app.extensions[EXTENSION])
