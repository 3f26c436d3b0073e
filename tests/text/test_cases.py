"""Cases: base forms are told by the tables of the language, or of the letters; a name without cases has none."""

import csv
import tomllib
from pathlib import Path

import pytest

from gazetteer.text.cases import FILE, LEAST_BASE, TRIED, base_forms
from gazetteer.text.scripts import script_of

TABLE = Path(__file__).parents[1] / "tables" / "cases.tsv"

# A case form, its language, and the name as the language's dictionaries have it.
OF_NAMES = list(csv.DictReader(TABLE.open(encoding="utf-8"), delimiter="\t"))
# Those whose language the letters tell, or the length of the ending.
OF_NO_LANGUAGE = [
    ("Зеленського", "зеленський"), ("Харьковом", "харьков"), ("Магілёўска", "магілёўск"), ("Αθήνας", "αθήνα"),
    ("Zelenského", "zelenský"), ("Zełenskiego", "zełenski"),
]  # fmt: skip
NONE = [
    ("Bakhmut", "en"), ("Bakhmuta", "en"), ("Bakhmuta", "fr"), ("Bakhmuta", None), ("Харьковом", "pl"),
    ("Krakowie", "uk"), ("北京", "zh"), ("", "uk"), ("James", "en"), ("a b c d e", "uk"),
]  # fmt: skip


@pytest.mark.parametrize("row", OF_NAMES, ids=lambda row: row["name"])
def test_the_base_form_is_among_those_told(row: dict[str, str]) -> None:
    told = base_forms(row["name"], row["language"], script_of(row["name"]))
    assert row["base"] in told
    assert len(told) <= TRIED
    assert len(told) == len(set(told))


@pytest.mark.parametrize(("name", "base"), OF_NO_LANGUAGE)
def test_a_language_that_is_not_said_is_told_by_letters_and_long_endings(name: str, base: str) -> None:
    assert base in base_forms(name, None, script_of(name))


@pytest.mark.parametrize(("name", "language"), NONE)
def test_what_no_case_can_be_of_has_no_base_form(name: str, language: str | None) -> None:
    assert base_forms(name, language, script_of(name)) == []


def test_every_ending_restores_another_form_of_letters_alone() -> None:
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for language, endings in tables.items():
        for ending, restored in endings.items():
            if language == "prepositions":
                assert restored == restored.lower()
                continue
            assert ending.isalpha(), (language, ending)
            assert ending == ending.lower(), (language, ending)
            for one in restored.split(" "):
                assert one == "-" or one.isalpha(), (language, ending)
                assert one != ending, (language, ending)


def test_a_stem_is_never_cut_to_nothing() -> None:
    for name, language in (("Ялті", "uk"), ("Оші", "uk"), ("Уфе", "ru")):
        assert all(len(base) >= LEAST_BASE for base in base_forms(name, language, "Cyrl"))
