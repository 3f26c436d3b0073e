"""The command line in front of the small seeded world: as a process, and within this one where that is enough."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import orjson
import pytest
from click.testing import CliRunner, Result

from gazetteer.cli import main

ROOT = Path(__file__).parents[2]
Ask = Callable[..., Result]
Run = Callable[..., subprocess.CompletedProcess[str]]
ZORVIK = {
    "id": "geonames:77",
    "kind": "place",
    "name": "Zorvik",
    "country": "UA",
    "names": [{"text": "Zorvik", "lang": "en", "type": "preferred"}, {"text": "Зорвік", "lang": "uk"}],
    "source": "made-up",
}


@pytest.fixture
def ask(world: Path) -> Ask:
    """Runs a command within this process, in the small world or in another home."""

    def said(*words: object, home: Path = world, written: bytes = b"") -> Result:
        return CliRunner(env={"GAZETTEER_HOME": str(home)}).invoke(main, [*map(str, words)], input=written)

    return said


@pytest.fixture
def run(world: Path) -> Run:
    """Runs a command as its own process, as a shell does."""

    def said(*words: object, home: Path = world, written: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*words), input=written, capture_output=True, text=True, cwd=ROOT, env=surroundings(home), timeout=60
        )

    return said


@pytest.fixture
def other(world: Path, tmp_path: Path) -> Path:
    """A copy of the small world that a test may change."""
    return Path(shutil.copytree(world, tmp_path / "other"))


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A file with one place that does not exist."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(orjson.dumps(ZORVIK) + b"\n")
    return path


def command(*words: object) -> list[str]:
    """The words of a command line."""
    return [sys.executable, "-m", "gazetteer", *map(str, words)]


def surroundings(home: Path) -> dict[str, str]:
    """The environment in which a command finds this gazetteer."""
    return {**os.environ, "GAZETTEER_HOME": str(home), "PYTHONUTF8": "1"}


def refusal(said: Result | subprocess.CompletedProcess[str]) -> str:
    """The one sentence in which a command was refused: on standard error, with exit code 1 and nothing else."""
    code = said.exit_code if isinstance(said, Result) else said.returncode
    assert code == 1, said
    assert "Traceback" not in said.stderr
    return said.stderr.removeprefix("Error: ").rstrip("\n")


def commands(of: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that lead to it, groups included."""
    for name, one in of.commands.items() if isinstance(of, click.Group) else ():
        yield (*path, name), one
        yield from commands(one, (*path, name))


def parse(words: list[str], folder: Path) -> dict[str, Any]:
    """What a command line says, without running it; the files it names are made in the folder first.

    Raises:
        click.UsageError: there is no such command, or it does not take this.
    """
    for word in words:
        if "." in word and "=" not in word:
            (folder / word).touch()
    group, said = main, list(words)
    while True:
        context = group.make_context("gazetteer", said)
        name, command, said = group.resolve_command(context, [*context._protected_args, *context.args])
        assert name is not None
        assert command is not None
        if not isinstance(command, click.Group):
            return command.make_context(name, said).params
        group = command
