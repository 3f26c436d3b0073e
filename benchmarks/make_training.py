"""Make a labelled set from the gazetteer itself, to fit the weights on: held-out names and removed places.

    python -m benchmarks.make_training OUT --leave-out BENCH

writes queries.tsv and removed.tsv in the form of a development benchmark. Every place that the
benchmark in BENCH asks about, and every row it removes, is left out. The draw is seeded.
"""

import argparse
import csv
import itertools
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from unidecode import unidecode

from benchmarks.scratch import removed
from gazetteer.importers.geonames_cities import cities
from gazetteer.importers.words import is_machine_romanization
from gazetteer.text.acronyms import is_acronym
from gazetteer.text.clean import fold
from gazetteer.text.scripts import script_of

QUERIES, NILS, SEED = 36_000, 9_000, 20261122
FIELDS = ("qid", "query", "lang", "script", "stratum", "support", "pop", "cc", "answer")


def key(name: str) -> str:
    """A name as loosely as two names may be equal: romanized by Unidecode, letters only."""
    return "".join(char for char in unidecode(name).lower() if char.isalnum())


def main() -> None:
    """Draw the set and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--leave-out", type=Path, required=True)
    given = parser.parse_args()
    left_out = _left_out(given.leave_out)
    everything = cities()
    owners: dict[str, set[str]] = defaultdict(set)
    for number, city in everything.items():
        for name in (city["name"], *city["alternatenames"]):
            owners[key(name)].add(number)
            owners[fold(name)].add(number)
    draw = random.Random(SEED)
    places = [city for number, city in sorted(everything.items()) if number not in left_out]
    of_country = Counter(city["countrycode"] for city in places)
    weights = list(
        itertools.accumulate(
            (1 + city["population"]) ** 0.4 / of_country[city["countrycode"]] ** 0.5 for city in places
        )
    )
    queries: list[dict[str, Any]] = []
    gone: list[tuple[str, str, str]] = []
    used: set[str] = set()
    while sum(row["answer"] != "NIL" for row in queries) < QUERIES:
        city = draw.choices(places, cum_weights=weights)[0]
        number = str(city["geonameid"])
        if number in used:
            continue
        used.add(number)
        if (name := _held_out(city, owners, draw)) is None:
            continue
        gone.append((number, name, "held-out"))
        gone += [(number, twin, "romanised-twin") for twin in _twins(city, name)]
        queries.append(_row(len(queries), name, city, number, _support(city, name)))
    nils = 0
    while nils < NILS:
        city = draw.choices(places, cum_weights=weights)[0]
        if str(city["geonameid"]) in used:
            continue
        family = {str(city["geonameid"])}
        for name in (city["name"], *city["alternatenames"]):
            family |= owners[key(name)]
        if len(family) > 3 or family & used or family & left_out:
            continue
        used |= family
        gone += [(number, "*", "nil-place") for number in sorted(family)]
        names = [name for name in (city["name"], *city["alternatenames"]) if len(name) > 2 and name.isprintable()]
        names = [name for name in names if not is_machine_romanization(name)]
        if names:
            queries.append(_row(len(queries), draw.choice(names), city, "NIL", "nil"))
            nils += 1
    _write(given.out, queries, gone)


def _left_out(bench: Path) -> set[str]:
    numbers = set(removed(bench / "dev-linking-removed.tsv"))
    with (bench / "dev-linking-queries.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            numbers |= set(row["answer"].split("|"))
    return numbers


def _held_out(city: Mapping[str, Any], owners: Mapping[str, set[str]], draw: random.Random) -> str | None:
    """A name of the place that no other place has, scripts drawn evenly; None if there is none."""
    number = str(city["geonameid"])
    by_script: dict[str, list[str]] = defaultdict(list)
    for name in city["alternatenames"]:
        alone = owners[key(name)] == {number} and owners[fold(name)] == {number}
        alone = alone and name.isprintable()
        if alone and name != city["name"] and len(key(name)) > 1 and not is_acronym(name):
            machine = is_machine_romanization(name)
            if not machine or draw.random() < 0.05:
                by_script[script_of(name)].append(name)
    return draw.choice(by_script[draw.choice(sorted(by_script))]) if by_script else None


def _twins(city: Mapping[str, Any], held_out: str) -> Iterable[str]:
    """GeoNames' machine romanizations of the held-out name, which would give it away."""
    if script_of(held_out) == "Latn":
        return []
    wanted = key(held_out)
    return [name for name in city["alternatenames"] if is_machine_romanization(name) and key(name) == wanted]


def _support(city: Mapping[str, Any], name: str) -> str:
    others = {script_of(other) for other in (city["name"], *city["alternatenames"]) if other != name}
    return "same-script" if script_of(name) in others else "cross-script"


def _row(number: int, name: str, city: Mapping[str, Any], answer: str, support: str) -> dict[str, Any]:
    script = script_of(name)
    stratum = "machine_roman" if is_machine_romanization(name) else script
    return {
        "qid": f"t{number:05d}", "query": name, "lang": "null", "script": script,
        "stratum": f"nil_{stratum}" if answer == "NIL" else stratum, "support": support,
        "pop": city["population"], "cc": city["countrycode"], "answer": answer,
    }  # fmt: skip


def _write(out: Path, queries: list[dict[str, Any]], gone: list[tuple[str, str, str]]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with (out / "queries.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)
        table.writeheader()
        table.writerows(queries)
    with (out / "removed.tsv").open("w", encoding="utf-8", newline="") as file:
        file.write("geonameid\tname\treason\n")
        file.writelines("\t".join(row) + "\n" for row in gone)


if __name__ == "__main__":
    main()
