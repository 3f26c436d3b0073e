"""The OpenAPI description is whole and true, and the page made from it says the same."""

import re
import shlex
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from service import create_app
from service.bulk.work import work
from service.config import settings as service_settings
from tests.docx.building import docx, p

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
DRAFT = jsonschema.Draft202012Validator
EXAMPLES = 60  # for each operation, of what is right and of what is wrong
ROOT = Path(__file__).parents[2]
CITIES = b"city,cc\nBakhmout,UA\nXyzzy,UA\nno,row,of,this\n"
HOST = "http://127.0.0.1:8000"


@pytest.fixture
def app(world_of_its_own: Path) -> Flask:
    """The application, with a gazetteer that may be written to."""
    return create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""})


@pytest.fixture
def description(client: FlaskClient) -> dict[str, Any]:
    return client.get("/openapi.json").json


def operations(description: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]


def succeeding(operation: dict[str, Any]) -> int:
    """The one status of an operation that is no problem."""
    (status,) = (int(code) for code in operation["responses"] if code < "300")
    return status


def form_of(words: list[str]) -> dict[str, Any]:
    """The form that a command line of curl sends; a file of its ending stands for each that it names."""
    fields = [words[place + 1].split("=", 1) for place, word in enumerate(words) if word == "-F"]
    return {name: (file_like(value[1:]), value[1:]) if value.startswith("@") else value for name, value in fields}


def file_like(name: str) -> BytesIO:
    """A small file of the sort that a name's ending says."""
    if name == "cities.csv":
        return BytesIO(CITIES)
    if name == "review.csv":
        return BytesIO(b"name,decision\nXyzzy,nobody\n")
    if name.endswith(".docx"):
        return BytesIO(docx(p("The battle for Bakhmout goes on.")))
    return BytesIO((ROOT / "tests" / "xliff" / "files" / name).read_bytes())


def parts(schema: Any) -> list[dict[str, Any]]:
    """Every object inside a description, itself included."""
    if isinstance(schema, dict):
        return [schema, *(part for value in schema.values() for part in parts(value))]
    return [part for value in schema for part in parts(value)] if isinstance(schema, list) else []


def whole(schema: dict[str, Any], description: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return DRAFT({**schema, "components": description["components"]})


def test_it_describes_every_address_for_programs(description: dict[str, Any]) -> None:
    described = {(method, path) for method, path, _ in operations(description)}
    assert described == {
        ("get", "/normalize"),
        ("post", "/normalize"),
        ("post", "/check"),
        ("post", "/check/xliff"),
        ("post", "/check/docx"),
        ("post", "/bulk"),
        ("get", "/bulk/{job}"),
        ("delete", "/bulk/{job}"),
        ("post", "/bulk/{job}/settings"),
        ("patch", "/bulk/{job}/settings"),
        ("get", "/bulk/{job}/events"),
        ("get", "/bulk/{job}/result"),
        ("get", "/bulk/{job}/rejects"),
        ("get", "/bulk/{job}/review"),
        ("post", "/bulk/{job}/review"),
        ("get", "/bulk/{job}/names"),
        ("post", "/bulk/{job}/names"),
        ("post", "/bulk/{job}/again"),
        ("post", "/judgements"),
        ("get", "/judgements"),
        ("delete", "/judgements/{number}"),
        ("post", "/transliterate"),
        ("get", "/transliterate/systems"),
        ("post", "/transliterate/explain"),
        ("get", "/styles"),
        ("get", "/healthz"),
        ("get", "/readyz"),
    }


def test_it_says_what_holds_unless_said(description: dict[str, Any]) -> None:
    get = description["paths"]["/normalize"]["get"]
    told = {one["name"]: one["description"] for one in get["parameters"]}
    assert "0.84 unless said" in told["threshold"]
    assert "0.1 unless said" in told["margin"]
    assert "414" in get["responses"]
    native = description["components"]["schemas"]["Explaining"]["properties"]["native"]
    assert "Чернігів" in str(native)


def test_every_operation_is_told_in_words_and_with_its_problems(description: dict[str, Any]) -> None:
    for _, _, operation in operations(description):
        assert operation["summary"].endswith(".")
        assert operation["description"]
        assert {str(succeeding(operation)), "500"} <= set(operation["responses"])
        for parameter in operation.get("parameters", []):
            assert parameter["description"]
    for path in ("/normalize", "/check"):
        assert {"400", "413", "415", "503"} <= set(description["paths"][path]["post"]["responses"])


def test_its_schemas_are_schemas_and_its_references_lead_somewhere(description: dict[str, Any]) -> None:
    schemas = description["components"]["schemas"]
    for schema in schemas.values():
        DRAFT.check_schema(schema)
    for part in parts(description):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/components/schemas/") in schemas


def test_its_examples_fit_its_schemas(description: dict[str, Any]) -> None:
    seen = 0
    for part in parts(description):
        if "schema" in part and ("example" in part or "examples" in part):
            examples = [part["example"]] if "example" in part else [one["value"] for one in part["examples"].values()]
            for example in examples:
                whole(part["schema"], description).validate(example)
                seen += 1
    assert seen > 10


def test_its_requests_are_answered_as_described(client: FlaskClient, description: dict[str, Any]) -> None:
    asked = 0
    for method, path, operation in operations(description):
        if "application/json" in operation.get("requestBody", {}).get("content", {}):
            content = operation["requestBody"]["content"]["application/json"]
            answers = operation["responses"][str(succeeding(operation))]["content"]["application/json"]
            for example in content["examples"].values():
                answer = client.open(path, method=method, json=example["value"])
                assert answer.status_code == succeeding(operation), answer.text
                whole(answers["schema"], description).validate(answer.json)
                asked += 1
    assert asked > 5


@pytest.fixture
def finished(app: Flask, world_of_its_own: Path) -> Callable[[], str]:
    """A finished job of the application, with a row that could not be read; another when it is no longer so."""
    said = service_settings({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": "", "BULK_WORKERS": "1"})
    client, jobs = app.test_client(), []

    def make() -> str:
        if not jobs or client.get(f"/bulk/{jobs[-1]}").json["state"] != "finished":
            made = client.post("/bulk", data={"file": (BytesIO(CITIES), "cities.csv"), "column": "city"})
            jobs.append(made.json["id"])
            work(said, jobs[-1])
        return str(jobs[-1])

    return make


def test_its_command_lines_run(client: FlaskClient, description: dict[str, Any], finished: Callable[[], str]) -> None:
    lines = [
        (line, succeeding(operation))
        for _, _, operation in operations(description)
        for line in re.findall(r"(?m)^ {4}curl (?:.*\\\n)*.*", operation["description"])
    ]
    assert len(lines) == len(operations(description))
    for line, status in lines:
        words = shlex.split(line)
        url = next(word for word in words if word.startswith(HOST)).removeprefix(HOST)
        if "$JOB" in url:
            url = url.replace("$JOB", finished())
        method = words[words.index("-X") + 1] if "-X" in words else "POST"
        if "-F" in words:
            answer = client.post(url, data=form_of(words))
        elif "-d" in words:
            body = words[words.index("-d") + 1]
            answer = client.open(url, method=method, data=body, content_type="application/json")
        else:
            answer = client.open(url, method=words[words.index("-X") + 1] if "-X" in words else "GET")
        assert answer.status_code == status, line


def test_the_page_shows_every_operation_and_every_problem(client: FlaskClient, description: dict[str, Any]) -> None:
    page = client.get("/docs").text
    for _, path, operation in operations(description):
        assert f'id="{operation["operationId"]}"' in page
        assert path in page
    problem = client.get("/normalize").json["type"]
    assert f'id="{problem.removeprefix("/docs#")}"' in page


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_sent_is_answered_as_described(app: Flask, mode: GenerationMode) -> None:
    asked = 0
    for found in schemathesis.openapi.from_wsgi("/openapi.json", app).get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query):
            continue  # nothing to send, nothing to get wrong

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def send(case: schemathesis.Case) -> None:
            nonlocal asked
            asked += 1
            case.validate_response(case.call(), checks=CHECKS)

        send()
    assert asked > EXAMPLES
