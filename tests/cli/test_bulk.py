"""``bulk`` on the command line: files and streams, what is shown, how it ends, and how it is interrupted."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

TEXT = "id;ville\n1;Bakhmout\n2;Kiev\n3;Kiev;more\n\n4;Xqzzt Wprr\n"


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    path = tmp_path / "cities.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_comes_back_with_what_its_names_mean(
    run: Run, cities: Path, tmp_path: Path, world_of_its_own: Path
) -> None:
    out = tmp_path / "out.csv"
    ended = run("bulk", cities, "--column", "ville", "--language", "fr", "-o", out, home=world_of_its_own)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("id;ville;ville_canonical;ville_id;")
    assert lines[1].startswith("1;Bakhmout;Bakhmut;geonames-713174;")
    assert lines[2].startswith("2;Kiev;Kyiv;geonames-703448;")
    assert lines[3] == ""
    assert lines[4].startswith("4;Xqzzt Wprr;;;")
    assert ended.returncode == 1  # for the row with a cell too many
    assert "Rows in: 5 = 4 written + 1 rejected." in ended.stderr
    assert "delimiter: semicolon" in ended.stderr
    assert (tmp_path / "out.csv.rejects.csv").read_text(encoding="utf-8").startswith("line,reason,text,base64")


def test_a_stream_flows_through(run: Run, world_of_its_own: Path) -> None:
    ended = run(
        "bulk", "-", "--column", "1", "--no-header", "-o", "-", home=world_of_its_own, written="Kharkov\nOdessa\n"
    )
    assert ended.returncode == 0
    assert [line.split(",")[1] for line in ended.stdout.splitlines()] == ["Kharkiv", "Odesa"]


REFUSED = [
    (("--column", "city"), "There is no column 'city'; the file has: id, ville."),
    (("--column", "ville", "--kind", "town"), "place, person"),
    (("--column", "ville", "--context-columns", "mayor"), "does not know 'mayor'"),
    (("--column", "ville", "--encoding", "klingon"), "klingon"),
    (("--column", "ville", "--resume"), "No run has written"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_is_wrong_is_said_and_nothing_is_written(
    run: Run, cities: Path, tmp_path: Path, world_of_its_own: Path, words: tuple[str, ...], said: str
) -> None:
    ended = run("bulk", cities, *words, "-o", tmp_path / "out.csv", home=world_of_its_own)
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("option", ["--output", "--rejects", "--review"])
def test_nothing_is_written_over_the_input(
    run: Run, cities: Path, tmp_path: Path, world_of_its_own: Path, option: str
) -> None:
    out = () if option == "--output" else ("-o", tmp_path / "out.csv")
    ended = run("bulk", cities, "--column", "ville", *out, option, cities, home=world_of_its_own)
    assert ended.returncode == 1
    assert f"named twice, as the input and as the {option.removeprefix('--')}" in ended.stderr
    assert cities.read_text(encoding="utf-8") == TEXT


def test_an_output_that_is_a_folder_is_told_before_any_work(
    run: Run, cities: Path, tmp_path: Path, world_of_its_own: Path
) -> None:
    ended = run("bulk", cities, "--column", "ville", "-o", tmp_path, home=world_of_its_own)
    assert (ended.returncode, "is a folder" in ended.stderr, "read as" in ended.stderr) == (1, True, False)


def test_a_file_that_is_not_there_is_said(run: Run, tmp_path: Path, world_of_its_own: Path) -> None:
    ended = run("bulk", tmp_path / "none.csv", "--column", "1", "-o", tmp_path / "out.csv", home=world_of_its_own)
    assert (ended.returncode, "There is no file" in ended.stderr) == (1, True)


def test_a_folder_is_no_input(run: Run, tmp_path: Path, world_of_its_own: Path) -> None:
    ended = run("bulk", tmp_path, "--column", "1", "-o", tmp_path / "out.csv", home=world_of_its_own)
    assert (ended.returncode, f"{tmp_path} is a folder; name one of its files." in ended.stderr) == (1, True)


@pytest.mark.parametrize(
    ("name", "right"), [("out.xlsx", "out.csv"), ("out.parquet.gz", "out.csv.gz"), ("out.json", "out.csv")]
)
def test_an_output_named_for_another_format_is_refused(
    run: Run, cities: Path, tmp_path: Path, world_of_its_own: Path, name: str, right: str
) -> None:
    ended = run("bulk", cities, "--column", "ville", "-o", tmp_path / name, home=world_of_its_own)
    assert ended.returncode == 1
    assert f"{name} would be delimited text, whatever its name; name it as in {right}." in ended.stderr
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["cities.csv"]


def test_a_format_may_be_written_in_capitals(run: Run, cities: Path, tmp_path: Path, world_of_its_own: Path) -> None:
    words = ("--column", "ville", "--format", "CSV", "-o", tmp_path / "out")
    assert "Rows in: 5 = 4 written" in run("bulk", cities, *words, home=world_of_its_own).stderr


def test_ctrl_c_while_the_program_is_read_is_said_in_a_sentence() -> None:
    interrupted_there = """
import os, runpy, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "gazetteer.cli":
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # which who runs the tests may have had ignored
sys.meta_path.insert(0, Interrupt())
sys.argv = ["gazetteer", "--help"]
runpy.run_module("gazetteer", run_name="__main__")
"""
    ended = subprocess.run([sys.executable, "-c", interrupted_there], cwd=ROOT, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (130, "")
    assert ended.stderr.strip() == "Interrupted before anything was begun."


def test_ctrl_c_ends_cleanly_and_the_run_is_gone_on_with(run: Run, tmp_path: Path, world_of_its_own: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name\n" + "".join(f"Bakhmu{number:x}t\n" for number in range(30_000)), encoding="utf-8")
    out = tmp_path / "out.csv"
    words = ["bulk", str(names), "--column", "name", "-o", str(out)]
    process = subprocess.Popen(
        [sys.executable, "-m", "gazetteer", *words], cwd=ROOT, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"GAZETTEER_HOME": str(world_of_its_own)}, start_new_session=True,
    )  # fmt: skip
    runs = world_of_its_own / "bulk" / "runs"
    while not list(runs.glob("*/state.json")):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "--resume" in said
    assert "Traceback" not in said, said
    assert not list(tmp_path.glob("*out.csv*"))
    names.write_text("name\nKiev\n", encoding="utf-8")
    refused = run(*words, "--resume", home=world_of_its_own)
    assert "not what it was" in refused.stderr
