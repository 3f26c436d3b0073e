"""``/judgements``: what editors decide of names, told once and held to in every channel."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, request

from gazetteer.store import listed, record, undo, writing
from service import parameters, payloads, shapes
from service.database import gazetteer
from service.description import Operation, described

blueprint = Blueprint("judgements", __name__)

LISTED_USUAL = 100
ASKS: Mapping[str, Any] = {
    "ignore": {"name": "Kiev", "action": "ignore", "reason": "the name of a restaurant"},
    "not-this": {"name": "Gogol", "action": "not-this", "entity": "geonames-708636"},
}
EXAMPLE: Mapping[str, Any] = {
    "id": 7,
    "name": "Kiev",
    "action": "ignore",
    "entity": None,
    "reason": "the name of a restaurant",
    "at": "2026-11-26T12:00:00+00:00",
    "gazetteer_version": 12,
    "undone": False,
}


@blueprint.post("/judgements")
@described(
    Operation(
        gives=payloads.JudgementPayload,
        body=shapes.Judged,
        problems=(
            "bad-name", "bad-parameter", "not-found", "malformed-json", "too-large", "unsupported-media-type",
            "not-ready",
        ),
        asks=ASKS,
        example=EXAMPLE,
        status=201,
    )
)  # fmt: skip
def judge_name() -> Response:
    """Tell what an editor decided of a name.

    That a name does not mean an entity (``not-this``), or stays as it is written (``ignore``), holds
    from then on, in every channel; an advice that was accepted or rejected is only remembered. Of the
    words around the name nothing but a hash is kept:

        curl http://127.0.0.1:8000/judgements -H 'Content-Type: application/json' \\
             -d '{"name": "Kiev", "action": "ignore", "reason": "the name of a restaurant"}'
    """
    judged, reason = parameters.judgement_body(request)
    with gazetteer() as opened, writing(opened.engine) as connection:
        made = record(connection, judged, reason=reason)
    return payloads.answer(payloads.judgement(made), 201)


@blueprint.get("/judgements")
@described(
    Operation(
        gives=payloads.JudgementsPayload,
        query=shapes.JudgementsAsked,
        problems=("bad-parameter", "bad-encoding", "not-ready"),
        example={"judgements": [EXAMPLE], "before": None},
    )
)
def list_judgements() -> Response:
    """List what was decided, the newest first, undone ones too.

    The next page is asked for with ``before``:

        curl 'http://127.0.0.1:8000/judgements?limit=20'
    """
    asked = parameters.judgements_query(request)
    limit = asked.limit or LISTED_USUAL
    with gazetteer() as opened, opened.engine.connect() as connection:
        found = list(listed(connection, name=asked.name, before=asked.before, limit=limit))
    return payloads.answer(payloads.judgements(found, limit))


@blueprint.delete("/judgements/<int:number>")
@described(
    Operation(gives=payloads.JudgementPayload, problems=("bad-parameter", "not-found", "not-ready"), example=EXAMPLE)
)
def undo_judgement(number: int) -> Response:
    """Undo a judgement: it no longer holds, and stays listed as undone.

    An undone one stays undone, however often this is asked:

        curl -X DELETE http://127.0.0.1:8000/judgements/1
    """
    parameters.no_query(request)
    number = parameters.judgement_number(number)
    with gazetteer() as opened, writing(opened.engine) as connection:
        undone = undo(connection, number)
    return payloads.answer(payloads.judgement(undone))
