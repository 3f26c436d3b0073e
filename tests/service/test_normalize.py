"""``/normalize``, as another service asks it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service import create_app

DECISION = [
    "query",
    "decision",
    "canonical",
    "entity",
    "confidence",
    "relation",
    "why",
    "candidates",
    "gazetteer_version",
]
ENTITY = ["id", "kind", "canonical", "country", "description", "lat", "lon", "identifiers"]
CANDIDATE = ["entity", "confidence", "relation", "name", "evidence"]

LINKED = [
    ("Bakhmout", "geonames-713174", "Bakhmut"),
    ("Артемівськ", "geonames-713174", "Bakhmut"),
    ("Pékin", "geonames-1816670", "Beijing"),
]


def ask(client: FlaskClient, **fields: object) -> dict:
    answer = client.post("/normalize", json=fields)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "application/json"
    return answer.json


@pytest.mark.parametrize(("written", "entity", "canonical"), LINKED)
def test_a_name_in_another_spelling_is_linked(client: FlaskClient, written: str, entity: str, canonical: str) -> None:
    said = client.get("/normalize", query_string={"name": written}).json
    assert (said["decision"], said["entity"]["id"], said["canonical"]) == ("linked", entity, canonical)
    assert written in said["why"]


def test_an_answer_has_the_fields_of_the_contract_in_their_order(client: FlaskClient) -> None:
    said = client.get("/normalize?name=Bakhmout&kind=place&language=fr&country=UA&style=ap&limit=5").json
    assert list(said) == DECISION
    assert list(said["entity"]) == ENTITY
    assert said["query"] == "Bakhmout"
    assert said["entity"]["country"] == "UA"
    assert said["entity"]["identifiers"]["geonames"] == "713174"
    assert 0 < said["confidence"] <= 1
    assert said["gazetteer_version"] >= 1
    first = said["candidates"][0]
    assert list(first) == CANDIDATE
    assert first["entity"] == said["entity"]
    assert first["confidence"] == said["confidence"]
    assert list(first["name"]) == ["text", "language", "kind"]
    assert [list(one) for one in first["evidence"]] == [["name", "score", "detail"]] * len(first["evidence"])
    assert first["evidence"]


def test_get_and_post_say_the_same(client: FlaskClient) -> None:
    got = client.get("/normalize?name=Balakliia&kind=place&near=49.5,36.8&limit=2").json
    assert got == ask(client, name="Balakliia", kind="place", near=[49.5, 36.8], limit=2)


def test_nil_has_no_entity_but_a_reason(client: FlaskClient) -> None:
    said = ask(client, name="Xqzzt")
    assert list(said) == DECISION
    assert said["decision"] == "nil"
    assert said["canonical"] is said["entity"] is said["relation"] is None
    assert said["why"]


def test_a_threshold_that_is_too_high_is_the_reason(client: FlaskClient) -> None:
    usual = ask(client, name="Bakhmout", language="fr")
    said = ask(client, name="Bakhmout", language="fr", threshold=0.9999)
    assert (usual["decision"], said["decision"]) == ("linked", "ambiguous")
    assert f"the confidence is {usual['confidence']:.2f}, and a link was asked to have 0.9999" in said["why"]


def test_namesakes_are_listed_best_first(client: FlaskClient) -> None:
    said = ask(client, name="Balakliia")
    ids = [candidate["entity"]["id"] for candidate in said["candidates"]]
    assert ids[0] == "geonames-712926"
    assert "geonames-712925" in ids
    sure = [candidate["confidence"] for candidate in said["candidates"]]
    assert sure == sorted(sure, reverse=True)
    assert said["confidence"] == sure[0]


def test_no_more_candidates_than_asked_for(client: FlaskClient) -> None:
    assert len(ask(client, name="Balakliia", limit=1)["candidates"]) == 1


def test_a_batch_is_answered_in_its_order(client: FlaskClient) -> None:
    names = ["Bakhmout", {"name": "Selenskyj", "kind": "person"}, "Xqzzt", "Bakhmout"]
    results = ask(client, names=names, language="fr")["results"]
    assert [one["query"] for one in results] == ["Bakhmout", "Selenskyj", "Xqzzt", "Bakhmout"]
    assert [one["decision"] for one in results] == ["linked", "linked", "nil", "linked"]
    assert results[0] == results[3] == ask(client, name="Bakhmout", language="fr")


def test_an_entry_overrides_what_the_batch_shares(client: FlaskClient) -> None:
    shared, other, none = ask(
        client,
        names=["Bakhmout", {"name": "Bakhmout", "limit": 2}, {"name": "Selenskyj", "kind": None}],
        kind="place",
        limit=1,
    )["results"]
    assert len(shared["candidates"]) == 1
    assert len(other["candidates"]) <= 2
    assert none["entity"]["kind"] == "person"


def test_an_empty_batch_has_no_results(client: FlaskClient) -> None:
    assert ask(client, names=[]) == {"results": []}


def test_a_thousand_names_are_answered(client: FlaskClient) -> None:
    assert len(ask(client, names=["Bakhmout"] * 1000)["results"]) == 1000


def test_a_name_is_given_back_as_it_was_written(client: FlaskClient) -> None:
    assert ask(client, name=" Bakhmout ")["query"] == " Bakhmout "


def test_a_name_of_joiners_and_emoji_is_only_odd(client: FlaskClient) -> None:
    assert ask(client, name="क्‍ष 🏙️")["decision"] == "nil"


def test_the_styles_are_listed(client: FlaskClient) -> None:
    styles = client.get("/styles").json["styles"]
    assert all(list(style) == ["id", "name", "language", "inherits", "source", "date"] for style in styles)
    languages = {style["id"]: style["language"] for style in styles}
    english = {"default", "ap", "reuters", "bbc", "nyt", "guardian", "afp", "un"}
    assert languages == dict.fromkeys(english, "en") | {"fr-desk": "fr", "de-desk": "de", "pl-desk": "pl"}
    assert {style["inherits"] for style in styles} == {None, "default"}
    assert all(style["source"] and style["date"] for style in styles)


def test_ready_says_how_much_there_is(world_of_its_own: Path) -> None:
    said = create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""}).test_client().get("/readyz").json
    assert list(said) == ["status", "gazetteer_version", "counts", "jobs"]
    assert said["status"] == "ready"
    assert said["jobs"] == {"worker": False, "queued": 0, "running": 0}
    assert min(said["counts"][what] for what in ("places", "persons", "organizations", "names")) > 0


def test_alive_needs_no_gazetteer(unready: FlaskClient) -> None:
    assert unready.get("/healthz").json == {"status": "alive"}
