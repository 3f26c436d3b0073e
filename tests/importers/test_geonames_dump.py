"""GeoNames' own dump files: told apart by their columns, read line by line, twice without a change.

The files here are made up, in the columns of https://download.geonames.org/export/dump/readme.txt.
"""

import gzip
import itertools
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import Engine, select

from gazetteer.errors import BadFile
from gazetteer.importers.counts import Counts
from gazetteer.importers.geonames_dump import import_geonames
from gazetteer.importers.rejects import default_rejects
from gazetteer.store import gazetteer_version
from gazetteer.store.schema import entities, identifiers, names
from tests.importers.conftest import Import, Write, silent

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code",
    "country_code", "cc2", "admin1_code", "admin2_code", "admin3_code", "admin4_code", "population", "elevation",
    "dem", "timezone", "modification_date",
)  # fmt: skip
USUAL = {"latitude": "49.5", "longitude": "36.25", "feature_class": "P", "feature_code": "PPL", "country_code": "UA"}


def place(number: object, name: str, **columns: str) -> str:
    told = USUAL | {"geonameid": str(number), "name": name, "modification_date": "2026-11-22"} | columns
    return "\t".join(told.get(column, "") for column in COLUMNS)


def alternate(number: object, language: str, text: str, flags: str = "\t\t\t", years: str = "\t") -> str:
    """A line of alternateNamesV2.txt; the flags are preferred, short, colloquial, historic."""
    return f"9{number}\t{number}\t{language}\t{text}\t{flags}\t{years}"


ALL_COUNTRIES = [
    place(101, "Zorvik", alternatenames="Zorvick,Зорвік,zo er wei ke,ZVK", population="120000", admin1_code="07"),
    place(102, "Velmar", population="6000", admin1_code="07"),
    place(103, "Ostrel", population="0", admin1_code="00"),
    place(104, "Zorvik Region", feature_class="A", feature_code="ADM1", admin1_code="07"),
    place(105, "Zorvik District", feature_class="A", feature_code="ADM2", admin1_code="07", admin2_code="0712"),
    place(106, "Ukraine", feature_class="A", feature_code="PCLI"),
    place(107, "Zorva", feature_class="H", feature_code="STM", country_code=""),
    # These are not read: a mountain (unless asked for), a hotel, a village that is no more.
    place(108, "Mount Zorv", feature_class="T", feature_code="MT"),
    place(109, "Hotel Zorvik", feature_class="S", feature_code="HTL"),
    place(110, "Old Zorvik", feature_code="PPLQ"),
]
ADMIN_1 = ["UA.07\tZorvik Region\tZorvik Region\t104", "UA.08\tVelmar Region\tVelmar Region\t114"]
ADMIN_2 = ["UA.07.0712\tZorvik District\tZorvik District\t105"]
ALTERNATES = [
    alternate(101, "uk", "Зорвік", "1\t\t\t"),
    alternate(101, "pl", "Zorwik"),
    alternate(101, "fr", "Zorvik"),
    alternate(101, "en", "Stalin's Zorvik", "\t\t\t1", "1924\t2016"),
    alternate(101, "en", "Zorv", "\t1\t\t"),
    alternate(101, "de", "Sorwi", "\t\t1\t"),
    alternate(101, "", "Զորվիկ"),
    alternate(101, "abbr", "ZK"),
    alternate(101, "fr_1793", "Zorvic-la-Montagne"),
    alternate(101, "wkdt", "Q1010"),
    alternate(101, "link", "https://en.wikipedia.org/wiki/Zorvik"),
    alternate(101, "post", "61000"),
    alternate(999, "en", "A place that is not there"),
]

Take = Callable[..., Mapping[str, Counts]]
Lines = Callable[..., Path]


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    """Writes a dump file, compressed if its name says so."""

    def into(name: str, rows: list[str]) -> Path:
        content = "".join(f"{row}\n" for row in rows).encode()
        path = tmp_path / name
        if path.suffix == ".zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("readme.txt", "What the columns are.\n")
                archive.writestr(f"{path.stem}.txt", content)
        else:
            path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
        return path

    return into


@pytest.fixture
def dump(engine: Engine, tmp_path: Path) -> Take:
    """Imports dump files."""

    def read(*files: Path, classes: str = "PAH") -> Mapping[str, Counts]:
        return import_geonames(engine, files, classes, lambda path: default_rejects(path, tmp_path), silent)

    return read


@pytest.fixture
def four(lines: Lines) -> list[Path]:
    """One file of each sort, the alternate names first."""
    return [
        lines("alternateNamesV2.txt", ALTERNATES),
        lines("allCountries.txt", ALL_COUNTRIES),
        lines("admin2Codes.txt", ADMIN_2),
        lines("admin1CodesASCII.txt", ADMIN_1),
    ]


def entity(engine: Engine, public_id: str) -> Mapping[str, Any]:
    with engine.connect() as connection:
        return dict(connection.execute(select(entities).where(entities.c.public_id == public_id)).mappings().one())


def names_of(engine: Engine, public_id: str, *columns: str) -> list[tuple[Any, ...]]:
    statement = select(*(names.c[column] for column in columns)).join(entities, names.c.entity_id == entities.c.id)
    with engine.connect() as connection:
        found = connection.execute(statement.where(entities.c.public_id == public_id).order_by(names.c.id))
        return [tuple(row) for row in found]


def ids_of(engine: Engine, public_id: str) -> set[tuple[str, str]]:
    statement = select(identifiers.c.scheme, identifiers.c.value).join(entities)
    with engine.connect() as connection:
        return {
            (scheme, value) for scheme, value in connection.execute(statement.where(entities.c.public_id == public_id))
        }


def rejected(path: Path) -> list[tuple[int, str]]:
    return [(row["line"], row["reason"]) for row in map(orjson.loads, path.read_bytes().splitlines())]


def test_the_files_are_read_regions_first_whatever_order_they_are_given_in(dump: Take, four: list[Path]) -> None:
    tallies = dump(*four)
    assert list(tallies) == ["admin2Codes.txt", "admin1CodesASCII.txt", "allCountries.txt", "alternateNamesV2.txt"]
    told = {name: (counts.read, counts.new, counts.refused.total()) for name, counts in tallies.items()}
    # Of ten places three are skipped, and the region and the district are there already.
    assert told == {
        "admin2Codes.txt": (1, 1, 0),
        "admin1CodesASCII.txt": (2, 2, 0),
        "allCountries.txt": (10, 5, 0),
        "alternateNamesV2.txt": (13, 0, 0),
    }
    assert tallies["allCountries.txt"].notes["skipped"] == 3
    assert tallies["alternateNamesV2.txt"].changed == 1
    # A link, a post code, and a name of a place that is not there.
    assert tallies["alternateNamesV2.txt"].notes["skipped"] == 3


def test_a_place_has_what_its_columns_say(dump: Take, four: list[Path], engine: Engine) -> None:
    dump(*four)
    city, region = entity(engine, "geonames-101"), entity(engine, "geonames-104")
    assert [city[key] for key in ("kind", "canonical", "feature_type", "country")] == ["place", "Zorvik", "city", "UA"]
    assert (city["lat"], city["lon"], city["population"], city["region_id"]) == (49.5, 36.25, 120_000, region["id"])
    assert ids_of(engine, "geonames-101") == {("geonames", "101"), ("wikidata", "Q1010")}


FEATURES = {
    "geonames-101": "city",
    "geonames-102": "town",
    "geonames-103": "settlement",
    "geonames-104": "region",
    "geonames-105": "district",
    "geonames-106": "country",
    "geonames-107": "river",
    "geonames-114": "region",
}


def test_feature_codes_become_our_words(dump: Take, four: list[Path], engine: Engine) -> None:
    dump(*four)
    assert {public_id: entity(engine, public_id)["feature_type"] for public_id in FEATURES} == FEATURES


def test_a_country_and_a_region_are_found_by_their_iso_codes(
    dump: Take, lines: Lines, take: Import, write: Write, engine: Engine
) -> None:
    seed = {"kind": "region", "country": "UA", "names": [{"text": "Zorvik Region", "lang": "en"}], "source": "made-up"}
    country = {"id": "iso3166:UA", "kind": "country", "name": "Ukraine", "names": [{"text": "Ukraine", "lang": "en"}]}
    take(write({**seed, "id": "iso3166-2:UA-99", "name": "Zorvik Region"}, country))
    tally = dump(lines("UA.txt", ALL_COUNTRIES[3:6]))["UA.txt"]
    assert (tally.new, tally.changed) == (1, 2)
    assert ids_of(engine, "iso3166-2-UA-99") >= {("geonames", "104")}
    assert ids_of(engine, "iso3166-UA") >= {("geonames", "106")}


def test_each_name_is_filed_for_what_it_is(dump: Take, four: list[Path], engine: Engine) -> None:
    dump(*four)
    columns = ("text", "language", "kind", "inferred", "preferred", "shown")
    told = {row[:2]: row[2:] for row in names_of(engine, "geonames-101", *columns)}
    assert told == {
        ("Zorvik", None): ("variant", False, True, True),
        ("Zorvick", None): ("variant", False, False, True),
        # Guessed from its letters first, said to be Ukrainian by the alternate names.
        ("Зорвік", "uk"): ("endonym", False, True, True),
        ("zo er wei ke", None): ("variant", False, False, False),
        ("ZVK", None): ("abbreviation", False, False, False),
        ("Zorwik", "pl"): ("exonym", False, False, True),
        ("Zorvik", "fr"): ("variant", False, False, True),
        ("Stalin's Zorvik", "en"): ("historical", False, False, True),
        ("Zorv", "en"): ("short", False, False, True),
        ("Sorwi", "de"): ("variant", False, False, True),
        ("Զորվիկ", "hy"): ("variant", True, False, True),
        ("ZK", None): ("abbreviation", False, False, True),
        ("Zorvic-la-Montagne", "fr"): ("historical", False, False, True),
    }
    years = names_of(engine, "geonames-101", "text", "valid_from", "valid_to")
    assert [row for row in years if row[1]] == [("Stalin's Zorvik", "1924", "2016")]
    strict = names_of(engine, "geonames-101", "text", "case_sensitive")
    assert [text for text, exact in strict if exact] == ["ZVK", "ZK"]


def test_other_classes_are_read_when_they_are_asked_for(dump: Take, lines: Lines, engine: Engine) -> None:
    path = lines("allCountries.txt", ALL_COUNTRIES)
    tally = dump(path, classes="T")["allCountries.txt"]
    assert (tally.read, tally.new, tally.notes["skipped"]) == (10, 1, 9)
    assert entity(engine, "geonames-108")["feature_type"] == "peak"


def test_a_second_import_changes_nothing(
    dump: Take, four: list[Path], engine: Engine, exported: Callable[[], bytes]
) -> None:
    dump(*four)
    with engine.connect() as connection:
        before = exported(), gazetteer_version(connection)
    again = dump(*four)
    assert [(counts.new, counts.changed, counts.names) for counts in again.values()] == [(0, 0, 0)] * 4
    assert [counts.read for counts in again.values()] == [1, 2, 10, 13]
    with engine.connect() as connection:
        assert (exported(), gazetteer_version(connection)) == before


def test_a_newer_file_adds_what_is_new(dump: Take, lines: Lines, engine: Engine) -> None:
    dump(lines("UA.txt", ALL_COUNTRIES[:2]))
    more = [ALL_COUNTRIES[0], place(102, "Velmar", alternatenames="Wellmar", population="6000"), place(120, "Ostrava")]
    tally = dump(lines("UA.txt", more))["UA.txt"]
    assert (tally.read, tally.new, tally.changed, tally.unchanged, tally.names) == (3, 1, 1, 1, 2)
    assert [text for (text,) in names_of(engine, "geonames-102", "text")] == ["Velmar", "Wellmar"]


BAD_PLACES = [
    ("201\tZorvik", "2 columns instead of 19"),
    (place("x", "Zorvik"), "not a GeoNames number"),
    (place(0, "Zorvik"), "not a GeoNames number"),
    (place(202, ""), "a name that is none"),
    (place(203, "Zorvik", latitude="north"), "a coordinate is not a number"),
    (place(204, "Zorvik", latitude="90.5"), "a coordinate is off the globe"),
    (place(205, "Zorvik", longitude="nan"), "a coordinate is off the globe"),
    (place(206, "Zorvik", population="many"), "population is not a whole number"),
    (place(207, "Zorvik", population="-1"), "population is not a whole number"),
]


def test_bad_lines_are_refused_with_their_number_and_the_rest_goes_in(dump: Take, lines: Lines, tmp_path: Path) -> None:
    rows = [
        "# Lines that begin so are remarks.",
        ALL_COUNTRIES[0],
        "",
        *(row for row, _ in BAD_PLACES),
        ALL_COUNTRIES[1],
    ]
    tally = dump(lines("UA.txt", rows))["UA.txt"]
    assert (tally.read, tally.new, tally.refused.total()) == (len(BAD_PLACES) + 2, 2, len(BAD_PLACES))
    told = rejected(tmp_path / "UA.rejects.jsonl")
    assert [line for line, _ in told] == list(range(4, len(BAD_PLACES) + 4))
    for (_, reason), (_, expected) in zip(told, BAD_PLACES, strict=True):
        assert reason.startswith(expected)
    assert tally.refused["not a GeoNames number"] == 2


BAD_ALTERNATES = [
    (f"1\t101\ten\tZorvik{chr(9) * 3}", "7 columns instead of 10"),
    (alternate("x", "en", "Zorvik"), "not a GeoNames number"),
    (alternate(101, "English", "Zorvik"), "not a language"),
    (alternate(101, "en", ""), "a name that is none"),
    (alternate(101, "wkdt", "Zorvik"), "not a Wikidata id"),
]


def test_bad_alternate_names_and_bad_regions_are_refused_too(dump: Take, lines: Lines, tmp_path: Path) -> None:
    names_file = lines("alternateNamesV2.txt", [ALTERNATES[0], *(row for row, _ in BAD_ALTERNATES)])
    regions_file = lines("admin1CodesASCII.txt", [*ADMIN_1, "UA.09\tVelmar Region\tVelmar Region\tx", "UA.10\tOstrel"])
    tallies = dump(lines("UA.txt", ALL_COUNTRIES[:1]), names_file, regions_file)
    assert rejected(tmp_path / "admin1CodesASCII.rejects.jsonl") == [
        (3, "not a GeoNames number"),
        (4, "2 columns instead of 4"),
    ]
    told = rejected(tmp_path / "alternateNamesV2.rejects.jsonl")
    assert [line for line, _ in told] == [2, 3, 4, 5, 6]
    for (_, reason), (_, expected) in zip(told, BAD_ALTERNATES, strict=True):
        assert reason.startswith(expected)
    assert tallies["alternateNamesV2.txt"].refused.total() == 5


def test_a_line_that_is_not_utf8_is_refused(dump: Take, tmp_path: Path) -> None:
    path = tmp_path / "UA.txt"
    path.write_bytes(f"{place(101, 'Zorvik')}\n{place(102, 'Vêlmar')}\n".encode("latin-1"))
    assert dump(path)["UA.txt"].new == 1
    assert rejected(tmp_path / "UA.rejects.jsonl") == [(2, "not UTF-8")]


@pytest.mark.parametrize("name", ["UA.txt", "UA.txt.gz", "UA.zip"])
def test_a_file_may_be_plain_or_compressed(name: str, dump: Take, lines: Lines, engine: Engine, tmp_path: Path) -> None:
    path = lines(name, [*ALL_COUNTRIES, place("x", "Zorvik")])
    [tally] = dump(path).values()
    assert (tally.read, tally.new, tally.refused.total()) == (11, 7, 1)
    assert entity(engine, "geonames-101")["canonical"] == "Zorvik"
    assert rejected(tmp_path / "UA.rejects.jsonl") == [(11, "not a GeoNames number")]


def test_both_forms_of_alternate_names_are_read(dump: Take, lines: Lines, engine: Engine) -> None:
    old = ["\t".join(row.split("\t")[:8]) for row in ALTERNATES]
    tally = dump(lines("UA.txt", ALL_COUNTRIES[:1]), lines("alternateNames.txt", old))["alternateNames.txt"]
    assert (tally.read, tally.refused.total()) == (13, 0)
    assert ("Stalin's Zorvik", "historical", None) in names_of(engine, "geonames-101", "text", "kind", "valid_from")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("some.txt", b"one\ttwo\n", "is none of GeoNames' dump files"),
        ("some.txt", b"", "is none of GeoNames' dump files"),
        ("some.zip", b"not an archive", "is not a zip archive"),
        ("some.txt.gz", b"not compressed", "cannot be read"),
    ],
)
def test_a_file_of_another_sort_is_said_to_be_one(
    name: str, content: bytes, told: str, dump: Take, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadFile, match=told):
        dump(tmp_path / name)


def test_an_archive_without_data_is_said_to_be_one(dump: Take, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as archive:
        archive.writestr("readme.txt", "What the columns are.\n")
    with pytest.raises(BadFile, match=r"holds no \.txt file"):
        dump(tmp_path / "UA.zip")


def test_lines_are_read_as_they_are_needed(dump: Take, lines: Lines, engine: Engine) -> None:
    # More lines than one batch, so that what is written first was read before the last was.
    many = 12_000
    steps: list[tuple[str, int]] = []
    path = lines("allCountries.txt", [place(number, f"Zorvik {number}") for number in range(1, many + 1)])
    import_geonames(engine, [path], "P", lambda _: path.with_suffix(".jsonl"), lambda *step: steps.append(step[:2]))
    done = [number for _, number in steps]
    assert len(set(done)) > 2
    assert done[-1] == many
    assert all(later - earlier <= many // 2 for earlier, later in itertools.pairwise([0, *done]))
