"""The short list: few names are looked at one by one and many all at once, and the same come out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from gazetteer.index import offer
from gazetteer.matching import shortlist as short
from gazetteer.matching.shortlist import MOST, shortlist
from gazetteer.model import Candidate, Kind, Query
from gazetteer.offering import write_out
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.store.schema import names

# Every so many of the world's names is asked for.
STEP = 37
ASKED = [{}, {"kind": Kind.PLACE}, {"kind": Kind.PERSON}, {"language": "uk"}, {"language": "zh", "kind": Kind.PLACE}]


@pytest.fixture(scope="module")
def opened(world: Path) -> Iterator[Gazetteer]:
    gazetteer = open_gazetteer(world)
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="module")
def texts(opened: Gazetteer) -> list[str]:
    with opened.engine.connect() as connection:
        return [text for (text,) in connection.execute(select(names.c.text).order_by(names.c.id))][::STEP]


def found(opened: Gazetteer, asked: Query) -> list[Candidate]:
    snapshot = opened.index.main
    return [
        candidate
        for written in write_out(opened.index, asked)
        for candidate in shortlist(
            snapshot, asked, written, offer(snapshot, written.text, written.readings, likeness=True), 0
        )
    ]


@pytest.mark.parametrize("given", ASKED, ids=str)
def test_few_and_many_give_the_same(
    opened: Gazetteer, texts: list[str], given: dict[str, Kind | str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [Query(text, **given) for text in texts]  # type: ignore[arg-type]
    monkeypatch.setattr(short, "FEW", 0)
    many = [found(opened, one) for one in asked]
    monkeypatch.setattr(short, "FEW", 1_000_000)
    few = [found(opened, one) for one in asked]
    assert few == many
    assert sum(map(len, many)) > 50


def test_no_entity_is_listed_twice_nor_more_than_are_wanted(opened: Gazetteer, texts: list[str]) -> None:
    snapshot = opened.index.main
    for text in texts:
        asked = Query(text)
        for written in write_out(opened.index, asked):
            offered = offer(snapshot, written.text, written.readings, likeness=True)
            keys = [candidate.key for candidate in shortlist(snapshot, asked, written, offered, 0)]
            assert len(keys) == len(set(keys)) <= MOST
            assert len(shortlist(snapshot, asked, written, offered, 0, most=2)) == min(2, len(keys))


@pytest.mark.parametrize(
    ("text", "meant"), [("Balakliia, Poltava oblast", "geonames-712925"), ("London, Canada", "geonames-6058560")]
)
def test_whoever_lies_where_the_name_says_is_weighed_first(opened: Gazetteer, text: str, meant: str) -> None:
    snapshot, asked = opened.index.main, Query(text)
    (head,) = (written for written in write_out(opened.index, asked) if written.qualifier is not None)
    offered = offer(snapshot, head.text, head.readings)
    (first,) = shortlist(snapshot, asked, head, offered, 0, most=1)
    assert snapshot.entity(first.key).id == meant
    (bare,) = shortlist(snapshot, asked, head._replace(qualifier=None), offered, 0, most=1)
    assert snapshot.entity(bare.key).id != meant
