"""How fast delimited text is read and written again with six columns of ours, beside Python's own csv.

    python -m benchmarks.bulk.copying [--rows 300000]

Prints the table of benchmarks/results/delimited.md.
"""

import csv
import io
import time
from collections.abc import Callable
from itertools import islice

import click

from gazetteer.bulk.run import ROWS_AT_ONCE
from gazetteer.tabular.delimited.table import open_delimited
from gazetteer.tabular.model import Dialect, Ours, Row

HEADER = ("nr", "name", "cc", "region", "lat", "lon")
ADDED = ("gz_name", "gz_id", "gz_confidence", "gz_decision", "gz_relation", "gz_why")
CELLS = ("Posad-Pokrovske", "wof:1234567", "0.97", "LINKED", "same", "close_reading")
# Kind of row, its encoding, and how many rows have the same cells of ours.
KINDS = {
    "plain": ("{0},Possad-Pokrovske {1},UA,Kherson,46.{2},32.{2}\n", "utf-8", 5000),
    "plain, our cells new in each row": ("{0},Possad-Pokrovske {1},UA,Kherson,46.{2},32.{2}\n", "utf-8", 0),
    "Windows-1251": ("{0},Покровське {1},UA,Херсонська,46.{2},32.{2}\r\n", "cp1251", 5000),
    "quoted": ('{0},"Possad, Pokrovske {1}",UA,"Kherson ""x""",46.{2},32.{2}\n', "utf-8", 5000),
    "two lines a row": ('{0},"Possad,\nPokrovske {1}",UA,"Kherson",46.{2},32.{2}\n', "utf-8", 5000),
    "UTF-16": ("{0},Possad-Pokrovske {1},UA,Kherson,46.{2},32.{2}\n", "utf-16-le", 5000),
    "Shift-JIS parted by bars": ("{0}|東京都 {1}|JP|ソ能|46.{2}|32.{2}\n", "cp932", 5000),
}


def ours(data: bytes, dialect: Dialect, same: int) -> int:
    """Rows read and written by this program."""
    table, out, written = open_delimited(io.BytesIO(data), dialect), io.BytesIO(), 0
    writer = table.writer(out, ADDED)
    told = Ours(writer.prepared(CELLS))
    rows = (row for row in table.rows([1]) if isinstance(row, Row))
    while some := list(islice(rows, ROWS_AT_ONCE)):
        if same:
            writer.write_all(some, dict.fromkeys([row.values for row in some], told))
        else:
            for row in some:
                writer.write(row, (*CELLS[:-1], str(row.number)))
        written += len(some)
    return written


def standard(data: bytes, dialect: Dialect, same: int) -> int:
    """Rows read and written by Python's csv."""
    out = io.TextIOWrapper(io.BytesIO(), dialect.encoding, newline="")
    writer, rows = csv.writer(out, delimiter=dialect.delimiter), -1
    lines = io.TextIOWrapper(io.BytesIO(data), dialect.encoding, newline="")
    for row in csv.reader(lines, delimiter=dialect.delimiter):
        writer.writerow([*row, *(CELLS if same else (*CELLS[:-1], str(rows)))])
        rows += 1
    return rows


def rate(copy: Callable[[bytes, Dialect, int], int], data: bytes, dialect: Dialect, same: int) -> float:
    """Rows a second, the best of three."""
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        rows = copy(data, dialect, same)
        best = max(best, rows / (time.perf_counter() - began))
    return best


@click.command(help=__doc__)
@click.option("--rows", default=300_000)
def main(rows: int) -> None:
    """Make each kind of file, copy it both ways, print the table."""
    click.echo(
        f"{rows:,} rows of six columns, six columns of ours; rows a second.\n\n| rows | this | csv |\n|---|--:|--:|"
    )
    for kind, (row, encoding, same) in KINDS.items():
        sign = "|" if "|" in row else ","
        text = sign.join(HEADER) + "\n" + "".join(row.format(at, at % 5000, at % 999) for at in range(rows))
        dialect, data = Dialect(encoding, sign, '"', "\n", True, False), text.encode(encoding)
        click.echo(f"| {kind} | {rate(ours, data, dialect, same):,.0f} | {rate(standard, data, dialect, same):,.0f} |")


if __name__ == "__main__":
    main()
