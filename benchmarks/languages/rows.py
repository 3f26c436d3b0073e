"""How many rows each system is held to, by where they are from.

    python -m benchmarks.languages.rows

prints a line for each system, and how many systems have as many rows as each should have.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from benchmarks.languages.tables import MARKS, Row, rows
from gazetteer.languages import orthographies, systems

# How many rows a system should have, and how many of them printed by its authority or on a map of record.
ROWS_WANTED, OF_RECORD_WANTED = 20, 5
OF_RECORD = MARKS[:2]
Tally = Mapping[str, Counter[str]]


def main() -> None:
    """Print."""
    held = chain.from_iterable(
        ((f"{tag}/{row.system}", row) for row in rows(tag)) for tag in orthographies() if orthographies()[tag].systems
    )
    print("\n".join(report(tally(held, systems()))))


def tally(held: Iterable[tuple[str, Row]], known: Iterable[str]) -> Tally:
    """How many rows each known system has by mark; rows of anything else are not counted."""
    found: dict[str, Counter[str]] = {full_id: Counter() for full_id in known}
    for full_id, row in held:
        if full_id in found:
            found[full_id][row.mark] += 1
    return found


def report(counted: Tally) -> list[str]:
    """The table, a line for each system, and what it comes to."""
    wide = max(map(len, counted), default=0)
    lines = [f"{'':{wide}}" + "".join(f"{head:>10}" for head in ("rows", *MARKS))]
    for full_id, marks in counted.items():
        lines.append(f"{full_id:{wide}}" + "".join(f"{number:>10}" for number in (marks.total(), *_by_mark(marks))))
    every: Counter[str] = sum(counted.values(), Counter())
    lines.append(f"{'all':{wide}}" + "".join(f"{number:>10}" for number in (every.total(), *_by_mark(every))))
    return [*lines, "", *summary(counted)]


def summary(counted: Tally) -> list[str]:
    """How many systems have enough rows, and enough of record."""
    many = [full_id for full_id, marks in counted.items() if marks.total() >= ROWS_WANTED]
    of_record = [full_id for full_id, marks in counted.items() if _of_record(marks) >= OF_RECORD_WANTED]
    both = set(many) & set(of_record)
    return [
        f"{len(many)} of {len(counted)} systems have {ROWS_WANTED} rows or more.",
        f"{len(of_record)} have {OF_RECORD_WANTED} or more that their authority prints or a map of record has; "
        f"{len(both)} have both.",
    ]


def _by_mark(marks: Counter[str]) -> list[int]:
    return [marks[mark] for mark in MARKS]


def _of_record(marks: Counter[str]) -> int:
    return sum(marks[mark] for mark in OF_RECORD)


if __name__ == "__main__":
    main()
