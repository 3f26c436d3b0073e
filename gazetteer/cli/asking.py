"""``normalize``: names in, decisions out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import orjson

from gazetteer.cli.group import home_option, url_of_database
from gazetteer.cli.table import TSV_HEAD, tab_separated, table
from gazetteer.errors import BadName
from gazetteer.model import Decision, Kind
from gazetteer.payloads import decision
from gazetteer.query import Checked, check, query_for
from gazetteer.resolve import Gazetteer, open_gazetteer, resolve
from gazetteer.styles import style_of


class LatLon(click.ParamType[tuple[float, float]]):
    """A position written as two numbers with a comma between."""

    name = "LAT,LON"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:
        """The two numbers."""
        try:
            lat, lon = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r} is not LAT,LON, such as 49.5,36.8", param, ctx)
        return lat, lon


@click.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), help="What is named.")
@click.option("--language", metavar="TAG", help="Language of the text the name stands in (BCP 47).")
@click.option("--country", metavar="CODE", help="Country it is in or of (ISO 3166-1).")
@click.option("--near", type=LatLon(), help="Position it is near to.")
@click.option("--style", metavar="STYLE", help="House style of the canonical form.")
@click.option("--limit", type=int, help="How many candidates, 1 to 50.  [default: 5]")
@click.option("--threshold", type=float, help="Least confidence that links, 0 to 1.")
@click.option("--margin", type=float, help="Least lead over the next, 0 to 1.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as the service answers.")
@home_option
def normalize(
    home: Path,
    names: tuple[str, ...],
    kind: str | None,
    language: str | None,
    country: str | None,
    near: tuple[float, float] | None,
    style: str | None,
    limit: int | None,
    threshold: float | None,
    margin: float | None,
    as_json: bool,
) -> None:
    """Say which entity each name means, or nobody, and why.

    A - stands for the names on standard input, one a line. Without --json a terminal gets a table,
    and a pipe the same as tab-separated values.

    \b
    Example:
        python -m gazetteer normalize Bakhmout --language fr --country UA
    """
    checked = check(
        kind=kind,
        language=language,
        country=country,
        near=near,
        style=style,
        limit=limit,
        threshold=threshold,
        margin=margin,
    )
    gazetteer = open_gazetteer(home, url_of_database())
    refused: list[str] = []
    decided = _decided(gazetteer, names, checked, refused)
    if as_json:
        for one in decided:
            sys.stdout.buffer.write(orjson.dumps(decision(one)) + b"\n")
    elif sys.stdout.isatty():
        for line in table(list(decided)):
            click.echo(line)
    else:
        click.echo("\t".join(TSV_HEAD))
        for one in decided:
            click.echo(tab_separated(one))
    gazetteer.close()
    if refused:
        raise click.ClickException("\n".join(refused))


def _decided(gazetteer: Gazetteer, names: tuple[str, ...], checked: Checked, refused: list[str]) -> Iterator[Decision]:
    """The decision on each name in its order; a name that is none is noted and passed over."""
    style, holding = style_of(checked["style"]), gazetteer.held()
    for where, name in _named(names):
        try:
            if isinstance(name, bytes):
                name = name.decode("utf-8-sig").rstrip("\r\n")
            asked = query_for(name, checked)
        except BadName as bad:
            refused.append(f"{where}: {bad}")
        except UnicodeDecodeError:
            refused.append(f"{where}: A name must be text in UTF-8.")
        else:
            yield resolve(gazetteer, asked, style=style, judgements=holding)


def _named(names: tuple[str, ...]) -> Iterator[tuple[str, str | bytes]]:
    """Each name and where it stands; the lines of standard input where a - is."""
    for number, name in enumerate(names, start=1):
        if name != "-":
            yield f"name {number}", name
            continue
        for line_number, line in enumerate(sys.stdin.buffer, start=1):
            if line.strip():
                yield f"line {line_number}", line
