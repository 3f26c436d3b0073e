"""Word tables on disk: a language's words are counted once, and then mapped by every process of the gazetteer.

They follow from the word lists and the rules of folding alone, so that any of them may be deleted at any time.
"""

import hashlib
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import mkstemp
from zlib import crc32

import numpy as np

from gazetteer.index.layout import checksum, code_of
from gazetteer.index.spread import spread
from gazetteer.text.words import READY, Table, count_words

# What is in a table depends on these.
RULES = ("text/clean.py", "text/words.py")


def keep_word_tables(home: Path, progress: Callable[[str, int, int], None]) -> None:
    """Count what is not counted yet of the languages that documents are likely to need; older tables go."""
    folder = _folder(home)
    for other in folder.parent.glob("*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    missing = [language for language in READY if _kept(folder, language) is None]
    with spread(min(2, os.cpu_count() or 1, len(missing))) as over_workers:
        for done, table in enumerate(over_workers(count_words, missing), 1):
            _keep(folder, missing[done - 1], table)
            progress("words", done, len(missing))


def word_table(home: Path, language: str) -> Table:
    """The table of a language: mapped, or counted and kept for the next process if this home can be written."""
    folder = _folder(home)
    table = _kept(folder, language)
    if table is None:
        table = count_words(language)
        try:
            _keep(folder, language, table)
        except OSError:
            return table  # a home that may only be read, or is full: the answer is the same
    return table


def _folder(home: Path) -> Path:
    mark = hashlib.sha256(f"{version('wordfreq')} {unicodedata.unidata_version} {sys.byteorder}".encode())
    for code in code_of(RULES):
        mark.update(code)
    return home / "words" / mark.hexdigest()[:12]


def _kept(folder: Path, language: str) -> Table | None:
    """The table of a language that is there and as it was written."""
    for file in folder.glob(f"{language}.*.npy"):
        if file.name == _name(language, checksum(file)):
            table: Table = np.load(file, mmap_mode="r", allow_pickle=False).view(np.ndarray)
            return table
    return None


def _keep(folder: Path, language: str, table: Table) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    content = BytesIO()
    np.save(content, table, allow_pickle=False)
    number, fresh = mkstemp(prefix=f"{language}.", dir=folder)
    try:
        with open(number, "wb") as file:
            file.write(content.getbuffer())
        Path(fresh).chmod(0o644)
        Path(fresh).replace(folder / _name(language, crc32(content.getbuffer())))
    finally:
        Path(fresh).unlink(missing_ok=True)


def _name(language: str, checked: int) -> str:
    """The name of a table's file, by which one that was changed is known."""
    return f"{language}.{checked:08x}.npy"
