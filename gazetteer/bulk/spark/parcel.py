"""The parcel: one archive with all that an executor needs to answer, the gazetteer and the code that reads it.

It is known by its digest. What the executors have besides is libraries alone.
"""

import hashlib
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from gazetteer.index.layout import current, read_manifest
from gazetteer.store import Engine, write_excerpt
from gazetteer.styles.known import FOLDER, MORE

HOUSE = Path(__file__).parents[3]
# What of the house is needed to answer.
ROOMS = ("gazetteer", "migrations")
LEFT_OUT = {"__pycache__"}
HOME, CODE, STYLES = "home", "house", "styles"
ENDING = ".parcel"  # one by which Spark knows no archive: it is for us to unpack, once and whole
QUICKLY = 1  # of gzip's levels: half the size for little time


@dataclass(frozen=True, slots=True)
class Parcel:
    """An archive on disk, and the digest by which it is known."""

    path: Path
    digest: str


def pack(home: Path, engine: Engine, folder: Path) -> Parcel:
    """Make the archive of this gazetteer in a folder.

    Raises:
        IndexMissing: there is no index.
    """
    snapshot = current(home)
    part = folder / "parcel.part"
    with TemporaryDirectory(dir=folder) as scratch:
        excerpt = Path(scratch)
        write_excerpt(engine, excerpt, read_manifest(snapshot).version)
        with tarfile.open(part, "w:gz", compresslevel=QUICKLY) as archive:
            archive.add(home / "index" / "CURRENT", f"{HOME}/index/CURRENT")
            archive.add(snapshot, f"{HOME}/index/{snapshot.name}")
            for file in sorted(excerpt.glob("gazetteer.sqlite3*")):
                archive.add(file, f"{HOME}/{file.name}")
            for file, name in _code():
                archive.add(file, name)
            for number, more in enumerate(filter(None, os.environ.get(MORE, "").split(os.pathsep))):
                archive.add(more, f"{STYLES}/{number:03}")
    with part.open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    return Parcel(part.rename(folder / f"gazetteer-{digest[:16]}{ENDING}"), digest)


def _code() -> Iterator[tuple[Path, str]]:
    """The files of our code and of the styles it ships, each with its name in the archive."""
    for folder in (*(HOUSE / room for room in ROOMS), FOLDER):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not LEFT_OUT & set(file.parts):
                yield file, f"{CODE}/{file.relative_to(HOUSE).as_posix()}"
