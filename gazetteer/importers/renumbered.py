"""Regions whose codes were given to others: names of before go to the region that is called so now.

ISO 3166-2 numbered the provinces of Iran anew on 24 November 2020. CLDR 35 has their names by the codes of before, the
list of ISO 3166-2 its own and the positions by those of now, and the seeds have both under one code. What the two have
in common is the Persian name. The regions of Morocco were drawn anew in 2015, and the first twelve codes given to the
new ones: what CLDR calls these is no more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gazetteer.text.clean import fold

CODES, NATIVE, PROVINCE = "iso3166-2:IR-", "fa", "استان"
DRAWN_ANEW = re.compile(r"iso3166-2:MA-(0[1-9]|1[0-2])")
NO_LATIN_NAME = {"iso3166-2:MA-05": "Béni Mellal-Khénifra"}  # in the seeds; ISO 3166-2 has it
PARTLY = re.compile(r" \(EH(-partial)?\)$")  # lies in Western Sahara, as ISO notes it behind the name
RETIRED = "code not in"  # how the note of a code begins that is no longer in use


def mended(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The rows of regions, each with the names of the one that has its code now; codes of nobody are left out."""
    everything = list(rows)
    before = {}
    for row in everything:
        if row["id"].startswith(CODES):
            names = [name for name in row["names"] if name["type"] != "alias"]
            before[_native(names)] = names
    for row in everything:
        if DRAWN_ANEW.fullmatch(row["id"]):
            yield _of_now(row)
        elif not row["id"].startswith(CODES):
            yield row
        elif not str(row.get("note")).startswith(RETIRED):
            aliases = [name for name in row["names"] if name["type"] == "alias"]
            names = before.get(_native(aliases), [])
            english = next((name["text"] for name in names if name["lang"] == "en"), row["name"])
            yield {**row, "name": english, "names": [*names, *aliases]}


def _of_now(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row with the names that the list of ISO 3166-2 has of it alone."""
    names = [{**name, "text": PARTLY.sub("", name["text"])} for name in row["names"] if name["type"] == "alias"]
    if row["id"] in NO_LATIN_NAME:
        names.append({"text": NO_LATIN_NAME[row["id"]], "lang": None, "type": "alias"})
    return {**row, "name": next(name["text"] for name in names if name["lang"] is None), "names": names}


def _native(names: Iterable[Mapping[str, Any]]) -> str:
    """The fold of the native name, without the word for a province."""
    text = next((str(name["text"]) for name in names if name["lang"] == NATIVE), "")
    return fold(text.removeprefix(PROVINCE))
