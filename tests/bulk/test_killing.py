"""Killed at any moment: a run that is gone on with ends with the bytes of one that nobody killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from gazetteer.bulk.runs import read_state
from tests.bulk.conftest import MakeJob

ROOT = Path(__file__).parents[2]
MOMENTS = 20
STEMS = ("Бахмут", "Kharkov", "Tschernihiw", "Oleksandre Syrsky", "Moscou", "Posad", "Zelenski", "Xqz", "Warszawa")


def list_of_names(rows: int) -> str:
    """Rows with many distinct names, most like one we know."""
    chance = random.Random(7)
    lines = ["id,name"]
    for number in range(rows):
        stem = chance.choice(STEMS)
        place = chance.randrange(len(stem))
        lines.append(f"{number},{stem[:place]}{chance.choice('abcdefgh')}{stem[place:]}")
    return "\n".join(lines) + "\n"


def started(source: Path, output: Path, home: Path, *more: str) -> "subprocess.Popen[bytes]":
    words = ["bulk", str(source), "--column", "name", "-o", str(output), "--workers", "2", *more]
    return subprocess.Popen(
        [sys.executable, "-m", "gazetteer", *words], cwd=ROOT, env=os.environ | {"GAZETTEER_HOME": str(home)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def test_a_run_killed_at_twenty_random_moments_ends_with_the_same_bytes(job: MakeJob, tmp_path: Path) -> None:
    made = job(list_of_names(3000))
    began = time.monotonic()
    whole = tmp_path / "whole.csv"
    assert started(made.source, whole, made.home).wait(120) == 0
    lasted = time.monotonic() - began
    for file in made.place.answers.iterdir():
        file.unlink()
    chance = random.Random(11)
    killed = 0
    more: tuple[str, ...] = ()
    while killed < MOMENTS:
        process = started(made.source, made.output, made.home, *more)
        try:
            ended = process.wait(chance.uniform(0.05, lasted))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        else:
            assert ended == 0
        if made.output.exists():
            assert made.output.read_bytes() == whole.read_bytes()
            made.output.unlink()
        state = read_state(made.place.folder)
        more = ("--resume",) if state is not None and state["state"] != "finished" else ()
    assert started(made.source, made.output, made.home, *more).wait(120) == 0
    assert made.output.read_bytes() == whole.read_bytes()
