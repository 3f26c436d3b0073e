"""What is asked of a row: columns by name or number, and the context of each row."""

from pathlib import Path

import pytest

from gazetteer.bulk.around import Around
from gazetteer.bulk.asking import Asking, query_of
from gazetteer.errors import BadParameter, ColumnMissing
from gazetteer.model import Kind, Point
from gazetteer.resolve import open_gazetteer

PLACES = [
    (("id", "City"), "City", 1),
    (("id", " city "), "CITY", 1),
    (("id", "city", "City"), "City", 2),
    (("id", "city"), "2", 1),
    (("2", "1"), "2", 0),
]
MISSING = [
    (("id", "city"), "town", "the file has: id, city"),
    (("city", "city"), "city", "two columns"),
    (("id", "city"), "3", "no column '3'"),
    (("id", "city"), "0", "no column '0'"),
    ((), "name", "the file has: none, it is empty"),
]


@pytest.mark.parametrize(("columns", "wanted", "place"), PLACES)
def test_a_column_is_found_by_name_or_number(columns: tuple[str, ...], wanted: str, place: int) -> None:
    assert Asking(wanted).places(columns) == (place,)


@pytest.mark.parametrize(("columns", "wanted", "said"), MISSING)
def test_a_column_that_is_not_there_is_said_with_those_that_are(
    columns: tuple[str, ...], wanted: str, said: str
) -> None:
    with pytest.raises(ColumnMissing, match=said):
        Asking(wanted).places(columns)


@pytest.fixture(scope="module")
def around(world: Path) -> Around:
    return Around(open_gazetteer(world))


def test_the_context_of_a_row_goes_into_the_query(around: Around) -> None:
    asking = Asking("n", {"kind": "k", "country": "c", "lat": "y", "lon": "x", "region": "r"}, language="fr")
    asked, unread, region = query_of(asking, ("Springfield", "Place", "us", "39,8", "-89.6", "France"), around)
    assert (asked.name, asked.kind, asked.country, region) == ("Springfield, France", Kind.PLACE, "US", "France")
    assert (asked.near, asked.language, unread) == (Point(39.8, -89.6), "fr", ())


def test_a_context_that_cannot_be_read_is_left_out_and_told(around: Around) -> None:
    asking = Asking("n", {"kind": "k", "country": "c", "lat": "y", "lon": "x", "region": "r"}, kind="place")
    asked, unread, _ = query_of(asking, ("Kyiv", "town", "Nowhereland", "95", "east", "qwerty"), around)
    assert (asked.name, asked.kind, asked.country, asked.near) == ("Kyiv", Kind.PLACE, None, None)
    assert list(map(str, unread)) == [
        "kind 'town'", "country 'Nowhereland'", "position '95', 'east'", "region 'qwerty'",
    ]  # fmt: skip


def test_half_a_position_is_told(around: Around) -> None:
    asking = Asking("n", {"lat": "y", "lon": "x"})
    asked, unread, _ = query_of(asking, ("Kyiv", "50.4", ""), around)
    assert (asked.near, list(map(str, unread))) == (None, ["position '50.4', ''"])


def test_an_empty_context_says_nothing(around: Around) -> None:
    asked, unread, _ = query_of(Asking("n", {"country": "c"}, country="FR"), ("Nice", " "), around)
    assert (asked.country, unread) == ("FR", ())


def test_the_country_of_all_rows_may_be_a_name() -> None:
    assert [Asking("n", country=said).for_all()["country"] for said in ("ua", "UKR", "Deutschland")] == [
        "UA",
        "UA",
        "DE",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"context": {"mayor": "m"}}, "kind, country, language"),
        ({"context": {"lat": "y"}}, "two columns"),
        ({"kind": "town"}, "place, person"),
        ({"country": "Atlantis"}, "ISO 3166"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_once(fields: dict[str, object], said: str) -> None:
    with pytest.raises(BadParameter, match=said):
        Asking("name", **fields)  # type: ignore[arg-type]
