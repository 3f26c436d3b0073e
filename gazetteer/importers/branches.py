"""Branches of great companies abroad, which ROR lists by the company's name and a country: *Bayer (Portugal)*.

The seeds have the bare name. Nobody who writes *Bayer* means the branch: it is called by its town, and the bare name is
for finding alone.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from gazetteer.importers.seed_rows import BUSINESS_IMPORTANCE
from gazetteer.store import EntityRow, NameRow
from gazetteer.text.clean import fold

GREAT = 0.55  # the importance of a company that everybody knows by its bare name
LISTED_BY, COMPANY = "ror-", "company, "  # a source, and what it says of where a company is


def known_companies(raws: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """The countries of well-known organizations, by the fold of their main names; of those that have one."""
    known: dict[str, str] = {}
    for raw in raws:
        if raw.get("country") and (raw.get("importance") or 0.0) >= GREAT:
            known.setdefault(fold(str(raw.get("name"))), str(raw["country"]))
    return known


def call_by_town(row: EntityRow, known: Mapping[str, str]) -> bool:
    """Call a company by its town where it is one of a great company's abroad; whether it is."""
    at_home = known.get(fold(row.canonical))
    told = row.description or ""
    if at_home in (None, row.country) or not (row.sources[0].startswith(LISTED_BY) and told.startswith(COMPANY)):
        return False
    for name in row.names:
        name.preferred = False
        name.shown = name.shown and name.text != row.canonical
    row.canonical = f"{row.canonical} ({told.removeprefix(COMPANY)})"
    row.names.append(NameRow(row.canonical, source=row.sources[0], preferred=True))
    row.importance = BUSINESS_IMPORTANCE
    return True
