"""A system run backwards gives native spellings that it really writes so, the usual ones first."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import BadName, NotOfSystem
from gazetteer.languages import RuleSet, System, system, systems
from gazetteer.romanization.backwards import CANDIDATES_MOST, SPELLING_MOST, natives, natives_of
from gazetteer.romanization.compared import plain, unmarked
from gazetteer.romanization.pieces import read_back
from gazetteer.romanization.systems import romanize

TABLES = Path(__file__).parents[1] / "tables" / "romanization"
SPELLINGS = sorted(
    {row[2] for path in TABLES.glob("*.tsv") for row in csv.reader(path.open(encoding="utf-8"), "excel-tab")}
)

# Names of the national system's own table, and names as newspapers write them.
KNOWN = [
    ("Zhytomyr", "uk-Cyrl/national-2010", "Житомир"),
    ("Kharkiv", "uk-Cyrl/national-2010", "Харків"),
    ("Yahotyn", "uk-Cyrl/national-2010", "Яготин"),
    ("KYIV", "uk-Cyrl/national-2010", "КИЇВ"),
    ("Tchernihiv", "uk-Cyrl/press-fr", "Чернігів"),
    ("Bakhmout", "uk-Cyrl/press-fr", "Бахмут"),
    ("Zaporijjia", "uk-Cyrl/press-fr", "Запоріжжя"),
    ("Possad-Pokrovske", "uk-Cyrl/press-fr", "Посад-Покровське"),
    ("Khrouchtchev", "ru-Cyrl/press-fr", "Хрущёв"),
    ("Tbilisi", "ka-Geor/national-2002", "თბილისი"),
]


@pytest.mark.parametrize(("spelling", "full_id", "native"), KNOWN)
def test_the_name_that_was_meant_comes_first(spelling: str, full_id: str, native: str) -> None:
    assert natives(spelling, system(full_id)).found[0].text == native


@pytest.mark.parametrize("full_id", ["uk-Cyrl/national-2010", "uk-Cyrl/bgn-pcgn-1965", "ka-Geor/national-2002"])
def test_the_name_that_was_meant_is_among_the_candidates(full_id: str) -> None:
    tag, id_ = full_id.split("/")
    rows = csv.reader((TABLES / f"{tag}.tsv").open(encoding="utf-8"), "excel-tab")
    named = [(written, expected) for written, name, expected, *_ in rows if name == id_]
    assert len(named) > 10
    missed = [
        written
        for written, expected in named
        if plain(written) not in [plain(one.text) for one in natives(expected, system(full_id)).found]
    ]
    assert missed == []


def test_no_candidate_begins_with_a_vowel_sign() -> None:
    found = natives("Ismajil", system("hi-Deva/iso-15919")).found
    assert found
    assert [one.text for one in found if not one.text[0].isalpha()] == []


@pytest.mark.parametrize("full_id", list(systems()))
@settings(max_examples=15, deadline=None, database=None)
@given(spelling=st.sampled_from(SPELLINGS))
def test_every_candidate_is_written_so_by_the_system(full_id: str, spelling: str) -> None:
    found = natives(spelling, system(full_id)).found
    assert [one.text for one in found if plain(romanize(one.text, system(full_id))) != plain(spelling)] == []
    assert len({one.text for one in found}) == len(found) <= CANDIDATES_MOST


def test_where_two_letters_are_written_alike_both_are_candidates() -> None:
    both = System("s", "xx-Cyrl", "S", "nowhere", None, RuleSet({"щ": "q", "ш": "q", "а": "a"}, (), {}))
    said = natives("qa", both)
    assert {one.text for one in said.found} == {"ща", "ша"}
    assert said.complete


def test_a_letter_that_stands_for_one_is_certain() -> None:
    said = natives("Tbilisi", system("ka-Geor/national-2002"))
    assert ([one.text for one in said.found], said.complete) == (["თბილისი"], True)


def test_a_rule_is_heeded() -> None:
    first = RuleSet({"е": "e"}, ("е > ye / # _",), {})
    by = System("s", "xx-Cyrl", "S", "nowhere", None, first)
    assert [one.text for one in natives("yee", by).found] == ["ее"]
    assert natives("eye", by).found == ()


def test_more_than_are_listed_are_said_to_be_there() -> None:
    alike = System("s", "xx-Cyrl", "S", "nowhere", None, RuleSet({"щ": "q", "ш": "q"}, (), {}))
    said = natives("q" * 12, alike)
    assert len(said.found) == CANDIDATES_MOST
    assert not said.complete


def test_what_the_system_does_not_make_has_no_native_spelling() -> None:
    assert natives("Washington", system("uk-Cyrl/press-fr")).found == ()
    with pytest.raises(NotOfSystem, match=r"‘Washington’ is no spelling that .*uk-Cyrl/press-fr"):
        natives_of("Kyïv Washington", system("uk-Cyrl/press-fr"))


def test_digits_and_marks_stand_for_themselves() -> None:
    assert natives("«Sumy», 2-1", system("uk-Cyrl/national-2010")).found[0].text == "«Суми», 2-1"


@pytest.mark.parametrize("apostrophe", "'’ʼ‘`")
def test_an_apostrophe_is_one_however_it_is_typed(apostrophe: str) -> None:
    said = natives(f"Sevastopol{apostrophe}", system("ru-Cyrl/bgn-pcgn-1947"))
    assert said.found[0].text == "Севастополь"


def test_marks_may_be_missing() -> None:
    by = system("ru-Cyrl/iso-9-1995")
    assert natives("Cehov", by).found[0].text == "Цехов"
    assert "Чехов" in [one.text for one in natives("Cehov", by, marks=False).found]
    assert [one.text for one in natives_of("Čehov", by).found] == ["Чехов"]


def test_a_spelling_is_a_name() -> None:
    for text, says in (("", "empty"), ("a" * (SPELLING_MOST + 1), "at most 100"), ("a\0", "control")):
        with pytest.raises(BadName, match=says):
            natives_of(text, system("uk-Cyrl/national-2010"))


@settings(max_examples=60, deadline=None, database=None)
@given(text=st.text(st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюя АЯ-.,"), max_size=30))
def test_what_is_written_letter_by_letter_is_read_back(text: str) -> None:
    by = system("ru-Cyrl/iso-9-1995")
    assert read_back(romanize(text, by), replace(by, reversible=True)) == text.lower()


def test_marks_are_left_out_of_a_comparison_that_does_without() -> None:
    assert unmarked("Sevastopol’, Čehov, K”") == unmarked("SEVASTOPOL, cehov, k")
    assert plain("Čehov") != plain("Cehov")
