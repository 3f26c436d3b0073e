"""A gazetteer of one's own: a copy of the small world with its index, to edit or to damage."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import orjson
import pytest
from sqlalchemy import Engine

from gazetteer.importers.own_form import own_row
from gazetteer.index import Index, Snapshot, build_index, offer
from gazetteer.model import Name
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.romanization.readings import readings
from gazetteer.store import EntityRow, Writer, database_url, gazetteer_version, open_engine, set_version, writing

ROOT = Path(__file__).parents[2]
WORLD = ROOT / "tests" / "world.jsonl"
# What to run, as every refusal says it.
BUILD = "run `python -m gazetteer index build`"
# Forms of many scripts and spellings, right and wrong: the questions of these tests.
QUESTIONS = [
    "Bakhmout", "Бахмут", "BAKHMUT", "Tschernihiw", "Czernihów", "Чернігів", "Possad-Pokrovské", "Syrsky Oleksandr",
    "Олександр Сирський", "Zełenski", "Poutine", "Springfield", "London", "Лондон", "لندن", "東京", "とうきょう",
    "서울", "ירושלים", "Αθήνα", "თბილისი", "Երևան", "กรุงเทพมหานคร", "दिल्ली", "NATO", "nato", "IS", "is", "Wagner",
    "Вагнер", "region Kharkiv", "Kharkiv Oblast", "Sea of Azov", "azov of sea", "Xqzzt", "Dnipropetrovsk",
    "L'viv", "Lviv", "7",
]  # fmt: skip


@pytest.fixture
def home(world: Path, tmp_path: Path) -> Path:
    """The home of a gazetteer like the small world, which nobody else looks at."""
    copy = tmp_path / "home"
    shutil.copytree(world, copy, ignore=shutil.ignore_patterns("*-shm"))
    return copy


@pytest.fixture
def database(home: Path) -> Iterator[Engine]:
    """The database of that gazetteer."""
    engine = open_engine(database_url(home))
    yield engine
    engine.dispose()


def snapshot_folder(home: Path) -> Path:
    """The one snapshot that a home has."""
    (found,) = (home / "index").glob("snapshot-*")
    return found


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for the manifest, which tells when it was built."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.json"}


def put(engine: Engine, *rows: EntityRow) -> None:
    """Write rows as an import does: in one transaction, with the version that follows."""
    with writing(engine) as connection:
        version = gazetteer_version(connection) + 1
        Writer(connection, version).put(rows)
        set_version(connection, version)


def grown(home: Path, *batches: Sequence[EntityRow]) -> Gazetteer:
    """The gazetteer of a home with these rows too, batch by batch, and its index built anew; to be closed."""
    opened = open_gazetteer(home)
    for batch in batches:
        put(opened.engine, *batch)
    build_index(opened.engine, home)
    opened.close()
    return open_gazetteer(home)


def row_of_world(public_id: str) -> EntityRow:
    """The row that wrote an entity of the small world: what is changed in it and put again is the whole truth."""
    (raw,) = (raw for raw in map(orjson.loads, WORLD.read_bytes().splitlines()) if raw.get("id") == public_id)
    return own_row(raw)


def found(index: Index, text: str) -> set[tuple[str, Name]]:
    """The entities, by public id, and their names that an index offers for a text, likeness aside."""
    told = [of_snapshot(snapshot, text) for snapshot in index.snapshots()]
    covered = {index.main.entity(position).id for position in index.covered}
    return set().union({pair for pair in told[0] if pair[0] not in covered}, *told[1:])


def of_snapshot(snapshot: Snapshot, text: str) -> set[tuple[str, Name]]:
    """The same of one snapshot."""
    offered = offer(snapshot, text, readings(text), likeness=False)
    return told(snapshot, (offered.exact, *offered.same_form.values(), offered.same_words))


def told(snapshot: Snapshot, numbers: Iterable[Iterable[int]]) -> set[tuple[str, Name]]:
    """The names with these numbers, each with the public id of its entity."""
    each = np.array([int(number) for some in numbers for number in some], dtype=np.uint32)
    owners = snapshot.name_entity[each].tolist()
    return {(snapshot.entity(owner).id, name) for owner, name in zip(owners, snapshot.names(each), strict=True)}


def entities_found(index: Index, text: str) -> set[str]:
    """The public ids alone."""
    return {public_id for public_id, _ in found(index, text)}
