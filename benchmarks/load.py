"""Many editors at once: each sends its article again after each change, once a second, to a service of two workers.

    python -m benchmarks.load --home HOME [--editors 20] [--minutes 2]

The service is started here, the editors are another process. Prints answers, errors, the median and the 95th of a
hundred answers, and the memory that each worker has for itself (Private_Dirty: all but the mapped index), every ten
seconds, so that one sees whether it is flat. Writes benchmarks/results/load.md.
"""

import argparse
import json
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "load.md"
ARTICLE, CHANGED, EVERY = 4_000, 20, 1.0  # characters of an article, and of a change; seconds between two
NAME = re.compile(r"\{\{(.+?)[|~][^}]*\}\}")


def main() -> None:
    """Start the service, let the editors work, say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("GAZETTEER_HOME", "var")))
    parser.add_argument("--editors", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--against", help="Only be the editors, of the service at this address.")
    given = parser.parse_args()
    if given.against:
        print(json.dumps(edit(given.against, given.editors, given.minutes * 60)))
        return
    port = free_port()
    service = subprocess.Popen(
        [sys.executable, "-m", "gazetteer", "serve", "--port", str(port), "--workers", "2"],
        cwd=ROOT, env=os.environ | {"GAZETTEER_HOME": str(given.home)}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        editors = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.load", "--against", address, "--editors", str(given.editors),
             "--minutes", str(given.minutes)], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        memory = watch(service.pid, editors)
        told = json.loads(editors.communicate()[0])
    finally:
        service.terminate()
        service.wait()
    report = "\n".join(lines(given, told, memory))
    print(report)
    RESULTS.write_text(report + "\n", encoding="utf-8")


def lines(given: argparse.Namespace, told: dict[str, float], memory: Sequence[Sequence[float]]) -> Sequence[str]:
    """The report, line by line."""
    return (
        "# Many editors at once",
        "",
        f"{given.editors} editors, {given.minutes:g} minutes, an article of {ARTICLE:,} characters each, sent again"
        f" {EVERY:g} s after the last; 2 workers; load {os.getloadavg()[0]:.1f} at the end."
        " `python -m benchmarks.load`.",
        "",
        f"{told['answers']:.0f} answers, {told['errors']:.0f} errors; median {told['median']:.0f} ms,"
        f" 95th of a hundred {told['p95']:.0f} ms, longest {told['longest']:.0f} ms.",
        "",
        "Private memory of all processes of the service, MiB, every 10 s: "
        + "; ".join(" + ".join(f"{one:.0f}" for one in sample) for sample in memory)
        + ".",
    )


def edit(address: str, editors: int, seconds: float) -> dict[str, float]:
    """So many editors for so long; how they were answered."""
    articles, took, failed = articles_of_ours(), list[float](), list[str]()
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_edit, args=(address, articles[each % len(articles)], each, until, took, failed))
        for each in range(editors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(*dict.fromkeys(failed), sep="\n", file=sys.stderr)
    ranked = sorted(took)
    return {
        "answers": len(took), "errors": len(failed), "median": 1000 * statistics.median(ranked),
        "p95": 1000 * ranked[int(len(ranked) * 0.95)], "longest": 1000 * ranked[-1],
    }  # fmt: skip


def _edit(address: str, article: str, seed: int, until: float, took: list[float], failed: list[str]) -> None:
    chance = random.Random(seed)
    time.sleep(chance.random() * EVERY)
    while time.monotonic() < until:
        article = article[:-CHANGED] + "".join(chance.choice("abc def") for _ in range(CHANGED))
        body = json.dumps({"text": article, "fix": "none"}).encode()
        asked = urllib.request.Request(f"{address}/check", data=body, headers={"Content-Type": "application/json"})
        began = time.monotonic()
        try:
            with urllib.request.urlopen(asked, timeout=10) as answer:
                answer.read()
            took.append(time.monotonic() - began)
        except (urllib.error.URLError, TimeoutError) as error:
            failed.append(repr(error))
        time.sleep(max(0.0, EVERY - (time.monotonic() - began)))


def articles_of_ours() -> Sequence[str]:
    """Articles cut from the passages of the benchmark of documents, their marks taken out."""
    marked = (ROOT / "benchmarks" / "documents" / "passages-f.txt").read_text(encoding="utf-8")
    text = NAME.sub(lambda found: found[1].strip(), marked)
    return [text[at : at + ARTICLE] for at in range(0, len(text) - ARTICLE, ARTICLE * 3 // 4)]


def watch(number: int, editors: "subprocess.Popen[str]") -> Sequence[Sequence[float]]:
    """The private memory of the service's processes in MiB, every ten seconds, until the editors are done."""
    samples = []
    while editors.poll() is None:
        samples.append(sorted(map(_private, psutil.Process(number).children(recursive=True)), reverse=True))
        try:
            editors.wait(10)
        except subprocess.TimeoutExpired:
            continue
    return samples


def _private(process: psutil.Process) -> float:
    told = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) / 1024 for line in told if line.startswith("Private_Dirty:"))


def wait_for(address: str) -> None:
    """Return when the service answers; end the program if it has not after a minute."""
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
            return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise SystemExit("The service does not answer.")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        port: int = line.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
