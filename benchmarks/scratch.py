"""A scratch gazetteer: cities500 without the rows a labelled set has taken away, and nothing else."""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from gazetteer.importers.initialize import initialize
from gazetteer.importers.seeds import seed_sources
from gazetteer.resolve import Gazetteer, open_gazetteer
from gazetteer.store import database_url, open_engine

OTHERS = ("countries", "regions", "city-regions", "exemplar-cities", "features", "places_ua", "people", "organizations")


def removed(path: Path) -> Mapping[str, frozenset[str]]:
    """The names to leave out, by GeoNames id; "*" leaves the place out."""
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["geonameid"]].add(row["name"])
    return {key: frozenset(names) for key, names in found.items()}


def scratch(root: Path, removed_file: Path) -> Gazetteer:
    """The gazetteer of cities500 without those rows, under a folder of its own that is kept for the next time."""
    mark = hashlib.sha256(removed_file.read_bytes()).hexdigest()[:12]
    home = root / f"scratch-{mark}"
    home.mkdir(parents=True, exist_ok=True)
    engine = open_engine(database_url(home))
    last = [""]

    def step(stage: str, done: int, total: int) -> None:
        if stage.split(" ")[0] != last[0]:
            last[0] = stage.split(" ")[0]
            print(f"  {stage}: {done:,} of {total:,}", flush=True)

    initialize(engine, home, seed_sources(OTHERS, removed(removed_file)), step)
    engine.dispose()
    return open_gazetteer(home)
