"""``check`` of XLIFF files: the report with unit and segment, the diff, JSON, and files put right in their place."""

import codecs
import re
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient

from service import create_app
from tests.cli.conftest import Ask
from tests.cli.test_check_command import error, patched
from tests.xliff.marks import MARKED, before_and_after

STORIES = {path.stem: before_and_after(path) for path in MARKED}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A file with two wrong names, in two segments."""
    path = tmp_path / "story.xlf"
    path.write_bytes(STORIES["1.2-segments"][0].encode())
    return path


@pytest.fixture(scope="module")
def client(world: Path) -> FlaskClient:
    return create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""}).test_client()


def test_a_report_says_line_column_unit_and_segment(ask: Ask, story: Path) -> None:
    said = ask("check", story)
    assert (said.exit_code, said.stderr) == (1, "")
    found = re.findall(
        rf"(?m)^{story}:(\d+):(\d+): (.*): Bakhmout -> Bakhmut \(house style, [01]\.\d\d\)$", said.stdout
    )
    assert [where for _, _, where in found] == ["unit 1, segment 1", "unit 1, segment 2"]
    lines = story.read_text().splitlines()
    assert [lines[int(line) - 1][int(column) - 1 :][:4] for line, column, _ in found] == ["Bakh", "Bakh"]
    assert f"{story}: 2 names, 2 to change." in said.stdout


@pytest.mark.parametrize("ending", [".xlf", ".XLIFF", ".mxliff", ".sdlxliff"])
def test_a_file_is_put_right_in_its_place(ask: Ask, story: Path, ending: str) -> None:
    path = story.rename(story.with_suffix(ending))
    assert ask("check", path, "--fix").exit_code == 1
    assert path.read_bytes() == STORIES["1.2-segments"][1].encode()
    assert [other.name for other in path.parent.iterdir()] == [path.name]
    assert ask("check", path, "--fix").exit_code == 0


def test_a_diff_makes_the_corrected_file_out_of_the_old_one(ask: Ask, story: Path) -> None:
    said = ask("check", story, "--diff")
    assert said.exit_code == 1
    before = story.read_text()
    lines = said.stdout_bytes.decode()
    assert before == STORIES["1.2-segments"][0]
    assert "-        <target>" in lines
    assert patched_in_part(before, lines) == STORIES["1.2-segments"][1]


def patched_in_part(before: str, diff: str) -> str:
    """A text changed as a unified diff of some of its lines says."""
    first, count = map(int, re.findall(r"@@ -(\d+),(\d+)", diff)[0])
    lines = before.splitlines(keepends=True)
    middle = "".join(lines[first - 1 : first - 1 + count])
    return "".join(lines[: first - 1]) + patched(middle, diff) + "".join(lines[first - 1 + count :])


def test_json_is_what_the_service_answers(ask: Ask, client: FlaskClient, story: Path) -> None:
    said = ask("check", story, "--json", "--style", "ap")
    with story.open("rb") as file:
        over_http = client.post("/check/xliff", data={"file": file, "style": "ap", "fix": "all"})
    assert orjson.loads(said.stdout_bytes) == over_http.json
    mention, _ = orjson.loads(said.stdout_bytes)["mentions"]
    assert (mention["unit"], mention["segment"], mention["fixed"], mention["left"]) == ("1", "1", True, None)
    assert (mention["start"], mention["end"], mention["surface"]) == (15, 23, "Bakhmout")


def test_the_french_desk_checks_french(ask: Ask, story: Path) -> None:
    before, after = STORIES["1.2-french"]
    story.write_bytes(before.encode())
    said = ask("check", story, "--fix")
    assert "Bakhmout ->" not in said.stdout
    assert story.read_text() == after
    assert "The style ap writes en, the targets are in fr-FR" in error(ask("check", story, "--style", "ap"))


def test_what_a_fix_would_do_to_tags_is_told(ask: Ask, story: Path) -> None:
    letters = "".join(f"<g id='{number}'>{letter}</g>" for number, letter in enumerate("Bakhmout"))
    text = STORIES["1.2-plain"][0].replace("Bakhmout goes", f"{letters} goes")
    story.write_text(text)
    said = ask("check", story, "--fix")
    assert "Not put in: a pair of tags would be left with nothing between." in said.stdout
    assert letters in story.read_text()


UNREADABLE = [
    ("broken.xlf", b"<xliff", "broken.xlf: The file is not well-formed XML: line 1, column 1"),
    ("html.xliff", b"<html/>", "html.xliff: The root of the file is ‘html’"),
    ("doctype.xlf", b"<!DOCTYPE xliff><xliff/>", "doctype.xlf: The file has a DOCTYPE"),
    ("huge.xlf", b" " * (20 * 2**20 + 1), "huge.xlf has more than 20 MiB; check it in parts."),
    ("none.xlf", None, "none.xlf cannot be read: no such file or directory."),
    (
        "es.xlf",
        STORIES["1.2-plain"][0].replace('"en"', '"es"').encode(),
        "es.xlf: The targets are in es, which no style writes; there are styles for de, en, fr, pl.",
    ),
]


@pytest.mark.parametrize(("name", "content", "text"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_what_cannot_be_checked_is_said_and_the_others_are(
    ask: Ask, story: Path, name: str, content: bytes | None, text: str
) -> None:
    path = story.with_name(name)
    if content is not None:
        path.write_bytes(content)
    said = ask("check", path, story, "--fix")
    assert text in error(said)
    assert "Bakhmout -> Bakhmut" in said.stdout
    assert content is None or path.read_bytes() == content


def test_where_the_file_is_silent_the_language_may_be_said(ask: Ask, story: Path) -> None:
    story.write_text(STORIES["1.2-plain"][0].replace(' target-language="en"', ""))
    assert "does not say the language of its targets" in error(ask("check", story))
    assert ask("check", story, "--language", "en").exit_code == 1


def test_where_the_file_is_silent_the_language_of_its_sources_may_be_said(ask: Ask, story: Path) -> None:
    story.write_text(STORIES["1.2-plain"][0].replace('source-language="fr"', 'source-language="x-wire"'))
    for options, language in (((), None), (("--source-language", "fr"), "fr")):
        [part] = orjson.loads(ask("check", story, "--json", *options).stdout_bytes)["parts"]
        assert part["source_language"] == language


CONTRADICTING = [
    (("--language", "fr"), "language says fr, but the file says that its targets are in en; leave language out."),
    (("--source-language", "de"), "source_language says de, but the file says that its sources are in fr"),
    (("--source-text", "article.txt"), "An XLIFF file has its sources in itself; leave --source-text out."),
]


@pytest.mark.parametrize(("options", "text"), CONTRADICTING, ids=lambda value: value[0])
def test_what_contradicts_the_file_is_refused_and_the_others_are_checked(
    ask: Ask, story: Path, options: tuple[str, str], text: str
) -> None:
    option, value = options
    if option == "--source-text":
        value = str(story.with_name(value))
        Path(value).write_text("Une bataille.")
    note = story.with_name("note.txt")
    note.write_text("Near Bakhmout.")
    said = ask("check", story, note, option, value, "--fix")
    assert f"{story}: {text}" in error(said)
    assert story.read_bytes() == STORIES["1.2-segments"][0].encode()
    assert f"{note}: 1 name" in said.stdout


def test_names_in_quotation_marks_may_be_left_alone(ask: Ask, story: Path) -> None:
    text = "In Bakhmout: “Bakhmout.”"
    story.write_text(re.sub("<target>.*</target>", f"<target>{text}</target>", STORIES["1.2-plain"][0]))
    assert ask("check", story, "--fix", "--no-quotations").exit_code == 1
    assert text.replace("Bakhmout", "Bakhmut", 1) in story.read_text()


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
def test_a_pipe_is_put_right_on_its_way(ask: Ask, mark: bytes) -> None:
    before, after = (mark + text.encode("utf-16-le" if mark else "utf-8") for text in STORIES["2.0-pc"])
    said = ask("check", "-", "--format", "xliff", "--fix", written=before)
    assert (said.exit_code, said.stdout_bytes) == (1, after)
    assert re.search(r"standard input:\d+:\d+: unit u1: Bakhmout -> Bakhmut ", said.stderr)
    again = ask("check", "-", "--format", "xliff", "--fix", written=after)
    assert (again.exit_code, again.stdout_bytes) == (0, after)


def test_a_pipe_is_reported_as_a_file_is(ask: Ask, story: Path) -> None:
    data = story.read_bytes()
    for options in ((), ("--json",), ("--diff",)):
        said = ask("check", "-", "--format", "xliff", *options, written=data)
        of_file = ask("check", story, *options)
        assert said.stdout == of_file.stdout.replace(str(story), "standard input")
        assert (said.exit_code, said.stderr) == (1, "")


def test_what_comes_through_a_pipe_is_refused_by_that_name(ask: Ask) -> None:
    for written, text in ((b"", "not well-formed XML"), (b"Near Bakhmout.", "not well-formed XML"), (b"<a/>", "‘a’")):
        said = ask("check", "-", "--format", "xliff", "--fix", written=written)
        assert error(said).startswith("Error: standard input: ")
        assert text in said.stderr
        assert said.stdout == ""


def test_any_file_may_be_said_to_be_xliff(ask: Ask, story: Path) -> None:
    path = story.rename(story.with_suffix(".xml"))
    assert "ends in none of" in error(ask("check", path))
    assert ask("check", path, "--format", "xliff", "--fix").exit_code == 1
    assert path.read_bytes() == STORIES["1.2-segments"][1].encode()


def test_a_file_said_to_be_text_is_checked_as_that(ask: Ask, story: Path) -> None:
    said = ask("check", story, "--format", "html").stdout
    found = re.findall(rf"(?m)^{story}:(\d+):\d+: Bakhmout -> Bakhmut ", said)
    lines = story.read_text().splitlines()
    # The note as well, which translators' programs leave alone; no name after a French word.
    assert [lines[int(line) - 1].strip()[:6] for line in found] == ["<heade", "<targe"]
