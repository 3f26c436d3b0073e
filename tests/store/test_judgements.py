"""Judgements are kept, hold until they are undone, and travel; of the copy nothing is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select

from gazetteer.errors import BadParameter, EntityNotFound, JudgementNotFound
from gazetteer.importers.initialize import set_up
from gazetteer.judgements import from_line, make_judgement, to_line
from gazetteer.model import Action
from gazetteer.store import (
    EntityRow,
    NameRow,
    Writer,
    held,
    listed,
    open_engine,
    record,
    recorded,
    take_in,
    undo,
    writing,
)
from gazetteer.store.schema import judgements

ZORVIK = "geonames-1"
SENTENCE = "They met near Zorvick on Monday."


@pytest.fixture
def connection(empty_url: str, tmp_path: Path) -> Iterator[Connection]:
    """A database of either kind with one entity, inside a transaction that writes."""
    engine: Engine = open_engine(empty_url)
    set_up(engine, tmp_path)
    with writing(engine) as connection:
        row = EntityRow(kind="place", canonical="Zorvik", identifiers=[("geonames", "1")], names=[NameRow("Zorvik")])
        Writer(connection, 1).put([row])
        yield connection
    engine.dispose()


def test_a_judgement_is_kept_as_it_was_told(connection: Connection) -> None:
    told = make_judgement("Zorvick", "not-this", entity=ZORVIK, context=SENTENCE)
    kept = record(connection, told, reason="another village")
    assert recorded(connection, kept.id) == kept
    assert (kept.judgement, kept.reason, kept.desk, kept.undone) == (told, "another village", "default", False)


def test_of_the_copy_nothing_is_kept(connection: Connection) -> None:
    record(connection, make_judgement("Zorvick", "accept", entity=ZORVIK, context=SENTENCE))
    row = connection.execute(select(judgements)).one()
    assert "Monday" not in repr(row)
    assert row.context_hash == make_judgement("x", "accept", context=SENTENCE.replace(" ", "  ")).context_hash


@pytest.mark.parametrize(
    ("action", "holds"), [("accept", False), ("reject", False), ("not-this", True), ("ignore", True)]
)
def test_some_judgements_hold_and_others_are_only_remembered(connection: Connection, action: str, holds: bool) -> None:
    told = make_judgement("Zorvick", action, entity=ZORVIK)
    record(connection, told)
    assert held(connection) == ([told] if holds else [])


def test_one_that_was_undone_does_not_hold_and_stays_listed(connection: Connection) -> None:
    kept = record(connection, make_judgement("Zorvick", "ignore"))
    assert undo(connection, kept.id).undone
    assert undo(connection, kept.id).undone
    assert held(connection) == []
    assert [one.id for one in listed(connection)] == [kept.id]


def test_they_are_listed_newest_first_by_name_and_page(connection: Connection) -> None:
    ids = [record(connection, make_judgement(name, "ignore")).id for name in ("A", "B", "A", "B")]
    assert [one.id for one in listed(connection)] == ids[::-1]
    assert [one.id for one in listed(connection, name="A")] == [ids[2], ids[0]]
    assert [one.id for one in listed(connection, before=ids[2], limit=1)] == [ids[1]]


def test_what_is_exported_is_taken_in_once(connection: Connection) -> None:
    first = record(connection, make_judgement("Zorvick", "ignore", context=SENTENCE), reason="ours")
    record(connection, make_judgement("Zorwick", "not-this", entity=ZORVIK))
    undo(connection, first.id)
    lines = [to_line(one) for one in listed(connection)]
    assert [take_in(connection, from_line(line)) for line in lines] == [False, False]
    connection.execute(judgements.delete())
    assert [take_in(connection, from_line(line)) for line in lines] == [True, True]
    assert [to_line(one) for one in listed(connection)] == lines[::-1]
    assert [one.name for one in held(connection)] == ["Zorwick"]


def test_taking_in_one_that_was_undone_elsewhere_undoes_it_here(connection: Connection) -> None:
    kept = record(connection, make_judgement("Zorvick", "ignore"))
    line = to_line(kept).replace(b'"undone":false', b'"undone":true')
    assert take_in(connection, from_line(line)) is False
    assert held(connection) == []


def test_what_is_not_there_is_said(connection: Connection) -> None:
    with pytest.raises(JudgementNotFound, match="no judgement 9"):
        undo(connection, 9)
    with pytest.raises(EntityNotFound, match="geonames-2"):
        record(connection, make_judgement("Zorvick", "not-this", entity="geonames-2"))
    with pytest.raises(BadParameter, match="default"):
        record(connection, make_judgement("Zorvick", "ignore"), desk="sports")


def test_actions_are_those_of_the_contract() -> None:
    assert [action.value for action in Action] == ["accept", "reject", "not-this", "ignore"]
