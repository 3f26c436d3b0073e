"""Is the process alive, and can it answer: for whoever runs the service."""

from flask import Blueprint, Response

from service import payloads
from service.bulk import counter
from service.database import gazetteer
from service.description import Operation, described

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@described(Operation(gives=payloads.AlivePayload))
def healthz() -> Response:
    """Say that the process is alive.

    It looks at nothing else; a service that is alive may not be ready yet:

        curl http://127.0.0.1:8000/healthz
    """
    return payloads.answer({"status": "alive"})


@blueprint.get("/readyz")
@described(Operation(gives=payloads.ReadyPayload, problems=("not-ready",)))
def readyz() -> Response:
    """Say whether names can be resolved: the database answers and the index is current.

    With the version of the gazetteer, how many entities and names it holds, whether there is a worker
    for jobs, and how many are in the queue and under way:

        curl http://127.0.0.1:8000/readyz
    """
    with gazetteer() as opened:
        ready: payloads.ReadyPayload = {
            "status": "ready",
            "gazetteer_version": opened.version,
            "counts": dict(opened.counts),
            "jobs": counter.under_way(),
        }
    return payloads.answer(ready)
