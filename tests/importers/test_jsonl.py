"""JSON lines into the gazetteer: both forms, in any order, twice, and with rows that cannot be taken."""

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from sqlalchemy import Engine, select

from gazetteer.errors import BadFile
from gazetteer.importers.export import export_file
from gazetteer.importers.initialize import set_up
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.store import database_url, open_engine
from gazetteer.store.schema import entities, names
from tests.importers.conftest import Import, Write, silent

ROOT = Path(__file__).parents[2]
ZORVIK = {
    "id": "geonames:77",
    "kind": "place",
    "name": "Zorvik",
    "country": "UA",
    "names": [{"text": "Zorvik", "lang": "en", "type": "preferred"}, {"text": "Зорвік", "lang": "uk"}],
    "source": "made-up",
}
WHOLE = {
    "form": "gazetteer-entity",
    "id": "geonames-78",
    "kind": "place",
    "canonical": "Velmar",
    "feature_type": "town",
    "country": "UA",
    "lat": 49.5,
    "lon": 36.125,
    "population": 26334,
    "importance": 0.25,
    "description": "town, Made-up Region, Ukraine",
    "born": "1663",
    "identifiers": [["geonames", "78"], ["wikidata", "Q78"]],
    "region": ["iso3166-2", "UA-99"],
    "sources": ["a-source", "made-up"],
    "names": [
        {
            "text": "Вельмар",
            "kind": "endonym",
            "language": "uk",
            "inferred": True,
            "preferred": True,
            "style": "ap",
            "status": "proposed",
            "valid_from": "1924",
            "valid_to": "2016",
            "source": "made-up",
        },
        {"text": "VLM", "kind": "abbreviation", "shown": False, "case_sensitive": True},
        {"text": "Velmar", "kind": "variant"},
    ],
}
MERGED = {
    "form": "gazetteer-entity",
    "id": "made-up-old",
    "kind": "place",
    "canonical": "Welmar",
    "importance": 0.0,
    "state": "merged",
    "identifiers": [["made-up", "old"], ["wikidata", "Q79"]],
    "redirect": ["geonames", "78"],
    "sources": [],
    "names": [{"text": "Welmar", "kind": "misspelling", "language": "de"}],
}
REGION = {
    "form": "gazetteer-entity",
    "id": "iso3166-2-UA-99",
    "kind": "place",
    "canonical": "Made-up Region",
    "feature_type": "region",
    "importance": 0.0,
    "identifiers": [["iso3166-2", "UA-99"]],
    "sources": [],
    "names": [{"text": "Made-up Region", "kind": "variant"}],
}
SOURCE = {
    "form": "gazetteer-source",
    "key": "a-source",
    "title": "A source",
    "source_version": "3",
    "date": "2026-11-22",
    "licence": "CC0-1.0",
    "attribution": "Somebody",
}
KNOWN_SOURCE = {"form": "gazetteer-source", "key": "made-up"}

BAD = [
    (b'{"id": "x:1", ', "not JSON"),
    (b'{"name": "Z\xffrvik"}', "not UTF-8"),
    (b'"Zorvik"', "not a JSON object"),
    (b'{"name": "\\ud800"}', "not JSON"),
    ({**ZORVIK, "kind": "river"}, "unknown kind 'river'"),
    ({**ZORVIK, "kind": ["place"]}, "unknown kind"),
    ({**ZORVIK, "name": ""}, "name is not a name"),
    ({**ZORVIK, "name": None}, "name is missing"),
    ({**ZORVIK, "id": None}, "id is missing"),
    ({**ZORVIK, "id": "77"}, "not scheme:value"),
    ({**ZORVIK, "names": []}, "names is empty"),
    ({**ZORVIK, "names": ["Zorvik"]}, "names is not a list of objects"),
    ({**ZORVIK, "names": [{"text": "Zor\0vik"}]}, "text is not a name"),
    ({**ZORVIK, "names": [{"text": "Zorvik", "type": "nickname"}]}, "unknown name type 'nickname'"),
    ({**ZORVIK, "names": [{"text": "Zorvik", "lang": 5}]}, "lang is not a text"),
    ({**ZORVIK, "lat": 91}, "lat is 91, not between"),
    ({**ZORVIK, "lon": "36"}, "lon is not a number"),
    ({**ZORVIK, "population": "many"}, "population is not a number"),
    ({**ZORVIK, "population": 2**40}, "population is"),
    ({**ZORVIK, "country": "Ukraine"}, "country is 'Ukraine'"),
    ({**ZORVIK, "importance": True}, "importance is not a number"),
    ({**ZORVIK, "note": "a\0b"}, "note"),
    ({**ZORVIK, "also": "wikidata:Q1"}, "also is not a list"),
    ({**WHOLE, "id": None}, "id is missing"),
    ({**WHOLE, "id": "a b"}, "id is missing or not a public id"),
    ({**WHOLE, "identifiers": []}, "identifiers is missing or empty"),
    ({**WHOLE, "identifiers": [["geonames"]]}, "identifiers is not a pair"),
    ({**WHOLE, "region": "UA-99"}, "region is not a pair"),
    ({**WHOLE, "state": "gone"}, "state is 'gone'"),
    ({**WHOLE, "names": [{"text": "Velmar", "kind": "alias"}]}, "kind is 'alias'"),
    ({**WHOLE, "names": [{"text": "Velmar", "kind": "variant", "shown": 1}]}, "shown is neither"),
    ({**WHOLE, "names": [{"text": "Velmar", "kind": "variant", "lang": "uk"}]}, "unknown key 'lang'"),
    ({**WHOLE, "population": 1.5}, "population is 1.5, not a whole number"),
    ({**WHOLE, "colour": "red"}, "unknown key 'colour'"),
    ({**SOURCE, "key": None}, "key is missing"),
    ({**SOURCE, "licence": 0}, "licence is not a text"),
]


def test_bad_rows_are_refused_with_their_line_and_the_rest_goes_in(take: Import, write: Write, tmp_path: Path) -> None:
    counts = take(write(ZORVIK, b"", *[row for row, _ in BAD], REGION))
    assert (counts.read, counts.new, counts.refused.total()) == (len(BAD) + 2, 2, len(BAD))
    rejects = [orjson.loads(line) for line in (tmp_path / "rejects.jsonl").read_bytes().splitlines()]
    assert [reject["line"] for reject in rejects] == list(range(3, len(BAD) + 3))
    for reject, (row, reason) in zip(rejects, BAD, strict=True):
        assert reason in reject["reason"]
        assert isinstance(row, bytes) or orjson.loads(reject["text"]) == row


def test_a_file_without_bad_rows_leaves_no_file_of_them(take: Import, write: Write, tmp_path: Path) -> None:
    assert take(write(ZORVIK, b"[]")).refused.total() == 1
    assert (tmp_path / "rejects.jsonl").exists()
    assert take(write(ZORVIK)).refused.total() == 0
    assert not (tmp_path / "rejects.jsonl").exists()


def test_the_seeds_words_become_ours(take: Import, write: Write, engine: Engine) -> None:
    take(write(ZORVIK))
    with engine.connect() as connection:
        told = connection.execute(select(names.c.text, names.c.kind, names.c.preferred).order_by(names.c.id))
        assert [tuple(row) for row in told] == [("Zorvik", "variant", True), ("Зорвік", "endonym", False)]


@pytest.mark.parametrize(
    "rows", [[WHOLE, MERGED, REGION, SOURCE], [SOURCE, REGION, WHOLE, MERGED]], ids=["region last", "region first"]
)
def test_our_own_form_comes_out_as_it_went_in(
    rows: list[dict[str, object]], take: Import, write: Write, exported: Callable[[], bytes]
) -> None:
    counts = take(write(*rows))
    assert (counts.read, counts.new, counts.refused.total()) == (4, 3, 0)
    assert [orjson.loads(line) for line in exported().splitlines()] == [SOURCE, KNOWN_SOURCE, WHOLE, REGION, MERGED]


def test_a_second_import_changes_nothing(take: Import, write: Write, exported: Callable[[], bytes]) -> None:
    path = write(WHOLE, ZORVIK, MERGED, REGION, SOURCE)
    first = take(path)
    before = exported()
    again = take(path)
    assert (first.new, again.new, again.changed, again.unchanged) == (4, 0, 0, 4)
    assert exported() == before


def test_an_import_brings_back_what_was_changed_since(
    take: Import, write: Write, exported: Callable[[], bytes]
) -> None:
    path = write(WHOLE, REGION, SOURCE)
    take(path)
    before = exported()
    other = {**WHOLE, "canonical": "Changed", "names": WHOLE["names"][:1], "region": None, "state": "withdrawn"}
    assert take(write(other, name="other.jsonl")).changed >= 1
    assert exported() != before
    take(path)
    assert exported() == before


def test_the_world_goes_round_byte_for_byte(engine: Engine, exported: Callable[[], bytes], tmp_path: Path) -> None:
    world = ROOT / "tests" / "world.jsonl"
    import_jsonl(engine, tmp_path, world, tmp_path / "rejects.jsonl", silent)
    # What the chosen entities say of others that are not in the world is not kept; after that nothing is lost.
    first = exported()
    (tmp_path / "first.jsonl").write_bytes(first)
    other = open_engine(database_url(tmp_path, f"sqlite:///{tmp_path / 'other.sqlite3'}"))
    set_up(other, tmp_path)
    counts = import_jsonl(other, tmp_path, tmp_path / "first.jsonl", tmp_path / "rejects.jsonl", silent)
    assert not counts.refused
    with other.connect() as connection:
        export_file(connection, tmp_path / "second.jsonl.gz")
    assert gzip.decompress((tmp_path / "second.jsonl.gz").read_bytes()) == first
    assert len(first.splitlines()) == len(world.read_bytes().splitlines())


def test_a_compressed_file_is_read(take: Import, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(orjson.dumps(ZORVIK)))
    assert take(path).new == 1


def test_a_damaged_file_is_said_to_be_damaged(take: Import, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(orjson.dumps(ZORVIK) * 1000)[:-20])
    with pytest.raises(BadFile, match=r"rows\.jsonl\.gz cannot be read"):
        take(path)


def test_a_byte_order_mark_is_no_part_of_the_first_row(take: Import, write: Write) -> None:
    assert take(write(b"\xef\xbb\xbf" + orjson.dumps(ZORVIK))).new == 1


def test_an_entity_told_by_two_rows_is_one(take: Import, write: Write) -> None:
    counts = take(write(ZORVIK, {**ZORVIK, "id": "wikidata:Q5", "geonames": 77}))
    assert (counts.new, counts.joined) == (1, 1)


def test_many_reasons_are_counted_as_others(take: Import, write: Write) -> None:
    counts = take(write(*[{**ZORVIK, "kind": f"kind {number}"} for number in range(200)]))
    assert counts.refused.total() == 200
    assert len(counts.refused) < 60


IMPORT = """
import sys
from pathlib import Path
from gazetteer.importers import jsonl, source
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.store import open_engine

jsonl.BATCH = source.BATCH = 1_000

if __name__ == "__main__":
    home, file = Path(sys.argv[1]), Path(sys.argv[2])
    import_jsonl(open_engine(sys.argv[3]), home, file, home / "rejects.jsonl", lambda *_: print("step", flush=True))
"""
ENTITIES = 3_500  # more than three batches


def made_up(number: int) -> dict[str, object]:
    """A place in a region that comes later in the file; every thousandth row is bad."""
    row = {
        "form": "gazetteer-entity",
        "id": f"made-up-{number}",
        "kind": "place" if number % 1000 else "nothing",
        "canonical": f"Zorvik {number}",
        "importance": number / ENTITIES,
        "identifiers": [["made-up", str(number)]],
        "sources": ["made-up"],
        "names": [{"text": f"Zorvik {number}", "kind": "variant"}, {"text": f"Зорвік {number}", "kind": "endonym"}],
    }
    return row | {"region": ["made-up", str(number + 1)]} if number % 7 else row


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with many rows, what an import without mishap makes of them, and the rows it refuses."""
    folder = tmp_path_factory.mktemp("undisturbed")
    path = folder / "rows.jsonl"
    path.write_bytes(b"".join(orjson.dumps(made_up(number)) + b"\n" for number in range(ENTITIES)))
    engine = open_engine(database_url(folder))
    set_up(engine, folder)
    import_jsonl(engine, folder, path, folder / "rejects.jsonl", silent)
    with engine.connect() as connection:
        export_file(connection, folder / "whole.jsonl")
    engine.dispose()
    return folder


@pytest.mark.parametrize("batches", [1, 3])
def test_an_import_that_was_killed_is_gone_on_with(
    batches: int, engine: Engine, tmp_path: Path, write: Write, exported: Callable[[], bytes], undisturbed: Path
) -> None:
    path = undisturbed / "rows.jsonl"
    script = write(IMPORT.encode(), name="run.py")
    url = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, str(script), str(tmp_path), str(path), url]
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, env=paths)
    assert run.stdout is not None
    for _ in range(batches):
        assert run.stdout.readline() == b"step\n"
    # At no moment in particular of the batch that follows.
    time.sleep(time.time() % 0.3)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    run.stdout.close()
    with engine.connect() as connection:
        done = len(connection.execute(select(entities.c.id)).all())
    assert 0 < done < ENTITIES
    counts = import_jsonl(engine, tmp_path, path, tmp_path / "rejects.jsonl", silent)
    assert counts.new + counts.refused.total() == ENTITIES
    assert exported() == (undisturbed / "whole.jsonl").read_bytes()
    assert (tmp_path / "rejects.jsonl").read_bytes() == (undisturbed / "rejects.jsonl").read_bytes()
