"""What is exported can be read back to the letter, on either database, and across them."""

import gzip
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import orjson
import pytest
from sqlalchemy import Engine, select, text

from gazetteer.errors import BadFile
from gazetteer.importers.export import export_file, export_lines
from gazetteer.importers.initialize import set_up
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.importers.own_form import ENTITY_FIELDS, NAME_FIELDS, SILENT, SOURCE_FIELDS
from gazetteer.model import Kind, NameKind
from gazetteer.store import database_url, open_engine
from gazetteer.store.schema import entities, metadata, names, sources
from tests.importers.conftest import Import, Write, silent

WORLD = Path(__file__).parents[1] / "world.jsonl"
NUMBERS = count()

# Every column of an entity and of a name says something in at least one of these rows.
REGION = {
    "form": "gazetteer-entity",
    "id": "iso3166-2-UA-99",
    "kind": "place",
    "canonical": "Zorvik Region",
    "feature_type": "region",
    "country": "UA",
    "importance": 0.0,
    "identifiers": [["iso3166-2", "UA-99"]],
    "sources": [],
    "names": [{"text": "Zorvik Region", "kind": "variant"}],
}
CITY = {
    "form": "gazetteer-entity",
    "id": "geonames-77",
    "kind": "place",
    "canonical": "Zorvik",
    "feature_type": "city",
    "country": "UA",
    "lat": 49.588267,
    "lon": -0.1,
    "population": 2147483647,
    "importance": 0.1 + 0.2,
    "description": "city, “made up”\nin two lines",
    "identifiers": [["geonames", "77"], ["geonames", "78"], ["wikidata", "Q77"]],
    "region": ["iso3166-2", "UA-99"],
    "sources": ["a-source", "made-up"],
    "names": [
        {"text": "Zorvik", "kind": "variant", "preferred": True, "source": "a-source"},
        {"text": "Зорвік", "kind": "endonym", "language": "uk", "inferred": True, "preferred": True},
        {"text": "Zorvick", "kind": "variant", "language": "en", "style": "ap", "source": "made-up"},
        {"text": "Zorvick", "kind": "variant", "language": "en", "style": "nyt"},
        {"text": "Стара Зора", "kind": "historical", "language": "uk", "valid_from": "1924", "valid_to": "2016-05-12"},
        {"text": "zo er wei ke", "kind": "variant", "shown": False},
        {"text": "ZVK", "kind": "abbreviation", "shown": False, "case_sensitive": True},
        {"text": "Zorwik", "kind": "exonym", "language": "pl", "status": "proposed"},
        {"text": "Sorwig", "kind": "misspelling", "language": "de", "status": "rejected"},
        {"text": "佐尔维克", "kind": "exonym", "language": "zh"},
        {"text": "زورفيك", "kind": "exonym", "language": "ar"},
        {"text": "Cafe\u0301 Zorvik", "kind": "variant"},
        {"text": "𑄟𑄧", "kind": "variant", "language": "ccp"},
    ],
}
PERSON = {
    "form": "gazetteer-entity",
    "id": "wikidata-Q78",
    "kind": "person",
    "canonical": "Zora Velmar",
    "importance": 1.0,
    "born": "1963-04-14",
    "state": "draft",
    "identifiers": [["wikidata", "Q78"]],
    "sources": ["made-up"],
    "names": [{"text": "Zora Velmar", "kind": "variant"}, {"text": "Velmar", "kind": "short", "language": "en"}],
}
MERGED = {
    "form": "gazetteer-entity",
    "id": "own-old.zorvik",
    "kind": "organization",
    "canonical": "Zorvik Works",
    "importance": 0.0,
    "state": "merged",
    "identifiers": [["own", "old zorvik"]],
    "redirect": ["geonames", "77"],
    "sources": [],
    "names": [{"text": "Zorvik Works", "kind": "variant"}],
}
SOURCES = [
    {
        "form": "gazetteer-source",
        "key": "a-source",
        "title": "A source",
        "source_version": "3.1",
        "date": "2026-11",
        "licence": "CC-BY-4.0",
        "attribution": "© Somebody, “A source”",
    },
    {"form": "gazetteer-source", "key": "made-up"},
]
# Sources in the order of their keys, entities in that of their public ids.
WHOLE = [*SOURCES, CITY, REGION, MERGED, PERSON]
WHOLE_BYTES = b"".join(orjson.dumps(row) + b"\n" for row in WHOLE)

Open = Callable[[str], Engine]


@pytest.fixture
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Makes an empty gazetteer of the kind asked for."""
    made = []

    def gazetteer(kind: str) -> Engine:
        name = f"export{next(NUMBERS)}"
        engine = open_engine(f"sqlite:///{tmp_path / name}.sqlite3")
        if kind == "postgresql":
            server = open_engine(database_url(tmp_path, request.getfixturevalue("postgres")))
            with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            server.dispose()
            engine = open_engine(server.url.set(database=name).render_as_string(hide_password=False))
        set_up(engine, tmp_path)
        made.append(engine)
        return engine

    yield gazetteer
    for engine in made:
        engine.dispose()


def filled(engine: Engine, rows: bytes, folder: Path) -> Engine:
    (folder / "rows.jsonl").write_bytes(rows)
    counts = import_jsonl(engine, folder, folder / "rows.jsonl", folder / "rejects.jsonl", silent)
    assert not counts.refused
    return engine


def exported_from(engine: Engine, folder: Path) -> bytes:
    with engine.connect() as connection:
        export_file(connection, folder / "out.jsonl")
    return (folder / "out.jsonl").read_bytes()


def test_these_rows_use_every_column() -> None:
    told = [row for row in WHOLE if row["form"] == "gazetteer-entity"]
    of_names = [name for row in told for name in row["names"]]
    assert set().union(*told) == {"form", "id", "identifiers", "region", "redirect", "sources", "names", *ENTITY_FIELDS}
    assert set().union(*of_names) == {"text", "kind", "source", *NAME_FIELDS}
    assert {row["kind"] for row in told} == set(Kind)
    assert {name["kind"] for name in of_names} == set(NameKind)
    assert set(SOURCES[0]) == {"form", *SOURCE_FIELDS}
    # What the tables have beside: numbers of rows, and what is derived or tells of a load.
    assert set(entities.columns.keys()) - set(ENTITY_FIELDS) == {
        "id", "public_id", "region_id", "redirect_id", "version"
    }  # fmt: skip
    assert set(names.columns.keys()) - set(NAME_FIELDS) == {"id", "entity_id", "source_id", "text", "kind", "script"}
    assert set(sources.columns.keys()) - set(SOURCE_FIELDS) == {
        "id", "fingerprint", "rows_done", "complete", "counts"
    }  # fmt: skip


# Beside our rows, those of the real world, with names in some hundred languages.
BOTH = [pytest.param(WHOLE_BYTES, id="made up"), pytest.param(WORLD.read_bytes(), id="world")]
PG = pytest.param("postgresql", marks=pytest.mark.postgres)


@pytest.mark.parametrize("other", ["sqlite", PG])
@pytest.mark.parametrize("one", ["sqlite", PG])
@pytest.mark.parametrize("rows", BOTH)
def test_an_export_of_an_import_of_an_export_is_the_same_bytes(
    rows: bytes, one: str, other: str, fresh: Open, tmp_path: Path
) -> None:
    first = exported_from(filled(fresh(one), rows, tmp_path), tmp_path)
    second = exported_from(filled(fresh(other), first, tmp_path), tmp_path)
    assert second == first
    assert len(first.splitlines()) == len(rows.splitlines())


def test_every_column_comes_out_as_it_went_in(engine: Engine, tmp_path: Path) -> None:
    assert exported_from(filled(engine, WHOLE_BYTES, tmp_path), tmp_path) == WHOLE_BYTES


def test_the_order_of_a_file_leaves_no_trace(engine: Engine, tmp_path: Path) -> None:
    backwards = b"".join(reversed(WHOLE_BYTES.splitlines(keepends=True)))
    assert exported_from(filled(engine, backwards, tmp_path), tmp_path) == WHOLE_BYTES


def test_what_silence_says_is_not_written_and_comes_back_all_the_same(engine: Engine, tmp_path: Path) -> None:
    told = {"text": "Zorvik", "kind": "variant"} | {key: SILENT[key] for key in NAME_FIELDS if key in SILENT}
    row = {**REGION, "state": SILENT["state"], "names": [told]}
    short = orjson.dumps({**REGION, "names": [{"text": "Zorvik", "kind": "variant"}]}) + b"\n"
    assert exported_from(filled(engine, orjson.dumps(row), tmp_path), tmp_path) == short
    with engine.connect() as connection:
        stored = connection.execute(select(names)).mappings().one()
    assert all(stored[key] == SILENT[key] for key in NAME_FIELDS if key in SILENT)


def test_the_marks_of_loads_are_no_sources_of_names(take: Import, write: Write, engine: Engine, tmp_path: Path) -> None:
    take(write(CITY, REGION, name="a-file.jsonl"))
    with engine.connect() as connection:
        assert "file:a-file.jsonl" in connection.execute(select(sources.c.key)).scalars().all()
    assert b"a-file" not in exported_from(engine, tmp_path)


def test_some_entities_are_exported_alone(engine: Engine, tmp_path: Path) -> None:
    filled(engine, WHOLE_BYTES, tmp_path)
    with engine.connect() as connection:
        lines = list(export_lines(connection, only=["wikidata-Q78", "geonames-77", "geonames-404"]))
    assert [orjson.loads(line) for line in lines] == [CITY, PERSON]


def test_a_compressed_export_is_the_same_and_always_the_same(engine: Engine, tmp_path: Path) -> None:
    filled(engine, WHOLE_BYTES, tmp_path)
    packed = []
    for name in ("one.jsonl.gz", "other.jsonl.gz"):
        with engine.connect() as connection:
            assert export_file(connection, tmp_path / name) == 4
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]
    assert gzip.decompress(packed[0]) == WHOLE_BYTES


def test_an_empty_gazetteer_is_an_empty_file(engine: Engine, tmp_path: Path) -> None:
    assert exported_from(engine, tmp_path) == b""


def test_a_file_that_cannot_be_written_leaves_the_old_one_alone(engine: Engine, tmp_path: Path) -> None:
    filled(engine, WHOLE_BYTES, tmp_path)
    (tmp_path / "full.jsonl").write_bytes(b"before")
    with engine.begin() as connection:
        metadata.tables["identifiers"].drop(connection)
    with engine.connect() as connection, pytest.raises(Exception, match="identifiers"):
        export_file(connection, tmp_path / "full.jsonl")
    assert (tmp_path / "full.jsonl").read_bytes() == b"before"
    assert not list(tmp_path.glob("*.part"))
    with engine.connect() as connection, pytest.raises(BadFile, match="cannot be written"):
        export_file(connection, tmp_path / "no folder" / "out.jsonl")
