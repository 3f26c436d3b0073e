"""What was compiled by hand: rows as the seeds have theirs, each name in the writing of its language."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from gazetteer.importers.curated import great_companies, historic_people
from gazetteer.text.scripts import script_of_char

Rows = Callable[[], Iterator[Mapping[str, Any]]]
BOTH = pytest.mark.parametrize("rows", [historic_people, great_companies])
WRITINGS = {
    **{key: {"Cyrl"} for key in ("be", "bg", "kk", "mk", "ru", "sr", "uk")},
    **{key: {"Arab"} for key in ("ar", "fa", "ur")},
    **{key: {"Latn"} for key in ("en", "fr", "de", "es", "it", "pt", "pl", "cs", "hu", "ro", "tr", "nl", "sv", "vi")},
    "el": {"Grek"}, "he": {"Hebr"}, "hi": {"Deva"}, "hy": {"Armn"}, "ka": {"Geor"}, "ko": {"Hang"}, "th": {"Thai"},
    "zh": {"Hani"}, "zh-Hant": {"Hani"}, "ja": {"Hani", "Kana", "Hira"},
}  # fmt: skip


def test_the_first_name_is_the_canonical_one_and_a_bare_form_is_a_surname() -> None:
    row = next(one for one in historic_people() if one["id"] == "curated:william-shakespeare")
    assert (row["name"], row["country"], row["also"]) == ("William Shakespeare", "GB", ["wikidata:Q692"])
    assert {"text": "William Shakespeare", "lang": "en", "type": "preferred"} in row["names"]
    assert {"text": "Шекспир", "lang": "ru", "type": "alias", "part": "surname"} in row["names"]


def test_a_company_that_another_list_has_bears_its_id() -> None:
    row = next(one for one in great_companies() if one["name"] == "Toyota")
    assert (row["id"], row["country"], row["kind"]) == ("wikidata:Q53268", "JP", "organisation")
    assert {"text": "トヨタ自動車", "lang": "ja", "type": "preferred"} in row["names"]


@pytest.mark.parametrize(("rows", "least"), [(historic_people, 390), (great_companies, 400)])
def test_everybody_is_there_once_and_is_told(rows: Rows, least: int) -> None:
    found = list(rows())
    ids = [row["id"] for row in found] + [one for row in found for one in row["also"]]
    assert len(found) > least
    assert len(set(ids)) == len(ids)
    assert all(row["note"] and row["names"][0]["lang"] == "en" for row in found)


@BOTH
def test_each_name_is_in_the_writing_of_its_language(rows: Rows) -> None:
    named = [name for row in rows() for name in row["names"] if name["lang"] in WRITINGS]
    # A company may have Latin initials before the rest: SK그룹.
    wrong = [name for name in named if WRITINGS[name["lang"]].isdisjoint(map(script_of_char, name["text"]))]
    assert len(named) > 5_000
    assert wrong == []


@BOTH
def test_each_language_has_one_main_name_of_everybody(rows: Rows) -> None:
    for row in rows():
        main = [name["lang"] for name in row["names"] if name["type"] == "preferred"]
        assert len(set(main)) == len(main), row["id"]
