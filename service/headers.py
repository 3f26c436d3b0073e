"""Headers every answer carries, whatever it is: nothing from elsewhere, nothing told elsewhere."""

import secrets

from flask import Flask, Response, g

POLICY = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# An answer may change with the next edit, and what was asked is nobody's business.
KEEP_NOTHING = "no-store"
NONCE = "style_nonce"


def style_nonce() -> str:
    """The word by which this answer's page may add style elements of its own, another for every answer."""
    if NONCE not in g:
        setattr(g, NONCE, secrets.token_urlsafe(16))
    return str(g.get(NONCE))


def send_headers(app: Flask) -> None:
    """Add the headers to every answer; one that already says how long it keeps is left alone."""

    @app.after_request
    def add(answer: Response) -> Response:
        answer.headers.update(POLICY)
        if (nonce := g.get(NONCE)) is not None:
            answer.headers["Content-Security-Policy"] += f"; style-src 'self' 'nonce-{nonce}'"
        answer.headers.setdefault("Cache-Control", KEEP_NOTHING)
        return answer
