"""The stamp of answers: whatever an answer hangs on is in it, so that none is taken for another's."""

import shutil
from pathlib import Path

import pytest

from gazetteer.bulk.asking import Asking
from gazetteer.bulk.workers import DECIDING, Answerer, Source
from gazetteer.index import layout
from gazetteer.model import Kind


def stamp(home: Path, asking: Asking) -> str:
    answerer = Answerer(Source(home, None, asking))
    answerer.gazetteer.close()
    return answerer.stamp


def test_another_question_has_another_stamp(world: Path) -> None:
    asked = [Asking("city"), Asking("city", kind=Kind.PLACE), Asking("city", language="fr"), Asking("city", style="ap")]
    stamps = [stamp(world, asking) for asking in asked]
    assert len(set(stamps)) == len(asked)
    assert stamps == [stamp(world, asking) for asking in asked]


@pytest.mark.parametrize("changed", ["resolve.py", "matching/decision.py", "bulk/answers.py"])
def test_an_upgrade_takes_no_answer_of_before_for_its_own(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    before = stamp(world, Asking("city"))
    room = tmp_path / "gazetteer"
    for name in (*layout.RULE_CODE, *DECIDING):
        path = layout.ROOM / name
        target = room / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, target)
        else:
            shutil.copy(path, target)
    monkeypatch.setattr(layout, "ROOM", room)
    assert stamp(world, Asking("city")) == before
    with (room / changed).open("a", encoding="utf-8") as code:
        code.write("# otherwise\n")
    assert stamp(world, Asking("city")) != before
