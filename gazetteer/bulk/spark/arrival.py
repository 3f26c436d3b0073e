"""Arrival: how a task comes to the parcel that was sent to its machine, and through it to our code.

It runs where none of our code is yet: it is sent by value, and imports nothing of ours before the parcel is open.
"""

import fcntl
import hashlib
import os
import shutil
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pyspark import SparkFiles

Batches = Iterator[Any]


def task(name: str, digest: str, order: bytes) -> Callable[[Batches], Batches]:
    """What the executors do with names, once the parcel of this name and digest is open."""

    def answer(batches: Batches) -> Batches:
        folder = unpacked(Path(SparkFiles.get(name)), digest, own_folder())
        import_from(folder / "house")
        from gazetteer.bulk.spark.answering import answered

        return answered(folder, order, batches)

    return answer


def own_folder() -> Path:
    """The folder of this executor that Spark removes with it."""
    return Path(os.environ.get("SPARK_LOCAL_DIRS", "").split(",")[0] or SparkFiles.getRootDirectory())


def unpacked(parcel: Path, digest: str, place: Path) -> Path:
    """The folder of an archive, unpacked by whoever comes first while the others wait; the archive is removed then."""
    folder = place / f"gazetteer-{digest[:16]}"
    with place.joinpath(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.is_dir():
            return folder
        with parcel.open("rb") as sent:
            found = hashlib.file_digest(sent, "sha256").hexdigest()
        if found != digest:
            raise ValueError(f"{parcel.name} was damaged on its way: its digest is {found}, not {digest}.")
        part = place / f"{folder.name}.part"
        shutil.rmtree(part, ignore_errors=True)
        with tarfile.open(parcel) as archive:
            archive.extractall(part, filter="data")
        part.rename(folder)
        parcel.unlink()
    return folder


def import_from(house: Path) -> None:
    """See that our code is imported from here, also in a process that served another parcel before."""
    if str(house) in sys.path[:1]:
        return
    for module in [known for known in sys.modules if known.partition(".")[0] in ("gazetteer", "migrations")]:
        del sys.modules[module]
    sys.path.insert(0, str(house))
