"""Files to import, and what an import of them comes to."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from sqlalchemy import Engine

from gazetteer.importers.counts import Counts
from gazetteer.importers.export import export_file
from gazetteer.importers.jsonl import import_jsonl

Write = Callable[..., Path]
Import = Callable[[Path], Counts]


def silent(stage: str, done: int, total: int) -> None:
    """A progress that nobody looks at."""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes rows, or lines of bytes, into a file."""

    def into(*rows: object, name: str = "rows.jsonl") -> Path:
        lines = [row if isinstance(row, bytes) else orjson.dumps(row) for row in rows]
        path = tmp_path / name
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        return path

    return into


@pytest.fixture
def take(engine: Engine, tmp_path: Path) -> Import:
    """Imports a JSON-lines file."""
    return lambda path: import_jsonl(engine, tmp_path, path, tmp_path / "rejects.jsonl", silent)


@pytest.fixture
def exported(engine: Engine, tmp_path: Path) -> Callable[[], bytes]:
    """All that is in the database, in our own form."""

    def lines() -> bytes:
        with engine.connect() as connection:
            export_file(connection, tmp_path / "exported.jsonl")
        return (tmp_path / "exported.jsonl").read_bytes()

    return lines
