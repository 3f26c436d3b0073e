"""`bulk --engine spark`, as a process of its own, by itself and by spark-submit."""

import os
import subprocess
import sys
from pathlib import Path

import pyspark
import pytest

from gazetteer.bulk.asking import Asking
from tests.spark.conftest import cleaned_here, parts, read_csv

pytestmark = pytest.mark.spark

ROOT = Path(__file__).parents[2]
SUBMIT = Path(pyspark.__file__).parent / "bin" / "spark-submit"
STARTS = {
    "python": ([sys.executable, "-m", "gazetteer", "bulk", "--engine", "spark"], ["--master", "local[2]"]),
    "spark-submit": ([str(SUBMIT), "--master", "local[2]", str(ROOT / "submit.py")], []),
}


def run(words: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | {
        "GAZETTEER_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }  # fmt: skip
    surroundings.pop("SPARK_HOME", None)
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env=surroundings, check=False, timeout=300)


@pytest.mark.parametrize("start", STARTS)
def test_the_command_cleans_a_table_and_puts_aside_what_cannot_be_read(world: Path, tmp_path: Path, start: str) -> None:
    source, out = tmp_path / "cities.csv", tmp_path / "out"
    source.write_text("city,cc\nBakhmout,UA\nZürich,CH\nLviv,UA,one too many\nBakhmout,UA\n", encoding="utf-8")
    program, more = STARTS[start]
    asked = [str(source), "--column", "city", "--country-column", "cc", "-o", str(out), "--option", "multiLine=false"]
    said = run([*program, *asked, *more], world)
    told = said.stdout + said.stderr  # spark-submit makes one stream of both
    assert said.returncode == 1, told
    assert "3 rows with 2 distinct names" in told
    assert "Rows in: 4 = 3 written + 1 rejected." in told
    assert f"The rejected rows, with the reasons, are in {out}.rejects." in told
    assert [row[2] for row in read_csv(parts(Path(f"{out}.rejects")))[1:]] == ["Lviv,UA,one too many"]
    here = cleaned_here(source, world, tmp_path, Asking("city", {"country": "cc"}))
    assert read_csv(parts(out)) == here
