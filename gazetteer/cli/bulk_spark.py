"""``bulk --engine spark``: a column of names in any table that Spark can read, made clean on any number of machines."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gazetteer.bulk.files import check_apart, check_writable
from gazetteer.bulk.said import asking_of
from gazetteer.cli.bulk_asking import CONTEXT, asking_options
from gazetteer.cli.group import home_option, url_of_database
from gazetteer.errors import BadParameter, MissingLibrary

if TYPE_CHECKING:
    from gazetteer.bulk.spark.job import SparkJob, SparkSummary

MODES = ("new", "append", "overwrite")
NO_FOLDERS = ("table", "jdbc")
CSV = "csv"
SENT_EVERYWHERE = 100_000


@click.command("spark")
@click.argument("source")
@asking_options
@click.option("-o", "--output", required=True, help="Where the table goes: a folder or URL, or the name of a table.")
@click.option("--format", "format_", help="The format of the source: csv, parquet, json, orc, table, jdbc, or another.")
@click.option("--option", "options", multiple=True, metavar="KEY=VALUE", help="An option of Spark's reader.")
@click.option("--to-format", help="The format of the output; that of the source if not given.")
@click.option("--to-option", "to_options", multiple=True, metavar="KEY=VALUE", help="An option of Spark's writer.")
@click.option("--partition-by", default="", help="Columns by which the output is parted into folders, as in cc,year.")
@click.option("--mode", type=click.Choice(MODES), default="new", help="What to do where there is something already.")
@click.option("--prefix", help="What the names of our columns begin with; the column's name and _ if not given.")
@click.option(
    "--in-place", is_flag=True, help="Write the canonical name into the column itself, and keep the original."
)
@click.option(
    "--rejects", help="A folder for rows that cannot be read; beside an output that is a folder, if not given."
)
@click.option(
    "--review",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file on this machine for what a person should see.",
)
@click.option("--answers", help="A folder of answers that runs share: what is there is not asked again.")
@click.option(
    "--broadcast",
    type=click.IntRange(0),
    default=SENT_EVERYWHERE,
    show_default=True,
    help="Send the answers to every executor if they are no more; the rows then stay in their order.",
)
@click.option("--master", help="Where Spark runs, as in local[4] or spark://HOST:7077; not needed with spark-submit.")
@click.option("--conf", multiple=True, metavar="KEY=VALUE", help="A setting of Spark.")
@home_option
def spark_command(source: str, home: Path, **said: Any) -> None:
    """Clean a table on Spark: what `bulk --engine spark FILE` does.

    Options of a jdbc source or output are given with --option and --to-option, as in url=jdbc:postgresql://HOST/NAME;
    the argument is then the name of the table.

    \b
    Example:
        python -m gazetteer bulk spark cities.parquet --column city -o clean.parquet --master "local[4]"
    """
    try:
        from gazetteer.bulk.spark.job import clean
        from gazetteer.bulk.spark.session import session
    except ModuleNotFoundError as missing:
        raise MissingLibrary(
            f"The Spark engine needs the library {missing.name}, which is not installed here; install it with "
            "`pip install --no-binary pyspark -r requirements-spark.txt`, or leave out --engine spark."
        ) from missing
    job = _job(source, home, said)
    with session(said["master"], _pairs("--conf", said["conf"])) as spark:
        summary = clean(spark, job, lambda line: click.echo(line, err=True))
    _tell(job, summary)
    if summary.rejected:
        click.get_current_context().exit(1)


def _job(source: str, home: Path, said: dict[str, Any]) -> "SparkJob":
    from gazetteer.bulk.spark.job import SparkJob
    from gazetteer.bulk.spark.joining import Sizes
    from gazetteer.bulk.spark.sinks import Mode, Sink
    from gazetteer.bulk.spark.sources import Place, format_of

    read = said["format_"] or format_of(source)
    if read is None:
        raise BadParameter(f"The format of {source} is not to be seen from its name; add --format csv, or another.")
    output = said["output"]
    written = said["to_format"] or format_of(output) or read
    if output == source and written == read:
        raise BadParameter(f"{source} is named as the output too; it needs a place of its own.")
    rejects = said["rejects"] or _beside(output, written)
    places = {"input": _here(source, read), "output": _here(output, written), "rejects": _here(rejects, CSV)}
    check_apart(places | {"review": said["review"]})
    check_writable("review", said["review"])
    return SparkJob(
        source=Place(source, read, _pairs("--option", said["options"])),
        sink=Sink(
            Place(output, written, _pairs("--to-option", said["to_options"])),
            Mode(said["mode"]),
            [part.strip() for part in said["partition_by"].split(",") if part.strip()],
        ),
        asking=asking_of(said, CONTEXT),
        home=home,
        url=url_of_database(),
        prefix=said["prefix"],
        in_place=said["in_place"],
        answers=said["answers"],
        review=said["review"],
        rejects=rejects,
        sizes=Sizes(sent_everywhere=said["broadcast"]),
    )


def _beside(output: str, format: str) -> str | None:
    """The folder for rejects beside an output, where that is a folder itself."""
    return None if format in NO_FOLDERS else f"{output.rstrip('/')}.rejects"


def _here(place: str | None, format: str) -> Path | None:
    """Where a place is on this machine, as far as its name tells."""
    if place is None or format in NO_FOLDERS:
        return None
    path = place.removeprefix("file://")
    return None if "://" in path or path.startswith("file:") else Path(path)


def _pairs(option: str, words: tuple[str, ...]) -> dict[str, str]:
    """Options as in key=value."""
    for word in words:
        if "=" not in word:
            raise BadParameter(f"{option} takes KEY=VALUE, as in header=true, not {word!r}.")
    return dict(word.split("=", 1) for word in words)


def _tell(job: "SparkJob", summary: "SparkSummary") -> None:
    """What the job came to, and the sum that shows that no row is lost."""
    counted = summary.counted
    decisions = ", ".join(f"{count:,} {decision}" for decision, count in summary.decisions.items())
    click.echo(f"{counted.rows:,} rows with {counted.distinct:,} distinct names: {decisions or 'none'}.", err=True)
    if job.answers is not None:
        click.echo(f"{summary.resolved:,} names were new; the others' answers were in {job.answers}.", err=True)
    taken = counted.rows + counted.unreadable
    click.echo(f"Rows in: {taken:,} = {summary.written:,} written + {summary.rejected:,} rejected.", err=True)
    if summary.rejected:
        click.echo(f"The rejected rows, with the reasons, are in {job.rejects}.", err=True)
    if summary.reviewed is not None:
        click.echo(f"{summary.reviewed.names:,} names for a person to look at are in {job.review}.", err=True)
        if summary.reviewed.aside is not None:
            click.echo(f"The review that stood there has decisions; it is now {summary.reviewed.aside}.", err=True)
    click.echo(f"Written: {job.sink.to.place}", err=True)
