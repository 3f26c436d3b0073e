"""``evaluate``: how good the answers are over a labelled table."""

import sys
from functools import partial
from pathlib import Path

import click
import orjson

from gazetteer.cli.group import home_option, url_of_database
from gazetteer.cli.progress import progress
from gazetteer.evaluation import answer_all, as_dict, by_stratum, measure, read_labels, table
from gazetteer.resolve import open_gazetteer, resolve


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="All figures as one JSON object.")
@home_option
def evaluate(home: Path, file: Path, as_json: bool) -> None:
    """Answer a labelled table, and say how often that was right.

    The table is tab-separated with the columns query and answer (a public id or a GeoNames
    number, several joined by |, NIL for nobody), and may have qid, lang and stratum.

    \b
    Example:
        python -m gazetteer evaluate queries.tsv
    """
    asked = read_labels(file)
    gazetteer = open_gazetteer(home, url_of_database())
    answered = []
    with progress() as shown:
        for number, one in enumerate(answer_all(asked, partial(resolve, gazetteer)), start=1):
            answered.append(one)
            shown("answering", number, len(asked))
    gazetteer.close()
    overall, strata = measure(answered), by_stratum(answered)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(as_dict(overall, strata)) + b"\n")
        return
    for line in table(overall, strata):
        click.echo(line)
