"""Station: who is asked besides us in this process, set up once from the settings."""

from typing import cast

from flask import Flask, current_app

from service.config import Settings
from service.languagetool.upstream import Upstream

EXTENSION = "languagetool"


def put_up(app: Flask, settings: Settings) -> None:
    """Give the application the other server's address, if there is one."""
    address = settings.languagetool_upstream
    app.extensions[EXTENSION] = Upstream(address) if address else None


def upstream() -> Upstream | None:
    """The other server of the application which is answering."""
    return cast(Upstream | None, current_app.extensions[EXTENSION])
