"""How often the way a file is written is guessed right: this program beside charset-normalizer and clevercsv.

    python -m benchmarks.bulk.dialects [--files 200] [--seed 5] [--wrong]

Prints the table of benchmarks/results/dialects.md. An encoding is right if it reads the file as it was written; a
delimiter, if it is the file's, or parts nothing in a file of one column.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import charset_normalizer
import clevercsv
import click

from benchmarks.bulk.corpus import Labelled, corpus
from gazetteer.tabular.delimited.dialects import SAMPLE, survey

# Characters that clevercsv looks at; twice as many make it no better.
CLEVER_SAMPLE = 16_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What one program says of a file; None where it says nothing."""

    encoding: str | None
    delimiter: str | None
    header: bool | None


def this(file: Labelled) -> Answer:
    """This program."""
    said = survey(file.data[:SAMPLE], whole=len(file.data) <= SAMPLE).dialect
    return Answer(said.encoding, said.delimiter, said.header)


def peers(file: Labelled) -> Answer:
    """charset-normalizer, and clevercsv on what it reads."""
    best = charset_normalizer.from_bytes(file.data[:SAMPLE]).best()
    if best is None:
        return Answer(None, None, None)
    return Answer(best.encoding, *_clever(str(best)))


def clevercsv_told(file: Labelled) -> Answer:
    """clevercsv, told the encoding."""
    return Answer(file.encoding, *_clever(file.text))


def _clever(text: str) -> tuple[str | None, bool | None]:
    sample = text[:CLEVER_SAMPLE]
    found = clevercsv.Detector().detect(sample)
    if found is None:
        return None, None
    try:
        header = clevercsv.Detector().has_header(sample)
    except (clevercsv.exceptions.NoDetectionResult, clevercsv.exceptions.Error, StopIteration):
        header = None
    return found.delimiter, header


PROGRAMS: dict[str, Callable[[Labelled], Answer]] = {
    "this": this,
    "charset-normalizer and clevercsv": peers,
    "clevercsv, told the encoding": clevercsv_told,
}


def encoding_is_right(file: Labelled, answer: Answer) -> bool:
    """Whether the file is read as it was written."""
    if answer.encoding is None:
        return False
    read = file.data.decode(answer.encoding, "replace")
    return read.removeprefix("\ufeff") == file.text


def delimiter_is_right(file: Labelled, answer: Answer) -> bool:
    """Whether the file's delimiter was found; in a file of one column, one that parts nothing."""
    if file.columns > 1:
        return answer.delimiter == file.delimiter
    outside = "".join(file.text.split('"')[::2])
    return not answer.delimiter or answer.delimiter not in outside


def judge(file: Labelled, answer: Answer) -> dict[str, bool]:
    """What of an answer is right."""
    found = {
        "encoding": encoding_is_right(file, answer),
        "delimiter": delimiter_is_right(file, answer),
        "header": answer.header == file.header,
    }
    return {
        **found,
        "encoding and delimiter": found["encoding"] and found["delimiter"],
        "all three": all(found.values()),
    }


def table(files: Sequence[Labelled], wrong: bool) -> str:
    """The results as a table of Markdown; with what was wrong below, if asked."""
    lines = [
        "|  | encoding | delimiter | header | encoding and delimiter | all three | ms a file |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    misses = []
    for name, program in PROGRAMS.items():
        right: Counter[str] = Counter()
        began = time.perf_counter()
        answers = [program(file) for file in files]
        taken = (time.perf_counter() - began) / len(files) * 1000
        for file, answer in zip(files, answers, strict=True):
            judged = judge(file, answer)
            right.update(what for what, well in judged.items() if well)
            if wrong and name == "this" and not judged["all three"]:
                misses.append(f"- {file.about}: {answer}")
        shares = " | ".join(f"{100 * right[what] / len(files):.1f} %" for what in judged)
        lines.append(f"| {name} | {shares} | {taken:.0f} |")
    return "\n".join([*lines, "", *misses])


@click.command(help=__doc__)
@click.option("--files", default=200)
@click.option("--seed", default=5)
@click.option("--wrong", is_flag=True, help="List the files that this program got wrong.")
def main(files: int, seed: int, wrong: bool) -> None:
    """Make the corpus, ask every program, print the table."""
    click.echo(table(list(corpus(files, seed)), wrong))


if __name__ == "__main__":
    main()
