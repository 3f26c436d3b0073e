"""The lock by which there is one worker for a home, and by which others see that there is one."""

import fcntl
import os
from pathlib import Path

from service.bulk.folder import jobs_of

LOCK = "consumer"


def be_alone(home: Path) -> None:
    """Wait until no other process works for this home; the lock is held until this one ends."""
    jobs_of(home).mkdir(parents=True, exist_ok=True)
    file = os.open(_lock(home), os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(file, fcntl.LOCK_EX)


def is_worked_for(home: Path) -> bool:
    """Whether a living process works for this home."""
    try:
        file = os.open(_lock(home), os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(file)
    return False


def _lock(home: Path) -> Path:
    return jobs_of(home).parent / LOCK
