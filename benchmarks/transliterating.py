"""How fast running text is transliterated, beside Unidecode in the same run, and how much memory the command takes.

    python -m benchmarks.transliterating [--megabytes 10]

The text is made of the words of a language as often as they are met, in sentences; both get the same, block by block.
Writes benchmarks/results/transliterating.md.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from unidecode import unidecode
from wordfreq import top_n_list, word_frequency

from gazetteer.languages import System, system
from gazetteer.romanization.streaming import write_pieces
from gazetteer.romanization.systems import romanize

SYSTEMS = ("uk-Cyrl/national-2010", "uk-Cyrl/press-pl", "ru-Cyrl/bgn-pcgn-1947", "bg-Cyrl/official-2009")
WORDS, SEED, BLOCK, TIMES = 100_000, 7, 1 << 18, 3
# The command, and after it the most memory that its process held.
COMMAND = """
import sys
from gazetteer.cli import main
main(sys.argv[1:], standalone_mode=False)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
"""
RESULT = Path(__file__).parent / "results" / "transliterating.md"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=10)
    given = parser.parse_args()
    lines = [
        "# Transliterating running text",
        "",
        f"{given.megabytes} MB of text in UTF-8, its words as often as they are met, one core, best of {TIMES}.",
        "",
        "| system | different words | this, MB/s | each word anew, MB/s | Unidecode, MB/s | ratio to Unidecode |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    texts = {name: text_of(name[:2], given.megabytes * 10**6) for name in SYSTEMS}
    lines += [_row(system(name), text) for name, text in texts.items()]
    lines += ["", *_command(SYSTEMS[0], texts[SYSTEMS[0]]), "", f"Load of the machine: {os.getloadavg()[0]:.1f}."]
    text = "\n".join(lines) + "\n"
    RESULT.write_text(text, encoding="utf-8")
    print(text, flush=True)


def text_of(language: str, size: int) -> str:
    """Running text of about so many bytes in the words of a language."""
    chance = random.Random(SEED)
    words = [word for word in top_n_list(language, WORDS) if not word.isascii()]
    weights = [*accumulate(word_frequency(word, language) for word in words)]
    text: list[str] = []
    length = 0
    while length < size:
        sentence = chance.choices(words, cum_weights=weights, k=chance.randint(4, 24))
        end = chance.choice([". ", ". ", ". ", "? ", ".\n"])
        written = sentence[0].capitalize() + " " + " ".join(sentence[1:]).replace(" ", ", ", 1) + end
        length += len(written.encode())
        text.append(written)
    return "".join(text)


def _row(by: System, text: str) -> str:
    size = len(text.encode()) / 10**6
    this = size / _seconds(lambda: [*write_pieces(_blocks(text), by)])
    anew = size / _seconds(lambda: [romanize(block, by) for block in _blocks(text)])
    other = size / _seconds(lambda: [unidecode(block) for block in _blocks(text)])
    kinds = len(set(text.split(" ")))
    return f"| {by.full_id} | {kinds:,} | {this:.1f} | {anew:.1f} | {other:.1f} | {this / other:.1f} |"


def _blocks(text: str) -> Iterator[str]:
    return (text[start : start + BLOCK] for start in range(0, len(text), BLOCK))


def _seconds(work: Callable[[], object]) -> float:
    """The shortest of some times that a piece of work takes."""
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def _command(name: str, text: str) -> list[str]:
    """What the command takes for the same text, and for a tenth of it: its memory must not grow."""
    told = ["| the command, on | seconds | memory at most, MiB |", "|---|--:|--:|"]
    for share in (10, 1):
        part = text[: len(text) // share]
        words = [sys.executable, "-c", COMMAND, "transliterate", "-", "--language", name[:2], "--system", name]
        began = time.perf_counter()
        done = subprocess.run(words, input=part.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
        most = int(done.stderr.split()[-1]) / 1024
        told.append(f"| {len(part.encode()) / 10**6:.0f} MB | {time.perf_counter() - began:.1f} | {most:.0f} |")
    return told


if __name__ == "__main__":
    main()
