"""The whole gazetteer in our own form: one JSON object a line, the same lines for the same content.

First the sources, then the entities in the order of their public ids, each with its names as stored.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson
from sqlalchemy import Connection, select

from gazetteer.importers.seed_rows import OWN_FORM
from gazetteer.store.schema import entities, identifiers, names, provenance, sources

BATCH = 5_000
SOURCE_FORM = "gazetteer-source"
NAME_FIELDS = (
    "language",
    "inferred",
    "preferred",
    "shown",
    "case_sensitive",
    "style",
    "status",
    "valid_from",
    "valid_to",
)
ENTITY_FIELDS = (
    "kind", "canonical", "feature_type", "country", "lat", "lon", "population", "importance", "description", "born",
    "state",
)  # fmt: skip
SOURCE_FIELDS = ("key", "title", "source_version", "date", "licence", "attribution")
# What is not written, because a row without it means this.
SILENT = {
    "inferred": False, "preferred": False, "shown": True, "case_sensitive": False, "status": "accepted",
    "state": "published",
}  # fmt: skip


def export(connection: Connection, out: BinaryIO) -> int:
    """Write everything as JSON lines; how many entities there were."""
    for row in connection.execute(select(sources).order_by(sources.c.key)).mappings():
        out.write(_line({"form": SOURCE_FORM} | _told(row, SOURCE_FIELDS)))
    count = 0
    for line in export_lines(connection):
        out.write(line)
        count += 1
    return count


def export_lines(connection: Connection) -> Iterator[bytes]:
    """Each entity as one line."""
    keys = dict(connection.execute(select(sources.c.id, sources.c.key)).tuples().all())
    numbers = sorted(connection.execute(select(entities.c.public_id, entities.c.id)).tuples().all(), key=lambda p: p[0])
    for start in range(0, len(numbers), BATCH):
        yield from _batch(connection, [number for _, number in numbers[start : start + BATCH]], keys)


def _batch(connection: Connection, numbers: list[int], keys: dict[int, str]) -> Iterator[bytes]:
    found = connection.execute(select(entities).where(entities.c.id.in_(numbers))).mappings()
    rows = {row["id"]: row for row in found}
    ids = _pairs(connection, numbers)
    written: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for name in connection.execute(select(names).where(names.c.entity_id.in_(numbers)).order_by(names.c.id)).mappings():
        told = {"text": name["text"], "kind": name["kind"]} | _told(name, NAME_FIELDS)
        if name["source_id"] is not None:
            told["source"] = keys[name["source_id"]]
        written[name["entity_id"]].append(told)
    tellers: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(provenance).where(provenance.c.entity_id.in_(numbers))).mappings():
        tellers[row["entity_id"]].append(keys[row["source_id"]])
    others = {rows[n]["region_id"] for n in numbers} | {rows[n]["redirect_id"] for n in numbers}
    other_ids = _pairs(connection, sorted(other for other in others if other is not None))
    for number in numbers:
        row = rows[number]
        line = {"form": OWN_FORM, "id": row["public_id"]} | _told(row, ENTITY_FIELDS)
        line["identifiers"] = ids[number]
        if row["region_id"] is not None:
            line["region"] = other_ids[row["region_id"]][0]
        if row["redirect_id"] is not None:
            line["redirect"] = other_ids[row["redirect_id"]][0]
        line["sources"] = sorted(tellers[number])
        line["names"] = written[number]
        yield _line(line)


def _pairs(connection: Connection, numbers: list[int]) -> dict[int, list[tuple[str, str]]]:
    pairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
    found = select(identifiers).where(identifiers.c.entity_id.in_(numbers))
    for row in connection.execute(found).mappings():
        pairs[row["entity_id"]].append((row["scheme"], row["value"]))
    for own in pairs.values():
        own.sort()
    return pairs


def _told(row: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    return {key: row[key] for key in fields if row[key] is not None and row[key] != SILENT.get(key)}


def _line(row: dict[str, Any]) -> bytes:
    return orjson.dumps(row) + b"\n"
