"""``/normalize``: a name, or a thousand, to the entities they mean."""

from flask import Blueprint, Response, request

from gazetteer.model import Query
from service import parameters, payloads, shapes
from service.api.examples import DECISION, NORMALIZE_ASKS
from service.asking import decide, decide_all
from service.description import Operation, described

blueprint = Blueprint("normalize", __name__)

REFUSED = (
    "bad-name",
    "bad-parameter",
    "unknown-kind",
    "unknown-language",
    "unknown-country",
    "unknown-style",
    "bad-encoding",
)


@blueprint.get("/normalize")
@described(
    Operation(
        gives=payloads.DecisionPayload,
        query=shapes.Asked,
        problems=(*REFUSED, "address-too-long", "not-ready"),
        example=DECISION,
    )
)
def normalize_name() -> Response:
    """Say which entity a written name means, and why.

    The answer is linked, ambiguous (the candidates are listed) or nil, never a silent guess:

        curl 'http://127.0.0.1:8000/normalize?name=Bakhmout&language=fr'
    """
    asked = parameters.normalize_query(request)
    return payloads.answer(payloads.decision(decide(asked)))


@blueprint.post("/normalize")
@described(
    Operation(
        gives=payloads.DecisionPayload | payloads.ResultsPayload,
        body=shapes.Asked | shapes.Batch,
        problems=(*REFUSED, "malformed-json", "too-large", "unsupported-media-type", "not-ready"),
        asks=NORMALIZE_ASKS,
        example=DECISION,
    )
)
def normalize_names() -> Response:
    """Say which entity each of up to 1,000 written names means, and why.

    Send one name with what is known around it, or many with what they share; an entry of the
    list may be a string, or an object that overrides what is shared. The answers come in the
    same order:

        curl http://127.0.0.1:8000/normalize -H 'Content-Type: application/json' \\
             -d '{"names": ["Bakhmout", {"name": "Syrsky", "kind": "person"}], "language": "fr"}'
    """
    asked = parameters.normalize_body(request)
    if isinstance(asked, Query):
        return payloads.answer(payloads.decision(decide(asked)))
    return payloads.answer(payloads.results(decide_all(asked)))
