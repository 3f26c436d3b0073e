"""The service: HTTP around the domain. It parses, calls and renders, and decides nothing about names."""

import os
import traceback
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from flask import Flask, request

from service import api, languagetool, pages
from service.bulk import counter
from service.config import BODY_MOST, settings
from service.database import put_up
from service.errors import handle_errors
from service.headers import send_headers
from service.languagetool import station
from service.languagetool.addresses import straighten

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

SysExcInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


class Service(Flask):
    """Flask, except that its log never repeats what was asked, and that addresses of one protocol come in many ways."""

    def wsgi_app(self, environ: dict[str, Any], start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        return super().wsgi_app(straighten(environ), start_response)

    def log_exception(self, exc_info: SysExcInfo) -> None:
        """Log where a bug is and of what type; its message may hold a name somebody asked."""
        kind, _, trace = exc_info
        frames = "".join(traceback.format_tb(trace))
        name = "an error" if kind is None else f"{kind.__module__}.{kind.__qualname__}"
        self.logger.error("%s at %s %s\n%s", name, request.method, request.url_rule, frames)


def create_app(config: Mapping[str, str] | None = None) -> Flask:
    """The application; ``config`` goes before the environment, with the same keys."""
    said = settings({**os.environ, **(config or {})})
    app = Service(__name__, static_folder=None)
    # A body sent in chunks is cut at the limit: one byte more shows that it was longer.
    app.config.update(MAX_CONTENT_LENGTH=BODY_MOST + 1, PROPAGATE_EXCEPTIONS=False)
    put_up(app, said)
    station.put_up(app, said)
    counter.put_up(app, said)
    handle_errors(app)
    send_headers(app)
    for blueprint in (*api.BLUEPRINTS, *languagetool.BLUEPRINTS, *pages.BLUEPRINTS):
        app.register_blueprint(blueprint)
    return app
