"""A job: what comes out beside what went in, from where, and what is left when it does not end well."""

import csv
import io
import os
import resource
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.job import do
from gazetteer.bulk.notices import notices
from gazetteer.bulk.outputs import part_of
from gazetteer.bulk.run import Progress
from gazetteer.bulk.runs import place_of, read_state
from gazetteer.errors import AnotherRun, ColumnMissing, NothingToResume, RunStopped
from gazetteer.judgements import make_judgement
from gazetteer.model import Query
from gazetteer.resolve import open_gazetteer, resolve
from gazetteer.store import database_url, open_engine, record, writing
from gazetteer.tabular.opening import Asked
from tests.bulk.conftest import MakeJob

NAMES = ["Bakhmout", "Kiev", "Xqzzt Wprr", "Oleksandre Syrsky", "Kiev", "Тернопіль", "", "Балаклія", "Bakhmout"]
TEXT = "id,name,note\r\n" + "".join(f"{number},{name},n{number}\r\n" for number, name in enumerate(NAMES))


def go_on(_: Progress) -> bool:
    return True


def stop(_: Progress) -> bool:
    return False


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_each_row_gets_what_resolve_says_of_its_name(job: MakeJob) -> None:
    made = job(TEXT)
    summary = do(made, go_on)
    gazetteer = open_gazetteer(made.home)
    written = rows_of(made.output)
    assert [(row["id"], row["name"], row["note"]) for row in written] == [
        (str(number), name, f"n{number}") for number, name in enumerate(NAMES)
    ]
    for row in written:
        if not row["name"]:
            assert (row["name_decision"], row["name_why"]) == ("nil", "The cell is empty.")
            continue
        decided = resolve(gazetteer, Query(row["name"], limit=3))
        assert row["name_decision"] == decided.outcome
        assert row["name_canonical"] == (decided.canonical or "")
        assert row["name_id"] == (decided.entity.id if decided.entity else "")
        assert row["name_relation"] == (decided.relation or "")
        assert row["name_confidence"] == f"{decided.confidence:.2f}"
        assert row["name_why"].lstrip("'") == decided.why
    assert (summary.distinct, summary.progress.resolved) == (len(set(NAMES)), len(set(NAMES)))
    assert summary.progress.decisions == Counter(row["name_decision"] for row in written)


def test_every_byte_that_came_in_is_there(job: MakeJob) -> None:
    text = b'\xef\xbb\xbfid;name;note\n1;Kiev;"a ""b"";\nc"\r\n\n2;Bakhmout; x '
    made = job(text)
    do(made, go_on)
    written = made.output.read_bytes()
    rest = iter(written)
    assert all(byte in rest for byte in text)
    assert written.startswith(b"\xef\xbb\xbfid;name;note;name_canonical")
    assert b'"a ""b"";\nc";Kyiv;geonames-703448;' in written


def test_answers_outlive_the_run(job: MakeJob) -> None:
    made = job(TEXT)
    do(made, go_on)
    first = made.output.read_bytes()
    again = do(made, go_on)
    assert again.progress.resolved == 0
    assert made.output.read_bytes() == first


def test_answers_do_not_outlive_a_judgement(job: MakeJob) -> None:
    made = job(TEXT)
    do(made, go_on)
    with writing(open_engine(database_url(made.home))) as connection:
        record(connection, make_judgement("Kiev", "not-this", entity="geonames-703448"))
    again = do(made, go_on)
    assert again.progress.resolved == len(set(NAMES))
    assert {row["name_id"] for row in rows_of(made.output) if row["name"] == "Kiev"} != {"geonames-703448"}


def test_rows_that_cannot_be_read_go_to_a_file_of_their_own(job: MakeJob, tmp_path: Path) -> None:
    made = job("id,name\n1,Kiev\n2,Kiev,too,many\n3,Kiev\n", rejects=tmp_path / "rejects.csv")
    summary = do(made, go_on)
    (rejected,) = rows_of(tmp_path / "rejects.csv")
    assert (rejected["line"], rejected["text"]) == ("3", "2,Kiev,too,many")
    assert [row["id"] for row in rows_of(made.output)] == ["1", "3"]
    assert (summary.progress.taken, summary.progress.rows, summary.progress.rejects) == (3, 2, 1)


def test_no_file_of_rejects_is_left_without_any(job: MakeJob, tmp_path: Path) -> None:
    do(job(TEXT, rejects=tmp_path / "rejects.csv"), go_on)
    assert not (tmp_path / "rejects.csv").exists()


def test_in_place_the_canonical_name_stands_in_the_column_and_the_original_beside(job: MakeJob) -> None:
    made = job(TEXT, in_place=True)
    do(made, go_on)
    written = rows_of(made.output)
    assert [row["name_original"] for row in written] == NAMES
    assert written[0]["name"] == "Bakhmut"
    assert written[2]["name"] == NAMES[2]  # nobody we know
    assert "name_canonical" not in written[0]


def test_the_context_of_a_row_decides(job: MakeJob) -> None:
    made = job("name,cc\nBalakliia,UA\nKiev,Nowhereland\n", Asking("name", {"country": "cc"}), prefix="g.")
    do(made, go_on)
    first, second = rows_of(made.output)
    assert first["g.id"] == "geonames-712926"
    assert "Not understood: country 'Nowhereland'." in second["g.why"]


def test_one_that_is_stopped_leaves_nothing_under_the_name_and_is_gone_on_with(job: MakeJob) -> None:
    made = job(TEXT)
    with pytest.raises(RunStopped, match="--resume"):
        do(made, stop)
    assert not made.output.exists()
    assert not part_of(made.output).exists()
    state = read_state(made.place.folder)
    assert state is not None
    assert state["state"] == "stopped"
    do(job(made.source, resume=True), go_on)
    resumed = made.output.read_bytes()
    made.output.unlink()
    do(made, go_on)
    assert made.output.read_bytes() == resumed


def test_only_the_same_run_is_gone_on_with(job: MakeJob) -> None:
    made = job(TEXT)
    with pytest.raises(NothingToResume, match="No run"):
        do(job(made.source, resume=True), go_on)
    with pytest.raises(RunStopped):
        do(made, stop)
    with pytest.raises(NothingToResume, match=r"other settings \(--style\)"):
        do(job(made.source, Asking("name", style="ap"), resume=True), go_on)
    with pytest.raises(NothingToResume, match="not what it was"):
        do(job(TEXT + "9,Kiev,x\r\n", resume=True), go_on)
    do(job(TEXT, resume=True), go_on)
    with pytest.raises(NothingToResume, match="finished"):
        do(job(TEXT, resume=True), go_on)


def test_two_runs_do_not_write_to_one_output(job: MakeJob) -> None:
    made = job(TEXT)

    def run_another(_: Progress) -> bool:
        with pytest.raises(AnotherRun, match="wait for it"):
            do(made, go_on)
        return True

    do(made, run_another)
    assert len(rows_of(made.output)) == len(NAMES)


def test_two_runs_at_once_share_what_they_find_out(job: MakeJob, tmp_path: Path) -> None:
    made = job(TEXT)
    output = tmp_path / "other.csv"
    other = replace(made, output=output, place=place_of(made.home, output))

    def run_another(_: Progress) -> bool:
        assert do(other, go_on).progress.resolved == 0
        return True

    do(made, run_another)
    assert output.read_bytes() == made.output.read_bytes()


def test_a_missing_column_writes_nothing(job: MakeJob) -> None:
    made = job(TEXT, Asking("city"))
    with pytest.raises(ColumnMissing):
        do(made, go_on)
    assert not made.output.exists()


def test_an_older_output_stays_until_the_new_one_is_whole(job: MakeJob) -> None:
    made = job(TEXT)
    made.output.write_text("older", encoding="utf-8")
    with pytest.raises(RunStopped):
        do(made, stop)
    assert made.output.read_text(encoding="utf-8") == "older"


def test_a_disk_without_room_is_said_and_leaves_nothing_half_written(job: MakeJob, tmp_path: Path) -> None:
    made = job("name\n" + "Bakhmout\n" * 40_000)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))

    ended = subprocess.run(
        [sys.executable, "-m", "gazetteer", "bulk", str(made.source), "--column", "name", "-o", str(made.output)],
        env=os.environ | {"GAZETTEER_HOME": str(made.home)}, preexec_fn=little_room, capture_output=True, text=True,
        timeout=120, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert ended.returncode == 1
    assert "no room left" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not made.output.exists()
    assert not part_of(made.output).exists()


def test_a_name_that_the_encoding_lacks_is_not_written_in_place(job: MakeJob) -> None:
    made = job("id;name\n1;Turkey\n2;Kiev\n".encode("cp1251"), in_place=True, reading=Asked(encoding="cp1251"))
    summary = do(made, go_on)
    rows = list(csv.DictReader(made.output.read_text("cp1251").splitlines(), delimiter=";"))
    assert [(row["name"], row["name_original"]) for row in rows] == [("Turkey", "Turkey"), ("Kyiv", "Kiev")]
    assert rows[0]["name_why"].endswith(
        "The cell was left as it was: the file's encoding has not all the letters of it."
    )
    assert summary.progress.kept == 1
    assert any(told.startswith("1 cell of the column itself stayed") for told in notices(made.asking, summary))


def test_names_that_are_resolved_are_told_before_any_row_is_written(job: MakeJob) -> None:
    told = []

    def tell(progress: Progress) -> bool:
        told.append((progress.resolved, progress.rows, progress.read, progress.size))
        return True

    do(job("name\n" + "".join(f"Kyiv {number}\n" for number in range(500))), tell)
    assert [(resolved, rows) for resolved, rows, *_ in told] == [(200, 0), (400, 0), (500, 0), (500, 500)]
    read = [read for *_, read, _ in told]
    assert 0 < read[0] < read[1] < read[2] == told[-1][3]
