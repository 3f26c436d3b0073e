"""``evaluate``: a labelled table in, shares of right answers out."""

from pathlib import Path

import orjson
import pytest

from tests.cli.conftest import Ask, Run, refusal

# Two places rightly linked, one linked to what the label says is wrong, one nobody.
LABELLED = [
    "qid\tquery\tlang\tstratum\tanswer",
    "1\tBakhmout\tfr\tspelling\t713174",
    "2\tPékin\tfr\tspelling\tgeonames-1816670|wikidata-Q956",
    "3\tKyiv\tnull\tname\tgeonames-1",
    "4\tXqzzt\t\tname\tNIL",
]


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "queries.tsv"
    path.write_text("\ufeff" + "\n".join(LABELLED) + "\n", encoding="utf-8")
    return path


def test_every_measure_is_in_the_json(ask: Ask, labelled: Path) -> None:
    said = ask("evaluate", labelled, "--json")
    assert said.exit_code == 0
    told = orjson.loads(said.stdout_bytes)
    overall = told["overall"]
    assert overall["queries"] == 4
    assert overall["recall_at_1"] == overall["recall_at_10"] == overall["mrr"] == pytest.approx(2 / 3)
    assert overall["precision"] == overall["recall"] == overall["f1"] == pytest.approx(2 / 3)
    assert overall["nil_left_alone"] == 1.0
    assert list(told["strata"]) == ["name", "spelling"]
    assert told["strata"]["spelling"]["precision"] == 1.0
    assert told["strata"]["spelling"]["nil_left_alone"] is None
    assert told["strata"]["name"]["recall_at_10"] == 0.0


def test_people_get_a_table_with_a_line_a_stratum(run: Run, labelled: Path) -> None:
    said = run("evaluate", labelled)
    assert said.returncode == 0
    head, name, spelling, whole = (line.split() for line in said.stdout.splitlines())
    assert head[:4] == ["stratum", "queries", "R@1", "R@10"]
    assert name[:3] == ["name", "2", "0.000"]
    assert spelling[:3] == ["spelling", "2", "1.000"]
    assert whole[:3] == ["all", "4", "0.667"]
    assert "answering" in said.stderr


BAD = [
    ("", "has no header line with the columns query and answer"),
    ("name\tanswer\nBakhmut\t713174\n", "has no header line with the columns query and answer"),
    ("query\tanswer\nBakhmut\t713174\nKyiv\n", "line 3: 1 columns, where the header has 2"),
]


@pytest.mark.parametrize(("content", "text"), BAD)
def test_a_table_that_is_none_is_said_in_a_sentence(ask: Ask, tmp_path: Path, content: str, text: str) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(content, encoding="utf-8")
    said = refusal(ask("evaluate", path))
    assert text in said
    assert str(path) in said


def test_a_table_that_is_no_text_is_said_in_a_sentence(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "queries.tsv").write_bytes(b"query\tanswer\nB\xffkhmut\t1\n")
    assert "cannot be read as UTF-8" in refusal(ask("evaluate", tmp_path / "queries.tsv"))
