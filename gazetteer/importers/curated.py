"""What was compiled by hand because no list has it: historic people, and companies of the first rank.

A row has an id, the id that another list has of it, a country, what somebody is or was, and names: by language, the
main one first, each with what is used of it alone behind a slash.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[2] / "seeds"
HISTORIC_PEOPLE, GREAT_COMPANIES = SEEDS / "historic_people.tsv", SEEDS / "great_companies.tsv"


def historic_people() -> Iterator[Mapping[str, Any]]:
    """The people, as the others are written in the seeds."""
    return _rows(HISTORIC_PEOPLE, kind="person", importance=0.8, source="curated-historic")


def great_companies() -> Iterator[Mapping[str, Any]]:
    """The companies, as the other organizations are written in the seeds."""
    return _rows(GREAT_COMPANIES, kind="organisation", importance=0.65, source="curated-companies")


def _rows(file: Path, *, kind: str, importance: float, source: str) -> Iterator[Mapping[str, Any]]:
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = list(_names(row["names"]))
            yield {
                "id": row["id"],
                "also": [row["also"]] if row["also"] else [],
                "kind": kind,
                "name": names[0]["text"],
                "country": row["country"] or None,
                "lat": None,
                "lon": None,
                "importance": importance,
                "names": names,
                "note": row["description"],
                "source": source,
            }


def _names(cell: str) -> Iterator[dict[str, str]]:
    """``en William Shakespeare / Shakespeare; ...``: the first of each language is its main one."""
    main: set[str] = set()
    for entry in cell.split("; "):
        language, _, told = entry.partition(" ")
        full, _, bare = told.partition(" / ")
        yield {"text": full, "lang": language, "type": "alias" if language in main else "preferred"}
        if bare:
            yield {"text": bare, "lang": language, "type": "alias", "part": "surname"}
        main.add(language)
