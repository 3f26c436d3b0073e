"""``/bulk``: files of names of any size, cleaned while their owners wait: who has a job's id has the job."""

from collections.abc import Mapping
from typing import Any, cast

from flask import Blueprint, Response, request, stream_with_context

from service import payloads
from service.api.bulk_examples import BEGUN, JOB
from service.attachments import attached
from service.bulk import counter, steps
from service.bulk.events import MEDIA_TYPE, mark_of, stream
from service.bulk.forms import said_in_json
from service.bulk.naming import encoding_of, kept_as, type_of
from service.bulk.payloads import JobPayload
from service.bulk.record import ENDED
from service.bulk.room import room
from service.bulk.shapes import BulkForm, SettingsShape
from service.description import Operation, described
from service.errors import Problem
from service.forms import FORM
from service.parameters import no_query

blueprint = Blueprint("bulk", __name__)

FILE_PROBLEMS = ("bad-table", "no-such-column", "not-installed", "no-room")
SAID_PROBLEMS = ("bad-parameter", "unknown-kind", "unknown-language", "unknown-country", "unknown-style")
JOB_PROBLEMS = ("bad-parameter", "not-found")
NOT_THERE = (*JOB_PROBLEMS, "conflict", "gone")
CSV = "text/csv; charset=utf-8"
ANY_FILE = "application/octet-stream"


@blueprint.post("/bulk")
@described(
    Operation(
        gives=JobPayload,
        body=BulkForm,
        sent_as=FORM,
        problems=(*SAID_PROBLEMS, *FILE_PROBLEMS, "too-large", "unsupported-media-type"),
        example=BEGUN,
        status=201,
    )
)
def hand_in_file() -> Response:
    """Hand in a file of names to be cleaned; each row comes back with what its name means beside it.

    CSV and TSV in any usual encoding, XLSX, Parquet and JSON lines, also compressed. With ``column`` the job begins
    when its turn comes; without, it waits with a guess of how the file is written, to be corrected and begun at
    ``/bulk/{id}/settings``. The answer has the id of the job, which nobody else knows: who has it has the job:

        curl http://127.0.0.1:8000/bulk -F file=@cities.csv -F column=city
    """
    no_query(request)
    folder = counter.hand_in(request)
    said = payloads.answer(_told(counter.told(folder)), 201)
    said.headers["Location"] = f"/bulk/{folder.id}"
    return said


@blueprint.get("/bulk/<job>")
@described(Operation(gives=JobPayload, problems=JOB_PROBLEMS, example=JOB))
def show_job(job: str) -> Response:
    """Say how a job stands: waiting, queued, running, finished, failed, cancelled or expired.

    With the guess, the progress and the decisions so far, and, when it is finished, what it came to:

        curl http://127.0.0.1:8000/bulk/$JOB
    """
    no_query(request)
    return payloads.answer(_told(counter.told(counter.find(job))))


@blueprint.patch("/bulk/<job>/settings")
@described(
    Operation(
        gives=JobPayload,
        body=SettingsShape,
        problems=(*SAID_PROBLEMS, *FILE_PROBLEMS, *NOT_THERE, "malformed-json", "too-large", "unsupported-media-type"),
        example=BEGUN,
    )
)
def correct_job(job: str) -> Response:
    """Correct how the file of a job is read, and see its first rows as they are read so. It is not begun.

    What is left out stays as it was said before; null says that nothing is said, and it is guessed again:

        curl -X PATCH http://127.0.0.1:8000/bulk/$JOB/settings -H 'Content-Type: application/json' \\
             -d '{"encoding": "windows-1251", "header": true}'
    """
    return _settings(job, begin=False)


@blueprint.post("/bulk/<job>/settings")
@described(
    Operation(
        gives=JobPayload,
        body=SettingsShape,
        problems=(*SAID_PROBLEMS, *FILE_PROBLEMS, *NOT_THERE, "malformed-json", "too-large", "unsupported-media-type"),
        example=BEGUN,
    )
)
def begin_job(job: str) -> Response:
    """Say the column of a job, and what else is known, and begin it.

    A job that failed, or is finished, may be begun again so:

        curl http://127.0.0.1:8000/bulk/$JOB/settings -H 'Content-Type: application/json' \\
             -d '{"column": "city", "country": "UA"}'
    """
    return _settings(job, begin=True)


@blueprint.get("/bulk/<job>/events")
@described(Operation(gives=JobPayload, problems=JOB_PROBLEMS, file_given=MEDIA_TYPE, file_only=True))
def follow_job(job: str) -> Response:
    """Follow a job as it goes on: server-sent events, each with the job as ``GET /bulk/{id}`` gives it.

    An event ``job`` comes whenever it changes, ``end`` at last. Who comes back with ``Last-Event-ID`` is told only
    what is new; who has been told the end already gets 204 and need not come back:

        curl -N http://127.0.0.1:8000/bulk/$JOB/events
    """
    no_query(request)
    folder = counter.find(job)
    seen = request.headers.get("Last-Event-ID")
    first = _told(counter.told(folder))
    if first["state"] in ENDED and seen == mark_of(first):
        return Response(status=204)
    events = stream(lambda: _told(counter.told(folder)), seen, lambda told: told["state"] in ENDED)
    return Response(
        stream_with_context(events),
        content_type=MEDIA_TYPE,
        headers={"X-Accel-Buffering": "no"},
        direct_passthrough=True,
    )


@blueprint.get("/bulk/<job>/result")
@described(Operation(gives=JobPayload, problems=NOT_THERE, file_given=ANY_FILE, file_only=True))
def fetch_result(job: str) -> Response:
    """Fetch the file of a finished job, cleaned.

    It is in its own format, and every byte beside our columns is as it was:

        curl -OJ http://127.0.0.1:8000/bulk/$JOB/result
    """
    no_query(request)
    folder = counter.find(job)
    record = counter.finished(folder)
    name = str((record.came_to or {})["result"])
    try:
        return attached(folder.path / kept_as(name), type_of(name, encoding_of(record)), name)
    except FileNotFoundError:
        raise Problem("gone", steps.CANCELLED) from None


@blueprint.get("/bulk/<job>/rejects")
@described(Operation(gives=JobPayload, problems=NOT_THERE, file_given="text/csv", file_only=True))
def fetch_rejects(job: str) -> Response:
    """Fetch the rows that could not be read, as CSV: line, reason, text, and bytes.

    There is no such file if there are no such rows:

        curl http://127.0.0.1:8000/bulk/$JOB/rejects
    """
    no_query(request)
    folder = counter.find(job)
    record = counter.finished(folder)
    try:
        return attached(folder.rejects, CSV, f"{record.name}.rejects.csv")
    except FileNotFoundError:
        raise Problem("not-found", "No row of this job was rejected, so there is no file of them.") from None


@blueprint.delete("/bulk/<job>")
@described(Operation(gives=JobPayload, problems=JOB_PROBLEMS, example={**JOB, "state": "cancelled"}))
def cancel_job(job: str) -> Response:
    """Cancel a job, and remove its files.

    One that is under way ends with the rows at hand, and is ``stopping`` till then:

        curl -X DELETE http://127.0.0.1:8000/bulk/$JOB
    """
    no_query(request)
    folder = counter.find(job)
    counter.stands(folder)
    with room():
        record = steps.cancel(folder)
    return payloads.answer(_told(counter.told(folder, record)))


def _settings(job: str, *, begin: bool) -> Response:
    no_query(request)
    folder = counter.find(job)
    said = said_in_json(request, counter.stands(folder).said)
    return payloads.answer(_told(counter.told(folder, counter.change(folder, said, begin=begin))))


def _told(job: JobPayload) -> Mapping[str, Any]:
    return cast(Mapping[str, Any], job)
