"""The parcel: opened once on each executor, whoever comes first, and never when it is not what was sent."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.spark.arrival import unpacked
from gazetteer.bulk.spark.parcel import Parcel, pack
from gazetteer.bulk.workers import Answerer, Source
from gazetteer.store import database_url, open_engine

pytestmark = pytest.mark.spark


@pytest.fixture
def parcel(world: Path, tmp_path: Path) -> Parcel:
    engine = open_engine(database_url(world))
    packed = pack(world, engine, tmp_path)
    engine.dispose()
    return packed


def test_a_parcel_is_opened_once_by_whoever_comes_first(parcel: Parcel, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as several:
        folders = set(several.map(lambda _: unpacked(parcel.path, parcel.digest, tmp_path), range(8)))
    (folder,) = folders
    assert {one.name for one in folder.iterdir()} == {"home", "house"}
    assert not parcel.path.exists()


def test_what_a_killed_process_left_half_open_is_no_hindrance(parcel: Parcel, tmp_path: Path) -> None:
    half = tmp_path / f"gazetteer-{parcel.digest[:16]}.part" / "home"
    half.mkdir(parents=True)
    (half / "gazetteer.sqlite3").write_text("half")
    folder = unpacked(parcel.path, parcel.digest, tmp_path)
    assert (folder / "home" / "gazetteer.sqlite3").read_bytes().startswith(b"SQLite")


def test_a_parcel_that_was_damaged_on_its_way_is_not_opened(parcel: Parcel, tmp_path: Path) -> None:
    with parcel.path.open("r+b") as file:
        file.seek(1000)
        file.write(b"damaged")
    with pytest.raises(ValueError, match="was damaged on its way"):
        unpacked(parcel.path, parcel.digest, tmp_path)
    assert not list(tmp_path.glob("gazetteer-*[0-9a-f]/home"))


def test_the_gazetteer_of_a_parcel_answers_as_the_one_it_was_made_of(
    parcel: Parcel, world: Path, tmp_path: Path
) -> None:
    folder = unpacked(parcel.path, parcel.digest, tmp_path)
    here, there = (Answerer(Source(home, None, Asking("city"))) for home in (world, folder / "home"))
    assert here.stamp == there.stamp
    assert here.answer(("Bakhmout",)) == there.answer(("Bakhmout",))
