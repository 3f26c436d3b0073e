"""Opening: an index that may not be answered from is refused, and what was changed in SQL since is found at once."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Engine

from gazetteer.errors import IndexMissing
from gazetteer.importers.initialize import set_up
from gazetteer.index import Index, index_problem, offer, open_index
from gazetteer.index.build import gather
from gazetteer.index.layout import write_snapshot
from gazetteer.index.opening import OVERLAY_LIMIT
from gazetteer.model import Kind, NameKind, Outcome, Query
from gazetteer.resolve import open_gazetteer, resolve
from gazetteer.romanization.readings import readings
from gazetteer.store import EntityRow, NameRow, database_url, gazetteer_version, open_engine, set_version, writing
from tests.index.conftest import BUILD, QUESTIONS, entities_found, found, put, row_of_world, snapshot_folder

Change = Callable[[Path], None]


def refused(home: Path, engine: Engine) -> str:
    """What is said where the index is opened, which is also what is said of it when asked."""
    with pytest.raises(IndexMissing) as refusal:
        open_index(home, engine)
    assert index_problem(home, engine) == str(refusal.value)
    assert BUILD in str(refusal.value)
    return str(refusal.value)


def flipped(content: bytes, place: int) -> bytes:
    """The same bytes with the lowest bit of one of them turned."""
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def files_of(home: Path) -> list[Path]:
    """Arrays and texts of the snapshot, those of some length."""
    held = sorted(path for path in snapshot_folder(home).iterdir() if path.suffix in (".npy", ".bin"))
    assert {path.suffix for path in held} == {".npy", ".bin"}
    return held


def test_an_index_as_it_was_built_has_no_problem(home: Path, database: Engine) -> None:
    assert index_problem(home, database) is None
    assert entities_found(open_index(home, database), "Бахмут") >= {"geonames-713174"}


def test_one_turned_bit_in_any_file_is_noticed(home: Path, database: Engine) -> None:
    for path in files_of(home):
        whole = path.read_bytes()
        for place in (0, len(whole) // 2, len(whole) - 1):
            path.write_bytes(flipped(whole, place))
            assert f"The index file {path.name} is damaged" in refused(home, database)
        path.write_bytes(whole)
    assert index_problem(home, database) is None


def test_a_file_that_was_cut_short_is_noticed(home: Path, database: Engine) -> None:
    for path in files_of(home):
        whole = path.read_bytes()
        for kept in (len(whole) - 1, len(whole) // 2, 0):
            path.write_bytes(whole[:kept])
            assert f"The index file {path.name} is damaged" in refused(home, database)
        path.write_bytes(whole)


def test_a_file_that_is_gone_is_named(home: Path, database: Engine) -> None:
    for path in files_of(home):
        kept = path.rename(home / "kept")
        assert f"The index lacks its file {path.name}" in refused(home, database)
        kept.rename(path)


def test_a_turned_bit_in_any_line_of_the_manifest_is_noticed(home: Path, database: Engine) -> None:
    path = snapshot_folder(home) / "manifest.json"
    whole = path.read_bytes()
    unnoticed = []
    start = 0
    for line in whole.splitlines(keepends=True):
        # The last letter or figure of the line: of a value, where there is one.
        places = [start + place for place, char in enumerate(line) if chr(char).isalnum()]
        if places:
            path.write_bytes(flipped(whole, places[-1]))
            if index_problem(home, database) is None:
                unnoticed.append(line.strip())
        start += len(line)
    assert unnoticed == []


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garble(path: Path) -> None:
    path.write_bytes(b"\xff\x00" * 20)


def other_rules(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"rules": "', '"rules": "0'), encoding="utf-8")


def without_version(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"version"', '"edition"'), encoding="utf-8")


@pytest.mark.parametrize("harm", [cut, empty, garble, other_rules, without_version, Path.unlink])
def test_a_manifest_that_was_harmed_is_refused(harm: Change, home: Path, database: Engine) -> None:
    harm(snapshot_folder(home) / "manifest.json")
    assert BUILD in refused(home, database)


@pytest.mark.parametrize("harm", [cut, empty, garble, Path.unlink])
def test_a_mark_of_the_index_in_use_that_was_harmed_is_refused(harm: Change, home: Path, database: Engine) -> None:
    harm(home / "index" / "CURRENT")
    assert BUILD in refused(home, database)


@pytest.mark.parametrize("what", ["index", "snapshot"])
def test_an_index_that_is_not_there_is_refused(what: str, home: Path, database: Engine) -> None:
    shutil.rmtree(home / "index" if what == "index" else snapshot_folder(home))
    assert BUILD in refused(home, database)


def test_a_gazetteer_that_never_had_an_index_says_what_to_run(tmp_path: Path) -> None:
    engine = open_engine(database_url(tmp_path))
    set_up(engine, tmp_path)
    assert refused(tmp_path, engine) == f"There is no index yet; {BUILD}."


def rebuilt(home: Path, engine: Engine, **about: Any) -> None:
    """The index as another program, or for another database, would have built it."""
    with engine.connect() as connection:
        arrays, texts, told = gather(connection, None, lambda *_: None, workers=1)
    write_snapshot(home, arrays, texts, {"built": "2026-01-01T00:00:00", **told, **about})


def test_an_index_of_other_rules_is_refused(home: Path, database: Engine) -> None:
    rebuilt(home, database, rules="0123456789abcdef")
    assert "built with other rules" in refused(home, database)


def test_an_index_of_another_database_is_refused(home: Path, database: Engine, tmp_path: Path) -> None:
    other = tmp_path / "other"
    engine = open_engine(database_url(other))
    set_up(engine, other)
    put(engine, EntityRow(Kind.PLACE, "Zorvik", [("made-up", "1")], names=[NameRow("Zorvik")]))
    shutil.copytree(home / "index", other / "index")
    assert "belongs to another database" in refused(other, engine)
    assert index_problem(home, database) is None


def test_an_index_that_is_newer_than_the_database_is_refused(home: Path, database: Engine) -> None:
    with writing(database) as connection:
        set_version(connection, gazetteer_version(connection) - 1)
    assert "newer than the database" in refused(home, database)


# Edits: the overlay.


def zorvik(**fields: Any) -> EntityRow:
    """A place nobody has heard of, with a name in two scripts."""
    names = [NameRow("Zorvik", "en"), NameRow("Зорвік", "uk", NameKind.ENDONYM, preferred=True)]
    return EntityRow(Kind.PLACE, "Zorvik", [("made-up", "1")], names=names, country="UA", replace=True, **fields)


def test_a_new_entity_is_found_at_once(home: Path, database: Engine) -> None:
    index = open_index(home, database)
    assert entities_found(index, "Zorvik") == set()
    put(database, zorvik())
    assert index.refresh()
    assert entities_found(index, "Zorvik") == entities_found(index, "ЗОРВІК") == {"made-up-1"}
    assert not index.refresh()


def test_a_new_name_of_an_old_entity_is_found_at_once_and_the_old_names_stay(home: Path, database: Engine) -> None:
    index = open_index(home, database)
    before = found(index, "Poltava")
    row = row_of_world("geonames-696643")
    row.names.append(NameRow("Zorvik-on-Vorskla", "en"))
    put(database, row)
    index.refresh()
    assert entities_found(index, "zorvik on vorskla") == {"geonames-696643"}
    assert found(index, "Poltava") == before


def test_a_name_that_was_taken_away_is_no_longer_offered(home: Path, database: Engine) -> None:
    index = open_index(home, database)
    assert "geonames-713174" in entities_found(index, "Artemivsk")
    row = row_of_world("geonames-713174")
    gone = ("Artemivs", "Артем", "Artem", "Artyom", "Artëm", "Artém")
    row.names = [name for name in row.names if not name.text.startswith(gone)]
    put(database, row)
    index.refresh()
    assert not any(owner == "geonames-713174" for owner, _ in found(index, "Artemivsk"))
    assert "geonames-713174" in entities_found(index, "Bakhmut")


@pytest.mark.parametrize("status", ["rejected", "proposed"])
def test_a_name_that_is_no_longer_accepted_is_no_longer_offered(status: str, home: Path, database: Engine) -> None:
    put(database, zorvik())
    index = open_index(home, database)
    row = zorvik()
    row.names.append(NameRow("Velmar", "en", status=status))
    put(database, row)
    index.refresh()
    assert entities_found(index, "Velmar") == set()
    row = zorvik()
    row.names[0].status = row.names[1].status = status
    put(database, row)
    index.refresh()
    assert entities_found(index, "Zorvik") == set()


@pytest.mark.parametrize("state", ["withdrawn", "merged", "draft"])
def test_an_entity_that_is_no_longer_published_is_no_longer_offered(state: str, home: Path, database: Engine) -> None:
    index = open_index(home, database)
    # Of two places of one name, so that another is left to be offered.
    assert {"geonames-712925", "geonames-712926"} <= entities_found(index, "Balakliia")
    row = row_of_world("geonames-712926")
    row.state = state
    put(database, row)
    assert index.refresh()
    assert "geonames-712926" not in entities_found(index, "Balakliia")
    assert "geonames-712925" in entities_found(index, "Balakliia")


def test_an_entity_that_was_withdrawn_is_nobodys_answer(home: Path, database: Engine) -> None:
    gazetteer = open_gazetteer(home)
    answer = resolve(gazetteer, Query("Mariupol"))
    assert answer.entity is not None
    assert answer.entity.id == "geonames-701822"
    row = row_of_world("geonames-701822")
    row.state = "withdrawn"
    put(database, row)
    gazetteer.refresh()
    answer = resolve(gazetteer, Query("Mariupol", limit=50))
    gazetteer.close()
    assert answer.outcome is not Outcome.LINKED
    assert "geonames-701822" not in {match.entity.id for match in answer.matches}


def test_a_name_with_a_slip_finds_what_was_entered_a_moment_ago(home: Path, database: Engine) -> None:
    gazetteer = open_gazetteer(home)
    put(database, zorvik(population=50_000))
    gazetteer.refresh()
    found_now = [match.entity.id for match in resolve(gazetteer, Query("Zorvick")).matches]
    gazetteer.close()
    assert found_now[0] == "made-up-1"


def test_an_edit_after_an_edit_is_found_too(home: Path, database: Engine) -> None:
    index = open_index(home, database)
    for name in ("Velmar", "Torlan", "Beskidovo"):
        row = zorvik()
        row.names.append(NameRow(name, "en"))
        put(database, row)
        index.refresh()
        assert entities_found(index, name) == {"made-up-1"}
    assert entities_found(index, "Velmar") == set()


def test_edits_made_before_opening_are_found_and_make_the_index_due(home: Path, database: Engine) -> None:
    put(database, zorvik())
    assert index_problem(home, database) == f"Changed since the index was built: 1 entities; {BUILD}."
    assert entities_found(open_index(home, database), "Zorvik") == {"made-up-1"}


def test_the_counts_are_those_of_a_new_build(home: Path, database: Engine, tmp_path: Path) -> None:
    index = open_index(home, database)
    gone, fewer = row_of_world("wikidata-Q7747"), row_of_world("geonames-696643")
    gone.state = "withdrawn"
    fewer.names = fewer.names[:5]
    put(database, zorvik(), gone, fewer)
    index.refresh()
    rebuilt(tmp_path / "new", database, rules="any")
    with database.connect() as connection:
        assert index.counts() == gather(connection, None, lambda *_: None, workers=1)[2]["counts"]


def test_too_many_edits_for_the_overlay_ask_for_a_new_build(home: Path, database: Engine) -> None:
    index = open_index(home, database)
    rows = [EntityRow(Kind.PLACE, f"Zorvik {n}", [("made-up", str(n))]) for n in range(OVERLAY_LIMIT + 1)]
    put(database, *rows)
    with pytest.raises(IndexMissing, match=BUILD):
        index.refresh()
    with pytest.raises(IndexMissing, match=BUILD):
        open_index(home, database)
    assert BUILD in (index_problem(home, database) or "")


# Many askers.


def offers(index: Index) -> list[Any]:
    """All that an index offers for the questions of these tests, in plain lists."""
    return [plain(index, text) for text in QUESTIONS]


def plain(index: Index, text: str) -> Any:
    told = []
    for snapshot in index.snapshots():
        one = offer(snapshot, text, readings(text), likeness=True)
        same = {form: list(numbers) for form, numbers in one.same_form.items()}
        told.append((list(one.exact), same, list(one.same_words), sorted(one.forms.tolist())))
    return told


def test_several_threads_are_told_what_one_is_told(home: Path, database: Engine) -> None:
    put(database, zorvik())
    index = open_index(home, database)
    alone = offers(index)
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: plain(index, text), QUESTIONS * 4))
    assert together == alone * 4
    assert sum(bool(exact) for ((exact, *_), _) in alone) > 10


def test_several_processes_share_one_index(home: Path, database: Engine) -> None:
    put(database, zorvik())
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        asked = [processes.submit(ask_alone, home) for _ in range(2)]
        answers = [one.result() for one in asked]
    here = offers(open_index(home, database))
    assert [told for _, told, _ in answers] == [here, here]
    # The lists of languages and qualifiers are read when the index is opened; all else is looked up where it lies.
    mapped = {path.name for path in files_of(home) if path.stat().st_size} - {"language.bin", "qualifier.bin"}
    for process, _, maps in answers:
        assert process != os.getpid()
        assert mapped <= maps


def ask_alone(home: Path) -> tuple[int, Any, set[str]]:
    """In a process of its own: who it is, what it is told, and which files of the index it has mapped."""
    engine = open_engine(database_url(home))
    index = open_index(home, engine)
    told = offers(index)
    lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    # Shared and read only (r--s), so that no process has pages of its own.
    maps = {Path(line).name for line in lines if "/index/snapshot-" in line and line.split()[1] == "r--s"}
    engine.dispose()
    return os.getpid(), told, maps


def test_what_is_mapped_cannot_be_written(home: Path, database: Engine) -> None:
    main = open_index(home, database).main
    for array in (main.entity_number, main.name_entity, main.form_skeleton, main.forms.start):
        assert isinstance(array, np.ndarray)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
