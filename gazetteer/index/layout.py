"""The files of a snapshot: written beside, checked, then taken into use by one rename.

A snapshot is immutable. Its manifest holds the checksum of each file and the fingerprint of the
data and rules it was built from; one that does not agree is never answered from.
"""

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gazetteer.errors import IndexMissing
from gazetteer.languages import fingerprint_text

CURRENT = "CURRENT"
MANIFEST = "manifest.json"
BUILDING = "building-"
ROOM = Path(__file__).parents[1]
# Code whose change makes keys and readings come out differently.
RULE_CODE = ("keys.py", "text", "romanization", "index")
REBUILD = "run `python -m gazetteer index build`"
CHUNK = 1 << 22


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself."""

    rules: str
    gazetteer_id: str
    version: int
    counts: Mapping[str, int]
    built: str
    files: Mapping[str, int]


def rules_fingerprint() -> str:
    """A mark of all data and code that readings and keys depend on."""
    mark = hashlib.sha256(fingerprint_text().encode())
    for code in code_of(RULE_CODE):
        mark.update(code)
    for room in ("text", "romanization"):
        for file in sorted((ROOM / room).glob("*.toml")):
            mark.update(file.read_bytes())
    return mark.hexdigest()[:16]


def code_of(names: Iterable[str]) -> Iterator[bytes]:
    """The code of these modules and packages of the program, file by file."""
    for name in names:
        path = ROOM / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield file.read_bytes()


def folder(home: Path) -> Path:
    """Where the snapshots of this gazetteer lie."""
    return home / "index"


def write_snapshot(home: Path, arrays: Mapping[str, Any], texts: Mapping[str, bytes], about: Mapping[str, Any]) -> Path:
    """Write a snapshot and make it the current one; older ones are removed."""
    root = folder(home)
    root.mkdir(parents=True, exist_ok=True)
    _clear_up(root)
    fresh = root / f"{BUILDING}{os.getpid()}"
    fresh.mkdir()
    for name, array in arrays.items():
        np.save(fresh / f"{name}.npy", array, allow_pickle=False)
    for name, blob in texts.items():
        (fresh / f"{name}.bin").write_bytes(blob)
    files = {path.name: checksum(path) for path in sorted(fresh.iterdir())}
    manifest = json.dumps({**about, "files": files}, indent=1, sort_keys=True)
    (fresh / MANIFEST).write_text(manifest, encoding="utf-8")
    target = root / _name_of(manifest.encode())
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    mark = root / f"{CURRENT}.{os.getpid()}"
    mark.write_text(target.name, encoding="utf-8")
    mark.replace(root / CURRENT)
    for old in root.glob("snapshot-*"):
        if old != target:
            shutil.rmtree(old, ignore_errors=True)
    return target


def _clear_up(root: Path) -> None:
    """Remove what builds left behind that were killed, or have the number of this process."""
    for left in root.glob(f"{BUILDING}*"):
        number = left.name.removeprefix(BUILDING)
        if number == str(os.getpid()) or not (number.isdigit() and _is_running(int(number))):
            shutil.rmtree(left, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def current(home: Path) -> Path:
    """The folder of the snapshot in use.

    Raises:
        IndexMissing: there is none.
    """
    try:
        name = (folder(home) / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError) as missing:
        raise IndexMissing(f"There is no index yet; {REBUILD}.") from missing
    path = folder(home) / name
    if not name.startswith("snapshot-") or not path.is_dir():
        raise IndexMissing(f"The index that {CURRENT} names is gone; {REBUILD}.")
    return path


def read_manifest(path: Path) -> Manifest:
    """What the snapshot in this folder says of itself.

    Raises:
        IndexMissing: it cannot be read.
    """
    try:
        written = (path / MANIFEST).read_bytes()
        manifest = Manifest(**json.loads(written))
    except (OSError, ValueError, TypeError) as broken:
        raise IndexMissing(f"The index has no readable manifest ({broken}); {REBUILD}.") from broken
    if path.name != _name_of(written):
        raise IndexMissing(f"The index's manifest is damaged; {REBUILD}.")
    return manifest


def _name_of(manifest: bytes) -> str:
    """The name of a snapshot's folder, by which a manifest that was changed is known."""
    return "snapshot-" + hashlib.sha256(manifest).hexdigest()[:12]


def check_files(path: Path, manifest: Manifest) -> None:
    """Nothing, if every file is as it was written.

    Raises:
        IndexMissing: a file is missing or its checksum differs.
    """
    for name, wanted in manifest.files.items():
        try:
            found = checksum(path / name)
        except OSError as missing:
            raise IndexMissing(f"The index lacks its file {name}; {REBUILD}.") from missing
        if found != wanted:
            raise IndexMissing(f"The index file {name} is damaged; {REBUILD}.")


def checksum(path: Path) -> int:
    """CRC-32 of a file."""
    value = 0
    with path.open("rb") as content:
        while chunk := content.read(CHUNK):
            value = zlib.crc32(chunk, value)
    return value
