"""How fast text is transliterated, beside Unidecode, ICU and uroman in the same run, and how fast names are read.

    python -m benchmarks.transliterating [--megabytes 10]

The text is made of the words of a language as often as they are met, in sentences; both get the same, block by block.
uroman is many times slower, and gets a part. Writes benchmarks/results/transliterating.md, with the memory the command
takes, and the median time to read a name in every orthography it may be in. Other work on the machine only ever makes
these longer, for seconds on end: so each is the best of some times, those of reading spread over the whole run.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from statistics import median

import icu
from unidecode import unidecode
from uroman import Uroman
from wordfreq import top_n_list, word_frequency

from gazetteer.languages import System, system
from gazetteer.romanization import readings as reading
from gazetteer.romanization.streaming import write_pieces
from gazetteer.romanization.systems import romanize
from gazetteer.text.scripts import script_of

SYSTEMS = ("uk-Cyrl/national-2010", "uk-Cyrl/press-pl", "ru-Cyrl/bgn-pcgn-1947", "bg-Cyrl/official-2009")
WORDS, SEED, BLOCK = 100_000, 7, 1 << 18
TIMES, UROMAN_TIMES = 5, 3
PASSES = 4  # over the names, before each system and at the end
ICU = "Cyrillic-Latin"
UROMAN_PART = 200_000  # characters
READ = {"Latn": ("en", "fr", "de", "pl"), "Cyrl": ("uk", "ru")}
NAMES_READ, SHORTEST_READ, WARMING = 2_000, 4, 50
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
        f"{given.megabytes} MB of text in UTF-8, its words as often as they are met, one core, best of {TIMES}",
        f"(uroman: {UROMAN_PART:,} characters, best of {UROMAN_TIMES}).",
        "",
        "| system | different words | this, MB/s | each word anew, MB/s | Unidecode, MB/s | ICU, MB/s | uroman, MB/s |"
        " ratio to Unidecode | to ICU | to uroman |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    texts = {name: text_of(name[:2], given.megabytes * 10**6) for name in SYSTEMS}
    names = {script: _names(script) for script in READ}
    passes = _passes(names)
    for name, text in texts.items():
        lines.append(_row(system(name), text))
        print(lines[-1], file=sys.stderr, flush=True)  # it takes minutes
        passes += _passes(names)
    lines += ["", *_reading(passes)]
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
    icu_ = icu.Transliterator.createInstance(ICU)
    third = size / _seconds(lambda: [icu_.transliterate(block) for block in _blocks(text)])
    part, language = text[:UROMAN_PART], iso_639_3(by)
    last = _seconds(lambda: [_uroman().romanize_string(line, language) for line in part.split("\n")], UROMAN_TIMES)
    last = len(part.encode()) / 10**6 / last
    kinds = len(set(text.split(" ")))
    return (
        f"| {by.full_id} | {kinds:,} | {this:.1f} | {anew:.1f} | {other:.1f} | {third:.1f} | {last:.2f} |"
        f" {this / other:.1f} | {this / third:.1f} | {this / last:.0f} |"
    )


def iso_639_3(by: System) -> str:
    """The code by which uroman knows the language of a system."""
    return str(icu.Locale(by.orthography.split("-")[0]).getISO3Language())


@cache
def _uroman() -> Uroman:
    return Uroman()


def _names(script: str) -> list[str]:
    """Names in a script: words that are frequent in its languages, capitalized."""
    words = (word.capitalize() for language in READ[script] for word in top_n_list(language, NAMES_READ))
    known = dict.fromkeys(word for word in words if len(word) > SHORTEST_READ and script_of(word) == script)
    return random.Random(SEED).sample([*known], NAMES_READ)


def _passes(names: Mapping[str, Sequence[str]]) -> list[Mapping[str, float]]:
    """The median seconds, by script, to read a name that was not read before; of some passes over all names."""
    return [{script: _median(some) for script, some in names.items()} for _ in range(PASSES)]


def _median(names: Sequence[str]) -> float:
    """The median seconds to read one of these names in every orthography; what was read before is forgotten."""
    for remembered in (reading.readings, reading._word_in_all):
        remembered.cache_clear()
    for name in names[:WARMING]:
        reading.readings(name)
    times = []
    for name in names[WARMING:]:
        began = time.perf_counter()
        reading.readings(name)
        times.append(time.perf_counter() - began)
    return median(times)


def _reading(passes: Sequence[Mapping[str, float]]) -> list[str]:
    """What the passes come to, by script: the best of their medians, and the one in their middle."""
    told = [
        f"Names read in every orthography of their script, none of them before: of {len(passes)} passes over all of",
        "them, spread over the run, the best median and the middle one.",
        "",
        "| script | names | µs to read one, best | middle |",
        "|---|--:|--:|--:|",
    ]
    for script in READ:
        each = [one[script] * 10**6 for one in passes]
        told.append(f"| {script} | {NAMES_READ - WARMING:,} | {min(each):.0f} | {median(each):.0f} |")
    return told


def _blocks(text: str) -> Iterator[str]:
    return (text[start : start + BLOCK] for start in range(0, len(text), BLOCK))


def _seconds(work: Callable[[], object], repeats: int = TIMES) -> float:
    """The shortest of some times that a piece of work takes."""
    times = []
    for _ in range(repeats):
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
