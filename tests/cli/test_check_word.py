"""``check`` of Word documents: the report of any text, and the file with tracked changes, or without a trace."""

import os
import stat
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient

from service import create_app
from tests.cli.conftest import Ask
from tests.cli.test_check_command import error
from tests.docx.building import docx, p, r
from tests.docx.plain_reading import accepted, comments_of, rejected
from tests.service.test_documents import send

STORY = docx(p("The battle for Bakh", r("mout", "<w:b/>"), " goes on."), p("Kharkiv and Bakhmout are in Ukraine."))
TEXT = "The battle for Bakhmout goes on.\n\nKharkiv and Bakhmout are in Ukraine."
RIGHT = TEXT.replace("Bakhmout", "Bakhmut")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A Word document with one wrong name, twice."""
    path = tmp_path / "story.docx"
    path.write_bytes(STORY)
    return path


def test_a_report_is_that_of_the_text(ask: Ask, story: Path) -> None:
    said = ask("check", story)
    assert (said.exit_code, said.stderr) == (1, "")
    places = [line.split(": ")[0] for line in said.stdout.splitlines() if "->" in line]
    assert places == [f"{story}:1:16", f"{story}:3:13"]
    story.with_name("story.txt").write_text(TEXT)
    assert ask("check", story.with_name("story.txt")).stdout.replace(".txt", ".docx") == said.stdout
    assert story.read_bytes() == STORY


def test_a_file_gets_tracked_changes_in_one_step(ask: Ask, story: Path) -> None:
    story.chmod(0o640)
    said = ask("check", story, "--fix")
    assert (said.exit_code, said.stderr) == (1, "")
    made = story.read_bytes()
    assert (accepted(made), rejected(made)) == (RIGHT, TEXT)
    assert [author for _, author, _ in comments_of(made)] == ["Gazetteer"] * 2
    assert stat.S_IMODE(story.stat().st_mode) == 0o640
    assert [path.name for path in story.parent.iterdir()] == [story.name]
    assert ask("check", story, "--fix").exit_code == 0
    assert story.read_bytes() == made


def test_the_author_may_be_said(ask: Ask, story: Path) -> None:
    assert ask("check", story, "--fix", "--author", "Foreign desk").exit_code == 1
    assert {author for _, author, _ in comments_of(story.read_bytes())} == {"Foreign desk"}
    story.write_bytes(STORY)
    assert "An author is a name" in error(ask("check", story, "--fix", "--author", " "))
    assert story.read_bytes() == STORY


def test_plain_leaves_no_trace(ask: Ask, story: Path) -> None:
    assert ask("check", story, "--fix", "--plain").exit_code == 1
    assert accepted(story.read_bytes()) == rejected(story.read_bytes()) == RIGHT
    assert comments_of(story.read_bytes()) == []


@pytest.mark.parametrize("which", ["wrong", "all"])
def test_what_is_put_right_may_be_what_is_wrong_alone(ask: Ask, story: Path, which: str) -> None:
    text = "Bakhmout and Odessa are cities. Volodymyr Selenskyj spoke in Tschernihiw."
    story.write_bytes(docx(p(text)))
    story.with_name("story.txt").write_text(text)
    assert ask("check", story, story.with_name("story.txt"), "--fix", "--fix-class", which).exit_code == 1
    assert accepted(story.read_bytes()) == story.with_name("story.txt").read_text()


def test_a_diff_is_that_of_the_text(ask: Ask, story: Path) -> None:
    said = ask("check", story, "--diff")
    assert said.exit_code == 1
    assert "-The battle for Bakhmout goes on.\n+The battle for Bakhmut goes on.\n" in said.stdout
    assert story.read_bytes() == STORY


def test_json_is_what_the_service_answers(ask: Ask, story: Path, world: Path) -> None:
    client: FlaskClient = create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""}).test_client()
    told = orjson.loads(ask("check", story, "--json", "--style", "ap").stdout_bytes)
    over_http = send(client, STORY, style="ap", answer="json").json
    assert told == {key: value for key, value in over_http.items() if key != "text"}


def test_files_of_all_kinds_are_checked_together(ask: Ask, story: Path) -> None:
    bad = story.with_name("bad.docx")
    bad.write_bytes(b"In Bakhmout")
    story.with_name("story.txt").write_text("Bakhmout")
    said = ask("check", bad, story, story.with_name("story.txt"), "--fix")
    assert f"{bad}: This is no .docx" in error(said)
    assert bad.read_bytes() == b"In Bakhmout"
    assert accepted(story.read_bytes()) == RIGHT
    assert story.with_name("story.txt").read_text() == "Bakhmut"


def test_a_file_that_cannot_be_replaced_stays_as_it_was(ask: Ask, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert f"{story} cannot be written: no space left on device." in error(ask("check", story, "--fix"))
    assert story.read_bytes() == STORY
