"""Answers: what all of ``/v2`` have in common, whatever was asked and however it went.

Any page may read them (the browser add-on needs that), and what is refused is told in plain text, never as a problem.
"""

from collections.abc import Callable, Mapping, Sequence

import orjson
from flask import Blueprint, Response, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import HTTPException
from werkzeug.routing import PathConverter

from gazetteer.errors import GazetteerError
from service.errors import HTTP, SORTS, Problem, sort_of
from service.languagetool.prefixes import refuse_slips

JSON, PLAIN = "application/json", "text/plain; charset=utf-8"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type, X-Requested-With",
    "Access-Control-Max-Age": "86400",
}


def json(payload: Mapping[str, object] | Sequence[object]) -> Response:
    """A payload as an answer."""
    return Response(orjson.dumps(payload), content_type=JSON)


def plain(text: str, status: int = 200) -> Response:
    """A text as an answer."""
    return Response(text, status, content_type=PLAIN)


def speak(blueprint: Blueprint) -> None:
    """Answer preflights and errors of these addresses as the protocol does, and let any page read the answers."""
    blueprint.before_request(_preflight)
    blueprint.before_request(refuse_slips)
    blueprint.after_request(_let_read)
    blueprint.register_error_handler(Problem, lambda wrong: _refused(wrong.sort, str(wrong)))
    blueprint.register_error_handler(GazetteerError, lambda wrong: _refused(sort_of(wrong), str(wrong)))
    blueprint.register_error_handler(HTTPException, _http_refused)
    for status in HTTP:
        # Those for a status go before those for all, and the pages have some for the whole application.
        blueprint.register_error_handler(status, _http_refused)
    blueprint.record(_take_in_all)


def serve(blueprint: Blueprint, rule: str, view: Callable[[], Response], *methods: str) -> None:
    """Answer an address with a view, and say of other methods that it does not take them."""

    def not_allowed() -> Response:
        answer = _refused("method-not-allowed", f"{request.method} is not possible here; use {' or '.join(methods)}.")
        answer.headers["Allow"] = ", ".join((*methods, "OPTIONS"))
        return answer

    blueprint.add_url_rule(rule, view.__name__, view, methods=methods)
    blueprint.record(lambda state: _add_for_any_method(state, rule, f"not_{view.__name__}", not_allowed))


class Rest(PathConverter):
    """All that is left of an address, line ends among it, which other converters stop at."""

    regex = "(?s:.*)"


def _take_in_all(state: BlueprintSetupState) -> None:
    """Let no address of the protocol be refused by the router, which would answer with a problem."""
    state.app.url_map.converters["rest"] = Rest
    _add_for_any_method(state, "/<rest:rest>", "nothing", _nothing)


def _add_for_any_method(state: BlueprintSetupState, rule: str, name: str, view: Callable[..., Response]) -> None:
    """Answer an address with a view whatever the method is, be it one that nobody knows; Flask itself wants a list."""
    endpoint = f"{state.blueprint.name}.{name}"
    state.app.view_functions[endpoint] = view
    state.app.url_map.add(state.app.url_rule_class(f"{state.url_prefix}{rule}", endpoint=endpoint))


def _preflight() -> Response | None:
    return Response(status=204) if request.method == "OPTIONS" else None


def _let_read(answer: Response) -> Response:
    answer.headers.update(CORS)
    return answer


def _refused(sort: str, detail: str | None = None) -> Response:
    known = SORTS[sort]
    return plain(f"Error: {detail or known.detail}", known.status)


def _http_refused(error: HTTPException) -> Response:
    return _refused(HTTP.get(error.code or 500, "bad-request"))


def _nothing(rest: str) -> Response:
    return _refused("not-found", "There is nothing at this address; texts are checked at /v2/check.")
