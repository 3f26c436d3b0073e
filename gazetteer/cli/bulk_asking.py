"""Which columns of a table are asked, and what holds for all its names: options that both engines take."""

from collections.abc import Callable
from typing import Any

import click

CONTEXT = "--context-columns"
OPTIONS = (
    click.option("--column", required=True, help="The column of names, by its header or its number."),
    click.option("--kind", help="What all the names are: place, person or organization."),
    click.option("--country", help="The country all the names are of, as an ISO 3166 code or by name."),
    click.option("--language", help="The language of the copy the names come from, as in fr or pt-BR."),
    click.option("--kind-column", help="A column that says the kind."),
    click.option("--country-column", help="A column with the country, as a code or by name."),
    click.option("--language-column", help="A column with the language."),
    click.option(CONTEXT, default="", help="Columns region, lat, lon, or as in region=Oblast,lat=Y,lon=X."),
    click.option("--style", help="The house style whose spelling is written."),
)


def asking_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is asked; `gazetteer.bulk.said` makes an asking of them."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
