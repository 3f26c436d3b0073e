"""The write-ahead log of an SQLite file, turned on whoever else opens the file just now."""

import sqlite3
import time
from collections.abc import Callable

PAUSE = 0.01  # seconds


def use_wal(execute: Callable[[str], object], patience: float, schema: str = "main") -> None:
    """Turn the write-ahead log on, through the `execute` of a connection or a cursor; within `patience` seconds.

    Of two that turn it on in a new file at once SQLite refuses one, whatever its busy timeout: it tries again.

    Raises:
        sqlite3.OperationalError: the file is still locked after that time, or cannot be written.
    """
    until = time.monotonic() + patience
    while True:
        try:
            execute(f"pragma {schema}.journal_mode = wal")
            return
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy) or time.monotonic() > until:
                raise
        time.sleep(PAUSE)
