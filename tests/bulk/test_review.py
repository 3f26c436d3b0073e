"""The review: who is in it and in what order, names that are nearly equal, and that no spreadsheet computes a cell."""

import csv
import io
import random
from pathlib import Path

import pytest

from gazetteer.bulk.asking import CANDIDATES, Asking
from gazetteer.bulk.clusters import near_equal
from gazetteer.bulk.guarding import guarded, unguarded
from gazetteer.bulk.job import do
from gazetteer.bulk.review import SHOWN, Line, read_review
from gazetteer.tabular.delimited.cells import harmless
from gazetteer.tabular.model import Reject
from tests.bulk.conftest import MakeJob
from tests.bulk.test_job import go_on

MARK = b"\xef\xbb\xbf"


def review_of(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(MARK)
    return list(csv.DictReader(io.StringIO(data.removeprefix(MARK).decode(), newline="")))


def reviewed(job: MakeJob, names: list[str]) -> list[dict[str, str]]:
    made = job("".join(f"{cell}\n" for cell in ["name", *names]))
    path = made.output.with_name("review.csv")
    do(job(made.source, review=path), go_on)
    return review_of(path)


def test_the_most_frequent_doubtful_names_come_first_and_those_nearly_equal_after_them(job: MakeJob) -> None:
    names = ["Qrzvolkivka"] * 2 + ["Kiev", "Springfield", "Springfield", "Springfield", "Xqzzt Wprr"]
    found = reviewed(job, [*names, "Qrzwolkiwka", "Xqzzt Wprr"])
    assert [(row["name"], row["count"], row["row"]) for row in found] == [
        ("Springfield", "3", "4"),
        ("Qrzvolkivka", "2", "1"),
        ("Qrzwolkiwka", "1", "8"),
        ("Xqzzt Wprr", "2", "7"),
    ]
    assert [row["cluster"] for row in found] == ["", "1", "1", ""]


def test_each_has_what_the_machine_says_and_its_best_candidates_and_room_to_decide(job: MakeJob) -> None:
    (row,) = reviewed(job, ["Springfield"])
    assert (row["decision"], row["answer"]) == ("", "ambiguous")
    assert "could mean" in row["why"]
    springfields = [
        (row[f"id_{number}"], row[f"canonical_{number}"], row[f"description_{number}"]) for number in (1, 2, 3)
    ]
    assert len(set(springfields)) == CANDIDATES
    assert {canonical for _, canonical, _ in springfields} == {"Springfield"}
    assert all(identifier.startswith("geonames-") and "United States" in about for identifier, _, about in springfields)
    assert float(row["confidence_1"]) == float(row["confidence"])
    assert row["run"]


# What is linked needs nobody; what cannot be a name nobody can decide; of an ordinary word only a person can.
PLACES_IN_A_REVIEW = [
    ("Bakhmut", 0), ("12-7", 0), ("...", 0), ("x" * 400, 0), ("=cmd|' /C calc'!A0", 0), ("Nice", 1), ("window", 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "times"), PLACES_IN_A_REVIEW)
def test_who_is_in_a_review(job: MakeJob, name: str, times: int) -> None:
    assert len(reviewed(job, [name, '""'])) == times


def test_a_context_has_columns_of_its_own(job: MakeJob) -> None:
    made = job("name,land\nXqzzt Wprr,Poland\nXqzzt Wprr,France\n", Asking("name", {"country": "land"}))
    path = made.output.with_name("review.csv")
    do(job(made.source, made.asking, review=path), go_on)
    assert [(row["name"], row["country"]) for row in review_of(path)] == [
        ("Xqzzt Wprr", "Poland"),
        ("Xqzzt Wprr", "France"),
    ]


FORMULAS = ["=Xqzzt", "+cmd|' /C calc'!A0", "+Xqzzt", "-Xqzzt", "@Xqzzt", "＝Xqzzt", "'=Xqzzt", "''@Xqzzt", "'s-Xqzzt"]


def test_no_cell_of_a_review_begins_a_formula(job: MakeJob) -> None:
    found = reviewed(job, FORMULAS)
    assert len(found) == len(FORMULAS)
    for row in found:
        assert [cell for cell in row.values() if harmless(cell) != cell] == []
    assert sorted(unguarded(row["name"]) for row in found) == sorted(FORMULAS)


@pytest.mark.parametrize("text", [*FORMULAS, "-74.25", "'-74.25", "", "'", "Odesa", "=", "'''="])
def test_a_guarded_cell_is_had_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_long_name_or_one_of_several_lines_is_shown_on_one(job: MakeJob) -> None:
    made = job('name\n"Xqzzt\nWprr"\n' + "Xq " * 99 + "\n")
    path = made.output.with_name("review.csv")
    do(job(made.source, review=path), go_on)
    first, second = sorted(row["name"] for row in review_of(path))
    assert (first, len(second) <= SHOWN) == (("Xq " * 99).strip(), True)
    assert second == "Xqzzt Wprr"


def test_a_review_is_read_back_line_by_line(job: MakeJob) -> None:
    made = job("name\nXqzzt Wprr\n=Vrrdol\n")
    path = made.output.with_name("review.csv")
    do(job(made.source, review=path), go_on)
    text = path.read_text(encoding="utf-8-sig").replace(",,nil,", ",nobody,nil,")
    path.write_text(text + "too,many" + "," * 40 + "\n", encoding="utf-8", newline="")
    first, second, odd = read_review(path)
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.number, first.row, first.said["name"], first.decision) == (2, 1, "Xqzzt Wprr", "nobody")
    assert (second.number, second.row, second.said["name"]) == (3, 2, "=Vrrdol")
    assert isinstance(odd, Reject)


# Names that are made up, the most frequent first, and who leads each cluster.
CLUSTERS = [
    (["Zorvikivka", "Zorwikiwka", "Zorvykivka", "Odrazh"], {"Zorwikiwka": "Zorvikivka", "Zorvykivka": "Zorvikivka"}),
    (["Possad-Zorvské", "Posad Zorvske"], {"Posad Zorvske": "Possad-Zorvské"}),
    (["Зорвіківка", "Zorvikivka"], {"Zorvikivka": "Зорвіківка"}),
    (["Tarvel Zovrin", "Zovrin Tarvel"], {"Zovrin Tarvel": "Tarvel Zovrin"}),
    (["Zorvikivka", "Zorvikika", "Zorvinkivka"], {"Zorvikika": "Zorvikivka", "Zorvinkivka": "Zorvikivka"}),
    (["Zorvik 12", "Zorvik 13"], {}),  # a number parts
    (["Sharrel", "Charrel"], {"Charrel": "Sharrel"}),  # as French reads the other
    (["Jarr", "Charr"], {}),  # as no one would read the one, and another the other
    (["Mila", "Mira", "Mina"], {}),  # in short names a letter makes another name
    (["Zorvikivka", "Tarvelgrad"], {}),
]


@pytest.mark.parametrize(("names", "led"), CLUSTERS)
def test_names_that_are_nearly_equal_follow_the_most_frequent(names: list[str], led: dict[str, str]) -> None:
    pairs = {name: head for (name,), (head,) in near_equal((name,) for name in names)}
    assert {name: head for name, head in pairs.items() if name != head} == led
    assert all(pairs[head] == head for head in led.values())


def test_names_in_different_countries_are_not_nearly_equal() -> None:
    names = [("Zorvikivka", "UA"), ("Zorvikivka", "PL"), ("Zorvykivka", "ua")]
    assert near_equal(names, parting=[1]) == [(names[0], names[0]), (names[2], names[0])]


def test_most_misspellings_of_thousands_of_unknown_names_are_brought_together() -> None:
    chance = random.Random(7)
    syllables = [a + b for a in "bdgklmnprstvz" for b in "aeiou"]
    ends = ["vka", "grad", "sk", "burn", "lets"]
    words = ["".join(chance.choices(syllables, k=4)).title() + chance.choice(ends) for _ in range(1000)]
    origin = {word: word for word in words}
    for _ in range(3000):
        word = chance.choice(words)
        at = chance.randrange(1, len(word))
        origin.setdefault(word[:at] + chance.choice("aeiouklmnr") + word[at + 1 :], word)
    led = dict(near_equal((name,) for name in origin))
    misspelled = {name: word for name, word in origin.items() if name != word}
    assert sum((name,) in led for name in misspelled) > 0.95 * len(misspelled)
    right = sum(led[(name,)] in ((word,), led.get((word,))) for name, word in misspelled.items() if (name,) in led)
    assert right > 0.95 * len(misspelled)
