"""The writer: entities found again by any of their ids, merged, never doubled."""

from collections import Counter

from sqlalchemy import Engine, select

from gazetteer.model import Kind, NameKind
from gazetteer.store import EntityRow, NameRow, Writer, writing
from gazetteer.store.schema import entities, identifiers, names, provenance


def place(*ids: tuple[str, str], canonical: str = "Zorvik", **fields: object) -> EntityRow:
    return EntityRow(Kind.PLACE, canonical, list(ids), names=[NameRow(canonical)], **fields)  # type: ignore[arg-type]


def put(engine: Engine, *rows: EntityRow) -> Counter[str]:
    with writing(engine) as connection:
        return Writer(connection, 1).put(rows)


def of(engine: Engine, column) -> list:  # type: ignore[no-untyped-def,type-arg]
    with engine.connect() as connection:
        return list(connection.execute(select(column).order_by(column.table.c.id)).scalars())


def test_a_new_entity_has_the_public_id_of_its_first_scheme(engine: Engine) -> None:
    put(engine, place(("wikidata", "Q1"), ("geonames", "77")), place(("own", "a b/ü")))
    assert of(engine, entities.c.public_id) == ["geonames-77", "own-a.b.."]


def test_a_geonames_number_names_no_person(engine: Engine) -> None:
    put(engine, EntityRow(Kind.PERSON, "Zora", [("geonames", "77"), ("wikidata", "Q1")]))
    assert of(engine, entities.c.public_id) == ["wikidata-Q1"]


def test_a_second_row_of_an_entity_adds_to_it(engine: Engine) -> None:
    put(engine, place(("geonames", "77"), importance=0.5))
    more = place(("x", "1"), ("geonames", "77"), canonical="Sorvik", country="UA", importance=0.2)
    assert put(engine, more) == Counter({"changed": 1, "names": 1, "joined": 0})
    assert of(engine, entities.c.canonical) == ["Zorvik"]
    assert of(engine, entities.c.country) == ["UA"]
    assert of(engine, entities.c.importance) == [0.5]
    assert of(engine, names.c.text) == ["Zorvik", "Sorvik"]
    assert set(of(engine, identifiers.c.value)) == {"77", "1"}


def test_a_language_that_is_told_takes_the_place_of_one_that_was_inferred(engine: Engine) -> None:
    row = place(("geonames", "77"))
    row.names += [NameRow("Зорвик", "ru", NameKind.VARIANT, inferred=True), NameRow("Zorwik", "de")]
    put(engine, row)
    told = place(("geonames", "77"))
    told.names = [NameRow("Зорвик", "ru", NameKind.ENDONYM, preferred=True), NameRow("Зорвік", "uk", inferred=True)]
    assert put(engine, told)["changed"] == 1
    assert of(engine, names.c.text) == ["Zorvik", "Зорвик", "Zorwik", "Зорвік"]
    assert of(engine, names.c.inferred) == [False, False, False, True]
    assert of(engine, names.c.kind)[1] == "endonym"
    assert of(engine, names.c.preferred)[1]
    assert put(engine, told) == Counter({"unchanged": 1, "names": 0, "joined": 0})


def test_rows_of_one_batch_join_too(engine: Engine) -> None:
    counts = put(engine, place(("geonames", "77")), place(("wikidata", "Q1")), place(("wikidata", "Q1"), ("x", "1")))
    assert (counts["new"], counts["joined"]) == (2, 1)


def test_the_same_rows_again_change_nothing(engine: Engine) -> None:
    rows = [place(("geonames", "77"), sources=("a", "b")), place(("geonames", "78"), lat=1.5, lon=2.0)]
    assert put(engine, *rows)["new"] == 2
    again = [place(("geonames", "77"), sources=("a", "b")), place(("geonames", "78"), lat=1.5, lon=2.0)]
    assert put(engine, *again) == Counter({"unchanged": 2, "names": 0, "joined": 0})
    assert len(of(engine, names.c.text)) == len(of(engine, provenance.c.source_id)) == 2


def test_an_id_that_another_entity_has_stays_there(engine: Engine) -> None:
    put(engine, place(("geonames", "77"), ("wikidata", "Q1")), place(("geonames", "78"), canonical="Velmar"))
    put(engine, place(("geonames", "78"), ("wikidata", "Q1"), canonical="Velmar"))
    with engine.connect() as connection:
        statement = select(entities.c.canonical).join(identifiers).where(identifiers.c.value == "Q1")
        assert connection.execute(statement).scalars().all() == ["Zorvik"]


def test_ids_that_look_alike_as_public_ids_are_told_apart(engine: Engine) -> None:
    put(engine, place(("own", "a/b")), place(("own", "a b")))
    put(engine, place(("own", "a+b")))
    assert of(engine, entities.c.public_id) == ["own-a.b", "own-a.b~2", "own-a.b~3"]
    assert put(engine, place(("own", "a+b")))["unchanged"] == 1


def test_a_replacing_row_is_the_whole_truth_of_names_and_columns(engine: Engine) -> None:
    put(engine, place(("geonames", "77"), country="UA", population=5))
    row = place(("geonames", "77"), canonical="Sorvik", country="PL", replace=True)
    row.names = [NameRow("Sorvik", "pl", NameKind.ENDONYM, preferred=True), NameRow("Zorvik", shown=False)]
    assert put(engine, row)["changed"] == 1
    assert of(engine, names.c.text) == ["Sorvik", "Zorvik"]
    assert of(engine, names.c.shown) == [True, False]
    assert (of(engine, entities.c.country), of(engine, entities.c.population)) == (["PL"], [None])
    assert put(engine, row)["unchanged"] == 1


def test_a_given_public_id_is_kept_and_found_again(engine: Engine) -> None:
    put(engine, place(("wikidata", "Q1"), given_id="old-1", replace=True))
    assert put(engine, place(("wikidata", "Q2"), given_id="old-1", replace=True))["changed"] == 1
    assert of(engine, entities.c.public_id) == ["old-1"]
    assert set(of(engine, identifiers.c.value)) == {"Q1", "Q2"}


def test_a_place_names_its_region_by_an_id(engine: Engine) -> None:
    put(engine, place(("iso3166-2", "UA-63"), canonical="Zorvik region"))
    put(engine, place(("geonames", "77"), region=("iso3166-2", "UA-63")))
    assert of(engine, entities.c.region_id) == [None, 1]


def test_the_script_of_a_name_is_stored_with_it(engine: Engine) -> None:
    row = place(("geonames", "77"))
    row.names += [NameRow("Зорвік"), NameRow("ზორვიკი")]
    put(engine, row)
    assert of(engine, names.c.script) == ["Latn", "Cyrl", "Geor"]
