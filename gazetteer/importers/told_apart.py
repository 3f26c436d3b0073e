"""Rows in which a list has two people of one name as one, told apart after somebody has looked.

A line of seeds/told_apart.tsv has the id of the row, which is the second person's; the first one's id and Wikidata
number; what the second is, how important, and the names that are the second's alone. The main names in English and in
the languages of those names belong to both.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

TOLD_APART = Path(__file__).parents[2] / "seeds" / "told_apart.tsv"


def told_apart(raws: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The rows, with two for each that is of two people."""
    lines = _lines()
    for raw in raws:
        line = lines.get(str(raw.get("id")))
        if line is None:
            yield raw
            continue
        second_alone = dict(entry.split(" ", 1)[::-1] for entry in line["second_names"].split("; "))
        spoken = {"en", *second_alone.values()}
        both = [name for name in raw["names"] if name["text"] not in second_alone]
        first_source, _, second_source = raw["source"].partition("+")
        first = {"id": line["first"], "wikidata": line["first_wikidata"], "source": first_source, "also": []}
        yield {**raw, **first, "names": both}
        yield {
            **raw,
            "also": [],
            "note": line["second_note"],
            "importance": float(line["second_importance"]),
            "source": second_source,
            "names": [
                *(name for name in both if name["lang"] in spoken and name["type"] == "preferred"),
                *(name for name in raw["names"] if name["text"] in second_alone),
            ],
        }


@cache
def _lines() -> Mapping[str, Mapping[str, str]]:
    with TOLD_APART.open(encoding="utf-8", newline="") as rows:
        return {row["id"]: row for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}
