"""`init`: once, twice, with sources left out, killed at any moment, and two at once on one home.

Two of the real sources are loaded, one of them in several batches; the others are left out to save time.
"""

import gzip
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest

from gazetteer.importers.export import export
from gazetteer.importers.seeds import SEEDS, seed_sources
from gazetteer.index import index_problem, open_index
from gazetteer.index.layout import current, read_manifest
from gazetteer.store import Engine, database_url, gazetteer_version, open_engine
from gazetteer.text.words import READY

ROOT = Path(__file__).parents[2]
SOURCES = [source.key for source in seed_sources()]
LOADED = ("features", "places_ua")
OF_PLACES_UA = "whosonfirst-ua"  # what the rows of places_ua name as their source


def init(home: Path, *only: str) -> subprocess.Popen[str]:
    """`python -m gazetteer init` under way, in a group of its own, of these sources alone."""
    left_out = [option for key in SOURCES if key not in only for option in ("--without", key)]
    return started(home, "init", *left_out)


def started(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "gazetteer", *arguments],
        cwd=ROOT,
        env={**os.environ, "GAZETTEER_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def ended(run: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code, and what was said on standard error."""
    _, said = run.communicate()
    return run.returncode, said


@contextmanager
def database(home: Path) -> Iterator[Engine]:
    engine = open_engine(database_url(home))
    yield engine
    engine.dispose()


def exported(home: Path) -> bytes:
    with database(home) as engine, engine.connect() as connection:
        out = io.BytesIO()
        export(connection, out)
    return out.getvalue()


def version(home: Path) -> int:
    with database(home) as engine, engine.connect() as connection:
        return gazetteer_version(connection)


def rows_of(seed: str) -> int:
    with gzip.open(SEEDS / f"{seed}.jsonl.gz") as lines:
        return sum(1 for _ in lines)


def is_as_if_left_alone(home: Path, whole: Path) -> bool:
    """Whether a gazetteer and its index are, to the byte, those of an uninterrupted run."""
    with database(home) as engine:
        assert index_problem(home, engine) is None
        assert open_index(home, engine).version == version(home)
    assert exported(home) == exported(whole)
    return read_manifest(current(home)).files == read_manifest(current(whole)).files


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The home of an uninterrupted run, and what it said."""
    home = tmp_path_factory.mktemp("whole")
    code, said = ended(init(home, *LOADED))
    assert code == 0
    return home, said


@pytest.fixture
def whole(first: tuple[Path, str]) -> Path:
    """The home of an uninterrupted run."""
    return first[0]


def test_what_came_of_each_source_is_told(first: tuple[Path, str]) -> None:
    _, said = first
    features, places = rows_of("features"), rows_of("places_ua")
    assert f"\nfeatures: {features:,} read, {features:,} new, 0 changed, " in said
    [of_places] = [line for line in said.splitlines() if line.startswith("places_ua: ")]
    assert of_places.startswith(f"places_ua: {places:,} read, ")
    assert "refused (no GeoNames id)" in of_places


def test_words_are_counted_for_every_process(whole: Path) -> None:
    assert {file.name.split(".")[0] for file in (whole / "words").rglob("*.npy")} == set(READY)


def test_a_second_run_changes_nothing(whole: Path) -> None:
    before = exported(whole), version(whole), current(whole)
    code, said = ended(init(whole, *LOADED))
    assert code == 0
    assert said.splitlines() == [f"{key}: 0 read, 0 new, 0 changed, 0 names" for key in LOADED]
    assert (exported(whole), version(whole), current(whole)) == before


def test_the_names_of_a_source_left_out_are_not_there(whole: Path, tmp_path: Path) -> None:
    code, said = ended(init(tmp_path, "features"))
    assert (code, "places_ua" in said) == (0, False)
    with_all, without = exported(whole), exported(tmp_path)
    assert OF_PLACES_UA.encode() in with_all
    assert OF_PLACES_UA.encode() not in without
    # Posad-Pokrovske is told by places_ua alone, the Dnieper by the features.
    assert ("Посад-Покровське".encode() in with_all, "Посад-Покровське".encode() in without) == (True, False)
    assert "Дніпро".encode() in without
    rows = [orjson.loads(line) for line in without.splitlines()]
    assert sum(row["form"] == "gazetteer-entity" for row in rows) == rows_of("features")


def test_a_source_that_is_none_is_refused_with_those_there_are(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert ended(started(home, "init", "--without", "peple")) == (
        1,
        f"Error: No source 'peple'; known: {', '.join(SOURCES)}.\n",
    )
    assert not home.exists()


# What is said when a stage has begun, and how long after that the run is killed at most. The first is while nothing
# has been said yet: in the migrations, or before the first batch.
MOMENTS = [
    (None, 1.0),
    ("features ...", 0.2),
    ("places_ua ...", 0.2),
    ("places_ua ...", 0.2),
    ("index: readings ...", 0.2),
    ("index: trigrams ...", 0.0),
    ("index: writing ...", 0.0),
]


def test_a_run_killed_again_and_again_ends_as_one_left_alone(whole: Path, tmp_path: Path) -> None:
    for stage, longest in MOMENTS:
        run = init(tmp_path, *LOADED)
        assert run.stderr is not None
        assert stage is None or any(line.rstrip() == stage for line in run.stderr), stage
        # At no moment in particular.
        time.sleep(longest * (time.time() % 1))
        os.killpg(run.pid, signal.SIGKILL)
        assert ended(run)[0] == -signal.SIGKILL
    code, _ = ended(init(tmp_path, *LOADED))
    assert code == 0
    assert version(tmp_path) == version(whole)
    assert is_as_if_left_alone(tmp_path, whole)


def test_two_runs_at_once_on_one_home_do_no_harm(whole: Path, tmp_path: Path) -> None:
    runs = [init(tmp_path, *LOADED) for _ in range(2)]
    told = [ended(run) for run in runs]
    assert [code for code, _ in told] == [0, 0], told
    assert is_as_if_left_alone(tmp_path, whole)
