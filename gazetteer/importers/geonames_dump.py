"""GeoNames' own dump files into the gazetteer, told apart by their columns, line by line.

Regions come first, places next, alternate names last, in whatever order the files are given: each
names what the one before has brought. Alternate names of places that are not there are counted.
"""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from gazetteer.errors import BadFile, BadRow
from gazetteer.importers.counts import Counts
from gazetteer.importers.files import Lines
from gazetteer.importers.geonames_rows import (
    ADMIN_COLUMNS,
    ALTERNATE_COLUMNS,
    NUMBER,
    PLACE_COLUMNS,
    KnownPlaces,
    Regions,
    admin_row,
    alternate_row,
    joined_to_region,
    place_row,
)
from gazetteer.importers.load import Step, load
from gazetteer.importers.rejects import Rejects
from gazetteer.importers.source import Source
from gazetteer.store import Connection, Engine, EntityRow, forget_progress, writing
from gazetteer.store.schema import entities, identifiers, names

# Raised when the same file is read differently.
RULES = "1"
ADMIN_FILE, PLACE_FILE, ALTERNATE_FILE = "regions", "places", "alternate names"
ORDER = (ADMIN_FILE, PLACE_FILE, ALTERNATE_FILE)
LOOKED_AT = 50  # lines, to see which file it is
NO_DATA = ("readme.txt", "iso-languagecodes.txt")

Read = Callable[[Sequence[str]], EntityRow | None]


def import_geonames(
    engine: Engine, files: Sequence[Path], classes: str, rejects: Callable[[Path], Path], step: Step
) -> Mapping[str, Counts]:
    """Read dump files into the gazetteer; the tally of each, by the name of the file or of the member of an archive."""
    found = [(kind_of(lines), lines) for path in files for lines in members(path)]
    tallies = {}
    for kind, lines in sorted(found, key=lambda pair: ORDER.index(pair[0])):
        mark, total = lines.fingerprint()
        key = f"file:{lines.member or lines.path.name}"
        with writing(engine) as connection:
            forget_progress(connection, key)
        with engine.connect() as connection:
            read = _reader(connection, kind, classes)
        source = Source(key, f"{RULES}:{classes}:{mark}", total, partial(_rows, lines, rejects(lines.path), read))
        tallies[key.removeprefix("file:")] = load(engine, [source], step)[key]
    return tallies


def members(path: Path) -> Iterator[Lines]:
    """The file itself, or each data file in an archive.

    Raises:
        BadFile: an archive that cannot be opened, or holds no data.
    """
    if path.suffix != ".zip":
        yield Lines(path)
        return
    try:
        inside = [name for name in zipfile.ZipFile(path).namelist() if name.endswith(".txt")]
    except (OSError, zipfile.BadZipFile) as bad:
        raise BadFile(f"{path} is not a zip archive: {bad}.") from bad
    data = [name for name in inside if Path(name).name not in NO_DATA]
    if not data:
        raise BadFile(f"{path} holds no .txt file of GeoNames.")
    yield from (Lines(path, name) for name in data)


def kind_of(lines: Lines) -> str:
    """Which of GeoNames' files this is, by the columns of its first lines.

    Raises:
        BadFile: none that is known.
    """
    for _, line in islice(lines, LOOKED_AT):
        columns = line.decode("utf-8", errors="replace").rstrip("\r\n").split("\t")
        if len(columns) == PLACE_COLUMNS and columns[0].isdigit():
            return PLACE_FILE
        if len(columns) in ALTERNATE_COLUMNS and columns[0].isdigit() and columns[1].isdigit():
            return ALTERNATE_FILE
        if len(columns) == ADMIN_COLUMNS and "." in columns[0] and columns[3].isdigit():
            return ADMIN_FILE
    raise BadFile(
        f"{lines.member or lines.path} is none of GeoNames' dump files: allCountries.txt and others of 19 columns, "
        "alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt."
    )


def _reader(connection: Connection, kind: str, classes: str) -> Read:
    if kind == ALTERNATE_FILE:
        return partial(_alternate, known=known_places(connection))
    regions = iso_regions(connection)
    if kind == ADMIN_FILE:
        return partial(admin_row, regions=regions)
    return partial(_place, classes=classes, regions=regions)


def _alternate(columns: Sequence[str], known: KnownPlaces) -> EntityRow | None:
    return alternate_row(columns, known)


def _place(columns: Sequence[str], classes: str, regions: Regions) -> EntityRow | None:
    row = place_row(columns, classes)
    return None if row is None else joined_to_region(row, regions)


def _rows(lines: Lines, rejects: Path, read: Read, counts: Counts) -> Iterator[EntityRow]:
    with Rejects(rejects, counts.refused) as refused:
        for number, line in lines:
            if not line.strip() or line.startswith(b"#"):
                continue
            counts.read += 1
            try:
                row = read(line.decode("utf-8").rstrip("\r\n").split("\t"))
            except BadRow as reason:
                refused.refuse(number, str(reason), line)
            except UnicodeDecodeError:
                refused.refuse(number, "not UTF-8", line)
            else:
                if row is None:
                    counts.notes["skipped"] += 1
                else:
                    yield row


def known_places(connection: Connection) -> KnownPlaces:
    """All places with a GeoNames number."""
    number = identifiers.c.value
    statement = (
        select(number, entities.c.country, entities.c.canonical)
        .select_from(identifiers.join(entities, identifiers.c.entity_id == entities.c.id))
        .where(identifiers.c.scheme == "geonames")
        .order_by(func.length(number), number)  # as numbers, whatever else may stand there
    )
    known = KnownPlaces()
    for value, country, canonical in connection.execution_options(yield_per=10_000).execute(statement):
        if NUMBER.fullmatch(value):
            known.add(int(value), country, canonical)
    return known


def iso_regions(connection: Connection) -> Regions:
    """The ISO 3166-2 code of each region by country and name, where one region alone has that name."""
    statement = (
        select(entities.c.country, names.c.text, identifiers.c.value)
        .select_from(names.join(entities).join(identifiers, identifiers.c.entity_id == entities.c.id))
        .where(identifiers.c.scheme == "iso3166-2", entities.c.feature_type == "region")
    )
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for country, text, code in connection.execute(statement):
        codes[(country, text)].add(code)
    return {key: ("iso3166-2", found.pop()) for key, found in codes.items() if len(found) == 1}
