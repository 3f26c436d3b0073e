"""Building: what comes out is a function of the rows and the rules, whoever builds it and where."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Engine

from gazetteer.importers.initialize import set_up
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.index import build_index, open_index
from gazetteer.index.build import gather
from gazetteer.index.layout import write_snapshot
from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow, database_url, open_engine
from tests.conftest import new_url
from tests.index.conftest import WORLD, entities_found, files, put, snapshot_folder


def silent(stage: str, done: int, total: int) -> None:
    """A progress that nobody looks at."""


def gathered(engine: Engine, workers: int) -> tuple[dict[str, Any], dict[str, bytes], dict[str, Any]]:
    with engine.connect() as connection:
        return gather(connection, None, silent, workers=workers)


def as_bytes(arrays: Mapping[str, Any]) -> dict[str, tuple[str, bytes]]:
    return {name: (str(array.dtype), np.ascontiguousarray(array).tobytes()) for name, array in arrays.items()}


def test_two_builds_of_one_database_are_the_same_to_the_byte(home: Path, database: Engine, tmp_path: Path) -> None:
    other = tmp_path / "other"
    build_index(database, other)
    assert files(snapshot_folder(other)) == files(snapshot_folder(home))
    assert len(files(snapshot_folder(other))) > 20


def test_it_does_not_matter_how_many_processes_build(database: Engine) -> None:
    alone, together = gathered(database, 1), gathered(database, 2)
    assert as_bytes(alone[0]) == as_bytes(together[0])
    assert alone[1:] == together[1:]


@pytest.mark.postgres
def test_both_kinds_of_database_give_the_same_index(
    request: pytest.FixtureRequest, tmp_path: Path, database: Engine
) -> None:
    engine = open_engine(new_url(request, "postgresql", tmp_path))
    set_up(engine, tmp_path)
    import_jsonl(engine, tmp_path, WORLD, tmp_path / "rejects.jsonl", silent)
    theirs, ours = gathered(engine, 1), gathered(database, 1)
    engine.dispose()
    assert as_bytes(theirs[0]) == as_bytes(ours[0])
    assert theirs[1] == ours[1]
    assert theirs[2]["counts"] == ours[2]["counts"]


def test_a_build_takes_the_place_of_the_one_before(home: Path, database: Engine) -> None:
    before = snapshot_folder(home)
    put(database, made_up("1", "Zorvik"))
    assert build_index(database, home) == snapshot_folder(home) != before
    assert sorted(path.name for path in (home / "index").iterdir()) == ["CURRENT", snapshot_folder(home).name]
    assert open_index(home, database).overlay is None


def test_an_index_that_is_open_goes_on_when_another_takes_its_place(home: Path, database: Engine) -> None:
    opened = open_index(home, database)
    before = entities_found(opened, "Springfield")
    put(database, made_up("1", "Zorvik"))
    build_index(database, home)
    assert entities_found(opened, "Springfield") == before
    assert len(before) > 1


def made_up(number: str, text: str, **fields: Any) -> EntityRow:
    return EntityRow(Kind.PLACE, text, [("made-up", number)], names=[NameRow(text)], **fields)


@pytest.fixture
def empty_home(tmp_path: Path) -> tuple[Path, Engine]:
    engine = open_engine(database_url(tmp_path))
    set_up(engine, tmp_path)
    return tmp_path, engine


def test_an_empty_gazetteer_has_an_index_that_offers_nothing(empty_home: tuple[Path, Engine]) -> None:
    home, engine = empty_home
    build_index(engine, home)
    index = open_index(home, engine)
    assert index.counts() == {"places": 0, "persons": 0, "organizations": 0, "names": 0}
    assert entities_found(index, "Zorvik") == set()


def test_only_published_entities_and_accepted_names_are_in_it(empty_home: tuple[Path, Engine]) -> None:
    home, engine = empty_home
    known = made_up("1", "Zorvik")
    known.names += [NameRow("Velmar", status="proposed"), NameRow("Torlan", status="rejected")]
    hidden = [made_up(state, f"Zor {state}", state=state) for state in ("draft", "merged", "withdrawn")]
    put(engine, known, *hidden)
    build_index(engine, home)
    index = open_index(home, engine)
    assert index.counts() == {"places": 1, "persons": 0, "organizations": 0, "names": 1}
    assert entities_found(index, "Zorvik") == {"made-up-1"}
    assert not any(entities_found(index, row.canonical) for row in hidden)
    assert entities_found(index, "Velmar") == entities_found(index, "Torlan") == set()


def test_what_was_written_of_an_entity_comes_back(empty_home: tuple[Path, Engine]) -> None:
    home, engine = empty_home
    name = NameRow("Зорвік", "uk", NameKind.ENDONYM, inferred=True, preferred=True, shown=False)
    row = EntityRow(
        Kind.PLACE, "Zorvik", [("geonames", "77"), ("wikidata", "Q7")], names=[name], feature_type="town",
        country="UA", lat=-49.5, lon=36.125, population=26334, importance=0.25, description="town, Ukraine",
    )  # fmt: skip
    put(engine, row)
    build_index(engine, home)
    main = open_index(home, engine).main
    entity, (kept,) = main.entity(0), main.names_of_entity(0)
    assert (entity.id, entity.kind, entity.canonical, entity.country) == ("geonames-77", Kind.PLACE, "Zorvik", "UA")
    assert (entity.lat, entity.lon, entity.population, entity.importance) == (-49.5, 36.125, 26334, 0.25)
    assert (entity.description, entity.feature_type) == ("town, Ukraine", "town")
    assert entity.identifiers == {"geonames": "77", "wikidata": "Q7"}
    assert (kept.text, kept.language, kept.kind) == ("Зорвік", "uk", NameKind.ENDONYM)
    assert (kept.inferred, kept.preferred, kept.shown, kept.case_sensitive) == (True, True, False, False)


def test_a_snapshot_is_named_by_what_it_holds_and_when_it_was_built(home: Path, database: Engine) -> None:
    arrays, texts, about = gathered(database, 1)
    told = {**about, "rules": "some rules"}
    first = write_snapshot(home / "a", arrays, texts, told | {"built": "2026-01-01T00:00:00"})
    second = write_snapshot(home / "b", arrays, texts, told | {"built": "2026-01-01T00:00:00"})
    third = write_snapshot(home / "c", arrays, texts, told | {"built": "2026-01-02T00:00:00"})
    assert first.name == second.name != third.name
