"""Which columns of a table are asked, and what holds for all its names: options that both engines take."""

from collections.abc import Callable
from typing import Any

import click

from gazetteer.bulk.asking import ROLES, Asking
from gazetteer.errors import BadParameter

COLUMN_OPTIONS = ("kind", "country", "language")
OPTIONS = (
    click.option("--column", required=True, help="The column of names, by its header or its number."),
    click.option("--kind", help="What all the names are: place, person or organization."),
    click.option("--country", help="The country all the names are of, as an ISO 3166 code."),
    click.option("--language", help="The language of the copy the names come from, as in fr or pt-BR."),
    click.option("--kind-column", help="A column that says the kind."),
    click.option("--country-column", help="A column with the country, as a code or by name."),
    click.option("--language-column", help="A column with the language."),
    click.option("--context-columns", default="", help="Columns region, lat, lon, or as in region=Oblast,lat=Y,lon=X."),
    click.option("--style", help="The house style whose spelling is written."),
)


def asking_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is asked."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def asking_of(said: dict[str, Any]) -> Asking:
    """What these options ask.

    Raises:
        BadParameter: one of them is not what it may be.
    """
    context = {role: said[f"{role}_column"] for role in COLUMN_OPTIONS if said[f"{role}_column"]}
    for part in filter(None, (part.strip() for part in said["context_columns"].split(","))):
        role, equals, column = part.partition("=")
        if role not in ROLES:
            raise BadParameter(
                f"--context-columns does not know {role!r}; it takes {', '.join(ROLES)}, each alone or with the name of"
                " its column, as in region=Oblast."
            )
        context[role] = column if equals else role
    return Asking(
        column=said["column"],
        context=context,
        kind=said["kind"],
        country=said["country"],
        language=said["language"],
        style=said["style"],
    )
