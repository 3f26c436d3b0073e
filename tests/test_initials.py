"""Initials are not read: they are somebody's as they are written, and only who is well known by them may be meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.model import Kind, NameKind, Outcome, Query
from gazetteer.resolve import Gazetteer, resolve
from gazetteer.store import EntityRow
from gazetteer.store.rows import NameRow
from tests.conftest import copy_world
from tests.index.conftest import grown


def body(key: str, importance: float, *names: NameRow, country: str | None = None) -> EntityRow:
    told = list(names)
    return EntityRow(
        Kind.ORGANIZATION, f"Zorvik {key}", [("made-up", key)], told, country=country, importance=importance
    )


def short(text: str, *, shown: bool = True) -> NameRow:
    return NameRow(text, None, NameKind.ABBREVIATION, shown=shown, case_sensitive=True)


ROWS = [
    body("union", 0.9, short("QU"), NameRow("Zorvik Union", "en")),
    body("foreign", 1.0, NameRow("Q\u0301.-U.", "fr")),
    body("school", 0.3, short("QXW"), country="EC"),
    body("spoken", 0.9, NameRow("\u043a\u0441\u0430", "ru")),
    EntityRow(Kind.PLACE, "Melvik", [("made-up", "airport")], [NameRow("Melvik"), short("QZJ", shown=False)], "city",
              "US", population=900_000),
    body("gaelic", 0.9, NameRow("QY", "gd")),
    EntityRow(Kind.PLACE, "Melvik Port", [("made-up", "coded")], [NameRow("Melvik Port"), short("QUB", shown=False)],
              "city", "US", population=900_000),
    EntityRow(Kind.PLACE, "Qub", [("made-up", "qub")], [NameRow("Qub")], "town", "DE", population=90_000),
]  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    home = tmp_path_factory.mktemp("initials")
    copy_world(world, home)
    opened = grown(home, ROWS)
    yield opened
    opened.close()


LINKED = [
    (Query("QU"), "union"),
    (Query("Q.U."), "union"),
    (Query("QXW", country="EC"), "school"),  # where the question says it is
    (Query("QZJ", kind=Kind.PLACE), "airport"),
    (Query("ＱＵ"), "union"),
    (Query("QXW", kind=Kind.ORGANIZATION), "school"),  # the only one of that kind
    (Query("QUB", kind=Kind.PLACE), "qub"),
    (Query("QÚB", kind=Kind.PLACE), "qub"),
    (Query("QUB"), "qub"),  # a name in capitals, where nobody has these initials
]


@pytest.mark.parametrize(("asked", "key"), LINKED)
def test_who_is_known_by_them_is_meant(gazetteer: Gazetteer, asked: Query, key: str) -> None:
    answer = resolve(gazetteer, asked)
    assert answer.outcome is Outcome.LINKED, answer.why
    assert answer.entity is not None
    assert answer.entity.id == f"made-up-{key}"


@pytest.mark.parametrize(("name", "key"), [("QXW", "school"), ("QZJ", "airport")])
def test_little_known_initials_and_codes_are_left_open(gazetteer: Gazetteer, name: str, key: str) -> None:
    answer = resolve(gazetteer, Query(name))
    assert answer.outcome is Outcome.AMBIGUOUS
    assert answer.matches[0].entity.id == f"made-up-{key}"
    assert "initials" in answer.why


@pytest.mark.parametrize("name", ["Q.Y.", "-", ".", "()", "\N{REGIONAL INDICATOR SYMBOL LETTER U}"])
def test_points_and_signs_are_nobodys(gazetteer: Gazetteer, name: str) -> None:
    assert resolve(gazetteer, Query(name)).outcome is not Outcome.LINKED


@pytest.mark.parametrize("name", ["KSA", "QUW", "КСА"])
def test_initials_are_not_read_as_a_word(gazetteer: Gazetteer, name: str) -> None:
    answer = resolve(gazetteer, Query(name))
    assert answer.outcome is not Outcome.LINKED or name == "КСА"
    assert [match.entity.id for match in answer.matches if match.stage.value != "exact"] == []
