"""Every cyrillization keeps to its table: tests/tables/cyrillization/<tag>.tsv, typed from style guides.

A row says what a name becomes in the Cyrillic of one language. The folder is the register: a new file and its table
are held to all of this without another line here.
"""

import csv
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from gazetteer.languages.cyrillization import FOLDER, Cyrillization, cyrillizations, load
from gazetteer.romanization.cyrillization import cyrillize
from gazetteer.romanization.rules import compile_matches
from gazetteer.romanization.systems import lowered, rewrite

TABLES = Path(__file__).parents[1] / "tables" / "cyrillization"
HEADER = ["written", "into", "expected", "why", "mark"]
# Where a row is from: an example that the authority prints, a name as encyclopedias and press of that language write
# it; or made to show what a rule does.
ROW_MARKS = frozenset(("standard", "recorded", "made"))
# What an alphabet needs that no rule or letter may leave in Latin.
ALPHABETS = {
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
}
NONE = 10_000  # the place of no rule
LATIN = "abcdefghijklmnopqrstuvwxyz"


@cache
def rows(tag: str) -> list[list[str]]:
    path = TABLES / f"{tag}.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(name: str, asked: Cyrillization, left_out: int = NONE) -> str:
    """What the rules make of a name without one of them."""
    small = lowered("".join(asked.capitals.get(char, char) for char in name))
    return rewrite(name, matches(asked.language, asked.into, left_out)(small))


@cache
def matches(language: str, into: str, left_out: int) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """The rules of a cyrillization without one of them."""
    rules = cyrillizations()[language, into].rules
    return compile_matches(replace(rules, rules=rules.rules[:left_out] + rules.rules[left_out + 1 :]))


def rows_of(asked: Cyrillization) -> list[list[str]]:
    return [row for row in rows(f"{asked.language}-Latn")[1:] if row[1] == asked.into]


TAGS = sorted(path.stem for path in FOLDER.glob("*.toml"))
ALL = [pytest.param(asked, id="-".join(pair)) for pair, asked in cyrillizations().items()]
CASES = [pytest.param(tag, *row[:3], id=f"{tag} {row[1]} {row[0]}") for tag in TAGS for row in rows(tag)[1:]]
RULES = [
    pytest.param(asked, position, id=f"{asked.language}-{asked.into} {rule}")
    for asked in cyrillizations().values()
    for position, rule in enumerate(asked.rules.rules)
]


@pytest.mark.parametrize(("tag", "name", "into", "expected"), CASES)
def test_a_name_becomes_what_the_table_says(tag: str, name: str, into: str, expected: str) -> None:
    assert cyrillize(name, tag.partition("-")[0], into) == expected


@pytest.mark.parametrize(("asked", "position"), RULES)
def test_every_rule_decides_some_row(asked: Cyrillization, position: int) -> None:
    decided = [row[0] for row in rows_of(asked) if written(row[0], asked, position) != written(row[0], asked)]
    by_rules = [name for name in decided if cyrillize(name, asked.language, asked.into) == written(name, asked)]
    assert by_rules, asked.rules.rules[position]


@pytest.mark.parametrize("asked", ALL)
def test_every_listed_name_is_needed(asked: Cyrillization) -> None:
    """A name that the rules write as listed is no exception; where nothing is certain, a list says what is."""
    if asked.irregular:
        return
    same = [name for name, listed in asked.names.items() if written(name, asked) == listed.lower()]
    assert same == []


@pytest.mark.parametrize("asked", ALL)
def test_listed_names_are_small_letters_and_become_a_capital(asked: Cyrillization) -> None:
    assert [name for name in asked.names if name != lowered(name)] == []
    assert [listed for listed in asked.names.values() if not listed[0].isupper()] == []


@pytest.mark.parametrize("asked", ALL)
def test_what_is_written_is_letters_of_that_alphabet(asked: Cyrillization) -> None:
    outputs = [*asked.rules.letters.values(), *asked.names.values()]
    outputs += [rule.partition(" / ")[0].partition(">")[2].strip() for rule in asked.rules.rules]
    letters = {char for text in outputs for char in text.lower() if char.isalpha()}
    assert letters - ALPHABETS[asked.into] == set()


@pytest.mark.parametrize("asked", ALL)
def test_every_latin_letter_is_written_in_cyrillic(asked: Cyrillization) -> None:
    left = [char for char in LATIN if char in cyrillize(f"a{char}a", asked.language, asked.into)]
    assert left == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_file_is_nfc_and_serves_both_languages(tag: str) -> None:
    assert unicodedata.is_normalized("NFC", (FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    assert list(load(FOLDER / f"{tag}.toml")) == ["uk", "ru"]


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_five_full_cells_a_row_with_a_known_mark(tag: str) -> None:
    assert rows(tag)[:1] == [HEADER]
    assert [row for row in rows(tag) if len(row) != 5 or not all(map(str.strip, row))] == []
    assert {row[4] for row in rows(tag)[1:]} <= ROW_MARKS


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_repeats_no_row_and_is_nfc(tag: str) -> None:
    asked = [tuple(row[:2]) for row in rows(tag)]
    assert sorted({pair for pair in asked if asked.count(pair) > 1}) == []
    assert [cell for row in rows(tag) for cell in row if not unicodedata.is_normalized("NFC", cell)] == []


def test_every_table_belongs_to_a_file() -> None:
    assert sorted(path.stem for path in TABLES.glob("*.tsv")) == TAGS
