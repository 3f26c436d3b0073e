"""Looking after the jobs: those whose time is over lose their files, those that fell out of the queue are put back."""

import time

from service.bulk import steps
from service.bulk.folder import folders, forget_cut_off
from service.bulk.queue import Queue
from service.bulk.record import GONE, State
from service.config import Settings

CUT_OFF = 3600.0  # seconds without a byte after which an upload is nobody's any more
REMEMBERED = 30 * 24 * 3600.0  # seconds for which one is told that a job is gone, and why


def sweep(settings: Settings, queue: Queue) -> None:
    """Look at every job once."""
    waiting = queue.waiting()
    for folder in folders(settings.home):
        try:
            record = steps.stands(folder, settings.bulk.kept)
        except FileNotFoundError:
            continue  # another has removed it meanwhile
        if record.state is State.QUEUED and folder.id not in waiting:
            queue.put(folder.id)
        if record.state in GONE and record.changed + REMEMBERED < time.time():
            folder.remove()
    forget_cut_off(settings.home, time.time() - CUT_OFF)
