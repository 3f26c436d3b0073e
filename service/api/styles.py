"""``/styles``: the house styles one may ask for."""

from flask import Blueprint, Response, request

from gazetteer.styles import styles
from service import parameters, payloads
from service.description import Operation, described

blueprint = Blueprint("styles", __name__)


@blueprint.get("/styles")
@described(Operation(gives=payloads.StylesPayload, problems=("bad-parameter",)))
def list_styles() -> Response:
    """List the house styles.

    Each has an id, which ``/normalize`` takes as ``style``, the language it writes, the style it
    builds on, and the source and date of what it says:

        curl http://127.0.0.1:8000/styles
    """
    parameters.no_query(request)
    return payloads.answer(payloads.styles(styles()))
