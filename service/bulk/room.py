"""A full disk, told in a sentence that whoever uses the service can do something with."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from gazetteer.errors import DiskFull

SENTENCE = "There is no room left on the service's disk, and nothing half written is kept; try again later."


@contextmanager
def room() -> Iterator[None]:
    """Whatever is written here needs room.

    Raises:
        DiskFull: there is none.
    """
    try:
        yield
    except OSError as failed:
        if failed.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise DiskFull(SENTENCE) from failed
    except sqlite3.OperationalError as failed:
        if "full" not in str(failed):
            raise
        raise DiskFull(SENTENCE) from failed
