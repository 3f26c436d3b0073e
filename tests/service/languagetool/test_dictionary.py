"""The personal dictionary: what is added is left alone."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service import create_app
from tests.service.languagetool.conftest import ask, marked

WHO = {"username": "desk@example.org", "apiKey": "k3y"}
TEXT = "In Possad-Pokrovské and Kiev."


@pytest.fixture
def client(world_of_its_own: Path) -> FlaskClient:
    """A service with an empty dictionary."""
    return create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""}).test_client()


def test_a_word_that_is_added_is_left_alone_until_it_is_deleted(client: FlaskClient) -> None:
    assert client.get("/v2/words", query_string=WHO).json == {"words": []}
    assert client.post("/v2/words/add", data={"word": " Kiev ", **WHO}).json == {"added": True}
    assert client.post("/v2/words/add", data={"word": "Kiev", **WHO}).json == {"added": False}
    assert client.get("/v2/words", query_string=WHO).json == {"words": ["Kiev"]}
    assert [name for name, _ in marked(TEXT, ask(client, TEXT))] == ["Possad-Pokrovské"]
    assert client.post("/v2/words/delete", data={"word": "Kiev", **WHO}).json == {"deleted": True}
    assert client.post("/v2/words/delete", data={"word": "Kiev", **WHO}).json == {"deleted": False}
    assert [name for name, _ in marked(TEXT, ask(client, TEXT))] == ["Possad-Pokrovské", "Kiev"]


def test_a_name_is_a_word_too(client: FlaskClient) -> None:
    client.post("/v2/words/add", data={"word": "Oleksandre Syrsky", **WHO})
    assert ask(client, "He is Oleksandre Syrsky.")["matches"] == []


def test_words_are_listed_in_parts(client: FlaskClient) -> None:
    for word in ("Kiev", "Odessa", "Bakhmout"):
        client.post("/v2/words/add", data={"word": word})
    assert client.get("/v2/words?offset=1&limit=1").json == {"words": ["Odessa"]}


def test_a_word_is_a_judgement_and_a_judgement_a_word(client: FlaskClient) -> None:
    client.post("/v2/words/add", data={"word": "Kiev"})
    [judgement] = client.get("/judgements").json["judgements"]
    assert (judgement["name"], judgement["action"], judgement["undone"]) == ("Kiev", "ignore", False)
    assert client.post("/check", json={"text": "In Kiev."}).json["mentions"][0]["class"] is None
    client.delete(f"/judgements/{judgement['id']}")
    assert client.get("/v2/words").json == {"words": []}
    client.post("/judgements", json={"name": "kiev", "action": "ignore"})
    client.post("/judgements", json={"name": "Bakhmout", "action": "not-this", "entity": "geonames-713174"})
    assert client.get("/v2/words").json == {"words": ["kiev"]}
    assert client.post("/v2/words/add", data={"word": "Kiev"}).json == {"added": False}
    assert client.post("/v2/words/delete", data={"word": "KIEV"}).json == {"deleted": True}
    assert len(ask(client, "In Kiev.")["matches"]) == 1


def test_a_word_is_known_after_a_restart(client: FlaskClient, world_of_its_own: Path) -> None:
    client.post("/v2/words/add", data={"word": "Kiev"})
    again = create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""}).test_client()
    assert again.get("/v2/words").json == {"words": ["Kiev"]}


@pytest.mark.parametrize("path", ["/v2/words/add", "/v2/words/delete"])
@pytest.mark.parametrize("word", ["", " ", "a" * 1_000, "\0"])
def test_what_is_no_word_is_refused(client: FlaskClient, path: str, word: str) -> None:
    answer = client.post(path, data={"word": word, **WHO})
    assert answer.status_code == 400
    assert answer.text.startswith("Error: ")


FOREIGN = ["https://evil.example", "http://localhost:3000", "null"]
OURS = ["http://localhost", "moz-extension://0b3d", "chrome-extension://oldce", "app://obsidian.md", None]


@pytest.mark.parametrize(("origin", "status"), [*((one, 403) for one in FOREIGN), *((one, 200) for one in OURS)])
def test_pages_of_other_sites_do_not_get_at_it(client: FlaskClient, origin: str | None, status: int) -> None:
    headers = {} if origin is None else {"Origin": origin}
    assert client.get("/v2/words", headers=headers).status_code == status
    assert client.post("/v2/words/add", data={"word": "Kiev"}, headers=headers).status_code == status
    assert client.post("/v2/words/delete", data={"word": "Kiev"}, headers=headers).status_code == status
