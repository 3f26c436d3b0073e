"""The whole gazetteer in our own form: one JSON object a line, the same lines for the same content.

First the sources, then the entities in the order of their public ids, each with its names as stored.
"""

import gzip
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, cast

import orjson
from sqlalchemy import Connection, select

from gazetteer.errors import BadFile
from gazetteer.importers.own_form import ENTITY_FIELDS, NAME_FIELDS, OWN_FORM, SILENT, SOURCE_FIELDS, SOURCE_FORM
from gazetteer.store.schema import entities, identifiers, names, provenance, sources

BATCH = 5_000


def export(connection: Connection, out: IO[bytes]) -> int:
    """Write everything as JSON lines; how many entities there were."""
    out.writelines(source_lines(connection))
    count = 0
    for line in export_lines(connection):
        out.write(line)
        count += 1
    return count


def source_lines(connection: Connection) -> Iterator[bytes]:
    """Each source as one line."""
    # A row with a fingerprint only marks how far a file was loaded; it is no source of names.
    told = connection.execute(select(sources).where(sources.c.fingerprint.is_(None))).mappings()
    for row in sorted(told, key=itemgetter("key")):
        yield _line({"form": SOURCE_FORM} | _told(SOURCE_FIELDS, [row[key] for key in SOURCE_FIELDS]))


def export_file(connection: Connection, path: Path) -> int:
    """Write everything into a file, which is there only when it is whole; how many entities there were."""
    fresh = path.with_name(f"{path.name}.part")
    try:
        with fresh.open("wb") as out:
            if path.suffix == ".gz":
                with gzip.GzipFile("", "wb", fileobj=out, mtime=0) as packed:
                    count = export(connection, cast(IO[bytes], packed))
            else:
                count = export(connection, out)
        fresh.replace(path)
    except OSError as failed:
        raise BadFile(f"{path} cannot be written: {failed.strerror}.") from failed
    finally:
        fresh.unlink(missing_ok=True)
    return count


def export_lines(connection: Connection, only: Collection[str] | None = None) -> Iterator[bytes]:
    """Each entity as one line, or each of those with these public ids."""
    keys = {row.id: row.key for row in connection.execute(select(sources.c.id, sources.c.key))}
    wanted = select(entities.c.public_id, entities.c.id)
    if only is not None:
        wanted = wanted.where(entities.c.public_id.in_(only))
    numbers = [number for _, number in sorted(map(tuple, connection.execute(wanted)))]
    for start in range(0, len(numbers), BATCH):
        yield from _batch(connection, numbers[start : start + BATCH], keys)


def _batch(connection: Connection, numbers: list[int], keys: dict[int, str]) -> Iterator[bytes]:
    columns = [entities.c[key] for key in ("id", "public_id", "region_id", "redirect_id", *ENTITY_FIELDS)]
    found = connection.execute(select(*columns).where(entities.c.id.in_(numbers)))
    rows = {row[0]: row[1:] for row in found}
    ids = _pairs(connection, numbers)
    written = _names(connection, numbers, keys)
    tellers: dict[int, list[str]] = defaultdict(list)
    told = select(provenance.c.entity_id, provenance.c.source_id).where(provenance.c.entity_id.in_(numbers))
    for owner, source in connection.execute(told):
        tellers[owner].append(keys[source])
    others = {row[place] for row in rows.values() for place in (1, 2)} - {None}
    other_ids = _pairs(connection, sorted(others))
    for number in numbers:
        public_id, region, redirect, *values = rows[number]
        line = {"form": OWN_FORM, "id": public_id} | _told(ENTITY_FIELDS, values)
        line["identifiers"] = ids[number]
        if region is not None:
            line["region"] = other_ids[region][0]
        if redirect is not None:
            line["redirect"] = other_ids[redirect][0]
        line["sources"] = sorted(tellers[number])
        line["names"] = written[number]
        yield _line(line)


def _names(connection: Connection, numbers: list[int], keys: dict[int, str]) -> dict[int, list[dict[str, Any]]]:
    """The names of these entities, in the order in which they are stored."""
    columns = [names.c[key] for key in ("id", "entity_id", "source_id", "text", "kind", *NAME_FIELDS)]
    written: dict[int, list[dict[str, Any]]] = defaultdict(list)
    found = connection.execute(select(*columns).where(names.c.entity_id.in_(numbers)))
    for _, owner, source, text, kind, *values in sorted(found, key=itemgetter(0)):
        told = {"text": text, "kind": kind} | _told(NAME_FIELDS, values)
        if source is not None:
            told["source"] = keys[source]
        written[owner].append(told)
    return written


def _pairs(connection: Connection, numbers: list[int]) -> dict[int, list[tuple[str, str]]]:
    pairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
    columns = (identifiers.c.entity_id, identifiers.c.scheme, identifiers.c.value)
    for owner, scheme, value in connection.execute(select(*columns).where(identifiers.c.entity_id.in_(numbers))):
        pairs[owner].append((scheme, value))
    for own in pairs.values():
        own.sort()
    return pairs


def _told(fields: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """The fields that say something: not empty, and not what silence says."""
    said = zip(fields, values, strict=True)
    return {key: value for key, value in said if value is not None and value != SILENT.get(key)}


def _line(row: dict[str, Any]) -> bytes:
    return orjson.dumps(row) + b"\n"
