"""``init``, ``import`` and ``export``: what goes in is found at once, and what comes out goes in again."""

import gzip
from pathlib import Path

import orjson
import pytest

from tests.cli.conftest import ROOT, ZORVIK, Ask, Run, refusal

GEONAMES = (
    "77\tZorvik\tZorvik\tЗорвік,Zorwik\t49.5\t36.1\tP\tPPL\tUA\t\t07\t\t\t\t5000\t\t100\tEurope/Kyiv\t2026-01-01\n"
)


def test_a_gazetteer_of_only_one_file_answers_at_once(run: Run, rows: Path, tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    said = run("import", "jsonl", rows, home=home)
    assert said.returncode == 0, said.stderr
    assert f"{rows}: 1 read, 1 new, 0 changed, 2 names" in said.stderr
    assert said.stdout == ""
    found = run("normalize", "Зорвик", "Bakhmut", "--json", home=home)
    assert found.returncode == 0, found.stderr
    zorvik, nobody = map(orjson.loads, found.stdout.splitlines())
    assert (zorvik["decision"], zorvik["entity"]["id"]) == ("linked", "geonames-77")
    assert nobody["decision"] == "nil"


def test_a_row_that_cannot_be_taken_is_shown_and_kept_beside_the_file(ask: Ask, rows: Path, tmp_path: Path) -> None:
    rows.write_bytes(rows.read_bytes() + b'{"id": "x:1"\n' + orjson.dumps({**ZORVIK, "kind": "river"}))
    said = ask("import", "jsonl", rows, home=tmp_path / "home")
    rejects = tmp_path / "rows.rejects.jsonl"
    shown = refusal(said)
    assert shown.endswith(f"Error: 2 rows were refused; they are in {rejects}.")
    kept = [orjson.loads(line) for line in rejects.read_bytes().splitlines()]
    assert [one["line"] for one in kept] == [2, 3]
    for one in kept:
        assert f"line {one['line']}: {one['reason']}" in shown
    assert ask("normalize", "Zorvik", home=tmp_path / "home").stdout.split("\t")[6:8] == ["linked", "Zorvik"]


def test_refused_rows_go_where_they_are_told_to(ask: Ask, tmp_path: Path) -> None:
    said = ask("import", "jsonl", "-", "--rejects", tmp_path / "bad", home=tmp_path / "home", written=b"[]\n")
    assert str(tmp_path / "bad") in refusal(said)
    assert orjson.loads((tmp_path / "bad").read_bytes())["line"] == 1


def test_rows_come_from_standard_input_too(ask: Ask, rows: Path, tmp_path: Path) -> None:
    assert ask("import", "jsonl", "-", home=tmp_path / "home", written=rows.read_bytes()).exit_code == 0
    assert "\tlinked\tZorvik\t" in ask("normalize", "Zorvik", home=tmp_path / "home").stdout


def test_without_an_index_it_says_that_one_is_due(ask: Ask, rows: Path, tmp_path: Path) -> None:
    said = ask("import", "jsonl", rows, "--no-index", home=tmp_path / "home")
    assert said.exit_code == 0
    assert "run `python -m gazetteer index build`" in said.stderr
    assert "python -m gazetteer index build" in refusal(ask("normalize", "Zorvik", home=tmp_path / "home"))


def test_a_second_import_changes_nothing(ask: Ask, rows: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert ask("import", "jsonl", rows, home=home).exit_code == 0
    before = ask("export", home=home).stdout_bytes
    again = ask("import", "jsonl", rows, home=home)
    assert again.exit_code == 0
    assert "1 read, 0 new, 0 changed" in again.stderr
    assert ask("export", home=home).stdout_bytes == before


def test_what_is_added_to_a_gazetteer_is_found_beside_what_was_there(ask: Ask, rows: Path, other: Path) -> None:
    assert "\tlinked\t" not in ask("normalize", "Зорвик", home=other).stdout
    assert ask("import", "jsonl", rows, home=other).exit_code == 0
    said = ask("normalize", "Зорвик", "Bakhmout", home=other).stdout
    assert "\tlinked\tZorvik\t" in said
    assert "\tlinked\tBakhmut\t" in said


FILES = [
    ("nowhere.jsonl", None, 2, "does not exist"),
    ("damaged.jsonl.gz", b"not compressed", 1, "damaged.jsonl.gz cannot be read"),
]


@pytest.mark.parametrize(("name", "content", "code", "text"), FILES)
def test_a_file_that_cannot_be_read_is_said(
    ask: Ask, tmp_path: Path, name: str, content: bytes | None, code: int, text: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = ask("import", "jsonl", tmp_path / name, home=tmp_path / "home")
    assert said.exit_code == code
    assert text in said.stderr
    assert "Traceback" not in said.stderr


def test_a_file_of_geonames_goes_in(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "UA.txt").write_text(GEONAMES, encoding="utf-8")
    said = ask("import", "geonames", tmp_path / "UA.txt", home=tmp_path / "home")
    assert said.exit_code == 0, said.stderr
    [found] = ask("normalize", "Зорвик", "--json", home=tmp_path / "home").stdout_bytes.splitlines()
    assert orjson.loads(found)["entity"]["id"] == "geonames-77"


def test_feature_classes_that_are_none_are_a_usage_error(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "UA.txt").write_text(GEONAMES, encoding="utf-8")
    said = ask("import", "geonames", tmp_path / "UA.txt", "--classes", "PX", home=tmp_path / "home")
    assert said.exit_code == 2
    assert "--classes is letters of " in said.stderr


def test_an_export_goes_in_again_and_comes_out_the_same(run: Run, ask: Ask, tmp_path: Path) -> None:
    said = run("export", tmp_path / "all.jsonl.gz")
    assert said.returncode == 0
    lines = (ROOT / "tests" / "world.jsonl").read_bytes().splitlines()
    entities = sum(line.startswith(b'{"form":"gazetteer-entity"') for line in lines)
    assert said.stderr == f"{entities:,} entities written.\n"
    assert said.stdout == ""
    home = tmp_path / "home"
    assert ask("import", "jsonl", tmp_path / "all.jsonl.gz", "--no-index", home=home).exit_code == 0
    again = ask("export", home=home)
    assert again.exit_code == 0
    assert again.stdout_bytes == gzip.decompress((tmp_path / "all.jsonl.gz").read_bytes())


def test_an_export_that_cannot_be_written_is_said(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "no-folder" / "all.jsonl"
    assert refusal(ask("export", path)) == f"{path} cannot be written: No such file or directory."


def test_a_source_that_is_none_cannot_be_left_out(ask: Ask, tmp_path: Path) -> None:
    text = refusal(ask("init", "--without", "planets", home=tmp_path / "home"))
    assert text.startswith("No source 'planets'; known: ")
    assert not (tmp_path / "home").exists()


def test_a_gazetteer_without_any_source_knows_nobody(ask: Ask, tmp_path: Path) -> None:
    _, _, known = refusal(ask("init", "--without", "planets", home=tmp_path)).rstrip(".").partition("known: ")
    left_out = [word for source in known.split(", ") for word in ("--without", source)]
    assert ask("init", *left_out, home=tmp_path).exit_code == 0
    assert ask("index", "status", home=tmp_path).exit_code == 0
    assert "\tnil\t" in ask("normalize", "Bakhmut", home=tmp_path).stdout
