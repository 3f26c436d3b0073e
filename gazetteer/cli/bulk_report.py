"""What ``bulk`` shows on standard error: how the file is read, how far it has come, and what it came to."""

import sys
from pathlib import Path
from typing import NoReturn, Self

import click
from tqdm import tqdm

from gazetteer.bulk.counting import counted
from gazetteer.bulk.job import Job, Summary
from gazetteer.bulk.notices import notices
from gazetteer.bulk.run import Progress
from gazetteer.cli.terminal import coloured
from gazetteer.tabular.opening import CALLED, Opened


def tell_opened(name: str, opened: Opened) -> None:
    """How the file is read, and why."""
    click.echo(f"{'Standard input' if name == '-' else name} is read as {CALLED[opened.format]}.", err=True)
    if opened.survey is not None:
        for finding in opened.survey.findings:
            click.echo(f"  {finding.what}: {finding.value}; {finding.why}", err=True)
    for note in (*opened.read, *opened.notes):
        click.echo(f"  {note}", err=True)


class Bar:
    """A bar of the bytes read, with the rows and the counts of decisions; a line now and then where no terminal is."""

    def __init__(self) -> None:
        self._rows = self._names = 0
        self._bar: tqdm[NoReturn] | None = None

    def __call__(self, progress: Progress) -> bool:
        """Show how far the job has come; it goes on."""
        self._rows, self._names = progress.records, progress.resolved
        bar = self._bar = self._bar if self._bar is not None else _bar(progress)
        counts = {"names": progress.resolved, "rows": progress.records} | dict(sorted(progress.decisions.items()))
        bar.set_postfix_str(", ".join(f"{said}={count:,}" for said, count in counts.items()), refresh=False)
        bar.update(progress.read - bar.n)
        return True

    def stopped(self) -> str:
        """How far a job had come that was stopped."""
        if self._rows:
            return f"Stopped after {counted(self._rows, 'row')}"
        return f"Stopped before the first row was written, with {counted(self._names, 'name')} resolved"

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _bar(progress: Progress) -> "tqdm[NoReturn]":
    """A bar that is drawn five times a second, or every ten seconds into a file."""
    interval = 0.2 if sys.stderr.isatty() else 10.0
    return tqdm(total=progress.size, unit="B", unit_scale=True, mininterval=interval, file=sys.stderr)


def tell_summary(job: Job, summary: Summary) -> None:
    """What the job came to, and the sum that shows that no row is lost."""
    told = summary.progress
    counts = ", ".join(f"{count:,} {decision}" for decision, count in told.decisions.most_common())
    blank = f", {told.blank:,} blank" if told.blank else ""
    click.echo(
        f"{counted(told.rows, 'row')} with {counted(summary.distinct, 'distinct name')}: {counts or 'none'}{blank}.",
        err=True,
    )
    click.echo(f"Rows in: {told.taken:,} = {told.rows:,} written + {told.rejects:,} rejected.", err=True)
    for sentence in notices(job.asking, summary):
        click.secho(sentence, err=True, bold=(sentence.startswith("WARNING") and coloured(err=True)) or None)
    if told.rejects:
        click.echo(f"The rejected rows, with the reasons, are in {job.rejects or 'rejects.csv'}.", err=True)
    if summary.unwritable:
        click.echo(
            f"{summary.unwritable:,} of our cells have letters that the file's encoding has not; they are written with"
            " the nearest it has (n for ń), or as &#1082; and the like. Save the file in UTF-8 first to have them"
            " as they are.",
            err=True,
        )
    if job.review is not None:
        click.echo(f"{counted(summary.reviewed, 'name')} for a person to look at: in {job.review}.", err=True)
    if summary.aside is not None:
        click.echo(f"The review that stood there has decisions; it is now {summary.aside}, to be applied.", err=True)
    if isinstance(job.output, Path):
        click.echo(f"Written: {job.output}", err=True)
