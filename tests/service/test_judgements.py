"""A judgement made over HTTP holds in every channel at once, survives a restart, and can be undone."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from gazetteer.cli import main
from service import create_app

BAKHMUT, SYRSKYI = "geonames-713174", "curated-oleksandr-syrskyi"
COPY = {"text": "They met in Bakhmout. Then Kiev was next.", "fix": "all"}


def client_of(home: Path) -> FlaskClient:
    return create_app({"GAZETTEER_HOME": str(home), "DATABASE_URL": ""}).test_client()


@pytest.fixture
def client(world_of_its_own: Path) -> FlaskClient:
    """The service over a gazetteer that may be written to."""
    return client_of(world_of_its_own)


def judge(client: FlaskClient, **fields: Any) -> dict[str, Any]:
    answer = client.post("/judgements", json=fields)
    assert answer.status_code == 201, answer.text
    return dict(answer.json)


def corrected(client: FlaskClient) -> str:
    return str(client.post("/check", json=COPY).json["corrected"])


def test_an_ignored_name_stays_as_it_is_until_that_is_undone(client: FlaskClient) -> None:
    assert corrected(client) == "They met in Bakhmut. Then Kyiv was next."
    made = judge(client, name="kiev", action="ignore", context="Then Kiev was next.", reason="a restaurant")
    assert corrected(client) == "They met in Bakhmut. Then Kiev was next."
    assert client.delete(f"/judgements/{made['id']}").json["undone"] is True
    assert corrected(client) == "They met in Bakhmut. Then Kyiv was next."


def test_a_name_that_does_not_mean_an_entity_means_it_nowhere(client: FlaskClient) -> None:
    copy = {"text": "There Oleksandre Syrsky spoke.", "fix": "all"}
    assert client.post("/check", json=copy).json["corrected"] == "There Oleksandr Syrsky spoke."
    judge(client, name="Oleksandre Syrsky", action="not-this", entity=SYRSKYI)
    assert client.post("/check", json=copy).json["corrected"] == copy["text"]
    assert client.get("/normalize?name=Oleksandre Syrsky&language=fr").json["decision"] == "nil"
    assert client.get("/normalize?name=Oleksandr Syrsky").json["entity"]["id"] == SYRSKYI


def test_a_name_that_does_not_mean_an_entity_may_mean_its_namesake(client: FlaskClient) -> None:
    judge(client, name="Bakhmout", action="not-this", entity=BAKHMUT)
    mentions = client.post("/check", json=COPY).json["mentions"]
    assert mentions[0]["entity"]["id"] != BAKHMUT


def test_it_holds_on_the_command_line_too_and_after_a_restart(client: FlaskClient, world_of_its_own: Path) -> None:
    judge(client, name="Kiev", action="ignore")
    home = ["--home", str(world_of_its_own)]
    told = CliRunner().invoke(main, ["check", "-", "--fix", *home], input=COPY["text"])
    assert told.stdout.strip() == "They met in Bakhmut. Then Kiev was next."
    assert corrected(client_of(world_of_its_own)) == "They met in Bakhmut. Then Kiev was next."
    judged = CliRunner().invoke(main, ["judgements", "list", *home]).stdout
    assert "ignore\tKiev" in judged
    assert CliRunner().invoke(main, ["judgements", "undo", "1", *home]).exit_code == 0
    assert corrected(client) == "They met in Bakhmut. Then Kyiv was next."


def test_it_survives_an_export_and_an_import(client: FlaskClient, world_of_its_own: Path, tmp_path: Path) -> None:
    made = judge(client, name="Kiev", action="ignore", reason="a restaurant")
    home = ["--home", str(world_of_its_own)]
    exported = CliRunner().invoke(main, ["judgements", "export", *home]).stdout_bytes
    client.delete(f"/judgements/{made['id']}")
    file = tmp_path / "judgements.jsonl"
    file.write_bytes(exported.replace(b'"Kiev"', b'"Bakhmout"') + b"nonsense\n")
    taken = CliRunner().invoke(main, ["judgements", "import", str(file), *home])
    assert taken.exit_code == 1
    assert "1 new, 0 known already, 1 refused" in taken.stderr
    assert "line 2: not JSON" in taken.stderr
    assert corrected(client) == "They met in Bakhmout. Then Kyiv was next."


def test_accepted_and_rejected_advice_is_remembered_and_changes_nothing(client: FlaskClient) -> None:
    judge(client, name="Kiev", action="reject", entity="geonames-703448")
    judge(client, name="Bakhmout", action="accept", entity=BAKHMUT)
    assert corrected(client) == "They met in Bakhmut. Then Kyiv was next."
    listed = client.get("/judgements?limit=1").json
    assert [one["name"] for one in listed["judgements"]] == ["Bakhmout"]
    older = client.get(f"/judgements?before={listed['before']}").json
    assert [one["name"] for one in older["judgements"]] == ["Kiev"]


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({}, 400, "name is missing"),
        ({"name": "Kiev", "action": "forget"}, 400, "accept, reject, not-this, ignore"),
        ({"name": "Kiev", "action": "not-this"}, 400, "needs the entity"),
        ({"name": "Kiev", "action": "not-this", "entity": "geonames-0"}, 404, "geonames-0"),
        ({"name": "", "action": "ignore"}, 400, "name"),
        ({"name": "Kiev", "action": "ignore", "reason": "x" * 1001}, 400, "at most 1,000"),
        ({"name": "Kiev", "action": "ignore", "copy": "text"}, 400, "copy"),
    ],
)
def test_what_cannot_be_judged_is_said(client: FlaskClient, body: dict[str, Any], status: int, said: str) -> None:
    answer = client.post("/judgements", json=body)
    assert (answer.status_code, said in answer.json["detail"]) == (status, True), answer.text


@pytest.mark.parametrize("number", [99, 2**31, 10**30])
def test_a_judgement_that_is_not_there_cannot_be_undone(client: FlaskClient, number: int) -> None:
    assert client.delete(f"/judgements/{number}").status_code == 404
