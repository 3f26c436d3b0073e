"""The page of one entity: its names by language, the styles' forms, where it is, who says so."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from gazetteer.store import database_url, open_engine
from gazetteer.store.schema import entities
from service import create_app

BAKHMUT = "/gazetteer/geonames-713174"


def page(client: FlaskClient, path: str, status: int = 200) -> str:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status, answer.text
    return answer.text


def test_it_shows_the_names_by_language_and_script(client: FlaskClient) -> None:
    text = page(client, BAKHMUT)
    assert "<h1" in text
    assert "<dt>Ukrainian</dt>" in text
    assert '<bdi class="preferred">Бахмут</bdi>' in text or "<bdi>Бахмут</bdi>" in text
    assert 'class="locator"' in text
    assert "https://www.geonames.org/713174" in text
    assert "GeoNames" in text
    # Every id is there, also where a scheme has several.
    assert "101752941" in text
    assert "101868943" in text


def test_it_shows_what_each_style_writes(client: FlaskClient) -> None:
    text = page(client, "/gazetteer/wikidata-Q3874799")
    forms = text[text.index("As each style writes it") : text.index("<h2>Names</h2>")]
    assert "Volodymyr Zelenskyy" in forms
    assert "Reuters" in forms
    # What one has without choosing goes first, by the name one chooses it by; and what it lets stand besides.
    usual = forms.index("Usual in English")
    assert forms.index("Volodymyr Zelenskyy") < usual < forms.index("Reuters")
    assert "gazetteer’s own form" in forms
    assert "<bdi>Zelenskyy</bdi>" in forms[forms.index("these stand as well") :]


@pytest.mark.parametrize("path", ["/gazetteer/nowhere-1", "/gazetteer/x", "/gazetteer/geonames-0"])
def test_an_unknown_id_is_a_page_for_people(client: FlaskClient, path: str) -> None:
    assert "There is no page at this address" in page(client, path, 404)


@pytest.mark.parametrize("other", ["wikidata-Q2350829", "wof-101752941", "wof-101868943"])
def test_another_id_of_an_entity_leads_to_its_own(client: FlaskClient, other: str) -> None:
    answer = client.get(f"/gazetteer/{other}")
    assert (answer.status_code, answer.headers["Location"]) == (301, BAKHMUT)


def test_an_entity_that_was_merged_leads_to_the_one_it_is_part_of(world_of_its_own: Path) -> None:
    engine = open_engine(database_url(world_of_its_own))
    with engine.begin() as connection:
        into = connection.execute(select(entities.c.id).where(entities.c.public_id == "geonames-713174")).scalar_one()
        merged = update(entities).where(entities.c.public_id == "geonames-712925")
        connection.execute(merged.values(redirect_id=into, state="merged"))
    engine.dispose()
    client = create_app({"GAZETTEER_HOME": str(world_of_its_own), "DATABASE_URL": ""}).test_client()
    answer = client.get("/gazetteer/geonames-712925")
    assert (answer.status_code, answer.headers["Location"]) == (301, BAKHMUT)


def test_a_gazetteer_that_is_not_there_is_said_on_the_page(unready: FlaskClient) -> None:
    assert "No answer just now" in page(unready, BAKHMUT, 503)
