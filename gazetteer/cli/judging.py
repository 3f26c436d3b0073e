"""``judgements``: list what editors decided, undo it, carry it elsewhere and take it in again."""

from pathlib import Path
from typing import BinaryIO

import click

from gazetteer.cli.group import Commands, home_option
from gazetteer.cli.indexing import open_database
from gazetteer.errors import BadParameter, BadRow, EntityNotFound
from gazetteer.judgements import from_line, to_line
from gazetteer.store import Recorded, listed, take_in, undo, writing

LISTED = 50


@click.group("judgements", cls=Commands)
def judgements_group() -> None:
    """Show, undo, export and import what editors decided of names.

    \b
    Example:
        python -m gazetteer judgements list
    """


@judgements_group.command("list")
@click.option("--limit", default=LISTED, show_default=True, type=click.IntRange(1), help="How many, newest first.")
@home_option
def list_command(limit: int, home: Path) -> None:
    """List judgements, the newest first.

    \b
    Example:
        python -m gazetteer judgements list --limit 10
    """
    with open_database(home).connect() as connection:
        for one in listed(connection, limit=limit):
            click.echo(_line(one))


@judgements_group.command("undo")
@click.argument("numbers", nargs=-1, required=True, type=click.IntRange(1, 2**31 - 1))
@home_option
def undo_command(numbers: tuple[int, ...], home: Path) -> None:
    """Undo the judgements with these numbers: they no longer hold.

    \b
    Example:
        python -m gazetteer judgements undo 7
    """
    with writing(open_database(home)) as connection:
        for number in numbers:
            click.echo(_line(undo(connection, number)))


@judgements_group.command("export")
@home_option
def export_command(home: Path) -> None:
    """Write all judgements to standard output, one JSON object a line, the oldest first.

    \b
    Example:
        python -m gazetteer judgements export
    """
    with open_database(home).connect() as connection:
        for one in sorted(listed(connection), key=_number):
            click.echo(to_line(one), nl=False)


@judgements_group.command("import")
@click.argument("file", type=click.File("rb"))
@home_option
def import_command(file: BinaryIO, home: Path) -> None:
    """Take in judgements that were exported; those that are there already are not doubled.

    A line that cannot be taken is told on standard error, the others are taken in, and the exit code is 1.

    \b
    Example:
        python -m gazetteer judgements import judgements.jsonl
    """
    new = known = 0
    refused: list[str] = []
    with writing(open_database(home)) as connection:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                fresh = take_in(connection, from_line(line))
            except (BadRow, BadParameter, EntityNotFound) as wrong:
                refused.append(f"line {number}: {wrong}")
            else:
                new, known = new + fresh, known + (not fresh)
    click.echo(f"{new:,} new, {known:,} known already, {len(refused):,} refused.", err=True)
    if refused:
        raise click.ClickException("\n".join(refused))


def _number(one: Recorded) -> int:
    return one.id


def _line(one: Recorded) -> str:
    judgement = one.judgement
    entity = f" {judgement.entity_id}" if judgement.entity_id else ""
    undone = ", undone" if one.undone else ""
    reason = f": {one.reason}" if one.reason else ""
    return f"{one.id}\t{one.at}\t{judgement.action}\t{judgement.name}{entity}{reason}{undone}"
