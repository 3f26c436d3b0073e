"""The work on one job, from the queue to its end: the engine's `do`, with every end told in the job's record.

A worker that is killed leaves a job that says it is running and that nobody works on; it is taken up again, from the
first row, with the answers that are there already.
"""

import sys
import traceback
from pathlib import Path

from gazetteer.bulk.job import Job, do
from gazetteer.bulk.notices import notices
from gazetteer.bulk.runs import Place
from gazetteer.bulk.said import asking_of, reading_of
from gazetteer.errors import DiskFull, GazetteerError, RunStopped
from gazetteer.tabular.compression import Compression
from gazetteer.tabular.opening import Format
from service.bulk import steps
from service.bulk.folder import Folder, folder_of
from service.bulk.naming import kept_as, result_name
from service.bulk.picture import picture_and_review
from service.bulk.progress import Teller
from service.bulk.record import Record
from service.bulk.room import SENTENCE
from service.bulk.samples import keep_samples
from service.config import Settings

PATIENCE = 2.0  # seconds for which somebody may look whether the job is worked on
BUG = "Something went wrong here, through no fault of the file; the log of the service says where."


def work(settings: Settings, job: str) -> None:
    """Do a job, unless it is done, gone, or in other hands."""
    folder = folder_of(settings.home, job)
    if folder is None:
        return
    with folder.working(PATIENCE) as alone:
        record = steps.begin(folder) if alone else None
        if record is None:
            return
        try:
            _do(settings, folder, record)
        except RunStopped:
            steps.left(folder)
        except DiskFull:
            steps.fail(folder, SENTENCE)
        except GazetteerError as wrong:
            steps.fail(folder, str(wrong))
        except BaseException as bug:
            steps.fail(folder, BUG)
            _log(bug)
            raise


def _do(settings: Settings, folder: Folder, record: Record) -> None:
    tell = Teller(folder)
    job = job_of(settings, folder, record)
    # Once finished and asked for again, it is written from the answers it was given then, and what people decided.
    summary = do(job, tell, stamp=(record.came_to or {}).get("stamp"))
    told = tell.keep(summary.progress)
    came_to = {
        "distinct": summary.distinct,
        "unwritable": summary.unwritable,
        "stamp": summary.stamp,
        "progress": told,
        "notices": list(notices(job.asking, summary)),
        "result": result_of(record),
        **picture_and_review(job, summary),
    }
    keep_samples(folder, job, summary.stamp)
    steps.finish(folder, came_to)


def job_of(settings: Settings, folder: Folder, record: Record) -> Job:
    """The engine's job: where everything is, and what was said."""
    home = settings.home.resolve()
    return Job(
        source=folder.upload,
        name=record.name,
        output=folder.path / kept_as(result_of(record)),
        asking=asking_of(record.said),
        home=home,
        place=Place(folder.run, answers_of(settings)),
        url=settings.database_url,
        reading=reading_of(record.said),
        rejects=folder.rejects,
        review=folder.review,
        prefix=record.said.get("prefix"),
        in_place=bool(record.said.get("in_place")),
        workers=settings.bulk.workers,
    )


def answers_of(settings: Settings) -> Path:
    """Where the answers are that all jobs share."""
    return settings.home.resolve() / "bulk" / "answers"


def result_of(record: Record) -> str:
    """What the result of a job is called."""
    guess = record.guess or {}
    packed = guess.get("compression")
    return result_name(record.name, Format(guess["format"]), Compression(packed) if packed else None)


def _log(bug: BaseException) -> None:
    """Where a bug is and of what type; its message may hold a name."""
    frames = "".join(traceback.format_tb(bug.__traceback__))
    print(f"A job failed with {type(bug).__module__}.{type(bug).__qualname__}\n{frames}", file=sys.stderr, flush=True)
