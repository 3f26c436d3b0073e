"""Every command says what it is for, in the words of its docstring, and shows an example that is one."""

import inspect
import shlex
from pathlib import Path

import click
import pytest

from gazetteer.cli import main
from tests.cli.conftest import Ask, Run, commands, parse

PROGRAM = ["python", "-m", "gazetteer"]
COMMANDS = [pytest.param(words, one, id=" ".join(words)) for words, one in commands()]


def test_no_command_is_missing() -> None:
    assert {words for words, _ in commands()} == {
        ("init",),
        ("import",),
        ("import", "jsonl"),
        ("import", "geonames"),
        ("export",),
        ("normalize",),
        ("check",),
        ("transliterate",),
        ("bulk",),
        ("bulk", "clean"),
        ("bulk", "spark"),
        ("bulk", "apply"),
        ("bulk", "review"),
        ("judgements",),
        ("judgements", "list"),
        ("judgements", "undo"),
        ("judgements", "export"),
        ("judgements", "import"),
        ("evaluate",),
        ("index",),
        ("index", "build"),
        ("index", "status"),
        ("serve",),
    }


@pytest.mark.parametrize(("words", "command"), COMMANDS)
def test_the_help_of_a_command_is_its_docstring_and_ends_in_an_example_that_parses(
    words: tuple[str, ...], command: click.Command, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = ask(*words, "--help")
    assert shown.exit_code == 0
    text, _, _ = shown.stdout.partition("\nOptions:")
    docstring = (inspect.getdoc(command.callback) or "").replace("\b", "").split()
    assert len(docstring) > len(PROGRAM)
    assert text.split()[-len(docstring) :] == docstring
    _, _, example = text.partition("Example:\n")
    assert shlex.split(example)[:3] == PROGRAM
    asked = shlex.split(example)[3:]
    assert tuple(asked[: len(words)]) == words
    monkeypatch.chdir(tmp_path)
    parse(asked, tmp_path)


@pytest.mark.parametrize(("words", "command"), COMMANDS)
def test_every_option_says_what_it_is_for(words: tuple[str, ...], command: click.Command) -> None:
    silent = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert silent == []


def test_an_example_that_is_none_would_be_found(tmp_path: Path) -> None:
    for words in (["normalise", "Bakhmut"], ["normalize"], ["normalize", "Bakhmut", "--colour"], ["index", "buidl"]):
        with pytest.raises(click.UsageError):
            parse(words, tmp_path)


def test_the_whole_lists_every_command_with_its_first_words(run: Run) -> None:
    said = run("--help")
    assert said.returncode == 0
    for name, one in main.commands.items():
        first = (one.help or "").split()[:4]
        assert f"  {name} " in said.stdout
        assert " ".join(first) in said.stdout


def test_a_command_that_is_none_is_used_wrongly(run: Run) -> None:
    said = run("normalise", "Bakhmut")
    assert said.returncode == 2
    assert "No such command 'normalise'" in said.stderr
    assert "Traceback" not in said.stderr
