"""``bulk``: a column of names in a file of any size made clean, beside what was there."""

import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from gazetteer.bulk.job import Job, do
from gazetteer.bulk.run import Progress
from gazetteer.bulk.runs import place_of
from gazetteer.bulk.said import asking_of, reading_of
from gazetteer.cli.bulk_apply import apply_command
from gazetteer.cli.bulk_asking import CONTEXT, asking_options
from gazetteer.cli.bulk_report import Bar, tell_opened, tell_summary
from gazetteer.cli.bulk_review import review_command
from gazetteer.cli.bulk_spark import spark_command
from gazetteer.cli.group import Commands, home_option, url_of_database
from gazetteer.cli.interrupts import heeded
from gazetteer.errors import BadParameter
from gazetteer.tabular.opening import Format

STOPPED = 130
# Each engine, and the command that has its options.
ENGINES = {"local": "clean", "spark": "spark"}


class BulkCommands(Commands):
    """A group whose first argument is a file, or one of its commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what is no command for the file of the engine that is asked for, that of one machine if none is."""
        engine, args = engine_asked(args)
        if engine is not None or (args and args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [ENGINES[engine or "local"], *args]
        return super().parse_args(ctx, args)


def engine_asked(args: list[str]) -> tuple[str | None, list[str]]:
    """The engine that an option among these names, and the other arguments.

    >>> engine_asked(["a.csv", "--engine", "spark", "--column", "city"])
    ('spark', ['a.csv', '--column', 'city'])
    """
    words = [part for word in args for part in (word.split("=", 1) if word.startswith("--engine=") else [word])]
    if "--engine" not in words:
        return None, args
    place = words.index("--engine")
    engine = next(iter(words[place + 1 :]), "")
    if engine not in ENGINES:
        raise BadParameter(f"There is no engine {engine!r}; --engine takes {' or '.join(ENGINES)}.")
    return engine, words[:place] + words[place + 2 :]


@click.group("bulk", cls=BulkCommands)
def bulk_group() -> None:
    """Clean a column of names in a file of any size: each row comes back with what its name means beside it.

    With --engine spark Apache Spark does the work, on any number of machines; `bulk spark --help` has its options.

    \b
    Example:
        python -m gazetteer bulk cities.csv --column city -o out.csv --review review.csv
    """


bulk_group.add_command(apply_command)
bulk_group.add_command(review_command)


@bulk_group.command("clean")
@click.argument("file")
@asking_options
@click.option("-o", "--output", required=True, help="The file to write; - for standard output.")
@click.option("--review", type=click.Path(dir_okay=False, path_type=Path), help="A file for what a person should see.")
@click.option("--rejects", type=click.Path(dir_okay=False, path_type=Path), help="A file for rows that cannot be read.")
@click.option("--prefix", help="What the names of our columns begin with; the column's name and _ if not given.")
@click.option(
    "--in-place", is_flag=True, help="Write the canonical name into the column itself, and keep the original."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice([str(one) for one in Format], case_sensitive=False),
    help="The format, where it is not to be guessed.",
)
@click.option("--sheet", help="The sheet of a workbook, by name or number.")
@click.option("--encoding", help="The encoding, where it is not to be guessed.")
@click.option("--delimiter", help="The delimiter; tab may be written \\t.")
@click.option("--quote", help="The quote character; an empty one if there is none.")
@click.option("--header/--no-header", default=None, help="Whether the first line names the columns.")
@click.option(
    "--header-row",
    type=click.IntRange(1, 1_000),
    help="The line or row that names the columns, below titles and notes.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes that resolve names."
)
@click.option("--partial", is_flag=True, help="Let the output stand under its name while it grows.")
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped.")
@home_option
def clean_command(file: str, output: str, home: Path, **said: Any) -> None:
    """Clean a file: what `bulk FILE` does.

    \b
    Example:
        python -m gazetteer bulk clean cities.csv --column city -o out.csv
    """
    source = _source(file)
    out = Path(output) if output != "-" else sys.stdout.buffer
    job = Job(
        source=source,
        output=out,
        asking=asking_of(said, CONTEXT),
        home=home,
        place=place_of(home, out if isinstance(out, Path) else None),
        url=url_of_database(),
        reading=reading_of({**said, "format": said["format_"]}),
        rejects=said["rejects"] or _beside(out),
        review=said["review"],
        prefix=said["prefix"],
        in_place=said["in_place"],
        partial=said["partial"],
        resume=said["resume"],
        workers=said["workers"],
    )
    with heeded() as interrupts, Bar() as bar:

        def tell(progress: Progress) -> bool:
            interrupts()
            return bar(progress)

        try:
            summary = do(job, tell, begin=lambda opened: tell_opened(file, opened))
        except KeyboardInterrupt:
            bar.close()
            click.echo(f"{bar.stopped()}; {_again(source)}", err=True)
            click.get_current_context().exit(STOPPED)
    tell_summary(job, summary)
    if summary.progress.rejects:
        click.get_current_context().exit(1)


def _source(file: str) -> Path | BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    path = Path(file)
    if path.is_dir():
        raise BadParameter(f"{file} is a folder; name one of its files.")
    if not path.exists():
        raise BadParameter(f"There is no file {file}.")
    if not path.is_file():
        raise BadParameter(f"{file} is no file that can be read twice; its content may be piped in, with - for a name.")
    return path


def _beside(output: Path | BinaryIO) -> Path | None:
    return output.with_name(f"{output.name}.rejects.csv") if isinstance(output, Path) else None


def _again(source: Path | BinaryIO) -> str:
    if isinstance(source, Path):
        return "nothing is lost: the same command with --resume goes on."
    return "standard input cannot be gone on with; what was resolved is kept, and the same input again takes less time."


bulk_group.add_command(spark_command)
