"""``export``: the whole gazetteer as JSON lines."""

import sys
from pathlib import Path

import click

from gazetteer.cli.group import home_option
from gazetteer.cli.indexing import open_database
from gazetteer.importers.export import export, export_file


@click.command("export")
@click.argument("file", default="-", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@home_option
def export_command(home: Path, file: Path) -> None:
    """Write the whole gazetteer as JSON lines that `import jsonl` reads; - is standard output.

    A name that ends in .gz is compressed. The same gazetteer always gives the same bytes.

    \b
    Example:
        python -m gazetteer export gazetteer.jsonl.gz
    """
    engine = open_database(home)
    with engine.connect() as connection:
        count = export(connection, sys.stdout.buffer) if str(file) == "-" else export_file(connection, file)
    click.echo(f"{count:,} entities written.", err=True)
