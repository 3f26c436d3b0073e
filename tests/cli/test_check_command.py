"""``check``: documents from files or a pipe; a report, a diff, the service's JSON, or the documents put right."""

import codecs
import os
import pty
import re
import stat
import subprocess
from pathlib import Path

import orjson
import pytest
from click.testing import Result
from flask.testing import FlaskClient

from service import create_app
from tests.cli.conftest import ROOT, Ask, Run, command, surroundings

WRONG = "The battle for Bakhmout goes on.\nKharkiv and Bakhmout are in Ukraine.\n"
RIGHT = "The battle for Bakhmut goes on.\nKharkiv and Bakhmut are in Ukraine.\n"
COLOUR = "\x1b["


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A file with one wrong name, twice."""
    path = tmp_path / "story.txt"
    path.write_bytes(WRONG.encode())
    return path


@pytest.fixture(scope="module")
def client(world: Path) -> FlaskClient:
    return create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""}).test_client()


def error(said: Result | subprocess.CompletedProcess[str]) -> str:
    """The sentence in which something was refused: on standard error, with exit code 2."""
    code = said.exit_code if isinstance(said, Result) else said.returncode
    assert code == 2, said
    assert "Traceback" not in said.stderr
    return said.stderr


def on_a_terminal(*words: object, home: Path, **around: str) -> tuple[str, int]:
    """What a command writes on a terminal, and its exit code."""
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in surroundings(home).items() if key not in ("NO_COLOR", "TERM")}
    started = subprocess.Popen(command(*words), stdout=theirs, cwd=ROOT, env={**environment, **around})
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65536):
            written += part
    except OSError:
        pass  # the terminal's other end was closed
    os.close(ours)
    return written.decode(), started.wait(60)


def test_a_report_says_where_what_and_why(run: Run, story: Path) -> None:
    said = run("check", story)
    assert (said.returncode, said.stderr) == (1, "")
    lines = said.stdout.splitlines()
    places = [line.split(": ")[0] for line in lines if line.startswith(f"{story}:") and "->" in line]
    assert places == [f"{story}:1:16", f"{story}:2:13"]
    for number, line in enumerate(lines):
        if "->" in line:
            assert re.search(r": Bakhmout -> Bakhmut \((wrong|house style), [01]\.\d\d\)$", line)
            assert lines[number + 1].startswith("    ")
            assert "Bakhmout" in lines[number + 1]
    assert COLOUR not in said.stdout


def test_a_report_ends_in_a_line_for_each_entity(ask: Ask, story: Path) -> None:
    total, *lines = ask("check", story).stdout.splitlines()[4:]
    assert total == f"{story}: 4 names, 2 to change."
    assert len(lines) == 3
    assert re.fullmatch(r"  Bakhmut \(town, [^)]*Ukraine\): 2 mentions, 2 (wrong|house style)", lines[0])
    assert re.fullmatch(r"  Kharkiv \(city, [^)]*Ukraine\): 1 mention", lines[1])
    assert lines[2] == "  Ukraine (country): 1 mention"


def test_a_document_with_nothing_to_change_is_said_to_be_right(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "right.md").write_text("Kharkiv is in Ukraine.\n")
    said = ask("check", tmp_path / "right.md")
    assert (said.exit_code, said.stderr) == (0, "")
    assert "nothing to change" in said.stdout
    assert "->" not in said.stdout


def test_a_terminal_gets_colours_unless_they_are_not_wanted(world: Path, story: Path) -> None:
    coloured, code = on_a_terminal("check", story, home=world)
    assert code == 1
    assert COLOUR in coloured
    for around in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        bare, code = on_a_terminal("check", story, home=world, **around)
        assert (COLOUR in bare, code) == (False, 1)
        assert re.sub(r"\x1b\[\d+m", "", coloured) == bare
    assert COLOUR in on_a_terminal("check", story, "--diff", home=world)[0]


def test_a_file_is_put_right_in_its_place(ask: Ask, story: Path) -> None:
    story.chmod(0o640)
    said = ask("check", story, "--fix")
    assert (said.exit_code, said.stderr) == (1, "")
    assert story.read_bytes() == RIGHT.encode()
    assert stat.S_IMODE(story.stat().st_mode) == 0o640
    assert [path.name for path in story.parent.iterdir()] == [story.name]
    assert ask("check", story, "--fix").exit_code == 0


WRITTEN = [
    ("plain", "utf-8", b""),
    ("marked", "utf-8", codecs.BOM_UTF8),
    ("utf-16-le", "utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", "utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", "utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", "utf-32-be", codecs.BOM_UTF32_BE),
]
TEXTS = [
    "Bakhmout\r\n\r\nні 🏙️\u2028Bakhmout\rx\x0c\n\n",
    "\n\tOne word: e\u0301t\xa0e\u0301, Bakhmout",
    "Bakhmout",
]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize(("encoding", "mark"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_every_byte_beside_the_names_stays_as_it_was(
    ask: Ask, tmp_path: Path, text: str, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(mark + text.encode(encoding))
    assert ask("check", path, "--fix", "--language", "en").exit_code == 1
    assert path.read_bytes() == mark + text.replace("Bakhmout", "Bakhmut").encode(encoding)


def test_a_byte_order_mark_takes_no_column(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(codecs.BOM_UTF8 + b"\r\nBakhmout")
    assert f"{tmp_path / 'story.txt'}:2:1: Bakhmout" in ask("check", tmp_path / "story.txt").stdout


@pytest.mark.parametrize("options", [[], ["--diff"], ["--json"]])
def test_without_fix_no_file_is_touched(ask: Ask, story: Path, options: list[str]) -> None:
    before = story.stat()
    assert ask("check", story, *options).exit_code == 1
    assert story.read_bytes() == WRONG.encode()
    assert (story.stat().st_mtime_ns, story.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_that_needs_no_change_is_not_written(ask: Ask, story: Path) -> None:
    story.write_bytes(RIGHT.encode())
    before = story.stat()
    assert ask("check", story, "--fix").exit_code == 0
    assert (story.stat().st_mtime_ns, story.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_file_that_a_link_leads_to_is_put_right(ask: Ask, story: Path) -> None:
    link = story.with_name("link.txt")
    link.symlink_to(story.name)
    assert ask("check", link, "--fix").exit_code == 1
    assert link.is_symlink()
    assert story.read_bytes() == RIGHT.encode()


def test_a_file_that_cannot_be_replaced_stays_as_it_was(ask: Ask, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert f"{story} cannot be written: no space left on device." in error(ask("check", story, "--fix"))
    assert story.read_bytes() == WRONG.encode()
    assert [path.name for path in story.parent.iterdir()] == [story.name]


def patched(before: str, diff: str) -> str:
    """A text changed as a unified diff of all its lines says."""
    old, new = split(before), ""
    lines = split(diff)[3:]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        written = line[1:-1] if following.startswith("\\") else line[1:]
        if line[0] in " -":
            assert written == old.pop(0)
        if line[0] in " +":
            new += written
    assert old == []
    return new


def split(text: str) -> list[str]:
    """The lines of a text with their ends."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


ENDS = ["", "\n", "\r\n", "\n\nBakhmout, at last", " Bakhmout.\n"]


@pytest.mark.parametrize("end", ENDS, ids=repr)
def test_a_diff_makes_the_corrected_text_out_of_the_old_one(ask: Ask, story: Path, end: str) -> None:
    before = WRONG.replace("\n", "\r\n") + "Kharkiv" + end
    story.write_bytes(before.encode())
    said = ask("check", story, "--diff")
    assert said.exit_code == 1
    shown = said.stdout_bytes.decode()
    assert shown.startswith(f"--- {story}\n+++ {story}\n@@ ")
    assert patched(before, shown) == before.replace("Bakhmout", "Bakhmut")


def test_a_diff_of_what_is_right_is_empty(ask: Ask, story: Path) -> None:
    story.write_bytes(RIGHT.encode())
    said = ask("check", story, "--diff")
    assert (said.exit_code, said.stdout, said.stderr) == (0, "", "")


def test_json_is_what_the_service_answers(ask: Ask, client: FlaskClient, story: Path) -> None:
    said = ask("check", story, "--json", "--source-language", "fr", "--style", "ap")
    assert (said.exit_code, said.stderr) == (1, "")
    over_http = client.post("/check", json={"text": WRONG, "source_language": "fr", "style": "ap", "fix": "all"}).json
    told = orjson.loads(said.stdout_bytes)
    assert told == over_http
    assert list(told) == list(over_http)
    assert [list(one) for one in told["mentions"]] == [list(one) for one in over_http["mentions"]]


def test_json_of_several_files_is_a_line_for_each_with_its_name(ask: Ask, story: Path) -> None:
    page = story.with_name("page.html")
    page.write_text("<p>Bakhmout</p>")
    said = ask("check", story, page, "--json")
    first, second = map(orjson.loads, said.stdout_bytes.splitlines())
    assert [first["file"], second["file"]] == [str(story), str(page)]
    assert [first["corrected"], second["corrected"]] == [RIGHT, "<p>Bakhmut</p>"]


ENDINGS = [
    ("a.txt", "<i>Bakhmout</i> `Bakhmout`", "<i>Bakhmut</i> `Bakhmut`"),
    ("a.md", "*Bakhmout* `Bakhmout`", "*Bakhmut* `Bakhmout`"),
    ("a.html", '<i title="Bakhmout">Bakhmout</i>', '<i title="Bakhmout">Bakhmut</i>'),
    ("A.HTM", '<i title="Bakhmout">Bakhmout</i>', '<i title="Bakhmout">Bakhmut</i>'),
]


@pytest.mark.parametrize(("name", "before", "after"), ENDINGS)
def test_the_ending_of_its_name_tells_how_a_file_is_marked_up(
    ask: Ask, tmp_path: Path, name: str, before: str, after: str
) -> None:
    path = tmp_path / name
    path.write_text(before)
    assert ask("check", path, "--fix").exit_code == 1
    assert path.read_text() == after


def test_a_format_that_is_said_goes_before_the_ending(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "story.tmpl"
    path.write_text("<code>Bakhmout</code> Bakhmout")
    assert ask("check", path, "--fix", "--format", "html").exit_code == 1
    assert path.read_text() == "<code>Bakhmout</code> Bakhmut"


def test_a_pipe_is_put_right_on_its_way(run: Run) -> None:
    said = run("check", "-", "--fix", written=WRONG)
    assert (said.returncode, said.stdout) == (1, RIGHT)
    assert "standard input:1:16: Bakhmout -> Bakhmut" in said.stderr


def test_a_pipe_keeps_its_bytes(ask: Ask) -> None:
    written = codecs.BOM_UTF16_LE + "Bakhmout\r\n\r".encode("utf-16-le")
    said = ask("check", "-", "--fix", written=written)
    assert said.stdout_bytes == codecs.BOM_UTF16_LE + "Bakhmut\r\n\r".encode("utf-16-le")


def test_standard_input_is_plain_text_unless_said(ask: Ask) -> None:
    said = ask("check", "-", written=b"<b title='Bakhmout'>Bakhmout</b>")
    assert said.stdout.count("-> Bakhmut") == 2
    assert "standard input:1:11: " in said.stdout
    said = ask("check", "-", "--format", "html", written=b"<b title='Bakhmout'>Bakhmout</b>")
    assert said.stdout.count("-> Bakhmut") == 1


def test_what_is_put_right_may_be_what_is_wrong_alone(ask: Ask, client: FlaskClient, story: Path) -> None:
    text = "Bakhmout and Odessa are cities. Volodymyr Selenskyj spoke in Tschernihiw.\n"
    for which in ("wrong", "all"):
        story.write_text(text)
        assert ask("check", story, "--fix", "--fix-class", which).exit_code == 1
        assert story.read_text() == client.post("/check", json={"text": text, "fix": which}).json["corrected"]


def test_names_in_quotation_marks_may_be_left_alone(ask: Ask, story: Path) -> None:
    story.write_text("In Bakhmout: “Bakhmout.”")
    assert ask("check", story, "--fix", "--no-quotations").exit_code == 1
    assert story.read_text() == "In Bakhmut: “Bakhmout.”"


def test_a_style_has_its_own_spellings(ask: Ask, story: Path) -> None:
    for style, name in (("nyt", "Volodymyr Zelensky"), ("ap", "Volodymyr Zelenskyy")):
        story.write_text("The president, Volodymyr Selenskyj, spoke.")
        assert ask("check", story, "--fix", "--style", style).exit_code == 1
        assert story.read_text() == f"The president, {name}, spoke."


LANGUAGES = [
    (["--language", "fr"], "Les combats de Charkiw.", "Les combats de Kharkiv.", ""),
    (["--language", "de-AT"], "Kämpfe um Lviv.", "Kämpfe um Lwiw.", ""),
    (["--language", "it"], "Kiev e Bakhmout.", None, "No house style writes Italian"),
    (["--language", "fr", "--style", "ap"], "Les combats de Bakhmout.", None, "The style ap writes English"),
    ([], "Die Stadt Lviv liegt im Westen des Landes.", "Die Stadt Lwiw liegt im Westen des Landes.", ""),
    ([], "Президент Зеленский сегодня в Киеве.", None, "No house style writes Russian"),
]


@pytest.mark.parametrize(("words", "text", "right", "says"), LANGUAGES)
def test_copy_is_held_to_a_style_of_its_language_or_to_none(
    ask: Ask, story: Path, words: list[str], text: str, right: str | None, says: str
) -> None:
    story.write_text(text)
    said = ask("check", story, "--fix", *words)
    assert (said.exit_code, story.read_text()) == (0 if right is None else 1, right or text)
    assert says in said.stdout
    if says:
        assert says in ask("check", story, "--diff", *words).stderr


STYLE = """
id = "ours"
name = "Our desk"
language = "en"
inherits = "default"
source = "made up for this test"
date = "2026-11-26"

[[override]]
entity = "geonames-713174"
text = "Artemivsk"
"""


def test_a_style_may_be_a_file_of_ones_own(ask: Ask, story: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(STYLE)
    assert ask("check", story, "--fix", "--style", tmp_path / "ours.toml").exit_code == 1
    assert story.read_text() == WRONG.replace("Bakhmout", "Artemivsk")


BAD_STYLES = [
    ("tabloid", None, "No style 'tabloid'; known: "),
    ("none.toml", None, "none.toml cannot be read: "),
    ("broken.toml", b"id = \n", "broken.toml"),
    ("bytes.toml", b"id = '\xff'", "bytes.toml"),
]


@pytest.mark.parametrize(("name", "content", "text"), BAD_STYLES)
def test_a_style_that_is_none_is_said(
    ask: Ask, story: Path, tmp_path: Path, name: str, content: bytes | None, text: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = ask("check", story, "--style", name if "." not in name else tmp_path / name)
    assert text in error(said)
    assert said.stdout == ""


def test_the_article_it_was_made_from_may_be_given(ask: Ask, story: Path, client: FlaskClient) -> None:
    source = "Une bataille à Bakhmout."
    (story.parent / "article.md").write_text(source)
    said = ask("check", story, "--source-text", story.parent / "article.md", "--source-language", "fr", "--json")
    asked = {"text": WRONG, "source_text": source, "source_language": "fr", "fix": "all"}
    assert orjson.loads(said.stdout_bytes) == client.post("/check", json=asked).json
    assert "none.txt cannot be read" in error(ask("check", story, "--source-text", "none.txt"))


UNREADABLE: list[tuple[str, bytes | None, str]] = [
    ("none.txt", None, "none.txt cannot be read: no such file or directory."),
    ("latin-1.txt", b"Beni \xe9", "latin-1.txt is not text in UTF-8, and has no byte order mark"),
    ("half.txt", codecs.BOM_UTF16_LE + b"a\0b", "half.txt is not text in UTF-16-LE, as its byte order mark says"),
    ("lone.txt", codecs.BOM_UTF16_LE + b"\x00\xd8", "lone.txt is not text in UTF-16-LE"),
    ("bare.txt", "Bakhmout".encode("utf-16-le"), "bare.txt: text has a null character (U+0000) at 1"),
    ("bidi.txt", "\u202eBakhmout".encode(), "bidi.txt: text has a direction override (U+202E) at 0"),
    ("long.txt", b"a" * 200_001, "long.txt: text has 200,001 characters; at most 200,000"),
    ("huge.txt", b"a" * 900_000, "huge.txt has more than 200,000 characters"),
    (
        "story.rtf",
        b"PK",
        "story.rtf ends in none of .txt, .md, .html, .docx and .xlf; say --format text, markdown, html or xliff.",
    ),
    ("story.docx", b"PK", "story.docx: This is no .docx: a Word document is a zip archive, and this is none."),
    ("none.docx", None, "none.docx cannot be read: no such file or directory."),
]


@pytest.mark.parametrize(("name", "content", "text"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_a_file_that_cannot_be_read_is_said_and_the_others_are_checked(
    ask: Ask, story: Path, name: str, content: bytes | None, text: str
) -> None:
    path = story.with_name(name)
    if content is not None:
        path.write_bytes(content)
    said = ask("check", path, story, "--fix")
    assert text in error(said)
    assert "Bakhmout -> Bakhmut" in said.stdout
    assert story.read_bytes() == RIGHT.encode()
    assert content is None or path.read_bytes() == content


def test_a_folder_is_no_document(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "stories.txt").mkdir()
    assert "stories.txt cannot be read: is a directory." in error(ask("check", tmp_path / "stories.txt"))


def test_a_name_of_bytes_that_are_no_text_is_said(world: Path, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/B\xff.txt"
    Path(os.fsdecode(name)).write_text("Bakhmout")
    for options, code in (([], 1), (["--json"], 1), (["--diff"], 1), (["--source-text", "x", "--language", "qq"], 2)):
        said = subprocess.run(
            [*command("check"), name, name, *options],
            capture_output=True,
            cwd=ROOT,
            env=surroundings(world),
            timeout=60,
        )
        assert said.returncode == code, said
        assert b"Traceback" not in said.stderr


def test_a_terminal_that_lacks_letters_shows_a_mark_in_their_place(world: Path, story: Path) -> None:
    story.write_text("Bakhmout, Łódź")
    around = {**surroundings(world), "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    said = subprocess.run(command("check", story), capture_output=True, cwd=ROOT, env=around, timeout=60)
    assert (said.returncode, said.stderr) == (1, b"")
    assert b"Bakhmout -> Bakhmut" in said.stdout


def test_what_would_command_the_terminal_is_not_shown(ask: Ask, story: Path) -> None:
    story.write_text("Posad-\nPokrovské \x1b[2J Bakhmout")
    said = ask("check", story)
    assert "\x1b" not in said.stdout
    assert all("->" not in line or ".txt:" in line for line in said.stdout.splitlines())


MISUSED = [
    ([], "Missing argument"),
    (["-", "--fix", "--diff"], "leave --diff and --json out"),
    (["-", "--fix", "--json"], "leave --diff and --json out"),
    (["-", "--json", "--diff"], "Give --diff or --json, not both"),
    (["-", "--format", "rtf"], "'rtf' is not one of 'text', 'html', 'markdown'"),
    (["-", "--fix-class", "none"], "'none' is not one of 'wrong', 'all'"),
    (["-", "--language", "qq"], "language: No language ‘qq’"),
    (["-", "--source-language", "fr_FR"], "source_language: No language ‘fr_FR’"),
]


@pytest.mark.parametrize(("words", "text"), MISUSED)
def test_what_is_used_wrongly_is_said_in_a_sentence(ask: Ask, words: list[str], text: str) -> None:
    said = ask("check", *words, written=WRONG.encode())
    assert text in error(said)
    assert said.stdout == ""


def test_a_gazetteer_that_is_not_there_is_said_with_what_to_run(run: Run, story: Path, tmp_path: Path) -> None:
    assert "python -m gazetteer init" in error(run("check", story, home=tmp_path / "never-made"))


def test_a_reader_that_has_seen_enough_ends_the_run_without_a_word(world: Path, story: Path) -> None:
    story.write_text("Bakhmout\n" * 5_000)
    said = subprocess.run(
        ["bash", "-c", '"$@" 2>&1 | head -n 1', "bash", *command("check", story)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings(world),
        timeout=60,
    )
    assert len(said.stdout.splitlines()) == 1
    assert f"{story}:1:1: Bakhmout -> Bakhmut" in said.stdout
    assert said.stderr == ""


CLOSED = [
    ("<&-", "-", 2, "standard input cannot be read: it is closed."),
    (">&-", "FILE", 1, ""),
    (">/dev/full", "FILE", 2, "The answer cannot be written: No space left on device."),
    (">/dev/full", "FILE --json", 2, "The answer cannot be written: No space left on device."),
]


@pytest.mark.parametrize(("redirection", "words", "code", "text"), CLOSED)
def test_what_cannot_be_read_or_written_at_all_is_said(
    world: Path, story: Path, redirection: str, words: str, code: int, text: str
) -> None:
    said = subprocess.run(
        ["bash", "-c", f'"$@" {redirection}', "bash", *command("check", *words.replace("FILE", str(story)).split())],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings(world),
        timeout=60,
    )
    assert said.returncode == code, said
    assert text in said.stderr
    assert "Traceback" not in said.stderr
