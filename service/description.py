"""The description of the service (OpenAPI 3.1), made from its views, models and payloads.

A view says what it takes and gives with ``@described``; its docstring is what the reader sees.
What no view says is not described, and the pages do not appear: they are for people.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from flask import Flask
from pydantic import BaseModel, TypeAdapter
from werkzeug.routing import IntegerConverter, Rule

from gazetteer import __version__
from service.errors import MEDIA_TYPE as PROBLEM_TYPE
from service.errors import SORTS, ProblemPayload, problem
from service.payloads import MEDIA_TYPE

View = TypeVar("View", bound=Callable[..., Any])
SCHEMAS = "#/components/schemas/{model}"
# The one parameter whose writing in a query string differs from its JSON.
NEAR = {"type": "string", "pattern": r"^-?[0-9]{1,2}(\.[0-9]+)?,-?[0-9]{1,3}(\.[0-9]+)?$", "examples": ["48.6,38.0"]}


@dataclass(frozen=True, slots=True)
class Operation:
    """What a view takes and gives."""

    gives: Any
    problems: Sequence[str] = ()
    query: type[BaseModel] | None = None
    body: Any = None
    asks: Mapping[str, Any] = field(default_factory=dict)
    example: Mapping[str, Any] | None = None
    status: int = 200
    sent_as: str = MEDIA_TYPE
    file_given: str | None = None  # the type of a file that may be given instead
    file_only: bool = False  # and nothing else is given


OPERATIONS: dict[Callable[..., Any], Operation] = {}


def described(operation: Operation) -> Callable[[View], View]:
    """Register what a view takes and gives."""

    def register(view: View) -> View:
        OPERATIONS[view] = operation
        return view

    return register


def description(app: Flask) -> dict[str, Any]:
    """The OpenAPI description of every described view of the application."""
    paths: dict[str, dict[str, Any]] = {}
    routes = sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
    found = [(rule, app.view_functions[rule.endpoint]) for rule in routes]
    said = {view: OPERATIONS[view] for _, view in found if view in OPERATIONS}
    refs, schemas = _schemas(said.values())
    for rule, view in found:
        if view in said:
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
                ids = [(name, _schema_of_id(rule, name)) for name in sorted(rule.arguments)]
                paths.setdefault(path, {})[method.lower()] = _operation(view, said[view], refs, ids)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Gazetteer",
            "version": __version__,
            "summary": "Any spelling of a name, in any script, to the one entity it means, with the reason.",
            "license": {"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(
    view: Callable[..., Any], said: Operation, refs: Mapping[str, Any], ids: Sequence[tuple[str, Any]] = ()
) -> dict[str, Any]:
    summary, _, rest = (view.__doc__ or "").partition("\n")
    operation: dict[str, Any] = {"operationId": view.__name__, "summary": summary.strip()}
    if rest.strip():
        operation["description"] = re.sub(r"(?m)^ {4}", "", rest).strip()
    if said.query:
        operation["parameters"] = _parameters(said.query)
    operation.setdefault("parameters", []).extend(
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": "The id that was given when it was made.",
            "schema": schema,
        }
        for name, schema in ids
    )
    if not operation["parameters"]:
        del operation["parameters"]
    if said.body is not None:
        content = {"schema": refs[_key(said.body)], "examples": {key: {"value": ask} for key, ask in said.asks.items()}}
        operation["requestBody"] = {"required": True, "content": {said.sent_as: content}}
    gives: dict[str, Any] = {"schema": refs[_key(said.gives)]}
    if said.example:
        gives["example"] = said.example
    answers: dict[str, Any] = {MEDIA_TYPE: gives}
    if said.file_given:
        file = {"schema": {"type": "string", "format": "binary"}}
        answers = {said.file_given: file} if said.file_only else {said.file_given: file, **answers}
    operation["responses"] = {str(said.status): {"description": "The answer.", "content": answers}}
    operation["responses"].update(_problems(said.problems))
    return operation


def _schema_of_id(rule: Rule, name: str) -> dict[str, Any]:
    """What an id in an address looks like: a number where the address takes only numbers."""
    if isinstance(rule._converters[name], IntegerConverter):
        return {"type": "integer", "minimum": 0}
    return {"type": "string", "pattern": "^[0-9a-f]{32}$"}


def _parameters(shape: type[BaseModel]) -> list[dict[str, Any]]:
    described = shape.model_json_schema()
    listed = []
    for name, schema in described["properties"].items():
        kept = NEAR if name == "near" else schema.get("anyOf", [schema])[0]
        parameter = {
            "name": name,
            "in": "query",
            "required": name in described.get("required", ()),
            "description": schema["description"],
            "schema": {key: value for key, value in kept.items() if key not in {"title", "description", "default"}},
        }
        listed.append(parameter)
    return listed


def _problems(sorts: Sequence[str]) -> dict[str, Any]:
    """The problems an operation may answer with, those of one status together."""
    answers: dict[str, Any] = {}
    for sort in [*sorts, "internal-error"]:
        known = SORTS[sort]
        answer = answers.setdefault(
            str(known.status),
            {
                "description": known.title,
                "content": {PROBLEM_TYPE: {"schema": {"$ref": SCHEMAS.format(model="Problem")}, "examples": {}}},
            },
        )
        answer["content"][PROBLEM_TYPE]["examples"][sort] = {"value": problem(sort)}
        if known.title not in answer["description"]:
            answer["description"] += f", {known.title[0].lower()}{known.title[1:]}"
    return dict(sorted(answers.items()))


def _schemas(operations: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A reference for each shape that is taken or given, and the schemas they refer to."""
    shapes = {_key(shape): shape for said in operations for shape in (said.gives, said.body) if shape is not None}
    shapes[_key(ProblemPayload)] = ProblemPayload
    adapters = [(key, "validation", TypeAdapter(shape)) for key, shape in shapes.items()]
    made, whole = TypeAdapter.json_schemas(adapters, ref_template=SCHEMAS)  # type: ignore[arg-type]
    refs = {key[0]: _public(schema) for key, schema in made.items()}
    return refs, _public(whole["$defs"])


def _key(shape: Any) -> str:
    return getattr(shape, "__name__", None) or str(shape)


def _public(schema: Any) -> Any:
    """The same schema with the names outsiders read: Decision, not DecisionPayload."""
    if isinstance(schema, dict):
        return {key.removesuffix("Payload"): _public(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_public(value) for value in schema]
    return schema.removesuffix("Payload") if isinstance(schema, str) else schema
