"""What English calls regions: names that are typed, names made by the word for the sort, and what stays."""

import csv
from collections.abc import Mapping
from typing import Any

import pytest

from gazetteer.importers.counts import Counts
from gazetteer.importers.region_names import FILE, LISTED_AS, english_name, named
from gazetteer.importers.regions import region_rows
from gazetteer.importers.seeds import read_seed


@pytest.fixture(scope="module")
def listed() -> Mapping[str, Mapping[str, Any]]:
    return {row["id"].removeprefix("iso3166-2:"): row for row in read_seed("regions")}


# English names as the Constitution of Russia (Article 65), and newspapers, have them.
NAMES = [
    ("RU-CE", "Chechnya"),
    ("RU-UD", "Udmurtia"),
    ("RU-BU", "Buryatia"),
    ("RU-KB", "Kabardino-Balkaria"),
    ("RU-LEN", "Leningrad Oblast"),
    ("RU-KGD", "Kaliningrad Oblast"),
    ("RU-MOS", "Moscow Oblast"),
    ("RU-YEV", "Jewish Autonomous Oblast"),
    ("RU-YAN", "Yamalo-Nenets Autonomous Okrug"),
    ("RU-TA", "Tatarstan"),
    ("RU-PRI", "Primorsky Krai"),
    ("BY-MA", "Mogilev Region"),
    ("KZ-35", "Karaganda Region"),
    ("UZ-TO", "Tashkent Region"),
    ("CZ-31", "South Bohemian Region"),
    ("JP-27", "Osaka"),
    ("IN-TS", "Telangana"),
    ("CN-NM", "Inner Mongolia"),
    ("UA-63", "Kharkiv Oblast"),
    ("DE-BY", "Bavaria"),
]


@pytest.mark.parametrize(("code", "name"), NAMES)
def test_a_region_has_its_english_name(listed: Mapping[str, Mapping[str, Any]], code: str, name: str) -> None:
    assert english_name(listed[code]) == name


def test_every_typed_name_is_of_a_row_that_its_list_calls_so(listed: Mapping[str, Mapping[str, Any]]) -> None:
    with FILE.open(encoding="utf-8", newline="") as rows:
        typed = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row for row in typed if listed[row["id"].removeprefix("iso3166-2:")]["name"] != row["listed"]] == []


def test_what_the_list_calls_a_region_is_for_finding_alone(listed: Mapping[str, Mapping[str, Any]]) -> None:
    [raw] = named([listed["RU-CE"]])
    assert raw[LISTED_AS] == "Chechen"
    [row] = region_rows([raw], {}, {"RU": "Russia"}, Counts(), that_are_cities=False)
    english = {name.text: (name.preferred, name.shown) for name in row.names if name.language == "en"}
    assert (row.canonical, english["Chechnya"], english["Chechen"]) == ("Chechnya", (True, True), (False, False))
    assert [name.text for name in row.names if name.language == "de"] == ["Tschetschenien"]


@pytest.mark.parametrize(
    ("code", "description"),
    [
        ("RU-LEN", "oblast, Russia"),
        ("RU-NEN", "autonomous okrug, Russia"),
        ("RU-PRI", "krai, Russia"),
        ("RU-TA", "republic, Russia"),
        ("LY-ZA", "district, Russia"),
        ("PL-02", "voivodeship, Russia"),
    ],
)
def test_a_region_is_described_in_plain_words(
    listed: Mapping[str, Mapping[str, Any]], code: str, description: str
) -> None:
    countries = {code[:2]: "Russia"}
    [row] = region_rows([listed[code]], {}, countries, Counts(), that_are_cities=False)
    assert row.description == description
