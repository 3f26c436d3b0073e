"""Build a snapshot: from the names in SQL to arrays on disk, in one pass over two processes.

SQL is only read. What comes out is a function of the rows and the rules, nothing else.
"""

import os
import time
from array import array
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sqlalchemy import Connection, Engine, func, select

from gazetteer.index import grams
from gazetteer.index.layout import rules_fingerprint, write_snapshot
from gazetteer.index.weights import entity_weight
from gazetteer.keys import exact_key, form, hashed, skeleton, word_key
from gazetteer.model import Kind, NameKind
from gazetteer.romanization.readings import name_readings
from gazetteer.store import gazetteer_id, gazetteer_version
from gazetteer.store.schema import entities, identifiers, names

KINDS = list(Kind)
NAME_KINDS = list(NameKind)
SHOWN, CASE_SENSITIVE, INFERRED, PREFERRED = 1, 2, 4, 8
LEVELS = {"country": 1, "region": 2}
BATCH = 20_000
LONGEST_FORM = 60  # of a form, the letters that take part in look-up by likeness
Progress = Callable[[str, int, int], None]


def build_index(engine: Engine, home: Path, progress: Progress = lambda stage, done, total: None) -> Path:
    """Build the snapshot of all published entities and take it into use."""
    with engine.connect() as connection:
        arrays, texts, about = gather(connection, None, progress, workers=min(2, os.cpu_count() or 1))
    about |= {"built": datetime.now(UTC).isoformat(timespec="seconds"), "rules": rules_fingerprint()}
    progress("writing", 0, 1)
    path = write_snapshot(home, arrays, texts, about)
    progress("writing", 1, 1)
    return path


def gather(
    connection: Connection, changed_since: int | None, progress: Progress, *, workers: int
) -> tuple[dict[str, Any], dict[str, bytes], dict[str, Any]]:
    """Arrays, texts and manifest entries over all entities, or over those changed since a version."""
    wanted = entities.c.state == "published"
    if changed_since is not None:
        wanted = wanted & (entities.c.version > changed_since)
    arrays, texts = _entities(connection, wanted)
    numbers = {int(number): position for position, number in enumerate(arrays["entity_number"])}
    total = connection.execute(select(func.count()).select_from(names.join(entities)).where(wanted)).scalar_one()
    _names(connection, wanted, numbers, arrays, texts, lambda done: progress("readings", done, total), workers)
    progress("trigrams", 0, 2)
    for table in ("form", "skeleton"):
        made = grams.build(texts[f"{table}_text"], arrays[f"{table}_start"])
        arrays |= {f"{table}_gram_offset": made.offsets, f"{table}_gram": made.postings, f"{table}_size": made.sizes}
        progress("trigrams", 1 if table == "form" else 2, 2)
    about = {
        "gazetteer_id": gazetteer_id(connection),
        "version": gazetteer_version(connection),
        "counts": {
            "places": int((arrays["entity_kind"] == KINDS.index(Kind.PLACE)).sum()),
            "persons": int((arrays["entity_kind"] == KINDS.index(Kind.PERSON)).sum()),
            "organizations": int((arrays["entity_kind"] == KINDS.index(Kind.ORGANIZATION)).sum()),
            "names": len(arrays["name_entity"]),
        },
    }
    return arrays, texts, about


def _entities(connection: Connection, wanted: Any) -> tuple[dict[str, Any], dict[str, bytes]]:
    ids: dict[int, dict[str, str]] = {}
    found = select(identifiers.c.entity_id, identifiers.c.scheme, identifiers.c.value)
    for owner, scheme, value in connection.execute(found.join(entities).where(wanted).order_by(identifiers.c.id)):
        ids.setdefault(owner, {}).setdefault(scheme, value)
    columns: dict[str, array[Any]] = {
        "entity_number": array("I"), "entity_kind": array("B"), "entity_country": array("H"),
        "entity_lat": array("f"), "entity_lon": array("f"), "entity_weight": array("f"),
        "entity_level": array("B"), "record_start": array("q", [0]),
    }  # fmt: skip
    blob = bytearray()
    for row in connection.execute(select(entities).where(wanted).order_by(entities.c.id)).mappings():
        columns["entity_number"].append(row["id"])
        columns["entity_kind"].append(KINDS.index(Kind(row["kind"])))
        columns["entity_country"].append(country_code(row["country"]))
        columns["entity_lat"].append(np.nan if row["lat"] is None else row["lat"])
        columns["entity_lon"].append(np.nan if row["lon"] is None else row["lon"])
        weight = entity_weight(row["kind"], row["feature_type"], row["population"], row["importance"])
        columns["entity_weight"].append(weight)
        columns["entity_level"].append(LEVELS.get(row["feature_type"] or "", 0) if row["kind"] == Kind.PLACE else 0)
        blob += orjson.dumps(
            [
                row["public_id"], row["kind"], row["canonical"], row["country"], row["description"], row["lat"],
                row["lon"], row["feature_type"], row["population"], row["importance"], ids.get(row["id"], {}),
            ]
        )  # fmt: skip
        columns["record_start"].append(len(blob))
    return {name: np.frombuffer(column, dtype=column.typecode) for name, column in columns.items()}, {
        "record": bytes(blob)
    }


def country_code(country: str | None) -> int:
    """A country's two letters as a number; 0 for none."""
    return (ord(country[0]) << 8 | ord(country[1])) if country and len(country) == 2 and country.isascii() else 0


def _names(
    connection: Connection,
    wanted: Any,
    numbers: dict[int, int],
    arrays: dict[str, Any],
    texts: dict[str, bytes],
    progress: Callable[[int], None],
    workers: int,
) -> None:
    """Fill the columns of names, and the tables of forms and skeletons."""
    columns = {
        "name_entity": array("I"),
        "name_kind": array("B"),
        "name_flags": array("B"),
        "name_language": array("H"),
    }
    languages: dict[str | None, int] = {None: 0}
    start, blob = array("q", [0]), bytearray()
    exact: array[int] = array("Q")
    words, word_names = array("Q"), array("I")
    form_ids: dict[str, int] = {}
    form_of, form_names = array("I"), array("I")
    for batch, prepared in _prepared(_rows(connection, wanted), workers):
        for row, (exact_hash, forms, word_hashes) in zip(batch, prepared, strict=True):
            number = len(exact)
            owner, text, language, kind, shown, case_sensitive, inferred, preferred = row[:8]
            columns["name_entity"].append(numbers[owner])
            columns["name_kind"].append(NAME_KINDS.index(NameKind(kind)))
            flags = SHOWN * shown | CASE_SENSITIVE * case_sensitive | INFERRED * inferred | PREFERRED * preferred
            columns["name_flags"].append(flags)
            columns["name_language"].append(languages.setdefault(language, len(languages)))
            blob += text.encode()
            start.append(len(blob))
            exact.append(exact_hash)
            for word_hash in word_hashes:
                words.append(word_hash)
                word_names.append(number)
            for said in forms:
                form_of.append(form_ids.setdefault(said, len(form_ids)))
                form_names.append(number)
        progress(len(exact))
    arrays |= {name: np.frombuffer(column, dtype=column.typecode) for name, column in columns.items()}
    arrays["name_start"] = np.frombuffer(start, dtype="q")
    texts["name_text"] = bytes(blob)
    texts["language"] = orjson.dumps(list(languages))
    arrays |= _look_up("exact", np.frombuffer(exact, dtype="Q"), np.arange(len(exact), dtype=np.uint32))
    arrays |= _look_up("word", np.frombuffer(words, dtype="Q"), np.frombuffer(word_names, dtype="I"))
    _forms(form_ids, np.frombuffer(form_of, dtype="I"), np.frombuffer(form_names, dtype="I"), arrays, texts)


def _forms(
    form_ids: dict[str, int], form_of: Any, form_names: Any, arrays: dict[str, Any], texts: dict[str, bytes]
) -> None:
    order = np.argsort(form_of, kind="stable")
    arrays["form_names"] = form_names[order]
    arrays["form_names_start"] = _starts(form_of, len(form_ids))
    skeleton_ids: dict[str, int] = {}
    skeleton_of = array("I", (skeleton_ids.setdefault(skeleton(said), len(skeleton_ids)) for said in form_ids))
    arrays["form_skeleton"] = np.frombuffer(skeleton_of, dtype="I")
    by_skeleton = np.argsort(arrays["form_skeleton"], kind="stable")
    arrays["skeleton_forms"] = by_skeleton.astype(np.uint32)
    arrays["skeleton_forms_start"] = _starts(arrays["form_skeleton"], len(skeleton_ids))
    for table, ids in (("form", form_ids), ("skeleton", skeleton_ids)):
        lengths = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
        texts[f"{table}_text"] = "".join(ids).encode("ascii")
        arrays[f"{table}_start"] = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
        hashes = np.fromiter(map(hashed, ids), dtype=np.uint64, count=len(ids))
        arrays |= _look_up(table, hashes, np.arange(len(ids), dtype=np.uint32))


def _look_up(table: str, hashes: Any, values: Any) -> dict[str, Any]:
    """Hashes in order, and the values that go with them: one binary search finds all of a key."""
    order = np.argsort(hashes, kind="stable")
    return {f"{table}_hash": hashes[order], f"{table}_value": values[order]}


def _starts(owners: Any, count: int) -> Any:
    return np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=count)))).astype(np.int64)


def _rows(connection: Connection, wanted: Any) -> Iterator[list[Any]]:
    statement = (
        select(
            names.c.entity_id, names.c.text, names.c.language, names.c.kind, names.c.shown, names.c.case_sensitive,
            names.c.inferred, names.c.preferred, entities.c.country, entities.c.kind.label("entity_kind"),
        )
        .select_from(names.join(entities, names.c.entity_id == entities.c.id))
        .where(wanted & (names.c.status == "accepted"))
        .order_by(names.c.entity_id, names.c.id)
    )  # fmt: skip
    result = connection.execution_options(yield_per=BATCH).execute(statement)
    for partition in result.partitions(BATCH):
        yield [tuple(row) for row in partition]


Prepared = tuple[int, list[str], list[int]]


def _prepared(batches: Iterable[list[Any]], workers: int) -> Iterator[tuple[list[Any], list[Prepared]]]:
    """Each batch with its names' keys; worked out by other processes, a few batches ahead."""
    if workers < 2:
        for batch in batches:
            yield batch, prepare(batch)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: list[tuple[list[Any], Any]] = []
        for batch in batches:
            waiting.append((batch, pool.submit(prepare, batch)))
            if len(waiting) > workers + 1:
                first, future = waiting.pop(0)
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()


def prepare(batch: list[Any]) -> list[Prepared]:
    """For each name: the hash of its exact key, its forms, and the hashes of its word keys."""
    made: list[Prepared] = []
    for _, text, language, _, _, case_sensitive, inferred, _, country, kind in batch:
        if case_sensitive:
            made.append((hashed("=" + text), [], []))
            continue
        country_of_words = country if kind == Kind.PLACE else None
        said = name_readings(
            text, None if inferred and language == "zh" and country == "JP" else language, country_of_words
        )
        forms = list(dict.fromkeys(form(reading.text)[:LONGEST_FORM] for reading in said if reading.text))
        keys = {word_key(reading.text) for reading in said}
        made.append((hashed(exact_key(text)), forms, [hashed(key) for key in keys if key]))
    return made


def timed(progress: Progress) -> Progress:
    """The same progress, with the seconds since the start in its stage."""
    began = time.monotonic()
    return lambda stage, done, total: progress(f"{stage} {time.monotonic() - began:.0f} s", done, total)
