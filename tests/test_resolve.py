"""From a written name to its entity, on the small world: the whole line, as every caller meets it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.matching.evidence import EVIDENCE, explain_evidence
from gazetteer.model import Action, Decision, Judgement, Kind, Outcome, Point, Query, Relation, Stage
from gazetteer.resolve import REMEMBERED, Gazetteer, open_gazetteer, resolve
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from gazetteer.styles import style_of
from tests.index.conftest import grown

TABLES = Path(__file__).parent / "tables"


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def gazetteer(world: Path) -> Iterator[Gazetteer]:
    opened = open_gazetteer(world)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "row", rows("resolve.tsv"), ids=lambda row: f"{row['name']} {row['kind']} {row['near']}".strip()
)
def test_a_written_name_is_decided_as_the_table_says(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    near = Point(*map(float, row["near"].split(","))) if row["near"] else None
    kind = Kind(row["kind"]) if row["kind"] else None
    answer = resolve(gazetteer, Query(row["name"], kind=kind, language=row["language"] or None, near=near))
    assert str(answer.outcome) == row["outcome"], answer.why
    assert (answer.entity.id if answer.entity else "") == row["entity"], answer.why
    if row["relation"]:
        assert str(answer.relation) == row["relation"], answer.why
    assert row["name"] in answer.why


@pytest.mark.parametrize("row", rows("ordinary_words.tsv"), ids=lambda row: row["name"])
def test_an_ordinary_word_is_nobody(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    answer = resolve(gazetteer, Query(row["name"], language=row["language"] if row["language"] != "en" else None))
    assert answer.outcome is Outcome.NIL, answer.why
    assert answer.entity is None
    assert answer.canonical is None


@pytest.mark.parametrize("row", rows("places_that_are_words.tsv"), ids=lambda row: row["name"])
def test_a_place_that_is_an_ordinary_word_links_when_a_place_is_asked_for(
    gazetteer: Gazetteer, row: dict[str, str]
) -> None:
    answer = resolve(gazetteer, Query(row["name"], kind=Kind.PLACE))
    assert answer.outcome is Outcome.LINKED, answer.why
    assert answer.entity is not None
    assert (answer.entity.canonical, answer.entity.country) == (row["name"], row["country"])


def test_the_tables_are_as_long_as_they_must_be() -> None:
    assert len(rows("ordinary_words.tsv")) >= 40
    assert len(rows("places_that_are_words.tsv")) >= 30


def test_without_context_the_town_comes_before_the_village(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Balakliia"))
    assert answer.outcome in (Outcome.LINKED, Outcome.AMBIGUOUS)
    assert [match.entity.id for match in answer.matches[:2]] == ["geonames-712926", "geonames-712925"]


def test_a_country_after_the_comma_chooses_the_namesake(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, Query("London, Canada")).matches[0].entity.id == "geonames-6058560"
    assert resolve(gazetteer, Query("London, Royaume-Uni")).matches[0].entity.id == "geonames-2643743"


def test_a_qualifier_that_nobody_understands_leaves_it_open(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Kharkiv, Xyzzt"))
    assert answer.outcome is Outcome.AMBIGUOUS
    assert answer.matches[0].entity.id == "geonames-706483"
    assert "what stands after the name" in answer.why


def test_a_region_after_the_comma_chooses_the_namesake(gazetteer: Gazetteer) -> None:
    asked = Query("Balakliia, Poltava oblast")
    assert resolve(gazetteer, asked).matches[0].entity.id == "geonames-712925"


def with_towns(home: Path, *towns: tuple[str, str, float | None, float | None, int]) -> Gazetteer:
    """The small world, and these: each a name, a country, a position, and how many live there."""
    made = [
        EntityRow(
            Kind.PLACE, name, [("made-up", str(number))], [NameRow(name)], "town", country, None, lat, lon, people
        )
        for number, (name, country, lat, lon, people) in enumerate(towns)
    ]  # fmt: skip
    return grown(home, made)


# Three that say where Velmaria is, and a Zorvik far from there.
VELMARIA = [("Aldo، Velmaria", "US", 40.0, -100.0, 900), ("Bordo، Velmaria", "US", 40.5, -100.0, 900),
            ("Cardo، Velmaria", "US", 40.0, -100.5, 900)]  # fmt: skip
ABROAD = ("Zorvik", "CA", 50.0, -100.0, 900_000)


def test_names_tell_where_a_qualifier_is_that_no_list_has(world_of_its_own: Path) -> None:
    there = ("Zorvik", "US", 40.2, -100.2, 900)
    gazetteer = with_towns(world_of_its_own, *VELMARIA, ABROAD, there)
    answer = resolve(gazetteer, Query("Zorvik, Velmaria"))
    gazetteer.close()
    assert (answer.outcome, answer.entity and answer.entity.country) == (Outcome.LINKED, "US")


def test_one_that_is_spelled_otherwise_is_found_where_the_name_says(world_of_its_own: Path) -> None:
    there = ("Zorwikk", "US", 40.2, -100.2, 900)
    gazetteer = with_towns(world_of_its_own, *VELMARIA, ABROAD, there)
    answer = resolve(gazetteer, Query("Zorvik, Velmaria"))
    gazetteer.close()
    assert "US" in [match.entity.country for match in answer.matches]
    assert answer.entity is None or answer.entity.country == "US"


def test_one_that_does_not_lie_where_the_name_says_is_not_linked(world_of_its_own: Path) -> None:
    gazetteer = with_towns(world_of_its_own, *VELMARIA, ABROAD)
    answer = resolve(gazetteer, Query("Zorvik, Velmaria"))
    gazetteer.close()
    assert answer.outcome is Outcome.AMBIGUOUS
    assert answer.matches[0].entity.country == "CA"
    assert "does not fit" in answer.why


def test_one_of_whose_place_nothing_is_known_is_not_linked(world_of_its_own: Path) -> None:
    nowhere = ("Zorvik", "US", None, None, 900_000)
    gazetteer = with_towns(world_of_its_own, *VELMARIA, nowhere)
    answer = resolve(gazetteer, Query("Zorvik, Velmaria"))
    gazetteer.close()
    assert answer.outcome is Outcome.AMBIGUOUS
    assert [match.entity.country for match in answer.matches][:1] == ["US"]


def with_a_region(home: Path, town_in_it: bool, importance: float = 0.95) -> Gazetteer:
    """The small world, a region Zorvik and its town Aldo, and a town Zorvik: in that region or in another."""

    def region(name: str, importance: float) -> EntityRow:
        ids = [("iso3166-2", f"US-{name}")]
        return EntityRow(Kind.PLACE, name, ids, [NameRow(name, preferred=True)], "region", "US", importance=importance)

    def town(name: str, lies_in: str) -> EntityRow:
        ids, inside = [("made-up", name)], ("iso3166-2", f"US-{lies_in}")
        names = [NameRow(name, preferred=True)]
        return EntityRow(Kind.PLACE, name, ids, names, "town", "US", inside, 40.0, -100.0, population=20_000)

    regions = [region("Zorvik", importance), region("Velmaria", 0.6)]
    towns = [town("Aldo", "Zorvik"), town("Bordo", "Velmaria"), town("Zorvik", "Zorvik" if town_in_it else "Velmaria")]
    return grown(home, regions, towns)


@pytest.mark.parametrize(("town_in_it", "meant"), [(False, "region"), (True, "town")])
def test_the_bare_name_means_the_region_unless_a_town_there_is_its_namesake(
    world_of_its_own: Path, town_in_it: bool, meant: str
) -> None:
    gazetteer = with_a_region(world_of_its_own, town_in_it)
    answer = resolve(gazetteer, Query("Zorvik"))
    behind = resolve(gazetteer, Query("Aldo, Zorvik"))
    gazetteer.close()
    assert answer.matches[0].entity.feature_type == meant
    assert behind.entity is not None
    assert behind.entity.canonical == "Aldo"


@pytest.mark.parametrize("asked", ["Kharkiv, Canada", "Kharkiv, Poltava oblast"])
def test_a_city_is_not_linked_in_another_country_or_region(gazetteer: Gazetteer, asked: str) -> None:
    answer = resolve(gazetteer, Query(asked))
    assert answer.outcome is not Outcome.LINKED


def test_namesakes_that_nothing_tells_apart_are_ambiguous_with_the_candidates_listed(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Springfield"))
    assert answer.outcome is Outcome.AMBIGUOUS
    assert answer.entity is None
    assert {match.entity.canonical for match in answer.matches} == {"Springfield"}


def test_a_country_tells_namesakes_apart(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, Query("Moscow", country="US")).matches[0].entity.id == "geonames-5601538"
    assert resolve(gazetteer, Query("Moscow", country="RU")).matches[0].entity.id == "geonames-524901"


def test_a_kind_keeps_everything_else_out(gazetteer: Gazetteer) -> None:
    kinds = {match.entity.kind for match in resolve(gazetteer, Query("Wagner", kind=Kind.PLACE, limit=50)).matches}
    assert kinds == {Kind.PLACE}


def test_a_style_chooses_the_form_and_not_the_entity(gazetteer: Gazetteer) -> None:
    asked = Query("Selenskyj")
    forms = {style: resolve(gazetteer, asked, style=style_of(style)).canonical for style in ("ap", "reuters", "nyt")}
    assert forms == {"ap": "Volodymyr Zelenskyy", "reuters": "Volodymyr Zelenskiy", "nyt": "Volodymyr Zelensky"}


def test_what_a_desk_refused_is_not_offered_again(gazetteer: Gazetteer) -> None:
    refused = Judgement("Bachmut", "geonames-713174", Action.NOT_THIS)
    found = [match.entity.id for match in resolve(gazetteer, Query("Bachmut"), judgements=[refused]).matches]
    assert "geonames-713174" not in found
    assert resolve(gazetteer, Query("Bakhmut"), judgements=[refused]).matches[0].entity.id == "geonames-713174"


def test_what_a_desk_accepted_is_linked(gazetteer: Gazetteer) -> None:
    accepted = Judgement("Springfield", "geonames-4250542", Action.ACCEPT)
    answer = resolve(gazetteer, Query("Springfield", limit=10), judgements=[accepted])
    assert answer.outcome is Outcome.LINKED
    assert answer.entity is not None
    assert answer.entity.id == "geonames-4250542"


def test_a_threshold_above_the_confidence_leaves_nobody_linked(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, Query("Bakhmout", threshold=0.2)).outcome is Outcome.LINKED
    assert resolve(gazetteer, Query("Bakhmout", threshold=1.0)).outcome is not Outcome.LINKED


def test_the_limit_bounds_the_candidates(gazetteer: Gazetteer) -> None:
    assert len(resolve(gazetteer, Query("Springfield", limit=2)).matches) == 2


def test_the_same_question_has_the_same_answer(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, Query("Бахмутт")) == resolve(gazetteer, Query("Бахмутт"))


def test_short_acronyms_match_only_as_they_are_written(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, Query("NATO")).entity is not None
    assert resolve(gazetteer, Query("is")).outcome is Outcome.NIL


def test_confidences_are_probabilities_and_never_rise_down_the_list(gazetteer: Gazetteer) -> None:
    for name in ("Bakhmout", "Springfield", "Moskva", "Zelenska", "Xqzzt", "Донецьк"):
        told = [match.confidence for match in resolve(gazetteer, Query(name, limit=50)).matches]
        assert all(0.0 <= confidence <= 1.0 for confidence in told)
        assert told == sorted(told, reverse=True)


def test_every_evidence_function_says_what_it_weighs() -> None:
    sentences = [explain_evidence(function.__name__) for function in EVIDENCE]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def test_a_decision_is_remembered_until_something_changes(world: Path) -> None:
    gazetteer = open_gazetteer(world)
    asked = Query("Bakhmout")
    made: list[Query] = []

    def decide() -> Decision:
        made.append(asked)
        return resolve(gazetteer, asked)

    first = gazetteer.remember(asked, decide)
    assert gazetteer.remember(asked, decide) is first
    assert len(made) == 1
    for number in range(REMEMBERED):
        gazetteer.remember(number, lambda: first)
    gazetteer.remember(asked, decide)
    assert len(made) == 2  # the oldest goes when there are too many
    gazetteer.close()


def test_a_shallow_look_finds_what_is_written_so_and_no_more(gazetteer: Gazetteer) -> None:
    written, sounding, like = "Bakhmut", "Koupiansk", "Bakhmutt"
    found = {
        (name, depth): bool(resolve(gazetteer, Query(name), depth=depth).matches)
        for name in (written, sounding, like)
        for depth in (Stage.EXACT, Stage.READING, Stage.LIKENESS)
    }
    assert all(found[written, depth] for depth in Stage if (written, depth) in found)
    assert [found[sounding, depth] for depth in (Stage.READING, Stage.LIKENESS)] == [True, True]
    assert [found[like, depth] for depth in (Stage.EXACT, Stage.LIKENESS)] == [False, True]


@pytest.mark.parametrize(
    ("written", "meant"), [("Б\u0061хмут", "Бахмут"), ("Xарьков", "Харьков"), ("B\u0430khmut", "Bakhmut")]
)
def test_letters_of_two_scripts_in_one_word_are_put_into_one_and_that_is_said(
    gazetteer: Gazetteer, written: str, meant: str
) -> None:
    answer, whole = resolve(gazetteer, Query(written)), resolve(gazetteer, Query(meant))
    assert answer.outcome is Outcome.LINKED
    assert answer.entity == whole.entity
    assert answer.relation is Relation.MISSPELLING
    assert f"‘{written}’ has letters of two scripts in one word" in answer.why
    assert f"‘{meant}’" in answer.why


@pytest.mark.parametrize("name", ["NATO", "Nato"])
def test_capitals_that_are_said_as_a_word_may_be_written_as_one(gazetteer: Gazetteer, name: str) -> None:
    answer = resolve(gazetteer, Query(name))
    assert (answer.outcome, answer.entity and answer.entity.id) == (Outcome.LINKED, "wikidata-Q7184"), answer.why


def test_small_letters_are_no_capitals(gazetteer: Gazetteer) -> None:
    assert resolve(gazetteer, Query("nato")).outcome is not Outcome.LINKED


def test_why_a_town_is_not_meant_that_is_far_from_the_position_is_told(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Bakhmut", near=Point(10.0, 10.0)))
    assert answer.outcome is Outcome.AMBIGUOUS
    assert "far from the position given" in answer.why


@pytest.mark.parametrize(("country", "linked"), [("DE", False), ("KR", True)])
def test_two_syllables_are_a_place_that_sounds_so_where_they_are_written(
    world_of_its_own: Path, country: str, linked: bool
) -> None:
    gazetteer = with_towns(world_of_its_own, ("Byudyeo", country, 36.0, 128.0, 90_000))
    answer = resolve(gazetteer, Query("뷰뎌"))
    gazetteer.close()
    assert answer.matches[0].entity.canonical == "Byudyeo"
    assert (answer.outcome is Outcome.LINKED) is linked
    assert ("sounds as a name of Byudyeo" in answer.why) is not linked
