"""How fast a list is cleaned, beside reading and writing it with Python's own csv and beside a query a row in SQLite.

    python -m benchmarks.bulk.speed --home HOME [--rows 1000000] [--distinct 190000] [--scratch FOLDER]

HOME has a whole gazetteer; lists are kept in the scratch folder, measure in HOME if none is given. Prints rows a
second, the ratios, and the memory that the processes of the run have for themselves (Private_Dirty: all but the mapped
index, which they share with each other and the system's cache), sampled once a second. Looking stops the processes for
some fifty milliseconds, so that a run that is timed is not looked at, and the same is run again for its memory. Files
just written count as dirty too, so an index that was just built is written to disk first. Writes
benchmarks/results/bulk.md.
"""

import argparse
import csv
import os
import platform
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from sqlalchemy import select

from benchmarks.bulk.generator import distinct_names, write
from gazetteer.store import database_url, open_engine
from gazetteer.store.schema import names

SEED = 1
PEER_ROWS = 200
RESULTS = Path(__file__).parents[1] / "results" / "bulk.md"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of a command, and the most private memory its processes had at a time, in MiB."""

    seconds: float
    memory: float


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("GAZETTEER_HOME", "var")))
    parser.add_argument("--scratch", type=Path, default=None)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=190_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--no-result", action="store_true", help="Only print.")
    given = parser.parse_args()
    scratch = given.scratch or given.home / "measure"
    scratch.mkdir(parents=True, exist_ok=True)
    source = scratch / f"list-{given.rows}-{given.distinct}.csv"
    engine = open_engine(database_url(given.home))
    if not source.exists():
        write(source, distinct_names(engine, given.distinct, SEED), given.rows, SEED)
    peer = fts5_seconds_a_row(scratch, [text for (text,) in engine.connect().execute(select(names.c.text))], source)
    os.sync()
    plain = [csv_seconds(source, scratch / "plain.csv")]
    first = run(given.home, source, scratch / "out.csv", given.workers, forget=True, watched=False)
    plain.append(csv_seconds(source, scratch / "plain.csv"))
    again = run(given.home, source, scratch / "out.csv", given.workers, forget=False, watched=False)
    watched = [
        run(given.home, source, scratch / "out.csv", given.workers, forget=forget, watched=True)
        for forget in (True, False)
    ]
    first, again = (replace(one, memory=two.memory) for one, two in zip((first, again), watched, strict=True))
    report = "\n".join(lines(given, min(plain), peer, first, again))
    print(report)
    if not given.no_result:
        RESULTS.write_text(report + "\n", encoding="utf-8")


def lines(given: argparse.Namespace, plain: float, peer: float, first: Took, again: Took) -> Sequence[str]:
    """The report, line by line."""
    rows = given.rows
    rate, base, asked = rows / first.seconds, rows / plain, 1 / peer
    load = os.getloadavg()[0]
    return (
        "# Bulk: a column of names in a large list",
        "",
        f"{rows:,} rows of 8 columns, {given.distinct:,} distinct names (85 % recorded, 10 % with one or two random"
        f" edits, 5 % nobody's; Zipf, s = 1), {given.workers} workers, Python {platform.python_version()}, load"
        f" {load:.1f} at the end. `python -m benchmarks.bulk.speed`.",
        "",
        "| | rows/s | seconds | of csv | peak private memory |",
        "|---|--:|--:|--:|--:|",
        f"| csv read and write alone (the faster of two, before and between) | {base:,.0f} | {plain:.1f} | 100 % | |",
        f"| bulk, nothing known | {rate:,.0f} | {first.seconds:.1f} |"
        f" {100 * rate / base:.1f} % | {first.memory:.0f} MiB |",
        f"| bulk again, answers known | {rows / again.seconds:,.0f} | {again.seconds:.1f} |"
        f" {100 * rows / again.seconds / base:.1f} % | {again.memory:.0f} MiB |",
        f"| one SQLite FTS5 query a row (trigrams, best ten by bm25; {PEER_ROWS} rows) | {asked:,.1f} | | |"
        f" bulk is {rate / asked:,.0f} times as fast |",
    )


def csv_seconds(source: Path, target: Path) -> float:
    """Seconds to read a list and write it again with Python's csv, and nothing else."""
    began = time.perf_counter()
    with source.open(encoding="utf-8", newline="") as file, target.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        for row in csv.reader(file):
            table.writerow(row)
    took = time.perf_counter() - began
    target.unlink()
    return took


def fts5_seconds_a_row(scratch: Path, texts: Sequence[str], source: Path) -> float:
    """Seconds of one FTS5 query over all names: any of the name's trigrams, the ten best by bm25."""
    file = scratch / "fts5.sqlite3"
    connection = sqlite3.connect(file)
    if not connection.execute("select count(*) from sqlite_master").fetchone()[0]:
        connection.execute("create virtual table names using fts5(text, tokenize = 'trigram')")
        connection.executemany("insert into names values (?)", ((text,) for text in dict.fromkeys(texts)))
        connection.commit()
    with source.open(encoding="utf-8", newline="") as rows:
        asked = [row["city"] for row, _ in zip(csv.DictReader(rows), range(PEER_ROWS), strict=False)]
    began = time.perf_counter()
    for name in asked:
        grams = dict.fromkeys(name[at : at + 3].replace('"', '""') for at in range(max(1, len(name) - 2)))
        query = " OR ".join(f'"{gram}"' for gram in grams if len(gram) >= 3)
        if query:
            connection.execute(
                "select rowid from names where names match ? order by rank limit 10", (query,)
            ).fetchall()
    took = time.perf_counter() - began
    connection.close()
    return took / len(asked)


def run(home: Path, source: Path, output: Path, workers: int, *, forget: bool, watched: bool) -> Took:
    """Clean the list in processes of their own, and look at their memory if they are watched."""
    if forget:
        for file in (home / "bulk" / "answers").glob("*"):
            file.unlink()
    words = ["bulk", str(source), "--column", "city", "-o", str(output), "--review", f"{output}.review.csv"]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "gazetteer", *words, "--workers", str(workers)],
        env=os.environ | {"GAZETTEER_HOME": str(home)}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    watch = _Watch(process.pid)
    if watched:
        watch.start()
    if process.wait() != 0:
        raise SystemExit("The run failed.")
    took = time.perf_counter() - began
    watch.stop.set()
    if watched:
        watch.join()
    output.unlink()
    return Took(took, watch.most / 2**20)


class _Watch(threading.Thread):
    """Samples the private memory of a process and all it started."""

    def __init__(self, number: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self.stop = threading.Event()
        self._process = psutil.Process(number)

    def run(self) -> None:
        """Until told to stop."""
        while not self.stop.wait(1.0):
            self.most = max(self.most, sum(map(_private, self._all())))

    def _all(self) -> list[psutil.Process]:
        try:
            return [self._process, *self._process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []


def _private(process: psutil.Process) -> int:
    """Bytes that a process alone holds and that no file has: nothing once it has ended."""
    try:
        told = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Private_Dirty:"))


if __name__ == "__main__":
    main()
