"""JSON lines into the gazetteer, in the seeds' form and in our own, mixed as they come.

First the entities with their names; then what one entity says of another (region, redirect), which
may stand later in the file than who says it. What cannot be taken is refused with line and reason.
"""

import itertools
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from gazetteer.errors import BadRow
from gazetteer.importers.counts import Counts
from gazetteer.importers.files import Lines, spooled
from gazetteer.importers.load import Step, load
from gazetteer.importers.own_form import OWN_FORM, SOURCE_FORM, source_notes
from gazetteer.importers.rejects import Rejects
from gazetteer.importers.seed_rows import entity_row
from gazetteer.importers.source import Source
from gazetteer.store import Engine, EntityRow, Pointers, enter_source, forget_progress, set_pointers, writing

# Raised when the same file is read differently.
RULES = "1"
BATCH = 5_000


def import_jsonl(engine: Engine, home: Path, file: Path, rejects: Path, step: Step) -> Counts:
    """Read a file into the gazetteer; a file read before is compared again, and an interrupted one gone on with."""
    lines = Lines(spooled(home) if str(file) == "-" else file)
    mark, total = lines.fingerprint()
    key = f"file:{file.name}"
    source = Source(key, f"{RULES}:{mark}", total, partial(_rows, lines, rejects))
    with writing(engine) as connection:
        forget_progress(connection, key)
    counts = load(engine, [source], step)[key]
    counts.changed += _link(engine, lines)
    return counts


def _rows(lines: Lines, rejects: Path, counts: Counts) -> Iterator[EntityRow]:
    """The entities of a file; the other rows are refused, but for those that tell of a source."""
    with Rejects(rejects, counts.refused) as refused:
        for number, line in lines:
            if not line.strip():
                continue
            counts.read += 1
            try:
                raw = parsed(line)
                if not is_source(raw):
                    yield entity_row(raw)
                    continue
                source_notes(raw)
            except BadRow as reason:
                refused.refuse(number, str(reason), line)
            else:
                counts.notes["sources"] += 1


def parsed(line: bytes) -> Any:
    """What a line says.

    Raises:
        BadRow: it is no JSON, or no UTF-8.
    """
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as bad:
        reason = "not UTF-8" if "utf-8" in str(bad).lower() and _not_utf8(line) else f"not JSON: {bad.msg}"
        raise BadRow(reason) from bad


def is_source(raw: Any) -> bool:
    """Whether a row tells of a source, not of an entity."""
    return isinstance(raw, dict) and raw.get("form") == SOURCE_FORM


def _not_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _link(engine: Engine, lines: Lines) -> int:
    """Enter the sources, and let entities point to each other; how many changed."""
    changed = 0
    told = _pointing(lines)
    while batch := list(itertools.islice(told, BATCH)):
        with writing(engine) as connection:
            for raw in batch:
                if is_source(raw):
                    enter_source(connection, *source_notes(raw))
            changed += set_pointers(connection, [_pointers(raw) for raw in batch if not is_source(raw)])
    return changed


def _pointing(lines: Lines) -> Iterator[Mapping[str, Any]]:
    """The rows of our own form, as far as they can be taken."""
    for _, line in lines:
        if b'"gazetteer-' not in line:
            continue
        try:
            raw = parsed(line)
            if is_source(raw):
                source_notes(raw)
            elif not isinstance(raw, dict) or raw.get("form") != OWN_FORM:
                continue
            else:
                entity_row(raw)
        except BadRow:
            continue
        yield raw


def _pointers(raw: Mapping[str, Any]) -> Pointers:
    return Pointers(
        tuple(raw["identifiers"][0]),
        region=tuple(raw["region"]) if raw.get("region") else None,
        redirect=tuple(raw["redirect"]) if raw.get("redirect") else None,
    )
