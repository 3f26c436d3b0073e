"""What the importers make of a seed row: whose words are whose, what joins what, and what is kept apart."""

import csv
from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import Engine, select

from gazetteer.errors import BadRow
from gazetteer.importers.branches import known_companies
from gazetteer.importers.counts import Counts
from gazetteer.importers.people import organization_rows, people_rows
from gazetteer.importers.places_ua import ukrainian_rows
from gazetteer.importers.regions import region_rows
from gazetteer.importers.seed_rows import seed_row
from gazetteer.importers.seeds import ABBREVIATIONS, read_seed
from gazetteer.importers.told_apart import TOLD_APART, told_apart
from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow, Writer, writing
from gazetteer.store.schema import entities, identifiers, names

PLACE = {"id": "made-up:1", "kind": "place", "name": "Zorvik", "country": "UA", "names": [{"text": "Zorvik"}]}
PERSON = {
    "id": "made-up:2",
    "kind": "person",
    "name": "Zora Velmar",
    "country": "UA",
    "names": [{"text": "Zora Velmar"}],
}
WORKS = {"id": "made-up:3", "kind": "organisation", "name": "Zorvik Works", "names": [{"text": "Zorvik Works"}]}


def only_name(raw: Mapping[str, Any], **entry: object) -> NameRow:
    """What becomes of one name of a row."""
    [name] = seed_row({**raw, "names": [entry]}).names
    return name


@pytest.mark.parametrize(
    ("word", "kind", "feature_type"),
    [
        ("place", Kind.PLACE, "settlement"),
        ("country", Kind.PLACE, "country"),
        ("region", Kind.PLACE, "region"),
        ("feature", Kind.PLACE, "river"),
        ("person", Kind.PERSON, None),
        ("organisation", Kind.ORGANIZATION, None),
        ("organization", Kind.ORGANIZATION, None),
    ],
)
def test_the_seeds_kinds_become_ours(word: str, kind: Kind, feature_type: str | None) -> None:
    row = seed_row({**PLACE, "kind": word, "note": "river, 12 km"})
    assert (row.kind, row.feature_type) == (kind, feature_type)


def test_a_sort_of_place_is_said_in_plain_words() -> None:
    row = seed_row({**PLACE, "kind": "feature", "note": "pen/cape"})
    assert (row.feature_type, row.description) == ("peninsula or cape", "peninsula or cape")


def test_another_kind_is_refused() -> None:
    with pytest.raises(BadRow, match="unknown kind 'ship'; known: place, country"):
        seed_row({**PLACE, "kind": "ship"})


NAMES = [
    # what the seed says, its kind with us, whether it is preferred
    ({"text": "Zorvick", "type": "alias"}, "variant", False),
    ({"text": "Zorvick"}, "variant", False),
    ({"text": "Zorvick", "type": "preferred"}, "variant", True),
    ({"text": "Zorvick", "type": "style", "style": "AP"}, "variant", False),
    ({"text": "Zorvick", "type": "exonym"}, "exonym", False),
    ({"text": "Zorvick", "type": "historical", "lang": "uk"}, "historical", False),
    # In an official language of the country a name is an endonym, in another one an exonym, unless it is the main name.
    ({"text": "Зорвік", "lang": "uk", "type": "exonym"}, "endonym", False),
    ({"text": "Зорвік", "lang": "uk", "type": "preferred"}, "endonym", True),
    ({"text": "Zorvik", "lang": "uk-Latn", "type": "alias"}, "endonym", False),
    ({"text": "Зорвик", "lang": "ru", "type": "alias"}, "exonym", False),
    ({"text": "Zorwik", "lang": "pl", "type": "exonym"}, "exonym", False),
    ({"text": "Zorvik", "lang": "pl", "type": "exonym"}, "variant", False),
    ({"text": "ZORVIK", "type": "alias"}, "abbreviation", False),
]


@pytest.mark.parametrize(("entry", "kind", "preferred"), NAMES)
def test_the_seeds_names_of_a_place_become_ours(entry: dict[str, str], kind: str, preferred: bool) -> None:
    name = only_name(PLACE, **entry)
    assert (name.text, name.kind, name.preferred) == (entry["text"], NameKind(kind), preferred)
    assert name.language == entry.get("lang")
    assert not name.inferred


def test_a_country_has_several_official_languages() -> None:
    kinds = {tag: only_name({**PLACE, "country": "BY"}, text="Зорвик", lang=tag).kind for tag in ("be", "ru", "uk")}
    assert kinds == {"be": NameKind.ENDONYM, "ru": NameKind.ENDONYM, "uk": NameKind.EXONYM}


def test_what_is_official_in_a_country_makes_no_endonym_of_a_person_or_organization() -> None:
    assert only_name(PERSON, text="Зора Вельмар", lang="uk").kind is NameKind.VARIANT
    assert only_name({**WORKS, "country": "UA"}, text="Зорвікські заводи", lang="uk").kind is NameKind.VARIANT


def test_a_surname_is_a_short_form() -> None:
    name = only_name(PERSON, text="Velmar", lang="fr", type="alias", part="surname")
    assert (name.kind, name.language) == (NameKind.SHORT, "fr")
    assert only_name(PERSON, text="Velmar", lang="fr", type="alias").kind is NameKind.VARIANT


@pytest.mark.parametrize(
    ("written", "ours"),
    [("AP", "ap"), ("Reuters", "reuters"), ("BBC", "bbc"), ("NYT", "nyt"), ("official", "official")],
)
def test_the_styles_of_names_become_ours(written: str, ours: str) -> None:
    assert only_name(PLACE, text="Zorvick", lang="en", type="style", style=written).style == ours


@pytest.mark.parametrize(
    ("text", "kind", "case_sensitive"),
    [
        ("ZV", NameKind.ABBREVIATION, True),
        ("ZVK-2", NameKind.ABBREVIATION, True),
        ("ZORVI", NameKind.ABBREVIATION, True),
        ("ZORVIK", NameKind.ABBREVIATION, False),
        ("ZORVIKWKS", NameKind.VARIANT, False),
        ("Zvk", NameKind.VARIANT, False),
        ("ZV KS", NameKind.VARIANT, False),
        ("ЗВК", NameKind.VARIANT, False),
    ],
)
def test_only_a_short_acronym_must_be_written_just_so(text: str, kind: NameKind, case_sensitive: bool) -> None:
    name = only_name(WORKS, text=text, type="alias")
    assert (name.kind, name.case_sensitive) == (kind, case_sensitive)


def test_an_acronym_that_is_the_main_name_is_no_abbreviation_but_must_be_written_just_so() -> None:
    name = only_name({**WORKS, "name": "ZVK"}, text="ZVK", type="preferred")
    assert (name.kind, name.case_sensitive) == (NameKind.VARIANT, True)


def test_all_ids_of_a_row_are_its_own() -> None:
    raw = {**PLACE, "wikidata": "Q1", "geonames": 77, "also": ["wikidata:Q1", "wof:5"]}
    assert seed_row(raw).identifiers == [("made-up", "1"), ("wikidata", "Q1"), ("geonames", "77"), ("wof", "5")]
    # A GeoNames number names a place, so it is not the id of a person or an organization.
    assert seed_row({**WORKS, "geonames": 77}).identifiers == [("made-up", "3")]


def test_a_row_of_several_sources_has_them_all_and_its_names_the_first() -> None:
    row = seed_row({**PLACE, "source": "one+other"})
    assert (row.sources, row.names[0].source) == (("one", "other"), "one")


def test_marks_of_direction_and_of_footnotes_are_no_part_of_a_name() -> None:
    assert [only_name(PLACE, text=text).text for text in ("\u202bזורביק\u202c", "Zorvik²")] == ["זורביק", "Zorvik"]


def test_a_name_told_twice_is_there_once() -> None:
    told = [
        {"text": "Zorvick", "lang": "en"},
        {"text": "Zorvick", "lang": "en", "type": "preferred"},
        {"text": "Zorvick"},
    ]
    assert [name.key() for name in seed_row({**PLACE, "names": told}).names] == [
        ("Zorvick", "en", None),
        ("Zorvick", None, None),
    ]


def test_a_list_of_shops_is_for_finding_and_never_important() -> None:
    shop = {
        **WORKS,
        "category": "amenity/bank",
        "importance": 0.9,
        "names": [{"text": "Zorvik Works"}, {"text": "Zorva"}],
    }
    row = seed_row({**shop, "source": "list"})
    assert (row.importance, [name.shown for name in row.names]) == (0.05, [True, False])
    curated = seed_row({**shop, "source": "curated"})
    assert (curated.importance, [name.shown for name in curated.names]) == (0.9, [True, True])


def test_two_people_of_one_row_are_told_apart() -> None:
    found = [
        row for row in told_apart(read_seed("people")) if "andriy-shevchenko" in row["id"] or "Q2081854" in row["id"]
    ]
    footballer, politician = (seed_row(row) for row in found)
    assert footballer.identifiers == [("curated", "andriy-shevchenko"), ("wikidata", "Q41244")]
    assert politician.identifiers == [("wikidata", "Q2081854")]
    assert (footballer.sources, politician.sources) == (("curated",), ("eps-world-2023", "eps-people-2022"))
    assert footballer.importance > politician.importance
    assert "Footballer" in str(footballer.description)
    assert "Ambassador" in str(politician.description)
    told = [{name.text for name in row.names} for row in (footballer, politician)]
    assert told[0] & told[1] == {"Andriy Shevchenko", "Андрій Шевченко"}
    assert ["Андрій Віталійович Шевченко" in names for names in told] == [False, True]


def test_every_line_of_people_told_apart_has_its_row() -> None:
    with TOLD_APART.open(encoding="utf-8", newline="") as rows:
        wanted = {row["id"]: row["second_names"] for row in csv.DictReader(rows, delimiter="\t")}
    found = {row["id"]: {f"{name['lang']} {name['text']}" for name in row["names"]} for row in read_seed("people")}
    for number, told in wanted.items():
        assert set(told.split("; ")) <= found[number], number


# A company's branches abroad, which ROR lists by its name.

GREAT: dict[str, Any] = {**WORKS, "country": "DE", "importance": 0.6, "source": "curated", "note": "steelworks"}
ABROAD: dict[str, Any] = {
    **WORKS,
    "id": "made-up:4",
    "country": "PT",
    "importance": 0.25,
    "source": "ror-2026-06",
    "note": "company, Carnaxide",
    "names": [{"text": "Zorvik Works"}, {"text": "Zorvik Works Portugal SA"}],
}


def test_a_branch_abroad_is_called_by_its_town_and_found_by_the_bare_name() -> None:
    counts = Counts()
    home, abroad = organization_rows([GREAT, ABROAD], counts, known_companies([GREAT, ABROAD]))
    assert (home.canonical, home.importance, [name.shown for name in home.names]) == ("Zorvik Works", 0.6, [True])
    assert (abroad.canonical, abroad.importance) == ("Zorvik Works (Carnaxide)", 0.05)
    assert [(name.text, name.shown, name.preferred) for name in abroad.names] == [
        ("Zorvik Works", False, False),
        ("Zorvik Works Portugal SA", True, False),
        ("Zorvik Works (Carnaxide)", True, True),
    ]
    assert counts.notes == {"branches called by their town": 1}


@pytest.mark.parametrize(
    ("home", "abroad"),
    [
        ({"importance": 0.5}, {}),  # not known by everybody
        ({"country": None}, {}),
        ({"name": "Velmar Works"}, {}),
        ({}, {"country": "DE"}),  # it may be the same
        ({}, {"source": "edinet-2026"}),  # a list of companies that are nobody's branches
        ({}, {"note": "university, Carnaxide"}),
        ({}, {"note": None}),
    ],
)
def test_no_other_company_of_the_name_is_taken_for_a_branch(home: dict[str, Any], abroad: dict[str, Any]) -> None:
    raws, counts = [{**GREAT, **home}, {**ABROAD, **abroad}], Counts()
    rows = list(organization_rows(raws, counts, known_companies(raws)))
    assert [(row.canonical, row.importance) for row in rows] == [(raw["name"], raw["importance"]) for raw in raws]
    assert not counts.notes


# Ukrainian localities: the place with the GeoNames number is known at 49.5, 36.25 as Zorvik.

KNOWN = {"77": {"name": "Zorvik", "alternatenames": ["Зорвік", "Sorwig"], "latitude": 49.5, "longitude": 36.25}}
LOCALITY = {
    "id": "wof:1",
    "kind": "place",
    "name": "Zorvik",
    "country": "UA",
    "lat": 49.5,
    "lon": 36.25,
    "importance": 0.7,
    "population": 500,
    "geonames": 77,
    "note": "locality",
    "names": [{"text": "Zorvik", "lang": "en", "type": "preferred"}],
}
KM_NORTH = 1 / 111.2  # degrees of latitude


def ukrainian(*raws: Mapping[str, Any]) -> tuple[list[EntityRow], Counts]:
    counts = Counts()
    return list(ukrainian_rows(raws, KNOWN, counts)), counts


FAR = "further than 15 km from the place with its GeoNames id"
UNLIKE = "no name agrees with the place with its GeoNames id"


def named(*texts: str, **fields: object) -> dict[str, Any]:
    return {**LOCALITY, "names": [{"text": text, "lang": "en"} for text in texts], **fields}


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (named("Zorvik"), None),
        (named("Zorvik", lat=49.5 + 14.5 * KM_NORTH), None),
        (named("Zorvik", lat=49.5 + 15.5 * KM_NORTH), FAR),
        (named("Zorvik", lon=36.25 - 15.5 * KM_NORTH), None),  # a degree of longitude is shorter here
        (named("Velmar", "Sorwig"), None),
        (named("Velmar", "Зорвік"), None),
        (named("Zorvyk"), None),  # romanizations differ in i and y
        (named("Velmar", "Ostrel"), UNLIKE),
        (named("Velmar", lat=49.5 + 15.5 * KM_NORTH), FAR),
        (named("Zorvik", lat=None, lon=None), "no position to compare"),
        (named("Zorvik", geonames=None), "no GeoNames id"),
        (named("Zorvik", names=[]), "names is empty"),
    ],
)
def test_a_locality_joins_a_place_only_near_it_and_when_a_name_agrees(raw: dict[str, Any], reason: str | None) -> None:
    rows, counts = ukrainian(raw)
    assert counts.read == 1
    if reason is None:
        assert [row.identifiers for row in rows] == [[("geonames", "77"), ("wof", "1")]]
        assert not counts.refused
        assert counts.notes == {"joined to a GeoNames place": 1}
    else:
        assert (rows, counts.refused) == ([], {reason: 1})


def test_a_refused_locality_keeps_no_other_from_its_place() -> None:
    rows, counts = ukrainian(named("Velmar"), named("Zorvik", id="wof:2"))
    assert [row.identifiers[1] for row in rows] == [("wof", "2")]
    assert counts.refused == {UNLIKE: 1}


def test_a_joined_locality_adds_names_alone_and_what_is_unlike_the_place_is_for_finding() -> None:
    [row], _ = ukrainian(named("Zorvik", "Zorwik", "Krasnomaisk"))
    assert [(name.text, name.shown, name.preferred) for name in row.names] == [
        ("Zorvik", True, False),
        ("Zorwik", True, False),
        ("Krasnomaisk", False, False),
    ]
    assert (row.feature_type, row.description, row.population, row.importance) == (None, None, None, 0.0)


def test_a_locality_that_cities500_lacks_is_an_entity_of_its_own_by_its_native_name() -> None:
    native = {"text": "Зорвіцьке", "lang": "uk", "type": "preferred"}
    [row], counts = ukrainian(
        {**LOCALITY, "geonames": 78, "name": "Zorvitske", "names": [native, {"text": "Zorvitske"}]}
    )
    assert (row.public_id(), row.canonical, row.population) == ("geonames-78", "Zorvitske", 500)
    assert counts.notes == {}


@pytest.mark.parametrize(
    ("told", "population", "importance"), [(19_999, 19_999, 0.7), (20_000, None, 0.0), (498_748, None, 0.0)]
)
def test_a_city_that_cities500_lacks_is_a_village_that_is_called_as_one(
    told: int, population: int | None, importance: float
) -> None:
    [row], _ = ukrainian({**LOCALITY, "geonames": 78, "population": told})
    assert (row.population, row.importance, len(row.names)) == (population, importance, 1)


@pytest.mark.parametrize(
    ("native", "name", "canonical"),
    # Resolution 55: зг is zgh, щ is shch, и is y.
    [("Згурівка", "Zgurovka", "Zghurivka"), ("Щасливе", "Shchaslivoe", "Shchaslyve"), ("Щасливе", "Ostrel", "Ostrel")],
)
def test_its_canonical_form_is_the_2010_romanization_where_the_native_name_is_like_it(
    native: str, name: str, canonical: str
) -> None:
    told = [{"text": native, "lang": "uk", "type": "preferred"}, {"text": name, "lang": "en"}]
    [row], _ = ukrainian({**LOCALITY, "geonames": 78, "name": name, "names": told})
    assert row.canonical == canonical


def test_two_localities_with_one_number_are_one_only_if_they_agree() -> None:
    one, far = named("Zorvik", geonames=78), named("Zorvik", geonames=78, id="wof:2", lat=52.0)
    unlike, like = named("Velmar", geonames=78, id="wof:3"), named("Zorvik", geonames=78, id="wof:4", lat=49.6)
    rows, counts = ukrainian(one, far, unlike, like)
    assert [row.identifiers[0] for row in rows] == [("wof", "1"), ("wof", "4")]
    assert counts.refused == {FAR: 1, UNLIKE: 1}


# People: merged on an equal id, birth date or office; never on the name.


def stored(engine: Engine, rows: list[EntityRow]) -> list[set[tuple[str, str]]]:
    """The ids of each entity that comes of these rows."""
    with writing(engine) as connection:
        Writer(connection, 1).put(rows)
    owned: dict[int, set[tuple[str, str]]] = {}
    with engine.connect() as connection:
        found = select(identifiers.c.entity_id, identifiers.c.scheme, identifiers.c.value)
        for owner, scheme, value in connection.execute(found.order_by(identifiers.c.id)):
            owned.setdefault(owner, set()).add((scheme, value))
    return list(owned.values())


def person(number: int, **fields: object) -> dict[str, Any]:
    return {**PERSON, "id": f"made-up:{number}", **fields}


MINISTER, MAYOR = "Minister of Rivers (2014-2019)", "mayor of Zorvik (as of 2022)"
PAIRS = [
    # one, other, whether they are one person
    (person(1), person(2), False),
    (person(1, wikidata="Q1"), person(2, wikidata="Q1"), True),
    (person(1, wikidata="Q1"), person(2, wikidata="Q2"), False),
    (person(1), person(2, also=["made-up:1"]), True),
    (person(1, born="1963-04-14"), person(2, born="1963-04-14"), True),
    (person(1, born="1963-04-14"), person(2, born="1963-04-14", country="PL"), True),
    (person(1, born="1963-04-14"), person(2, born="1963-04-14", name="Zora Ostrel"), False),
    (person(1, born="1963-04-14"), person(2, born="1963-04-15"), False),
    (person(1, born="1963"), person(2, born="1963"), False),  # a year is no date
    (person(1, note=MINISTER), person(2, note=MINISTER), True),
    (person(1, note=MINISTER), person(2, note=MAYOR), False),
    (person(1, note=MINISTER), person(2, note=MINISTER, country="PL"), False),
    (person(1, note=MINISTER, name="ZORA VELMAR"), person(2, note=MINISTER), True),
    (person(1, note=MINISTER, born="1963-04-14"), person(2, note=MINISTER, born="1963"), True),
    (person(1, note=MINISTER, born="1963-04-14"), person(2, note=MINISTER, born="1971-01-10"), False),
    (person(1, note="footballer"), person(2, note="footballer"), False),
    (person(1, note="film: actor"), person(2, note="film: actor"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_people_are_one_by_id_birth_date_or_office_and_never_by_name(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    counts = Counts()
    first, second = people_rows([one, other], counts)
    # An id in common is what the store joins by.
    assert bool(set(first.identifiers) & set(second.identifiers)) is same
    assert (counts.read, counts.refused.total()) == (2, 0)


def test_namesakes_stay_apart_when_a_third_row_joins_one_of_them(engine: Engine) -> None:
    rows = [person(1, born="1963-04-14"), person(2, born="1971-01-10"), person(3, born="1971-01-10"), person(4)]
    assert stored(engine, list(people_rows(rows, Counts()))) == [
        {("made-up", "1")},
        {("made-up", "2"), ("made-up", "3")},
        {("made-up", "4")},
    ]


def test_an_office_is_told_with_the_year_it_is_known_of(engine: Engine) -> None:
    stored(engine, list(people_rows([person(1, note=MAYOR)], Counts())))
    with engine.connect() as connection:
        assert connection.execute(select(entities.c.description)).scalars().all() == [MAYOR]


def test_organizations_are_one_by_an_equal_id_alone(engine: Engine) -> None:
    party = {**WORKS, "country": "UA", "note": "political party"}
    rows = [{**party, "id": "a:1"}, {**party, "id": "b:1"}, {**party, "id": "c:1", "also": ["b:1"]}]
    assert stored(engine, list(organization_rows(rows, Counts()))) == [{("a", "1")}, {("b", "1"), ("c", "1")}]


PLACES = [
    "city in Shizuoka prefecture, Japan",
    "special ward in the Tokyo Metropolis in Japan",
    "town and municipality in Lower Saxony, Germany",
    "state of the United States of America",
]
NO_PLACES = ["city council of Velmar", "state-owned bank located in Thailand", "town hall", "political party", None]


@pytest.mark.parametrize("note", [*PLACES, *NO_PLACES])
def test_a_place_in_a_list_of_brands_is_no_organization(note: str | None) -> None:
    counts = Counts()
    rows = list(organization_rows([{**WORKS, "id": "a:1", "country": "JP", "note": note}], counts))
    assert len(rows) == (note in NO_PLACES)
    assert counts.notes.total() == (note in PLACES)


@pytest.mark.parametrize("rows", [people_rows, organization_rows])
def test_rows_that_cannot_be_taken_are_counted_by_reason(rows: Any) -> None:
    counts = Counts()
    assert len(list(rows([person(1), person(2, names=[]), person(3, kind="ship"), person(4, names=[])], counts))) == 1
    assert counts.read == 4
    assert counts.refused["names is empty"] == 2
    assert counts.refused.total() == 3


# Regions.

CITIES = {
    "77": {
        "geonameid": 77, "name": "Zorvik", "alternatenames": ["Zorv"], "countrycode": "UA", "population": 900_000,
        "latitude": 49.5, "longitude": 36.25,
    }
}  # fmt: skip
REGION = {
    "id": "iso3166-2:UA-99",
    "kind": "region",
    "name": "Zorvik",
    "country": "UA",
    "lat": 49.6,
    "lon": 36.25,
    "note": "City",
    "names": [{"text": "Zorvik", "lang": "en", "type": "preferred"}, {"text": "Зорвік", "lang": "uk"}],
}


@pytest.mark.parametrize(
    ("raw", "is_city"),
    [
        (REGION, True),
        ({**REGION, "note": "Oblast"}, False),
        ({**REGION, "lat": 51.0}, False),
        ({**REGION, "country": "PL"}, False),
        ({**REGION, "id": "unm49:1"}, False),
        ({**REGION, "name": "Velmar", "names": [{"text": "Velmar", "lang": "en"}]}, False),
        ({**REGION, "lat": None, "lon": None}, True),
    ],
)
def test_a_region_that_is_the_city_is_the_citys_entity(raw: dict[str, Any], is_city: bool) -> None:
    def of(that_are_cities: bool) -> list[EntityRow]:
        return list(region_rows([raw], CITIES, {"UA": "Ukraine"}, Counts(), that_are_cities=that_are_cities))

    [row] = of(is_city)
    assert of(not is_city) == []
    assert (("geonames", "77") in row.identifiers) is is_city
    assert (row.description is None) is is_city


# What a region's list calls it, its country, and how it is described.
DESCRIBED = [
    ("Autonomous republic", "UA", "autonomous republic, Ukraine"),
    ("UN M49 macro-region", None, "UN M49 macro-region"),
    ("region of Africa", None, "region of Africa"),
]


@pytest.mark.parametrize(("note", "country", "described"), DESCRIBED)
def test_a_region_lies_in_its_country_or_in_none(note: str, country: str | None, described: str) -> None:
    raw = {**REGION, "country": country, "note": note, "id": "made-up:1"}
    [row] = region_rows([raw], {}, {"UA": "Ukraine", None: "Nowhere"}, Counts(), that_are_cities=False)  # type: ignore[dict-item]
    assert row.description == described


def test_a_country_in_a_country_is_a_well_known_region() -> None:
    raw = {**REGION, "note": "Country", "importance": 0.6}
    [row] = region_rows([raw], CITIES, {"UA": "Ukraine"}, Counts(), that_are_cities=False)
    assert row.importance == 0.8


@pytest.mark.parametrize(("people", "importance"), [({}, 0.6), ({"UA-99": 900}, 0.6), ({"UA-99": 10_000_000}, 0.88)])
def test_a_region_is_as_important_as_its_people_make_it(people: dict[str, int], importance: float) -> None:
    raw = {**REGION, "note": "Oblast", "importance": 0.6}
    [row] = region_rows([raw], {}, {"UA": "Ukraine"}, Counts(), that_are_cities=False, inhabitants=people)
    assert row.importance == pytest.approx(importance, abs=0.01)  # a hundred million people would be 1


def test_a_metropolitan_city_is_a_region_in_italy_that_tells_the_citys_names_and_a_city_in_korea() -> None:
    labels = [
        {"text": "Zorvik", "lang": "en", "type": "preferred"},
        {"text": "Provinz Zorv", "lang": "de", "type": "preferred"},
    ]

    def of(country: str, that_are_cities: bool) -> list[EntityRow]:
        raw = {**REGION, "note": "Metropolitan city", "country": country, "names": labels}
        cities = {"77": {**CITIES["77"], "countrycode": country}}
        return list(region_rows([raw], cities, {country: "There"}, Counts(), that_are_cities=that_are_cities))

    [region] = of("IT", False)
    assert (region.description, region.identifiers) == ("metropolitan city, There", [("iso3166-2", "UA-99")])
    [told] = of("IT", True)
    assert told.identifiers == [("geonames", "77")]
    assert [(name.text, name.language) for name in told.names] == [("Zorvik", "en"), ("Zorv", "de")]
    assert of("KR", False) == []
    [city] = of("KR", True)
    assert city.identifiers == [("geonames", "77"), ("iso3166-2", "UA-99")]
    assert [name.text for name in city.names if not name.shown] == ["Provinz Zorv"]


def test_a_footnote_is_no_part_of_a_name() -> None:
    assert seed_row({**PLACE, "name": "Zorvik²"}).canonical == "Zorvik"


def test_a_second_row_takes_nothing_back(engine: Engine) -> None:
    stored(engine, [seed_row({**PLACE, "importance": 0.5, "population": 5})])
    stored(engine, [seed_row({**PLACE, "name": "Sorvik", "importance": 0.2, "names": [{"text": "Sorvik"}]})])
    with engine.connect() as connection:
        told = connection.execute(select(entities.c.canonical, entities.c.importance, entities.c.population)).all()
        assert [tuple(row) for row in told] == [("Zorvik", 0.5, 5)]
        assert connection.execute(select(names.c.text).order_by(names.c.id)).scalars().all() == ["Zorvik", "Sorvik"]


def test_the_canonical_form_is_a_main_name_in_english_whatever_a_source_calls_it(engine: Engine) -> None:
    told = [{"text": "Zorvik", "lang": "en", "type": "alias"}, {"text": "Sorvik", "lang": "en", "type": "alias"}]
    stored(engine, [seed_row(PLACE), seed_row({**PLACE, "name": "Sorvik", "names": told})])
    with engine.connect() as connection:
        main = select(names.c.text, names.c.preferred).where(names.c.language == "en")
        assert dict(connection.execute(main).all()) == {"Zorvik": True, "Sorvik": False}


def test_what_newspapers_shorten_is_a_name_of_one_row_that_is_there() -> None:
    shortened = {"iso3166:US": {"US", "U.S.", "USA", "U.S.A."}, "iso3166:AE": {"UAE", "VAE", "ОАЕ"}}
    rows = {row["id"]: row for row in read_seed("countries")}
    for key, texts in shortened.items():
        assert texts <= {name["text"] for name in rows[key]["names"]}
    everything = {**rows, **{row["id"]: row for row in read_seed("organizations")}}
    with ABBREVIATIONS.open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["id"] for row in listed if everything[row["id"]]["name"] != row["name"]] == []
    american = seed_row(rows["iso3166:US"])
    assert {name.kind for name in american.names if name.text == "US"} == {NameKind.ABBREVIATION}
