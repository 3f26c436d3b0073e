"""Countries: their short names, and the labels that are no names of theirs."""

from typing import Any

import pytest

from gazetteer.importers.countries import country_rows, in_short
from gazetteer.importers.counts import Counts
from gazetteer.importers.demonyms import is_demonym
from gazetteer.importers.seeds import read_seed
from gazetteer.store import EntityRow

CITIES = {
    "77": {
        "geonameid": 77, "name": "Zorvik", "alternatenames": ["Zorv", "Zorvian"], "countrycode": "UA",
        "population": 900_000, "latitude": 49.5, "longitude": 36.25,
    }
}  # fmt: skip


def country(*told: dict[str, Any], **fields: Any) -> tuple[EntityRow, Counts]:
    counts = Counts()
    raw = {"id": "iso3166:UA", "kind": "country", "name": "Zorvia", "country": "UA", "names": list(told)}
    region = {"id": "iso3166-2:UA-99", "name": "Quarnia", "country": "UA", "names": [], "note": fields.get("note")}
    [row] = country_rows([raw], CITIES, [region], counts)
    return row, counts


def test_a_label_that_is_a_citys_or_regions_name_is_dropped_if_it_has_no_language() -> None:
    row, counts = country(
        {"text": "Zorvia", "lang": "en", "type": "preferred"},
        {"text": "Zorvik"},
        {"text": "Zorvik", "lang": "pl"},
        {"text": "Zorvija"},
        {"text": "Quarnia"},
    )
    assert [name.key() for name in row.names] == [
        ("Zorvia", "en", None),
        ("Zorvik", "pl", None),
        ("Zorvija", None, None),
    ]
    assert counts.notes["country labels dropped as names of cities"] == 2


def test_a_citys_name_like_the_countrys_is_dropped_too_unless_a_language_calls_the_country_so() -> None:
    row, _ = country({"text": "Zorvia"}, {"text": "Zorv", "lang": "pl"}, {"text": "Zorv"}, {"text": "Zorvian"})
    assert [name.key() for name in row.names] == [("Zorvia", None, None), ("Zorv", "pl", None), ("Zorv", None, None)]


def test_a_region_that_is_no_more_takes_no_label_away() -> None:
    row, _ = country({"text": "Zorvia"}, {"text": "Quarnia"}, note="code not in current ISO 3166-2")
    assert [name.text for name in row.names] == ["Zorvia", "Quarnia"]


def test_what_the_people_are_called_is_no_name_of_the_country() -> None:
    row, counts = country({"text": "Zorvia"}, {"text": "Zorviese"}, {"text": "Zorviese", "lang": "it"})
    assert [name.key() for name in row.names] == [
        ("Zorvia", None, None),
        ("Zorviese", None, None),
        ("Zorviese", "it", None),
    ]
    row, counts = country({"text": "Zorvia"}, {"text": "Zorviese"}, {"text": "English"}, {"text": "Zorvistan"})
    assert [name.text for name in row.names] == ["Zorvia", "Zorvistan"]
    assert counts.notes["country labels dropped as names of the people"] == 2


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        ("Ukrainian", "Ukraine", True),
        ("Ukrainians", "Ukraine", True),
        ("British", "United Kingdom", True),
        ("Qatari", "Qatar", True),
        ("Danmarki", "Denmark", False),
        ("Ukraine", "Ukraine", False),
        ("Kirghisistan", "Kyrgyzstan", False),
        ("Azerbaijan", "Azerbaijan", False),
    ],
)
def test_endings_and_a_list_tell_what_the_people_are_called(text: str, name: str, is_one: bool) -> None:
    assert is_demonym(text, [name]) is is_one


def test_what_is_english_for_something_else_is_hidden_in_a_little_language_alone() -> None:
    told = [{"text": "Quarnia", "lang": tag, "type": "preferred"} for tag in ("wae", "es")]
    row, _ = country({"text": "Zorvia"}, *told)
    assert {name.language: name.shown for name in row.names} == {None: True, "wae": False, "es": True}


def test_a_label_that_is_like_no_name_of_the_country_is_for_finding_alone() -> None:
    told = [{"text": text} for text in ("Yorks", "Zorvija", "Melvik Zorvia", "Zorviya", "YMK")]
    row, _ = country({"text": "Zorvia", "lang": "en"}, *told)
    assert [name.text for name in row.names if not name.shown] == ["Yorks"]


def test_a_label_of_something_in_a_country_is_no_name_of_the_country() -> None:
    labels = ("Zorvia", "ZVA", "Melvik, Z.V.A.", "Velmar, Zorvia", "Zorvia, The", "Zorvia, ZVA")
    told = [{"text": text, "lang": None} for text in labels] + [{"text": "Melvik, Zorvia", "lang": "pl"}]
    row, _ = country(*told)
    assert [name.text for name in row.names] == ["Zorvia", "ZVA", "Zorvia, The", "Zorvia, ZVA", "Melvik, Zorvia"]


def test_hong_kong_and_macao_go_by_their_short_names() -> None:
    rows = {row["country"]: row for row in in_short(read_seed("countries"))}
    assert (rows["HK"]["name"], rows["MO"]["name"], rows["GB"]["name"]) == ("Hong Kong", "Macao", "United Kingdom")
    main = {name["lang"]: name["text"] for name in rows["HK"]["names"] if name["type"] == "preferred"}
    assert (main["de"], main["fr"], main["zh"]) == ("Hongkong", "Hong Kong", "香港")
    assert "Sonderverwaltungsregion Hongkong" in {name["text"] for name in rows["HK"]["names"]}
    assert [name["text"] for name in rows["FR"]["names"] if name["lang"] == "en" and name["type"] == "preferred"] == [
        "France"
    ]
