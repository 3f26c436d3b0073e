"""A labelled table: tab-separated, one header line, no quoting; a query, its stratum, its right answers.

Columns `query` and `answer` must be there; `qid`, `lang` and `stratum` may. An answer is a public id or
a bare GeoNames number, several are joined by |, and NIL means nobody. Other columns are never read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import BadFile

NIL = "NIL"
NULL = ("", "null")
ONE_STRATUM = "all"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A query and the public ids that are right; none where the right answer is nobody."""

    id: str
    query: str
    language: str | None
    stratum: str
    right: frozenset[str]


def read_labels(path: Path) -> list[Labelled]:
    """The rows of a labelled table.

    Raises:
        BadFile: it is no such table; the text names the line.
    """
    try:
        # Lines end where a text file's do: a query may hold any other separator of Unicode.
        lines = path.read_text(encoding="utf-8-sig").rstrip("\n").split("\n")
    except (OSError, UnicodeDecodeError) as bad:
        raise BadFile(f"{path} cannot be read as UTF-8: {bad}.") from bad
    head = lines[0].split("\t") if lines else []
    if not {"query", "answer"} <= set(head):
        raise BadFile(f"{path} has no header line with the columns query and answer, parted by tabs.")
    return list(_rows(path, head, lines[1:]))


def _rows(path: Path, head: list[str], lines: list[str]) -> Iterator[Labelled]:
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(head):
            raise BadFile(f"{path}, line {number}: {len(cells)} columns, where the header has {len(head)}.")
        row = dict(zip(head, cells, strict=True))
        if not row["answer"]:
            raise BadFile(f"{path}, line {number}: the answer is empty; where nobody is right, write {NIL}.")
        language = row.get("lang", "")
        yield Labelled(
            row.get("qid") or str(number),
            row["query"],
            None if language in NULL else language,
            row.get("stratum") or ONE_STRATUM,
            right_answers(row["answer"]),
        )


def right_answers(answer: str) -> frozenset[str]:
    """The public ids in the answer column.

    >>> sorted(right_answers("713174|wikidata-Q40855")), right_answers("NIL")
    (['geonames-713174', 'wikidata-Q40855'], frozenset())
    """
    if answer == NIL:
        return frozenset()
    return frozenset(f"geonames-{one}" if one.isdigit() else one for one in answer.split("|"))
