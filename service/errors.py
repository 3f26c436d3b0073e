"""The one table that knows both: what went wrong in the domain, and what HTTP calls it.

Every answer that is no answer is ``application/problem+json`` (RFC 9457) with a sentence that
says what would be right. A bug is a 500 whose cause stays in the log, without the names asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import orjson
from flask import Flask, Response, request
from typing_extensions import TypedDict
from werkzeug.exceptions import HTTPException

from gazetteer import errors as domain
from gazetteer.tagging.copies import TEXT_MOST

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of problem: its status, its title, and the sentence for when there is none better."""

    status: int
    title: str
    detail: str


class ProblemPayload(TypedDict):
    """What went wrong, and what would be right (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Problem(Exception):
    """A request that HTTP itself, not the domain, has reason to refuse."""

    def __init__(self, sort: str, detail: str) -> None:
        super().__init__(detail)
        self.sort = sort


SORTS: Mapping[str, Sort] = {
    "bad-name": Sort(400, "Bad name", "The name cannot be read as text."),
    "bad-parameter": Sort(400, "Bad parameter", "A parameter is not what it may be."),
    "unknown-kind": Sort(400, "Unknown kind", "A kind is one of place, person, organization."),
    "unknown-language": Sort(400, "Unknown language", "A language is a BCP 47 tag such as fr."),
    "unknown-country": Sort(400, "Unknown country", "A country is an ISO 3166-1 code of two letters."),
    "unknown-system": Sort(400, "Unknown system", "The romanization systems are listed at /transliterate/systems."),
    "no-systems": Sort(400, "No systems", "No system romanizes that; /transliterate/systems lists what is romanized."),
    "not-of-system": Sort(400, "Not of that system", "The system that is named does not make such a spelling."),
    "unknown-style": Sort(400, "Unknown style", "The styles are listed at /styles."),
    "no-style-of-language": Sort(400, "No style of that language", "No style writes the language of the targets."),
    "bad-xliff": Sort(400, "Bad XLIFF", "The file is not XLIFF 1.2 or 2.x in well-formed XML without a DOCTYPE."),
    "nothing-translated": Sort(400, "Nothing translated", "No target has any text; translate the file first."),
    "bad-document": Sort(400, "Bad document", "The file is no Word document that can be read safely."),
    "bad-encoding": Sort(400, "Bad encoding", "The request is not UTF-8."),
    "malformed-json": Sort(400, "Malformed JSON", "The body is not JSON in UTF-8."),
    "bad-request": Sort(400, "Bad request", "The request cannot be read as HTTP."),
    "forbidden": Sort(403, "Forbidden", "This is not for whoever asks."),
    "not-found": Sort(404, "Not found", "There is nothing at this address; /docs lists what there is."),
    "method-not-allowed": Sort(405, "Method not allowed", "This address does not take that method; see Allow."),
    "too-large": Sort(413, "Too large", "The body is larger than 8 MiB; send it in parts."),
    "conflict": Sort(409, "Conflict", "The job does not stand where this can be done; GET /bulk/{id} says where."),
    "gone": Sort(410, "Gone", "The files of the job are removed; send the file again."),
    "bad-table": Sort(
        400, "Bad table", "The file is no table that can be read; send CSV, XLSX, Parquet or JSON lines."
    ),
    "no-such-column": Sort(400, "No such column", "The file has no such column."),
    "not-installed": Sort(501, "Not installed", "What this needs is not installed here."),
    "no-room": Sort(507, "No room", "There is no room left on the service's disk; try again later."),
    "document-too-large": Sort(
        413, "Document too large", f"A Word document has at most 100 MB and {TEXT_MOST:,} characters; send it in parts."
    ),
    "text-too-long": Sort(413, "Text too long", f"A text has at most {TEXT_MOST:,} characters; send it in parts."),
    "address-too-long": Sort(414, "Address too long", "The address is too long; send the name by POST."),
    "unsupported-media-type": Sort(415, "Unsupported media type", "The body must be JSON, or a form with a file."),
    "internal-error": Sort(500, "Internal error", "Something went wrong here, through no fault of the request."),
    "not-ready": Sort(503, "Not ready", "The gazetteer is not ready."),
}

DOMAIN: Mapping[type[domain.GazetteerError], str] = {
    domain.BadName: "bad-name",
    domain.BadParameter: "bad-parameter",
    domain.UnknownKind: "unknown-kind",
    domain.UnknownLanguage: "unknown-language",
    domain.UnknownCountry: "unknown-country",
    domain.UnknownSystem: "unknown-system",
    domain.NoSystems: "no-systems",
    domain.NotOfSystem: "not-of-system",
    domain.UnknownStyle: "unknown-style",
    domain.NoStyleOfLanguage: "no-style-of-language",
    domain.BadXliff: "bad-xliff",
    domain.NothingTranslated: "nothing-translated",
    domain.TextTooLong: "text-too-long",
    domain.BadDocument: "bad-document",
    domain.DocumentTooLarge: "document-too-large",
    domain.BadTable: "bad-table",
    domain.BadReview: "bad-table",
    domain.NothingToReview: "conflict",
    domain.TableTooLarge: "bad-table",
    domain.BadCompression: "bad-table",
    domain.ColumnMissing: "no-such-column",
    domain.UnknownEncoding: "bad-parameter",
    domain.WrongEncoding: "bad-parameter",
    domain.BadDelimiter: "bad-parameter",
    domain.ColumnExists: "bad-parameter",
    domain.MissingLibrary: "not-installed",
    domain.DiskFull: "no-room",
    domain.JobNotFound: "not-found",
    domain.EntityNotFound: "not-found",
    domain.JudgementNotFound: "not-found",
    domain.GazetteerNotReady: "not-ready",
}

HTTP: Mapping[int, str] = {
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    414: "address-too-long",
    415: "unsupported-media-type",
    500: "internal-error",
}


def handle_errors(app: Flask) -> None:
    """Answer every error of the application with a problem."""
    app.register_error_handler(Problem, lambda wrong: answer(wrong.sort, str(wrong)))
    for error in DOMAIN:
        app.register_error_handler(error, domain_problem)
    app.register_error_handler(HTTPException, _http_problem)


def sort_of(error: domain.GazetteerError) -> str:
    """The sort of problem an error of the domain is."""
    return next(DOMAIN[kin] for kin in type(error).__mro__ if kin in DOMAIN)


def domain_problem(error: domain.GazetteerError) -> Response:
    """The answer to an error of the domain, in its own words."""
    return answer(sort_of(error), str(error))


def problem(sort: str, detail: str | None = None) -> ProblemPayload:
    """A problem of that sort; ``type`` is where the documentation explains it."""
    known = SORTS[sort]
    return {
        "type": f"/docs#{sort}",
        "title": known.title,
        "status": known.status,
        "detail": detail or known.detail,
    }


def answer(sort: str, detail: str | None = None) -> Response:
    """A problem of that sort as an HTTP answer."""
    return Response(orjson.dumps(problem(sort, detail)), SORTS[sort].status, content_type=MEDIA_TYPE)


def _http_problem(error: HTTPException) -> Response:
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if code not in HTTP:
        return answer("bad-request", f"{HTTPStatus(code).phrase}: the request cannot be answered as it was sent.")
    if code != HTTPStatus.METHOD_NOT_ALLOWED:
        return answer(HTTP[code])
    allowed = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
    said = answer(HTTP[code], f"{request.method} is not possible here; use {allowed}.")
    said.headers["Allow"] = allowed
    return said
