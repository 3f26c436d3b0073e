"""What all commands share: the home folder, the database, and how an error ends the program."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from gazetteer.errors import GazetteerError

INTERRUPTED = 130


class Commands(click.Group):
    """A group whose commands end in a sentence instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of the domain is text and exit code 1, Ctrl-C is 130."""
        try:
            return super().invoke(ctx)
        except GazetteerError as wrong:
            raise click.ClickException(str(wrong)) from wrong
        except KeyboardInterrupt:
            click.echo("\nInterrupted; what was finished is kept, and the same command goes on from there.", err=True)
            ctx.exit(INTERRUPTED)


def home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that says where the gazetteer lives."""
    return click.option(
        "--home",
        envvar="GAZETTEER_HOME",
        default="var",
        show_default="GAZETTEER_HOME, or var",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the gazetteer: database, index, spool.",
    )(command)


def url_of_database() -> str | None:
    """The database that DATABASE_URL names; None for the file in the home folder."""
    return os.environ.get("DATABASE_URL") or None
