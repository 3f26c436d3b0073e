"""Every orthography keeps to its table: tests/tables/romanization/<tag>.tsv, typed from the standards.

A row says what one writing becomes by one system, or by `reads` in the common form. The folder is
the register: a new orthography and its table are held to all of this without another line here.
"""

import csv
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from gazetteer.errors import BadOrthography
from gazetteer.languages import FOLDER, Orthography, RuleSet, load
from gazetteer.romanization.common_form import finish
from gazetteer.romanization.cyrillic import broad
from gazetteer.romanization.orthographic import prepare
from gazetteer.romanization.rules import compile_rules
from gazetteer.romanization.systems import romanize

TABLES = Path(__file__).parents[1] / "tables" / "romanization"
HEADER = ["written", "system", "expected", "why", "mark"]
# Where a row is from: an example that the authority prints, a map of record, a name as the press writes it; or made to
# show what a rule does.
ROW_MARKS = frozenset(("standard", "map", "recorded", "made"))
READS, BORROWED = "reads", "borrowed"
# What a standard writes beside letters: its apostrophes, primes and graves, a middle dot, a point, a dagger, a space, a
# hyphen.
MARKS = frozenset("'’‘ʻʼʾʿ”ʹʺ`·.‡ -:␣")


@cache
def rows(tag: str) -> list[list[str]]:
    path = TABLES / f"{tag}.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def orthography(tag: str) -> Orthography:
    return load(FOLDER / f"{tag}.toml")


def loads(tag: str) -> bool:
    """Whether the file loads: tests/languages says what is wrong with one that does not."""
    try:
        orthography(tag)
    except BadOrthography:
        return False
    return True


def rule_sets(tag: str) -> dict[str, RuleSet]:
    """The rules of each system of an orthography, and those of what it reads, by the name rows call them."""
    loaded = orthography(tag)
    found = {system.id: system.rules for system in loaded.systems}
    said = {READS: loaded.reads, BORROWED: loaded.borrowed}
    return {name: rules for name, rules in said.items() if rules is not None} | found


def writer(tag: str, name: str, rules: RuleSet) -> Callable[[str], str]:
    """What a row's writing goes through, by these rules: the common form for reads, else romanization."""
    if name in (READS, BORROWED):
        write = compile_rules(rules)
        after = broad if tag.endswith("-Cyrl") else str
        return lambda written: finish(after(write(prepare(written))))
    system = next(system for system in orthography(tag).systems if system.id == name)
    return lambda written: romanize(written, replace(system, rules=rules))


def becomes(tag: str, written: str, name: str) -> str:
    known = rule_sets(tag)
    assert name in known, f"{tag}.tsv names the system {name!r}; {tag}.toml has {', '.join(known)}"
    return writer(tag, name, known[name])(written)


TAGS = sorted(path.stem for path in FOLDER.glob("*.toml") if loads(path.stem))
CASES = [
    pytest.param(tag, *row[:3], id=f"{tag} {row[1]} {row[0]}") for tag in TAGS for row in rows(tag)[1:] if len(row) == 5
]
RULES = [
    pytest.param(tag, name, position, id=f"{tag} {name} {rule}")
    for tag in TAGS
    for name, rules in rule_sets(tag).items()
    for position, rule in enumerate(rules.rules)
]


@pytest.mark.parametrize(("tag", "written", "name", "expected"), CASES)
def test_a_writing_becomes_what_the_table_says(tag: str, written: str, name: str, expected: str) -> None:
    assert becomes(tag, written, name) == expected


@pytest.mark.parametrize(("tag", "name", "position"), RULES)
def test_every_rule_decides_some_row(tag: str, name: str, position: int) -> None:
    rules = rule_sets(tag)[name]
    without = replace(rules, rules=rules.rules[:position] + rules.rules[position + 1 :])
    with_it, without_it = writer(tag, name, rules), writer(tag, name, without)
    writings = [row[0] for row in rows(tag)[1:] if row[1] == name]
    assert any(with_it(written) != without_it(written) for written in writings), rules.rules[position]


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_five_full_cells_a_row(tag: str) -> None:
    assert rows(tag), f"{tag}.toml has no table {TABLES.name}/{tag}.tsv"
    assert rows(tag)[0] == HEADER
    assert [row for row in rows(tag) if len(row) != 5 or not all(map(str.strip, row))] == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_row_says_where_it_is_from(tag: str) -> None:
    assert {row[4] for row in rows(tag)[1:]} <= ROW_MARKS


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_repeats_no_row(tag: str) -> None:
    asked = [tuple(row[:2]) for row in rows(tag)]
    assert sorted({pair for pair in asked if asked.count(pair) > 1}) == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_is_nfc(tag: str) -> None:
    assert [cell for row in rows(tag) for cell in row if not unicodedata.is_normalized("NFC", cell)] == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_rows_for_every_system_and_for_reads(tag: str) -> None:
    assert set(rule_sets(tag)) - {row[1] for row in rows(tag)} == set()


@pytest.mark.parametrize("tag", TAGS)
def test_letters_out_are_latin(tag: str) -> None:
    outputs = [
        (name, becomes)
        for name, rules in rule_sets(tag).items()
        for becomes in (*rules.letters.values(), *(rule.partition(" / ")[0].partition(">")[2] for rule in rules.rules))
    ]
    assert [(name, becomes) for name, becomes in outputs if not all(_is_latin(char) for char in becomes)] == []


@pytest.mark.parametrize("tag", TAGS)
def test_reads_say_the_common_form_in_ascii(tag: str) -> None:
    said = [row[2] for row in rows(tag)[1:] if row[1] in (READS, BORROWED)]
    assert [text for text in said if not text.isascii() or text != text.lower()] == []


@pytest.mark.parametrize("tag", TAGS)
def test_no_letter_of_the_script_is_left_over(tag: str) -> None:
    expected = [row[2] for row in rows(tag)[1:]]
    assert [text for text in expected if not all(_is_latin(char) for char in text if char.isalpha())] == []


def _is_latin(char: str) -> bool:
    return char in MARKS or unicodedata.name(char, "").startswith(("LATIN ", "COMBINING "))


def test_every_table_belongs_to_an_orthography() -> None:
    assert sorted({path.stem for path in TABLES.glob("*.tsv")} - {path.stem for path in FOLDER.glob("*.toml")}) == []
