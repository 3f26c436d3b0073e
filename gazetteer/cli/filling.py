"""``init`` and ``import``: bring data in, and say what came of it."""

from pathlib import Path

import click

from gazetteer.cli.group import Commands, home_option, url_of_database
from gazetteer.cli.indexing import make_index_current
from gazetteer.cli.progress import progress, tell_counts
from gazetteer.importers.geonames_dump import import_geonames
from gazetteer.importers.geonames_rows import CLASSES_USUAL, FEATURES
from gazetteer.importers.initialize import initialize, set_up
from gazetteer.importers.jsonl import import_jsonl
from gazetteer.importers.rejects import default_rejects, first_rejects
from gazetteer.importers.seeds import seed_sources
from gazetteer.index import index_problem
from gazetteer.store import Engine, database_url, open_engine

FIRST = 10  # refused rows that are shown; the file has them all


@click.command()
@click.option("--without", multiple=True, metavar="SOURCE", help="Leave this source out; may be given again.")
@home_option
def init(home: Path, without: tuple[str, ...]) -> None:
    """Set a gazetteer up: migrate the database, load every source, build the index.

    A second run changes nothing; a run that was interrupted is gone on with.

    \b
    Example:
        python -m gazetteer init --without organizations
    """
    sources = seed_sources(without)
    engine = _engine(home)
    with progress() as shown:
        tallies = initialize(engine, home, sources, shown)
    tell_counts(tallies)


@click.group("import", cls=Commands)
def import_group() -> None:
    """Read entities from files into the gazetteer.

    \b
    Example:
        python -m gazetteer import jsonl people.jsonl.gz
    """


@import_group.command("jsonl")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True))
@click.option("--rejects", type=click.Path(path_type=Path, dir_okay=False), help="Where refused rows are written.")
@click.option("--no-index", is_flag=True, help="Leave the index as it is.")
@home_option
def jsonl_command(home: Path, file: Path, rejects: Path | None, no_index: bool) -> None:
    """Read JSON lines, in the seeds' form or as `export` writes them; - is standard input.

    A row that cannot be taken is refused, with its line and the reason, in NAME.rejects.jsonl
    beside the file; the rest goes in, and the exit code is 1.

    \b
    Example:
        python -m gazetteer import jsonl people.jsonl.gz
    """
    engine = _engine(home)
    target = rejects or default_rejects(file, home)
    with progress() as shown:
        counts = import_jsonl(engine, home, file, target, shown)
    tell_counts({str(file): counts})
    _leave(home, engine, [target], sum(counts.refused.values()), no_index)


@import_group.command("geonames")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--classes", default=CLASSES_USUAL, show_default=True, help="Feature classes to read, of PAHTL.")
@click.option("--no-index", is_flag=True, help="Leave the index as it is.")
@home_option
def geonames_command(home: Path, files: tuple[Path, ...], classes: str, no_index: bool) -> None:
    """Read files of GeoNames' dump: places, regions, alternate names, as .txt or .zip.

    Which file it is, its columns tell. Of the places the classes P (settlements), A (countries and
    regions) and H (rivers, lakes, seas) are read; T (mountains, islands) and L (areas) may be added.
    A line that cannot be taken is refused, as by `import jsonl`.

    \b
    Example:
        python -m gazetteer import geonames UA.zip alternateNamesV2.zip admin1CodesASCII.txt
    """
    if not classes or set(classes) - set(FEATURES):
        raise click.UsageError(f"--classes is letters of {''.join(FEATURES)}, such as {CLASSES_USUAL}.")
    engine = _engine(home)
    with progress() as shown:
        tallies = import_geonames(engine, files, classes, lambda path: default_rejects(path, home), shown)
    tell_counts(tallies)
    refused = sum(sum(counts.refused.values()) for counts in tallies.values())
    written = [path for path in dict.fromkeys(default_rejects(file, home) for file in files) if path.exists()]
    _leave(home, engine, written, refused, no_index)


def _engine(home: Path) -> Engine:
    """A database with our tables, made if it is not there."""
    engine = open_engine(database_url(home, url_of_database()))
    set_up(engine, home)
    return engine


def _leave(home: Path, engine: Engine, rejects: list[Path], refused: int, no_index: bool) -> None:
    """Index current or said to be due; refused rows shown, and in the exit code."""
    if not no_index:
        make_index_current(home, engine)
    elif problem := index_problem(home, engine):
        click.echo(problem, err=True)
    if refused:
        for path in rejects:
            for reject in first_rejects(path, FIRST):
                click.echo(f"line {reject['line']}: {reject['reason']}", err=True)
        raise click.ClickException(f"{refused:,} rows were refused; they are in {', '.join(map(str, rejects))}.")
