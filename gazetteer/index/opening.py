"""The index in use: the snapshot on disk, and an overlay of what changed in SQL since it was built.

An index that is damaged, or was built from other rules or another database, is refused.
"""

from functools import partial
from pathlib import Path

import numpy as np
from sqlalchemy import Engine, func, select

from gazetteer.errors import IndexMissing
from gazetteer.index.build import KINDS, gather
from gazetteer.index.layout import REBUILD, check_files, current, read_manifest, rules_fingerprint
from gazetteer.index.snapshot import Snapshot, open_snapshot
from gazetteer.index.word_tables import word_table
from gazetteer.store import gazetteer_id, gazetteer_version
from gazetteer.store.schema import entities
from gazetteer.text.words import lend_tables

# So many changed entities are kept in memory; past that the index is due for building.
OVERLAY_LIMIT = 5_000


class Index:
    """One or two snapshots: the mapped one, and the overlay that covers what it has outdated."""

    def __init__(self, main: Snapshot, engine: Engine) -> None:
        self.main = main
        self.overlay: Snapshot | None = None
        self.version = main.version
        self.covered: frozenset[int] = frozenset()
        self._engine = engine
        self.refresh()

    def refresh(self) -> bool:
        """Take in what was changed in SQL since; whether anything was. Cheap when nothing was.

        Raises:
            IndexMissing: so much has changed that the index must be built again.
        """
        with self._engine.connect() as connection:
            version = gazetteer_version(connection)
            if version == self.version:
                return False
            changed = connection.execute(
                select(entities.c.id).where(entities.c.version > self.main.version).limit(OVERLAY_LIMIT + 1)
            ).scalars()
            numbers = list(changed)
            if len(numbers) > OVERLAY_LIMIT:
                raise IndexMissing(
                    f"More than {OVERLAY_LIMIT:,} entities changed since the index was built; {REBUILD}."
                )
            if numbers:
                arrays, texts, about = gather(connection, self.main.version, lambda *_: None, workers=1)
                overlay = Snapshot(arrays, texts, about["version"], about["counts"])
                outdated = np.flatnonzero(np.isin(self.main.entity_number, np.array(numbers, dtype=np.uint32)))
                self.overlay, self.covered = overlay, frozenset(outdated.tolist())
            self.version = version
            return True

    def counts(self) -> dict[str, int]:
        """How many places, persons, organizations and names there are to be found."""
        counts = dict(self.main.counts)
        if self.overlay is not None:
            gone = np.array(sorted(self.covered), dtype=np.int64)
            for number, kind in enumerate(KINDS):
                key = f"{kind}s"
                counts[key] += self.overlay.counts[key] - int((self.main.entity_kind[gone] == number).sum())
            counts["names"] += self.overlay.counts["names"] - int(np.isin(self.main.name_entity, gone).sum())
        return counts

    def snapshots(self) -> list[Snapshot]:
        """Those to ask, the mapped one first."""
        return [self.main] if self.overlay is None else [self.main, self.overlay]


def open_index(home: Path, engine: Engine) -> Index:
    """The index of this gazetteer, checked.

    Raises:
        IndexMissing: there is none, or it may not be answered from; the text says why.
    """
    path = current(home)
    _check(path, engine)
    lend_tables(partial(word_table, home))
    return Index(open_snapshot(path), engine)


def index_problem(home: Path, engine: Engine) -> str | None:
    """Why the index must be built (again), or None when it is current."""
    try:
        path = current(home)
        _check(path, engine)
        manifest = read_manifest(path)
        check_files(path, manifest)
    except IndexMissing as problem:
        return str(problem)
    with engine.connect() as connection:
        changed = connection.execute(
            select(func.count()).select_from(entities).where(entities.c.version > manifest.version)
        ).scalar_one()
    return f"Changed since the index was built: {changed:,} entities; {REBUILD}." if changed else None


def _check(path: Path, engine: Engine) -> None:
    manifest = read_manifest(path)
    if manifest.rules != rules_fingerprint():
        raise IndexMissing(f"The index was built with other rules; {REBUILD}.")
    with engine.connect() as connection:
        if manifest.gazetteer_id != gazetteer_id(connection):
            raise IndexMissing(f"The index belongs to another database; {REBUILD}.")
        if manifest.version > gazetteer_version(connection):
            raise IndexMissing(f"The index is newer than the database; {REBUILD}.")
