"""A review of a job on Spark shows what one of one machine shows, and what is decided in it is in the next output."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazetteer.bulk.asking import Asking
from gazetteer.cli import main
from tests.spark.conftest import Clean, cleaned_here, parts, read_csv

pytestmark = pytest.mark.spark

ASKING = Asking("city", {"country": "cc"})
TEXT = "city,cc\n" + "Zorvikivka,UA\n" * 3 + "Zorwikiwka,UA\n" * 2 + "Bakhmout,UA\nSpringfield,US\n=Nobody,\n12-7,\n,\n"
OF_ROWS = ("row", "run", "cluster")  # what hangs on the numbers of rows, which Spark has not


def read_review(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def without_rows(lines: list[dict[str, str]]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(text for name, text in line.items() if name not in OF_ROWS) for line in lines)


def test_a_review_is_that_of_one_machine_and_what_it_decides_stands_in_the_next_output(
    clean: Clean, world_of_its_own: Path, tmp_path: Path
) -> None:
    home, path, review = world_of_its_own, tmp_path / "cities.csv", tmp_path / "review.csv"
    path.write_text(TEXT)
    summary = clean(path, ASKING, home=home, review=review)
    cleaned_here(path, home, tmp_path, ASKING, review=tmp_path / "here-review.csv")
    lines = read_review(review)
    assert without_rows(lines) == without_rows(read_review(tmp_path / "here-review.csv"))
    assert summary.reviewed is not None
    assert summary.reviewed.names == len(lines)
    near = {line["cluster"] for line in lines if line["name"].startswith("Zor")}
    assert len(near) == 1
    assert near != {""}

    bakhmut = next(row for row in read_csv(parts(tmp_path / "out")) if row[0] == "Bakhmout")[3]
    for line in lines:
        line["decision"] = {"Zorvikivka": bakhmut, "Zorwikiwka": "nobody"}.get(line["name"], "")
    with review.open("w", encoding="utf-8", newline="") as text:
        table = csv.DictWriter(text, list(lines[0]))
        table.writeheader()
        table.writerows(lines)
    said = CliRunner().invoke(main, ["bulk", "apply", str(review), "--home", str(home)])
    assert said.exit_code == 0, said.output
    assert "2 names decided: 1 linked, 1 nobody" in said.stderr

    again = clean(path, ASKING, home=home, review=review, mode="overwrite")
    found = {row[0]: row[2:] for row in read_csv(parts(tmp_path / "out"))[1:]}
    assert found["Zorvikivka"][1] == bakhmut
    assert found["Zorvikivka"][3] == "linked"
    assert found["Zorwikiwka"][3] == "nil"
    assert again.reviewed is not None
    assert again.reviewed.aside == tmp_path / "review.decided.csv"
    assert {line["name"] for line in read_review(review)} == {line["name"] for line in lines} - {
        "Zorvikivka",
        "Zorwikiwka",
    }
