"""The engine on Spark beside that of one machine: rows a second in the same run, and the memory that processes keep.

    python -m benchmarks.bulk.spark HOME [--rows 200000] [--distinct 40000] [--master "local-cluster[2,1,1024]"]

Needs what requirements-spark.txt lists. Neither engine finds answers of an earlier run. Prints a table.
"""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import psutil

from benchmarks.bulk.generator import distinct_names, write
from gazetteer.store import database_url, open_engine

SEED = 5
# Processes of a run by a word of their command lines, the first that is found.
KINDS = {
    "CoarseGrainedExecutorBackend": "JVM of an executor",
    "pyspark.daemon": "Python of an executor",
    "org.apache.spark": "JVM of the driver",
    "multiprocessing": "worker",
    "gazetteer": "the command itself",
}
EVERY = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a command took, and the most private memory that a process of each kind had, in bytes."""

    seconds: float
    memory: dict[str, int]


def run(words: list[str], home: Path) -> Measured:
    """Run a command of the program and look at its processes meanwhile."""
    began, memory = time.monotonic(), dict[str, int]()
    surroundings = os.environ | {"GAZETTEER_HOME": str(home)}
    with subprocess.Popen([sys.executable, "-m", "gazetteer", *words], env=surroundings, stderr=subprocess.PIPE) as one:
        assert one.stderr is not None
        os.set_blocking(one.stderr.fileno(), False)
        while one.poll() is None:
            one.stderr.read()
            look(psutil.Process(one.pid), memory)
            time.sleep(EVERY)
    assert one.returncode == 0, words
    return Measured(time.monotonic() - began, memory)


def look(process: psutil.Process, memory: dict[str, int]) -> None:
    """Note what the process and its descendants have, where it is more than before."""
    try:
        found = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for one in found:
        try:
            said, used = " ".join(one.cmdline()), one.memory_full_info().uss
        except psutil.NoSuchProcess:
            continue
        kind = next((kind for word, kind in KINDS.items() if word in said), None)
        if kind is not None:
            memory[kind] = max(memory.get(kind, 0), used)


def fresh_home(home: Path, folder: Path) -> Path:
    """A home with the same gazetteer and no answers yet."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in ("index", "gazetteer.sqlite3"):
        (folder / name).symlink_to((home / name).resolve())
    return folder


@click.command(help=__doc__)
@click.argument("home", type=click.Path(exists=True, path_type=Path))
@click.option("--rows", default=200_000)
@click.option("--distinct", default=40_000)
@click.option("--master", default="local-cluster[2,1,1024]")
def main(home: Path, rows: int, distinct: int, master: str) -> None:
    """Make the list, let both engines clean it, print the table."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        listed = folder / "list.csv"
        engine = open_engine(database_url(home))
        write(listed, distinct_names(engine, distinct, SEED), rows, SEED)
        engine.dispose()
        asked = [str(listed), "--column", "city", "-o"]
        spark = ["bulk", "--engine", "spark", *asked]
        cluster = ["--master", master, "--conf", "spark.ui.enabled=false"]
        commands = {
            "one machine": ["bulk", *asked, str(folder / "out.csv"), "--workers", "2"],
            "Spark, answers sent": [*spark, str(folder / "sent"), *cluster],
            "Spark, answers met on the way": [*spark, str(folder / "met"), *cluster, "--broadcast", "0"],
        }
        click.echo("|  | seconds | rows/s | most private memory of a process, MiB |\n|---|--:|--:|---|")
        for name, words in commands.items():
            found = run(words, fresh_home(home, folder / "home"))
            memory = ", ".join(f"{kind} {used >> 20:,}" for kind, used in found.memory.items())
            click.echo(f"| {name} | {found.seconds:.0f} | {rows / found.seconds:,.0f} | {memory} |")


if __name__ == "__main__":
    main()
