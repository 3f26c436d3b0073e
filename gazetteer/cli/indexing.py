"""``index``: build it and look at it; and how the other commands leave it current."""

from pathlib import Path

import click

from gazetteer.cli.group import Commands, home_option, url_of_database
from gazetteer.cli.progress import progress
from gazetteer.errors import IndexMissing
from gazetteer.index import build_index, index_problem, open_index
from gazetteer.store import Engine, check_revision, check_schema, database_url, open_engine


def open_database(home: Path) -> Engine:
    """The database of this home, checked.

    Raises:
        GazetteerNotReady: it is missing, or of another version.
    """
    engine = open_engine(database_url(home, url_of_database()))
    check_schema(engine)
    check_revision(engine)
    return engine


def make_index_current(home: Path, engine: Engine) -> bool:
    """Build the index if the one there may not be answered from; whether it was built.

    A few changed entities are no reason: they are taken in when the index is opened.
    """
    try:
        open_index(home, engine)
    except IndexMissing as why:
        click.echo(f"Building the index: {str(why).partition(';')[0].rstrip('.')}.", err=True)
        build(home, engine)
        return True
    return False


def build(home: Path, engine: Engine) -> Path:
    """Build the index and show how far it is."""
    with progress() as shown:
        return build_index(engine, home, lambda stage, done, total: shown(f"index: {stage}", done, total))


@click.group("index", cls=Commands)
def index_group() -> None:
    """Build the index of names, or say whether it is current.

    \b
    Example:
        python -m gazetteer index status
    """


@index_group.command("build")
@home_option
def build_command(home: Path) -> None:
    """Build the index from the database and take it into use.

    \b
    Example:
        python -m gazetteer index build
    """
    engine = open_database(home)
    click.echo(build(home, engine))


@index_group.command("status")
@home_option
def status_command(home: Path) -> None:
    """Say whether the index is current, and what it holds; exit code 1 if it is not.

    \b
    Example:
        python -m gazetteer index status
    """
    engine = open_database(home)
    problem = index_problem(home, engine)
    if problem:
        raise click.ClickException(problem)
    index = open_index(home, engine)
    held = ", ".join(f"{number:,} {what}" for what, number in index.counts().items())
    click.echo(f"The index is current: version {index.version}, {held}.")
