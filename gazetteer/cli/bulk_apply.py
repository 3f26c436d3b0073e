"""``bulk apply``: what was filled into a review goes into the output, and, when asked, into the gazetteer."""

from pathlib import Path

import click

from gazetteer.bulk.applying import Applied, apply, run_of
from gazetteer.bulk.choosing import RIGHT
from gazetteer.bulk.counting import counted
from gazetteer.bulk.files import check_different
from gazetteer.bulk.job import do
from gazetteer.bulk.reopening import Kept, reopen
from gazetteer.bulk.review import read_review
from gazetteer.bulk.teaching import teach
from gazetteer.cli.bulk_report import Bar
from gazetteer.cli.group import home_option, url_of_database
from gazetteer.cli.indexing import open_database
from gazetteer.errors import BadParameter, BadReview
from gazetteer.store import Engine

gazetteer_option = click.option(
    "--gazetteer", is_flag=True, help="Tell the gazetteer too: judgements, and variants as names."
)


@click.command("apply")
@click.argument("review", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output", help="The output that the review is of, where the review does not say; alone, writes it anew."
)
@gazetteer_option
@home_option
def apply_command(review: Path | None, output: str | None, gazetteer: bool, home: Path) -> None:
    """Apply a review that was filled in: its decisions go into the output, which is written anew.

    \b
    Example:
        python -m gazetteer bulk apply review.csv --gazetteer
    """
    engine = open_database(home)
    lines = list(read_review(review)) if review is not None else []
    if review is not None and not lines:
        raise BadReview(f"Nothing is decided in {review}: its column decision is empty; {RIGHT}.")
    said = output or run_of(lines)
    if said is None:
        raise BadParameter(
            f"{review or 'This'} does not say of which run it is; name the output, as in --output out.csv."
        )
    kept = reopen(home, said, url=url_of_database())
    kept.check_writable()
    if review is not None:
        _check_apart(review, kept)
        tell_applied(apply(kept, lines, engine))
    finish(kept, engine, gazetteer=gazetteer)


def _check_apart(review: Path, kept: Kept) -> None:
    """See that the review is none of the files that are read or written beside it."""
    if kept.job is not None:
        check_different(
            {"input": kept.job.source, "output": kept.output, "rejects": kept.job.rejects, "review": review}
        )


def tell_applied(applied: Applied) -> None:
    """How many names were decided."""
    nobody = applied.decided - applied.linked
    click.echo(
        f"{counted(applied.decided, 'name')} decided: {applied.linked:,} linked, {nobody:,} nobody;"
        f" {applied.new:,} of them new or decided anew.",
        err=True,
    )


def finish(kept: Kept, engine: Engine, *, gazetteer: bool) -> None:
    """Write the output of a run anew, and tell the gazetteer what was decided, if asked."""
    if kept.job is None:
        click.echo(
            "What was decided is kept; a run from standard input, to standard output or on Spark is not written again"
            " here: run the same command again to have it in the output.",
            err=True,
        )
    else:
        with Bar() as bar:
            summary = do(kept.job, bar, stamp=kept.stamp)
        click.echo(f"Written: {kept.output}, {counted(summary.progress.rows, 'row')}.", err=True)
    if gazetteer:
        with kept.store() as store:
            taught = teach(engine, store, kept.asking)
        click.echo(
            f"Told to the gazetteer: {counted(taught.judgements, 'new judgement')},"
            f" {counted(taught.names, 'new name')}.",
            err=True,
        )
        if taught.kept_back:
            click.echo(
                f"{counted(taught.kept_back, 'time')} nobody was said of a name in its context; that holds in this run"
                " alone.",
                err=True,
            )
