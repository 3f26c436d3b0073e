"""Names there and back, and what a system writes alike, on made-up systems and a few names."""

from pathlib import Path

import pytest

from benchmarks.languages.ambiguity import alphabet, written_alike
from benchmarks.languages.round_trips import cause, names_in, trip
from gazetteer.languages import RuleSet, System, orthographies, system
from gazetteer.store import database_url, open_engine


def made(letters: dict[str, str], rules: tuple[str, ...] = ()) -> System:
    return System("made", "uk-Cyrl", "Made", "made", None, RuleSet(letters, rules, {}), reversible=True)


ALIKE = [
    ({"а": "a", "б": "b"}, (), []),
    ({"и": "i", "і": "i"}, (), ["і = и"]),
    ({"ш": "sh", "с": "s", "г": "h"}, (), ["сг = ш"]),
    ({"а": "a", "ь": ""}, (), ["ь is not written"]),
    ({"а": "a", "і": "i", "ї": "i"}, ("ї > yi / # _",), ["ї = і (аї, аі)"]),
    ({"а": "a", "и": "y", "й": "j"}, ("ий > y / _ #",), ["й is not written (ий, и)"]),
]


@pytest.mark.parametrize(("letters", "rules", "said"), ALIKE, ids=str)
def test_what_is_written_alike_is_listed_once(letters: dict[str, str], rules: tuple[str, ...], said: list[str]) -> None:
    assert [str(one) for one in written_alike(made(letters, rules))] == said


def test_an_alphabet_has_each_letter_once() -> None:
    assert alphabet(made({"з": "z", "зг": "zgh"}, ("є > ye / # _",))) == ["з", "г", "є"]


def test_a_reversible_system_loses_no_name_of_its_own_letters() -> None:
    went = trip(system("uk-Cyrl/iso-9-1995"), ["Київ", "Іван Павло II", "Держа́вний університе́т"])
    assert (went.tried, went.mixed, went.lost) == (2, 1, ())


def test_a_name_that_is_written_as_another_is_lost_with_the_cause() -> None:
    by = made({"к": "k", "и": "i", "і": "i", "т": "t"})
    assert trip(by, ["Кіт"]).lost == (("Кіт", "Кіт is written as кит"),)
    assert cause("—", by) == "marks that are no part of a word"


def test_names_of_a_language_are_those_in_its_letters(world: Path) -> None:
    engine = open_engine(database_url(world))
    found = names_in(engine, orthographies()["uk-Cyrl"])
    assert "Бахмут" in found
    assert found == sorted(set(found))
    assert not any(text.isascii() for text in found)
