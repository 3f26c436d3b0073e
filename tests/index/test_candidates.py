"""Candidates: brute force over the store finds nothing that the index missed, nor the index what is not there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from gazetteer.importers.initialize import set_up
from gazetteer.index import Index, build_index, offer, open_index
from gazetteer.keys import exact_key, form, word_key
from gazetteer.model import Kind, Name, NameKind
from gazetteer.romanization.readings import name_readings, readings
from gazetteer.store import EntityRow, NameRow, database_url, open_engine
from gazetteer.store.schema import entities, names
from tests.index.conftest import QUESTIONS, put, told

# Every so many of the world's names is asked for too.
STEP = 61


@dataclass(frozen=True)
class Stored:
    """A name as SQL has it, with all under which it should be found."""

    told: tuple[str, Name]
    exact: str
    forms: frozenset[str]
    words: frozenset[str]


@pytest.fixture(scope="module")
def opened(world: Path) -> Iterator[tuple[Index, Engine]]:
    engine = open_engine(database_url(world))
    yield open_index(world, engine), engine
    engine.dispose()


@pytest.fixture(scope="module")
def stored(opened: tuple[Index, Engine]) -> list[Stored]:
    """Every accepted name of a published entity, one by one."""
    statement = select(names, entities.c.public_id, entities.c.country, entities.c.kind.label("entity_kind")).join(
        entities, names.c.entity_id == entities.c.id
    )
    with opened[1].connect() as connection:
        rows = connection.execute(
            statement.where(entities.c.state == "published", names.c.status == "accepted")
        ).mappings()
        return [
            stored_name(
                row["public_id"],
                Name(
                    row["text"],
                    row["language"],
                    NameKind(row["kind"]),
                    row["shown"],
                    row["case_sensitive"],
                    row["inferred"],
                    row["preferred"],
                ),
                row["country"],
                row["entity_kind"],
            )
            for row in rows
        ]


def stored_name(public_id: str, name: Name, country: str | None, kind: str) -> Stored:
    """A case-sensitive name is found as it is written and in no other way."""
    if name.case_sensitive:
        return Stored((public_id, name), "=" + name.text, frozenset(), frozenset())
    # Chinese characters of Japan whose language was only inferred may be Japanese as well.
    unsure = name.inferred and name.language == "zh" and country == "JP"
    read = name_readings(name.text, None if unsure else name.language, country if kind == Kind.PLACE else None)
    texts = [reading.text for reading in read]
    return Stored(
        (public_id, name),
        exact_key(name.text),
        frozenset(map(form, texts)),
        frozenset(key for text in texts if (key := word_key(text))),
    )


@pytest.fixture(scope="module")
def questions(stored: list[Stored]) -> list[str]:
    of_world = [one.told[1].text for one in stored[::STEP]]
    return [*QUESTIONS, *of_world, *(" ".join(reversed(text.split())) for text in of_world[::3])]


def test_brute_force_finds_the_same_exact_names(
    opened: tuple[Index, Engine], stored: list[Stored], questions: list[str]
) -> None:
    for text in questions:
        keys = (exact_key(text), "=" + text)
        wanted = {one.told for one in stored if one.exact in keys}
        offered = offer(opened[0].main, text, readings(text))
        assert told(opened[0].main, [offered.exact]) == wanted, text


def test_brute_force_finds_the_same_names_that_sound_alike(
    opened: tuple[Index, Engine], stored: list[Stored], questions: list[str]
) -> None:
    met = 0
    for text in questions:
        read = readings(text)
        said = {form(reading.text) for reading in read if not reading.lossy}
        wanted = {one.told for one in stored if one.forms & said}
        offered = offer(opened[0].main, text, read)
        assert told(opened[0].main, offered.same_form.values()) == wanted, text
        met += len(wanted)
    assert met > len(questions)


def test_brute_force_finds_the_same_names_of_the_same_words(
    opened: tuple[Index, Engine], stored: list[Stored], questions: list[str]
) -> None:
    met = 0
    for text in questions:
        read = readings(text)
        said = {key for reading in read if (key := word_key(reading.text))}
        wanted = {one.told for one in stored if one.words & said}
        offered = offer(opened[0].main, text, read)
        assert told(opened[0].main, [offered.same_words]) == wanted, text
        met += len(wanted)
    assert met > 100


def test_every_name_of_the_world_is_found_as_it_is_written(opened: tuple[Index, Engine], stored: list[Stored]) -> None:
    main = opened[0].main
    missed = [one.told for one in stored if one.told not in told(main, [main.names_by("exact", one.exact)])]
    assert missed == []


LIKE = [
    ("Bakhmutt", "geonames-713174", "a letter too many"),
    ("Bakmut", "geonames-713174", "a letter too few"),
    ("Bahkmut", "geonames-713174", "two letters changed places"),
    ("Черниговв", "geonames-710735", "a letter too many in Cyrillic"),
    ("Chernihw", "geonames-710735", "a letter lost"),
    ("Zelenskiyyy", "wikidata-Q3874799", "letters too many"),
    ("Possad Pokrovskje", "geonames-696464", "two slips in two words"),
]


@pytest.mark.parametrize(("text", "public_id", "why"), LIKE)
def test_likeness_offers_a_name_with_a_slip(opened: tuple[Index, Engine], text: str, public_id: str, why: str) -> None:
    main = opened[0].main
    offered = offer(main, text, readings(text))
    assert len(offered.exact) == 0
    owners = told(main, [main.names_of_form_number(int(number)) for number in offered.forms])
    assert public_id in {owner for owner, _ in owners}, why


def test_likeness_is_asked_only_where_no_name_is_written_just_so(opened: tuple[Index, Engine]) -> None:
    main = opened[0].main
    assert len(offer(main, "Bakhmut", readings("Bakhmut")).forms) == 0
    assert len(offer(main, "Bakhmutt", readings("Bakhmutt")).forms) > 0
    assert len(offer(main, "Bakhmut", readings("Bakhmut"), likeness=True).forms) > 0
    assert len(offer(main, "Bakhmutt", readings("Bakhmutt"), likeness=False).forms) == 0


def test_a_name_of_which_nothing_can_be_read_is_offered_nothing(opened: tuple[Index, Engine]) -> None:
    for text in ("…", "—", "🙂"):
        offered = offer(opened[0].main, text, readings(text))
        assert told(opened[0].main, [offered.exact, offered.same_words, *offered.same_form.values()]) == set(), text


# One name in two scripts, longer than any usual one; in both the words stand in the same order.
LONG = "Zorvik Velmar Torlan Beskid Orvalin Teskavor Pelamir Ostrogan Kelvadur Mirsovan"
LONG_IN_CYRILLIC = "Зорвик Велмар Торлан Бескид Орвалин Тескавор Пеламир Остроган Келвадур Мирсован"


def test_a_long_name_is_found_by_what_it_says_as_a_short_one_is(tmp_path: Path) -> None:
    engine = open_engine(database_url(tmp_path))
    set_up(engine, tmp_path)
    put(engine, EntityRow(Kind.ORGANIZATION, LONG, [("made-up", "1")], names=[NameRow(LONG)]))
    build_index(engine, tmp_path)
    main = open_index(tmp_path, engine).main
    (said,) = {form(reading.text) for reading in readings(LONG_IN_CYRILLIC, "ru")}
    assert said == LONG.replace(" ", "").lower()
    assert list(offer(main, LONG_IN_CYRILLIC, readings(LONG_IN_CYRILLIC, "ru")).same_form) == [said]
