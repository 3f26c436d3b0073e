"""Headers every answer carries, whatever it is: nothing from elsewhere, nothing told elsewhere."""

from flask import Flask, Response

POLICY = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# An answer may change with the next edit, and what was asked is nobody's business.
KEEP_NOTHING = "no-store"


def send_headers(app: Flask) -> None:
    """Add the headers to every answer; one that already says how long it keeps is left alone."""

    @app.after_request
    def add(answer: Response) -> Response:
        answer.headers.update(POLICY)
        answer.headers.setdefault("Cache-Control", KEEP_NOTHING)
        return answer
