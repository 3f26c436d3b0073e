"""Rows that cannot be read go to a place of their own, with the reason; the others are written; the sum is right."""

import json
from pathlib import Path

import pytest

from gazetteer.bulk.asking import Asking
from gazetteer.errors import BadParameter, OutputExists
from tests.spark.conftest import Clean, cleaned_here, parts, read_csv

pytestmark = pytest.mark.spark

# Each row, and why it cannot be read, if it cannot; all else of a file is the header.
ROWS = [
    ("Kyiv,UA,capital", None),
    ("Lviv,UA,one too,many", "it has 4 cells, and there are 3 columns"),
    ("Odesa", None),
    ('"Kharkiv, the second",UA', None),
    ('"Dnipro, the fourth",UA,"a ""note"", so to say",,', "it has 5 cells, and there are 3 columns"),
    ("=1+1,,,", "it has 4 cells, and there are 3 columns"),
    ('Bakhmout,UA,12" of rain', None),
    ("Bakhmout,UA,", None),
]
READABLE = sum(reason is None for _, reason in ROWS)
HEADER = ("file", "reason", "text", "name")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "cities.csv"
    path.write_text("city,cc,note\n" + "".join(f"{row}\n" for row, _ in ROWS), encoding="utf-8")
    return path


@pytest.mark.parametrize("whole", ["true", "false"])
def test_rows_that_cannot_be_read_go_aside_and_the_others_are_those_of_one_machine(
    clean: Clean, world: Path, listed: Path, tmp_path: Path, whole: str
) -> None:
    aside = tmp_path / "aside"
    summary = clean(listed, options={"multiLine": whole}, rejects=str(aside))
    assert read_csv(parts(tmp_path / "out")) == cleaned_here(listed, world, tmp_path, Asking("city"))
    header, *rows = read_csv(parts(aside))
    assert header == HEADER
    assert [(row[2].removeprefix("'"), row[1]) for row in rows] == [one for one in ROWS if one[1] is not None]
    assert all(row[0].endswith("cities.csv") for row in rows)
    assert (summary.written, summary.rejected) == (READABLE, len(ROWS) - READABLE)
    assert rows[-1][2] == "'=1+1,,,"


DELIMITED = [
    ("city;cc\nKyiv;UA\nLviv;UA;more\n'a;b';UA\n", {"sep": ";", "quote": "'", "escape": "'"}, ["Lviv;UA;more"]),
    ('city|cc\nKyiv|UA\n"Lv\\"i|v"|UA|\n"Lv\\"i|v"\n', {"sep": "|", "escape": "\\"}, ['"Lv\\"i|v"|UA|']),
    ('city,cc\nKyiv,UA\n"Lviv\n', {"multiLine": "false"}, ['"Lviv']),
    ("city,n\nKyiv,1\nLviv,2,\n", {"inferSchema": "true"}, ["Lviv,2,"]),
]


@pytest.mark.parametrize(("text", "options", "rejected"), DELIMITED)
def test_cells_are_counted_as_the_options_part_them(
    clean: Clean, tmp_path: Path, text: str, options: dict[str, str], rejected: list[str]
) -> None:
    path = tmp_path / "in.csv"
    path.write_text(text)
    summary = clean(path, options=options, rejects=str(tmp_path / "aside"))
    assert [row[2] for row in read_csv(parts(tmp_path / "aside"))[1:]] == rejected
    assert summary.written + summary.rejected == len(text.splitlines()) - 1


def test_columns_that_are_folders_are_no_cells(clean: Clean, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "cc=UA" / "year=2020"
    folder.mkdir(parents=True)
    (folder / "cities.csv").write_text("city\nBakhmout\nLviv,one too many\n")
    clean(tmp_path / "in", format="csv", rejects=str(tmp_path / "aside"))
    header, *rows = read_csv(parts(tmp_path / "out"))
    assert header[:4] == ("city", "cc", "year", "city_canonical")
    assert [row[:4] for row in rows] == [("Bakhmout", "UA", "2020", "Bakhmut")]
    assert [row[1:3] for row in read_csv(parts(tmp_path / "aside"))[1:]] == [
        ("it has 2 cells, and there are 1 columns", "Lviv,one too many")
    ]


def test_lines_that_are_no_json_objects_go_aside(clean: Clean, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"city": "Bakhmout", "n": 1}\n{"city":\n[1, 2]\n{"city": "Kyiv", "n": 2}\nno JSON\n')
    summary = clean(path, to_format="json", rejects=str(tmp_path / "aside"))
    found = [json.loads(line) for part in parts(tmp_path / "out") for line in part.read_text().splitlines()]
    assert [(row["city"], row["n"], row["city_canonical"]) for row in found] == [
        ("Bakhmout", 1, "Bakhmut"),
        ("Kyiv", 2, "Kyiv"),
    ]
    assert [row[2] for row in read_csv(parts(tmp_path / "aside"))[1:]] == ['{"city":', "[1, 2]", "no JSON"]
    assert (summary.written, summary.rejected) == (2, 3)


def test_a_table_of_nothing_but_rejects_keeps_its_header(clean: Clean, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("city\na,b\nc,d\n")
    summary = clean(path, rejects=str(tmp_path / "aside"))
    assert (summary.written, summary.rejected) == (0, 2)
    assert len(read_csv(parts(tmp_path / "out"))) == 1
    assert len(read_csv(parts(tmp_path / "aside"))) == 3


def test_rejects_without_a_place_end_the_job_before_anything_is_written(
    clean: Clean, listed: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadParameter, match=r"3 rows cannot be read, .* add --rejects FOLDER"):
        clean(listed)
    assert not (tmp_path / "out").exists()


def test_rejects_are_written_over_only_when_asked(clean: Clean, listed: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    clean(listed, rejects=str(aside))
    with pytest.raises(OutputExists, match="aside exists already"):
        clean(listed, rejects=str(aside), to=tmp_path / "another")
    good = tmp_path / "good.csv"
    good.write_text("city\nKyiv\n")
    assert clean(good, rejects=str(aside), mode="overwrite").rejected == 0
    assert len(read_csv(parts(aside))) <= 1
