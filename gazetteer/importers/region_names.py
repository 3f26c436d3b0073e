"""What English calls regions that lists have under a bare adjective, a city's name or a native one.

*Chechen* is Chechnya, *Leningrad* Leningrad Oblast, *Jihočeský* the South Bohemian Region. Names that no rule makes are
in seeds/region_names.tsv; where all regions of a sort are named after their capitals, the word for the sort is added.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[2] / "seeds" / "region_names.tsv"
LISTED_AS = "listed_as"  # key of a row that is named otherwise here: what its list calls it
# By country and what ISO calls a region: the word that English adds.
SORTS = {
    ("RU", "Administrative region"): "Oblast",
    ("RU", "Autonomous district"): "Autonomous Okrug",
    ("RU", "Autonomous region"): "Autonomous Oblast",
    ("KG", "Region"): "Region",
    ("UZ", "Region"): "Region",
}
SAID = (" Province", " Oblast", " Okrug", " Region")  # what a label says of the sort already
# Countries of which all regions have their English names in the seeds, or here.
NAMED = frozenset(("BY", "CZ", "KG", "KZ", "RU", "UA", "UZ"))
# Countries whose regions English writes without the marks of a romanization, and how.
UNMARKED = {"IN": str.maketrans("āīūĀĪŪ", "aiuAIU"), "JP": str.maketrans("āēīōūĀĒĪŌŪ", "aeiouAEIOU")}


def named(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The rows of regions, each by its English name; what the list calls it stays one of its names."""
    for row in rows:
        name = english_name(row)
        yield row if name == row["name"] else _renamed(row, name)


def english_name(row: Mapping[str, Any]) -> str:
    """The English name of a region, as far as it is known; else what the list has."""
    name: str = row["name"]
    if (typed := _typed().get(row["id"])) is not None:
        return typed
    if (sort := sort_of(row)) is not None:
        for said in SAID:
            name = name.removesuffix(said)
        return f"{name} {sort}"
    return name.translate(UNMARKED.get(row["country"], {}))


def sort_of(row: Mapping[str, Any]) -> str | None:
    """What English calls regions of this sort, where it adds that to their names."""
    return SORTS.get((row["country"], str(row.get("note"))))


def _renamed(row: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    told = {"text": name, "lang": "en", "type": "preferred"}
    before = {"text": row["name"], "lang": "en", "type": "alias"}
    others = [
        {**each, "type": "alias"} if each.get("lang") == "en" and each["type"] == "preferred" else each
        for each in row["names"]
        if (each["text"], each.get("lang")) not in ((name, "en"), (row["name"], "en"))
    ]
    return {**row, "name": name, "names": [told, before, *others], LISTED_AS: row["name"]}


@cache
def _typed() -> Mapping[str, str]:
    """The names of the list of ours, by the ids of their rows."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return {row["id"]: row["name"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}
