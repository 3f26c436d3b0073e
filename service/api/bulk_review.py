"""What people decide of a finished job: the names to look at, as a file and one by one, and the result written anew."""

from flask import Blueprint, Response, request

from gazetteer.errors import BadParameter
from service import payloads
from service.api.bulk import CSV, NOT_THERE
from service.api.bulk_examples import BEGUN, NAMES
from service.attachments import attached
from service.bodies import json_object, query_fields
from service.bulk import counter
from service.bulk.payloads import JobPayload
from service.bulk.reviewing import DecidedPayload, NamesPayload, decide, decide_by_file, kept_of, names
from service.bulk.room import room
from service.bulk.shapes import ChoiceShape, NamesAsked, ReviewForm
from service.database import gazetteer
from service.description import Operation, described
from service.errors import Problem
from service.forms import FILE, FORM, Taken, form
from service.parameters import no_query, shaped

blueprint = Blueprint("bulk_review", __name__)

NAMES_USUAL, NAMES_MOST = 50, 200
REVIEW_MOST = 64 * 2**20  # bytes of a review file
DECISION = '{"values": ["Bakhmout"], "decision": "geonames-713174"}'


@blueprint.get("/bulk/<job>/review")
@described(Operation(gives=JobPayload, problems=NOT_THERE, file_given="text/csv", file_only=True))
def fetch_review(job: str) -> Response:
    """Fetch the names a person should see, as a file to fill in.

    It is CSV, the most frequent first, with an empty column ``decision``:

        curl http://127.0.0.1:8000/bulk/$JOB/review
    """
    no_query(request)
    folder = counter.find(job)
    record = counter.finished(folder)
    try:
        return attached(folder.review, CSV, f"{record.name}.review.csv")
    except FileNotFoundError:
        raise Problem("not-found", "The job has no review file.") from None


@blueprint.post("/bulk/<job>/review")
@described(
    Operation(
        gives=DecidedPayload,
        body=ReviewForm,
        sent_as=FORM,
        problems=(
            *NOT_THERE,
            "bad-table",
            "no-such-column",
            "too-large",
            "unsupported-media-type",
            "no-room",
            "not-ready",
        ),
        example={"decided": 12},
    )
)
def hand_in_review(job: str) -> Response:
    """Hand in the review file with the column ``decision`` filled in.

    It may say the number of a candidate, 1 to 3, the id of an entity, or nobody; ``all`` before it decides for all
    near-equal names. All of it is kept, or nothing. It counts when the result is written anew, at ``/bulk/{id}/again``:

        curl http://127.0.0.1:8000/bulk/$JOB/review -F file=@review.csv
    """
    no_query(request)
    folder = counter.find(job)
    record = counter.finished(folder)
    sent = form(request, Taken(REVIEW_MOST, "review.csv"))
    shaped(ReviewForm, {**sent.fields, FILE: ""}, "field")
    kept = kept_of(counter.settings(), folder, record)
    with room(), gazetteer() as opened:
        return payloads.answer({"decided": decide_by_file(kept, opened.engine, sent.file, sent.name)})


@blueprint.get("/bulk/<job>/names")
@described(Operation(gives=NamesPayload, query=NamesAsked, problems=NOT_THERE, example=NAMES))
def list_names(job: str) -> Response:
    """List the names a person should see, with their candidates and why.

    The most frequent come first:

        curl 'http://127.0.0.1:8000/bulk/$JOB/names?limit=20'
    """
    asked = shaped(NamesAsked, {**query_fields(request)}, "parameter")
    limit = NAMES_USUAL if asked.limit is None else asked.limit
    if not 1 <= limit <= NAMES_MOST:
        raise BadParameter(f"limit is {limit}; it is a whole number from 1 to {NAMES_MOST}.")
    if (asked.skip or 0) < 0:
        raise BadParameter(f"skip is {asked.skip}; it is a whole number from 0.")
    folder = counter.find(job)
    record = counter.finished(folder)
    with room(), kept_of(counter.settings(), folder, record).store() as store:
        return payloads.answer(names(store, folder, record, asked.skip or 0, limit))


@blueprint.post("/bulk/<job>/names")
@described(
    Operation(
        gives=DecidedPayload,
        body=ChoiceShape,
        problems=(*NOT_THERE, "malformed-json", "too-large", "unsupported-media-type", "no-room", "not-ready"),
        example={"decided": 1},
    )
)
def decide_name(job: str) -> Response:
    """Decide who is meant by a name: an id, the number of a candidate, or nobody; null takes it back.

    It is kept at once, and counts when the result is written anew:

        curl http://127.0.0.1:8000/bulk/$JOB/names -H 'Content-Type: application/json' \\
             -d '{"values": ["Xyzzy"], "decision": "nobody"}'
    """
    no_query(request)
    folder = counter.find(job)
    record = counter.finished(folder)
    said = shaped(ChoiceShape, json_object(request, DECISION), "field")
    kept = kept_of(counter.settings(), folder, record)
    with room(), gazetteer() as opened:
        return payloads.answer({"decided": decide(kept, opened.engine, tuple(said.values), said.decision)})


@blueprint.post("/bulk/<job>/again")
@described(Operation(gives=JobPayload, problems=(*NOT_THERE, "no-room"), example=BEGUN))
def write_anew(job: str) -> Response:
    """Write the result anew, with what was decided meanwhile.

    No name is resolved again, so it does not take long:

        curl -X POST http://127.0.0.1:8000/bulk/$JOB/again
    """
    no_query(request)
    folder = counter.find(job)
    return payloads.answer({**counter.told(folder, counter.again(folder))})
