"""Accuracy and speed on labelled benchmarks, beside plain peers in the same run.

    python -m benchmarks.measure BENCH --scratch FOLDER [--home HOME]

BENCH holds dev-linking-queries.tsv and dev-linking-removed.tsv. The scratch gazetteer is cities500 without
the removed rows; it is kept in FOLDER for the next time. HOME, if it has a whole gazetteer, is where a
worker's start and memory are measured, its names are written in Latin letters and read back, and documents: our
own passages, and BENCH's documents-dev.jsonl if there is one. Ukrainian places are those of the seeds. Writes
benchmarks/results/linking.md, places.md, documents.md and round_trips.md.
"""

import argparse
import json
import os
import random
import subprocess
import sys
from pathlib import Path

from benchmarks.documents.measuring import report
from benchmarks.languages import places, round_trips
from benchmarks.peers import PeerResult, rapidfuzz_over_folded
from benchmarks.scratch import removed, scratch
from gazetteer.errors import GazetteerNotReady, IndexMissing
from gazetteer.evaluation import Answered, Labelled, answer_all, by_stratum, measure, read_labels, table
from gazetteer.importers.geonames_cities import cities
from gazetteer.index.layout import current
from gazetteer.resolve import Gazetteer, open_gazetteer, resolve

PEER_QUESTIONS, SEED = 200, 7
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("GAZETTEER_HOME", "var")))
    given = parser.parse_args()
    gone = given.bench / "dev-linking-removed.tsv"
    gazetteer = scratch(given.scratch, gone)
    asked = read_labels(given.bench / "dev-linking-queries.tsv")
    answered = _answered(gazetteer, asked)
    lines = ["# Linking, on a development benchmark", "", *_accuracy(answered), ""]
    lines += _against_peer(answered, gone)
    if (given.home / "index" / "CURRENT").is_file():
        lines += _workers(given.home)
    _write("linking.md", lines)
    try:
        whole = open_gazetteer(given.home)
    except (GazetteerNotReady, IndexMissing) as why:
        _write("places.md", places.report(places.PLACES))
        print(f"Documents were not measured: that takes a whole gazetteer, and {given.home} has none. {why}")
        return
    _write("places.md", places.report(places.PLACES, whole))
    _write("documents.md", report(whole, given.bench))
    _write("round_trips.md", round_trips.report(whole.engine))


def _write(name: str, lines: list[str]) -> None:
    """Print a report, and keep it among the results."""
    text = "\n".join(lines) + "\n"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(text, encoding="utf-8")
    print(text, flush=True)


def _answered(gazetteer: Gazetteer, asked: list[Labelled]) -> list[Answered]:
    answered = []
    for number, answer in enumerate(answer_all(asked, lambda query: resolve(gazetteer, query)), start=1):
        answered.append(answer)
        if number % 500 == 0:
            print(f"  {number:,} of {len(asked):,} answered", file=sys.stderr, flush=True)
    return answered


def _accuracy(answered: list[Answered]) -> list[str]:
    everything = measure(answered)
    load = os.getloadavg()[0]
    return [
        "```",
        *table(everything, by_stratum(answered)),
        "```",
        "",
        f"Load of the machine while it ran: {load:.1f}.",
    ]


def _against_peer(answered: list[Answered], gone: Path) -> list[str]:
    """The same questions, a sample of them, put to rapidfuzz over Unidecode-folded names."""
    sample = [one for one in answered if one.asked.right]
    sample = random.Random(SEED).sample(sample, min(PEER_QUESTIONS, len(sample)))
    without = removed(gone)
    places = {number: city for number, city in cities().items() if "*" not in without.get(number, ())}
    names = [
        (name, f"geonames-{number}")
        for number, city in places.items()
        for name in (city["name"], *city["alternatenames"])
        if name not in without.get(number, ())
    ]
    population = {f"geonames-{number}": int(city["population"]) for number, city in places.items()}
    peer = rapidfuzz_over_folded(names, population, [(one.asked.query, one.asked.right) for one in sample])
    return _compared(sample, peer)


def _compared(sample: list[Answered], peer: PeerResult) -> list[str]:
    ours = measure(sample)
    median = sorted(one.seconds for one in sample)[len(sample) // 2]
    return [
        f"## Beside a plain peer, the same {len(sample)} questions in the same run",
        "",
        "| | recall@1 | recall@10 | median ms |",
        "|---|--:|--:|--:|",
        f"| this | {ours.recall_at_1:.3f} | {ours.recall_at_10:.3f} | {median * 1000:.2f} |",
        f"| rapidfuzz, folded names | {peer.recall_1:.3f} | {peer.recall_10:.3f} | {peer.median * 1000:.1f} |",
        "",
        f"{peer.median / median:.0f} times as fast as the peer, at {ours.recall_at_1 - peer.recall_1:+.3f} recall@1.",
        "",
    ]


def _workers(home: Path) -> list[str]:
    """Start and memory of two workers of the whole gazetteer, side by side."""
    command = [sys.executable, "-m", "benchmarks.worker", str(home), "--wait"]
    running, told = [], []
    for _ in range(2):
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert worker.stdout is not None
        running.append(worker)
        told.append(json.loads(worker.stdout.readline()))
    for worker in running:
        worker.communicate()
    size = sum(file.stat().st_size for file in current(home).iterdir()) / 2**20
    return [
        "## A worker of the whole gazetteer",
        "",
        f"Index on disk, mapped and shared: {size:.0f} MiB.",
        "",
        "| worker | start to first answer, s | private memory, MiB |",
        "|---|--:|--:|",
        *(f"| {n} | {one['first_answer_s']:.2f} | {one['uss_mib']:.0f} |" for n, one in enumerate(told, start=1)),
        "",
    ]


if __name__ == "__main__":
    main()
