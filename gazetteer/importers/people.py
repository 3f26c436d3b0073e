"""People: one person listed twice is one entity when birth date or office says so, never by name alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gazetteer.importers.branches import call_by_town
from gazetteer.importers.counts import Counts
from gazetteer.importers.seed_rows import seed_rows
from gazetteer.store import EntityRow
from gazetteer.text.clean import fold

# Notes that many namesakes share, so that they say nothing of who is meant.
COMMON_NOTES = ("footballer", "basketball", "film", "football")
# What lists of brands say of a place: *city in Shizuoka prefecture, Japan*.
A_PLACE = re.compile(
    r"(?:(?:special )?ward|(?:suburb |capital )?city|town|village|municipality|county|province|prefecture|district"
    r"|borough|(?:federated )?state)(?: and [a-z]+)? (?:in|of) "
)
FULL_DATE = len("2000-01-31")


def people_rows(raws: Iterable[Mapping[str, Any]], counts: Counts) -> Iterator[EntityRow]:
    """The rows; one that is surely a person already read carries that person's id as well."""
    seen: dict[tuple[str, str | None, str], tuple[tuple[str, str], str | None]] = {}
    for _, row in seed_rows(raws, counts):
        for key in _marks(row):
            first = seen.setdefault(key, (row.identifiers[0], row.born))
            if first[0] != row.identifiers[0] and _no_conflict(first[1], row.born):
                row.identifiers.append(first[0])
                counts.notes["people joined by birth date or office"] += 1
                break
        yield row


def organization_rows(
    raws: Iterable[Mapping[str, Any]], counts: Counts, known: Mapping[str, str] | None = None
) -> Iterator[EntityRow]:
    """The rows, but those that the lists of brands say to be places, which are no organizations.

    Those left join by an equal id alone, which the store sees to. `known` are the countries of well-known ones, by the
    folds of their names: their branches abroad are called by their towns.
    """
    for raw, row in seed_rows(raws, counts):
        if A_PLACE.match(str(raw.get("note") or "")):
            counts.notes["organizations left out that are places"] += 1
            continue
        if known and call_by_town(row, known):
            counts.notes["branches called by their town"] += 1
        yield row


def _marks(row: EntityRow) -> list[tuple[str, str | None, str]]:
    """What makes a person surely the same: name with birth date, or name with country and office."""
    name = fold(row.canonical)
    marks: list[tuple[str, str | None, str]] = []
    if row.born and len(row.born) == FULL_DATE:
        marks.append((name, None, row.born))
    if row.description and not row.description.startswith(COMMON_NOTES):
        marks.append((name, row.country, row.description))
    return marks


def _no_conflict(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
