"""Station: the other server that the views of the protocol ask in one process, set up once from the settings."""

from typing import cast

from flask import Flask, current_app

from service.config import Settings
from service.languagetool.upstream import Upstream

EXTENSION = "languagetool"


@dataclass(frozen=True, slots=True)
class Station:
    """Who is asked besides us, if anybody."""

    upstream: Upstream | None


def put_up(app: Flask, settings: Settings) -> None:
    """Give the application the other server's address, if there is one."""
    address = settings.languagetool_upstream
    app.extensions[EXTENSION] = Station(Upstream(address) if address else None)


def upstream() -> Upstream | None:
    """The other server of the application which is answering."""
    return cast(Upstream | None, current_app.extensions[EXTENSION])
