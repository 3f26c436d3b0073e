"""``/transliterate``, as a program asks it: forms by named systems, their list, and the question backwards."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from gazetteer.languages import systems
from service import create_app
from tests.service.test_bad_input import refused

ANSWER = ["text", "language", "language_name", "script", "guessed_language", "from", "entity", "forms"]
FORM = [
    "text",
    "certain",
    "others",
    "lossy",
    "unmapped",
    "recorded",
    "id",
    "system",
    "name",
    "authority",
    "year",
    "source",
    "target_language",
    "reversible",
]
SYSTEM = [
    "id",
    "system",
    "language",
    "language_name",
    "script",
    "name",
    "authority",
    "year",
    "source",
    "note",
    "target_language",
    "reversible",
]


def ask(client: FlaskClient, text: str, path: str = "/transliterate", **fields: object) -> dict[str, Any]:
    answer = client.post(path, json={"text": text, **fields})
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "application/json"
    said: dict[str, Any] = answer.json
    return said


def explain(client: FlaskClient, text: str, **fields: object) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = ask(client, text, "/transliterate/explain", **fields)["systems"]
    return listed


def test_a_name_gets_the_form_of_each_system_that_is_asked_for(client: FlaskClient) -> None:
    said = ask(client, "Чернігів", language="uk", systems=["national-2010", "press-fr"])
    assert [(form["system"], form["text"]) for form in said["forms"]] == [
        ("national-2010", "Chernihiv"),
        ("press-fr", "Tchernihiv"),
    ]
    assert said["guessed_language"] is None
    assert said["from"] is None


def test_an_answer_has_the_fields_of_the_contract_in_their_order(client: FlaskClient) -> None:
    said = ask(client, "Чернігів", language="uk", systems=["national-2010"])
    assert list(said) == ANSWER
    (form,) = said["forms"]
    assert list(form) == FORM
    known = systems()["uk-Cyrl/national-2010"]
    assert (form["id"], form["name"], form["source"]) == (known.full_id, known.name, known.source)
    assert (form["authority"], form["year"], form["reversible"]) == (known.authority, known.year, known.reversible)
    assert (form["lossy"], form["unmapped"], form["target_language"]) == (True, [], None)


def test_a_name_of_the_gazetteer_is_taken_to_be_in_the_language_that_has_it(client: FlaskClient) -> None:
    said = client.post("/transliterate", json={"text": "東京", "systems": "all"}).json
    assert (said["language"], said["guessed_language"]["language"]) == ("ja", "ja")
    assert said["entity"]["canonical"] == "Tokyo"


@pytest.mark.parametrize("fields", [{}, {"language": "auto"}, {"language": None, "systems": None}])
def test_a_language_that_is_not_said_is_guessed_and_the_guess_is_told(client: FlaskClient, fields: dict) -> None:
    said = ask(client, "Чернігів", **fields)
    guessed = said["guessed_language"]
    assert (said["language"], guessed["language"]) == ("uk", "uk")
    assert 0.9 < guessed["confidence"] < 1
    assert guessed["others"]
    assert len(said["forms"]) == len([each for each in systems() if each.startswith("uk-Cyrl/")])


def test_running_text_keeps_what_is_no_letter(client: FlaskClient) -> None:
    text = '<p title="Київ">Київ,\t1991</p>\r\n  ПОЛТАВА &amp; Суми!'
    said = ask(client, text, language="uk", systems="national-2010")
    assert said["forms"][0]["text"] == '<p title="Київ">Kyiv,\t1991</p>\r\n  POLTAVA &amp; Sumy!'


def test_letters_that_a_system_does_not_know_are_listed(client: FlaskClient) -> None:
    (form,) = ask(client, "Подъём", language="uk", systems=["national-2010"])["forms"]
    assert (form["text"], form["unmapped"]) == ("Podъёm", ["ъ", "ё"])


def test_a_latin_spelling_goes_through_its_native_form(client: FlaskClient) -> None:
    said = ask(client, "Bakhmout", **{"from": {"system": "press-fr"}, "systems": ["national-2010"]})
    assert said["from"]["id"] == "uk-Cyrl/press-fr"
    assert said["from"]["candidates"][0] == "Бахмут"
    assert [(form["text"], form["certain"]) for form in said["forms"]] == [("Bakhmut", True)]


def test_where_several_native_forms_fit_all_are_given_and_none_is_certain(client: FlaskClient) -> None:
    said = ask(client, "Selenskyj", language="uk", systems=["national-2010"], **{"from": {"system": "press-de"}})
    assert {"Зеленський", "Селенський"} <= set(said["from"]["candidates"])
    assert not said["from"]["certain"]
    (form,) = said["forms"]
    assert {"Zelenskyi", "Selenskyi"} <= {form["text"], *form["others"]}
    assert not form["certain"]


def test_a_script_without_capitals_may_be_told_what_to_do(client: FlaskClient) -> None:
    said = [
        ask(client, "ზემო სვანეთი", systems=["national-2002"], **fields)["forms"][0]["text"]
        for fields in ({}, {"capitals": True}, {"capitals": False})
    ]
    assert said == ["Zemo Svaneti", "Zemo Svaneti", "zemo svaneti"]


def test_every_system_is_listed_with_where_it_is_from(client: FlaskClient) -> None:
    listed = client.get("/transliterate/systems").json["systems"]
    assert [one["id"] for one in listed] == list(systems())
    assert {tuple(one) for one in listed} == {tuple(SYSTEM)}
    assert all(one["source"] and one["name"] and one["language_name"] for one in listed)
    french = next(one for one in listed if one["id"] == "uk-Cyrl/press-fr")
    assert (french["language"], french["script"], french["target_language"]) == ("uk", "Cyrl", "fr")


def test_a_spelling_of_a_known_name_is_explained(client: FlaskClient) -> None:
    first = explain(client, "Tchernihiv", native="Чернігів")[0]
    assert list(first) == [*SYSTEM, "exact", "known", "candidates", "complete", "why"]
    assert (first["id"], first["exact"], first["candidates"]) == ("uk-Cyrl/press-fr", True, ["Чернігів"])
    assert first["why"] == "‘Tchernihiv’ is how French press usage writes Ukrainian Чернігів."


def test_a_spelling_alone_is_explained_by_what_it_may_be_of(client: FlaskClient) -> None:
    listed = explain(client, "Tchernihiv")
    assert listed[0]["candidates"][0] == "Чернігів"
    assert {"uk-Cyrl/press-fr", "uk-Cyrl/national-2010"} <= {one["id"] for one in listed}


def test_native_spellings_that_are_names_of_the_gazetteer_come_first(client: FlaskClient, unready: FlaskClient) -> None:
    first = explain(client, "Tschernihiw")[0]
    assert (first["id"], first["known"], first["candidates"][0]) == ("uk-Cyrl/press-de", True, "Чернігів")
    assert not any(one["known"] for one in explain(unready, "Tschernihiw")), "none, and yet an answer"


def test_a_spelling_that_nothing_makes_has_no_systems(client: FlaskClient) -> None:
    assert explain(client, "Xqzzt", native="Чернігів") == []


BAD = [
    ({}, "bad-parameter", "text is missing"),
    ({"text": ""}, "bad-parameter", "text is empty"),
    ({"text": 5}, "bad-parameter", "text must be a string, not 5"),
    ({"text": "Ки\0їв"}, "bad-parameter", "null character (U+0000) at 2"),
    ({"text": "К", "foo": 1}, "bad-parameter", "the fields are text, language, systems, from, capitals"),
    ({"text": "К", "systems": 5}, "bad-parameter", 'systems must be a list of ids of systems, or "all", not 5'),
    ({"text": "К", "systems": [5]}, "bad-parameter", "systems[0] must be a string, the id of a system, not 5"),
    ({"text": "К", "systems": []}, "bad-parameter", "systems is empty"),
    ({"text": "К", "systems": {}}, "bad-parameter", "systems must be a list"),
    ({"text": "К", "from": "press-fr"}, "bad-parameter", 'from must be an object such as {"system": "press-fr"}'),
    ({"text": "К", "from": {}}, "bad-parameter", "from.system is missing"),
    ({"text": "К", "from": {"sistem": "x"}}, "bad-parameter", "Unknown field from.sistem; the fields are system"),
    ({"text": "К", "capitals": "no"}, "bad-parameter", "capitals must be true or false"),
    ({"text": "К", "language": "Ukrainian"}, "unknown-language", "BCP 47"),
    ({"text": "К", "language": 5}, "bad-parameter", "language must be a string"),
    ({"text": "К", "language": "es"}, "no-systems", "No system romanizes Spanish"),
    ({"text": "Kyiv"}, "no-systems", "Latin letters already"),
    ({"text": "К", "language": "uk", "systems": ["iso"]}, "unknown-system", "Ukrainian has no system ‘iso’"),
    ({"text": "К", "systems": "iso"}, "unknown-system", "No system is called ‘iso’"),
    ({"text": "Washington", "language": "uk", "from": {"system": "press-fr"}}, "not-of-system", "‘Washington’"),
    ({"text": "a" * 101, "language": "uk", "from": {"system": "press-fr"}}, "bad-name", "at most 100"),
]


@pytest.mark.parametrize(("body", "sort", "says"), BAD, ids=lambda value: str(value)[:60])
def test_what_asks_nothing_sensible_is_refused(client: FlaskClient, body: dict, sort: str, says: str) -> None:
    problem = refused(client.post("/transliterate", json=body), 400)
    assert problem["type"] == f"/docs#{sort}"
    assert says in problem["detail"]


def test_a_text_that_is_too_long_is_refused(client: FlaskClient) -> None:
    problem = refused(client.post("/transliterate", json={"text": "К" * 200_001}), 413)
    assert "200,001" in problem["detail"]


EXPLAIN_BAD = [
    ({}, "text is missing"),
    ({"text": ""}, "empty"),
    ({"text": "Чернігів"}, "not in Latin letters"),
    ({"text": "Kyiv", "native": 7}, "native must be a string"),
    ({"text": "Kyiv", "native": ""}, "empty"),
    ({"text": "Kyiv", "language": "es"}, "No system romanizes Spanish"),
    ({"text": "Kyiv", "systems": "all"}, "the fields are text, native, language"),
    ({"text": "a" * 101}, "at most 100"),
]


@pytest.mark.parametrize(("body", "says"), EXPLAIN_BAD, ids=lambda value: str(value)[:60])
def test_what_cannot_be_explained_is_refused(client: FlaskClient, body: dict, says: str) -> None:
    assert says in refused(client.post("/transliterate/explain", json=body), 400)["detail"]


def recorded(said: dict[str, Any]) -> dict[str, str | None]:
    """The first of the names recorded beside each form."""
    return {form["system"]: form["recorded"][0] if form["recorded"] else None for form in said["forms"]}


def test_names_that_languages_have_of_their_own_are_told_beside_what_rules_make(client: FlaskClient) -> None:
    said = ask(client, "Київ", language="uk", systems=["national-2010", "press-de", "press-pl", "press-it"])
    assert said["entity"] == {
        "id": "geonames-703448",
        "kind": "place",
        "canonical": "Kyiv",
        "description": "city, Ukraine",
    }
    assert recorded(said) == {"national-2010": None, "press-de": "Kiew", "press-pl": "Kijów", "press-it": "Kiev"}


@pytest.mark.parametrize("text", ["Костянтинівка", "Київ та Москва", "<b>Київ</b>", "Київ\nКиїв", "Київ " * 30])
def test_of_what_is_no_name_of_one_alone_nothing_is_recorded(client: FlaskClient, text: str) -> None:
    said = ask(client, text, language="uk", systems=["press-de"])
    assert (said["entity"], recorded(said)) == (None, {"press-de": None})


def test_a_way_back_that_is_certain_is_looked_up(client: FlaskClient) -> None:
    said = ask(client, "Kiïv", language="uk", **{"from": {"system": "iso-9-1995"}}, systems=["press-pl"])
    assert said["from"]["candidates"] == ["Київ"]
    assert (said["entity"]["canonical"], recorded(said)) == ("Kyiv", {"press-pl": "Kijów"})


def test_a_way_back_that_is_not_certain_is_not_looked_up(client: FlaskClient) -> None:
    said = ask(client, "Bakhmout", language="uk", **{"from": {"system": "press-fr"}}, systems=["press-pl"])
    assert "Бахмут" in said["from"]["candidates"]
    assert (said["from"]["certain"], said["entity"]) == (False, None)


def test_a_text_longer_than_a_name_is_never_looked_up(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr("service.asking.entity_named", lambda _, text, __: looked_up.append(text))
    for text in ("Київ та Львів " * 20, "Київ\nЛьвів", "Київ"):
        assert ask(client, text, language="uk")["entity"] is None
    assert looked_up == ["Київ"]


def test_what_a_desk_decided_of_a_name_holds(world_of_its_own: Path) -> None:
    client = create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""}).test_client()
    body = {"name": "Київ", "action": "not-this", "entity": "geonames-703448"}
    assert client.post("/judgements", json=body).status_code == 201
    entity = ask(client, "Київ", language="uk")["entity"]
    assert entity is None or entity["id"] != "geonames-703448"


def test_a_gazetteer_is_not_needed(client: FlaskClient, unready: FlaskClient) -> None:
    said, without = (ask(one, "Київ", language="uk") for one in (client, unready))
    assert without["entity"] is None
    assert set(recorded(without).values()) == {None}
    assert without["forms"] == [{**form, "recorded": []} for form in said["forms"]]
