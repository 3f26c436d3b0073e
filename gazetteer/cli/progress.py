"""How far a long command has come: a bar on a terminal, one line a stage elsewhere; always on standard error."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from gazetteer.importers.counts import Counts


class Progress:
    """Shows the stages of a run one after the other; call it with stage, done and total."""

    def __init__(self) -> None:
        self._stage: str | None = None
        self._bar: Any = None
        self._seen = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that so much of a stage is done."""
        if stage != self._stage:
            self.end()
            self._stage = stage
            self._begin(stage, total)
        if self._bar is not None:
            self._bar.length = max(total, 1)
            self._bar.update(max(0, done - self._seen))
        self._seen = done

    def end(self) -> None:
        """Close the stage under way."""
        if self._bar is not None:
            self._bar.render_finish()
        self._bar, self._stage, self._seen = None, None, 0

    def _begin(self, stage: str, total: int) -> None:
        if sys.stderr.isatty():
            self._bar = click.progressbar(length=max(total, 1), label=f"{stage:24}", file=sys.stderr, show_pos=True)
            self._bar.render_progress()
        else:
            click.echo(f"{stage} ...", err=True)


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress whose last stage is closed at the end, however that comes."""
    shown = Progress()
    try:
        yield shown
    finally:
        shown.end()


def tell_counts(tallies: Mapping[str, Counts]) -> None:
    """The tally of each source, a line each."""
    for key, counts in tallies.items():
        click.echo(f"{key}: {counts.sentence()}", err=True)
