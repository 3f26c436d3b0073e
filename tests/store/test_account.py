"""The account of one entity: by any of its ids, through merges, and only where it is published."""

import pytest
from sqlalchemy import Engine, update

from gazetteer.errors import EntityNotFound
from gazetteer.model import Kind
from gazetteer.store import EntityRow, NameRow, Writer, read_account
from gazetteer.store.schema import entities


@pytest.fixture
def towns(engine: Engine) -> Engine:
    """Two towns, of which the second has an id with hyphens."""
    rows = [
        EntityRow(
            Kind.PLACE,
            "Bakhmut",
            [("geonames", "1"), ("iso3166-2", "UA-99")],
            names=[NameRow("Бахмут", "uk"), NameRow("Artemivsk", status="rejected"), NameRow("bahmut", shown=False)],
        ),
        EntityRow(Kind.PLACE, "Balakliia", [("geonames", "2")]),
    ]
    with engine.begin() as connection:
        Writer(connection, 1).put(rows)
    return engine


@pytest.mark.parametrize("public_id", ["geonames-1", "iso3166-2-UA-99"])
def test_an_entity_is_read_by_each_of_its_ids(towns: Engine, public_id: str) -> None:
    with towns.connect() as connection:
        account = read_account(connection, public_id)
    assert (account.entity.id, account.entity.canonical) == ("geonames-1", "Bakhmut")
    assert account.identifiers == (("geonames", "1"), ("iso3166-2", "UA-99"))
    texts = {name.text for name, _ in account.names}
    assert "Бахмут" in texts
    assert "Artemivsk" not in texts


def test_a_merged_entity_is_read_as_the_one_it_became(towns: Engine) -> None:
    with towns.begin() as connection:
        second = entities.c.public_id == "geonames-2"
        first = entities.select().with_only_columns(entities.c.id).where(entities.c.public_id == "geonames-1")
        connection.execute(update(entities).where(second).values(redirect_id=first.scalar_subquery(), state="merged"))
        assert read_account(connection, "geonames-2").entity.id == "geonames-1"


def test_merges_in_a_ring_lead_nowhere(towns: Engine) -> None:
    with towns.begin() as connection:
        connection.execute(update(entities).values(redirect_id=entities.c.id))
        with pytest.raises(EntityNotFound):
            read_account(connection, "geonames-1")


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_there(towns: Engine, state: str) -> None:
    with towns.begin() as connection:
        connection.execute(update(entities).values(state=state))
        with pytest.raises(EntityNotFound, match="geonames-1"):
            read_account(connection, "geonames-1")
