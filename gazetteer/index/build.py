"""Build a snapshot: from the names in SQL to arrays on disk, in one pass over two processes.

SQL is only read. What comes out is a function of the rows and the rules, nothing else.
"""

import math
import os
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sqlalchemy import Connection, Engine, func, select

from gazetteer.index import grams
from gazetteer.index.layout import rules_fingerprint, write_snapshot
from gazetteer.index.packs import PACKED, Pack, counting, hashed_all, pack, pack_forms
from gazetteer.index.qualifiers import learn
from gazetteer.index.spread import Spread, spread
from gazetteer.index.weights import entity_weight
from gazetteer.model import Kind
from gazetteer.store import gazetteer_id, gazetteer_version
from gazetteer.store.schema import entities, identifiers, names

KINDS = list(Kind)
KIND_CODES = {str(kind): code for code, kind in enumerate(KINDS)}
# What sort of place an entity is, in the words in which generic words of names speak of it; 0 is any other thing.
SORTS = ["", "country", "region", "settlement", "water"]
SORT_OF = {
    "country": "country", "region": "region", "settlement": "settlement", "town": "settlement", "city": "settlement",
    **dict.fromkeys(("river", "lake", "reservoir", "sea", "bay", "gulf", "strait", "canal"), "water"),
}  # fmt: skip
SORT_CODES = {feature_type: SORTS.index(sort) for feature_type, sort in SORT_OF.items()}
BATCH = 20_000
FORM_BATCH = 100_000
RECORD = [
    entities.c[name]
    for name in (
        "id", "public_id", "kind", "canonical", "country", "description", "lat", "lon", "feature_type", "population",
        "importance", "region_id",
    )
]  # fmt: skip
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
    total = connection.execute(select(func.count()).select_from(names.join(entities)).where(wanted)).scalar_one()
    with spread(workers) as over_workers:
        arrays, texts = _entities(connection, wanted)
        report = partial(_report, progress, total)
        _names(over_workers(pack, _rows(connection, wanted)), arrays, texts, report, over_workers)
    # What is learned of all names together cannot be learned of those few that were changed.
    texts["qualifier"] = orjson.dumps(learn(arrays, texts) if changed_since is None else {})
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


def _report(progress: Progress, total: int, done: int) -> None:
    progress("readings", done, total)


def _entities(connection: Connection, wanted: Any) -> tuple[dict[str, Any], dict[str, bytes]]:
    ids: dict[int, dict[str, str]] = {}
    found = select(identifiers.c.entity_id, identifiers.c.scheme, identifiers.c.value)
    for batch in _batches(connection, found.join(entities).where(wanted).order_by(identifiers.c.id)):
        for owner, scheme, value in batch:
            ids.setdefault(owner, {}).setdefault(scheme, value)
    columns: dict[str, array[Any]] = {
        "entity_number": array("I"), "entity_kind": array("B"), "entity_country": array("H"),
        "entity_lat": array("f"), "entity_lon": array("f"), "entity_weight": array("f"),
        "entity_sort": array("B"), "entity_region": array("I"), "record_start": array("q", [0]),
    }  # fmt: skip
    append = [column.append for column in columns.values()]
    blob = bytearray()
    for batch in _batches(connection, select(*RECORD).where(wanted).order_by(entities.c.id)):
        for row in batch:
            number, _, kind, _, country, _, lat, lon, feature_type, population, importance, region = row
            blob += orjson.dumps([*row[1:-1], ids.get(number, {})])
            here = (
                number, KIND_CODES[kind], country_code(country), _or_nan(lat), _or_nan(lon),
                entity_weight(kind, feature_type, population, importance),
                SORT_CODES.get(feature_type, 0) if kind == "place" else 0, region or 0, len(blob),
            )  # fmt: skip
            for add, value in zip(append, here, strict=True):
                add(value)
    return {name: np.frombuffer(column, dtype=column.typecode) for name, column in columns.items()}, {
        "record": bytes(blob)
    }


def _or_nan(degrees: float | None) -> float:
    return math.nan if degrees is None else degrees


def country_code(country: str | None) -> int:
    """A country's two letters as a number; 0 for none."""
    return (ord(country[0]) << 8 | ord(country[1])) if country and len(country) == 2 and country.isascii() else 0


def _names(
    packs: Iterator[Pack],
    arrays: dict[str, Any],
    texts: dict[str, bytes],
    progress: Callable[[int], None],
    over_workers: Spread,
) -> None:
    """Fill the columns of names, and the tables of forms and skeletons."""
    columns: dict[str, list[Any]] = {name: [] for name in PACKED}
    languages: defaultdict[str | None, int] = counting()
    form_ids: defaultdict[str, int] = counting()
    languages[None] = 0
    blob = bytearray()
    done = 0
    for one in packs:
        one.columns["language"] = np.array([languages[tag] for tag in one.languages], "H")[one.columns["language"]]
        one.columns["form"] = np.fromiter(map(form_ids.__getitem__, one.forms.split()), "I")
        for owners in ("word_name", "form_name"):
            one.columns[owners] += np.uint32(done)
        for name, column in one.columns.items():
            columns[name].append(column)
        blob += one.text
        done += len(one.columns["exact"])
        progress(done)
    whole = {name: _joined(columns.pop(name), code) for name, code in PACKED.items()}
    arrays["name_entity"] = np.searchsorted(arrays["entity_number"], whole["entity"]).astype("I")
    arrays |= {f"name_{name}": whole[name] for name in ("kind", "flags", "language")}
    arrays["name_start"] = _ends(whole["length"])
    texts["name_text"] = bytes(blob)
    texts["language"] = orjson.dumps(list(languages))
    arrays |= _look_up("exact", whole["exact"], np.arange(done, dtype=np.uint32))
    arrays |= _look_up("word", whole["word"], whole["word_name"])
    _forms(list(form_ids), whole["form"], whole["form_name"], arrays, texts, over_workers)


def _joined(parts: list[Any], code: str) -> Any:
    return np.concatenate(parts) if parts else np.empty(0, code)


def _forms(
    forms: list[str],
    form_of: Any,
    form_names: Any,
    arrays: dict[str, Any],
    texts: dict[str, bytes],
    over_workers: Spread,
) -> None:
    order = np.argsort(form_of, kind="stable")
    arrays["form_names"] = form_names[order]
    arrays["form_names_start"] = _starts(form_of, len(forms))
    skeleton_ids: defaultdict[str, int] = counting()
    skeleton_of, hashes = [], []
    parts = (forms[start : start + FORM_BATCH] for start in range(0, len(forms), FORM_BATCH))
    for skeletons, hashed_forms in over_workers(pack_forms, ("\n".join(part) for part in parts)):
        skeleton_of.append(np.fromiter(map(skeleton_ids.__getitem__, skeletons.split("\n")), "I"))
        hashes.append(hashed_forms)
    arrays["form_skeleton"] = _joined(skeleton_of, "I")
    by_skeleton = np.argsort(arrays["form_skeleton"], kind="stable")
    arrays["skeleton_forms"] = by_skeleton.astype(np.uint32)
    arrays["skeleton_forms_start"] = _starts(arrays["form_skeleton"], len(skeleton_ids))
    skeleton_hashes = hashed_all(skeleton_ids)
    for table, said, keys in (("form", forms, _joined(hashes, "Q")), ("skeleton", skeleton_ids, skeleton_hashes)):
        texts[f"{table}_text"] = "".join(said).encode("ascii")
        arrays[f"{table}_start"] = _ends(np.fromiter(map(len, said), dtype=np.int64, count=len(said)))
        arrays |= _look_up(table, keys, np.arange(len(said), dtype=np.uint32))


def _look_up(table: str, hashes: Any, values: Any) -> dict[str, Any]:
    """Hashes in order, and the values that go with them: one binary search finds all of a key."""
    order = np.argsort(hashes, kind="stable")
    return {f"{table}_hash": hashes[order], f"{table}_value": values[order]}


def _starts(owners: Any, count: int) -> Any:
    return _ends(np.bincount(owners, minlength=count))


def _ends(lengths: Any) -> Any:
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def _rows(connection: Connection, wanted: Any) -> Iterator[Sequence[Any]]:
    statement = (
        select(
            names.c.entity_id, names.c.text, names.c.language, names.c.kind, names.c.shown, names.c.case_sensitive,
            names.c.inferred, names.c.preferred, entities.c.country, entities.c.kind.label("entity_kind"),
        )
        .select_from(names.join(entities, names.c.entity_id == entities.c.id))
        .where(wanted & (names.c.status == "accepted"))
        .order_by(names.c.entity_id, names.c.id)
    )  # fmt: skip
    return _batches(connection, statement)


def _batches(connection: Connection, statement: Any) -> Iterator[Sequence[Any]]:
    """The rows of a statement as plain tuples; on SQLite the driver's own, as a row object each costs too much."""
    if connection.dialect.name == "sqlite":
        cursor: Any = connection.execute(statement).cursor
        while batch := cursor.fetchmany(BATCH):
            yield batch
        return
    for partition in connection.execution_options(yield_per=BATCH).execute(statement).partitions():
        yield [tuple(row) for row in partition]


def timed(progress: Progress) -> Progress:
    """The same progress, with the seconds since the start in its stage."""
    began = time.monotonic()
    return lambda stage, done, total: progress(f"{stage} {time.monotonic() - began:.0f} s", done, total)
