"""Historic people of the first rank, whom lists of office-holders and players lack: seeds/historic_people.tsv.

A row has an id, a Wikidata id where it is certain, a country, what somebody was, and names: by language, the main one
first, each with what is used of it alone behind a slash.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[2] / "seeds" / "historic_people.tsv"
SOURCE = "curated-historic"
IMPORTANCE = 0.8


def historic_people() -> Iterator[Mapping[str, Any]]:
    """The rows, as the other people's are written in the seeds."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = list(_names(row["names"]))
            yield {
                "id": f"curated:{row['id']}",
                "also": [f"wikidata:{row['wikidata']}"] if row["wikidata"] else [],
                "kind": "person",
                "name": names[0]["text"],
                "country": row["country"] or None,
                "lat": None,
                "lon": None,
                "importance": IMPORTANCE,
                "names": names,
                "note": row["description"],
                "source": SOURCE,
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
