"""A job: one file of names made clean, from its opening to the sum that shows that no row was lost."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from gazetteer.bulk.answers import Column
from gazetteer.bulk.asking import Asking
from gazetteer.bulk.files import check_files
from gazetteer.bulk.outputs import Rejects, whole
from gazetteer.bulk.review import set_aside, write_review
from gazetteer.bulk.run import Progress, Run, Sinks
from gazetteer.bulk.runs import Place, alone, check_resumable, label_of, mark_of, write_state
from gazetteer.bulk.store import Store
from gazetteer.bulk.workers import Pool, Source
from gazetteer.collector import patient_collector
from gazetteer.errors import BadParameter, DiskFull, RowsLost, RunStopped
from gazetteer.tabular.compression import compressed, compression_named
from gazetteer.tabular.opening import ANYTHING, BINARY, CALLED, Asked, Format, Opened, format_named, open_table

ORIGINAL = "original"
CONFIDENCE = list(Column).index(Column.CONFIDENCE)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done, and where everything is."""

    source: Path | BinaryIO
    output: Path | BinaryIO
    asking: Asking
    home: Path
    place: Place
    url: str | None = None
    reading: Asked = ANYTHING
    name: str | None = None  # of the source, where it is a stream
    rejects: Path | None = None
    review: Path | None = None
    prefix: str | None = None  # of our columns; the name's column and an underscore, if none is given
    in_place: bool = False
    partial: bool = False
    resume: bool = False
    workers: int = 2

    def settings(self) -> dict[str, Any]:
        """What must be the same for a run to be gone on with."""
        return {
            "asking": asdict(self.asking),
            "reading": {**asdict(self.reading), "named": list(self.reading.named)},
            "prefix": self.prefix,
            "in_place": self.in_place,
        }

    def state(self, mark: Mapping[str, Any] | None, stamp: str | None) -> dict[str, Any]:
        """What is kept of it, so that it can be gone on with, reviewed and written again."""
        paths = {"output": self.output, "review": self.review, "rejects": self.rejects}
        told = {name: str(path.resolve()) if isinstance(path, Path) else None for name, path in paths.items()}
        return {"settings": self.settings(), "input": mark, **told} | ({} if stamp is None else {"stamp": stamp})


@dataclass(frozen=True, slots=True)
class Summary:
    """What a job came to."""

    progress: Progress
    distinct: int
    reviewed: int  # names in the review file
    unwritable: int  # cells of ours with letters that the file's encoding has not
    stamp: str  # of the answers
    spaced: int = 0  # cells of ours in which a space stands for the delimiter, as the file has no quotes
    formulas_left: int = 0  # cells with a formula, which no name replaces
    aside: Path | None = None  # where a review is now that was filled in, and stood where the new one is


Tell = Callable[[Progress], bool]
Begin = Callable[[Opened], None]


def do(job: Job, tell: Tell, begin: Begin = lambda _: None, *, stamp: str | None = None) -> Summary:
    """Do a job; `tell` hears of progress, and ends the job by answering False; `begin` sees the table first.

    With the `stamp` of a run that was finished, its output is written again from the answers it was given then and
    what a person has decided since; its review is left as it is.

    Raises:
        BadParameter: two of its files are one, or one cannot be written, or is named for another format; nothing was
            written.
        AnotherRun: another process is writing to the same output.
        RunStopped: the job was ended so; what was resolved is kept.
        RowsLost: output and rejects are not all rows of the input.
        DiskFull: there is no room for the output; nothing is left half written under its name.
    """
    check_files(
        job.source,
        {"output": job.output, "rejects": job.rejects, "review": None if stamp is not None else job.review},
        partial=job.partial,
    )
    with alone(job.place.folder), _room(job.output):
        return _kept(job, tell, begin, stamp)


def _kept(job: Job, tell: Tell, begin: Begin, stamp: str | None) -> Summary:
    """Do a job, and keep what state it is in."""
    mark = mark_of(job.source) if isinstance(job.source, Path) else None
    if job.resume:
        check_resumable(job.place.folder, job.settings(), mark)
    state = job.state(mark, stamp)
    write_state(job.place.folder, {**state, "state": "running"})
    try:
        summary = _carry_out(job, tell, begin, state)
    except (RunStopped, KeyboardInterrupt):
        write_state(job.place.folder, {**state, "state": "stopped"})
        raise
    write_state(job.place.folder, {**state, "stamp": summary.stamp, "state": "finished"})
    return summary


def _carry_out(job: Job, tell: Tell, begin: Begin, state: Mapping[str, Any]) -> Summary:
    with ExitStack() as stack:
        stack.enter_context(patient_collector())
        opened = stack.enter_context(open_table(job.source, name=job.name, asked=job.reading))
        table = opened.table
        asked = job.asking.places(table.columns)
        again = "stamp" in state
        if isinstance(job.output, Path) and not again:
            _check_named(job.output, opened.format)
        begin(opened)
        pool = stack.enter_context(Pool(Source(job.home, job.url, job.asking), job.workers))
        stamp = state["stamp"] if again else pool.stamp()
        store = stack.enter_context(Store(job.place.folder, job.place.answers, stamp, counted=again))
        store.begin()
        run = Run(pool, store, stamp)
        run.progress.size = opened.size
        with _outputs(job) as (out, rejects):
            ours = added(table.columns[asked[0]], job.prefix, in_place=job.in_place)
            writer = table.writer(out, ours, numbers=ours[CONFIDENCE : CONFIDENCE + 1])
            for progress in run.rows(opened, asked, Sinks(writer, rejects, job.in_place)):
                if not tell(progress):
                    raise RunStopped(f"Stopped after {progress.records:,} rows; --resume goes on from there.")
            writer.end()
            check_sum(run.progress, opened)
        reviewed, aside = 0, None
        if job.review is not None and not again:
            aside = set_aside(job.review)
            label = label_of(job.place, {**state, "stamp": stamp})
            reviewed = write_review(store, tuple(job.asking.context), job.review, label, pool.map)
        return Summary(
            run.progress,
            store.distinct(),
            reviewed,
            unwritable=getattr(writer, "replaced", 0),
            stamp=stamp,
            spaced=getattr(writer, "spaced", 0),
            formulas_left=getattr(writer, "formulas_left", 0),
            aside=aside,
        )


def _check_named(output: Path, format: Format) -> None:
    """See that the output, which is written in the format of the input, is not named as one of another.

    Raises:
        BadParameter: it is.
    """
    if format_named(output.name) not in (None, format):
        inner, packing = compression_named(output.name)
        right = f"{PurePath(inner).stem}.{format}" + (f".{packing}" if packing else "")
        raise BadParameter(
            f"The output is written in the format that the input has, and {output.name} would be {CALLED[format]},"
            f" whatever its name; name it as in {right}."
        )


def added(column: str, prefix: str | None, *, in_place: bool) -> tuple[str, ...]:
    """The names of our columns beside this one."""
    prefix = f"{column}_" if prefix is None else prefix
    names = (ORIGINAL, *list(Column)[1:]) if in_place else tuple(Column)
    return tuple(f"{prefix}{name}" for name in names)


def check_sum(progress: Progress, opened: Opened) -> None:
    """See that all rows that were read were written or rejected.

    Raises:
        RowsLost: they were not.
    """
    decided = sum(progress.decisions.values()) + progress.blank
    if progress.taken != progress.records or decided != progress.rows:
        raise RowsLost(
            f"{progress.taken:,} rows were read, {progress.rows:,} written and {progress.rejects:,} rejected: that is a"
            " bug, and no output is left."
        )
    if opened.format not in BINARY and opened.size is not None and opened.position() != opened.size:
        raise RowsLost(
            f"The input has {opened.size:,} bytes, of which {opened.position():,} were read: it was changed while it"
            " was read, or that is a bug. No output is left; run it again."
        )


@contextmanager
def _outputs(job: Job) -> Iterator[tuple[BinaryIO, Rejects]]:
    """Where rows go and where rejects go; a file of rejects is left only if there are any."""
    with ExitStack() as stack:
        rejected = job.rejects or job.place.folder / "rejects.csv"
        rejects = Rejects(stack.enter_context(whole(rejected)))
        if isinstance(job.output, Path):
            file = stack.enter_context(whole(job.output, partial=job.partial))
            out = stack.enter_context(compressed(file, compression_named(job.output.name)[1]))
        else:
            out = job.output
        yield out, rejects
    if not rejects.count:
        rejected.unlink(missing_ok=True)


@contextmanager
def _room(output: object) -> Iterator[None]:
    """A full disk said in a sentence."""
    try:
        yield
    except OSError as failed:
        if failed.errno not in NO_ROOM:
            raise
        raise DiskFull(_full(output)) from failed
    except sqlite3.OperationalError as failed:
        if "full" not in str(failed):
            raise
        raise DiskFull(_full(output)) from failed


def _full(output: object) -> str:
    return f"There is no room left on the disk to write {output}; make some, then go on with --resume."
