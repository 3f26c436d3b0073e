"""``normalize``: names from the shell or a pipe, as a table, as tab-separated values or as the service's JSON."""

import os
import pty
import select
import subprocess
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import Result
from flask.testing import FlaskClient

from service import create_app
from tests.cli.conftest import ROOT, Ask, Run, command, refusal, surroundings


@pytest.fixture(scope="module")
def client(world: Path) -> FlaskClient:
    return create_app({"GAZETTEER_HOME": str(world), "DATABASE_URL": ""}).test_client()


def answers(said: Result) -> list[dict[str, Any]]:
    """The answers of a run with --json."""
    assert (said.exit_code, said.stderr) == (0, "")
    return [orjson.loads(line) for line in said.stdout_bytes.splitlines()]


def on_a_terminal(*words: str, home: Path) -> list[str]:
    """The lines that a command writes on a terminal."""
    ours, theirs = pty.openpty()
    started = subprocess.Popen(command(*words), stdout=theirs, cwd=ROOT, env=surroundings(home))
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65536):
            written += part
    except OSError:
        pass  # the terminal's other end was closed
    os.close(ours)
    assert started.wait(60) == 0
    return written.decode().splitlines()


def test_a_terminal_gets_a_table_with_why_below_each_name(world: Path) -> None:
    head, *lines = on_a_terminal("normalize", "Bakhmout", "Springfield", "Xqzzt", home=world)
    assert head.split() == ["name", "decision", "canonical", "description", "confidence"]
    assert len(lines) == 6
    for name, decision, row, why in zip(
        ["Bakhmout", "Springfield", "Xqzzt"], ["linked", "ambiguous", "nil"], lines[::2], lines[1::2], strict=True
    ):
        assert row.startswith(f"{name} ")
        # Columns stand below their heads.
        assert row[head.index("decision") :].startswith(decision)
        assert 0 <= float(row[head.index("confidence") :]) <= 1
        assert why.startswith("  ")
        assert name in why
    assert lines[0][head.index("canonical") :].startswith("Bakhmut ")
    assert "Ukraine" in lines[0]


def test_a_pipe_gets_tab_separated_values(run: Run) -> None:
    said = run("normalize", "Bakhmout", "Xqzzt")
    assert (said.returncode, said.stderr) == (0, "")
    head, linked, nil = (line.split("\t") for line in said.stdout.splitlines())
    assert head == ["name", "decision", "canonical", "description", "confidence", "why"]
    assert linked[:3] == ["Bakhmout", "linked", "Bakhmut"]
    assert nil[:4] == ["Xqzzt", "nil", "", ""]
    assert {len(linked), len(nil)} == {len(head)}


SAME = [
    ("Bakhmout", {}),
    ("Springfield", {}),
    ("Xqzzt", {}),
    (" القاهرة ", {}),
    ("Wagner", {"kind": "place"}),
    ("Donezk", {"language": "de"}),
    ("Moscow", {"country": "US"}),
    ("Balakliia", {"near": "50.0,33.5"}),
    ("Selenskyj", {"style": "nyt"}),
    ("Springfield", {"limit": "2"}),
    ("Bakhmout", {"threshold": "1"}),
    ("Donezk", {"margin": "0.9"}),
]


@pytest.mark.parametrize(("name", "around"), SAME)
def test_json_is_what_the_service_answers(ask: Ask, client: FlaskClient, name: str, around: dict[str, str]) -> None:
    options = [word for key, value in around.items() for word in (f"--{key}", value)]
    [said] = answers(ask("normalize", name, *options, "--json"))
    over_http = client.get("/normalize", query_string={"name": name, **around})
    assert over_http.status_code == 200
    assert said == over_http.json
    assert list(said) == list(over_http.json)


def asked(ask: Ask, *words: str) -> dict[str, Any]:
    """The one answer to a name with options."""
    [said] = answers(ask("normalize", *words, "--json"))
    return said


def test_what_is_said_around_a_name_is_weighed(ask: Ask) -> None:
    def first(*words: str) -> str:
        return str(asked(ask, *words)["candidates"][0]["entity"]["id"])

    assert first("Moscow", "--country", "US") == "geonames-5601538"
    assert first("Moscow", "--country", "ru") == "geonames-524901"
    assert first("Balakliia", "--near", "50.0,33.5") == "geonames-712925"
    assert first("Balakliia", "--near", "49.46, 36.85") == "geonames-712926"
    kinds = {one["entity"]["kind"] for one in asked(ask, "Wagner", "--kind", "place", "--limit", "50")["candidates"]}
    assert kinds == {"place"}
    reasons = [one["name"] for one in asked(ask, "Donezk", "--language", "de")["candidates"][0]["evidence"]]
    assert "same_language" in reasons
    assert asked(ask, "Selenskyj", "--style", "nyt")["canonical"] == "Volodymyr Zelensky"
    assert len(asked(ask, "Springfield", "--limit", "2")["candidates"]) == 2
    assert asked(ask, "Bakhmout", "--threshold", "1")["decision"] != "linked"


def test_names_are_read_from_standard_input_one_a_line(ask: Ask) -> None:
    written = "\ufeffBakhmout\r\n\n  \nArtemiwsk\nКиїв".encode()
    said = answers(ask("normalize", "Pékin", "-", "Xqzzt", "--json", written=written))
    assert [one["query"] for one in said] == ["Pékin", "Bakhmout", "Artemiwsk", "Київ", "Xqzzt"]


def test_answers_come_before_the_last_name_is_written(world: Path) -> None:
    running = subprocess.Popen(
        command("normalize", "-", "--json"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=surroundings(world) | {"PYTHONUNBUFFERED": "1"},
    )
    assert running.stdin is not None
    assert running.stdout is not None
    for name in ("Bakhmout", "Pékin"):
        running.stdin.write(f"{name}\n".encode())
        running.stdin.flush()
        assert select.select([running.stdout], [], [], 60)[0]
        assert orjson.loads(running.stdout.readline())["query"] == name
    running.stdin.close()
    assert running.wait(60) == 0
    running.stdout.close()


def test_a_name_that_is_none_is_said_with_its_place_and_the_others_are_answered(ask: Ask) -> None:
    said = ask("normalize", "Bakhmout", "", "-", "--json", written=b"Kyjiw\nB\xffkhmut\nx\0y\nPoltawa\n")
    assert [orjson.loads(line)["query"] for line in said.stdout_bytes.splitlines()] == ["Bakhmout", "Kyjiw", "Poltawa"]
    second, in_line_2, in_line_3 = refusal(said).splitlines()
    assert second == "name 2: A name must not be empty."
    assert in_line_2 == "line 2: A name must be text in UTF-8."
    assert in_line_3.startswith("line 3: ")


def test_a_name_of_bytes_that_are_no_text_is_refused_too(world: Path) -> None:
    said = subprocess.run(
        [*command("normalize"), b"B\xffkhmut"], capture_output=True, cwd=ROOT, env=surroundings(world), timeout=60
    )
    assert said.returncode == 1
    assert said.stderr.startswith(b"Error: name 1: ")
    assert b"Traceback" not in said.stderr


SHIPPED = ["afp", "ap", "bbc", "de-desk", "default", "fr-desk", "guardian", "nyt", "pl-desk", "reuters", "un"]
REFUSED = [
    (["--language", "qq"], "No language ‘qq’; write a BCP 47 tag such as fr, uk or sr-Latn."),
    (["--country", "UK"], "No country ‘UK’; the United Kingdom is GB."),
    (["--style", "gazette"], f"No style 'gazette'; known: {', '.join(SHIPPED)}."),
    (["--near", "91,0"], "near begins with a latitude from -90 to 90, not 91.0."),
    (["--near", "nan,0"], "near begins with a latitude from -90 to 90, not nan."),
    (["--limit", "51"], "limit is a whole number from 1 to 50, not 51."),
    (["--threshold", "1.5"], "threshold is a number from 0 to 1, not 1.5."),
    (["--margin", "-1"], "margin is a number from 0 to 1, not -1.0."),
]


@pytest.mark.parametrize(("options", "text"), REFUSED)
def test_what_cannot_be_asked_is_refused_in_a_sentence(ask: Ask, options: list[str], text: str) -> None:
    said = ask("normalize", "Bakhmut", *options)
    assert refusal(said) == text
    assert said.stdout == ""


WRONG = [
    (["--kind", "river"], "'river' is not one of 'place', 'person', 'organization'"),
    (["--near", "48.6"], "'48.6' is not LAT,LON, such as 49.5,36.8"),
    (["--near", "1,2,3"], "is not LAT,LON"),
    (["--limit", "few"], "'few' is not a valid integer"),
    (["--colour", "red"], "No such option"),
]


@pytest.mark.parametrize(("options", "text"), WRONG)
def test_what_is_written_wrongly_is_a_usage_error(ask: Ask, options: list[str], text: str) -> None:
    said = ask("normalize", "Bakhmut", *options)
    assert said.exit_code == 2
    assert text in said.stderr
    assert said.stdout == ""


def test_no_name_at_all_is_a_usage_error(ask: Ask) -> None:
    assert ask("normalize").exit_code == 2


@pytest.mark.parametrize("folder", [".", "never-made"])
def test_a_gazetteer_that_is_not_there_is_said_with_what_to_run(run: Run, tmp_path: Path, folder: str) -> None:
    assert "python -m gazetteer init" in refusal(run("normalize", "Bakhmut", home=tmp_path / folder))


def test_a_database_that_does_not_answer_is_said_in_a_sentence(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/nowhere")
    assert refusal(ask("normalize", "Bakhmut")).startswith("The database cannot be opened: ")
    monkeypatch.setenv("DATABASE_URL", "mysql://127.0.0.1/nowhere")
    assert refusal(ask("normalize", "Bakhmut")) == "DATABASE_URL names mysql; it must be sqlite:/// or postgresql://."


def test_a_reader_that_has_seen_enough_ends_the_run_without_a_word(world: Path) -> None:
    shell = ["bash", "-c", 'set -o pipefail; "$@" 2>&1 | head -n 1', "bash"]
    names = [name for _ in range(300) for name in ("Bakhmout", "Pékin")]
    said = subprocess.run(
        [*shell, *command("normalize", *names, "--json")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=surroundings(world),
        timeout=60,
    )
    assert len(said.stdout.splitlines()) == 1
    assert orjson.loads(said.stdout)["query"] == "Bakhmout"
