"""Counting the systems: languages count once, however many systems they have."""

from gazetteer.languages import RuleSet, System, systems
from gazetteer.languages.counting import Counts, count


def made(orthography: str, id: str, language: str | None = None, reversible: bool = False) -> System:
    return System(id, orthography, id, "made", language, RuleSet({}, (), {}), reversible=reversible)


def test_each_sort_of_system_is_counted() -> None:
    known = [
        made("xx-Cyrl", "standard", reversible=True),
        made("xx-Cyrl", "press-fr", "fr"),
        made("yy-Cyrl", "press-fr", "fr"),
        made("zz-Grek", "press-it", "it"),
    ]
    assert count(known) == Counts(4, ("xx", "yy", "zz"), 3, ("fr",), 1)


def test_nothing_is_nothing() -> None:
    assert count([]) == Counts(0, (), 0, (), 0)


def test_every_system_of_the_folder_is_counted() -> None:
    known = count(systems().values())
    assert known.systems == len(systems())
    assert {tag.split("/")[0].split("-")[0] for tag in systems()} == set(known.languages)
