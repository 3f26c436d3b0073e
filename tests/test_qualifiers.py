"""What stands behind the comma of a name says where it is: country, region, their abbreviations, several at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.model import Kind, Outcome, Query
from gazetteer.qualifying import qualified_by
from gazetteer.resolve import Gazetteer, resolve
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from gazetteer.text.states import spelled_out
from tests.conftest import copy_world
from tests.index.conftest import grown


def row(
    name: str, key: str, feature_type: str, country: str, region: str | None = None, people: int = 900
) -> EntityRow:
    kind = Kind.ORGANIZATION if feature_type == "football club" else Kind.PLACE
    named = [NameRow(name, preferred=kind is Kind.PLACE)]
    of = ("made-up", region) if region else None
    return EntityRow(kind, name, [("made-up", key)], named, feature_type, country, of, population=people)


REGIONS = [
    row("Georgia", "us-ga", "region", "US"),
    row("Illinois", "us-il", "region", "US"),
    row("Oregon", "us-or", "region", "US"),
    row("Ontario", "ca-on", "region", "CA"),
    row("臥虎県", "wohu", "region", "QQ"),
    row("Qarvel", "de-q", "city", "DE", people=800_000),  # a city that is a region, with a part of its own
]
TOWNS = [
    row("Zorvik", "ge", "town", "GE"),
    row("Zorvik", "il", "town", "US", "us-il", 2_000),
    row("Zorvik", "or", "town", "US", "us-or", 1_000),
    row("Zorvik", "on", "town", "CA", "ca-on", 1_500),
    row("Zorvik", "club", "football club", "US"),
    row("Velm", "velm-de", "town", "DE", "de-q", 5_000),
    row("Velm", "velm-us", "town", "US", "us-il", 5_000),
    row("Velm, Illinois", "written-whole", "town", "US", "us-il", 700),
    row("Twin", "twin-large", "town", "US", "us-il", 900_000),
    row("Twin", "twin-small", "town", "US", "us-or", 900),
    row("Qandar", "qandar-il", "town", "US", "us-il", 900),
    row("Qandar", "qandar-il-il", "town", "IL", None, 900_000),
    row("Great", "great-ge", "city", "GE", people=300_000),
    row("Great", "great-company", "football club", "GE"),
    row("Famed", "famed-ge", "town", "GE", people=30_000),
    row("竜巻市", "longjuan", "town", "QQ", "wohu", 90_000),
    row("竜巻市", "longjuan-small", "town", "QQ", None, 900),
    row("Qandar Land", "land", "country", "QQ", people=900_000),
]


@pytest.fixture(scope="module")
def gazetteer(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    home = tmp_path_factory.mktemp("qualified")
    copy_world(world, home)
    opened = grown(home, REGIONS, TOWNS)
    yield opened
    opened.close()


SAID = [
    ("Zorvik, Illinois", "il"),
    ("Zorvik, Ill.", "il"),
    ("Zorvik, Ill", "il"),
    ("Zorvik, IL", "il"),
    ("Zorvik (Illinois)", "il"),
    ("Zorvik, Oregon", "or"),
    ("Zorvik, OR", "or"),
    ("Zorvik, Ore.", "or"),
    ("Zorvik, Ont.", "on"),
    ("Zorvik, ON, Canada", "on"),
    ("Zorvik, IL 60601", "il"),
    ("ZORVIK, ILL.", "il"),
    ("Zorvik, (IL)", "il"),
    ("Zorvik, Ore., Canada", "on"),  # what is short for Oregon may be short for something of Canada
    ("Twin, USA", "twin-large"),
    ("Twin, Illinois", "twin-large"),
    ("Zorvik, Illinois, USA", "il"),
    ("Zorvik, Ill., U.S.A.", "il"),
    ("Zorvik, Xyzzt County, Illinois", "il"),
    ("Зорвик, Канада", "on"),
    ("Velm, Qarvel", "velm-de"),
    ("Velm, Germany", "velm-de"),
    ("Velm, Illinois", "written-whole"),  # as it is written; the other is named by a part of what was asked
]


@pytest.mark.parametrize(("asked", "meant"), SAID)
def test_the_namesake_that_lies_there_is_meant(gazetteer: Gazetteer, asked: str, meant: str) -> None:
    answer = resolve(gazetteer, Query(asked))
    assert answer.outcome is Outcome.LINKED, answer.why
    assert answer.entity is not None
    assert answer.entity.id == f"made-up-{meant}"


def test_a_country_is_meant_though_a_state_has_its_name(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Zorvik, Georgia"))
    assert (answer.outcome, answer.entity and answer.entity.id) == (Outcome.LINKED, "made-up-ge")


BESIDE = [
    ("Great Georgia", "great-ge"),
    ("Georgia Great", "great-ge"),
    ("Грузия Great", "great-ge"),
    ("Great/Georgia", "great-ge"),
    ("Georgia – Great", "great-ge"),
    ("Georgia, Famed", "famed-ge"),
    ("Famed / Georgia", "famed-ge"),
    ("Great (GE)", "great-ge"),
    ("Famed, GEO", "famed-ge"),
    ("Great GE", "great-ge"),
    ("Twin Illinois", "twin-large"),
    ("Twin IL", "twin-large"),
    ("Illinois, Twin", "twin-large"),
    ("臥虎県竜巻市", "longjuan"),
    ("Twin, IL", "twin-large"),  # in Israel nothing is called so
]


@pytest.mark.parametrize(("asked", "meant"), BESIDE)
def test_a_country_beside_a_name_says_where_it_is_whatever_parts_them(
    gazetteer: Gazetteer, asked: str, meant: str
) -> None:
    answer = resolve(gazetteer, Query(asked))
    assert (answer.outcome, answer.entity and answer.entity.id) == (Outcome.LINKED, f"made-up-{meant}"), answer.why


NOT_BESIDE = [
    "Famed Georgia",  # as small as many that persons and companies are called by
    "Zorvik Georgia",
    "Famed Illinois",
    "Illinois - Twin",  # two places, as likely
    "Illinois Twin",
    "Twin (GE)",
    "GE Great",
    "Great Georgia Canada",
    "Georgia/Canada",
    "Georgia Canada",
]


@pytest.mark.parametrize("asked", NOT_BESIDE)
def test_what_may_be_something_else_is_no_name_with_its_country(gazetteer: Gazetteer, asked: str) -> None:
    answer = resolve(gazetteer, Query(asked))
    assert answer.outcome is not Outcome.LINKED, answer.why


def test_a_small_town_stands_beside_its_country_where_a_place_is_asked_for(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Famed Georgia", kind=Kind.PLACE))
    assert answer.entity is not None
    assert answer.entity.id == "made-up-famed-ge"


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANIZATION])
def test_nobody_else_lies_in_a_country(gazetteer: Gazetteer, kind: Kind) -> None:
    assert resolve(gazetteer, Query("Great Georgia", kind=kind)).outcome is not Outcome.LINKED


LEFT_OPEN = [
    "Zorvik, Illinois, Canada",
    "Zorvik, Illinois, Oregon",
    "Twin, Illinois, Oregon",
    "Twin, Xyzzt, USA",  # it may tell the two apart
    "Qandar, IL",  # Illinois, or Israel
    "Zorvik (TO)",
    "Zorvik club, Illinois",
    "Zorvik, Bavaria",
    "Zorvik (Illinoy)",
    "Zorvik, or",
]


@pytest.mark.parametrize("asked", LEFT_OPEN)
def test_what_contradicts_itself_or_is_not_known_or_lies_elsewhere_leaves_it_open(
    gazetteer: Gazetteer, asked: str
) -> None:
    assert resolve(gazetteer, Query(asked)).outcome is not Outcome.LINKED


def test_several_in_one_country_are_left_open_and_none_of_another_is_told(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Zorvik, USA"))
    assert answer.outcome is Outcome.AMBIGUOUS
    assert {match.entity.id for match in answer.matches[:2]} == {"made-up-il", "made-up-or"}


def test_no_country_lies_in_itself(gazetteer: Gazetteer) -> None:
    answer = resolve(gazetteer, Query("Canada, Canada"))
    assert answer.entity is None or answer.entity.feature_type != "country"


def test_a_country_is_named_itself_or_by_its_regions(gazetteer: Gazetteer) -> None:
    both = qualified_by(gazetteer.index, "Georgia")
    assert (both.countries, both.whole, len(both.regions)) == ({"GE", "US"}, {"GE"}, 1)
    one = qualified_by(gazetteer.index, "Georgia, USA")
    assert (one.countries, one.whole, one.regions) == ({"US"}, frozenset(), both.regions)
    assert qualified_by(gazetteer.index, "Xyzzt").countries == frozenset()


def test_an_abbreviation_is_one_as_it_is_written_and_may_be_two() -> None:
    assert spelled_out("N. Y.") == spelled_out("N.Y.") == spelled_out("NY") == ("New York",)
    assert spelled_out("WA") == ("Washington", "Western Australia")
    assert spelled_out("In") == spelled_out("in") == spelled_out("Oregon") == spelled_out("") == ()
